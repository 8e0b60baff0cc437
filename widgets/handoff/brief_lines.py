"""A brief in a few lines: what is written, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.papers import Brief
from widgets.fitting import fit, left
from widgets.handoff.prose import Line
from widgets.tones import COST, QUIET

if TYPE_CHECKING:
    from widgets.handoff.board import Row

SHOWN = (
    ("goals", "Goals"),
    ("objectives", "Objectives"),
    ("success", "Success"),
    ("expectations", "Expectations"),
    ("steps", "Steps"),
    ("done", "Done when"),
    ("tools", "Tools"),
    ("links", "Links"),
    ("frequency", "How often"),
    ("incentives", "Incentives"),
)
"""Field and title, the method's four questions first."""

NEEDED = ("goals", "objectives", "success", "expectations", "steps")
"""What a brief is not ready without."""


def brief_lines(row: Row, width: int) -> list[Line]:
    """A line for each part of the brief; what is needed and not written is said in amber."""
    brief = row.filed.brief
    label = 14 if width >= 40 else 9
    lines: list[Line] = []
    for field, title in SHOWN:
        words = in_words(brief, field)
        if not words and field not in NEEDED:
            continue
        said = (fit(words, width - label), QUIET) if words else ("not written yet", COST)
        lines.append([(left(title, label), "bold"), said])
    return lines


def in_words(brief: Brief | None, field: str) -> str:
    """What a field says, on one line; steps are numbered."""
    if brief is None:
        return ""
    said = getattr(brief, field)
    if isinstance(said, tuple):
        some = [one.strip() for one in said if one.strip()]
        return "  ".join(f"{at} {one}" for at, one in enumerate(some, 1)) if some else ""
    return " ".join(str(said).split())


def written(brief: Brief | None) -> str:
    """``4 of 5 written``: how much of what is needed is there."""
    count = sum(1 for field in NEEDED if in_words(brief, field))
    if count == len(NEEDED):
        return "ready"
    return f"{count} of {len(NEEDED)} written"
