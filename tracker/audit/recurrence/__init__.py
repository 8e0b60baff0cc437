"""Which tasks come back, how often, and when next: found from dates alone, or declared; pure."""
