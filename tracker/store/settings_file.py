"""``config.toml`` as a person may write it: read with every fault named, written with care.

Loaded only when the file has changed or is to be changed: a TOML parser costs half a bare
interpreter.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import ConfigError, InvalidValue, UsageError
from tracker.domain.settings import WEEKDAYS, Settings
from tracker.store import files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HOUR = ("income_goal", "hours_per_day", "days_per_week", "weeks_per_year")
"""Fields that stand in the table ``[hour]``."""
TOP = ("currency", "week_start", "day_start", "zone", "theme", "answered")
GROUPS = ("keys", "rates")

_OPENING = "# Settings of worthwhile. Lines you add, comments too, are kept.\n"


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
    return _parsed(path, _text(path, data or b""))


def write_settings(home: str, path: str, changes: Mapping[str, object]) -> Settings:
    """Apply changes to the file, in one replace; needs the lock.

    Raises:
        InvalidValue, UsageError, ConfigError, StoreError: Nothing was written.
    """
    import tomlkit

    try:
        data = files.read(path)
        text = _OPENING if data is None else _text(path, data)
        _parsed(path, text)
        document = tomlkit.parse(text)
        for name, value in changes.items():
            document = _set(document, name, value)
        written = tomlkit.dumps(document)
        settings = _checked(tomllib.loads(written))
        files.make_folder(home)
        files.replace(files.beside(path, written.encode()), path)
        files.flush_folder(home)
    except OSError as error:
        raise files.refusal("written", path, error) from None
    except _BadSetting as bad:
        raise InvalidValue(str(bad)) from None
    return settings


class _BadSetting(Exception):
    """A setting that cannot be used; ``place`` is its table and key."""

    def __init__(self, message: str, *place: str) -> None:
        super().__init__(message)
        self.place = place


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ConfigError(
            f"{path}, line {line}: this is not text in UTF-8. Save it as UTF-8, or move it away."
        ) from None


def _parsed(path: str, text: str) -> Settings:
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
        return _checked(found)
    except _BadSetting as bad:
        line = str(_line_of(text, bad.place))
        raise ConfigError(f"{path}, line {line}: {bad}") from None


def _checked(found: Mapping[str, Any]) -> Settings:
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
            raise _BadSetting(f"there is no setting {name}. {_known(name)}", name)
    try:
        return Settings(**fields)
    except InvalidValue as error:
        field = str(error).partition(" ")[0]
        place = ("hour", field) if field in HOUR else (field,)
        raise _BadSetting(str(error), *place) from None


def _hour(value: Any) -> dict[str, float]:
    if not isinstance(value, dict):
        raise _BadSetting("hour is a table: write [hour] on a line of its own.", "hour")
    for name in value:
        if name not in HOUR:
            raise _BadSetting(
                f"there is no setting {name} in [hour]. There are: {', '.join(HOUR)}.", "hour", name
            )
    return {name: _number(given, "hour", name) for name, given in value.items()}


def _top(name: str, value: Any) -> Any:
    if name == "answered":
        if not isinstance(value, bool):
            raise _BadSetting("answered is true or false.", name)
        return value
    word = _word(value, name)
    if name == "week_start":
        if word.lower() not in WEEKDAYS:
            raise _BadSetting(f"week_start is one of {', '.join(WEEKDAYS)}.", name)
        return WEEKDAYS.index(word.lower())
    if name == "day_start":
        return _minutes(word)
    if name == "zone":
        _check_zone(word)
    return word


def _minutes(word: str) -> int:
    hours, colon, minutes = word.partition(":")
    both = hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2 and colon
    if not both or int(minutes) > 59:
        raise _BadSetting('day_start is a time such as "04:00".', "day_start")
    return int(hours) * 60 + int(minutes)


def _check_zone(word: str) -> None:
    from zoneinfo import ZoneInfo

    if not word:
        return
    try:
        ZoneInfo(word)
    except (OSError, ValueError, LookupError):
        raise _BadSetting(
            f'zone is the name of a time zone such as "Europe/Berlin", not "{word}".', "zone"
        ) from None


def _number(value: Any, *place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e15:
        raise _BadSetting(f"{place[-1]} is a number, 0 or more, without quotes.", *place)
    return float(value)


def _word(value: Any, *place: str) -> str:
    if not isinstance(value, str) or len(value) > 100 or not value.isprintable():
        raise _BadSetting(f'{place[-1]} is a word in "quotes".', *place)
    return value


def _flat(value: Any, prefix: str = "") -> list[tuple[str, Any]]:
    """Nested tables as dotted names: TOML reads ``today.stop = "x"`` as a table in a table."""
    if not isinstance(value, dict):
        raise _BadSetting("keys and rates are tables: write [keys] on a line of its own.")
    listed: list[tuple[str, Any]] = []
    for name, given in value.items():
        if isinstance(given, dict):
            listed += _flat(given, f"{prefix}{name}.")
        else:
            listed.append((f"{prefix}{name}", given))
    return listed


def _known(name: str) -> str:
    from difflib import get_close_matches

    everything = (*TOP, *(f"hour.{field}" for field in HOUR))
    if name in HOUR:
        return f"Put {name} under a line [hour]."
    near = get_close_matches(name, TOP, 1)
    if near:
        return f"Did you mean {near[0]}?"
    return f"There are: {', '.join(everything)}, [rates] and [keys]."


def _set(document: Any, name: str, value: object) -> Any:
    group, dot, rest = name.partition(".")
    if name in GROUPS:
        _set_group(document, name, value)
    elif dot and group in GROUPS and rest:
        _set_in(document, group, rest, value)
    elif name in HOUR or (group == "hour" and rest in HOUR):
        _set_in(document, "hour", rest or name, value)
    elif name in TOP:
        return _set_top(document, name, _as_written(name, value))
    else:
        raise UsageError(f"There is no setting {name}. {_known(name)}")
    return document


def _set_group(document: Any, name: str, value: object) -> None:
    document.pop(name, None)
    pairs = value.items() if isinstance(value, dict) else value
    for key, given in pairs or ():  # type: ignore[attr-defined]
        _set_in(document, name, key, given)


def _set_in(document: Any, table: str, key: str, value: object) -> None:
    import tomlkit

    if table not in document:
        document[table] = tomlkit.table()
    inside = document[table]
    if not isinstance(inside, dict):
        raise _BadSetting(f"{table} is a table.", table)
    for part, deeper in _nested(inside, key):
        del deeper[part]
        break
    if value is not None:
        inside[key] = value


def _nested(table: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Where a dotted key stands: as itself, or in tables within tables."""
    if key in table:
        yield key, table
        return
    first, dot, rest = key.partition(".")
    if dot and isinstance(table.get(first), dict):
        yield from _nested(table[first], rest)


