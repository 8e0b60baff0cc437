"""Every rhythm that can be kept can be written and read back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.cadence import Cadence
from tracker.domain.errors import Unreadable
from tracker.line.rhythm import read_cadence, write_cadence

EVERY = st.integers(1, 99)
GRACE = st.none() | st.integers(0, 60)
DAYS = st.frozensets(st.integers(0, 6), max_size=7).map(lambda days: tuple(sorted(days)))
ENDS = (st.integers(1, 10) | st.integers(-10, -1)).filter(bool)
PLACE = st.one_of(
    st.just({}),
    (st.integers(1, 31) | st.just(-1)).map(lambda day: {"day": day}),
    st.tuples(st.sampled_from((1, 2, 3, 4, -1)), st.integers(0, 6)).map(
        lambda said: {"nth": said[0], "weekdays": (said[1],)}
    ),
    ENDS.map(lambda day: {"business": day}),
)
PLAIN = st.builds(
    Cadence,
    st.sampled_from(("day", "weekday", "week", "month", "quarter")),
    EVERY,
    after=st.booleans(),
    grace=GRACE,
)
WEEKLY = st.builds(Cadence, st.just("week"), EVERY, DAYS, grace=GRACE)
MONTHLY = st.builds(lambda every, place: Cadence("month", every, **place), EVERY, PLACE)
QUARTERLY = st.builds(
    lambda every, place, month: Cadence("quarter", every, **place, month=month if place else 0),
    EVERY,
    PLACE,
    st.integers(0, 2),
)
RARE = st.builds(Cadence, st.sampled_from(("as-needed", "none")), grace=GRACE)
CADENCES = PLAIN | WEEKLY | MONTHLY | QUARTERLY | RARE


@settings(max_examples=300)
@given(CADENCES)
def test_written_and_read_back(cadence: Cadence) -> None:
    assert read_cadence(write_cadence(cadence)) == cadence
    assert read_cadence(write_cadence(cadence).upper()) == cadence


WORDS = ("every", "2", "2nd", "last", "of", "the", "month", "on", "fri", "days", "grace", "after")


@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_are_read_or_pointed_at(words: list[str]) -> None:
    text = " ".join(words)
    found = None
    try:
        found = read_cadence(text)
    except Unreadable as error:
        start, stop = error.start, error.stop
    assert found is not None or 0 <= start <= stop <= len(text)
