"""A quote in words, at length and where there is little room."""

from __future__ import annotations

from datetime import date

from tracker.domain.papers import TERMS, Quote
from tracker.domain.quote_words import besides, charge_words

BARE = Quote("q", "Payroll", "firm", "hourly", 40.0, "USD", date(2026, 11, 19))


def test_what_is_as_usual_is_not_said() -> None:
    assert besides(BARE) == besides(BARE, short=True) == []


def test_what_comes_on_top_is_said_in_one_order() -> None:
    told = BARE.replace(
        minimum_hours=3.0,
        setup_fee=150.0,
        bonus=20.0,
        effort_factor=1.2,
        redo_share=0.05,
        oversight_hours=0.5,
        onboarding_hours=0.0,
        saved_cash=12.0,
    )
    assert besides(told) == [
        "3 h a month at least",
        "$150.00 once",
        "$20.00 a month on top",
        "1.2 of their hours for one of yours",
        "5 % done again",
        "0.5 h a month to check it",
        "0 h of training",
        "$12.00 a month no longer paid",
    ]
    assert besides(told, short=True) == [
        "3 h at least",
        "$150.00 set-up",
        "$20.00 bonus",
        "speed 1.2",
        "redo 5 %",
        "oversight 0.5 h",
        "training 0 h",
        "saves $12.00",
    ]


def test_every_kind_of_charge_has_its_unit() -> None:
    said = [charge_words(BARE.replace(terms=terms)) for terms in TERMS]
    assert said == ["$40.00 an hour", "$40.00 each time", "$40.00 an item", "$40.00 a month"]
