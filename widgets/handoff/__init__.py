"""Screen 3: what to hand off, what that is worth, and whether it paid."""
