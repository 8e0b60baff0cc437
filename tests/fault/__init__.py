"""Real processes, killed and raced."""
