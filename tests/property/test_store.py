"""Whatever is done to the log on disk, it stays what a log in memory would be."""

from __future__ import annotations

import itertools
import json
import shutil
import tempfile
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import papers
from tests.fakes import NOW, MemoryStore
from tests.fault import scenes
from tests.fault.scenes import opened, state, strays
from tracker.domain.book import Draft
from tracker.domain.entry import Entry
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.task import MARKS, RATINGS, Task
from tracker.store import paper_rows, rows
from tracker.store.backup import DAYS, MONTHS, WEEKS, kept
from tracker.store.clock import next_stamp
from tracker.store.record import Header, Record, decode, encode
from tracker.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.papers import Paper

STEPS = sorted(set(scenes.STEPS), key=lambda step: step.__name__)
FIRST = datetime(1971, 1, 1, tzinfo=UTC)
LAST = datetime(2998, 1, 1, tzinfo=UTC)

text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(
    lambda given: given.strip()
)
ids = st.text("abcdefghij0123456789", min_size=1, max_size=8)
instants = st.datetimes(
    FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(UTC)
)
spans = st.builds(
    lambda start, seconds: Span(start, start + timedelta(seconds=seconds)),
    instants,
    st.integers(1, 31 * 86_400),
)
amounts = st.builds(Amount, st.dates(date(1971, 1, 1), date(2998, 1, 1)), st.integers(1, 25 * 3600))
whens = st.one_of(spans, spans, amounts, st.builds(OpenSpan, instants))


def _is_nameable(name: str) -> bool:
    """Whether anything is left of it once the domain has cleaned it."""
    from tracker.domain.entry import plain

    return bool(plain(name))


names = text.filter(_is_nameable)
entries = st.builds(
    Entry,
    id=ids,
    task=names,
    when=whens,
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns"]),
    project=st.just("") | names,
    tags=st.lists(names.filter(lambda tag: _is_nameable(tag.lstrip("#"))), max_size=3).map(tuple),
    note=st.just("") | text,
    source=st.sampled_from(["timer", "typed", "import:toggl"]),
    billable=st.none() | st.booleans(),
    revised=st.just("1795078637000-0000-here"),
    origin=st.just("") | ids,
)
tasks = st.builds(
    Task,
    name=names,
    project=st.just("") | text,
    category=st.just("") | ids,
    revised=st.just("1795078637000-0000-here"),
    **{rating: st.none() | st.integers(1, 5) for rating in RATINGS},
    **{mark: st.none() | st.booleans() for mark in MARKS},
    **papers.rhythms,
)


@contextmanager
def folder() -> Iterator[Path]:
    """A folder of its own for every example."""
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


@given(entries)
@settings(max_examples=200)
def test_an_entry_comes_back_from_its_row(entry: Entry) -> None:
    row = rows.entry_row(entry, entry.revised)
    assert rows.entry(row) == entry
    assert rows.is_month(f"{rows.month_of(row)}.json")
    assert f"{entry.order()[0]:%Y-%m}" == rows.month_of(row)
    assert entry.order() == (datetime.fromtimestamp(rows.instant_of(row), UTC), row["id"])


@given(tasks)
def test_a_task_comes_back_from_its_row(task: Task) -> None:
    assert rows.task(rows.task_row(task, task.revised)) == task


@given(papers.papers)
def test_a_paper_comes_back_from_its_row(paper: Paper) -> None:
    row = paper_rows.paper_row(paper, "r")
    assert paper_rows.paper(json.loads(json.dumps(row))) == paper.replace(revised="r")
    assert None not in row.values() or "promise" in row


@given(st.lists(entries, max_size=5), st.text(max_size=30).filter(lambda t: t.isprintable()))
def test_a_record_comes_back_from_its_bytes(put: list[Entry], label: str) -> None:
    header = Header(7, "do", label, 1_795_078_637, "1795078637000-0000-here", 7, 0, 6)
    operations = {
        "2026-11.json": [
            (entry.id, number + 1, None, rows.entry_row(entry, "r"))
            for number, entry in enumerate(put)
        ]
    }
    record = Record(header, operations)
    assert decode(encode(record)) == record


@given(st.lists(st.floats(-1e3, 4e9), min_size=1, max_size=12), st.sampled_from(["a", "z-9"]))
def test_stamps_only_ever_go_forward(clock: list[float], device: str) -> None:
    stamps = [""]
    for now in clock:
        stamps.append(next_stamp(now, device, stamps[-1:]))
    assert stamps == sorted(set(stamps))
    assert all(len(stamp) == 19 + len(device) for stamp in stamps[1:])


