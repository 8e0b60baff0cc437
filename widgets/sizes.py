"""The sizes a terminal comes in: from how many cells on a class is worn by every screen."""

from __future__ import annotations

WIDTHS = [(0, "-narrow"), (72, "-normal"), (110, "-wide"), (146, "-vast")]
HEIGHTS = [(0, "-short"), (20, "-medium"), (34, "-tall"), (44, "-high")]
