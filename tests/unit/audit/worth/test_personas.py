"""Owners of small businesses, what each must hand off, must keep, and why.

Every row is judged with the categories, default rates and assumptions that the product ships;
an owner says only what such a person would say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.fakes import MemoryStore, entry
from tests.handed import CATALOGUE, standing, surveyed
from tracker.auditing import survey
from tracker.domain.papers import Quote
from tracker.domain.settings import Settings
from tracker.domain.task import Task

HAND_OFF = {"candidate", "candidate-if-reinvested", "automate"}


@dataclass(frozen=True)
class Row:
    """A task of an owner: how often, how many minutes, what they said of it, what must come out."""

    task: str
    cadence: str
    minutes: int
    verdict: str
    why: str
    said: dict[str, Any] = field(default_factory=dict)
    quote: dict[str, Any] | None = None
    times: int = 20
    status: str = "established"


@dataclass(frozen=True)
class Persona:
    """An owner with their tasks."""

    who: str
    rows: tuple[Row, ...]
    settings: Settings = field(default_factory=Settings)


DESIGNER = Persona(
    "a designer with a studio of her own",
    (
        Row("Logo design", "weekly", 600, "core", "it is what she sells", {"skill": 5, "like": 5}),
        Row("Client work", "daily", 180, "core", "its category is what is sold"),
        Row("Payroll", "monthly", 120, "candidate", "routine, needed, and no design"),
        Row("Bookkeeping", "monthly", 240, "candidate", "tedious, and a bookkeeper is quicker"),
        Row(
            "Report for the old landlord", "monthly", 90, "stop", "nobody needs it any more",
            {"necessary": False},
        ),
        Row("New client pitches", "weekly", 120, "growth", "that is how clients come"),
    ),
)  # fmt: skip
LAWYER = Persona(
    "a lawyer on her own",
    (
        Row("Court hearings", "weekly", 240, "only-you", "only she is admitted", {"only_me": True}),
        Row("Client contracts", "daily", 120, "core", "clients pay for her eye", {"core": True}),
        Row("Timesheets", "weekly", 60, "candidate", "anyone can add up hours"),
        Row(
            "Settlement letters", "weekly", 90, "confidential", "others may not read them",
            {"confidential": True, "tedium": 4, "growth": 1},
        ),
    ),
)  # fmt: skip
SHOP = Persona(
    "an owner of a web shop",
    (
        Row(
            "Improving customer service", "weekly", 120, "growth", "better service wins customers",
            {"category": "customer-care"},
        ),
        Row("Answering customer service", "daily", 45, "candidate", "answering it is admin"),
        Row("Order data entry", "daily", 30, "candidate", "nothing in it needs the owner"),
        Row("Product ideas", "weekly", 120, "growth", "it is next year's income",
            {"category": "product", "skill": 4}),
        Row(
            "Website updates",
            "weekly",
            60,
            "candidate-if-reinvested",
            "an expert does it, at an expert's rate",
        ),
    ),
)  # fmt: skip
PODCASTER = Persona(
    "a podcaster",
    (
        Row(
            "Episode production", "weekly", 300, "candidate",
            "the ideas stay with her, the making goes",
            {"tedium": 4, "growth": 2, "skill": 3, "share": 0.6, "category": "graphic-design"},
        ),
        Row("Episode ideas", "weekly", 60, "growth", "without them there is no show",
            {"growth": 5}),
    ),
)  # fmt: skip
BEGINNER = Persona(
    "a beginner who earns little",
    (
        Row("Invoicing", "monthly", 120, "not-worth-it", "an hour back costs more than hers earns",
            quote={"amount": 95.0, "minimum_hours": 3.0}),
        Row("Bookkeeping", "weekly", 60, "not-worth-it", "a bookkeeper asks more than she earns"),
    ),
    Settings(income_goal=18_000, hours_per_day=5, days_per_week=5, weeks_per_year=48),
)  # fmt: skip
CAREFUL = Persona(
    "a consultant with small and rare chores",
    (
        Row("Bank transfer", "weekly", 6, "not-yet", "an hour's minimum on a six-minute task",
            {"tedium": 4, "growth": 1, "skill": 2, "category": "bookkeeping"},
            quote={"amount": 25.0, "minimum_hours": 1.0, "setup_fee": 400.0}),
        Row("Sales tax", "quarterly", 240, "not-yet", "the training takes years to repay",
            quote={"amount": 190.0, "setup_fee": 900.0}, times=6),
        Row("Backups", "monthly", 20, "keep", "it takes no time to speak of",
            {"tedium": 4, "growth": 1, "skill": 3}, quote={"amount": 30.0}),
    ),
)  # fmt: skip
NEWCOMER = Persona(
    "someone who has just begun to log",
    (
        Row("Payroll", "weekly", 60, "too-little-data", "three times are not a rhythm", times=3,
            status="tentative"),
        Row("Office move", "none", 600, "one-off", "it happened once, a year ago", times=1,
            status="none"),
    ),
)  # fmt: skip
ENTHUSIAST = Persona(
    "an accountant's daughter who likes the books",
    (
        Row("Bookkeeping", "weekly", 90, "keep", "to her it is not tedious", {"tedium": 1}),
        Row("Email", "daily", 40, "candidate", "that she does not like", {"like": 1}),
    ),
)
ABROAD = Persona(
    "a translator in Lisbon",
    (
        Row("Bookkeeping", "weekly", 90, "keep", "no price is known in euros: she must ask"),
        Row("Payroll", "monthly", 180, "candidate", "she gave a rate for it"),
        Row("Invoicing", "weekly", 60, "candidate", "someone quoted in euros",
            quote={"amount": 22.0, "currency": "EUR"}),
        Row("Email", "daily", 30, "keep", "a quote in pounds says nothing in euros",
            quote={"amount": 22.0, "currency": "GBP"}),
    ),
    Settings(currency="EUR", income_goal=90_000, rates=(("payroll", 30.0),)),
)  # fmt: skip
STEADY = Persona(
    "a trainer with many working hours",
    (
        Row("Payroll", "monthly", 90, "candidate-if-reinvested",
            "cheap against a good hour, dear against an average one",
            {"tedium": 4, "growth": 1, "skill": 2},
            quote={"amount": 42.0, "terms": "monthly", "vendor": "firm"}),
    ),
    Settings(income_goal=60_000, hours_per_day=4, days_per_week=5, weeks_per_year=48),
)  # fmt: skip
BOOKED = Persona(
    "a coach with a full calendar",
    (
        Row("Appointment scheduling", "daily", 20, "automate", "a booking page is cheaper",
            quote={"amount": 24.0}),
        Row("Coaching calls", "daily", 120, "core", "it is what he sells", {"core": True}),
    ),
)  # fmt: skip
AGENCY = Persona(
    "an agency of three",
    (
        Row("Social media", "weekly", 180, "candidate", "someone else posts as well"),
        Row("SEO", "weekly", 120, "candidate", "a specialist knows more"),
        Row("Strategy", "weekly", 120, "growth", "working on the business, not in it"),
        Row("Hiring talks", "monthly", 240, "only-you", "he picks his people himself",
            {"only_me": True}),
        Row("Weekly report nobody reads", "weekly", 60, "stop", "nobody reads it",
            {"necessary": False, "tedium": 5, "growth": 1}),
    ),
)  # fmt: skip
PERSONAS = (
    DESIGNER,
    LAWYER,
    SHOP,
    PODCASTER,
    BEGINNER,
    CAREFUL,
    NEWCOMER,
    ENTHUSIAST,
    ABROAD,
    STEADY,
    BOOKED,
    AGENCY,
)


def verdicts(persona: Persona) -> dict[str, Any]:
    """What the audit says of an owner's tasks."""
    standings, tasks, papers = [], [], []
    for row in persona.rows:
        made = standing(row.task, row.cadence, row.minutes, row.times, status=row.status)
        if row.status == "none":
            made = made.replace(last=date(2025, 11, 3), since=date(2025, 11, 3))
        standings.append(made)
        tasks.append(Task(row.task, **row.said))
        if row.quote is not None:
            quote = {"vendor": "assistant", "terms": "hourly", "currency": "USD", **row.quote}
            papers.append(Quote(id=row.task, task=row.task, day=date(2026, 11, 2), **quote))
    found = surveyed(standings, tasks, papers, persona.settings)
    return {verdict.task: verdict for verdict in found.verdicts}


