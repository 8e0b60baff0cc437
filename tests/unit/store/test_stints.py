"""What is kept of resting months is what their ledgers say, or is not used."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tracker.domain.book import Draft
from tracker.domain.entry import Entry
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.store.stints import stints
from tracker.store.store import Store

YEARS = (datetime(2024, 1, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))


def second(moment: datetime) -> int:
    return int(moment.timestamp())


def block(entry_id: str, start: datetime, minutes: int = 60, task: str = "Email") -> Entry:
    return Entry(entry_id, task, Span(start, start + timedelta(minutes=minutes)), project="Acme")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two and a half years: blocks, one over the end of a month, amounts, one that runs."""
    store = Store(
        str(tmp_path / "home"), device="desk", state=str(tmp_path / "state"), now=time.time
    )
    entries = [
        block(f"b{n}", YEARS[0] + timedelta(days=9 * n, hours=n % 24), task=f"Task {n % 7}")
        for n in range(110)
    ]
    entries.append(block("edge", datetime(2025, 3, 31, 23, 30, tzinfo=UTC)))
    entries += [Entry(f"a{n}", "Calls", Amount(date(2025, n, 28), 1800)) for n in range(1, 13)]
    entries.append(Entry("run", "Old timer", OpenSpan(datetime(2025, 2, 3, 9, tzinfo=UTC))))
    store.change(lambda _book: Draft("filled", tuple(entries)))
    rest(tmp_path / "home" / "desk")
    return store


def rest(folder: Path) -> None:
    """Let every ledger look as if it had not been touched for a while."""
    for path in folder.glob("*.json"):
        os.utime(path, ns=(path.stat().st_mtime_ns - 60 * 10**9,) * 2)


@pytest.mark.parametrize("kept", [False, True], ids=["cold", "kept"])
def test_pieces_are_years_and_make_the_whole(store: Store, kept: bool) -> None:
    low, high = second(YEARS[0]), second(YEARS[1])
    if kept:
        stints(store, low, high)
    pieces = list(store.stints_by_year(low, high))
    timed, days = stints(store, low, high)
    assert len(pieces) > 2
    assert [one for some, _ in pieces for one in some] == timed
    assert [one for _, more in pieces for one in more] == days


def plain(store: Store, start: int, stop: int) -> tuple[list[object], list[object]]:
    """The same from the rows themselves."""
    rows = list(store.rows(start, stop))
    timed: list[object] = [
        (row["start"], row.get("stop"), row["task"], row.get("project", ""))
        for row in rows
        if "day" not in row
    ]
    days: list[object] = [
        (row["day"], row["seconds"], row["task"], row.get("project", ""))
        for row in rows
        if "day" in row
    ]
    return timed, days


def agree(store: Store, start: datetime, stop: datetime) -> None:
    """What is in the range is the same, once each; more may be there at the edges only."""
    low, high = second(start), second(stop)
    timed, days = stints(store, low, high)
    inside = [one for one in timed if one[0] < high and (one[1] is None or one[1] > low)]
    wanted, wanted_days = plain(store, low, high)
    assert sorted(inside, key=repr) == sorted(wanted, key=repr)
    assert len(set(timed)) == len(timed)
    assert set(wanted_days) <= set(days)
    assert len(set(days)) == len(days)


def kept(store: Store) -> list[Path]:
    return sorted(Path(store.state, "cache").glob("stints-*"))


RANGES = [
    YEARS,
    (datetime(2024, 3, 5, tzinfo=UTC), datetime(2025, 4, 1, tzinfo=UTC)),
    (datetime(2025, 4, 1, tzinfo=UTC), datetime(2026, 11, 15, 13, tzinfo=UTC)),
    (datetime(2024, 2, 1, tzinfo=UTC), datetime(2024, 2, 2, tzinfo=UTC)),
    (datetime(1970, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)),
    (datetime(1970, 1, 1, tzinfo=UTC), datetime(1971, 1, 1, tzinfo=UTC)),
]


@pytest.mark.parametrize(("start", "stop"), RANGES)
def test_it_is_what_the_ledgers_say_cold_and_kept(
    store: Store, start: datetime, stop: datetime
) -> None:
    agree(store, start, stop)
    agree(store, start, stop)


def test_what_is_kept_is_used(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stints(store, second(YEARS[0]), second(YEARS[1]))
    assert len(kept(store)) == 3
    read: list[int] = []
    rows = Store.rows

    def counted(self: Store, start: int, stop: int) -> object:
        read.append(stop - start)
        return rows(self, start, stop)

    monkeypatch.setattr(Store, "rows", counted)
    assert stints(store, second(YEARS[0]), second(YEARS[1])) == before
    assert len(read) == 1


def test_a_change_of_a_kept_month_is_seen(store: Store) -> None:
    agree(store, *YEARS)
    moved = block("b3", datetime(2024, 6, 1, 8, tzinfo=UTC), task="Moved")
    store.change(lambda _book: Draft("moved", (moved,), delete=("b7",)))
    agree(store, *YEARS)
    assert any(one[2] == "Moved" for one in stints(store, second(YEARS[0]), second(YEARS[1]))[0])
    store.undo()
    agree(store, *YEARS)


def test_a_ledger_that_has_just_changed_is_not_kept(store: Store) -> None:
    store.change(lambda _book: Draft("added", (block("new", datetime(2024, 5, 5, 5, tzinfo=UTC)),)))
    agree(store, *YEARS)
    agree(store, *YEARS)
    import marshal

    months = marshal.loads(kept(store)[0].read_bytes())  # noqa: S302
    assert "2024-05" not in months
    assert "2024-04" in months


def test_two_machines_are_merged_without_it(store: Store) -> None:
    agree(store, *YEARS)
    other = Store(store.home, device="laptop", state=store.state, now=time.time)
    other.change(lambda _book: Draft("gone", delete=("b3", "b50")))
    agree(store, *YEARS)


def test_a_damaged_cache_is_not_believed(store: Store) -> None:
    agree(store, *YEARS)
    for content in (b"", b"\x00garbage", b"N", b"i\x01\x00\x00\x00"):
        for path in kept(store):
            path.write_bytes(content)
        agree(store, *YEARS)


def test_a_state_folder_that_cannot_be_written_costs_time_only(store: Store) -> None:
    store.state = "/dev/null/state"
    agree(store, *YEARS)


def test_an_empty_home(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "none"), device="x", state=str(tmp_path / "s"), now=time.time)
    assert stints(store, 0, 10**10) == ([], [])
    assert not (tmp_path / "none").exists()
