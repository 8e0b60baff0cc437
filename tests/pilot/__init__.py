"""User stories, by keyboard."""
