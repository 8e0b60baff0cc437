"""What an hour is worth, what work costs in other hands, and what to do about it; pure."""
