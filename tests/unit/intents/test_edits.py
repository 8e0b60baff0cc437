"""Edit, split and delete."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.fakes import NOW, MemoryStore, at, entry, moment
from tracker.domain.entry import Entry, What
from tracker.domain.errors import InvalidValue, Overlap, Refused
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.task import Task
from tracker.intents.decide import decide
from tracker.intents.intent import Delete, Edit, Split

if TYPE_CHECKING:
    from tracker.domain.book import Change
    from tracker.intents.intent import Intent


def do(log: MemoryStore, intent: Intent, *, trim: bool = False) -> Change:
    here = moment()
    return log.change(lambda book: decide(intent, book, here, trim=trim))


def day() -> MemoryStore:
    return MemoryStore.of(
        entry("Email", "08:00", "08:30", project="P", tags=("t",), note="n", billable=False),
        entry("Calls", "09:00", "09:30"),
        Entry("amount", "Notes", Amount(date(2026, 11, 18), 1500)),
    )


def test_edit_changes_what_is_given_and_keeps_the_rest() -> None:
    log = day()
    do(log, Edit("email", task="calls", project="", tags=("a", "b"), billable=True))
    edited = log.entry("email")
    assert edited is not None
    assert (edited.task, edited.project, edited.tags) == ("calls", "", ("a", "b"))
    assert (edited.note, edited.billable) == ("n", True)
    assert edited.when == Span(at("08:00"), at("08:30"))


def test_edit_uses_the_known_spelling() -> None:
    log = day()
    log.known["Payroll"] = Task("Payroll")
    do(log, Edit("email", task="PAYROLL"))
    assert log.held["email"].task == "Payroll"


def test_edit_that_changes_nothing_is_no_change() -> None:
    log = day()
    assert do(log, Edit("email", note="n", start=at("08:00"))).number == 0
    assert log.changes(1) == ()


def test_edit_moves_either_end() -> None:
    log = day()
    do(log, Edit("email", start=at("07:45")))
    do(log, Edit("email", stop=at("09:00")))
    assert log.held["email"].when == Span(at("07:45"), at("09:00"))


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (Edit("email", start=at("08:30")), r"The start 08:30 is not before the stop 08:30"),
        (Edit("email", stop=at("07:00")), r"The stop 07:00 is not after the start 08:00"),
        (Edit("calls", stop=at("11:00")), r"The stop 11:00 is in the future: it is 09:57\."),
        (Edit("calls", when=OpenSpan(at("11:00"))), r"The start 11:00 is in the future"),
        (Edit("amount", start=at("08:30")), r"give both a start and a stop"),
        (Edit("amount", stop=at("08:45")), r"give both a start and a stop"),
        (Edit("amount", when=Amount(date(2026, 12, 1), 60)), r"2026-12-01 is in the future"),
        (Edit("nobody", note="x"), r"There is no entry nobody"),
    ],
)
def test_an_impossible_edit_names_the_field(edit: Edit, sentence: str) -> None:
    log = day()
    with pytest.raises(Refused, match=sentence):
        do(log, edit)
    assert log.changes(1) == ()


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (Edit("email", task="  "), "task has no name"),
        (Edit("email", note="x" * 5000), "note is longer than 4000"),
        (Edit("email", start=at("08:00", "2026-01-01")), "31 days long at most"),
    ],
)
def test_what_the_domain_refuses_stays_refused(edit: Edit, sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        do(day(), edit)


def test_an_amount_becomes_a_block_and_the_other_way_round() -> None:
    log = day()
    do(log, Edit("amount", start=at("07:00"), stop=at("07:30")))
    assert log.held["amount"].when == Span(at("07:00"), at("07:30"))
    do(log, Edit("amount", when=Amount(date(2026, 11, 17), 60)))
    assert log.held["amount"].when == Amount(date(2026, 11, 17), 60)


def test_an_edit_over_logged_time_offers_the_trim() -> None:
    log = day()
    with pytest.raises(Overlap, match="08:00-09:10 is already Calls 09:00-09:30"):
        do(log, Edit("email", stop=at("09:10")))
    do(log, Edit("email", stop=at("09:10")), trim=True)
    assert log.held["calls"].when == Span(at("09:10"), at("09:30"))


def test_an_overlap_that_was_there_does_not_bar_an_edit() -> None:
    log = MemoryStore.of(entry("A", "08:00", "09:00"), entry("B", "08:30", "09:30"))
    do(log, Edit("a", start=at("07:50"), note="x"))
    do(log, Edit("a", stop=at("08:45")))
    assert log.held["a"].when == Span(at("07:50"), at("08:45"))
    with pytest.raises(Overlap):
        do(log, Edit("a", stop=at("08:50")))


def test_a_future_stop_from_an_import_does_not_bar_an_edit_of_its_start() -> None:
    log = MemoryStore.of(entry("A", "09:00", "11:00"))
    do(log, Edit("a", start=at("08:00")))
    assert log.held["a"].when == Span(at("08:00"), at("11:00"))


def test_the_start_of_a_running_timer_can_move() -> None:
    log = MemoryStore.of(entry("A", "08:00", "08:30"), entry("B", "09:00"))
    do(log, Edit("b", start=at("08:30")))
    assert log.running()[0].when == OpenSpan(at("08:30"))
    do(log, Edit("b", stop=at("09:30")))
    assert log.held["b"].when == Span(at("08:30"), at("09:30"))


def test_the_start_of_a_running_timer_stays_within_a_month() -> None:
    log = MemoryStore.of(entry("B", "09:00"))
    for start in (at("09:00", "2026-09-01"), at("09:00", "2026-10-15")):
        with pytest.raises(Refused, match="more than 31 days back"):
            do(log, Edit("b", start=start))


def test_running_again_makes_room_from_there_on() -> None:
    log = day()
    with pytest.raises(Overlap, match="From 08:00 on there is already Calls"):
        do(log, Edit("email", when=OpenSpan(at("08:00"))))
    do(log, Edit("email", when=OpenSpan(at("08:00"))), trim=True)
    assert [e.id for e in log.all()] == ["amount", "email"]
    assert log.running()[0].id == "email"


def test_split_keeps_every_field_and_second() -> None:
    log = day()
    do(log, Split("email", at("08:10")))
    first, second = log.held["email"], log.held["n1"]
    assert (first.when, second.when) == (
        Span(at("08:00"), at("08:10")),
        Span(at("08:10"), at("08:30")),
    )
    same = {"id": "", "when": Amount(date(2026, 1, 1), 1), "revised": ""}
    assert first.replace(**same) == second.replace(**same)
    assert log.changes(1)[0].label == "split Email"


def test_split_may_rename_the_later_part() -> None:
    log = day()
    do(log, Split("email", at("08:10"), What("Payroll", note="x")))
    later = log.held["n1"]
    assert (later.task, later.project, later.tags, later.note) == ("Payroll", "", (), "x")
    assert "Payroll" in {task.name for task in log.tasks()}
    do(log, Split("calls", at("09:10"), What("", note="y")))


def test_split_with_a_note_alone_keeps_the_task() -> None:
    log = day()
    do(log, Split("email", at("08:10"), What("", note="later")))
    later = log.held["n1"]
    assert (later.task, later.project, later.tags, later.note) == ("Email", "P", ("t",), "later")


def test_a_running_timer_splits_and_runs_on() -> None:
    log = MemoryStore.of(entry("Email", "09:00"))
    do(log, Split("email", at("09:20")))
    assert log.held["email"].when == Span(at("09:00"), at("09:20"))
    assert log.running()[0].when == OpenSpan(at("09:20"))


@pytest.mark.parametrize("clock", ["07:00", "08:00", "08:30", "09:00"])
def test_a_split_outside_is_refused(clock: str) -> None:
    with pytest.raises(Refused, match=f"{clock} is not inside Email 08:00-08:30"):
        do(day(), Split("email", at(clock)))


def test_a_running_timer_cannot_be_split_in_the_future() -> None:
    with pytest.raises(Refused, match="10:30 is not inside Email, running since 09:00"):
        do(MemoryStore.of(entry("Email", "09:00")), Split("email", at("10:30")))


def test_an_amount_has_no_instant_to_split_at() -> None:
    with pytest.raises(Refused, match="Notes on 2026-11-18 has no clock times to split at"):
        do(day(), Split("amount", NOW))


def test_delete_takes_all_or_none() -> None:
    log = day()
    with pytest.raises(Refused, match="There is no entry nobody"):
        do(log, Delete(("email", "nobody")))
    assert len(log.all()) == 3
    assert do(log, Delete(("email", "calls", "email"))).label == "deleted 2 entries"
    assert do(log, Delete(("amount",))).label == "deleted Notes"
    with pytest.raises(Refused, match="Say which entry"):
        do(log, Delete(()))
