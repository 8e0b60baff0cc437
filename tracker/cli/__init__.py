"""The command line; it never loads Textual."""
