"""What a person can do to the log, as pure decisions over a Book."""
