"""Totals, gaps, worth and categories."""
