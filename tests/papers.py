"""Papers to test with: one of each kind, and strategies that make any."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tracker.domain.cadence import UNITS, Cadence
from tracker.domain.papers import (
    STAGES,
    STEPS,
    TERMS,
    VENDORS,
    Bill,
    Brief,
    Check,
    Handoff,
    Later,
    Move,
    Promise,
    Quote,
    Review,
)

if TYPE_CHECKING:
    from tracker.domain.papers import Paper

DAY = date(2026, 11, 2)


def quote(paper_id: str = "q1", task: str = "Invoicing", **fields: Any) -> Quote:
    """A freelancer's hourly quote."""
    known: dict[str, Any] = {
        "vendor": "freelancer",
        "terms": "hourly",
        "amount": 40.0,
        "currency": "USD",
        "day": DAY,
    }
    return Quote(paper_id, task, **{**known, **fields})


def brief(paper_id: str = "b1", task: str = "Invoicing", **fields: Any) -> Brief:
    """A brief with the four questions answered."""
    known: dict[str, Any] = {
        "goals": "Money comes in on time.",
        "objectives": "Every invoice is out by Friday noon.",
        "success": "No reminder is needed.",
        "expectations": "Two hours a week, questions by mail.",
    }
    return Brief(paper_id, task, **{**known, **fields})


def handoff(*stages: str, paper_id: str = "h1", task: str = "Invoicing", **fields: Any) -> Handoff:
    """A hand-off that entered each of the stages, a day apart."""
    moves = tuple(
        Move(stage, DAY.replace(day=number)) for number, stage in enumerate(stages, start=2)
    )
    return Handoff(paper_id, task, moves, **fields)


ONE_OF_EACH: tuple[Paper, ...] = (
    brief(steps=("Open the list", "Send — “each”"), links=("https://example.org/a",), updated=DAY),
    Bill("i1", "Invoicing", DAY, 480.5, "EUR", 12.0, "November"),
    Check("k1", "Invoicing", DAY, 4, 2, "late"),
    Later("l1", "Invoicing", "later", "candidate", DAY, date(2026, 12, 2)),
    Review("2026-W47", "see", DAY, None, "Two proposals."),
    handoff(
        "candidate",
        "trial",
        to="Ada",
        promise=Promise(9.75, 433.3, 51.2, 200.0, 4000.0, 10.8, 256.4, 40.0),
    ),
    quote(
        effort_factor=0.8, redo_share=0.0, oversight_hours=0.5, chosen=True, source="ada.example"
    ),
)

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
names = st.sampled_from(["Invoicing", "invoicing", "Email", "Büro 🙂"])
ids = st.text("abcdef0123456789", min_size=1, max_size=6)
days = st.dates(date(1971, 1, 1), date(2998, 1, 1))
sums = st.floats(0, 1e12, allow_nan=False)
lists = st.lists(words, max_size=3).map(tuple)
_id = {"id": ids, "task": names}
quotes = st.builds(
    Quote,
    **_id,
    vendor=st.sampled_from(VENDORS),
    terms=st.sampled_from(TERMS),
    amount=sums,
    currency=st.sampled_from(["USD", "EUR"]),
    day=days,
    minimum_hours=sums,
    setup_fee=sums,
    bonus=sums,
    effort_factor=st.none() | st.floats(0.01, 100),
    items=sums,
    redo_share=st.none() | st.floats(0, 10),
    oversight_hours=st.none() | st.floats(0.01, 744),
    onboarding_hours=st.none() | st.floats(0, 10_000),
    saved_cash=sums,
    source=words,
    chosen=st.booleans(),
    revised=st.just(""),
)
TEXTS = (
    "goals",
    "objectives",
    "success",
    "expectations",
    "what",
    "why",
    "frequency",
    "tools",
    "done",
    "incentives",
)
briefs = st.builds(
    Brief,
    **_id,
    **dict.fromkeys(TEXTS, words),
    steps=lists,
    links=lists,
    updated=st.none() | days,
    revised=st.just(""),
)
moves = st.lists(st.builds(Move, st.sampled_from(STAGES), days), min_size=1, max_size=4)
promises = st.builds(
    Promise,
    freed_hours=sums,
    cash=st.floats(-1e6, 1e6),
    price_per_hour=st.none() | sums,
    break_even_rate=st.none() | st.floats(-1e6, 1e6),
    upfront=sums,
    own_hours=sums,
    hour_value=sums,
    rate=st.none() | sums,
)
handoffs = st.builds(
    Handoff,
    **_id,
    moves=moves.map(tuple),
    to=words,
    promise=st.none() | promises,
    revised=st.just(""),
)
bills = st.builds(
    Bill,
    **_id,
    day=days,
    amount=sums,
    currency=st.sampled_from(["USD", "EUR"]),
    hours=st.none() | sums,
    note=words,
    revised=st.just(""),
)
checks = st.builds(
    Check,
    **_id,
    day=days,
    quality=st.integers(1, 5),
    days_late=st.integers(0, 3650),
    note=words,
    revised=st.just(""),
)
laters = st.builds(
    Later,
    **_id,
    decision=st.sampled_from(["keep", "later"]),
    verdict=words,
    day=days,
    until=st.none() | days,
    revised=st.just(""),
)
reviews = st.builds(
    Review,
    id=st.sampled_from(["2026-W47", "2026-11", "2026-Q4"]),
    step=st.sampled_from(STEPS),
    begun=st.none() | days,
    finished=st.none() | days,
    intention=words,
    seen=words,
    revised=st.just(""),
)
papers = st.one_of(quotes, briefs, handoffs, bills, checks, laters, reviews)
cadences = st.builds(
    Cadence,
    unit=st.sampled_from(UNITS),
    every=st.integers(1, 99),
    weekdays=st.sets(st.integers(0, 6)).map(lambda found: tuple(sorted(found))),
    day=st.integers(-1, 31),
    nth=st.integers(-1, 4),
    business=st.integers(-10, 10),
    month=st.integers(0, 3),
    after=st.booleans(),
    grace=st.none() | st.integers(0, 60),
)
rhythms: dict[str, Any] = {
    "share": st.none() | st.floats(0.01, 1),
    "cadence": st.none() | cadences,
    "paused_until": st.none() | days,
    "silent": st.booleans(),
}
"""The fields of a task that say when it comes back and how much of it could go."""
