"""How a command says that it did not work: one plain line, and never a traceback."""

from __future__ import annotations

import os
import time
import traceback

from tracker.cli.output import clean
from tracker.domain.errors import Overlap, WorthwhileError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TextIO

LONGEST_LOG = 1_000_000
"""Bytes after which the crash log starts anew."""


def refused(error: WorthwhileError, out: TextIO, err: TextIO) -> int:
    """Print the sentence; the exit code is the error's own."""
    text = str(error)
    if isinstance(error, Overlap):
        text += " The option --trim does that."
    _say(text, out, err)
    return error.exit_code


def broken(
    error: Exception,
    argv: Sequence[str],
    environ: Mapping[str, str],
    out: TextIO,
    err: TextIO,
) -> int:
    """Something nobody foresaw: the traceback goes to a file, the person gets a sentence."""
    if isinstance(error, BrokenPipeError):
        _discard(out)  # whoever read has read enough
        return 0
    if isinstance(error, OSError):
        what = f"{error.filename}: " if error.filename else "The output could not be written: "
        _discard(out)
        _say(f"{what}{error.strerror}.", out, err)
        return 1
    try:
        path = log_crash(error, argv, environ)
    except OSError:
        where = f"({type(error).__name__}: {error})"
    else:
        where = f"What went wrong is in {path}: please report it."
    _say(f"This should not have happened; what was logged before is safe. {where}", out, err)
    return 1


def log_crash(error: Exception, argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """Append the traceback to ``<state>/crash.log``; returns its path."""
    from tracker.store.places import state_folder

    folder = state_folder(environ)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    path = os.path.join(folder, "crash.log")
    mode = os.O_APPEND
    if os.path.exists(path) and os.path.getsize(path) > LONGEST_LOG:
        mode = os.O_TRUNC
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    words = " ".join(ascii(word) for word in argv)
    lines = [f"{stamp} ww {words}\n", *traceback.format_exception(error), "\n"]
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | mode, 0o600)
    with open(handle, "w", encoding="utf-8", errors="backslashreplace") as log:
        log.writelines(lines)
    return path


def _say(text: str, out: TextIO, err: TextIO) -> None:
    """One line on ``err``, after what ``out`` already holds; there may be nobody to hear it."""
    for write in (out.flush, lambda: err.write(clean(text) + "\n"), err.flush):
        try:
            write()
        except (OSError, ValueError):
            _discard(out)


def _discard(out: TextIO) -> None:
    """Send what is still buffered nowhere, so that no later flush fails again."""
    try:
        number = out.fileno()
    except (OSError, ValueError, AttributeError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
