"""Looking back on a period."""
