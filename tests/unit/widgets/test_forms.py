"""What the forms understand: edits, questions, the worth of an hour."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, at, entry
from tests.pilot.stage import morning
from tests.unit.widgets.test_assemble import state_of
from tracker.domain.entry import Entry
from tracker.domain.errors import InvalidValue, Unreadable
from tracker.domain.settings import Settings
from tracker.domain.span import Amount, OpenSpan
from tracker.intents.intent import Edit, Split, Stop
from widgets.ask import AskScreen, ask_day, ask_rate, ask_split, ask_stop
from widgets.edit import edit_of, fields_of, tags_in
from widgets.messages import DayWanted, SettingsWanted, Wanted
from widgets.offers import completion_offers, recent_offers
from widgets.welcome import read_answers

STATE = state_of(morning())
PROPOSAL, RUNNING = STATE.entries[1], STATE.entries[2]


def edited(held: Entry, **typed: str) -> Edit | None:
    return edit_of(STATE, held, {**fields_of(STATE, held), **typed}, NOW)


def test_the_form_shows_an_entry_field_by_field() -> None:
    assert fields_of(STATE, PROPOSAL) == {
        "task": "Proposal",
        "project": "Northwind",
        "tags": "#sales",
        "note": "",
        "start": "08:05",
        "stop": "09:10",
        "billable": "",
    }
    assert fields_of(STATE, RUNNING)["stop"] == ""


def test_an_untouched_form_wants_nothing() -> None:
    assert edited(PROPOSAL) is None
    assert edited(PROPOSAL, task=" Proposal ") is None


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ({"task": "Pitch"}, {"task": "Pitch"}),
        ({"project": ""}, {"project": ""}),
        ({"tags": "#a #two words"}, {"tags": ("a", "two words")}),
        ({"tags": ""}, {"tags": ()}),
        ({"note": "x // y"}, {"note": "x // y"}),
        ({"billable": "Yes"}, {"billable": True}),
        ({"billable": "n"}, {"billable": False}),
        ({"start": "8:10"}, {"start": at("08:10")}),
        ({"stop": "905"}, {"stop": at("09:05")}),
        ({"start": "8:10", "stop": "9"}, {"start": at("08:10"), "stop": at("09:00")}),
        ({"stop": ""}, {"when": OpenSpan(at("08:05"))}),
    ],
)
def test_only_what_was_changed_is_wanted(typed: dict[str, str], wanted: dict[str, object]) -> None:
    assert edited(PROPOSAL, **typed) == Edit("proposal").replace(**wanted)


def test_a_stop_before_the_start_is_on_the_next_day_where_that_has_been() -> None:
    late = entry("Release", "22:00", "23:00", day="2026-11-17", entry_id="late")
    assert edited(late, stop="1:30") == Edit("late", stop=at("01:30", day="2026-11-18"))
    assert edited(PROPOSAL, stop="7:00") == Edit("proposal", stop=at("07:00"))  # refused later


@pytest.mark.parametrize("typed", [{"billable": "maybe"}, {"start": "25:99"}, {"stop": "soon"}])
def test_what_cannot_be_read_is_said(typed: dict[str, str]) -> None:
    with pytest.raises((InvalidValue, Unreadable)):
        edited(PROPOSAL, **typed)


def test_an_amount_has_a_length_instead_of_times() -> None:
    held = Entry(id="r", task="Reading", when=Amount(date(2026, 11, 18), 1500), zone=ZONE)
    assert fields_of(STATE, held)["length"] == "25m"
    assert "start" not in fields_of(STATE, held)
    assert edited(held, length="1h10") == Edit("r", when=Amount(date(2026, 11, 18), 4200))


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#a #b", ("a", "b")),
        ("#two words #b", ("two words", "b")),
        ("a b", ("a", "b")),
        ("a, b", ("a", "b")),
        ("#c# #f#", ("c#", "f#")),
        ("#", ()),
    ],
)
def test_tags_as_people_type_them(text: str, tags: tuple[str, ...]) -> None:
    assert tags_in(text) == tags


def answer(screen: AskScreen, text: str | None = None) -> object:
    """What a question makes of an answer; its own suggestion where none is given."""
    return screen._read(screen._value if text is None else text)


def test_a_split_suggests_the_middle() -> None:
    wanted = answer(ask_split(STATE, PROPOSAL, NOW))
    assert isinstance(wanted, Wanted)
    assert wanted.intent == Split("proposal", at("08:37"))
    other = answer(ask_split(STATE, PROPOSAL, NOW), "8:50")
    assert isinstance(other, Wanted)
    assert other.intent == Split("proposal", at("08:50"))


def test_a_split_over_midnight_takes_a_time_after_it_as_the_next_day() -> None:
    night = entry("Release", "22:00", "23:00", day="2026-11-18").replace(
        when=entry("x", "22:00", "23:00", day="2026-11-18").when.replace(stop=at("02:00"))  # type: ignore[union-attr]
    )
    wanted = answer(ask_split(STATE, night, NOW), "1:00")
    assert isinstance(wanted, Wanted)
    assert wanted.intent == Split("release", at("01:00"))


def test_a_forgotten_timer_is_asked_for_on_the_day_it_began() -> None:
    held = entry("Email", "16:40", day="2026-11-18")
    suggested = answer(ask_stop(STATE, held, NOW))
    assert isinstance(suggested, Wanted)
    assert suggested.intent == Stop(at("18:00", day="2026-11-18"))
    late = answer(ask_stop(STATE, entry("Email", "21:10", day="2026-11-18"), NOW))
    assert isinstance(late, Wanted)
    assert late.intent == Stop(at("22:10", day="2026-11-18"))


def test_going_to_a_day() -> None:
    def day(text: str) -> date | None:
        wanted = answer(ask_day(STATE), text)
        assert isinstance(wanted, DayWanted)
        return wanted.day

    assert day("yesterday") == date(2026, 11, 18)
    assert day("2026-11-12") == date(2026, 11, 12)
    assert day("today") is None
    with pytest.raises(InvalidValue):
        day("2026-12-24")
    with pytest.raises(Unreadable):
        day("soonish")


def test_the_price_of_a_kind_of_work() -> None:
    wanted = answer(ask_rate(STATE, STATE.profiles[RUNNING.task]), "52,50")
    assert isinstance(wanted, SettingsWanted)
    assert wanted.changes == {"rates.invoicing": 52.5}
    for wrong in ("", "much", "-3", "nan", "1e99"):
        with pytest.raises(InvalidValue):
            answer(ask_rate(STATE, STATE.profiles[RUNNING.task]), wrong)


def test_three_answers_are_the_worth_of_an_hour() -> None:
    answers = {"income_goal": "$120,000", "hours_per_day": "2.5", "currency": "eur"}
    settings = read_answers(Settings(), answers)
    assert (settings.income_goal, settings.hours_per_day) == (120_000, 2.5)
    assert settings.currency == "EUR"
    assert settings.days_per_week == 5
    for wrong in ({"income_goal": "lots"}, {"hours_per_day": "0"}, {"currency": "dollars"}):
        with pytest.raises(InvalidValue):
            read_answers(Settings(), wrong)


def test_recent_tasks_are_offered_in_order_and_by_their_words() -> None:
    log = MemoryStore.of(
        *(entry(f"Task {n}", f"{n:02}:00", f"{n:02}:30", entry_id=str(n)) for n in range(9)),
        entry("Invoicing", "00:30", "00:45", project="Acme"),
    )
    state = state_of(log)
    assert [offer.label for offer in recent_offers(state, "")][:3] == ["Task 8", "Task 7", "Task 6"]
    assert len(recent_offers(state, "")) == 9
    assert [offer.label for offer in recent_offers(state, "acm")] == ["Invoicing"]


def test_a_completion_is_the_line_with_the_word_made_whole() -> None:
    offers = completion_offers(STATE, "25m prop", 8)
    assert [offer.text.strip() for offer in offers] == ["25m Proposal"]
    assert completion_offers(STATE, "25m Proposal", 12) == ()
    assert completion_offers(STATE, "x @nor", 6)[0].text.strip() == "x @Northwind"
