"""One writer at a time: an advisory lock on a file of this machine's own, outside what is synced.

The file also says who holds the lock, and the number of the last change made under it, so that
whoever watches the log can tell two changes within one tick of the file system apart.
"""

from __future__ import annotations

import os
from time import monotonic, sleep

from tracker.domain.errors import StoreError
from tracker.store import files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

_SHORTEST_NAP, _LONGEST_NAP = 0.0005, 0.02
_HOLDER, _NUMBER = 0, 11
"""Where in the file the process and the change number stand, ten digits each."""
_LOCKED_BYTE = 1 << 20
"""Windows locks bytes, and keeps others from reading them: one far behind the text is used."""


class Lock:
    """Use in a ``with`` block; a second one in the same process waits as any other does.

    Args:
        path: The lock file; see :func:`lock_path`.
        wait: Seconds to wait for another holder.
    """

    def __init__(self, path: str, wait: float) -> None:
        """Touch nothing yet."""
        self._path = path
        self._wait = wait
        self._descriptor = -1

    def __enter__(self) -> Self:
        """Wait for the lock.

        Raises:
            StoreError: Someone held it all the time, or the file cannot be made.
        """
        try:
            files.make_folder(os.path.dirname(self._path))
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(self._path, flags, 0o600)
        except OSError as error:
            raise _unusable(self._path, error) from None
        try:
            self._acquire()
            self._write(_HOLDER, os.getpid())
        except BaseException:
            os.close(self._descriptor)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Release it; closing the file does."""
        os.close(self._descriptor)

    def note(self, number: int) -> None:
        """Tell watchers the number of the change just made."""
        self._write(_NUMBER, number)

    def _acquire(self) -> None:
        deadline = monotonic() + self._wait
        nap = _SHORTEST_NAP
        while not _try_lock(self._descriptor):
            if monotonic() >= deadline:
                raise StoreError(
                    f"Another worthwhile ({_holder(self._descriptor)}) has been writing the log "
                    f"for {self._wait:g} s. Nothing was changed; try again when it is done."
                )
            sleep(nap)
            nap = min(nap * 2, _LONGEST_NAP)

    def _write(self, place: int, number: int) -> None:
        """Best effort: a full disk must not keep anyone from finishing a change."""
        try:
            os.lseek(self._descriptor, place, os.SEEK_SET)
            os.write(self._descriptor, b"%10d\n" % number)
        except OSError:
            pass


def lock_path(state: str, home: str) -> str:
    """The lock file for a home: the same for every way of spelling its path."""
    return os.path.join(state, f"lock-{files.label(os.path.normcase(os.path.realpath(home)))}")


def last_noted(path: str) -> bytes:
    """Who wrote last and which change, as bytes that differ after every change."""
    try:
        return files.read(path) or b""
    except OSError:
        return b""


def _holder(descriptor: int) -> str:
    try:
        os.lseek(descriptor, _HOLDER, os.SEEK_SET)
        number = os.read(descriptor, 10).strip().decode("ascii", "replace")
    except OSError:
        number = ""
    return f"process {number}" if number else "command"


def _unusable(path: str, error: OSError) -> StoreError:
    refused = files.refusal("written", os.path.dirname(path), error)
    message = str(refused).replace("use --home", "set XDG_STATE_HOME to a folder of your own")
    message = message.replace("Use another folder with --home", "Set XDG_STATE_HOME to another")
    return StoreError(message)


if os.name == "nt":  # pragma: no cover

    def _try_lock(descriptor: int) -> bool:
        import msvcrt

        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
