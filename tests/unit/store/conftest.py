"""Logs on disk and in memory, as one or two machines see them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes import NOW
from tracker.store.store import Store

Machine = Callable[..., Store]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the log will be; it does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Makes the log as a machine of that name sees it; all share one folder."""

    def make(name: str = "here", now: Callable[[], float] = NOW.timestamp) -> Store:
        return Store(
            str(tmp_path / "home"),
            device=name,
            state=str(tmp_path / f"state-{name}"),
            now=now,
        )

    return make


@pytest.fixture
def here(machine: Machine) -> Store:
    """The log of one machine."""
    return machine("here")


@pytest.fixture
def there(machine: Machine) -> Store:
    """The same log on another machine."""
    return machine("there")
