"""What was on paper on an earlier day: quotes, bills and hand-offs as they stood then."""

from __future__ import annotations

from tracker.domain.papers import Bill, Brief, Check, Handoff, Later, Quote, Review

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.domain.papers import Paper


def known_then(papers: Iterable[Paper], as_of: date) -> tuple[Paper, ...]:
    """The papers of that day: what is dated later is left out, of hand-offs the later moves."""
    then = (_then(paper, as_of) for paper in papers)
    return tuple([paper for paper in then if paper is not None])


def _then(paper: Paper, as_of: date) -> Paper | None:
    match paper:
        case Handoff():
            return _handoff_then(paper, as_of)
        case Brief():
            day = paper.updated
        case Review():
            day = paper.begun
        case Quote() | Bill() | Check() | Later():
            day = paper.day
    return paper if day is None or day <= as_of else None


def _handoff_then(paper: Handoff, as_of: date) -> Handoff | None:
    """With the promise only where the trial had begun."""
    moves = tuple([move for move in paper.moves if move.day <= as_of])
    if not moves:
        return None
    begun = any(move.stage in ("trial", "handed-off") for move in moves)
    return paper.replace(moves=moves, promise=paper.promise if begun else None)
