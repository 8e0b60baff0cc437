"""Start, switch, continue, stop and cancel."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.fakes import NOW, Ids, MemoryStore, at, entry, moment
from tracker.domain.entry import Entry, What
from tracker.domain.errors import InvalidValue, Overlap, Refused
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.task import Task
from tracker.intents.decide import decide
from tracker.intents.intent import Cancel, Continue, Start, Stop, Switch

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.domain.book import Change
    from tracker.intents.intent import Intent


def do(log: MemoryStore, intent: Intent, now: datetime = NOW, *, trim: bool = False) -> Change:
    here = moment(now, Ids())
    return log.change(lambda book: decide(intent, book, here, trim=trim))


def test_start_runs_from_now_and_makes_the_task_known() -> None:
    log = MemoryStore()
    change = do(log, Start(What("Invoicing", "Acme", ("admin",), "November")))
    (running,) = log.running()
    assert change.label == "started Invoicing"
    assert running.when == OpenSpan(NOW)
    assert (running.task, running.project, running.tags) == ("Invoicing", "Acme", ("admin",))
    assert (running.note, running.source, running.zone) == ("November", "timer", "Europe/Berlin")
    assert [task.name for task in log.tasks()] == ["Invoicing"]


def test_a_known_task_keeps_its_spelling() -> None:
    log = MemoryStore.of(tasks=[Task("Email Triage", tedium=4)])
    do(log, Start(What("email  triage")))
    assert log.running()[0].task == "Email Triage"
    assert log.tasks()[0].tedium == 4
    assert len(log.tasks()) == 1


def test_start_stops_what_runs_at_the_same_instant() -> None:
    log = MemoryStore.of(entry("Email", "09:00"))
    do(log, Start(What("Invoicing"), at("09:40")))
    assert [e.when for e in log.all()] == [
        Span(at("09:00"), at("09:40")),
        OpenSpan(at("09:40")),
    ]


def test_one_started_this_very_second_is_dropped() -> None:
    log = MemoryStore()
    do(log, Start(What("Email")))
    log.change(lambda book: decide(Start(What("Invoicing")), book, moment(new_id=Ids("b"))))
    assert [e.task for e in log.all()] == ["Invoicing"]


def test_starting_what_already_runs_is_refused() -> None:
    log = MemoryStore.of(entry("Email", "09:15", project="Acme"))
    with pytest.raises(Refused, match=r"Email is already running since 09:15\."):
        do(log, Start(What("email")))
    with pytest.raises(Refused, match="already running"):
        do(log, Start(What("email", "acme")))


@pytest.mark.parametrize(
    "what", [What("Email", "Other"), What("Email", note="new"), What("Email", tags=("x",))]
)
def test_the_same_task_with_other_words_starts_anew(what: What) -> None:
    log = MemoryStore.of(entry("Email", "09:15", project="Acme", note="old"))
    do(log, Start(what))
    assert [e.running for e in log.all()] == [False, True]


def test_start_without_words_continues_the_last_task() -> None:
    log = MemoryStore.of(
        entry("Email", "08:00", "08:30"),
        entry("Invoicing", "08:30", "09:00", project="Acme", tags=("admin",), note="old"),
    )
    do(log, Start(What("", note="more")))
    (running,) = log.running()
    assert (running.task, running.project, running.tags) == ("Invoicing", "Acme", ("admin",))
    assert running.note == "more"


def test_start_without_words_needs_a_past() -> None:
    with pytest.raises(Refused, match="Say what to start"):
        do(MemoryStore(), Start(What("")))


def test_start_without_words_while_it_runs_is_refused() -> None:
    with pytest.raises(Refused, match="Email is already running"):
        do(MemoryStore.of(entry("Email", "09:00")), Start(What("")))


def test_a_start_in_the_future_is_refused() -> None:
    with pytest.raises(Refused, match=r"10:30 is in the future: it is 09:57\."):
        do(MemoryStore(), Start(What("Email"), at("10:30")))


def test_a_start_of_long_ago_is_refused() -> None:
    with pytest.raises(Refused, match="more than 31 days back"):
        do(MemoryStore(), Start(What("Email"), at("09:00", "2026-10-01")))


def test_a_past_start_over_logged_time_offers_the_trim() -> None:
    log = MemoryStore.of(entry("Email", "09:15", "09:45"), entry("Calls", "09:45", "09:50"))
    with pytest.raises(Overlap) as refused:
        do(log, Start(What("Invoicing"), at("09:30")))
    assert str(refused.value) == (
        "From 09:30 on there is already Email 09:15-09:45 and 1 more; trim them to make room."
    )
    assert [e.id for e in refused.value.entries if isinstance(e, Entry)] == ["email", "calls"]

    do(log, Start(What("Invoicing"), at("09:30")), trim=True)
    assert [(e.task, e.when) for e in log.all()] == [
        ("Email", Span(at("09:15"), at("09:30"))),
        ("Invoicing", OpenSpan(at("09:30"))),
    ]


def test_a_start_before_the_running_one_is_an_overlap() -> None:
    log = MemoryStore.of(entry("Email", "09:15"))
    with pytest.raises(Overlap, match="Email, running since 09:15"):
        do(log, Start(What("Invoicing"), at("09:15")))
    do(log, Start(What("Invoicing"), at("09:15")), trim=True)
    assert [e.task for e in log.all()] == ["Invoicing"]


def test_two_timers_are_both_stopped_by_a_start() -> None:
    log = MemoryStore.of(entry("Email", "09:00"), entry("Calls", "09:30"))
    do(log, Start(What("Invoicing")))
    assert [e.when for e in log.all()] == [
        Span(at("09:00"), NOW),
        Span(at("09:30"), NOW),
        OpenSpan(NOW),
    ]


def test_switch_needs_a_running_timer() -> None:
    with pytest.raises(Refused, match="Nothing is running"):
        do(MemoryStore(), Switch(What("Email")))


def test_switch_without_words_goes_back_to_the_task_before() -> None:
    log = MemoryStore.of(entry("Calls", "08:00", "09:00", project="Acme"), entry("Email", "09:00"))
    change = do(log, Switch(What("")))
    assert change.label == "switched to Calls"
    assert (log.running()[0].task, log.running()[0].project) == ("Calls", "Acme")
    with pytest.raises(Refused, match="say what to switch to"):
        do(MemoryStore.of(entry("Email", "09:00")), Switch(What("")))


def test_stop_closes_at_now_or_at_a_time() -> None:
    for when, stop in ((None, NOW), (at("09:30"), at("09:30"))):
        log = MemoryStore.of(entry("Email", "09:15"))
        change = do(log, Stop(when))
        assert change.label == "stopped Email"
        assert log.all()[0].when == Span(at("09:15"), stop)


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("09:15", r"Email started at 09:15: give a time after that"),
        ("09:00", r"Email started at 09:15: give a time after that"),
        ("10:30", r"10:30 is in the future: it is 09:57\."),
    ],
)
def test_a_stop_outside_its_time_is_refused(when: str, sentence: str) -> None:
    log = MemoryStore.of(entry("Email", "09:15"))
    with pytest.raises(Refused, match=sentence):
        do(log, Stop(at(when)))
    assert log.running()


def test_stop_with_nothing_running_says_what_to_do() -> None:
    log = MemoryStore.of(entry("Email", "08:00", "09:00"))
    with pytest.raises(Refused) as refused:
        do(log, Stop())
    assert str(refused.value) == "Nothing is running. Start with: ww start TASK"


def test_stop_in_the_second_of_the_start_leaves_no_entry() -> None:
    log = MemoryStore()
    do(log, Start(What("Email")))
    assert do(log, Stop()).label == "dropped Email, just started"
    assert log.all() == ()


def test_stop_takes_the_newest_of_two_and_says_so() -> None:
    log = MemoryStore.of(entry("Email", "09:00"), entry("Calls", "09:30"))
    assert do(log, Stop()).label == "stopped Calls; Email still runs"
    assert [e.task for e in log.running()] == ["Email"]


def test_a_timer_forgotten_for_months_needs_its_real_end() -> None:
    log = MemoryStore.of(entry("Email", "09:00", day="2026-08-03"))
    for intent in (Stop(), Start(What("Calls"))):
        with pytest.raises(Refused, match="since 2026-08-03 09:00, more than 31 days"):
            do(log, intent)
    do(log, Stop(at("10:00", "2026-08-03")))
    assert log.all()[0].when == Span(at("09:00", "2026-08-03"), at("10:00", "2026-08-03"))


def test_a_clock_that_stepped_back_is_named_and_an_explicit_end_helps() -> None:
    log = MemoryStore.of(entry("Email", "10:05"))
    for intent in (Stop(), Start(What("Calls"))):
        with pytest.raises(Refused, match=r"started at 10:05, later than this computer's clock"):
            do(log, intent)
    do(log, Stop(at("10:20")))
    assert log.all()[0].when == Span(at("10:05"), at("10:20"))


def test_a_start_inside_logged_time_after_a_step_back_is_an_overlap() -> None:
    log = MemoryStore.of(entry("Email", "09:30", "11:00"))
    with pytest.raises(Overlap):
        do(log, Start(What("Calls")))


def test_continue_takes_task_project_tags_and_billing_but_no_note() -> None:
    log = MemoryStore.of(
        entry("Email", "08:00", "08:30", project="P", tags=("a",), note="old", billable=True),
        entry("Calls", "08:30", "09:00"),
    )
    change = do(log, Continue("email"))
    (running,) = log.running()
    assert change.label == "continued Email"
    assert (running.task, running.project, running.tags) == ("Email", "P", ("a",))
    assert (running.note, running.billable, running.when) == ("", True, OpenSpan(NOW))


def test_continue_without_an_id_takes_the_last_finished() -> None:
    log = MemoryStore.of(entry("Calls", "08:30", "09:00"), entry("Email", "09:00"))
    do(log, Continue(at=at("09:30")))
    assert [(e.task, e.when) for e in log.all()[1:]] == [
        ("Email", Span(at("09:00"), at("09:30"))),
        ("Calls", OpenSpan(at("09:30"))),
    ]


def test_an_amount_can_be_continued() -> None:
    amount = Entry("a", "Email", Amount(NOW.date(), 600))
    log = MemoryStore.of(amount)
    do(log, Continue())
    assert log.running()[0].task == "Email"


def test_continue_refuses_the_unknown_and_the_running() -> None:
    log = MemoryStore.of(entry("Email", "09:00"))
    with pytest.raises(Refused, match="There is no entry @9"):
        do(log, Continue("@9"))
    with pytest.raises(Refused, match="already running"):
        do(log, Continue("email"))
    with pytest.raises(Refused, match="Nothing is finished yet"):
        do(log, Continue())


def test_continue_tells_projects_apart() -> None:
    log = MemoryStore.of(
        entry("Email", "08:00", "09:00"), entry("Email", "09:00", entry_id="b", project="P")
    )
    do(log, Continue("email"))
    assert log.running()[0].project == ""


def test_cancel_throws_the_newest_away() -> None:
    log = MemoryStore.of(entry("Calls", "09:00"), entry("Email", "09:15"))
    assert do(log, Cancel()).label == "cancelled Email; Calls still runs"
    assert do(log, Cancel()).label == "cancelled Calls"
    with pytest.raises(Refused, match="nothing to cancel"):
        do(log, Cancel())


def test_a_name_too_long_is_refused_and_nothing_changes() -> None:
    log = MemoryStore.of(entry("Email", "09:15"))
    with pytest.raises(InvalidValue, match="500 characters"):
        do(log, Start(What("x" * 500)))
    assert log.running()[0].task == "Email"


def test_decide_has_no_rule_for_what_is_no_wish() -> None:
    with pytest.raises(AssertionError, match="no rule for"):
        decide("stop", MemoryStore(), moment())  # type: ignore[arg-type]


def test_times_of_other_days_carry_their_date() -> None:
    log = MemoryStore.of(entry("Email", "23:30", day="2026-11-18"))
    with pytest.raises(Refused, match="since 2026-11-18 23:30"):
        do(log, Start(What("Email")), NOW + timedelta(seconds=1))


def test_the_same_task_typed_loosely_is_still_the_same() -> None:
    log = MemoryStore.of(entry("Email triage", "09:15"), tasks=[Task("Email triage")])
    with pytest.raises(Refused, match="already running"):
        do(log, Start(What(" EMAIL   triage ")))
