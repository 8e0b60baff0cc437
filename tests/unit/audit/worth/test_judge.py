"""Verdicts at their edges: order, evidence, thresholds, decisions that hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.audit.worth.cases import VECTORS, case, profile
from tracker.audit.worth.case import Extent
from tracker.audit.worth.flips import soonest
from tracker.audit.worth.interval import mean_interval, t90
from tracker.audit.worth.judge import decide, judge, judge_all
from tracker.audit.worth.price import plain_rate
from tracker.domain.papers import Later

AS_OF = date(2026, 11, 19)


def said(**rest: Any) -> str:
    return decide(case(as_of=AS_OF, **rest)).name


def test_the_vectors() -> None:
    assert [decide(vector).name for vector in VECTORS] == [
        "candidate",
        "candidate-if-reinvested",
        "candidate",
        "not-worth-it",
        "not-yet",
        "not-yet",
    ]


@pytest.mark.parametrize(
    ("marks", "verdict"),
    [
        ({"necessary": False, "only_me": True}, "stop"),
        ({"only_me": True, "core": True}, "only-you"),
        ({"core": True, "growth": 5}, "core"),
        ({"skill": 5, "like": 4}, "core"),
        ({"skill": 5, "like": 3}, "candidate"),
        ({"growth": 4, "confidential": True}, "growth"),
        ({"confidential": True}, "confidential"),
    ],
)
def test_the_first_guard_that_holds(marks: dict[str, Any], verdict: str) -> None:
    assert said(rated={"tedium": 5, "growth": 1, "skill": 2, **marks}) == verdict


@pytest.mark.parametrize(
    ("cadence", "least"),
    [("daily", 5), ("weekly", 4), ("biweekly", 4), ("monthly", 3), ("quarterly", 3)],
)
def test_a_rhythm_needs_its_evidence(cadence: str, least: int) -> None:
    assert said(cadence=cadence, hours=9, occurrences=least - 1) == "too-little-data"
    assert said(cadence=cadence, hours=9, occurrences=least) != "too-little-data"


def test_the_owners_word_needs_one_occurrence() -> None:
    assert said(status="declared", occurrences=1) == "candidate"
    assert said(status="declared", occurrences=0) == "too-little-data"


@pytest.mark.parametrize(
    ("days", "weeks", "enough"), [(9, 8.0, False), (10, 1.9, False), (10, 2.0, True)]
)
def test_a_log_needs_two_weeks_and_ten_days(days: int, weeks: float, *, enough: bool) -> None:
    name = said(extent=Extent(days, weeks))
    assert (name != "too-little-data") == enough


def test_the_evidence_is_counted_aloud() -> None:
    found = judge(
        case(
            status="tentative",
            cadence="none",
            tentative="weekly",
            occurrences=3,
            decide_after=date(2026, 12, 5),
            as_of=AS_OF,
        )
    )
    assert found.explanation == "3 of 4 weekly occurrences seen; decide after 5 Dec."
    assert found.flips == "more of the log: 5 Dec"
    assert judge(case(extent=Extent(1, 0.1))).explanation.startswith("1 day logged so far")


@pytest.mark.parametrize(
    ("occurrences", "since", "last", "verdict"),
    [
        (1, date(2026, 5, 4), date(2026, 5, 4), "one-off"),
        (1, date(2026, 11, 4), date(2026, 11, 4), "too-little-data"),
        (2, date(2026, 7, 10), date(2026, 10, 10), "too-little-data"),
        (2, date(2026, 5, 4), date(2026, 5, 6), "one-off"),
        (7, date(2026, 5, 4), date(2026, 11, 10), "one-off"),
    ],
)
def test_once_is_too_fresh_or_a_one_off(
    occurrences: int, since: date, last: date, verdict: str
) -> None:
    given = {"occurrences": occurrences, "since": since, "last": last}
    assert said(cadence="none", status="none", **given) == verdict


def test_what_stopped_is_no_longer_recurring() -> None:
    found = judge(case(status="lapsed", last=date(2026, 3, 2), as_of=AS_OF))
    assert found.verdict == "one-off"
    assert found.explanation.startswith("It stopped coming back in March.")


def test_candidates_meet_every_condition() -> None:
    small = {"hours": 0.2, "known": {"onboarding_hours": 0.5}}
    assert said(**small) == "keep"
    assert said(rated={"tedium": 2, "growth": 1, "skill": 2}) == "keep"
    assert said(rated={"tedium": 5, "growth": 3, "skill": 2}) == "keep"
    low = {"rated": {"tedium": 3, "growth": 2, "skill": 4}, "cadence": "quarterly", "hours": 3.5}
    found = judge(case(rate=180.0, known={"onboarding_hours": 0.0}, **low))
    assert (found.verdict, found.score < 50) == ("keep", True)
    assert "under 50" in found.explanation
    assert said(rate=None, price=None) == "keep"


def test_checking_that_takes_all_the_time() -> None:
    found = judge(case(known={"oversight_hours": 11.0}))
    assert found.verdict == "not-worth-it"
    assert "checking it would take 11.0 h of the 10.8 h" in found.explanation


def test_what_saves_cash_is_said_so() -> None:
    found = judge(case(known={"saved_cash": 1000.0}))
    assert "Saves $566.67 a month, gives back 9.8 h." in found.explanation
    assert found.verdict == "candidate"


def test_money_in_another_currency() -> None:
    said_in = judge(case(currency="CHF")).explanation
    assert "CHF 433.33" in said_in
    assert "$" not in said_in
    assert "¥433 " in judge(case(currency="JPY")).explanation


def test_it_depends_on_how_long_it_takes() -> None:
    """3 h and 40 h average to what pays; the low end of that average does not."""
    unsure = {"hours": 6.0, "minimum": 35.0, "rate": 80.0, "logged": None}
    wide = tuple(hours * 3600 for hours in (1, 1, 2, 20))
    found = judge(case(durations=wide, **unsure))
    assert found.is_candidate
    assert found.depends
    assert found.explanation.endswith("It depends on how long it really takes.")
    assert not judge(case(durations=(21_600,) * 4, **unsure)).depends
    assert not judge(case(durations=(21_600,), **unsure)).depends


def test_t_quantiles_against_the_tables() -> None:
    assert [t90(n) for n in (1, 2, 10, 30)] == [3.078, 1.886, 1.372, 1.310]
    assert [round(t90(n), 3) for n in (40, 60, 120)] == [1.303, 1.296, 1.289]
    assert all(t90(n) > t90(n + 1) > 1.2815 for n in range(1, 200))
    low, high = mean_interval([1.0, 2.0, 3.0]) or (0, 0)
    assert (round(low, 4), round(high, 4)) == (0.9111, 3.0889)
    assert mean_interval([5.0]) is None


def test_a_service_is_given_up_where_a_person_is_as_cheap() -> None:
    person = plain_rate(10.0, "quote", "quote of an assistant")
    service = plain_rate(0.0, "software", "a page").replace(fixed_fee=100.0)
    booked = case(hours=2.5, automation=service, person=person, price=person)
    found = decide(booked)
    assert found.name == "automate"
    flip = soonest(booked, found)
    assert flip is not None
    assert (flip.name, flip.then) == ("hours", "candidate")
    assert flip.at == pytest.approx(10.0, rel=1e-4), "at $10 an hour they then ask $100 too"
    assert decide(booked.replace(own_hours=flip.at * 0.999)).name == "candidate"
    assert decide(booked.replace(own_hours=flip.at * 1.001)).name == "automate"


def test_what_flips_it_soonest() -> None:
    first = soonest(VECTORS[0], decide(VECTORS[0]))
    assert first is not None
    assert (first.name, round(first.at, 2), first.then) == (
        "hour value",
        136.75,
        "candidate-if-reinvested",
    )
    fourth = soonest(VECTORS[3], decide(VECTORS[3]))
    assert fourth is not None
    assert (fourth.name, fourth.at, fourth.then) == ("growth", 4, "growth")
    near_it = case(
        **{"goal": 45_000, "days": (5, 5, 48), "logged": 1800, "cadence": "monthly", "hours": 2.0},
        **{"rate": 30.0, "minimum": 3.0, "setup": 150.0, "known": {"onboarding_hours": 4.0}},
    )
    cheaper = soonest(near_it, decide(near_it))
    assert cheaper is not None
    assert (cheaper.name, round(cheaper.at, 2)) == ("rate", 22.5)
    near = soonest(case(rate=199.0, logged=None), decide(case(rate=199.0, logged=None)))
    assert near is not None
    assert (near.name, round(near.at, 2), near.then) == ("hour value", 255.13, "not-yet")
    dull = case(rate=1.0, logged=None, rated={"tedium": 3, "growth": 1, "skill": 2})
    assert judge(dull).flips == "tedium: 2 instead of 3, then keep it"


@pytest.mark.parametrize(
    ("rated", "words"),
    [
        ({"necessary": False}, "the mark that it is not needed"),
        ({"only_me": True}, "the mark only me"),
        ({"core": True}, "the mark core"),
        ({"skill": 5, "like": 5}, "skill: 4 instead of 5, or like: 3"),
        ({"growth": 5}, "growth: 3 instead of 5"),
        ({"confidential": True}, "the mark confidential"),
    ],
)
def test_what_lifts_a_guard(rated: dict[str, Any], words: str) -> None:
    assert judge(case(rated={"tedium": 5, "growth": 1, "skill": 2, **rated})).flips == words


def named(name: str, **rest: Any) -> Any:
    return case(task=name, **rest)


def test_the_good_first_one_is_safe_then_steady_then_small() -> None:
    large = named("large", hours=5.0)
    small = named("small", hours=1.5)
    monthly = named("monthly", cadence="monthly", hours=6.0)
    risky = named("risky", hours=1.0, rated={"tedium": 5, "growth": 1, "skill": 2, "expert": True})
    found = judge_all([large, small, monthly, risky])
    assert {v.task: v.verdict for v in found} == dict.fromkeys(
        ["large", "small", "monthly", "risky"], "candidate"
    )
    assert [v.task for v in found if v.good_first] == ["small"]
    put_off = small.replace(later=Later("l", "small", "keep", "candidate", AS_OF))
    assert [v.task for v in judge_all([large, put_off]) if v.good_first] == ["large"]
    begun = small.replace(stage="trial")
    assert [v.task for v in judge_all([large, begun]) if v.good_first] == ["large"]


def test_a_cap_puts_what_it_leaves_out_last() -> None:
    dear, cheap = named("dear", hours=5.0), named("cheap", hours=2.0, rated={"tedium": 3})
    kept = named("kept", rated={"tedium": 5, "growth": 1, "skill": 2, "only_me": True})
    found = judge_all([dear, cheap, kept], budget=400.0)
    assert [(v.task, v.within_budget) for v in found] == [
        ("kept", True),
        ("cheap", True),
        ("dear", False),
    ]
    assert all(v.within_budget for v in judge_all([dear, cheap, kept]))


def test_a_decision_holds_while_its_reason_does() -> None:
    keep = Later("k", "Invoicing", "keep", "candidate", date(2026, 11, 1))
    later = Later("l", "Invoicing", "later", "candidate", date(2026, 11, 1), date(2026, 12, 1))
    assert judge(case(later=keep, as_of=AS_OF)).later == keep
    assert judge(case(later=keep, as_of=AS_OF, rate=400.0)).later is None
    assert judge(case(later=later, as_of=AS_OF)).later == later
    assert judge(case(later=later, as_of=date(2026, 12, 1))).later is None


def test_what_recurs_without_steps_needs_a_procedure() -> None:
    assert judge(case()).needs_procedure
    assert not judge(case(has_procedure=True)).needs_procedure
    assert not judge(case(cadence="none", status="none")).needs_procedure


def test_the_four_parts_in_words() -> None:
    parts = judge(case(rated={"tedium": 2, "growth": 3, "skill": 2})).parts
    assert [(part.name, part.met, part.words) for part in parts] == [
        ("tedious", False, "tedium 2 of 5"),
        ("takes time", True, "10.8 h a month"),
        ("needed", True, "needed"),
        ("no growth", False, "growth 3 of 5"),
    ]


def test_the_evidence_in_words() -> None:
    found = judge(
        case(since=date(2025, 1, 3), last=date(2026, 11, 13), pattern="Fridays", as_of=AS_OF)
    )
    assert found.evidence == ("Seen 45 times, 3 Jan 2025 to 13 Nov; weekly (Fridays), 99 % sure.")
    declared = case(status="declared", occurrences=1, last=AS_OF, as_of=AS_OF)
    assert judge(declared).evidence == "Seen once, 19 Nov; weekly, as you said."


def test_profiles_say_what_nobody_rated() -> None:
    assumed = profile(tedium=5, assumed=("tedium", "confidential", "expert"), expert=True)
    found = judge(case(profile=assumed)).assumed
    assert "tedium 5" in found
    assert "expert yes" in found
    assert not any("confidential" in words for words in found)


@pytest.mark.parametrize(
    ("rated", "rest", "words"),
    [
        (
            {"tedium": 2, "growth": 3},
            {"rate": None},
            "growth: 4 instead of 3, then keep it, for it grows the business",
        ),
        (
            {"tedium": 2, "growth": 2},
            {"rate": None, "hours": 0.1},
            "tedium: 3 instead of 2 and hours: 1.0 h a month instead of 0.43 h and a price",
        ),
        ({"tedium": 2, "growth": 1}, {}, "tedium: 3 instead of 2, then hand it off"),
        ({"tedium": 5, "growth": 1}, {"rate": None}, "a price"),
        ({"tedium": 1, "growth": 1}, {"rate": None}, "tedium: 3 instead of 1 and a price"),
    ],
)
def test_what_a_kept_task_lacks(rated: dict[str, Any], rest: dict[str, Any], words: str) -> None:
    found = judge(case(rated={"skill": 2, **rated}, **rest))
    assert (found.verdict, found.flips) == ("keep", words)
