"""Files that are whole or absent: read in one piece, replaced in one rename.

A file is never written in place. Its new bytes go into a hidden file beside it, are flushed
to the disk and renamed over it, so that a reader or a crash at any instant finds the old file
or the new one. What a killed process leaves behind is named so that it can be recognised.
"""

from __future__ import annotations

import os

from tracker.domain.errors import StoreError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

try:
    import fcntl
except ImportError:  # Windows
    _FULL_FLUSH = None
else:
    _FULL_FLUSH = getattr(fcntl, "F_FULLFSYNC", None)  # macOS; elsewhere fsync is enough

_BINARY = getattr(os, "O_BINARY", 0)
_WINDOWS = os.name == "nt"
_PATIENCE = 200
"""Tries, 5 ms apart, at a rename that Windows refuses while a reader has the file open."""


def read(path: str) -> bytes | None:
    """The whole file, or ``None`` where there is none.

    Raises:
        OSError: It is there and cannot be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _BINARY)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        return drain(descriptor)
    finally:
        os.close(descriptor)


def label(path: str) -> str:
    """Eight hex digits for a path, the same in every process, to name files elsewhere after it.

    The largest prime below 2**32 as modulus spreads paths as well as a checksum does, and a
    checksum would have to be imported.
    """
    return f"{int.from_bytes(os.fsencode(path), 'big') % 4_294_967_291:08x}"


def drain(descriptor: int) -> bytes:
    """Everything from the descriptor's position to the end."""
    size = os.fstat(descriptor).st_size
    pieces = [os.read(descriptor, size + 1)]
    total = len(pieces[0])
    while pieces[-1] and total < size:
        pieces.append(os.read(descriptor, size + 1 - total))
        total += len(pieces[-1])
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def beside(path: str, data: bytes) -> str:
    """Write ``data`` durably into a hidden file beside ``path``; its name is returned.

    Raises:
        OSError: It could not be written; then nothing is left behind.
    """
    folder, name = os.path.split(path)
    hidden = os.path.join(folder, f".{name}.{os.getpid()}.tmp")
    descriptor = os.open(hidden, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
    try:
        try:
            _write_all(descriptor, data)
            flush(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        discard(hidden)
        raise
    return hidden


def replace(hidden: str, path: str) -> None:
    """Rename over ``path`` in one step; on Windows wait for readers to let go."""
    if not _WINDOWS:
        os.replace(hidden, path)
        return
    _patiently(lambda: os.replace(hidden, path))


def remove(path: str) -> None:
    """Remove the file; no error where there is none."""
    try:
        if _WINDOWS:
            _patiently(lambda: os.unlink(path))
        else:
            os.unlink(path)
    except FileNotFoundError:
        pass


def discard(hidden: str) -> None:
    """Remove what is of no use any more; a failure leaves it to the next writer."""
    try:
        os.unlink(hidden)
    except OSError:
        return


def flush(descriptor: int) -> None:
    """Have the file's bytes on the disk; on macOS ``fsync`` alone stops at the drive's cache."""
    if _FULL_FLUSH is not None:
        try:
            fcntl.fcntl(descriptor, _FULL_FLUSH)
        except OSError:
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)


def flush_folder(folder: str) -> None:
    """Have the folder's renames on the disk; Windows has no such thing."""
    if _WINDOWS:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        flush(descriptor)
    finally:
        os.close(descriptor)


def make_folder(path: str) -> None:
    """Make the folder and its parents, readable by their owner alone, durably.

    Raises:
        OSError: One could not be made.
    """
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        return
    except FileNotFoundError:
        parent = os.path.dirname(path)
        if os.path.isdir(parent):
            raise  # such a place (as below /proc) takes no folders, and asking again would not help
        make_folder(parent)
        os.mkdir(path, 0o700)
    flush_folder(os.path.dirname(path) or os.curdir)


def strays(names: Iterable[str]) -> list[str]:
    """Those names that a killed writer left behind."""
    return [name for name in names if name[:1] == "." and name[-4:] == ".tmp"]


def refusal(doing: str, place: str, error: OSError) -> StoreError:
    """``error`` as one sentence that names the place, and one that says what to do.

    Args:
        doing: ``written`` or ``read``.
        place: The folder or file.
        error: What the system said.
    """
    import errno

    advice = {
        errno.ENOSPC: "the disk is full. Free some space and try again.",
        errno.EDQUOT: "your disk quota is used up. Free some space and try again.",
        errno.EFBIG: "a file would grow past the allowed size. Raise the limit and try again.",
        errno.EROFS: "it is on a read-only disk. Use another folder with --home.",
        errno.EACCES: "permission was denied. Give yourself access to it, or use --home.",
        errno.EPERM: "permission was denied. Give yourself access to it, or use --home.",
        errno.ENOTDIR: "a part of its path is a file. Move that away, or use --home.",
        errno.EIO: "the disk reported a fault. Check the disk and try again.",
        errno.EMFILE: "too many files are open. Close some programs and try again.",
    }
    reason = advice.get(error.errno or 0)
    if reason is None:
        reason = f"{(error.strerror or str(error)).lower()}. Put that right and try again."
    nothing = " Nothing was changed." if doing == "written" else ""
    return StoreError(f"{place} cannot be {doing}: {reason}{nothing}")


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _patiently(step: object) -> None:
    import time

    for remaining in range(_PATIENCE, -1, -1):
        try:
            step()  # type: ignore[operator]
        except PermissionError:
            if not remaining:
                raise
            time.sleep(0.005)
        else:
            return