@pytest.mark.parametrize(
    ("persona", "row"),
    [(persona, row) for persona in PERSONAS for row in persona.rows],
    ids=lambda given: given.who if isinstance(given, Persona) else given.task,
)
def test_the_right_thing_is_said(persona: Persona, row: Row) -> None:
    found = verdicts(persona)[row.task]
    assert found.verdict == row.verdict, f"{row.why}; it says: {found.explanation}"
    assert found.is_candidate == (row.verdict in HAND_OFF)


def test_there_are_twelve_who_keep_and_hand_off() -> None:
    assert len({persona.who for persona in PERSONAS}) >= 12
    said = {row.verdict for persona in PERSONAS for row in persona.rows}
    assert said == {
        *("too-little-data", "stop", "only-you", "core", "growth", "confidential", "one-off"),
        *("not-worth-it", "not-yet", "automate", "candidate", "candidate-if-reinvested", "keep"),
    }


def test_only_the_handed_share_counts() -> None:
    found = verdicts(PODCASTER)["Episode production"]
    assert found.numbers.own_hours == pytest.approx(0.6 * 5 * 52 / 12)
    assert found.own_hours == pytest.approx(5 * 52 / 12)
    assert "60 % of it; the rest stays with you." in found.explanation


def test_both_prices_of_what_can_be_automated() -> None:
    found = verdicts(BOOKED)["Appointment scheduling"]
    assert "$10.00 a month" in found.explanation
    assert "$24.00 an hour" in found.explanation
    assert found.numbers.fixed_fee == 10.0


