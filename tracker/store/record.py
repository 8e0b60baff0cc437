"""A change as it is written down before it is made: a header, and rows before and after.

Line 1 is the header and small, so that a list of changes reads no rows. Line 2 maps each ledger
to its operations ``[key, doc_id, before, after]``; ``null`` stands for "no such row". To apply
a record is to set every key to ``after``: harmless to repeat.

The headers form two linked stacks. ``undo`` and ``redo`` are the numbers of the changes that the
next undo or redo would reverse (0 for none), ``below`` is what then comes to the top of the
stack this change itself was put on.
"""

from __future__ import annotations

from tracker.domain.value import Value
from tracker.store import migrations
from tracker.store.parsing import Fault, parsed
from tracker.store.rows import table_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]
    Operation = tuple[str, int, Row | None, Row | None]
    Operations = dict[str, list[Operation]]


class Header(Value):
    """What a list of changes shows, and what the next change builds on.

    Attributes:
        number: From 1, without gaps.
        kind: ``do``, ``undo`` or ``redo``.
        label: Past-tense words.
        at: Epoch seconds, by the clock of the machine.
        clock: The highest stamp given so far; the next is greater.
        undo, redo, below: See the module.
    """

    number: int
    kind: str
    label: str
    at: int
    clock: str
    undo: int = 0
    redo: int = 0
    below: int = 0


class Record(Value):
    """A header and its operations by ledger name, ledgers that gain rows first."""

    header: Header
    operations: Operations


def encode(record: Record) -> bytes:
    """The two lines of a record; raises UnicodeEncodeError for text that is not Unicode."""
    from json import dumps

    head = {"version": migrations.FORMAT}
    for field in Header.__fields__:
        head[field] = getattr(record.header, field)
    lines = (
        dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (head, record.operations)
    )
    return ("\n".join(lines) + "\n").encode("utf-8")


def decode_header(line: bytes) -> Header:
    """The header in a record's first line.

    Raises:
        Fault: It is not one of ours, or of another format.
    """
    fields = parsed(line)
    try:
        version = fields.pop("version")
        if version > migrations.FORMAT:
            raise Fault(f"was written by a newer worthwhile (format {version}): update it")
        header = Header(**fields)
        if not all(type(getattr(header, name)) is int for name in ("number", "undo", "redo")):
            raise Fault("is not a record of a change")
    except (AttributeError, KeyError, TypeError):
        raise Fault("is not a record of a change") from None
    return header


def decode(data: bytes) -> Record:
    """The record in both lines; raises Fault."""
    first, newline, second = data.partition(b"\n")
    if not newline or not second.endswith(b"\n"):
        raise Fault("is cut short")
    header = decode_header(first)
    version: int = parsed(first)["version"]
    body = parsed(second)
    try:
        operations = {
            file: [
                (key, number, _present(before, file, version), _present(after, file, version))
                for key, number, before, after in listed
            ]
            for file, listed in body.items()
        }
    except (AttributeError, TypeError, ValueError):
        raise Fault("is not a record of a change") from None
    return Record(header, operations)


def _present(row: Row | None, file: str, version: int) -> Row | None:
    """A row of an earlier format in the present one."""
    if row is None or version == migrations.FORMAT:
        return row
    return migrations.migrated({"1": row}, table_of(file), version)["1"]
