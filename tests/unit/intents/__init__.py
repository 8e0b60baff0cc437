"""The rules of logging, one wish at a time."""
