"""What the fault tests do to a log: steps that can be repeated on any log and compared."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.fakes import NOW, ZONE
from tracker.domain.book import Draft
from tracker.domain.cadence import Cadence
from tracker.domain.entry import Entry
from tracker.domain.errors import Refused
from tracker.domain.papers import Brief, Paper, Quote
from tracker.domain.span import OpenSpan, Span
from tracker.domain.task import Task
from tracker.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.book import Book, Log

MINUTE = timedelta(minutes=1)
EVERYTHING = (NOW - timedelta(days=4000), NOW + timedelta(days=4000))
State = tuple[tuple[Entry, ...], tuple[Task, ...], tuple[Paper, ...]]


class Ticking:
    """A clock that moves on a minute whenever it is asked."""

    def __init__(self, at: float = NOW.timestamp()) -> None:
        self.at = at

    def __call__(self) -> float:
        self.at += 60
        return self.at


def opened(folder: Path, device: str = "here", now: Callable[[], float] | None = None) -> Store:
    """The log in ``folder``, as one machine sees it."""
    return Store(
        str(folder / "home"),
        device=device,
        state=str(folder / "state"),
        now=now or NOW.timestamp,
    )


def state(log: Log) -> State:
    """Everything in it that a person would miss; not when it was revised."""
    entries = tuple(entry.replace(revised="") for entry in log.entries(*EVERYTHING))
    tasks = tuple(task.replace(revised="") for task in log.tasks())
    papers = tuple(paper.replace(revised="") for paper in log.papers())
    return entries, tuple(sorted(tasks, key=lambda task: task.name)), papers


def strays(folder: Path) -> list[str]:
    """Files that no finished writer leaves."""
    found = [path for path in (folder / "home").rglob("*") if path.name.endswith(".tmp")]
    pending = list((folder / "home").rglob("pending.json"))
    return [str(path.relative_to(folder)) for path in (*found, *pending)]


def copied(folder: Path, to: Path) -> Path:
    """The same log somewhere else; what was there goes."""
    if to.exists():
        shutil.rmtree(to)
    shutil.copytree(folder, to)
    return to


def running(name: str, number: int) -> Entry:
    """An entry whose timer runs."""
    return Entry(f"e{number}", name, OpenSpan(NOW + number * MINUTE), ZONE, source="timer")


def closed(entry: Entry) -> Entry:
    """The same, stopped after five minutes."""
    return entry.replace(when=Span(entry.when.start, entry.when.start + 5 * MINUTE))


def start(log: Log, number: int) -> None:
    """Start a timer, stopping what runs: two ledgers and maybe a new task."""

    def decide(book: Book) -> Draft:
        name = f"Task {number % 7}"
        known = {task.name for task in book.tasks()}
        return Draft(
            f"started {name}",
            put=(*map(closed, book.running()), running(name, number)),
            put_tasks=() if name in known else (Task(name, tedium=3),),
        )

    log.change(decide)


def stop(log: Log, _number: int) -> None:
    """Stop what runs: the entry moves to the ledger of its month."""
    log.change(lambda book: Draft("stopped", put=tuple(map(closed, book.running()))))


def edit(log: Log, number: int) -> None:
    """Change the newest entry's words, and move it to another month now and then."""

    def decide(book: Book) -> Draft:
        newest = book.latest(3)[-1:]
        if not newest or not isinstance(newest[0].when, Span):
            return Draft("edited nothing")
        entry = newest[0].replace(note=f"Überarbeitet № {number} 🙂", tags=("a", "b"))
        if number % 3 == 0:
            span = Span(entry.when.start - 31 * 24 * 60 * MINUTE, entry.when.stop - 44_640 * MINUTE)
            entry = entry.replace(when=span)
        return Draft("edited", put=(entry,))

    log.change(decide)


def split(log: Log, number: int) -> None:
    """Cut the newest finished entry in two."""

    def decide(book: Book) -> Draft:
        for entry in book.latest(5):
            if isinstance(entry.when, Span) and entry.when.seconds > 1:
                middle = entry.when.start + timedelta(seconds=entry.when.seconds // 2)
                return Draft(
                    "split",
                    put=(
                        entry.replace(when=Span(entry.when.start, middle)),
                        entry.replace(id=f"s{number}", when=Span(middle, entry.when.stop)),
                    ),
                )
        return Draft("split nothing")

    log.change(decide)


def delete(log: Log, _number: int) -> None:
    """Delete the newest two entries, running or not."""
    log.change(lambda book: Draft("deleted", delete=tuple(e.id for e in book.latest(2))))


def write(log: Log, number: int) -> None:
    """Write on a brief, get a quote, drop an older one: papers and a task's record."""
    name = f"Task {number % 7}"

    def decide(book: Book) -> Draft:
        quotes = [paper.id for paper in book.papers() if paper.id[:1] == "q"]
        return Draft(
            f"wrote on {name}",
            put_tasks=(Task(name, tedium=3, cadence=Cadence("week", weekdays=(number % 7,))),),
            put_papers=(
                Brief(f"b-{number % 7}", name, goals=f"№ {number}", steps=("a", "b")),
                Quote(f"q{number}", name, "firm", "hourly", number, "USD", NOW.date()),
            ),
            drop_papers=tuple(quotes[:1]),
        )

    log.change(decide)


def undo(log: Log, _number: int) -> None:
    """Take one change back, if there is one."""
    try:
        log.undo()
    except Refused:
        return


def redo(log: Log, _number: int) -> None:
    """Take one undo back, if there is one."""
    try:
        log.redo()
    except Refused:
        return


def bring_in(log: Log, number: int) -> None:
    """Import sixty entries over four months, and a few tasks."""
    entries = tuple(
        Entry(
            f"i{number}-{each}",
            f"Task {each % 9}",
            Span(NOW - (each * 47 + 1) * 60 * MINUTE, NOW - (each * 47) * 60 * MINUTE),
            ZONE,
            source="import:test",
            origin=f"{number}-{each}",
        )
        for each in range(60)
    )
    tasks = tuple(Task(f"Task {each}") for each in range(9))
    log.change(lambda _book: Draft("imported", put=entries, put_tasks=tasks))


STEPS: tuple[Callable[[Log, int], None], ...] = (
    start,
    start,
    start,
    stop,
    edit,
    edit,
    split,
    delete,
    write,
    undo,
    undo,
    redo,
    bring_in,
)


def step(log: Log, number: int) -> None:
    """Step ``number`` of an endless day: always the same for the same log and number."""
    Random(number).choice(STEPS)(log, number)  # noqa: S311
