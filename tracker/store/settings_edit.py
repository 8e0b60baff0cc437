"""Changes to ``config.toml`` that keep what a person wrote there, comments and order included."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import tomlkit

from tracker.domain.errors import InvalidValue, UsageError
from tracker.domain.settings import WEEKDAYS, Settings
from tracker.store import files
from tracker.store.settings_file import (
    GROUPS,
    HOUR,
    TIMES,
    TOP,
    WEEKDAY,
    BadSetting,
    checked,
    decoded,
    known,
    parsed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OPENING = "# Settings of worthwhile. Lines you add, comments too, are kept.\n"


def write_settings(home: str, path: str, changes: Mapping[str, object]) -> Settings:
    """Apply changes to the file, in one replace; needs the lock.

    Raises:
        InvalidValue, UsageError, ConfigError, StoreError: Nothing was written.
    """
    try:
        data = files.read(path)
        text = _OPENING if data is None else decoded(path, data)
        parsed(path, text)
        document = tomlkit.parse(text)
        for name, value in changes.items():
            document = _set(document, name, value)
        written = tomlkit.dumps(document)
        settings = checked(tomllib.loads(written))
        files.make_folder(home)
        files.replace(files.beside(path, written.encode()), path)
        files.flush_folder(home)
    except OSError as error:
        raise files.refusal("written", path, error) from None
    except BadSetting as bad:
        raise InvalidValue(str(bad)) from None
    return settings


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
        raise UsageError(f"There is no setting {name}. {known(name)}")
    return document


def _set_group(document: Any, name: str, value: object) -> None:
    document.pop(name, None)
    pairs = value.items() if isinstance(value, dict) else value
    for key, given in pairs or ():  # type: ignore[attr-defined]
        _set_in(document, name, key, given)


def _set_in(document: Any, table: str, key: str, value: object) -> None:
    if table not in document:
        document[table] = tomlkit.table()
    inside = document[table]
    if not isinstance(inside, dict):
        raise BadSetting(f"{table} is a table.", table)
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
    """Days of the week, times and days off as they stand in the file, given either way."""
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, int) and not isinstance(value, bool):
        if name in WEEKDAY and 0 <= value < len(WEEKDAYS):
            return WEEKDAYS[value]
        if name in TIMES and value >= 0:
            return f"{value // 60:02}:{value % 60:02}"
    return value
