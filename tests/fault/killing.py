"""Processes that are killed: at a chosen system call, or at any instant."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = ("open", "write", "fsync", "replace", "unlink", "mkdir", "link", "rename", "rmdir")
"""Every call of the operating system with which the store changes anything."""


class Child:
    """A forked process at work; what it prints to ``say`` comes back from :meth:`heard`."""

    def __init__(self, work: Callable[[Callable[[str], None]], None]) -> None:
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            code = 1
            try:
                work(lambda text: _say(writing, text))
                code = 0
            finally:
                os._exit(code)
        os.close(writing)
        self._pipe = os.fdopen(reading, encoding="utf-8")

    def first_line(self) -> str:
        """The next thing it says, waited for."""
        return self._pipe.readline().removesuffix("\n")

    def kill(self) -> None:
        """End it as ``kill -9`` does; no error where it has ended."""
        os.kill(self.pid, signal.SIGKILL)

    def heard(self) -> tuple[list[str], int]:
        """All it said until its end, and its exit status as ``os.waitstatus_to_exitcode``."""
        with self._pipe as pipe:
            lines = pipe.read().split("\n")[:-1]
        _, status = os.waitpid(self.pid, 0)
        return lines, os.waitstatus_to_exitcode(status)


def die_at(call: int, *, after: bool) -> None:
    """Have this process kill itself at its ``call``-th changing system call from now on.

    Args:
        call: From 1.
        after: Whether the call is made before the process dies.
    """
    made = 0

    def deadly(real: Callable[..., Any]) -> Callable[..., Any]:
        def call_and_die(*args: Any, **more: Any) -> Any:
            nonlocal made
            made += 1
            if made == call and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            try:
                return real(*args, **more)
            finally:
                if made == call:
                    os.kill(os.getpid(), signal.SIGKILL)

        return call_and_die

    for name in CALLS:
        setattr(os, name, deadly(getattr(os, name)))


def _say(writing: int, text: str) -> None:
    os.write(writing, f"{text}\n".encode())
