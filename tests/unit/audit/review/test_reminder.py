"""The reminder of the weekly review."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tracker.audit.review.reminder import review_due
from tracker.domain.papers import Review
from tracker.domain.settings import Settings

FRIDAY = Settings()


def due(text: str, *papers: Review, settings: Settings = FRIDAY) -> str:
    week = review_due(datetime.fromisoformat(text), settings, papers)
    return week.id if week is not None else ""


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-20T16:29", "2026-W46"),
        ("2026-11-20T16:30", "2026-W47"),
        ("2026-11-22T09:00", "2026-W47"),
        ("2026-11-23T09:00", "2026-W47"),
        ("2026-11-27T16:29", "2026-W47"),
        ("2026-11-27T16:30", "2026-W48"),
    ],
)
def test_a_week_waits_from_its_hour_to_that_of_the_next(now: str, expected: str) -> None:
    assert due(now) == expected


def test_a_closed_review_waits_no_longer_and_an_open_one_does() -> None:
    review = Review("2026-W47", "see", begun=date(2026, 11, 20))
    assert due("2026-11-21T09:00", review) == "2026-W47"
    assert due("2026-11-21T09:00", review.replace(finished=date(2026, 11, 20))) == ""


def test_whoever_wants_quiet_is_left_alone() -> None:
    assert due("2026-11-21T09:00", settings=Settings(remind=False)) == ""


def test_another_day_and_another_first_day_of_the_week() -> None:
    sunday = Settings(review_day=6, review_at=1200, week_start=6)
    assert due("2026-11-22T19:59", settings=sunday) == "2026-W47"
    assert due("2026-11-22T20:00", settings=sunday) == "2026-W48"
