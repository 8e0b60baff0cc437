"""``export``: the log, or a report of it, to a file that is whole or not there."""

from __future__ import annotations

from contextlib import contextmanager
from gc import disable, enable, isenabled
from itertools import islice

from tracker.cli.selection import rows_within, selection
from tracker.cli.writing import output_of, write_file
from tracker.domain.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from tracker.cli.context import Context
    from tracker.cli.selection import Selection

    Row = dict[str, Any]

REPORTS = ("markdown", "html")
FORMATS = ("json", "csv", "timewarrior", "klog", "ical", *REPORTS)


_PIECES = 500
"""Lines that are written at once."""


def write_out(context: Context) -> int:
    """Write what a range holds; everything where none is given."""
    form, *words = context.request.words
    if form not in FORMATS:
        names = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
        raise UsageError(f'"{form}" is not a format to export: {names}.')
    chosen = selection(context, tuple(words), "all")
    notes: list[str] = []
    counted = _Counted(context, chosen)
    if form in REPORTS:
        text = _report(context, chosen, form)
    else:
        text = _entries(context, chosen, counted, form, notes)
    path = output_of(context)
    if path is None:
        with _uncollected():
            for piece in _joined(text):
                context.print.raw(piece)
    else:
        with _uncollected():
            write_file(path, _joined(text), force=context.request.has("force"))
        _say(context, form, path, counted.number, notes)
    if not context.json:
        for note in notes:
            context.err.write(f"{note}\n")
    return 0


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause garbage collection: rows come and go, none of them in a circle."""
    collecting = isenabled()
    disable()
    try:
        yield
    finally:
        if collecting:
            enable()


def _joined(pieces: Iterator[str]) -> Iterator[str]:
    """The same text in fewer pieces."""
    while text := "".join(islice(pieces, _PIECES)):
        yield text


class _Counted:
    """The rows of a selection in order, counted as they go by."""

    def __init__(self, context: Context, chosen: Selection) -> None:
        self.number = 0
        self._context = context
        self._chosen = chosen

    def __iter__(self) -> Iterator[Row]:
        from tracker.exchange.stream import in_order

        for row in in_order(rows_within(self._context, self._chosen)):
            self.number += 1
            yield row


def _entries(
    context: Context, chosen: Selection, rows: Iterable[Row], form: str, notes: list[str]
) -> Iterator[str]:
    """The entries in a format, piece by piece."""
    now = context.now
    if form == "json":
        from tracker.exchange.export import export_json

        papers = context.log.papers() if chosen.everything else ()
        return export_json(rows, context.log.tasks(), now=now, papers=papers)
    if form == "csv":
        from tracker.exchange.export import export_csv

        return export_csv(rows, hour_value=context.settings.hour_value, now=now)
    if form == "timewarrior":
        from tracker.exchange.timewarrior_out import export_timewarrior

        return export_timewarrior(rows, notes)
    if form == "klog":
        from tracker.exchange.klog_out import export_klog

        return export_klog(rows, notes)
    from tracker.exchange.ical_out import export_ical

    return export_ical(rows, notes, now=now)


def _report(context: Context, chosen: Selection, form: str) -> Iterator[str]:
    """The report of the range as a document."""
    from tracker.cli.papers import paper

    if form == "html":
        from tracker.exchange.html_out import html

        return html(paper(context, chosen))
    from tracker.exchange.paper import markdown

    return markdown(paper(context, chosen))


def _say(context: Context, form: str, path: str, number: int, notes: list[str]) -> None:
    if form in REPORTS:
        number = 0
    if context.json:
        record: dict[str, object] = {"format": form, "file": path, "entries": number}
        context.print.json(record | {"notes": notes})
        return
    noun = "entry" if number == 1 else "entries"
    what = "the report" if form in REPORTS else f"{number:,} {noun}"
    context.print.line(f"Wrote {what} to {context.print.name(path)}.")
