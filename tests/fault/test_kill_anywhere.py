"""Killed at each system call that changes anything: a change is whole or absent, undo in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fault import scenes
from tests.fault.killing import Child, die_at
from tests.fault.scenes import copied, opened, state, strays
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.domain.book import Log

KINDS: dict[str, Callable[[Log, int], None]] = {
    "start": scenes.start,
    "stop": scenes.stop,
    "edit": scenes.edit,
    "split": scenes.split,
    "delete": scenes.delete,
    "undo": scenes.undo,
    "redo": scenes.redo,
    "import": scenes.bring_in,
}
SIGKILLED = -9


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with a past: entries in three months, one moved, one running, one change undone."""
    folder = tmp_path_factory.mktemp("template")
    log = opened(folder)
    for number, step in enumerate(
        (scenes.bring_in, scenes.start, scenes.start, scenes.edit, scenes.start, scenes.start)
    ):
        step(log, number)
    log.undo()
    assert log.running()
    assert not strays(folder)
    return folder


def outcome(folder: Path, kind: str, call: int, *, after: bool) -> tuple[bool, int]:
    """Do one thing in a process that dies at a call; whether it was acknowledged, how it ended."""

    def work(say: Callable[[str], None]) -> None:
        log = opened(folder)
        die_at(call, after=after)
        KINDS[kind](log, 99)
        say("done")

    said, status = Child(work).heard()
    return said == ["done"], status


def undone_states(folder: Path, count: int = 3) -> list[object]:
    """What the log looks like after one undo, two undos, and so on."""
    log = opened(folder)
    states: list[object] = []
    for _ in range(count):
        try:
            log.undo()
        except Refused as refused:
            states.append(str(refused))
        else:
            states.append(state(log))
    return states


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_change_is_whole_or_absent(
    template: Path, tmp_path: Path, kind: str, *, after: bool
) -> None:
    before = state(opened(template))
    whole = copied(template, tmp_path / "whole")
    KINDS[kind](opened(whole), 99)
    done = state(opened(whole))
    assert done != before
    undos_before = undone_states(copied(template, tmp_path / "undos"))
    undos_done = undone_states(whole)

    call, absent, present = 0, 0, 0
    while True:
        call += 1
        folder = copied(template, tmp_path / "killed")
        acknowledged, status = outcome(folder, kind, call, after=after)
        if status != SIGKILLED:
            assert (acknowledged, status) == (True, 0)
            break
        found = state(opened(folder))
        assert found == (done if acknowledged or found != before else before)
        absent, present = absent + (found == before), present + (found == done)
        undos = undone_states(folder)
        assert undos == (undos_done if found == done else undos_before)
        assert strays(folder) == []
    # both outcomes were seen, so the kills did fall on either side of the commit
    assert absent > 4
    assert present > 2


def test_a_recovery_can_be_killed_as_often_as_one_likes(template: Path, tmp_path: Path) -> None:
    """Recovery is idempotent: killed at every call in turn, the change still comes out whole."""
    whole = copied(template, tmp_path / "whole")
    scenes.start(opened(whole), 99)
    done = state(opened(whole))
    interrupted = next(
        folder
        for call in range(1, 100)
        for folder in [copied(template, tmp_path / "killed")]
        if outcome(folder, "start", call, after=False)
        and (folder / "home" / "here" / "pending.json").exists()
    )
    assert state(opened(interrupted)) == done
    for call in range(1, 100):
        _, status = outcome(interrupted, "redo", call, after=True)
        assert state(opened(interrupted)) == done
        if status != SIGKILLED:
            break
    else:
        pytest.fail("the recovery never ended")
    assert strays(interrupted) == []
    opened(interrupted).undo()
    assert state(opened(interrupted)) == state(opened(template))
