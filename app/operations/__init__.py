"""What those who run the service ask it, and what it tells them unasked; no part of the API."""
