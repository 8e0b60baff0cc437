"""``quote``: what others ask for a task, noted, chosen and removed."""

from __future__ import annotations

from tracker.audit.worth.price import vendor_words
from tracker.cli.naming import day_given, task_named
from tracker.cli.supposing import Flags, known_of
from tracker.cli.worth import number
from tracker.domain.errors import Refused, UsageError
from tracker.domain.filed import SERVICE, filed_of
from tracker.domain.limits import MOST_HOURS
from tracker.domain.papers import Quote
from tracker.domain.quote_words import besides, charge_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.cli.context import Context
    from tracker.domain.book import Change
    from tracker.domain.filed import Filed
    from tracker.intents.intent import Intent

_OF_A_NEW_ONE = (
    *("terms", "vendor", "minimum", "setup", "bonus", "speed", "effort", "items", "source", "day"),
    *("redo", "oversight", "onboarding", "saved-cash"),
)


def quote(context: Context) -> int:
    """List the quotes of a task, note one, choose one or remove one."""
    name, *rest = context.request.words
    task = task_named(context, name)
    request = context.request
    if rest:
        return _add(context, task, rest[0])
    given = next((option for option in _OF_A_NEW_ONE if request.has(option)), "")
    if given or request.has("choose"):
        raise UsageError(f'Say the amount too: ww quote "{task}" 40 --{given or "choose"} ...')
    if request.has("use") and request.has("remove"):
        raise UsageError("Choose one or remove one, not both at once.")
    if request.has("use"):
        return _use(context, task, str(request.get("use")))
    if request.has("remove"):
        return _remove(context, task, str(request.get("remove")))
    return _tell(context, task, "")


def _add(context: Context, task: str, amount: str) -> int:
    from tracker.cli.context import new_id
    from tracker.intents.intent import File

    for option in ("use", "remove"):
        if context.request.has(option):
            raise UsageError(f"--{option} is for a quote that there is: leave out {amount}.")
    made = _read(context, task, amount, new_id())
    _carry_out(context, File((made,), f"noted a quote for {task}"))
    return _tell(context, task, f"Noted for {task}: {_price(made)} from {_from(made)}.")


def _read(context: Context, task: str, amount: str, paper_id: str) -> Quote:
    """The quote that words and options say; raises UsageError where they do not fit together."""
    request = context.request
    vendor = request.get("vendor") or "freelancer"
    usual = "monthly" if vendor == "service" else "hourly"
    usual = "per-item" if request.has("items") else usual
    terms = request.get("terms") or usual
    if request.has("minimum") and terms != "hourly":
        raise UsageError("--minimum is hours billed at least, so it goes with --terms hourly.")
    if request.has("items") and terms != "per-item":
        raise UsageError("--items is how many at a time, so it goes with --terms per-item.")
    if request.has("speed") and request.has("effort"):
        raise UsageError("--speed and --effort are the same: give one of them.")
    flags = Flags(request)
    known = known_of(flags)
    speed = request.get("speed")
    return Quote(
        id=paper_id,
        task=task,
        vendor=vendor,
        terms=terms,
        amount=number("AMOUNT", amount),
        currency=context.settings.currency,
        day=day_given(context),
        minimum_hours=flags.hours("minimum", MOST_HOURS) or 0.0,
        setup_fee=_number(context, "setup", 0.0),
        bonus=_number(context, "bonus", 0.0),
        effort_factor=known.effort_factor if speed is None else number("--speed", speed),
        items=_number(context, "items", 1.0),
        source=request.get("source") or "",
        chosen=request.has("choose"),
        redo_share=known.redo_share,
        oversight_hours=known.oversight_hours,
        onboarding_hours=known.onboarding_hours,
        saved_cash=known.saved_cash or 0.0,
    )


def _number(context: Context, option: str, usual: float) -> float:
    given = context.request.get(option)
    return usual if given is None else number(f"--{option}", given)


def _use(context: Context, task: str, given: str) -> int:
    from tracker.intents.intent import File

    chosen = _numbered(_filed(context, task), given, task).replace(chosen=True)
    _carry_out(context, File((chosen,), f"chose a quote for {task}"))
    return _tell(context, task, _chosen(context, chosen))


