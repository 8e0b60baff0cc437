"""Writing a file that a person named: whole or not at all, and nothing is replaced unasked."""

from __future__ import annotations

import os
from contextlib import suppress

from tracker.domain.errors import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.cli.context import Context


def output_of(context: Context) -> str | None:
    """The file that ``--output`` names, as a whole path; ``None`` for standard output."""
    target = context.request.get("output")
    if target in {None, "-"}:
        return None
    return os.path.abspath(os.path.expanduser(str(target)))


def write_file(path: str, text: Iterable[str], *, force: bool) -> None:
    """Atomically: a temporary file beside it takes its name once it is complete and on disk.

    A link is followed; a device, a pipe or a folder is never replaced.

    Raises:
        Refused: There is such a file and ``force`` is false, or it cannot be written.
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
