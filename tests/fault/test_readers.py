"""A reader beside a writer sees the log before a change or after it, never half of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes import NOW, ZONE
from tests.fault.killing import Child
from tests.fault.scenes import EVERYTHING, MINUTE, opened
from tracker.domain.book import Draft
from tracker.domain.entry import Entry
from tracker.domain.span import OpenSpan, Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.domain.book import Book

MONTH = 31 * 24 * 60 * MINUTE
LOOKS = 1500


def juggled(number: int) -> Callable[[Book], Draft]:
    """A change over four ledgers that leaves the number of entries, and their mark, alike.

    Three entries change months or run in turn; all carry the number of the change as a note.
    """

    def when(place: int) -> Span | OpenSpan:
        begin = NOW - ((number + place) % 3) * MONTH
        if (number + place) % 3 == 0:
            return OpenSpan(begin)
        return Span(begin, begin + MINUTE)

    def decide(book: Book) -> Draft:
        entries = []
        for place in range(3):
            known = book.entry(f"e{place}") or Entry(f"e{place}", "Juggling", when(place), ZONE)
            entries.append(known.replace(when=when(place), note=str(number)))
        return Draft(f"juggled {number}", put=tuple(entries))

    return decide


def test_never_half_a_change(tmp_path: Path) -> None:
    opened(tmp_path).change(juggled(0))

    def work(say: Callable[[str], None]) -> None:
        log = opened(tmp_path)
        for number in range(1, 1_000_000):
            log.change(juggled(number))
            if number == 1:
                say("begun")

    child = Child(work)
    try:
        assert child.first_line() == "begun"
        log = opened(tmp_path)
        seen = set()
        for _ in range(LOOKS):
            entries = log.entries(*EVERYTHING)
            assert sorted(entry.id for entry in entries) == ["e0", "e1", "e2"]
            assert len({entry.note for entry in entries}) == 1, entries
            rows = list(log.rows(0, 2**33))
            assert sorted(row["id"] for row in rows) == ["e0", "e1", "e2"]
            assert len({row["note"] for row in rows}) == 1
            assert len(log.running()) == 1
            assert len(log.latest(3)) == 3
            seen.add(entries[0].note)
    finally:
        child.kill()
        child.heard()
    assert len(seen) > 20, "the writer stood still"


def test_a_stamp_tells_every_change_apart(tmp_path: Path) -> None:
    log = opened(tmp_path)
    stamps = [log.stamp()]
    for number in range(60):
        log.change(juggled(number))
        stamps.append(log.stamp())
    assert len(set(stamps)) == len(stamps)
    assert log.stamp() == stamps[-1]
