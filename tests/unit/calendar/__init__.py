"""Local time."""
