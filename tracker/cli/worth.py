"""``worth-of-an-hour``: what an hour is worth, by the settings or by what if."""

from __future__ import annotations

from tracker.audit.worth.profile import HourValue, worth_of_an_hour
from tracker.domain.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracker.cli.context import Context
    from tracker.domain.settings import Settings

OPTIONS = {
    "goal": "income_goal",
    "hours-per-day": "hours_per_day",
    "days-per-week": "days_per_week",
    "weeks-per-year": "weeks_per_year",
}


def worth(context: Context) -> int:
    """Work it out, and keep the answers where that is asked for."""
    given = _given(context)
    settings = context.settings.replace(**given)
    if context.request.has("save"):
        from tracker.store.config import save_settings

        settings = save_settings(context.home, context.state, {**given, "answered": True})
    logged = _logged_hours_a_year(context)
    found = worth_of_an_hour(settings, logged)
    if context.json:
        context.print.json(_record(settings, found, logged))
    else:
        _tell(context, settings, found, logged)
    return 0


def _given(context: Context) -> dict[str, object]:
    given: dict[str, object] = {}
    for option, field in OPTIONS.items():
        text = context.request.get(option)
        if text is not None:
            given[field] = number(f"--{option}", text)
    currency = context.request.get("currency")
    if currency is not None:
        given["currency"] = currency.upper()
    return given


def number(name: str, text: str) -> float:
    """``120000``, ``120_000`` or ``120,000`` as a number; ``2,5`` too."""
    plain = text.replace("_", "").replace(" ", "")
    head, comma, tail = plain.rpartition(",")
    if comma and "." not in tail:
        plain = head.replace(",", "") + (tail if len(tail) == 3 else f".{tail}")
    elif comma:
        plain = plain.replace(",", "")
    try:
        value = float(plain)
    except ValueError:
        raise UsageError(f'{name} is a number such as 120000 or 2.5; not "{text}".') from None
    if not -1e15 < value < 1e15:
        raise UsageError(f'{name} is a number such as 120000 or 2.5; not "{text}".')
    return value


def _logged_hours_a_year(context: Context) -> float | None:
    """Hours logged in the last year, as the audit counts them; ``None`` below two weeks."""
    from datetime import date

    from tracker.audit.logged import YEAR, hours_a_year

    clock, now = context.clock, int(context.now.timestamp())
    days: list[tuple[date, int]] = []
    for row in context.log.rows(now - (YEAR + 2) * 86_400, now):
        if "day" in row:
            days.append((date.fromisoformat(row["day"]), row["seconds"]))
        else:
            seconds = max(0, row.get("stop", now) - row["start"])
            days.append((clock.day(row["start"]), seconds))
    return hours_a_year(days, clock.today()) or None


def _record(settings: Settings, found: HourValue, logged: float | None) -> dict[str, object]:
    return {
        "hour_value": round(found.value, 4),
        "roughly": found.rounded,
        "hour_value_floor": None if found.floor is None else round(found.floor, 4),
        "income_goal": settings.income_goal,
        "hours_per_day": settings.hours_per_day,
        "days_per_week": settings.days_per_week,
        "weeks_per_year": settings.weeks_per_year,
        "productive_hours_per_year": found.productive_hours,
        "logged_hours_per_year": None if logged is None else round(logged, 1),
        "currency": settings.currency,
    }


def _tell(context: Context, settings: Settings, found: HourValue, logged: float | None) -> None:
    from tracker.domain.format import money

    out, currency = context.print, settings.currency
    value = out.paint(money(found.value, currency), "value")
    roughly = money(found.rounded, currency, 0)
    out.line(f"Your hour is worth {value}: roughly {roughly}.")
    out.line(
        f"{money(settings.income_goal, currency, 0)} a year / ({settings.hours_per_day:g} h a day"
        f" x {settings.days_per_week:g} days x {settings.weeks_per_year:g} weeks"
        f" = {found.productive_hours:g} productive hours)"
    )
    if found.floor is not None and logged is not None:
        floor = money(found.floor, currency)
        out.line(f"Spread over all you log ({logged:,.0f} h a year) an hour is worth {floor}.")
    if context.request.has("save"):
        out.line("Kept.")
