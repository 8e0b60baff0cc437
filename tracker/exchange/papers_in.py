"""Quotes, briefs, hand-offs and the rest of our own JSON on their way into the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.domain.cadence import Cadence
from tracker.domain.errors import InvalidValue, Unreadable
from tracker.domain.fields import paper_of, value_of
from tracker.domain.filed import by_task
from tracker.domain.papers import Brief, Handoff, Quote, Review

if TYPE_CHECKING:
    from tracker.domain.papers import Paper
    from tracker.exchange.naming import Names

_LONGEST_ID = 100


def read_paper(given: Mapping[str, Any], seen: set[str]) -> Paper:
    """A paper by its fields; ``seen`` collects the ids of the file.

    Raises:
        InvalidValue: It is none, or another of the file has its id.
    """
    found = paper_of({**given, "revised": ""})
    if not found.id or len(found.id) > _LONGEST_ID:
        raise InvalidValue(f"A paper has an id of 1 to {_LONGEST_ID} characters.")
    if found.id in seen:
        raise InvalidValue(f"Another paper of the file has the id {found.id}.")
    seen.add(found.id)
    return found


def read_rhythm(given: Mapping[str, Any]) -> dict[str, Any]:
    """Share, cadence, pause and silence of a task; a cadence also in words (``weekly on fri``).

    Raises:
        InvalidValue: One of them is of another kind, or outside what it may be.
    """
    share, until, silent = (given.get(name) for name in ("share", "paused_until", "silent"))
    if share is not None and type(share) not in (int, float):
        raise InvalidValue("share is a number up to 1, or null.")
    if silent not in (None, True, False):
        raise InvalidValue("silent must be true, false or null.")
    return {
        "share": share,
        "cadence": _cadence(given.get("cadence")),
        "paused_until": _day(until),
        "silent": bool(silent),
    }


def _cadence(given: object) -> Cadence | None:
    if given is None:
        return None
    if isinstance(given, dict):
        return value_of(Cadence, given)
    if not isinstance(given, str):
        raise InvalidValue("cadence is an object with fields, words, or null.")
    from tracker.line.rhythm import read_cadence

    try:
        return read_cadence(given)
    except Unreadable as error:
        raise InvalidValue(str(error)) from None


def _day(given: object) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        raise InvalidValue("paused_until must be a day such as 2026-11-19, or null.") from None


def settled(
    papers: Iterable[Paper], known: tuple[Paper, ...], names: Names
) -> tuple[tuple[Paper, ...], tuple[str, ...]]:
    """What of a file's papers to put, and sentences about what was left out.

    A paper whose id the log has is there already. What the log says of its own stays: a task
    keeps its brief, its hand-off and its chosen quote.

    Args:
        papers: Of the file.
        known: Of the log.
        names: Says what the file's tasks are called in the log; those without one are made.
    """
    ids = {paper.id for paper in known}
    own = by_task(known)
    put: list[Paper] = []
    said: list[str] = []
    for paper in papers:
        if paper.id in ids:
            continue
        if isinstance(paper, Review):
            put.append(paper)
            continue
        task = names.of(paper.task)
        held = own.get(task.casefold())
        made: Paper = paper.replace(task=task)
        if held is not None:
            if isinstance(made, Brief) and held.brief is not None and held.brief.is_written:
                said.append(f"{task} has a brief already: the one of the file was left out.")
                continue
            if isinstance(made, Handoff) and held.handoff is not None:
                said.append(f"{task} has a hand-off already: the one of the file was left out.")
                continue
            if isinstance(made, Quote) and any(quote.chosen for quote in held.quotes):
                made = made.replace(chosen=False)
        names.use(task)
        put.append(made)
    return tuple(put), tuple(said)
