"""What reading and writing load: the commands typed all day pay for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

READING = """
from tracker.store.store import Store
from tracker.store.config import load_settings
from tracker.store.places import home_folder, state_folder, system_zone
log = Store({home!r}, device="here", state={state!r}, now=lambda: 0.0)
log.running(), log.latest(3), list(log.rows(0, 2**32)), log.tasks(), log.stamp()
load_settings({home!r}, {state!r}), system_zone()
"""
WRITING = """
from tracker.domain.book import Draft
from tracker.domain.task import Task
from tracker.store.store import Store
log = Store({home!r}, device="here", state={state!r}, now=lambda: 0.0)
log.change(lambda _book: Draft("rated", put_tasks=(Task("A"),)))
log.undo()
"""
NEVER = {
    "argparse",
    "dataclasses",
    "filelock",
    "inspect",
    "pathlib",
    "pendulum",
    "platformdirs",
    "rich",
    "shutil",
    "textual",
    "tomlkit",
    "tomllib",
    "zoneinfo",
}


@pytest.mark.parametrize(
    ("code", "never"),
    [(READING, NEVER | {"tinydb", "typing"}), (WRITING, NEVER)],
    ids=["reading", "writing"],
)
def test_no_more_is_loaded_than_needed(
    tmp_path_factory: pytest.TempPathFactory, code: str, never: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("log")
    done = code.format(home=str(folder / "home"), state=str(folder / "state"))
    told = f"{done}\nimport sys\nprint(*sorted({never!r} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{told}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.split() == []
