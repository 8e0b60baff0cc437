"""Screen 2, Recurring: what comes back daily, weekly, monthly, quarterly."""
