"""The zone of the C library is the zone of ``zoneinfo``, whatever the clocks do."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.calendar.local import midnights
from tracker.cli.clock import Clock, SystemZone

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Pacific/Auckland",
    "America/Havana",
)
instants = st.integers(min_value=946_684_800, max_value=2_051_222_400)  # 2000 to 2034


@contextmanager
def machine_in(name: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


@given(st.sampled_from(ZONES), instants)
def test_instants_show_the_same_clock(name: str, second: int) -> None:
    with machine_in(name):
        ours = datetime.fromtimestamp(second, SystemZone())
        theirs = datetime.fromtimestamp(second, ZoneInfo(name))
        assert ours.replace(tzinfo=None) == theirs.replace(tzinfo=None)
        assert ours.fold == theirs.fold
        assert ours.utcoffset() == theirs.utcoffset()
        assert ours.astimezone(UTC) == theirs.astimezone(UTC)


@given(st.sampled_from(ZONES), instants, st.integers(0, 1))
def test_wall_clocks_mean_the_same_instant(name: str, second: int, fold: int) -> None:
    wall = datetime.fromtimestamp(second, UTC).replace(tzinfo=None, fold=fold)
    with machine_in(name):
        ours = wall.replace(tzinfo=SystemZone()).utcoffset()
    assert ours == wall.replace(tzinfo=ZoneInfo(name)).utcoffset()


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("day_start", [0, 150, 240])
def test_days_begin_at_the_same_instants(name: str, day_start: int) -> None:
    first, stop = date(2006, 1, 1), date(2020, 1, 1)
    with machine_in(name):
        ours = Clock(datetime(2020, 1, 1, tzinfo=UTC), "", day_start).midnights(first, stop)
    assert ours == midnights(first, stop, name, day_start)


@given(st.sampled_from(ZONES), instants)
def test_every_instant_lies_in_its_day(name: str, second: int) -> None:
    with machine_in(name):
        clock = Clock(datetime.fromtimestamp(second, UTC), "", 0)
        began = clock.day_began()
        assert began <= second < began + 25 * 3600
        assert clock.day(began) == clock.today()
        assert clock.day(began - 1) == clock.today() - timedelta(days=1)