def _chosen(context: Context, quote: Quote) -> str:
    """What is said of a quote that was chosen: what the audit does with it, not more."""
    whose = f"{_price(quote)} from {_from(quote)}"
    currency = context.settings.currency
    if quote.currency != currency:
        return (
            f"Chosen for {quote.task}: {whose}; "
            f"it is not reckoned with while the currency is {currency}."
        )
    if quote.day > context.clock.today():
        return f"Chosen for {quote.task}: {whose}; it is not reckoned with before {quote.day}."
    return f"{quote.task} is reckoned with {whose}."


def _remove(context: Context, task: str, given: str) -> int:
    from tracker.intents.intent import Withdraw

    gone = _numbered(_filed(context, task), given, task)
    _carry_out(context, Withdraw((gone.id,), f"removed a quote for {task}"))
    return _tell(context, task, f"Removed {_price(gone)} from {_from(gone)}.")


def _numbered(filed: Filed, given: str, task: str) -> Quote:
    """The quote of that number in the list; raises Refused where there is none."""
    count = len(filed.quotes)
    if not (given.isascii() and given.isdigit() and 1 <= int(given) <= count):
        there = f"there are {count}" if count > 1 else "there is 1" if count else "there is none"
        raise Refused(f'{task} has no quote "{given}": {there}. ww quote "{task}" lists them.')
    return filed.quotes[int(given) - 1]


def _carry_out(context: Context, intent: Intent) -> Change:
    from tracker.intents.decide import decide

    moment = context.moment()
    return context.log.change(lambda book: decide(intent, book, moment))


def _filed(context: Context, task: str) -> Filed:
    return filed_of(task, context.log.papers())


def _counting(context: Context, filed: Filed) -> Quote | None:
    """The quote that the audit reckons with; it is asked only where nothing simpler tells."""
    currency, today = context.settings.currency, context.clock.today()
    there = filed.usable(currency, today)
    service = any(quote.vendor == SERVICE for quote in there)
    if service and not there[0].chosen:
        from tracker.audit.worth.price import by_a_service
        from tracker.cli.look import look, verdict_of

        verdict = verdict_of(look(context, judged=True), there[0].task)
        if verdict is not None:
            service = by_a_service(verdict.price)
        else:
            service = all(quote.vendor == SERVICE for quote in there)
    return filed.counting(currency, today, service=service)


def _tell(context: Context, task: str, said: str) -> int:
    if said and not context.json:
        context.print.line(context.print.name(said))
        return 0
    filed = _filed(context, task)
    counting = _counting(context, filed)
    listed = list(enumerate(filed.quotes, start=1))
    if context.json:
        context.print.json([_record(quote, place, counting) for place, quote in listed])
        return 0
    if not listed:
        context.print.line(
            context.print.name(f'No quotes for {task} yet. Note one: ww quote "{task}" 40')
        )
        return 0
    head = ("", "Day", "Price", "From", "")
    rows = [_row(quote, place, counting) for place, quote in listed]
    lines = context.print.table([head, *rows], "r", stretch=3)
    context.print.line(context.print.paint(lines[0], "bold"))
    for line in lines[1:]:
        context.print.line(line)
    return 0


def _row(quote: Quote, place: int, counting: Quote | None) -> tuple[str, ...]:
    counts = "counts" if quote == counting else ""
    return (str(place), quote.day.isoformat(), _price(quote), _from(quote), counts)


def _price(quote: Quote) -> str:
    """``$40.00 an hour, 3 h at least, $150.00 once``."""
    items = quote.terms == "per-item" and quote.items != 1
    charge = charge_words(quote) + (f", {quote.items:g} at a time" if items else "")
    return ", ".join([charge, *besides(quote)])


def _from(quote: Quote) -> str:
    who = vendor_words(quote.vendor)
    return f"{who} ({quote.source})" if quote.source else who


def _record(quote: Quote, place: int, counting: Quote | None) -> dict[str, object]:
    return {
        "number": place,
        "id": quote.id,
        "task": quote.task,
        "vendor": quote.vendor,
        "terms": quote.terms,
        "amount": quote.amount,
        "currency": quote.currency,
        "day": quote.day.isoformat(),
        "minimum_hours": quote.minimum_hours,
        "setup_fee": quote.setup_fee,
        "bonus": quote.bonus,
        "effort_factor": quote.effort_factor,
        "redo_share": quote.redo_share,
        "oversight_hours": quote.oversight_hours,
        "onboarding_hours": quote.onboarding_hours,
        "saved_cash": quote.saved_cash,
        "items": quote.items,
        "source": quote.source,
        "chosen": quote.chosen,
        "counts": quote == counting,
    }
