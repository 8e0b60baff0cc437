"""The quick line: one grammar, its reading, and its printing."""
