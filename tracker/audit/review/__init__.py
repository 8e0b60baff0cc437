"""The end of a week, month or quarter: what to repair, rate, see, decide and plan; pure."""
