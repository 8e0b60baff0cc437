"""Screen 4, Review: the end of the week in five steps."""
