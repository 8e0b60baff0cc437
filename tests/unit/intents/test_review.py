"""A review goes from step to step, each of them a change that can be undone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes import Ids, MemoryStore, entry, moment
from tracker.audit.review.review import steps_of
from tracker.domain.errors import InvalidValue, Refused
from tracker.domain.papers import Later, Review
from tracker.domain.period import month_of, week_of
from tracker.intents.decide import decide
from tracker.intents.intent import File
from tracker.intents.review import (
    begin,
    close,
    intend,
    put_off,
    reopen,
    review_of,
    settle,
    skip,
    step_to,
)

DAY = date(2026, 11, 20)
WEEK = week_of(DAY)
STEPS = steps_of("week")


class Log:
    """A log whose review goes along."""

    def __init__(self) -> None:
        self.store = MemoryStore.of(entry("Email", "09:00", "09:30"))

    def do(self, wish: File) -> None:
        self.store.change(lambda book: decide(wish, book, moment()))

    @property
    def review(self) -> Review:
        kept = review_of(WEEK, self.store.papers())
        assert kept is not None
        return kept


@pytest.fixture
def log() -> Log:
    log = Log()
    log.do(begin(WEEK, STEPS, DAY, None))
    return log


def test_it_begins_at_the_first_step_and_goes_on_where_it_stood(log: Log) -> None:
    assert (log.review.step, log.review.begun) == ("repair", DAY)
    log.do(step_to(log.review, "see"))
    log.do(begin(WEEK, STEPS, date(2026, 11, 21), log.review))
    assert (log.review.step, log.review.begun) == ("see", DAY)


def test_every_step_can_be_skipped_and_undone(log: Log) -> None:
    for step in STEPS[1:]:
        log.do(skip(log.review, STEPS))
        assert log.review.step == step
    with pytest.raises(Refused, match="last step"):
        skip(log.review, STEPS)
    log.store.undo()
    assert log.review.step == "decide"
    log.store.redo()
    assert log.review.step == "plan"


def test_a_finding_is_settled_once(log: Log) -> None:
    log.do(settle(log.review, "gap:1-2"))
    log.do(settle(log.review, "gap:1-2"))
    assert log.review.settled == ("gap:1-2",)


def test_closing_keeps_what_was_seen_until_it_is_closed_anew(log: Log) -> None:
    log.do(intend(log.review, "Two proposals\n out"))
    log.do(close(log.review, '{"total_seconds":1}', DAY))
    assert log.review.intention == "Two proposals out"
    assert (log.review.finished, log.review.seen) == (DAY, '{"total_seconds":1}')
    for refused in (
        lambda: step_to(log.review, "see"),
        lambda: intend(log.review, "x"),
        lambda: settle(log.review, "x"),
        lambda: close(log.review, "{}", DAY),
        lambda: begin(WEEK, STEPS, DAY, log.review),
    ):
        with pytest.raises(Refused, match="was closed on 2026-11-20: reopen it"):
            refused()
    log.do(reopen(log.review))
    assert (log.review.finished, log.review.seen) == (None, '{"total_seconds":1}')
    with pytest.raises(Refused, match="is open"):
        reopen(log.review)


def test_an_intention_is_one_line_not_a_book(log: Log) -> None:
    with pytest.raises(InvalidValue, match="500 is the most"):
        intend(log.review, "x" * 501)


def test_months_begin_with_rating(log: Log) -> None:
    month = month_of(DAY)
    log.do(begin(month, steps_of(month.kind), DAY, None))
    kept = review_of(month, log.store.papers())
    assert kept is not None
    assert (kept.id, kept.step) == ("2026-11", "rate")
    assert steps_of("quarter") == ("rate", "see", "decide")


def test_deciding_again_replaces_what_was_decided(log: Log) -> None:
    new_id = Ids("p")
    log.do(put_off("Email", "candidate", "later", DAY, log.store.papers(), new_id))
    (first,) = [it for it in log.store.papers() if isinstance(it, Later)]
    assert first.until == date(2026, 12, 20)
    log.do(put_off("email", "candidate", "keep", DAY, log.store.papers(), new_id))
    (second,) = [it for it in log.store.papers() if isinstance(it, Later)]
    assert (second.id, second.decision, second.until) == (first.id, "keep", None)
