"""Ratios to bare Python; run on demand."""
