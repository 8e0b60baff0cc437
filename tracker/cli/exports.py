"""``export``: the log, or a report of it, to a file that is whole or not there."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from gc import disable, enable, isenabled
from itertools import islice

from tracker.cli.selection import rows_within, selection
from tracker.domain.errors import Refused, UsageError

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
        text = _entries(context, counted, form, notes)
    target = context.request.get("output")
    if target in {None, "-"}:
        with _uncollected():
            for piece in _joined(text):
                context.print.raw(piece)
    else:
        path = os.path.abspath(os.path.expanduser(str(target)))
        with _uncollected():
            _write(path, _joined(text), force=context.request.has("force"))
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


def _entries(context: Context, rows: Iterable[Row], form: str, notes: list[str]) -> Iterator[str]:
    """The entries in a format, piece by piece."""
    now = context.now
    if form == "json":
        from tracker.exchange.export import export_json

        return export_json(rows, context.log.tasks(), now=now)
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


def _write(path: str, text: Iterator[str], *, force: bool) -> None:
    """Atomically: a temporary file beside it takes its name once it is complete and on disk.

    A link is followed; a device, a pipe or a folder is never replaced.
    """
    path = os.path.realpath(path)
    if os.path.isdir(path):
        raise Refused(f"{path} is a folder: name a file in it.")
    if os.path.lexists(path) and not os.path.isfile(path):
        raise Refused(f"{path} is not a file: leave out --output to write to standard output.")
    if os.path.lexists(path) and not force:
        raise Refused(_exists(path))
    try:
        _replace(path, text, force=force)
    except FileExistsError:
        raise Refused(_exists(path)) from None
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror}.") from None


def _exists(path: str) -> str:
    return f"{path} exists already: choose another name, or add --force."


def _replace(path: str, pieces: Iterable[str], *, force: bool) -> None:
    import tempfile

    handle, beside = tempfile.mkstemp(prefix=".worthwhile-", dir=os.path.dirname(path))
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, 0o666 & ~_umask())
        if not force:
            _claim(path)
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _claim(path: str) -> None:
    """Make an empty file of that name; FileExistsError where there is one by now."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
