"""Measuring the speed of the search beside other engines, on records made up from the real ones."""
