"""What hypothesis could not break."""
