"""The command line, called in this process with a clock that stands still."""
