"""What to rate, decide and plan; and a review kept as a document."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, entry
from tests.surveys import standing
from tracker.audit.categorise import Catalogue
from tracker.audit.review.decide import in_force, questions, trials
from tracker.audit.review.document import Difference, differences, see_of
from tracker.audit.review.plan import planned
from tracker.audit.review.rate import to_rate
from tracker.audit.survey import Survey
from tracker.audit.worth.profile import profile_of, worth_of_an_hour
from tracker.audit.worth.verdict import Verdict
from tracker.domain.cadence import Cadence
from tracker.domain.papers import Bill, Check, Handoff, Later, Move, Paper, Promise
from tracker.domain.period import week_of
from tracker.domain.settings import Settings
from tracker.domain.task import Task
from tracker.reviewing import Reviewer
from tracker.store.categories import load_categories

TODAY = date(2026, 11, 20)
CATALOGUE = Catalogue(load_categories())
SETTINGS = Settings()


def profile(name: str, **said: Any) -> Any:
    return profile_of(name, Task(name, **said) if said else None, CATALOGUE, SETTINGS)


RATED = {"tedium": 5, "growth": 1, "skill": 2, "like": 1}


def test_new_unrated_and_grown_tasks_want_a_rating_the_most_hours_first() -> None:
    seconds = {"Known": 9000, "Grown": 9000, "New": 3600, "Old": 1800, "Steady": 7200}
    before = [{"Known": 9000, "Grown": 5000, "Old": 900, "Steady": 7000}] * 3
    profiles = {name: profile(name, **RATED) for name in ("Known", "Grown", "Steady")}
    profiles |= {name: profile(name) for name in ("New", "Old")}
    found = to_rate(seconds, before, profiles)
    assert [(it.task, it.why, it.usual_seconds) for it in found] == [
        ("Grown", "more", 5000),
        ("New", "new", 0),
        ("Old", "unrated", 900),
    ]
    assert found[0].missing == ()
    assert found[1].missing == ("tedium", "growth", "skill", "like")


def test_hours_are_not_up_by_half_where_the_task_is_short_or_hardly_known() -> None:
    profiles = {"Task": profile("Task", **RATED)}
    assert to_rate({"Task": 1700}, [{"Task": 300}] * 8, profiles) == ()
    assert to_rate({"Task": 9000}, [{"Task": 300}] * 2, profiles) == ()
    assert len(to_rate({"Task": 9000}, [{"Task": 300}] * 3, profiles)) == 1


def verdict(task: str, answer: str, score: float = 60.0) -> Verdict:
    return Verdict(
        task=task,
        verdict=answer,
        score=score,
        headline="Hand it off.",
        explanation="Costs less than you.",
        parts=(),
        evidence="",
        assumed=(),
        flips="",
        depends=False,
        profile=profile(task),
        numbers=None,
        price=None,
    )


def survey(*verdicts: Verdict, papers: tuple[Paper, ...] = (), as_of: date = TODAY) -> Survey:
    return Survey(
        as_of=as_of,
        standings=tuple(standing(it.task) for it in verdicts),
        verdicts=verdicts,
        profiles={it.task: it.profile for it in verdicts},
        tasks={},
        papers=papers,
        hour=worth_of_an_hour(SETTINGS),
        logged_hours=2000.0,
        currency="USD",
    )


def asked(
    answer: str, was: str = "", papers: tuple[Paper, ...] = (), today: date = TODAY
) -> list[str]:
    before = {"Invoicing": was} if was else {}
    found = questions(survey(verdict("Invoicing", answer)), papers, before, today)
    return [it.why for it in found]


def test_new_candidates_and_changed_verdicts_are_asked_about() -> None:
    assert asked("candidate") == ["new"]
    assert asked("stop") == ["new"]
    assert asked("candidate", was="candidate") == []
    assert asked("candidate", was="too-little-data") == ["changed"]
    assert asked("not-yet", was="candidate") == ["changed"]
    assert asked("keep", was="growth") == []
    assert asked("keep") == []


def later(decision: str, said: str = "candidate", until: date | None = None) -> Later:
    return Later("l1", "invoicing", decision, said, date(2026, 11, 1), until)


def test_what_was_kept_is_asked_again_once_the_verdict_changes() -> None:
    assert asked("candidate", papers=(later("keep"),)) == []
    assert asked("candidate-if-reinvested", "candidate", (later("keep"),)) == ["changed"]


def test_what_was_put_off_is_asked_again_on_its_day() -> None:
    put_off = later("later", until=date(2026, 12, 1))
    assert asked("candidate", "candidate", (put_off,)) == []
    assert asked("candidate", "candidate", (put_off,), date(2026, 12, 1)) == ["again"]
    assert in_force(put_off, "stop", TODAY)


PROMISE = Promise(9.0, 400.0, 44.0, 200.0, 1000.0, 10.0, 256.0)


def handoff(stage: str) -> Handoff:
    return Handoff(
        "h1", "Invoicing", (Move("trial", date(2026, 11, 1)), Move(stage, date(2026, 11, 2))),
        "Mara", PROMISE,
    )  # fmt: skip


def test_what_is_in_other_hands_is_not_asked_about_again() -> None:
    assert asked("candidate", papers=(handoff("trial"),)) == []
    assert asked("candidate", papers=(handoff("taken-back"),)) == ["new"]


def test_a_trial_shows_what_came_beside_what_was_promised() -> None:
    papers: tuple[Paper, ...] = (
        handoff("trial"),
        Bill("b1", "Invoicing", date(2026, 11, 15), 420.0, "USD", 10.0),
        Check("c1", "Invoicing", date(2026, 11, 15), 4),
    )
    own = {"invoicing": [(date(2026, 11, 10), 1800, False)]}
    (trial,) = trials(survey(verdict("Invoicing", "candidate"), papers=papers), own, papers)
    assert (trial.weeks, trial.to, trial.promised_hours, trial.on_track) == (3, "Mara", 9.0, True)
    assert trial.realised_hours == pytest.approx(10 - 0.5 / (19 / (52 / 12 * 7)), abs=0.001)
    assert trial.words == (
        "Week 3: 9.2 h a month come back, 9.0 h were promised; an hour back costs $45.64, $44.00 "
        "was reckoned. Quality 4.0 of 5."
    )


def test_a_trial_that_was_decided_since_is_not_asked_about() -> None:
    then: tuple[Paper, ...] = (handoff("trial"),)
    assert trials(survey(papers=then), {}, then)[0].realised_price is None
    assert trials(survey(papers=then), {}, (handoff("handed-off"),)) == ()


def test_what_is_due_next_week() -> None:
    week = week_of(date(2026, 11, 23))
    stand = [
        standing("Invoicing", next_due=date(2026, 11, 27), usual=3600),
        standing("Email", "daily", next_due=date(2026, 11, 23), per_month=260 / 12, usual=1800),
        standing("Payroll", "monthly", next_due=date(2026, 12, 1)),
        standing("Late", next_due=date(2026, 11, 12)),
        standing("Resting", next_due=date(2026, 11, 24), paused_until=date(2027, 1, 1)),
        standing("Never"),
    ]
    stand.append(standing("Handed over", next_due=date(2026, 11, 24)))
    found = planned(stand, week, TODAY, frozenset({"handed over"}))
    assert [(it.task, it.day, it.times, it.seconds, it.overdue) for it in found] == [
        ("Late", "2026-11-12", 1, 1800, True),
        ("Email", "2026-11-23", 5, 9000, False),
        ("Invoicing", "2026-11-27", 1, 3600, False),
    ]


MONDAY = date(2026, 11, 23)
FOLLOWING = week_of(date(2026, 11, 30))


def first_days(*stand: Any) -> list[tuple[str, str, int]]:
    """Task, day and times of what is planned on a Monday for the week after."""
    return [(it.task, it.day, it.times) for it in planned(stand, FOLLOWING, MONDAY)]


def test_what_is_due_before_the_period_is_planned_for_its_next_day() -> None:
    daily = standing("Email", "daily", next_due=MONDAY, per_month=260 / 12)
    weekly = standing("Invoicing", next_due=date(2026, 11, 27))
    assert first_days(daily, weekly) == [
        ("Email", "2026-11-30", 5),
        ("Invoicing", "2026-12-04", 1),
    ]


def test_several_weekdays_come_back_on_the_first_of_them() -> None:
    pairs = [date(2026, 10, 20) + timedelta(days=7 * week) for week in range(5)]
    slots = sorted([*pairs, *(day + timedelta(days=2) for day in pairs), date(2026, 11, 2)])
    stand = standing("Calls", next_due=date(2026, 11, 26), per_month=104 / 12)
    stand = stand.replace(found=stand.found.replace(slots=tuple(slots)))
    assert first_days(stand) == [("Calls", "2026-12-01", 2)]


def test_what_is_done_before_the_period_and_not_in_it_is_not_planned() -> None:
    assert (
        first_days(
            standing("Backup", "biweekly", next_due=date(2026, 11, 26)),
            standing("Payroll", "monthly", next_due=MONDAY),
        )
        == []
    )


def test_a_guessed_day_is_a_whole_period_on() -> None:
    stand = standing("Garden", next_due=date(2026, 11, 24), loose=True)
    assert first_days(stand) == [("Garden", "2026-12-01", 1)]


@pytest.mark.parametrize(
    ("declared", "due", "day"),
    [
        (Cadence("weekday"), 23, "2026-11-30"),
        (Cadence("week", weekdays=(1, 4)), 24, "2026-12-01"),
        (Cadence("week"), 25, "2026-12-02"),
        (Cadence("day", 3, after=True), 24, "2026-11-30"),
        (Cadence("month", day=25), 25, None),
    ],
)
def test_a_declared_rhythm_keeps_its_own_days(declared: Cadence, due: int, day: str | None) -> None:
    stand = standing("Task", declared.name, declared=declared, next_due=date(2026, 11, due))
    assert [planned for _, planned, _ in first_days(stand)] == ([day] if day else [])


def test_what_is_overdue_keeps_its_day() -> None:
    late = standing("Late", next_due=date(2026, 11, 20))
    declared = standing("Said", declared=Cadence("week"), next_due=date(2026, 11, 19))
    assert [day for _, day, _ in first_days(late, declared)] == ["2026-11-19", "2026-11-20"]


def test_a_document_is_read_back_as_it_was_seen() -> None:
    store = MemoryStore.of(
        entry("Invoicing", "09:00", "10:00", day="2026-11-17"),
        entry("Design", "11:00", "12:00", day="2026-11-17", project="Acme"),
        entry("Email", "11:30"),
    )
    made = Reviewer(store, SETTINGS, ZONE, CATALOGUE, NOW + timedelta(hours=3))
    looked = made.look(week_of(TODAY))
    advice = made.advise(looked, survey(verdict("Invoicing", "candidate"), as_of=looked.as_of))
    document = json.loads(json.dumps(made.document(looked, advice), allow_nan=False))
    assert see_of(document) == looked.see
    assert document["verdicts"] == {"Invoicing": "candidate"}
    assert differences(document, document) == ()
    changed = {**document, "total_seconds": 0, "tasks": document["tasks"][1:]}
    assert Difference("total_seconds", looked.see.total_seconds, 0) in differences(
        document, changed
    )
