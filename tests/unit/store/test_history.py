"""The history is capped by count and age, and undo says where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes import NOW, entry
from tests.unit.store.conftest import Machine
from tracker.domain.book import Draft
from tracker.domain.errors import Refused
from tracker.store import history

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.store.store import Store

DAY = 86_400


def noted(log: Store, number: int) -> None:
    put = entry("A", "08:00", "08:30", note=f"note {number}")
    log.change(lambda _book: Draft(f"noted {number}", put=(put,)))


def numbers(home: Path) -> list[int]:
    return sorted(int(path.stem) for path in (home / "here" / "history").iterdir())


def test_so_many_changes_are_kept(here: Store, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST", 12)
    monkeypatch.setattr(history, "FEWEST", 3)
    for number in range(1, 31):
        noted(here, number)
    assert numbers(home) == list(range(19, 31))
    for _ in range(6):
        here.undo()
    assert here.latest(1)[0].note == "note 24"
    assert numbers(home) == list(range(25, 37))
    with pytest.raises(Refused, match="no longer kept"):
        here.undo()
    assert here.redo().label == "noted 25"
    assert here.undo().label == "noted 25"


def test_the_old_go_but_for_the_last_few(
    machine: Machine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "FEWEST", 5)
    log = machine("here")
    for number in range(1, 11):
        noted(log, number)
    later = machine("here", lambda: NOW.timestamp() + history.OLDEST - DAY)
    noted(later, 11)
    assert numbers(home) == list(range(1, 12))
    much_later = machine("here", lambda: NOW.timestamp() + history.OLDEST + DAY)
    noted(much_later, 12)
    assert numbers(home) == list(range(8, 13))
    assert much_later.undo().label == "noted 12"


def test_one_change_prunes_only_so_much(
    here: Store, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 41):
        noted(here, number)
    monkeypatch.setattr(history, "MOST", 5)
    monkeypatch.setattr(history, "FEWEST", 2)
    noted(here, 41)
    assert numbers(home) == list(range(21, 42))


def test_a_long_label_is_read_back(here: Store) -> None:
    label = "renamed " + "ß" * 9000
    here.change(lambda _book: Draft(label, put=(entry("A", "08:00"),)))
    assert here.changes(1)[0].label == label
    assert here.undo().label == label


def test_a_reader_lists_no_more_than_asked(here: Store) -> None:
    for number in range(5):
        noted(here, number)
    assert [change.label for change in here.changes(2)] == ["noted 4", "noted 3"]
    assert here.changes(0) == ()
