"""Many processes write at once: every change is there, once, and numbered without gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes import NOW, ZONE
from tests.fault.killing import Child
from tests.fault.scenes import EVERYTHING, MINUTE, opened, strays
from tracker.domain.book import Draft
from tracker.domain.entry import Entry
from tracker.domain.errors import StoreError
from tracker.domain.span import Span
from tracker.store.lock import Lock, lock_path
from tracker.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def block(writer: int, number: int) -> Entry:
    """One finished minute."""
    start = NOW + number * MINUTE
    return Entry(f"{writer}-{number}", f"Task {number % 9}", Span(start, start + MINUTE), ZONE)


@pytest.mark.parametrize(("writers", "changes"), [(2, 500), (4, 250)])
def test_no_change_of_any_writer_is_lost(tmp_path: Path, writers: int, changes: int) -> None:
    def writer(name: int) -> Callable[[Callable[[str], None]], None]:
        def work(say: Callable[[str], None]) -> None:
            log = Store(
                str(tmp_path / "home"),
                device="here",
                state=str(tmp_path / "state"),
                now=NOW.timestamp,
                wait=60,
            )
            for number in range(changes):
                put = block(name, number)
                change = log.change(lambda _book, put=put: Draft(f"added {put.id}", put=(put,)))
                say(str(change.number))

        return work

    children = [Child(writer(name)) for name in range(writers)]
    heard = [child.heard() for child in children]
    assert [status for _, status in heard] == [0] * writers
    numbers = sorted(int(number) for said, _ in heard for number in said)
    assert numbers == list(range(1, writers * changes + 1))
    log = opened(tmp_path)
    expected = {block(name, number).id for name in range(writers) for number in range(changes)}
    assert {entry.id for entry in log.entries(*EVERYTHING)} == expected
    labels = {change.label.removeprefix("added ") for change in log.changes(writers * changes)}
    assert labels == expected
    assert strays(tmp_path) == []


def test_a_lock_that_is_held_is_waited_for_and_then_named(tmp_path: Path) -> None:
    log = Store(
        str(tmp_path / "home"), device="here", state=str(tmp_path / "state"), now=NOW.timestamp,
        wait=0.05,
    )  # fmt: skip
    with (
        Lock(lock_path(log.state, log.home), 1),
        pytest.raises(StoreError, match=r"process \d+.*Nothing was changed"),
    ):
        log.change(lambda _book: Draft("added", put=(block(0, 0),)))
    assert log.latest(1) == ()
    log.change(lambda _book: Draft("added", put=(block(0, 0),)))
    assert log.latest(1) == (log.entry("0-0"),)


def test_the_lock_goes_with_a_process_that_is_killed(tmp_path: Path) -> None:
    def work(say: Callable[[str], None]) -> None:
        with Lock(lock_path(str(tmp_path / "state"), str(tmp_path / "home")), 1):
            say("held")
            say("x" * 1_000_000)  # more than a pipe takes: it waits here, holding the lock

    child = Child(work)
    assert child.first_line() == "held"
    child.kill()
    _, status = child.heard()
    assert status == -9
    opened(tmp_path).change(lambda _book: Draft("added", put=(block(0, 0),)))
