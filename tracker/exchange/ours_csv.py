"""The CSV of our own export, read back.

Only ``task`` and ``start`` + ``stop`` (or a date in ``start`` and ``seconds``) are needed;
an empty ``stop`` beside a time means it is running. ``value`` is not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain.errors import ImportRefused, InvalidValue
from tracker.exchange.cells import COLUMNS, parted, restored
from tracker.exchange.ours import Clocks, row_of
from tracker.exchange.row import Item, Reading
from tracker.exchange.table import Table

_SYNONYMS = {name: (name,) for name in COLUMNS}
_REQUIRED = ("task", "start", "stop")
_TEXTS = ("id", "task", "project", "tags", "note", "start", "stop", "seconds", "zone")


def recognise(text: str) -> bool:
    """Whether the header is ours."""
    found = Table(text, _SYNONYMS).found
    return found.issuperset((*_REQUIRED, "seconds", "zone"))


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The entries of our CSV; raises ImportRefused where its columns are missing."""
    table = Table(text, _SYNONYMS, _REQUIRED)
    missing = [name for name in _REQUIRED if name not in table.found]
    if missing:
        raise ImportRefused(f"This is no CSV of worthwhile: it has no column {', '.join(missing)}.")
    clocks = Clocks(reading.clock)
    pick = table.picker(*_TEXTS)
    yield from table.rows(
        lambda item: row_of(item.line, _record(*map(restored, pick(item.cells))), clocks)
    )


def _record(*cells: str) -> dict[str, object]:
    """The cells as the fields of our JSON."""
    record: dict[str, object] = dict(zip(_TEXTS, cells, strict=True))
    record["tags"] = parted(cells[_TEXTS.index("tags")])
    start, stop, seconds = (cells[_TEXTS.index(name)] for name in ("start", "stop", "seconds"))
    if not stop and len(start.strip()) == len("2026-11-19"):
        del record["start"], record["stop"]
        record["date"] = start
        if not (seconds.isascii() and seconds.isdigit() and len(seconds) < 10):
            raise InvalidValue("An amount of time needs seconds, as a whole number.")
        record["seconds"] = int(seconds)
    return record
