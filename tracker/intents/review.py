"""Moving a review along: each step is a change, so it resumes where it stood, and can be undone."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.domain.errors import InvalidValue, Refused
from tracker.domain.papers import Later, Review
from tracker.intents.intent import File

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tracker.domain.papers import Paper
    from tracker.domain.period import Period

ASK_AGAIN = timedelta(days=30)
"""A month, as in "ask again in a month"."""
LONGEST_INTENTION = 500


def review_of(period: Period, papers: Iterable[Paper]) -> Review | None:
    """The review of a period as it is kept; the newest where two machines began one each."""
    found = [it for it in papers if isinstance(it, Review) and it.id == period.id]
    return max(found, key=lambda it: it.revised, default=None)


def begin(period: Period, steps: Sequence[str], day: date, kept: Review | None) -> File:
    """Open a review, or go on with one that stands open.

    Raises:
        Refused: It is closed.
    """
    if kept is not None:
        return _filed(_open(kept), f"went on with the review of {kept.id}")
    return _filed(Review(period.id, steps[0], begun=day), f"began the review of {period.id}")


def step_to(review: Review, step: str) -> File:
    """Go to a step, forwards or back, whatever was skipped; Refused where it is closed."""
    return _filed(_open(review).replace(step=step), f"went to {step} in the review of {review.id}")


def skip(review: Review, steps: Sequence[str]) -> File:
    """Go to the next step; Refused at the last one, or where it is closed."""
    at = steps.index(review.step) if review.step in steps else -1
    if at + 1 >= len(steps):
        raise Refused("That was the last step: close the review.")
    return step_to(review, steps[at + 1])


def settle(review: Review, key: str) -> File:
    """Say that a finding is right as it is; Refused where the review is closed."""
    settled = tuple(dict.fromkeys((*_open(review).settled, key)))
    return _filed(review.replace(settled=settled), f"settled a finding of {review.id}")


def intend(review: Review, text: str) -> File:
    """Write down the one line for the next period; Refused where the review is closed."""
    return _filed(
        _open(review).replace(intention=_line(text)), f"wrote the intention of {review.id}"
    )


def close(review: Review, seen: str, day: date, intention: str | None = None) -> File:
    """Close it: what was seen stays as it was.

    Args:
        review: An open one.
        seen: Its document as JSON text.
        day: The local day it is.
        intention: In place of the one that is written; ``None`` keeps that.

    Raises:
        Refused: It is closed already.
    """
    said = _open(review).intention if intention is None else _line(intention)
    closed = review.replace(finished=day, seen=seen, intention=said)
    return _filed(closed, f"closed the review of {review.id}")


def reopen(review: Review) -> File:
    """Open a closed one again; what was seen is kept until it is closed anew.

    Raises:
        Refused: It is open.
    """
    if review.finished is None:
        raise Refused(f"The review of {review.id} is open: go on with it.")
    return _filed(review.replace(finished=None), f"reopened the review of {review.id}")


def put_off(
    task: str,
    verdict: str,
    decision: str,
    day: date,
    papers: Iterable[Paper],
    new_id: Callable[[], str],
) -> File:
    """Keep a task (``keep``), or ask again in a month (``later``).

    What was decided of the task before is replaced.
    """
    before = [it for it in papers if isinstance(it, Later) and _same(it.task, task)]
    paper_id = before[-1].id if before else new_id()
    until = day + ASK_AGAIN if decision == "later" else None
    label = f"kept {task}" if decision == "keep" else f"put {task} off for a month"
    return File((Later(paper_id, task, decision, verdict, day, until),), label)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _line(text: str) -> str:
    """An intention on one line; raises InvalidValue where it is too long."""
    line = " ".join(text.split())
    if len(line) > LONGEST_INTENTION:
        raise InvalidValue(
            f"The intention has {len(line)} characters; {LONGEST_INTENTION} is the most."
        )
    return line


def _open(review: Review) -> Review:
    if review.finished is not None:
        raise Refused(
            f"The review of {review.id} was closed on {review.finished.isoformat()}: "
            "reopen it to change it."
        )
    return review


def _filed(review: Review, label: str) -> File:
    return File((review,), label)
