"""``export``: the log as JSON or CSV, to a file that is whole or not there."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

from tracker.cli.selection import entries, selection
from tracker.domain.errors import Refused, UsageError
from tracker.exchange.export import export_csv, export_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracker.cli.context import Context

FORMATS = ("json", "csv")


def write_out(context: Context) -> int:
    """Write the entries of a range; everything where none is given."""
    form, *words = context.request.words
    if form not in FORMATS:
        raise UsageError(f'"{form}" is not a format to export: {" or ".join(FORMATS)}.')
    found = entries(context, selection(context, tuple(words), "all"))
    if form == "json":
        text = export_json(found, context.log.tasks(), now=context.now)
    else:
        text = export_csv(found, hour_value=context.settings.hour_value, now=context.now)
    target = context.request.get("output")
    if target in {None, "-"}:
        for piece in text:
            context.print.raw(piece)
        return 0
    path = os.path.abspath(os.path.expanduser(str(target)))
    _write(path, text, force=context.request.has("force"))
    if context.json:
        context.print.json({"format": form, "file": path, "entries": len(found)})
    else:
        noun = "entry" if len(found) == 1 else "entries"
        context.print.line(f"Wrote {len(found):,} {noun} to {context.print.name(path)}.")
    return 0


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
