"""What every log promises, in memory and on disk."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.fakes import NOW, MemoryStore, at, entry
from tests.papers import ONE_OF_EACH, brief, quote
from tracker.domain.book import Draft
from tracker.domain.cadence import Cadence
from tracker.domain.errors import Refused
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.task import Task
from tracker.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.domain.book import Book, Log
    from tracker.domain.entry import Entry

DAY = timedelta(days=1)


@pytest.fixture(params=["memory", "disk"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Log:
    if request.param == "memory":
        return MemoryStore()
    return Store(
        str(tmp_path / "home"), device="here", state=str(tmp_path / "state"), now=NOW.timestamp
    )


def put(log: Log, *entries: Entry, label: str = "put") -> None:
    log.change(lambda _book: Draft(label, put=entries))


def ids(entries: tuple[Entry, ...]) -> list[str]:
    return [found.id for found in entries]


def all_of(log: Log) -> list[str]:
    return ids(log.entries(NOW - 4000 * DAY, NOW + 4000 * DAY))


def test_an_empty_log(log: Log) -> None:
    assert log.running() == ()
    assert log.latest(5) == ()
    assert log.tasks() == ()
    assert log.papers() == ()
    assert log.stints(0, 10**10) == ([], [])
    assert log.changes(5) == ()
    assert log.entry("a") is None
    assert log.entries(NOW - DAY, NOW + DAY) == ()
    assert log.known_ids(NOW - DAY, NOW + DAY) == frozenset()


def test_what_was_put_comes_back(log: Log) -> None:
    whole = entry(
        "Invoicing",
        "09:15",
        "10:00",
        entry_id="a",
        project="Acme — GmbH",
        tags=("admin", "büro"),
        note="November batch 🙂",
        billable=False,
        source="import:toggl",
        origin="3f2a",
    )
    put(log, whole)
    found = log.entry("a")
    assert found is not None
    assert found.revised
    assert found.replace(revised="") == whole


def test_running_ones_are_oldest_first(log: Log) -> None:
    put(log, entry("B", "09:00"), entry("A", "08:00"), entry("C", "07:00", "07:30"))
    assert ids(log.running()) == ["a", "b"]


def test_a_timer_that_is_stopped_moves_and_is_there_once(log: Log) -> None:
    put(log, entry("A", "08:00"))
    put(log, entry("A", "08:00", "08:30"))
    assert log.running() == ()
    assert all_of(log) == ["a"]
    assert log.latest(1)[0].when == Span(at("08:00"), at("08:30"))


def test_one_that_is_stopped_can_run_again(log: Log) -> None:
    put(log, entry("A", "08:00", "08:30"))
    put(log, entry("A", "08:00"))
    assert ids(log.running()) == ["a"]
    assert all_of(log) == ["a"]


def test_a_range_is_half_open_and_a_running_one_never_ends(log: Log) -> None:
    put(
        log,
        entry("before", "07:00", "08:00"),
        entry("into", "07:30", "08:01"),
        entry("from", "09:59", "11:00"),
        entry("after", "10:00", "11:00"),
        entry("open", "05:00"),
    )
    assert ids(log.entries(at("08:00"), at("10:00"))) == ["open", "into", "from"]
    assert ids(log.overlapping(Span(at("08:00"), at("10:00")))) == ["open", "into", "from"]
    assert ids(log.entries(at("04:00"), at("05:00"))) == []


def test_an_entry_of_a_month_reaches_into_the_range(log: Log) -> None:
    long = Span(datetime(2026, 10, 20, tzinfo=UTC), datetime(2026, 11, 19, tzinfo=UTC))
    put(log, entry("A", "09:00").replace(when=long))
    assert all_of(log) == ["a"]
    last = Span(long.stop - timedelta(seconds=1), long.stop)
    assert ids(log.overlapping(last)) == ["a"]
    assert ids(log.overlapping(Span(long.stop, long.stop + DAY))) == []


def test_amounts_count_by_the_noon_of_their_day_and_overlap_nothing(log: Log) -> None:
    amount = entry("A", "09:00").replace(when=Amount(date(2026, 11, 19), 3600))
    put(log, amount)
    noon = datetime(2026, 11, 19, 12, tzinfo=UTC)
    second = timedelta(seconds=1)
    assert ids(log.entries(noon, noon + second)) == ["a"]
    assert ids(log.entries(noon - DAY, noon)) == []
    assert ids(log.entries(noon + second, noon + DAY)) == []
    assert log.overlapping(Span(noon - DAY, noon + DAY)) == ()
    assert log.latest(1)[0].when == amount.when


def test_latest_are_by_start_newest_first_over_months(log: Log) -> None:
    entries = [
        entry(f"t{number}", "09:00", "09:30", day=f"2026-{month:02}-{day:02}")
        for number, (month, day) in enumerate([(11, 19), (11, 2), (9, 30), (10, 31), (10, 1)])
    ]
    put(log, *entries, entry("old", "09:00", day="2026-08-01"))
    expected = ["t0", "t1", "t3", "t4", "t2", "old"]
    for count in range(len(expected) + 2):
        assert ids(log.latest(count)) == expected[:count]


def test_suggestions_wait_apart_and_settle_in_one_change(log: Log) -> None:
    one, two = entry("Call", "08:00", "08:30"), entry("Mail", "08:30", "09:00")
    log.change(lambda _: Draft("suggested", put_suggestions=(two, one)))
    assert ids(log.suggestions()) == ["call", "mail"]
    assert all_of(log) == []
    log.change(lambda _: Draft("accepted", put=(one,), drop_suggestions=("call",)))
    assert (ids(log.suggestions()), all_of(log)) == (["mail"], ["call"])
    assert log.suggested_ids() == {"call", "mail"}
    log.undo()
    assert (ids(log.suggestions()), all_of(log)) == (["call", "mail"], [])
    log.redo()
    assert (ids(log.suggestions()), all_of(log)) == (["mail"], ["call"])
    log.change(lambda _: Draft("edited", put_suggestions=(two.replace(task="Post"),)))
    assert [found.task for found in log.suggestions()] == ["Post"]
    assert log.change(lambda _: Draft("none", drop_suggestions=("call",))).number == 0


def test_papers_are_put_changed_and_removed_by_id(log: Log) -> None:
    log.change(lambda _: Draft("wrote", put_papers=ONE_OF_EACH))
    found = log.papers()
    assert all(paper.revised for paper in found)
    assert [paper.replace(revised="") for paper in found] == sorted(
        ONE_OF_EACH, key=lambda paper: paper.id
    )
    again = Draft("again", put_papers=ONE_OF_EACH, drop_papers=("unknown",))
    assert log.change(lambda _: again).number == 0
    log.change(
        lambda _: Draft("changed", put_papers=(quote(amount=55.0),), drop_papers=("b1", "h1"))
    )
    assert {paper.id for paper in log.papers()} == {"i1", "k1", "l1", "2026-W47", "q1"}
    assert [paper.amount for paper in log.papers() if paper.id == "q1"] == [55.0]
    log.undo()
    assert len(log.papers()) == len(ONE_OF_EACH)
    log.redo()
    log.change(lambda _: Draft("back", put_papers=(brief(),)))
    assert "b1" in {paper.id for paper in log.papers()}
    assert (all_of(log), log.tasks()) == ([], ())


def test_a_task_keeps_its_rhythm(log: Log) -> None:
    task = Task(
        "Invoicing",
        share=0.6,
        cadence=Cadence("week", 2, (0, 4), grace=0),
        paused_until=date(2026, 12, 1),
        silent=True,
    )
    log.change(lambda _: Draft("said", put_tasks=(task,)))
    assert [found.replace(revised="") for found in log.tasks()] == [task]
    log.change(lambda _: Draft("unsaid", put_tasks=(Task("Invoicing"),)))
    assert [found.replace(revised="") for found in log.tasks()] == [Task("Invoicing")]
    log.undo()
    assert [found.replace(revised="") for found in log.tasks()] == [task]


def test_stints_are_the_same_time_as_numbers(log: Log) -> None:
    put(
        log,
        entry("A", "08:00", "09:00", project="Acme"),
        entry("B", "09:00"),
        entry("C", "08:00").replace(when=Amount(date(2026, 11, 19), 3600)),
    )
    second = {clock: int(at(clock).timestamp()) for clock in ("08:00", "09:00", "15:00")}
    stints, amounts = log.stints(second["08:00"], second["15:00"])
    assert sorted(stints) == [
        (second["08:00"], second["09:00"], "A", "Acme"),
        (second["09:00"], None, "B", ""),
    ]
    assert amounts == [("2026-11-19", 3600, "C", "")]
    pieces = list(log.stints_by_year(second["08:00"], second["15:00"]))
    assert sorted([one for some, _ in pieces for one in some]) == sorted(stints)
    assert [one for _, more in pieces for one in more] == amounts


def test_entries_of_a_task_are_found_whatever_their_case_and_month(log: Log) -> None:
    put(
        log,
        entry("Email", "09:15", "09:30", entry_id="a"),
        entry("EMAIL", "09:15", "09:30", day="2025-01-31", entry_id="b"),
        entry("Emails", "09:30", "09:45", entry_id="c"),
        entry("email", "09:50", entry_id="d"),
    )
    assert ids(log.named("email")) == ["b", "a", "d"]
    assert log.named("nothing") == ()


def test_known_ids_are_of_whole_months_and_keep_the_deleted(log: Log) -> None:
    put(
        log,
        entry("A", "09:00", "09:30", day="2026-11-02"),
        entry("B", "09:00", "09:30", day="2026-10-02"),
        entry("C", "09:00", "09:30", day="2026-09-30"),
    )
    log.change(lambda _book: Draft("deleted", delete=("a",)))
    month = (datetime(2026, 10, 5, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC))
    assert log.known_ids(*month) == {"b"}
    assert log.known_ids(month[0], month[1] + timedelta(seconds=1)) == {"a", "b"}
    log.undo()
    assert log.known_ids(month[0], month[1] + timedelta(seconds=1)) == {"a", "b"}


def test_tasks_are_put_changed_and_removed_by_name(log: Log) -> None:
    tasks = (Task("Invoicing", tedium=5), Task("E-mail", project="Acme", only_me=False))
    log.change(lambda _book: Draft("rated", put_tasks=tasks))
    assert {task.replace(revised="") for task in log.tasks()} == set(tasks)
    log.change(
        lambda _book: Draft(
            "rated", put_tasks=(Task("E-mail", like=1),), delete_tasks=("Invoicing", "unknown")
        )
    )
    assert [task.replace(revised="") for task in log.tasks()] == [Task("E-mail", like=1)]
    log.undo()
    assert {task.replace(revised="") for task in log.tasks()} == set(tasks)


def test_a_change_tells_what_was_and_is(log: Log) -> None:
    first = entry("A", "08:00", "09:00")
    log.change(lambda _book: Draft("added A", put=(first,)))
    change = log.change(
        lambda _book: Draft("edited", put=(first.replace(note="x"), entry("B", "09:00", "10:00")))
    )
    assert (change.number, change.label, change.kind) == (2, "edited", "do")
    assert [found.replace(revised="") for found in change.before] == [first]
    assert ids(change.after) == ["a", "b"]
    assert change.after[0].note == "x"
    undone = log.undo()
    assert (undone.number, undone.label, undone.kind) == (3, "edited", "undo")
    assert ids(undone.before) == ["a", "b"]
    assert [found.replace(revised="") for found in undone.after] == [first]
    assert [(c.number, c.kind, c.label, c.before) for c in log.changes(2)] == [
        (3, "undo", "edited", ()),
        (2, "do", "edited", ()),
    ]


def test_undo_and_redo_walk_the_whole_day(log: Log) -> None:
    states: list[object] = [all_of(log)]
    put(log, entry("A", "08:00"))
    states.append([found.when for found in log.latest(9)])
    put(log, entry("A", "08:00", "08:30"), entry("B", "08:30"))
    states.append([found.when for found in log.latest(9)])
    log.change(lambda _book: Draft("deleted", delete=("b",)))
    states.append([found.when for found in log.latest(9)])
    for expected in (*states[2::-1],):
        log.undo()
        assert [found.when for found in log.latest(9)] == expected
    with pytest.raises(Refused, match="Nothing to undo"):
        log.undo()
    for expected in states[1:]:
        log.redo()
        assert [found.when for found in log.latest(9)] == expected
    with pytest.raises(Refused, match="Nothing to redo"):
        log.redo()


def test_a_new_change_ends_what_can_be_redone(log: Log) -> None:
    put(log, entry("A", "08:00", "09:00"), label="one")
    put(log, entry("B", "09:00", "10:00"), label="two")
    log.undo()
    put(log, entry("C", "10:00", "11:00"), label="three")
    with pytest.raises(Refused):
        log.redo()
    log.undo()
    assert log.undo().label == "one"
    assert all_of(log) == []
    assert [log.redo().label, log.redo().label] == ["one", "three"]
    assert all_of(log) == ["a", "c"]


def test_what_changes_nothing_is_no_change(log: Log) -> None:
    put(log, entry("A", "08:00", "09:00"))
    log.undo()
    log.redo()
    for draft in (
        Draft("nothing"),
        Draft("the same", put=(entry("A", "08:00", "09:00"),)),
        Draft("unknown", delete=("nobody",), delete_tasks=("Nothing",)),
    ):
        assert log.change(lambda _book, draft=draft: draft).number == 0
    assert log.changes(1)[0].number == 3
    log.undo()
    assert all_of(log) == []


def test_a_decision_sees_the_log_and_may_refuse(log: Log) -> None:
    put(log, entry("A", "08:00"))
    seen: list[object] = []

    def decide(book: Book) -> Draft:
        seen.extend([ids(book.running()), book.entry("a") is not None, len(book.tasks())])
        raise Refused("No.")

    with pytest.raises(Refused, match="No"):
        log.change(decide)
    assert seen == [["a"], True, 0]
    assert len(log.changes(9)) == 1
    put(log, entry("B", "09:00", "10:00"))
    assert len(log.changes(9)) == 2


def test_moving_to_another_month_and_back(log: Log) -> None:
    first = entry("A", "08:00", "09:00")
    put(log, first)
    for days in (40, 80, 0, 20, 400):
        when = Span(first.when.start - days * DAY, first.when.stop - days * DAY)
        put(log, log.latest(1)[0].replace(when=when))
        assert all_of(log) == ["a"]
        assert ids(log.entries(when.start, when.stop)) == ["a"]
        assert log.entry("a") == log.latest(1)[0]
        assert ids(log.entries(NOW - DAY, NOW + DAY)) == (["a"] if days == 0 else [])
    log.change(lambda _book: Draft("deleted", delete=("a",)))
    assert all_of(log) == []
    assert log.entry("a") is None
    for days in (400, 20, 0, 80, 40, 0):
        log.undo()
        assert log.latest(1)[0].when.start == first.when.start - days * DAY
        assert all_of(log) == ["a"]
    log.undo()
    assert all_of(log) == []


def test_a_running_one_moves_over_a_month_end(log: Log) -> None:
    running = entry("A", "08:00", day="2026-11-01")
    put(log, running)
    moved = OpenSpan(running.when.start - 20 * DAY)
    put(log, log.running()[0].replace(when=moved))
    put(log, log.running()[0].replace(when=Span(moved.start, moved.start + DAY)))
    assert all_of(log) == ["a"]
    assert ids(log.entries(NOW - 15 * DAY, NOW)) == []
    log.change(lambda _book: Draft("deleted", delete=("a",)))
    assert all_of(log) == []
    for _ in range(4):
        log.undo()
    assert all_of(log) == []
    for _ in range(3):
        log.redo()
    assert all_of(log) == ["a"]
    assert log.running() == ()


def test_the_stamp_differs_after_a_change(log: Log) -> None:
    before = log.stamp()
    put(log, entry("A", "08:00"))
    after = log.stamp()
    assert after != before
    assert log.stamp() == after
