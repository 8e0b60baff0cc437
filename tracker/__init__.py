"""The time audit: what time is, how it is kept, and what it is worth."""
