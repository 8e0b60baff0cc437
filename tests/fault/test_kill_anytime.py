"""Killed at random instants, over and over: nothing acknowledged is ever lost."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.fakes import MemoryStore
from tests.fault.killing import Child
from tests.fault.scenes import opened, state, step, strays

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KILLS = 40
LONGEST = 0.04
"""Seconds a process works before it is killed: some changes, and any place within one."""


@pytest.mark.parametrize("seed", range(8))
def test_what_was_acknowledged_stays(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    model = MemoryStore()
    done = seed * 10_000
    extras = 0
    longest = LONGEST
    for _ in range(KILLS):
        first = done

        def work(say: Callable[[str], None], first: int = first) -> None:
            log = opened(tmp_path)
            say("ready")
            for number in range(first, first + 10_000):
                step(log, number)
                say(str(number))

        child = Child(work)
        time.sleep(chance.random() * longest)
        child.kill()
        said, status = child.heard()
        assert status == -9
        longest *= 1.2 if len(said) <= 1 else 0.9  # a busy machine takes longer to begin
        for number in said[1:]:
            step(model, int(number))
            done = int(number) + 1
        found = state(opened(tmp_path))
        if found != state(model):
            step(model, done)  # the one change that may have been made and not acknowledged
            done += 1
            extras += 1
        assert found == state(model)
    step(opened(tmp_path), done)
    step(model, done)
    assert state(opened(tmp_path)) == state(model)
    assert strays(tmp_path) == []
    assert done > seed * 10_000 + KILLS // 2, "the processes were killed before they did anything"