def test_a_stamp_carries_over_when_its_counter_is_full() -> None:
    assert next_stamp(1, "a", ["0000000005000-9999-b"]) == "0000000005001-0000-a"


@given(st.lists(st.sampled_from(range(len(STEPS))), max_size=14))
@settings(max_examples=35)
def test_any_sequence_of_changes_is_that_of_a_log_in_memory(chosen: list[int]) -> None:
    with folder() as place:
        model, clock = MemoryStore(), scenes.Ticking()
        for number, which in enumerate(chosen):
            STEPS[which](model, number)
            STEPS[which](opened(place, now=clock), number)
            log = opened(place, now=clock)
            assert state(log) == state(model)
            assert [e.id for e in log.running()] == [e.id for e in model.running()]
            assert [e.id for e in log.latest(3)] == [e.id for e in model.latest(3)]
        listed = [(c.number, c.kind, c.label) for c in opened(place).changes(99)]
        assert listed == [(c.number, c.kind, c.label) for c in model.changes(99)]
        assert strays(place) == []


@given(
    st.lists(entries, max_size=8, unique_by=lambda entry: entry.id),
    st.tuples(instants, instants).map(sorted),
)
@settings(max_examples=40)
def test_a_range_selects_what_memory_selects(put: list[Entry], ends: list[datetime]) -> None:
    start, stop = (end.replace(microsecond=0) for end in ends)
    with folder() as place:
        log, model = opened(place), MemoryStore()
        for each in (log, model):
            each.change(lambda _book: Draft("put", put=tuple(put)))
        near = [when for entry in put for when in _edges(entry)]
        ranges = [(start, stop), *itertools.pairwise(near)]
        for first, last in ((first, last) for first, last in ranges if first < last):
            expected = [entry.id for entry in model.entries(first, last)]
            assert [entry.id for entry in log.entries(first, last)] == expected
            found = log.rows(int(first.timestamp()), int(last.timestamp()))
            assert sorted(row["id"] for row in found) == sorted(expected)


def _edges(entry: Entry) -> list[datetime]:
    first = entry.order()[0]
    last = entry.when.stop if isinstance(entry.when, Span) else first
    return [first - timedelta(seconds=1), first, last, last + timedelta(seconds=1)]


class Synced:
    """Two machines with a folder each, and a sync tool that runs when it likes."""

    def __init__(self, place: Path) -> None:
        self._homes = {name: place / name / "home" for name in "ab"}
        ticking = scenes.Ticking()
        skews = {"a": 0.0, "b": -7200.0}
        self.logs = {
            name: Store(
                str(home),
                device=name,
                state=str(place / name / "state"),
                now=lambda name=name: ticking() + skews[name],
            )
            for name, home in self._homes.items()
        }

    def bring(self, source: str, target: str) -> None:
        """Copy what ``source`` wrote to where ``target`` reads."""
        written, copy = self._homes[source] / source, self._homes[target] / source
        if written.exists():
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(written, copy)


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from([None, *range(len(STEPS))])), max_size=16
    )
)
@settings(max_examples=15)
def test_two_machines_that_have_heard_of_each_other_agree(
    doings: list[tuple[str, int | None]],
) -> None:
    with folder() as place:
        synced = Synced(place)
        for number, (name, which) in enumerate(doings):
            if which is None:
                synced.bring(name, "ab".replace(name, ""))
            else:
                STEPS[which](synced.logs[name], number)
        synced.bring("a", "b")
        synced.bring("b", "a")
        first, second = synced.logs["a"], synced.logs["b"]
        assert state(first) == state(second)
        for log in (first, second):
            everything = log.entries(*scenes.EVERYTHING)
            assert len({entry.id for entry in everything}) == len(everything)
            assert log.running() == tuple(entry for entry in everything if entry.running)
            assert log.latest(len(everything)) == everything[::-1]
            for entry in everything:
                assert log.entry(entry.id) == entry
                start = entry.order()[0]
                assert entry in log.entries(start, start + timedelta(seconds=1))


@given(st.sets(st.dates(NOW.date() - timedelta(days=900), NOW.date()), max_size=80))
def test_backups_are_kept_by_age(days: set[date]) -> None:
    listed = sorted((day.isoformat() for day in days), reverse=True)
    keep = kept(listed)
    assert set(listed[:DAYS]) <= keep <= set(listed)
    assert len(keep) <= DAYS + WEEKS + MONTHS
    assert {day[:7] for day in listed[:1]} <= {day[:7] for day in keep}
    months = sorted({day[:7] for day in listed}, reverse=True)[:MONTHS]
    assert set(months) <= {day[:7] for day in keep}
