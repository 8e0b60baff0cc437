"""A brief in a few lines: what is written, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.papers import Brief
from widgets.fitting import fit, left
from widgets.handoff.prose import Line, wrapped
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


def brief_lines(row: Row, width: int, height: int) -> list[Line]:
    """Each part of the brief; what is needed and not written is said in amber.

    In full where ``height`` lines are enough for that, else a line for each.
    """
    brief = row.filed.brief
    label = 14 if width >= 40 else 9
    full: list[Line] = []
    short: list[Line] = []
    for field, title in SHOWN:
        words = in_words(brief, field)
        if not words and field not in NEEDED:
            continue
        name = (left(title, label), "bold")
        said = (words, QUIET) if words else ("not written yet", COST)
        short.append([name, (fit(said[0], width - label), said[1])])
        items = steps_of(brief) if field == "steps" and words else [said[0]]
        head = name
        for line in (line for item in items for line in wrapped([(item, said[1])], width - label)):
            full.append([head, *line])
            head = (" " * label, "")
    return full if len(full) <= height else short


def steps_of(brief: Brief | None) -> list[str]:
    """The steps, each with its number."""
    steps = brief.steps if brief is not None else ()
    return [f"{at} {step}" for at, step in enumerate(steps, 1)]


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
