"""The second collection: guides, principles and the like, for who plans a trial of their own."""
