"""The parts of a brief: their titles, the question each answers, and text to value and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.format import duration
from tracker.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.audit.recurrence.standing import Standing
    from tracker.domain.papers import Brief


class Part(Value):
    """One part of a brief.

    Attributes:
        field: Of :class:`~tracker.domain.papers.Brief`.
        hint: The question it answers.
        listed: Whether each line is an item of its own.
    """

    field: str
    title: str
    hint: str
    listed: bool = False


QUESTIONS = (
    Part("goals", "Goals", "What shall be achieved with it, for you and for the business?"),
    Part("objectives", "Objectives", "What exactly has to be done, how much of it, by when?"),
    Part("success", "Success factors", "By what do you both see that it works?"),
    Part("expectations", "Expectations", "What do you expect of them, and they of you?"),
)
"""The method's four questions; a hand-off is not ready while one of them is open."""

WORK = (
    Part("what", "What it is", "The work in a few sentences."),
    Part("why", "Why it matters", "What goes wrong when it is not done?"),
    Part("steps", "Steps", "How it is done, one step a line.", listed=True),
    Part("links", "Links and recordings", "Examples, videos, templates; one a line.", listed=True),
)

TERMS = (
    Part("frequency", "How often", "When it comes back."),
    Part("tools", "Tools and access", "Programs, accounts, keys; never a password."),
    Part("done", "Done means", "What the finished work looks like."),
    Part("incentives", "Incentives", "What good work earns beyond the price."),
)

PARTS = (*QUESTIONS, *WORK, *TERMS)


def text_of(brief: Brief, part: Part) -> str:
    """What stands in the field of ``part``."""
    said = getattr(brief, part.field)
    return "\n".join(said) if part.listed else str(said)


def with_texts(brief: Brief, texts: Mapping[str, str], today: date) -> Brief:
    """``brief`` with other texts by field; itself where nothing differs.

    Lists lose their empty lines; every text its trailing space.
    """
    changed: dict[str, object] = {}
    for part in PARTS:
        if part.field in texts:
            lines = [line.rstrip() for line in texts[part.field].split("\n")]
            said: object = "\n".join(lines).strip()
            if part.listed:
                said = tuple(line.strip() for line in lines if line.strip())
            if said != getattr(brief, part.field):
                changed[part.field] = said
    return brief.replace(**changed, updated=today) if changed else brief


def changed_titles(before: Brief, after: Brief) -> str:
    """The parts in which two briefs differ, as words for undo: ``goals and steps``."""
    names = [
        part.title.lower()
        for part in PARTS
        if getattr(before, part.field) != getattr(after, part.field)
    ]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def frequency_words(standing: Standing | None) -> str:
    """How often the log says it comes back: ``Weekly: Fridays``; empty where it does not."""
    if standing is None or standing.cadence in ("none", ""):
        return ""
    cadence = {"biweekly": "every second week", "as-needed": "as needed"}.get(
        standing.cadence, standing.cadence
    )
    pattern = standing.pattern
    if not pattern or pattern.casefold() == cadence.casefold():
        return cadence.capitalize()
    return f"{cadence.capitalize()}: {pattern}"


def time_words(standing: Standing | None) -> str:
    """``usually 2h10, 1h50 at its fastest, 3h05 at its slowest``; from the log alone."""
    if standing is None or not standing.usual_seconds:
        return "not logged yet"
    usual, fastest, slowest = (
        duration(seconds)
        for seconds in (standing.usual_seconds, standing.fastest_seconds, standing.slowest_seconds)
    )
    return f"usually {usual}, {fastest} at its fastest, {slowest} at its slowest"
