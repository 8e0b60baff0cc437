"""An app in a pseudo-terminal: when it first paints, how fast a key shows, what idling costs."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.bench.process import environment

_ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>78]|\][^\x07]*\x07)")


class Terminal:
    """A child process behind a pseudo-terminal; what it draws is read and thrown away."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str], size: tuple[int, int]) -> None:
        """Start ``argv`` in a terminal of ``size`` (columns, rows)."""
        self.begun = time.perf_counter()
        self.pid, self._screen = pty.fork()
        if self.pid == 0:
            os.execvpe(argv[0], list(argv), environment({"TERM": "xterm-256color", **env}))  # noqa: S606
        columns, rows = size
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What is drawn within ``seconds``; returns at the first bytes; empty if none come."""
        ready, _, _ = select.select([self._screen], [], [], seconds)
        try:
            return os.read(self._screen, 1 << 16) if ready else b""
        except OSError:
            return b""

    def until(self, words: Sequence[str], seconds: float = 20.0) -> float:
        """Seconds from the start until all of ``words`` were drawn.

        Raises:
            TimeoutError: They were not, within ``seconds``.
        """
        drawn = b""
        while time.perf_counter() - self.begun < seconds:
            drawn += self.read(0.5)
            plain = _ESCAPES.sub(b"", drawn).decode(errors="replace")
            if all(word in plain for word in words):
                return time.perf_counter() - self.begun
        raise TimeoutError(f"never drawn: {words}; got {plain[-2000:]}")

    def settle(self, quiet: float = 0.4, at_most: float = 5.0) -> None:
        """Read until nothing is drawn for ``quiet`` seconds."""
        end = time.perf_counter() + at_most
        while time.perf_counter() < end and self.read(quiet):
            pass

    def send(self, keys: str) -> None:
        """Press ``keys``."""
        os.write(self._screen, keys.encode())

    def key_to_screen(self, key: str) -> float:
        """Seconds from pressing ``key`` until anything is drawn."""
        begun = time.perf_counter()
        self.send(key)
        self.read(2)
        return time.perf_counter() - begun

    def cpu_seconds(self) -> float:
        """User and system time used so far."""
        with Path(f"/proc/{self.pid}/stat").open() as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def idle_percent(self, seconds: float) -> float:
        """CPU used over ``seconds``, in percent of one core; the screen is read meanwhile."""
        begun, used = time.perf_counter(), self.cpu_seconds()
        while (left := begun + seconds - time.perf_counter()) > 0:
            self.read(left)
        return 100 * (self.cpu_seconds() - used) / (time.perf_counter() - begun)

    def resident_mib(self) -> float:
        """Resident memory, MiB."""
        with Path(f"/proc/{self.pid}/status").open() as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024

    def close(self) -> None:
        """End the child and the terminal."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._screen)


@contextmanager
def terminal(
    argv: Sequence[str], env: Mapping[str, str] | None = None, size: tuple[int, int] = (120, 36)
) -> Iterator[Terminal]:
    """A :class:`Terminal` that is closed at the end of the block."""
    opened = Terminal(argv, env or {}, size)
    try:
        yield opened
    finally:
        opened.close()
