"""Killed in any step of a review: it resumes there, or one step before, with nothing lost."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from tests.fakes import NOW, Ids, entry, moment
from tests.fault.killing import Child, die_at
from tests.fault.scenes import copied, opened, strays
from tracker.audit.review.review import steps_of
from tracker.domain.book import Draft
from tracker.domain.period import week_of
from tracker.domain.repair import Carve
from tracker.domain.span import Span
from tracker.intents import review as moves
from tracker.intents.decide import decide
from tracker.intents.intent import Amend
from tracker.intents.repair import wish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.domain.book import Log
    from tracker.domain.papers import Review
    from tracker.intents.intent import Intent

WEEK = week_of(NOW.date())
STEPS = steps_of("week")
DAY = NOW.date()
FIRST = entry("Design", "07:00", "08:00")
SECOND = entry("Email", "07:30", "08:30")


def kept(log: Log) -> Review:
    found = moves.review_of(WEEK, log.papers())
    assert found is not None
    return found


def _repair(_log: Log) -> Intent:
    assert isinstance(FIRST.when, Span)
    assert isinstance(SECOND.when, Span)
    return wish(Carve("design", "Design", Span(SECOND.when.start, FIRST.when.stop)))


WALK: tuple[Callable[[Log], Intent], ...] = (
    lambda _log: moves.begin(WEEK, STEPS, DAY, None),
    _repair,
    lambda log: moves.skip(kept(log), STEPS),
    lambda _log: Amend("Email", (("tedium", 5),)),
    lambda log: moves.step_to(kept(log), "see"),
    lambda log: moves.step_to(kept(log), "decide"),
    lambda log: moves.put_off("Email", "candidate", "later", DAY, log.papers(), Ids("p")),
    lambda log: moves.step_to(kept(log), "plan"),
    lambda log: moves.intend(kept(log), "Two proposals out"),
    lambda log: moves.close(kept(log), '{"total_seconds": 1}', DAY),
)
"""A whole review, a change at a time."""


def walk(log: Log, place: int) -> None:
    intent = WALK[place](log)
    log.change(lambda book: decide(intent, book, moment()))


def seen(log: Log) -> tuple[object, ...]:
    """Everything the review touches; not when it was revised."""
    return (
        tuple(it.replace(revised="") for it in log.papers()),
        tuple(it.replace(revised="") for it in log.tasks()),
        tuple(it.replace(revised="") for it in log.latest(9)),
    )


def test_every_step_is_whole_or_absent_and_the_rest_can_be_walked(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    opened(alive).change(lambda _book: Draft("added", put=(FIRST, SECOND)))
    calls = iter([2, 9, 14, 5, 11, 7, 16, 3, 12, 8])
    for place in range(len(WALK)):
        before = seen(opened(alive))
        done = copied(alive, tmp_path / "done")
        walk(opened(done), place)
        after = seen(opened(done))
        call = next(calls)
        for at in (call, call + 6):
            killed = copied(alive, tmp_path / f"killed-{place}")
            _die_in(killed, place, at)
            found = seen(opened(killed))
            assert found in (before, after), (place, at)
            if found == before:
                walk(opened(killed), place)
                assert seen(opened(killed)) == after
        alive = killed
    review = kept(opened(alive))
    assert (review.step, review.intention, review.finished) == ("plan", "Two proposals out", DAY)
    for number in count(1):
        if moves.review_of(WEEK, opened(alive).papers()) is None:
            break
        opened(alive).undo()
        assert number <= len(WALK)
    assert strays(alive) == []


def _die_in(folder: Path, place: int, call: int) -> None:
    def work(_say: Callable[[str], None]) -> None:
        log = opened(folder)
        die_at(call, after=False)
        walk(log, place)

    Child(work).heard()
