"""A received source text becomes draft records, and records are proved against their source."""