def test_the_price_of_keeping_is_said() -> None:
    assert (
        "17.3 h a month, $4,444.44 of your time." in verdicts(LAWYER)["Court hearings"].explanation
    )
    assert (
        "Dropping it costs nothing."
        in verdicts(DESIGNER)["Report for the old landlord"].explanation
    )


def test_what_to_ask_where_no_price_is_known() -> None:
    found = verdicts(ABROAD)
    assert found["Bookkeeping"].headline == "Ask for a price."
    assert "No price is known in EUR" in found["Bookkeeping"].explanation
    assert found["Bookkeeping"].numbers is None
    assert "A quote in GBP is not reckoned with" in found["Email"].explanation


def test_what_was_assumed_is_said_and_what_was_told_is_not() -> None:
    found = verdicts(ENTHUSIAST)
    books, mail = found["Bookkeeping"].assumed, found["Email"].assumed
    assert not any(name.startswith("tedium") for name in books)
    assert "tedium 4" in mail
    assert not any(name.startswith("like") for name in mail)
    assert any(name.startswith("rate $45.00 an hour (estimate:") for name in mail)
    assert "redo 10 %" in mail


def test_a_designers_half_year_from_her_log() -> None:
    """The same through the whole log: rhythms are recognised, nothing is declared."""
    now = datetime(2026, 11, 19, 17, 0, tzinfo=UTC)
    held = []
    for back in range(190):
        day = date(2026, 11, 19) - timedelta(days=back)
        iso = day.isoformat()
        if day.weekday() < 5:
            held.append(entry("Logo design", "13:00", "16:00", day=iso, entry_id=f"d{back}"))
            held.append(entry("Email", "09:00", "09:40", day=iso, entry_id=f"e{back}"))
        if day.weekday() == 4:
            held.append(entry("Invoicing", "10:00", "11:30", day=iso, entry_id=f"i{back}"))
        if day.day == 15:
            held.append(entry("Old newsletter", "11:30", "12:30", day=iso, entry_id=f"n{back}"))
    held.append(entry("Office move", "09:45", "12:00", day="2026-07-04", entry_id="move"))
    tasks = (
        Task("Logo design", skill=5, like=5),
        Task("Old newsletter", necessary=False),
    )
    log = MemoryStore.of(*held, tasks=tasks)
    looked = survey(log, Settings(), "Europe/Berlin", CATALOGUE, now)
    found = {verdict.task: verdict for verdict in looked.verdicts}
    assert {name: verdict.verdict for name, verdict in found.items()} == {
        "Logo design": "core",
        "Email": "candidate",
        "Invoicing": "candidate",
        "Old newsletter": "stop",
        "Office move": "one-off",
    }
    assert found["Invoicing"].numbers is not None
    assert found["Invoicing"].numbers.own_hours == pytest.approx(1.5 * 52 / 12)
    assert found["Office move"].explanation.startswith("Happened once, in July.")
    assert sum(verdict.good_first for verdict in looked.verdicts) == 1
    assert looked == survey(log, Settings(), "Europe/Berlin", CATALOGUE, now)
