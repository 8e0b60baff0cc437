"""Questions asked of logged time, as pure functions; standard library only."""
