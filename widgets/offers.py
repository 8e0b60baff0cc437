"""What the quick line could become: recent tasks by number, or completions of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.value import Value

if TYPE_CHECKING:
    from tracker.domain.entry import What
    from widgets.state import TodayState

MOST_RECENTS = 9
"""As many as there are digits to pick one with."""

MOST_COMPLETIONS = 6


class Offer(Value):
    """Something the line could become.

    Attributes:
        label, detail: What it says, and more quietly what it is.
        text, cursor: The line and the cursor once it is taken.
        what: Set on a recent task, which starts at once.
    """

    label: str
    detail: str = ""
    text: str = ""
    cursor: int = 0
    what: What | None = None


def recent_offers(state: TodayState, words: str) -> tuple[Offer, ...]:
    """The newest tasks whose name or project has ``words``, numbered in this order."""
    wanted = words.casefold().strip()
    fitting = [
        what
        for what in state.recents
        if wanted in what.task.casefold() or wanted in what.project.casefold()
    ]
    return tuple(
        Offer(what.task, f"@{what.project}" if what.project else "", what=what)
        for what in fitting[:MOST_RECENTS]
    )


def completion_offers(state: TodayState, text: str, cursor: int) -> tuple[Offer, ...]:
    """What the word before ``cursor`` could become; nothing where it is that already."""
    from tracker.line.complete import complete

    found = complete(text, cursor, tasks=state.tasks, projects=state.projects, tags=state.tags)
    offers = (
        Offer(
            one.replacement.strip(),
            one.kind,
            text[: one.start] + one.replacement + text[one.stop :],
            one.start + len(one.replacement),
        )
        for one in found[:MOST_COMPLETIONS]
    )
    return tuple(offer for offer in offers if offer.text.strip() != text.strip())
