"""The few colours there are, each with its one meaning; theme variables, so any theme will do."""

from __future__ import annotations

QUIET = "$foreground 65%"
"""What is there to be looked up, not read. (``$text-muted`` is relative to a background that
text drawn piece by piece does not know.)"""

FAINT = "$foreground 35%"
"""What only fills a place: gaps, rules, idle digits."""

VALUE = "$text-success"
"""Growth; what the work would cost handed off; keys."""

COST = "$text-warning"
"""Busywork; what it costs done by its owner."""

GAIN = "$text-primary"
"""The difference between the two."""
