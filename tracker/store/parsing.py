"""The bytes of a ledger as checked rows; what is not one of ours is named, never skipped."""

from __future__ import annotations

from tracker.store import migrations
from tracker.store.rows import table_of
from tracker.store.scanning import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]
    Table = dict[str, Row]


class Fault(Exception):
    """What is wrong with a file: the end of a sentence that begins with its name."""


def parsed(data: bytes) -> Any:
    """The JSON value in ``data``.

    Raises:
        Fault: It is not text, or not JSON.
    """
    if not data:
        raise Fault("is empty")
    try:
        return loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Fault(f"is not text (byte {error.start + 1})") from None
    except RecursionError:
        raise Fault("is nested too deeply to be a ledger") from None
    except ValueError as error:
        raise Fault(f"is not whole JSON ({_where(error)})") from None


def tables(data: bytes, file: str) -> tuple[dict[str, Any], int]:
    """The TinyDB tables of a ledger, its own one in the present format and checked.

    Returns:
        The tables, and the version they were written in.

    Raises:
        Fault: It is unreadable, of a newer format, or not shaped as a ledger.
    """
    found = parsed(data)
    try:
        version = found["format"]["1"]["version"]
    except (KeyError, TypeError, IndexError):
        raise Fault("has no format version, so it is not a ledger") from None
    if type(version) is not int or version < 1:
        raise Fault(f"has the format version {version!r}, which is none")
    if version > migrations.FORMAT:
        raise Fault(
            f"was written by a newer worthwhile (format {version}; this one reads "
            f"{migrations.FORMAT}): update it"
        )
    name = table_of(file)
    table = found.get(name, {})
    if not isinstance(table, dict):
        raise Fault(f"has no table of {name}")
    if version < migrations.FORMAT:
        table = migrations.migrated(table, name, version)
    _check(table, name)
    return {**found, "format": {"1": {"version": migrations.FORMAT}}, name: table}, version


def _where(error: ValueError) -> str:
    """Where a JSON text breaks off."""
    line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
    return f"line {line}, column {column}: {getattr(error, 'msg', error)}"


def _check(table: Table, name: str) -> None:
    """Refuse rows that a reader would stumble over later; cheap enough for ten years."""
    if table and not "".join(table).isdecimal():
        raise Fault("has a row without a number")
    try:
        rows = table.values()
        texts = ["name" if name == "tasks" else "id", "revised"]
        for field in texts:
            "".join([row[field] for row in rows])
        live = [row for row in rows if "deleted" not in row]
        if name == "papers":
            "".join([row["kind"] for row in live])
        elif name != "tasks":
            _check_times(live)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Fault(f"has a row that is not one of ours ({error})") from None


def _check_times(live: list[Row]) -> None:
    """Have every live entry a name and a time that can be reckoned with."""
    "".join([row["task"] for row in live])
    clocked = [row for row in live if "day" not in row]
    sum([row["start"] - row.get("stop", 0) for row in clocked])
    if len(clocked) < len(live):
        amounts = [row for row in live if "day" in row]
        sum([row["seconds"] for row in amounts])
        "".join([row["day"] for row in amounts])
