"""The composition root of the app."""
