"""Adding finished time, and making room for it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes import NOW, Ids, MemoryStore, at, entry, moment
from tracker.domain.entry import What
from tracker.domain.errors import InvalidValue, Overlap, Refused
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.intents.decide import decide
from tracker.intents.intent import Add, Moment


def add(
    log: MemoryStore, start: str, stop: str, task: str = "New", *, trim: bool = False
) -> list[tuple[str, str, object]]:
    intent, here = Add(What(task), Span(at(start), at(stop))), moment()
    log.change(lambda book: decide(intent, book, here, trim=trim))
    return [(e.id, e.task, e.when) for e in log.all()]


def test_add_logs_a_block_and_makes_the_task_known() -> None:
    log = MemoryStore()
    assert add(log, "09:00", "09:30") == [("n1", "New", Span(at("09:00"), at("09:30")))]
    assert log.all()[0].source == "typed"
    assert [task.name for task in log.tasks()] == ["New"]
    assert log.changes(1)[0].label == "added New"


def test_what_only_touches_is_not_in_the_way() -> None:
    log = MemoryStore.of(entry("A", "08:00", "09:00"), entry("B", "09:30", "09:40"))
    assert [task for _, task, _ in add(log, "09:00", "09:30")] == ["A", "New", "B"]


def test_an_overlap_says_what_is_there_and_changes_nothing() -> None:
    log = MemoryStore.of(entry("Email", "09:15", "09:45"))
    with pytest.raises(Overlap) as refused:
        add(log, "09:00", "09:50")
    assert str(refused.value) == ("09:00-09:50 is already Email 09:15-09:45; trim it to make room.")
    assert log.changes(1) == ()
    assert log.tasks() == ()


def test_an_overlap_on_another_day_names_the_day_once() -> None:
    log = MemoryStore.of(entry("Email", "09:15", "09:45", day="2026-11-18"))
    span = Span(at("09:00", "2026-11-18"), at("10:00", "2026-11-18"))
    with pytest.raises(Overlap, match=r"^2026-11-18 09:00-10:00 is already Email 2026-11-18 "):
        log.change(lambda book: decide(Add(What("New"), span), book, moment()))


@pytest.mark.parametrize(
    ("start", "stop", "left"),
    [
        ("08:30", "09:15", [("a", "09:15", "10:00")]),
        ("09:45", "09:50", [("a", "09:00", "09:45"), ("n2", "09:50", "10:00")]),
        ("09:30", "09:57", [("a", "09:00", "09:30"), ("n2", "09:57", "10:00")]),
        ("08:00", "09:57", [("a", "09:57", "10:00")]),
    ],
)
def test_trim_shortens_and_splits(start: str, stop: str, left: list[tuple[str, str, str]]) -> None:
    log = MemoryStore.of(entry("A", "09:00", "10:00", note="kept", origin="hash"))
    add(log, start, stop, trim=True)
    kept = [e for e in log.all() if e.task == "A"]
    assert [(e.id, e.when) for e in kept] == [
        (entry_id, Span(at(first), at(last))) for entry_id, first, last in left
    ]
    assert {e.note for e in kept} == {"kept"}
    assert [e.origin for e in kept][1:] == [""] * (len(kept) - 1)


def test_trim_removes_what_is_wholly_covered() -> None:
    log = MemoryStore.of(entry("A", "09:00", "09:10"), entry("B", "09:10", "09:20"))
    assert [task for _, task, _ in add(log, "08:50", "09:20", trim=True)] == ["New"]


def test_a_running_timer_counts_until_now_and_runs_on_after_a_trim() -> None:
    log = MemoryStore.of(entry("Email", "09:00"))
    with pytest.raises(Overlap, match="Email, running since 09:00"):
        add(log, "09:20", "09:30")
    assert add(log, "09:20", "09:30", trim=True) == [
        ("email", "Email", Span(at("09:00"), at("09:20"))),
        ("n1", "New", Span(at("09:20"), at("09:30"))),
        ("n2", "Email", OpenSpan(at("09:30"))),
    ]


def test_a_block_over_the_start_of_the_timer_moves_its_start() -> None:
    log = MemoryStore.of(entry("Email", "09:00"))
    add(log, "08:30", "09:10", trim=True)
    assert log.running()[0].when == OpenSpan(at("09:10"))
    assert log.running()[0].id == "email"


def test_a_block_that_ends_in_the_future_is_refused() -> None:
    with pytest.raises(Refused, match=r"09:30-10:30 ends in the future: it is 09:57\."):
        add(MemoryStore(), "09:30", "10:30")


def test_a_block_may_end_now() -> None:
    log = MemoryStore()
    span = Span(at("09:30"), NOW)
    log.change(lambda book: decide(Add(What("Email"), span), book, moment()))
    assert log.all()[0].when == span


def test_amounts_never_overlap_and_need_a_day_that_has_come() -> None:
    log = MemoryStore.of(entry("Email", "09:00", "09:30"))
    here = moment(new_id=Ids())
    log.change(lambda book: decide(Add(What("A"), Amount(date(2026, 11, 19), 3600)), book, here))
    log.change(lambda book: decide(Add(What("A"), Amount(date(2026, 11, 18), 3600)), book, here))
    assert len(log.all()) == 3
    with pytest.raises(Refused, match="2026-11-20 is in the future: today is 2026-11-19"):
        log.change(lambda book: decide(Add(What("A"), Amount(date(2026, 11, 20), 60)), book, here))


def test_today_is_the_local_day() -> None:
    """At 23:30 UTC it is tomorrow in Berlin, and still the 18th in New York at 01:00 UTC."""
    late = NOW.replace(hour=23, minute=30)
    amount = Add(What("A"), Amount(date(2026, 11, 20), 60))
    MemoryStore().change(lambda book: decide(amount, book, moment(late)))
    early = Moment(NOW.replace(hour=1), "America/New_York", Ids())
    with pytest.raises(Refused, match="today is 2026-11-18"):
        decide(Add(What("A"), Amount(date(2026, 11, 19), 60)), MemoryStore(), early)


def test_a_block_needs_a_task() -> None:
    with pytest.raises(InvalidValue, match="task has no name"):
        add(MemoryStore(), "09:00", "09:30", " ")
