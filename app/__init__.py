"""The web: HTTP in, JSON and Danish pages out; nothing else."""

VERSION = "1.0.0"
