"""Categories, rates and the demo persona; data files, no code."""
