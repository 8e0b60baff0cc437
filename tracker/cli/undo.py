"""``undo`` and ``redo``."""

from __future__ import annotations

from tracker.domain.errors import Refused, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.cli.context import Context
    from tracker.domain.book import Change

LISTED = 20


def undo(context: Context) -> int:
    """Take changes back, or list them."""
    if context.request.has("list"):
        return _list(context)
    return _repeat(context, "undo")


def redo(context: Context) -> int:
    """Do again what was undone."""
    return _repeat(context, "redo")


def _repeat(context: Context, way: str) -> int:
    """As many steps as asked for; where fewer can be done, those, and it is said why."""
    step = context.log.undo if way == "undo" else context.log.redo
    done: list[Change] = []
    ended = ""
    for _ in range(_count(context)):
        try:
            done.append(step())
        except Refused as error:
            if not done:
                raise
            ended = str(error)
            break
    if context.json:
        from tracker.cli.change import record

        context.print.json([record(context, change) for change in done])
        return 0
    for change in done:
        context.print.line(context.print.name(_said(change)))
    if ended:
        context.print.line(context.print.name(ended))
    return 0


def _said(change: Change) -> str:
    verb, other = ("Undone", "redo") if change.kind == "undo" else ("Redone", "undo")
    return f"{verb}: {change.label}. (ww {other} reverses that.)"


def _count(context: Context) -> int:
    words = context.request.words
    if not words:
        return 1
    number = words[0]
    if not (number.isascii() and number.isdigit()) or not 0 < int(number) <= 1000:
        raise UsageError(f'"{number}" is not a number of changes: ww undo 3 takes back three.')
    return int(number)


def _list(context: Context) -> int:
    changes = context.log.changes(LISTED)
    if context.json:
        context.print.json(
            [{"change": c.number, "kind": c.kind, "label": c.label} for c in changes]
        )
        return 0
    if not changes:
        context.print.line("Nothing has been done yet.")
    verb = {"do": "", "undo": "undid: ", "redo": "did again: "}
    rows = [(str(c.number), verb[c.kind] + c.label) for c in changes]
    for line in context.print.table(rows, right="r"):
        context.print.line(line)
    return 0
