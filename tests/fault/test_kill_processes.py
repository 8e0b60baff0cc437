"""``kill -9`` of whole processes, as a person's terminal would: real commands, and the real app."""

from __future__ import annotations

import json
import os
import pty
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tracker.store.config import save_settings

WW = [sys.executable, "-c", "from tracker.cli import main; main()"]
Log = dict[str, tuple[object, ...]]


class Terminal:
    """A home, and the processes that are run on it."""

    def __init__(self, folder: Path) -> None:
        self.device = folder / "home" / "d"
        self.env = {
            **os.environ,
            "WORTHWHILE_HOME": str(folder / "home"),
            "WORTHWHILE_DEVICE": "d",
            "XDG_STATE_HOME": str(folder / "state"),
            "TERM": "xterm-256color",
        }
        save_settings(
            str(folder / "home"), str(folder / "state" / "worthwhile"), {"answered": True}
        )
        for hour in range(8, 12):
            self.ww("add", f"2026-11-18 {hour}-{hour + 1} task {hour}")

    def ww(self, *words: str) -> str:
        done = subprocess.run(
            [*WW, *words], env=self.env, capture_output=True, text=True, check=True
        )
        return done.stdout

    def log(self) -> Log:
        fields = ("task", "start", "stop", "note")
        listed = json.loads(self.ww("log", "all", "--json"))
        return {entry["id"]: tuple(entry[name] for name in fields) for entry in listed}

    def kill_command(self, words: tuple[str, ...], after: float) -> bytes:
        """Run a command and kill it; what it had acknowledged."""
        command = subprocess.Popen(
            [*WW, *words], env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        time.sleep(after)
        command.kill()
        return command.communicate()[0]

    def kill_app(self, keys: bytes, after: float) -> None:
        """Open the app, press ``keys`` once it has drawn, and kill it."""
        pid, screen = pty.fork()
        if pid == 0:
            os.execve(WW[0], WW, self.env)  # noqa: S606
        drawn = threading.Event()
        threading.Thread(target=_drain, args=(screen, drawn), daemon=True).start()
        assert drawn.wait(20), "the app never drew anything"
        os.write(screen, keys)
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)

    def is_sound(self) -> None:
        """Undo is in step, and the next change leaves no stray file."""
        before = self.log()
        self.ww("undo")
        self.ww("redo")
        assert self.log() == before
        self.ww("add", "--trim", "2026-11-17 9-10 the last change")
        names = [path.name for path in self.device.iterdir()]
        assert not [name for name in names if name[0] == "." or name == "pending.json"]


def _drain(screen: int, drawn: threading.Event) -> None:
    with suppress(OSError):
        while b"cost" not in os.read(screen, 65_536):
            pass
        drawn.set()
        while os.read(screen, 65_536):
            pass


@pytest.mark.parametrize("seed", [1, 2])
def test_commands(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    terminal = Terminal(tmp_path)
    for number in range(20):
        words = chance.choice(
            (
                ("add", "--trim", f"2026-11-19 {number}:00-{number}:30 block {number}"),
                ("edit", "@1", "--note", f"note {number}"),
                ("start", f"job {number}"),
                ("stop",),
                ("delete", "@2"),
                ("undo",),
            )
        )
        before = terminal.log()
        said = terminal.kill_command(words, chance.uniform(0.01, 0.12))
        after = terminal.log()
        touched = {key for key in {*before, *after} if before.get(key) != after.get(key)}
        assert len(touched) <= 2, f"{words} came in parts or took more along"
        if said and words[0] in ("add", "edit", "delete"):
            assert touched, f"{words} was acknowledged and is not there"
    terminal.is_sound()


def test_the_app(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311
    terminal = Terminal(tmp_path)
    for number, keys in enumerate((b"nkilled\r", b" ", b"d", b"u", b"\x12", b"n8:00 on it\r")):
        before = terminal.log()
        terminal.kill_app(keys, chance.uniform(0.0, 0.1))
        after = terminal.log()
        touched = {key for key in {*before, *after} if before.get(key) != after.get(key)}
        assert len(touched) <= 2, f"{keys!r} ({number}) came in parts or took more along"
        assert len(after) >= len(before) - 1
    terminal.is_sound()
