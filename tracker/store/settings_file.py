"""``config.toml`` as a person may write it: read with every fault named by its line.

Loaded only when the file has changed: a TOML parser costs half a bare interpreter.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import ConfigError, InvalidValue
from tracker.domain.settings import WEEKDAYS, Settings
from tracker.store import files

if TYPE_CHECKING:
    from collections.abc import Mapping

HOUR = ("income_goal", "hours_per_day", "days_per_week", "weeks_per_year")
"""Fields that stand in the table ``[hour]``."""
WEEKDAY = ("week_start", "review_day")
"""Fields that stand in the file as ``"friday"``."""
TIMES = {"day_start": "04:00", "review_at": "16:30"}
"""Fields that stand in the file as times of day, with what they look like."""
TOP = (
    "currency",
    *WEEKDAY,
    *TIMES,
    "zone",
    "theme",
    "budget",
    "remind",
    "holidays",
    "answered",
)
GROUPS = ("keys", "rates")


def read_settings(path: str) -> Settings:
    """The settings in the file.

    Raises:
        ConfigError: A line is not TOML, a key is not known, or a value is not allowed.
        StoreError: It cannot be read.
    """
    try:
        data = files.read(path)
    except OSError as error:
        raise files.refusal("read", path, error) from None
    return parsed(path, decoded(path, data or b""))


class BadSetting(Exception):
    """A setting that cannot be used; ``place`` is its table and key."""

    def __init__(self, message: str, *place: str) -> None:
        """Say what is wrong with the setting at ``place``."""
        super().__init__(message)
        self.place = place


def decoded(path: str, data: bytes) -> str:
    """The file as text; raises ConfigError with the line that is none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ConfigError(
            f"{path}, line {line}: this is not text in UTF-8. Save it as UTF-8, or move it away."
        ) from None


def parsed(path: str, text: str) -> Settings:
    """The settings in a text; raises ConfigError with the line that cannot be used."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        reason, _, place = said.partition(" (at ")
        line = place.removeprefix("line ").partition(",")[0]
        line = line if line.isdecimal() else str(text.count("\n") + 1)
        raise ConfigError(
            f"{path}, line {line}: {reason[:1].lower()}{reason[1:]}. A line reads: name = value, "
            'with words in "quotes".'
        ) from None
    try:
        return checked(found)
    except BadSetting as bad:
        line = str(_line_of(text, bad.place))
        raise ConfigError(f"{path}, line {line}: {bad}") from None


def checked(found: Mapping[str, Any]) -> Settings:
    """The settings in what TOML has read; raises BadSetting."""
    fields: dict[str, Any] = {}
    for name, value in found.items():
        if name == "hour":
            fields |= _hour(value)
        elif name == "keys":
            fields["keys"] = tuple((key, _word(given, "keys", key)) for key, given in _flat(value))
        elif name == "rates":
            rates = _flat(value)
            fields["rates"] = tuple((key, _number(given, "rates", key)) for key, given in rates)
        elif name in TOP:
            fields[name] = _top(name, value)
        else:
            raise BadSetting(f"there is no setting {name}. {known(name)}", name)
    try:
        return Settings(**fields)
    except InvalidValue as error:
        field = str(error).partition(" ")[0]
        place = ("hour", field) if field in HOUR else (field,)
        raise BadSetting(str(error), *place) from None


def _hour(value: Any) -> dict[str, float]:
    if not isinstance(value, dict):
        raise BadSetting("hour is a table: write [hour] on a line of its own.", "hour")
    for name in value:
        if name not in HOUR:
            raise BadSetting(
                f"there is no setting {name} in [hour]. There are: {', '.join(HOUR)}.", "hour", name
            )
    return {name: _number(given, "hour", name) for name, given in value.items()}


def _top(name: str, value: Any) -> Any:
    if name == "budget":
        return _number(value, name)
    if name == "holidays":
        return _days(value)
    if name in ("answered", "remind"):
        if not isinstance(value, bool):
            raise BadSetting(f"{name} is true or false.", name)
        return value
    return _named(name, _word(value, name))


def _named(name: str, word: str) -> Any:
    if name in WEEKDAY:
        if word.lower() not in WEEKDAYS:
            raise BadSetting(f"{name} is one of {', '.join(WEEKDAYS)}.", name)
        return WEEKDAYS.index(word.lower())
    if name in TIMES:
        return _minutes(name, word)
    if name == "zone":
        _check_zone(word)
    return word


def _days(value: Any) -> tuple[str, ...]:
    """Days off as ISO text, ascending; TOML has dates of its own, which are taken too."""
    from datetime import date

    try:
        listed = value if isinstance(value, list) else [value]
        return tuple(sorted({date.fromisoformat(str(day)).isoformat() for day in listed}))
    except ValueError:
        raise BadSetting(
            'holidays is a list of days such as ["2026-12-25", "2027-01-01"].', "holidays"
        ) from None


def _minutes(name: str, word: str) -> int:
    hours, colon, minutes = word.partition(":")
    both = hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2 and colon
    if not both or int(minutes) > 59:
        raise BadSetting(f'{name} is a time such as "{TIMES[name]}".', name)
    return int(hours) * 60 + int(minutes)


def _check_zone(word: str) -> None:
    from zoneinfo import ZoneInfo

    if not word:
        return
    try:
        ZoneInfo(word)
    except (OSError, ValueError, LookupError):
        raise BadSetting(
            f'zone is the name of a time zone such as "Europe/Berlin", not "{word}".', "zone"
        ) from None


def _number(value: Any, *place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e15:
        raise BadSetting(f"{place[-1]} is a number, 0 or more, without quotes.", *place)
    return float(value)


def _word(value: Any, *place: str) -> str:
    if not isinstance(value, str) or len(value) > 100 or not value.isprintable():
        raise BadSetting(f'{place[-1]} is a word in "quotes".', *place)
    return value


def _flat(value: Any, prefix: str = "") -> list[tuple[str, Any]]:
    """Nested tables as dotted names: TOML reads ``today.stop = "x"`` as a table in a table."""
    if not isinstance(value, dict):
        raise BadSetting("keys and rates are tables: write [keys] on a line of its own.")
    listed: list[tuple[str, Any]] = []
    for name, given in value.items():
        if isinstance(given, dict):
            listed += _flat(given, f"{prefix}{name}.")
        else:
            listed.append((f"{prefix}{name}", given))
    return listed


def known(name: str) -> str:
    """What to do about a name that no setting has."""
    from difflib import get_close_matches

    everything = (*TOP, *(f"hour.{field}" for field in HOUR))
    if name in HOUR:
        return f"Put {name} under a line [hour]."
    near = get_close_matches(name, TOP, 1)
    if near:
        return f"Did you mean {near[0]}?"
    return f"There are: {', '.join(everything)}, [rates] and [keys]."


def _line_of(text: str, place: tuple[str, ...]) -> int:
    """The line a setting stands on: that of its key within its table, else of the table."""
    table, key = place if len(place) == 2 else ("", (*place, "")[0])
    current, table_line = "", 1
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if line.startswith("["):
            current = line.strip("[]").partition("]")[0].strip().strip("\"'")
            if current in (table, key):
                table_line = number
        name = line.partition("=")[0].strip().replace('"', "").replace("'", "")
        if (name == key and current == table) or (not current and name == f"{table}.{key}"):
            return number
    return table_line
