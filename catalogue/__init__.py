"""The catalogue itself: records, vocabulary, storage and the reading of sources."""
