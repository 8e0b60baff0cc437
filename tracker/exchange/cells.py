"""How texts stand in the cells of our own CSV, so that they read back exactly."""

from __future__ import annotations

from collections.abc import Iterable

COLUMNS = ("id", "task", "project", "tags", "note", "start", "stop", "seconds", "zone", "value")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet may run a cell that starts so (OWASP, CSV Injection)."""


def _runs(cell: str) -> bool:
    return cell.lstrip("'").startswith(_FORMULA)


def defused(cell: str) -> str:
    """``cell`` with an apostrophe in front where a spreadsheet would run it.

    A cell that already has apostrophes before such a mark gets one more: so
    :func:`restored` undoes exactly this and nothing else.
    """
    return f"'{cell}" if _runs(cell) else cell


def restored(cell: str) -> str:
    """What was given to :func:`defused`."""
    return cell[1:] if cell.startswith("'") and _runs(cell) else cell


def joined(tags: Iterable[str]) -> str:
    r"""Tags in one cell: ``a, b``; a comma or backslash inside a tag has ``\`` before it."""
    return ", ".join(tag.replace("\\", "\\\\").replace(",", "\\,") for tag in tags)


def parted(cell: str) -> list[str]:
    """The tags of a cell written by :func:`joined`."""
    tags, tag, marks = list[str](), "", iter(cell)
    for mark in marks:
        if mark == ",":
            tags.append(tag.strip())
            tag = ""
        else:
            tag += next(marks, "") if mark == "\\" else mark
    return [name for name in (*tags, tag.strip()) if name]
