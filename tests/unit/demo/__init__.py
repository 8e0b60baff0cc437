"""The made-up log."""
