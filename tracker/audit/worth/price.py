"""What a task costs from someone else: a quote, the owner's rate, or an estimate; in this order."""

from __future__ import annotations

from tracker.audit.worth.profile import YOURS
from tracker.audit.worth.quoted import quotes_of
from tracker.audit.worth.verdict import Price
from tracker.domain.filed import SERVICE
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.audit.worth.profile import Profile
    from tracker.domain.papers import Paper, Quote
    from tracker.domain.settings import Settings
    from tracker.domain.task import Category

VOWELS = frozenset("aeiou")


class Offers(Value):
    """What there is to choose from for one task.

    Attributes:
        price: What to reckon with; ``None`` where nothing is known in the owner's currency.
        person: What someone, not something, charges.
        automation: A service that does it, by a quote, or by the category's own answer where
            there is a person's quote to beat; ``None`` also where the owner chose a person's.
        software: The category's own answer, to be tried first whatever else is known.
        foreign: Quotes in another currency: not reckoned with.
    """

    price: Price | None
    person: Price | None = None
    automation: Price | None = None
    software: Price | None = None
    foreign: tuple[Quote, ...] = ()


def offers_for(
    name: str,
    papers: Iterable[Paper],
    profile: Profile,
    category: Category,
    settings: Settings,
    as_of: date,
    per_month: float = 0.0,
) -> Offers:
    """Every price of a task.

    Args:
        name: Of the task.
        papers: Any; only its quotes count.
        profile: For the mark ``expert``: then an estimate is the high one.
        category: For the default estimate and the software that does such work.
        settings: The owner's currency and rates by category.
        as_of: Quotes of a later day are not there yet.
        per_month: Occurrences a month, for what is paid each time.
    """
    quotes = quotes_of(name, papers, as_of)
    usable = [quote for quote in quotes if quote.currency == settings.currency]
    foreign = tuple(quote for quote in quotes if quote.currency != settings.currency)
    chosen = usable[0] if usable and usable[0].chosen else None
    people = [quote for quote in usable if quote.vendor != SERVICE]
    services = [quote for quote in usable if quote.vendor == SERVICE]
    person = (
        price_of(people[0], per_month) if people else _without_quote(profile, category, settings)
    )
    software = _software(category, settings)
    service = software if people else None
    if services:
        service = price_of(services[0], per_month)
    if chosen is not None and chosen.vendor != SERVICE:
        return Offers(person, person, None, None, foreign)
    takes_service = chosen is not None or (person is None and bool(services))
    return Offers(service if takes_service else person, person, service, software, foreign)


def price_of(quote: Quote, per_month: float = 0.0) -> Price:
    """A quote as an hourly rate or a fee a month; ``per_month`` occurrences where paid each time.

    A bonus is part of the fee. What is not hourly has no minimum.
    """
    rate, fee, minimum = 0.0, 0.0, 0.0
    match quote.terms:
        case "hourly":
            rate, minimum = quote.amount, quote.minimum_hours
        case "monthly":
            fee = quote.amount
        case "per-item":
            fee = quote.amount * quote.items * per_month
        case _:
            fee = quote.amount * per_month
    return Price(
        rate=rate,
        fixed_fee=fee + quote.bonus,
        minimum_hours=minimum,
        setup_fee=quote.setup_fee,
        effort_factor=quote.effort_factor,
        kind="quote",
        source=quote_source(quote),
        vendor=quote.vendor,
        redo_share=quote.redo_share,
        oversight_hours=quote.oversight_hours,
        onboarding_hours=quote.onboarding_hours,
        saved_cash=quote.saved_cash,
    )


def quote_source(quote: Quote) -> str:
    """Where a quote is from, in words."""
    return f"quote of {quote.day.isoformat()}: {quote.source or vendor_words(quote.vendor)}"


def by_a_service(price: Price | None) -> bool:
    """Whether a price is what a service quoted; common software of a category is no quote."""
    return price is not None and price.kind == "quote" and price.vendor == SERVICE


def vendor_words(vendor: str) -> str:
    """``a freelancer``, ``an assistant``."""
    return f"{'an' if vendor[:1] in VOWELS else 'a'} {vendor}"


def plain_rate(rate: float, kind: str, source: str) -> Price:
    """A price of so much an hour and nothing else."""
    return Price(rate, 0.0, 0.0, 0.0, None, kind, source)


def _without_quote(profile: Profile, category: Category, settings: Settings) -> Price | None:
    """The owner's rate for the category, else the estimate in the owner's currency."""
    for rated, amount in settings.rates:
        if rated == profile.category:
            return plain_rate(amount, YOURS, f"your rate for {category.title.lower()}")
    default = category.rate
    if default is None or default.currency != settings.currency:
        return None
    expert = profile.expert and not category.expert
    rate = default.high if expert else default.typical
    return plain_rate(rate, "estimate", default.source).replace(
        low=default.low, typical=default.typical, high=default.high
    )


def _software(category: Category, settings: Settings) -> Price | None:
    """The software that does the work of a category, in the owner's currency."""
    answer = category.software
    if answer is None or answer.currency != settings.currency:
        return None
    return Price(
        rate=0.0,
        fixed_fee=answer.fee,
        minimum_hours=0.0,
        setup_fee=0.0,
        effort_factor=None,
        kind="software",
        source=answer.source,
        vendor=SERVICE,
        words=answer.words,
    )
