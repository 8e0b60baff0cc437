"""One lock for a home, however its path is spelled."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.fakes import entry
from tracker.domain.book import Draft
from tracker.domain.errors import StoreError
from tracker.store.lock import Lock, last_noted, lock_path

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.store.store import Store


def test_every_way_to_spell_a_home_is_one_lock(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "link").symlink_to(home)
    spelled = [home, tmp_path / "link", tmp_path / "home" / ".." / "home"]
    assert len({lock_path("state", str(path)) for path in spelled}) == 1
    assert lock_path("state", str(tmp_path)) != lock_path("state", str(home))


def test_threads_of_one_process_wait_for_one_another(here: Store) -> None:
    def work(name: str) -> None:
        for number in range(20):
            put = entry(f"{name}{number}", "08:00", "08:30")
            here.change(lambda _book, put=put: Draft("put", put=(put,)))

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(here.latest(99)) == 60
    assert sorted(change.number for change in here.changes(99)) == list(range(1, 61))


def test_it_is_free_again_after_an_error(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    with pytest.raises(ValueError, match="mine"), Lock(path, 0):
        raise ValueError("mine")
    with Lock(path, 0), pytest.raises(StoreError), Lock(path, 0):
        pass
    with Lock(path, 0):
        pass


def test_watchers_are_told_of_every_change(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    assert last_noted(path) == b""
    with Lock(path, 0) as lock:
        first = last_noted(path)
        lock.note(7)
    second = last_noted(path)
    assert first != second
    with Lock(path, 0) as lock:
        assert last_noted(path) == second
        lock.note(8)
    assert last_noted(path) != second