def _set_top(document: Any, name: str, value: object) -> Any:
    if value is None:
        document.pop(name, None)
    elif name in document:
        document[name] = value
    else:
        return _insert_before_tables(document, name, value)
    return document


def _insert_before_tables(document: Any, name: str, value: object) -> Any:
    """A new line before the first ``[table]`` and its comment: after it, it would be inside."""
    import tomlkit

    lines = tomlkit.dumps(document).splitlines(keepends=True)
    place = next((at for at, line in enumerate(lines) if line.lstrip()[:1] == "["), len(lines))
    if place < len(lines):
        while place and lines[place - 1].lstrip()[:1] == "#":
            place -= 1
        while place and not lines[place - 1].strip():
            place -= 1
    if place and not lines[place - 1].endswith("\n"):
        lines[place - 1] += "\n"
    lines.insert(place, f"{name} = {tomlkit.item(value).as_string()}\n")
    return tomlkit.parse("".join(lines))


def _as_written(name: str, value: object) -> object:
    """``week_start`` and ``day_start`` as they stand in the file, given either way."""
    if isinstance(value, int) and not isinstance(value, bool):
        if name == "week_start" and 0 <= value < len(WEEKDAYS):
            return WEEKDAYS[value]
        if name == "day_start" and value >= 0:
            return f"{value // 60:02}:{value % 60:02}"
    return value


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
