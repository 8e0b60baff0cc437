"""``config``: the settings, read and changed; the file keeps its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.worth import number
from tracker.domain.errors import UsageError
from tracker.domain.settings import WEEKDAYS, Settings

if TYPE_CHECKING:
    from tracker.cli.context import Context

NUMBERS = ("income_goal", "hours_per_day", "days_per_week", "weeks_per_year", "budget")
WORDS = ("currency", "zone", "theme")
DAYS = ("week_start", "review_day")
TIMES = ("day_start", "review_at")
GROUPS = ("rates", "keys")


def keys() -> tuple[str, ...]:
    """What may be named, ``rates.NAME`` and ``keys.ID`` aside."""
    return (*NUMBERS, *WORDS, *DAYS, *TIMES, "remind", "holidays", "path")


def config(context: Context) -> int:
    """Show all, show one, or change one."""
    words = context.request.words
    if words and words[0] == "path":
        return _path(context)
    if len(words) < 2:
        return _show(context, words)
    from tracker.store.config import save_settings

    key = _known(words[0])
    settings = save_settings(context.home, context.state, {key: _value(key, words[1])})
    shown = _flat(settings)
    if context.json:
        context.print.json({key: shown.get(key)})
    else:
        again = "its default again, " if words[1] == "-" else ""
        context.print.line(context.print.name(f"{key} is {again}{_text(shown.get(key))}."))
    return 0


def _show(context: Context, words: tuple[str, ...]) -> int:
    shown = _flat(context.settings)
    if words:
        key = _known(words[0])
        if context.json:
            context.print.json({key: shown.get(key)})
        else:
            context.print.line(context.print.name(_text(shown.get(key))))
        return 0
    if context.json:
        context.print.json(shown)
        return 0
    rows = [(key, _text(value)) for key, value in shown.items()]
    for line in context.print.table(rows, styles=("", "bold")):
        context.print.line(line)
    return 0


def _path(context: Context) -> int:
    """Where everything is kept."""
    import os

    places = {
        "home": context.home,
        "config": os.path.join(context.home, "config.toml"),
        "state": context.state,
    }
    if context.json:
        context.print.json(places)
        return 0
    for line in context.print.table(list(places.items())):
        context.print.line(line)
    return 0


def _flat(settings: Settings) -> dict[str, object]:
    """Settings by the keys a person types."""
    shown: dict[str, object] = {name: getattr(settings, name) for name in (*NUMBERS, *WORDS)}
    shown |= {name: WEEKDAYS[getattr(settings, name)] for name in DAYS}
    for name in TIMES:
        minutes = getattr(settings, name)
        shown[name] = f"{minutes // 60:02}:{minutes % 60:02}"
    shown["remind"] = settings.remind
    shown["holidays"] = list(settings.holidays)
    for group in GROUPS:
        shown |= {f"{group}.{name}": value for name, value in getattr(settings, group)}
    return shown


def _text(value: object) -> str:
    if value is None or value in ("", []):
        return "(not set)"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value)
    return f"{value:,.10g}" if isinstance(value, float) else str(value)


def _known(key: str) -> str:
    """``key`` if there is such a setting.

    Raises:
        UsageError: There is none.
    """
    group, dot, name = key.partition(".")
    if key in keys() or (dot and name and group in GROUPS):
        return key
    from tracker.cli.options import nearest

    near = nearest(key, keys())
    hint = f"Did you mean {near}?" if near else f"There are: {', '.join(keys())}, rates.CATEGORY."
    raise UsageError(f'There is no setting "{key}". {hint}')


def _value(key: str, text: str) -> object:
    """What was typed as the value that stands in the file; ``-`` is the default again."""
    if text == "-":
        return None
    group, _, name = key.partition(".")
    if group == "rates":
        from tracker.cli.opinions import known_category

        known_category(name)
    if key in NUMBERS or group == "rates":
        given = number(key, text)
        return int(given) if given.is_integer() else given
    if key == "remind":
        return _answer(text)
    if key == "holidays":
        return text.replace(",", " ").split()
    return text.upper() if key == "currency" else text


def _answer(text: str) -> bool:
    known = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
    if text.casefold() not in known:
        raise UsageError(f'remind is yes or no; not "{text}".')
    return known[text.casefold()]
