"""Mixed traffic, ordinary and hostile, against a service of its own, and what it did to it."""
