"""Which price is reckoned with: a quote, the owner's rate, an estimate, or none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.audit.worth.cases import profile
from tracker.audit.categorise import Catalogue
from tracker.audit.worth.price import Offers, offers_for
from tracker.audit.worth.quoted import hourly_quotes
from tracker.domain.papers import Bill, Quote
from tracker.domain.settings import Settings
from tracker.store.categories import load_categories

CATALOGUE = Catalogue(load_categories())
AS_OF = date(2026, 11, 19)


def quote(quote_id: str, amount: float = 40.0, **rest: Any) -> Quote:
    given: dict[str, Any] = {
        "task": "Invoicing",
        "vendor": "freelancer",
        "terms": "hourly",
        "currency": "USD",
        "day": date(2026, 11, 1),
        **rest,
    }
    return Quote(id=quote_id, amount=amount, **given)


def offers(
    *papers: Any,
    category: str = "invoicing",
    settings: Settings | None = None,
    per_month: float = 52 / 12,
    **rated: Any,
) -> Offers:
    found = CATALOGUE.named(category)
    assert found is not None
    return offers_for(
        "invoicing",
        papers,
        profile(category=category, **rated),
        found,
        settings or Settings(),
        AS_OF,
        per_month,
    )


def rate_of(*papers: Any, **rest: Any) -> float | None:
    price = offers(*papers, **rest).price
    return None if price is None else price.rate


def test_an_estimate_with_its_source_until_something_better_is_known() -> None:
    price = offers().price
    assert price is not None
    assert (price.kind, price.rate, price.low, price.high) == ("estimate", 45, 32, 68)
    assert "BLS" in price.source


def test_the_owners_rate_beats_the_estimate_and_a_quote_beats_both() -> None:
    settings = Settings(rates=(("invoicing", 30.0),))
    price = offers(settings=settings).price
    assert price is not None
    assert (price.kind, price.rate) == ("yours", 30.0)
    assert rate_of(quote("q", 50.0), settings=settings) == 50.0


def test_the_newest_quote_counts_unless_one_is_chosen() -> None:
    old = quote("old", 50.0, day=date(2026, 10, 1))
    new = quote("new", 60.0)
    assert rate_of(old, new) == rate_of(new, old) == 60.0
    assert rate_of(old.replace(chosen=True), new) == 50.0
    assert rate_of(old.replace(chosen=True), new.replace(chosen=True)) == 60.0


def test_a_quote_of_a_later_day_or_another_task_is_not_there() -> None:
    assert rate_of(quote("q", day=date(2026, 11, 20))) == 45
    assert rate_of(quote("q", task="Payroll")) == 45
    assert rate_of(quote("q", task="INVOICING")) == 40


def test_a_quote_in_another_currency_is_kept_apart() -> None:
    found = offers(quote("q", currency="GBP"))
    assert found.price is not None
    assert found.price.kind == "estimate"
    assert [one.currency for one in found.foreign] == ["GBP"]


def test_outside_the_dollar_nothing_is_guessed() -> None:
    abroad = Settings(currency="EUR")
    assert offers(settings=abroad) == Offers(None)
    assert rate_of(quote("q", currency="EUR"), settings=abroad) == 40.0
    assert rate_of(settings=Settings(currency="EUR", rates=(("invoicing", 28.0),))) == 28.0


def test_another_expert_is_paid_as_one() -> None:
    assert rate_of(expert=True) == 68
    assert rate_of(category="seo", expert=True) == 74, "its estimate is an expert's already"
    assert rate_of(quote("q"), expert=True) == 40


@pytest.mark.parametrize(
    ("terms", "amount", "rest", "rate", "fee"),
    [
        ("hourly", 40.0, {"bonus": 10.0}, 40.0, 10.0),
        ("monthly", 90.0, {}, 0.0, 90.0),
        ("monthly", 90.0, {"bonus": 10.0}, 0.0, 100.0),
        ("fixed", 30.0, {}, 0.0, 130.0),
        ("per-item", 2.0, {"items": 5.0}, 0.0, 2 * 5 * 52 / 12),
    ],
)
def test_terms_come_to_a_rate_and_a_fee_a_month(
    terms: str, amount: float, rest: dict[str, float], rate: float, fee: float
) -> None:
    price = offers(quote("q", amount, terms=terms, **rest)).price
    assert price is not None
    assert price.rate == rate
    assert price.fixed_fee == pytest.approx(fee)


def test_minimum_set_up_and_speed_come_with_the_quote() -> None:
    price = offers(quote("q", minimum_hours=2.0, setup_fee=50.0, effort_factor=0.5)).price
    assert price is not None
    assert (price.minimum_hours, price.setup_fee, price.effort_factor) == (2.0, 50.0, 0.5)


def test_a_service_stands_beside_what_a_person_asks() -> None:
    service = quote("s", 12.0, vendor="service", terms="monthly")
    found = offers(service)
    assert found.price is not None
    assert found.automation is not None
    assert (found.price.kind, found.automation.fixed_fee) == ("estimate", 12.0)
    alone = offers(service.replace(currency="EUR"), settings=Settings(currency="EUR"))
    assert alone.price == alone.automation
    assert alone.person is None


def test_what_the_owner_chose_is_taken() -> None:
    service = quote("s", 12.0, vendor="service", terms="monthly")
    person = quote("p")
    chosen = offers(service.replace(chosen=True), person)
    assert chosen.price == chosen.automation
    assert offers(service, person.replace(chosen=True)).automation is None


def test_software_is_weighed_against_a_quote_and_named_beside_an_estimate() -> None:
    guessed = offers(category="appointment-scheduling")
    assert guessed.automation is None
    assert guessed.software is not None
    quoted = offers(quote("q"), category="appointment-scheduling")
    assert quoted.automation == guessed.software
    assert "estimate" in guessed.software.source


def test_only_hourly_quotes_in_force_speak_beside_the_timer() -> None:
    papers = (
        quote("a"),
        quote("b", task="Payroll", terms="monthly"),
        quote("c", task="Email", currency="GBP"),
        Bill("d", "Invoicing", AS_OF, 10.0, "USD"),
    )
    assert hourly_quotes(papers, "USD", AS_OF) == {"invoicing": papers[0]}


def test_without_a_quote_the_estimate_of_the_category_is_the_price() -> None:
    category = CATALOGUE.named("payroll")
    assert category is not None
    found = offers_for("x", (), profile(category="payroll"), category, Settings(), AS_OF).price
    assert found is not None
    assert found.rate == 53
