"""Where the log is kept: TinyDB files, one lock, the change history."""
