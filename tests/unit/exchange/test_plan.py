"""What an import does to a log that is not empty."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, at, entry
from tracker.domain.entry import Entry
from tracker.domain.errors import ImportRefused
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.task import Task
from tracker.exchange.imports import import_plan, plan_for, read_file
from tracker.exchange.plan import Known, Parsed, Plan

HEADER = "Description,Project,Start date,Start time,End date,End time\n"
MORNING = "Mail,Office,2026-11-18,09:00:00,2026-11-18,10:00:00\n"
NOON = "Invoicing,Office,2026-11-18,12:00:00,2026-11-18,12:30:00\n"


def parsed(text: str, fmt: str = "toggl", zone: str = ZONE) -> Parsed:
    return read_file("-", fmt, zone=zone, stdin=BytesIO(text.encode()))


def planned(log: MemoryStore, text: str, fmt: str = "toggl", **rename: str) -> Plan:
    return plan_for(parsed(text, fmt), log, now=NOW, rename=rename)


def taken(log: MemoryStore, text: str, fmt: str = "toggl") -> Plan:
    plan = planned(log, text, fmt)
    log.change(lambda _: plan.draft)
    return plan


def test_the_whole_file_is_one_step_to_undo(log: MemoryStore) -> None:
    taken(log, HEADER + MORNING + NOON)
    assert len(log.all()) == 2
    assert [change.label for change in log.changes(5)] == ["imported 2 entries (toggl)"]
    log.undo()
    assert log.all() == ()
    assert log.tasks() == ()
    assert taken(log, HEADER + MORNING + NOON).summary.added == 2


def test_the_account_has_the_documented_shape(log: MemoryStore) -> None:
    taken(log, HEADER + MORNING)
    summary = planned(log, HEADER + MORNING + NOON + "Bad,,x,1,y,2\n").summary
    assert summary.as_json() == {
        "format": "toggl",
        "read": 3,
        "added": 1,
        "duplicates": 1,
        "rejected": [{"line": 4, "reason": "'x' is not a date."}],
        "seconds": 1800,
        "from": "2026-11-18T12:00:00+01:00",
        "to": "2026-11-18T12:30:00+01:00",
        "tasks": ["Invoicing"],
        "warnings": [],
        "long": [],
        "rates": [],
        "papers": 0,
    }


def test_nothing_added_has_no_first_and_last(log: MemoryStore) -> None:
    taken(log, HEADER + MORNING)
    account = planned(log, HEADER + MORNING).summary.as_json()
    assert (account["added"], account["from"], account["to"], account["seconds"]) == (
        0,
        None,
        None,
        0,
    )


def test_what_was_deleted_does_not_come_back(log: MemoryStore) -> None:
    plan = taken(log, HEADER + MORNING + NOON)
    gone = plan.draft.put[0]
    log.change(
        lambda _: plan.draft.replace(put=(), put_tasks=(), delete=(gone.id,), label="deleted")
    )
    assert planned(log, HEADER + MORNING + NOON).summary.duplicates == 2


def test_what_was_edited_stays_as_it_is(log: MemoryStore) -> None:
    put = taken(log, HEADER + MORNING).draft.put[0]
    moved = put.replace(
        task="Post", when=Span(at("20:00", "2026-10-30"), at("21:00", "2026-10-30"))
    )
    log.held[put.id] = moved
    log.known["Post"] = Task("Post")
    log._buried[put.id] = put  # The tombstone a move to another month leaves.
    assert planned(log, HEADER + MORNING).empty


def test_another_zone_is_still_the_same_file(log: MemoryStore) -> None:
    """Else a laptop that travelled would log the whole file once more, shifted."""
    first_of_month = "Mail,,2026-11-01,00:30:00,2026-11-01,01:00:00\n"
    taken(log, HEADER + first_of_month)
    assert log.all()[0].order()[0].month == 10
    again = plan_for(parsed(HEADER + first_of_month, zone="Pacific/Auckland"), log, now=NOW)
    assert again.empty
    assert again.summary.duplicates == 1


def test_really_identical_rows_are_all_kept(log: MemoryStore) -> None:
    plan = taken(log, HEADER + MORNING * 3)
    assert len({put.id for put in plan.draft.put}) == 3
    assert len({put.origin for put in plan.draft.put}) == 1
    assert planned(log, HEADER + MORNING * 4).summary.added == 1


def test_a_known_task_keeps_its_spelling(log: MemoryStore) -> None:
    log.known["E-MAIL"] = Task("E-MAIL", tedium=4)
    plan = planned(log, HEADER + MORNING.replace("Mail", "e-mail") + MORNING.replace("Mail", "New"))
    assert [put.task for put in plan.draft.put] == ["E-MAIL", "New"]
    assert plan.draft.put_tasks == (Task("New"),)


def test_two_spellings_in_one_file_are_one_task(log: MemoryStore) -> None:
    plan = planned(log, HEADER + MORNING + NOON.replace("Invoicing", "MAIL"))
    assert [put.task for put in plan.draft.put] == ["Mail", "Mail"]
    assert plan.summary.tasks == ("Mail",)


def test_names_can_be_mapped(log: MemoryStore) -> None:
    log.known["Email"] = Task("Email")
    plan = plan_for(
        parsed(HEADER + MORNING + NOON), log, now=NOW, rename={"MAIL": "email", "x": "y"}
    )
    assert [put.task for put in plan.draft.put] == ["Email", "Invoicing"]
    assert [put.id for put in plan.draft.put] == [
        put.id for put in planned(MemoryStore(), HEADER + MORNING + NOON).draft.put
    ]
    assert plan.summary.warnings == ("No row is called 'x': nothing was renamed.",)


def test_a_cell_beyond_all_bounds_is_rejected_with_its_line(log: MemoryStore) -> None:
    huge = MORNING.replace("Mail", "x" * 200_000)
    plan = planned(log, HEADER + MORNING + huge + NOON)
    assert [put.task for put in plan.draft.put] == ["Mail", "Invoicing"]
    assert [reject.line for reject in plan.summary.rejected] == [3]


def test_a_rejected_row_makes_no_task(log: MemoryStore) -> None:
    plan = planned(log, HEADER + MORNING + NOON.replace("2026", "2030"))
    assert plan.summary.tasks == ("Mail",)


def test_overlaps_are_taken_as_they_come(log: MemoryStore) -> None:
    log.held["own"] = entry("Own", "09:30", "09:45", day="2026-11-18", entry_id="own")
    assert planned(log, HEADER + MORNING + MORNING.replace("Mail", "Calls")).summary.added == 2


def running(task: str, start: str) -> Entry:
    return entry(task, start, entry_id="run")


OPEN = "inc 20261119T080000Z # calls\n"
CLOSED = "inc 20261119T080000Z - 20261119T084500Z # calls\n"
OTHER = "inc 20261118T080000Z - 20261118T084500Z # mail\n"


def test_two_timers_never_run(log: MemoryStore) -> None:
    log.held["run"] = running("Own", "09:30")
    plan = planned(log, OTHER + OPEN, "timewarrior")
    assert [put.task for put in plan.draft.put] == ["mail"]
    assert plan.summary.rejected[0].line == 2
    assert "so is Own in your log" in plan.summary.rejected[0].reason


def test_a_timer_that_ended_since_is_finished(log: MemoryStore) -> None:
    taken(log, OPEN, "timewarrior")
    (open_entry,) = log.running()
    plan = taken(log, OTHER + CLOSED, "timewarrior")
    assert plan.summary.added == 2
    assert log.running() == ()
    found = log.entry(open_entry.id)
    assert found is not None
    assert found.when == Span(at("09:00"), at("09:45"))
    assert planned(log, OTHER + CLOSED, "timewarrior").empty


def test_an_end_in_the_future_finishes_nothing(log: MemoryStore) -> None:
    taken(log, OPEN, "timewarrior")
    plan = planned(log, CLOSED.replace("084500Z", "094500Z"), "timewarrior")
    assert plan.empty
    assert len(log.running()) == 1


def test_a_running_timer_is_known_whatever_month_it_is_filed_under() -> None:
    """A log may keep running entries apart from its months."""
    (put,) = planned(MemoryStore(), OPEN, "timewarrior").draft.put
    plan = plan_for_ids(OPEN, Known(lambda _start, _stop: frozenset(), running=(put,)))
    assert plan.empty
    assert plan.summary.duplicates == 1


def test_a_timer_stopped_here_is_not_logged_twice(log: MemoryStore) -> None:
    taken(log, OPEN, "timewarrior")
    (open_entry,) = log.running()
    assert isinstance(open_entry.when, OpenSpan)
    log.held[open_entry.id] = open_entry.replace(when=open_entry.when.until(at("09:40")))
    plan = planned(log, CLOSED, "timewarrior")
    assert plan.empty
    assert plan.summary.duplicates == 1


def test_one_that_ran_before_an_import_of_ours_is_finished(log: MemoryStore) -> None:
    log.held["run"] = running("Own", "09:30")
    times = '"start":"2026-11-19T09:30:00+01:00","stop":"2026-11-19T09:40:00+01:00"'
    text = f'[{{"id":"run","task":"Own",{times}}}]'
    taken(log, text, "json")
    assert log.running() == ()
    assert log.held["run"].seconds_at(NOW) == 600


def test_the_future_is_rejected_to_the_second(log: MemoryStore) -> None:
    def ending(clock: str) -> str:
        return HEADER + f"Mail,,2026-11-19,09:00:00,2026-11-19,{clock}\n"

    assert planned(log, ending("09:57:17")).summary.added == 1
    with pytest.raises(ImportRefused, match="future"):
        planned(log, ending("09:57:18"))


def test_what_the_log_says_of_a_task_stays(log: MemoryStore) -> None:
    log.known["Mail"] = Task("Mail", tedium=5, core=False)
    text = '{"tasks":[{"name":"mail","tedium":1,"growth":2,"core":true,"category":"email"}]}'
    plan = planned(log, text, "json")
    assert plan.draft.put_tasks == (Task("Mail", category="email", tedium=5, growth=2, core=False),)
    assert plan.summary.tasks == ()
    log.change(lambda _: plan.draft)
    assert planned(log, text, "json").empty


def test_known_ids_are_asked_once_for_the_whole_range() -> None:
    asked: list[tuple[datetime, datetime]] = []

    def ids(start: datetime, stop: datetime) -> frozenset[str]:
        asked.append((start, stop))
        return frozenset()

    plan = plan_for_ids(HEADER + MORNING + NOON, Known(ids))
    assert plan.summary.added == 2
    ((start, stop),) = asked
    assert start <= at("09:00", "2026-11-18") - timedelta(hours=26)
    assert stop >= at("12:30", "2026-11-18") + timedelta(hours=26)


def plan_for_ids(text: str, known: Known) -> Plan:
    stdin = BytesIO(text.encode())
    return import_plan("-", "auto", known, zone=ZONE, now=NOW, stdin=stdin)


def test_amounts_are_found_again_at_noon_of_their_day(log: MemoryStore) -> None:
    text = '[{"task":"Mail","date":"2026-11-18","seconds":600}]'
    plan = taken(log, text, "json")
    assert isinstance(plan.draft.put[0].when, Amount)
    assert plan.summary.as_json()["from"] == "2026-11-18T13:00:00+01:00"
    assert planned(log, text, "json").empty


def test_long_entries_are_listed(log: MemoryStore) -> None:
    day = "inc 20261117T080000Z - 20261117T200000Z # day\n"
    lost = "inc 20261110T080000Z - 20261112T090000Z # lost\n"
    account = planned(log, day + lost, "timewarrior").summary.as_json()
    assert account["long"] == [{"line": 2, "task": "lost", "seconds": 49 * 3600}]
