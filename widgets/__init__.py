"""Every Textual widget and screen, each with its style beside it."""
