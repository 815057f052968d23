"""Measuring the search: judged questions, metrics, and what else a school could use today."""
