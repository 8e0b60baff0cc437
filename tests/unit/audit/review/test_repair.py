"""What may be wrong with a week, the likely fixes, and what these do to the log."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, at, entry, moment
from tracker.audit.categorise import Catalogue
from tracker.audit.review.finding import (
    Double,
    Finding,
    Forgotten,
    Gap,
    Long,
    Odd,
    Repeated,
    Unsorted,
)
from tracker.audit.review.words import finding_words, fix_words
from tracker.domain.entry import Entry
from tracker.domain.errors import Refused
from tracker.domain.period import week_of
from tracker.domain.repair import Fix, Leave
from tracker.domain.settings import Settings
from tracker.domain.span import OpenSpan, Span
from tracker.domain.task import Task
from tracker.intents.decide import decide
from tracker.intents.intent import Trim
from tracker.intents.repair import wish
from tracker.reviewing import Reviewer
from tracker.store.categories import load_categories

CATALOGUE = Catalogue(load_categories())
TUESDAY = "2026-11-17"


def usual() -> list[Entry]:
    """Ten days before, nine to five, invoicing for an hour first."""
    days = [date(2026, 11, 2) + timedelta(n) for n in (0, 1, 2, 3, 4, 7, 8, 9, 10, 11)]
    return [
        entry(task, start, stop, day=day.isoformat(), entry_id=f"{task}-{day}")
        for day in days
        for task, start, stop in (("Invoicing", "09:00", "10:00"), ("Design", "10:00", "17:00"))
    ]


class Log:
    """A week on top of the usual ones, looked at and put right."""

    def __init__(
        self, *entries: Entry, waiting: tuple[Entry, ...] = (), habits: bool = True
    ) -> None:
        self.store = MemoryStore.of(*(usual() if habits else []), *entries)
        self.store.waiting |= {it.id: it for it in waiting}
        self.reviewer = Reviewer(self.store, Settings(), ZONE, CATALOGUE, NOW)

    def findings(self) -> tuple[Finding, ...]:
        return self.reviewer.look(week_of(date(2026, 11, 17))).findings

    def only(self) -> Finding:
        (found,) = self.findings()
        return found

    def said(self) -> list[str]:
        """The one finding and its fixes in words."""
        found = self.only()
        fixes = [fix_words(fix, self.reviewer.local) for fix in self.reviewer.fixes(found)]
        return [finding_words(found, self.reviewer.local), *fixes]

    def fix(self, place: int) -> None:
        """Do what the fix at that place says."""
        fix: Fix = self.reviewer.fixes(self.only())[place]
        assert not isinstance(fix, Leave)
        intent = wish(fix)
        self.store.change(lambda book: decide(intent, book, moment()))

    def tuesday(self) -> list[tuple[str, str, str]]:
        """What is logged on the day: task, start, stop."""
        found = []
        for it in self.store.entries(at("00:00", TUESDAY), at("23:59", TUESDAY)):
            assert isinstance(it.when, Span)
            start, stop = (self.reviewer.local(end) for end in (it.when.start, it.when.stop))
            found.append((it.task, f"{start:%H:%M}", f"{stop:%H:%M}"))
        return found


def tue(task: str, start: str, stop: str = "", **rest: str) -> Entry:
    return entry(task, start, stop, day=TUESDAY, **rest)


def test_a_week_that_is_right_has_no_findings() -> None:
    assert Log(tue("Design", "09:00", "12:00"), tue("Email", "12:05", "13:00")).findings() == ()


def test_a_gap_takes_what_was_before_after_or_a_break() -> None:
    log = Log(tue("Design", "09:00", "10:00", project="Acme"), tue("Email", "10:25", "11:00"))
    assert log.said() == [
        "Tue 17 Nov 10:00-10:25: 25m unaccounted",
        "Design @Acme, as before",
        "Email, as after",
        "a break",
        "right as it is",
    ]
    assert isinstance(log.only(), Gap)
    log.fix(1)
    assert log.tuesday()[1] == ("Email", "10:00", "10:25")
    assert log.findings() == ()


def test_a_gap_at_noon_is_likely_a_break() -> None:
    log = Log(tue("Design", "09:00", "12:10"), tue("Design", "13:00", "14:00", entry_id="later"))
    assert log.said()[1:] == ["a break", "Design, as before", "right as it is"]
    log.fix(0)
    assert log.tuesday()[1] == ("Break", "12:10", "13:00")


def test_a_suggestion_in_a_gap_comes_first() -> None:
    inside = tue("Standup", "10:05", "10:20", entry_id="inside")
    across = tue("Call", "10:50", "11:30", entry_id="across")
    log = Log(
        tue("Design", "09:00", "10:00"),
        tue("Email", "11:00", "12:00"),
        waiting=(inside, across),
    )
    assert log.said()[1:3] == [
        "Standup 10:05-10:20, as suggested",
        "Call 10:50-11:00, as suggested",
    ]
    log.fix(0)
    assert ("Standup", "10:05", "10:20") in log.tuesday()
    assert inside.id not in log.store.waiting


def test_an_overlap_is_trimmed_on_either_side() -> None:
    for place, expected in ((0, ("09:00", "09:30")), (1, ("09:00", "10:00"))):
        log = Log(tue("Design", "09:00", "10:00"), tue("Email", "09:30", "11:00"))
        assert isinstance(log.only(), Double)
        assert log.said()[:3] == [
            "Tue 17 Nov 09:30-10:00: Design and Email overlap by 30m",
            "Design gives way, 09:30-10:00",
            "Email gives way, 09:30-10:00",
        ]
        log.fix(place)
        assert log.tuesday()[0] == ("Design", *expected)
        assert log.findings() == ()


def test_a_call_inside_an_afternoon_is_cut_out_of_it_and_no_time_is_lost() -> None:
    log = Log(tue("Design", "09:00", "12:00"), tue("Sales call", "10:00", "10:30"))
    log.fix(0)
    assert log.tuesday() == [
        ("Design", "09:00", "10:00"),
        ("Sales call", "10:00", "10:30"),
        ("Design", "10:30", "12:00"),
    ]
    log.store.undo()
    assert len(log.tuesday()) == 2


def test_the_same_thing_twice_keeps_what_says_more() -> None:
    log = Log(
        tue("Design", "09:00", "10:00", entry_id="bare"),
        tue("design", "09:00", "10:00", entry_id="full", note="logo"),
    )
    found = log.only()
    assert isinstance(found, Repeated)
    assert (found.entry.id, found.again.id) == ("full", "bare")
    assert log.said()[0] == "Tue 17 Nov 09:00: design is logged twice"
    log.fix(0)
    assert log.tuesday() == [("design", "09:00", "10:00")]


def test_of_two_alike_one_goes_and_of_two_that_differ_either() -> None:
    bare = tue("Design", "09:00", "10:00", entry_id="one")
    alike = Log(bare, tue("Design", "09:00", "10:00", entry_id="two"))
    assert alike.said()[1:] == ["delete the second one", "right as it is"]
    other = Log(bare, tue("Design", "09:00", "10:00", entry_id="two", project="Acme"))
    assert other.said()[1:] == ["delete the second one", "delete the first one", "right as it is"]


def test_over_four_hours_is_cut_or_shortened_to_what_is_usual() -> None:
    log = Log(tue("Invoicing", "14:00", "19:00"))
    assert isinstance(log.only(), Long)
    assert log.said() == [
        "Tue 17 Nov 14:00-19:00: Invoicing for 5h00 without a pause",
        "14:00-17:00, your usual end of work",
        "14:00-15:00, its usual length",
        "cut in two at 16:30",
        "right as it is",
    ]
    log.fix(1)
    assert log.tuesday() == [("Invoicing", "14:00", "15:00")]


def test_four_hours_are_not_long() -> None:
    assert Log(tue("Design", "09:00", "13:00")).findings() == ()


def test_an_entry_at_three_in_the_morning_may_be_meant_for_the_afternoon() -> None:
    log = Log(tue("Email", "03:00", "04:00"))
    assert isinstance(log.only(), Odd)
    assert log.said() == [
        "Tue 17 Nov 03:00-04:00: Email; usual is 09:00-17:00",
        "15:00-16:00, twelve hours off",
        "delete Email",
        "right as it is",
    ]
    log.fix(0)
    assert log.tuesday() == [("Email", "15:00", "16:00")]


def test_nothing_is_odd_for_someone_whose_hours_are_not_known() -> None:
    assert Log(tue("Email", "03:00", "04:00"), habits=False).findings() == ()


def test_a_forgotten_timer_stops_at_the_last_activity_or_as_usual() -> None:
    log = Log(tue("Invoicing", "09:00"), tue("Email", "11:00", "12:00"))
    assert isinstance(log.only(), Forgotten)
    assert log.said() == [
        "Invoicing has been running since Tue 17 Nov 09:00",
        "09:00-11:00, when something else began",
        "09:00-10:00, its usual length",
        "09:00-17:00, your usual end of work",
        "delete Invoicing",
        "right as it is",
    ]
    log.fix(0)
    assert log.tuesday()[0] == ("Invoicing", "09:00", "11:00")
    assert log.store.running() == ()


def test_a_timer_of_today_is_not_forgotten() -> None:
    assert Log(entry("Invoicing", "08:00")).findings() == ()


def test_a_task_without_a_category_is_offered_those_beside_it() -> None:
    log = Log(
        tue("Xyzzy", "09:00", "10:00", project="Acme"),
        tue("Bookkeeping", "10:00", "11:00", project="Acme"),
        tue("Design", "11:00", "15:00"),
    )
    found = log.only()
    assert isinstance(found, Unsorted)
    assert found.near == ("bookkeeping", "delivery", "other")
    assert log.said()[0] == "Xyzzy, 1h00: no category fits"
    log.store.known["Xyzzy"] = Task("Xyzzy")
    log.fix(0)
    assert log.store.known["Xyzzy"].category == "bookkeeping"
    assert log.findings() == ()


def test_a_standup_is_other_work_and_needs_no_category() -> None:
    assert Log(tue("Standup", "09:00", "09:15"), tue("Break", "09:15", "09:30")).findings() == ()


def test_keys_stay_and_differ() -> None:
    log = Log(
        tue("Xyzzy", "02:00", "03:00"),
        tue("Design", "09:00", "14:00"),
        tue("Email", "13:30", "14:10"),
        tue("Email", "15:00", "16:00", entry_id="later"),
    )
    keys = [found.key for found in log.findings()]
    assert len(keys) == len(set(keys)) > 4
    assert keys == [found.key for found in log.findings()]


def test_trimming_can_take_a_whole_entry_and_refuses_what_is_not_there() -> None:
    span = Span(at("09:00"), at("09:30"))
    store = MemoryStore.of(entry("Email", "09:10", "09:20"), entry("Call", "09:40"))
    store.change(lambda book: decide(Trim("email", span), book, moment()))
    assert "email" not in store.held
    for entry_id in ("email", "call"):
        with pytest.raises(Refused):
            store.change(lambda book, it=entry_id: decide(Trim(it, span), book, moment()))  # type: ignore[misc]
    span = Span(at("09:45"), at("09:50"))
    store.change(lambda book: decide(Trim("call", span), book, moment()))
    assert [it.when for it in store.all()] == [
        Span(at("09:40"), at("09:45")),
        OpenSpan(at("09:50")),
    ]
