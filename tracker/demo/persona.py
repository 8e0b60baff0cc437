"""The persona's habits, read from the data file into values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.domain.settings import Settings
from tracker.domain.task import Task

_FILE = Path(__file__).parent.parent / "data" / "demo.json"


@dataclass(frozen=True, slots=True)
class Work:
    """One thing the persona does: its words, how long it takes, and when it is due.

    Attributes:
        minutes: Shortest and longest.
        slot: Where in the day it falls: 0 first thing .. 4 last thing.
        when: Its rhythm, as ``(kind, detail)``; see :mod:`tracker.demo.rhythm`.
        miss: Share of due days on which it is skipped.
        weight: Against its neighbours, where one of several is chosen or a day is shared out.
        notes: One is chosen each time; may hold ``{month}``.
    """

    name: str
    project: str = ""
    tags: tuple[str, ...] = ()
    minutes: tuple[int, int] = (0, 0)
    slot: int = 0
    when: tuple[str, Any] = ("every", 1)
    miss: float = 0.0
    weight: int = 1
    notes: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Share:
    """How often and how long something is done: weekdays, and shortest and longest minutes."""

    weekdays: tuple[int, ...]
    minutes: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Handed:
    """Work that went to other hands: as it was done before its trial, and what is left since.

    Attributes:
        trial: Days from the last one of the log to the first of the trial; negative.
        redo: Days, counted alike, on or after which it was done once more.
        redo_minutes: How long that took.
    """

    work: Work
    trial: int
    before: Share
    after: Share
    redo: tuple[int, ...] = ()
    redo_minutes: int = 0
    redo_note: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    """Everything the generator needs to know about the made-up owner."""

    settings: Settings
    tasks: tuple[Task, ...]
    habits: tuple[Work, ...]
    filling: tuple[Work, ...]
    today: tuple[Work, ...]
    running: Work
    handed: tuple[Handed, ...]
    months: tuple[str, ...]


def load_persona(path: Path = _FILE) -> Persona:
    """The persona of the data file that comes with the program."""
    data = json.loads(path.read_text("utf-8"))
    given = data["settings"]
    settings = Settings(**{**given, "rates": tuple(sorted(given["rates"].items()))}, answered=True)
    return Persona(
        settings=settings,
        tasks=_tasks(data),
        habits=tuple(_work(row) for row in data["tasks"]),
        filling=tuple(_work(row) for row in data["filling"]),
        today=tuple(_work(row) for row in data["today"]),
        running=_work(data["running"]),
        handed=tuple(_handed(row) for row in data["handed"]),
        months=tuple(data["months"]),
    )


def _tasks(data: dict[str, Any]) -> tuple[Task, ...]:
    """A task for each habit and each filling, with what the persona says of it."""
    habits = [
        Task(name=row["name"], category=row.get("category", ""), **row.get("rated", {}))
        for row in (*data["tasks"], *data["handed"])
    ]
    return (*habits, *(Task(name=name, **rated) for name, rated in data["filling_rated"].items()))


def _work(row: dict[str, Any]) -> Work:
    low, high = row.get("minutes", (0, 0))
    return Work(
        name=row["name"],
        project=row.get("project", ""),
        tags=tuple(row.get("tags", ())),
        minutes=(low, high),
        slot=row.get("slot", 0),
        when=next(iter(row.get("when", {"every": 1}).items())),
        miss=row.get("miss", 0.0),
        weight=row.get("weight", 1),
        notes=tuple(row.get("notes", (row.get("note", ""),))),
    )


def _handed(row: dict[str, Any]) -> Handed:
    redo = row.get("redo", {})
    return Handed(
        work=_work(row),
        trial=row["trial"],
        before=_share(row["before"]),
        after=_share(row["after"]),
        redo=tuple(redo.get("days", ())),
        redo_minutes=redo.get("minutes", 0),
        redo_note=redo.get("note", ""),
    )


def _share(row: dict[str, Any]) -> Share:
    low, high = row["minutes"]
    return Share(tuple(row["weekdays"]), (low, high))
