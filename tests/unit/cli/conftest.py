"""One owner in Berlin, a home of their own, and the commands they type."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import NOW, ZONE
from tracker.cli import main


@dataclass(frozen=True, slots=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """Standard output by lines."""
        return self.out.splitlines()


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass(slots=True)
class Owner:
    """Someone who types commands; their clock stands still unless moved."""

    folder: Path
    now: datetime = NOW
    environ: dict[str, str] = field(default_factory=dict)
    may_crash: bool = False

    def __post_init__(self) -> None:
        self.environ = {
            "WORTHWHILE_HOME": str(self.home),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "WORTHWHILE_DEVICE": "desk",
            "HOME": str(self.folder),
        }
        self.home.mkdir(parents=True)
        self.settings(f'zone = "{ZONE}"\n')

    @property
    def home(self) -> Path:
        """Where their log is."""
        return self.folder / "home"

    @property
    def crashes(self) -> Path:
        """Where a traceback would go."""
        return self.folder / "state" / "worthwhile" / "crash.log"

    def settings(self, text: str) -> None:
        """Write config.toml."""
        (self.home / "config.toml").write_text(text)

    def pass_time(self, **passed: int) -> None:
        """Move the clock on."""
        self.now += timedelta(**passed)

    def __call__(self, *words: str, stdin: str | bytes = "", terminal: bool = False) -> Result:
        """Type a command, its words as the shell would part them."""
        out, err = (Terminal() if terminal else io.StringIO()), io.StringIO()
        given = stdin.encode() if isinstance(stdin, str) else stdin
        source = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
        code = main(words, environ=self.environ, now=self.now, stdin=source, out=out, err=err)
        assert self.may_crash or not self.crashes.exists(), self.crashes.read_text()
        return Result(code, out.getvalue(), err.getvalue())

    def done(self, *words: str) -> Result:
        """Type a command that has to work."""
        result = self(*words)
        assert result.code == 0, result.err
        assert not result.err
        return result

    def refused(self, *words: str, code: int = 1, **rest: Any) -> str:
        """Type a command that has to be refused; its one line on standard error."""
        before = self.files()
        result = self(*words, **rest)
        assert result.code == code, result
        assert result.out == ""
        assert result.err.endswith("\n")
        assert result.err.count("\n") == 1
        assert "Traceback" not in result.err
        assert self.files() == before
        return result.err.rstrip("\n")

    def files(self) -> dict[str, bytes]:
        """Every file of the log, byte by byte."""
        return {
            str(path.relative_to(self.home)): path.read_bytes()
            for path in sorted(self.home.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def ww(tmp_path: Path) -> Owner:
    """The owner, at 09:57:17 on Thursday 19 November 2026."""
    return Owner(tmp_path)
