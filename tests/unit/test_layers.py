"""What each command may load, checked in a process of its own.

The commands typed all day run over a bare interpreter in a few milliseconds only because they
import so little; one careless import of ``typing`` is felt in every prompt.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes import ZONE

APP = {"textual", "rich", "widgets"}
COLD = {
    *APP,
    "argparse",
    "dataclasses",
    "enum_tools",
    "inspect",
    "pathlib",
    "pendulum",
    "platformdirs",
    "tomlkit",
    "tomllib",
    "importlib.metadata",
    "shutil",
    "subprocess",
    "tempfile",
    "textwrap",
    "unicodedata",
}
# tinydb itself brings typing; nothing else of ours may.
READ = {*COLD, "tinydb", "typing"}

_PROBE = """
import json, sys
from tracker.cli import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with a timer that runs and settings that have been read once."""
    home = tmp_path_factory.mktemp("layers")
    for words in (("add", "5m", "Email"), ("start", "Invoicing"), ("status",)):
        loaded_by(home, *words)
    return home


def loaded_by(home: Path, *words: str) -> set[str]:
    """The modules in memory once a command has run."""
    env = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "WORTHWHILE_HOME": str(home / "log"),
        "WORTHWHILE_DEVICE": "desk",
        "TZ": ZONE,
    }
    found = subprocess.run(
        [sys.executable, "-c", _PROBE, *words], env=env, capture_output=True, text=True, check=True
    )
    code, modules = json.loads(found.stderr.splitlines()[-1])
    assert code == 0, found.stderr
    return set(modules)


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("status", "--format", "{task} {elapsed} {value}"),
        ("log",),
        ("log", "week"),
        ("report", "week"),
        ("report", "year"),
        ("report", "all", "--by", "project"),
        ("--version",),
    ],
    ids=" ".join,
)
def test_reading_commands_load_next_to_nothing(home: Path, words: tuple[str, ...]) -> None:
    allowed = {"importlib.metadata"} if words == ("--version",) else set()
    if words == ("--version",):
        assert loaded_by(home, *words) & APP == set()
        return
    assert loaded_by(home, *words) & READ == allowed


@pytest.mark.parametrize(
    "words",
    [
        ("start", "Proposal", "@Acme"),
        ("start", "Email", "-1m", "--trim"),
        ("switch", "Bookkeeping"),
        ("continue",),
        ("stop",),
        ("start",),
        ("add", "yesterday 9-10 Standup"),
        ("undo",),
    ],
    ids=" ".join,
)
def test_writing_commands_load_tinydb_and_little_else(home: Path, words: tuple[str, ...]) -> None:
    assert loaded_by(home, *words) & COLD == set()


@pytest.mark.parametrize(
    "words",
    [("recurring",), ("recurring", "--due"), ("audit",), ("audit", "--as-of", "yesterday")],
    ids=" ".join,
)
def test_looking_at_the_whole_log_loads_little(home: Path, words: tuple[str, ...]) -> None:
    assert loaded_by(home, *words) & READ == set()


def test_writing_goes_through_tinydb(home: Path) -> None:
    assert "tinydb" in loaded_by(home, "add", "yesterday 11-12 Email")


@pytest.mark.parametrize(
    "words", [("help",), ("tasks",), ("export", "json"), ("config",), ("completion", "bash")]
)
def test_no_command_loads_the_app(home: Path, words: tuple[str, ...]) -> None:
    assert loaded_by(home, *words) & APP == set()


_LIBRARIES = {"textual", "rich", "tinydb", "pendulum", "platformdirs", "tomlkit", "hypothesis"}
_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "module",
    sorted(
        ".".join(path.relative_to(_ROOT).with_suffix("").parts)
        for package in ("domain", "audit", "intents")
        for path in (_ROOT / "tracker" / package).glob("*.py")
        if path.stem != "__init__"
    ),
)
def test_the_inner_layers_know_no_library(module: str) -> None:
    code = f"import sys, {module}; print(sorted({_LIBRARIES!r} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
