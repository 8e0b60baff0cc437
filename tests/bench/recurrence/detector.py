"""The detector, asked directly: its answers and its times."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from tests.bench.recurrence.generate import Labelled, person
from tests.bench.recurrence.score import Answer, Pair
from tracker.audit.recurrence.recognise import recognise
from tracker.audit.recurrence.working import WorkingTime


def answers(tasks: Sequence[Labelled]) -> tuple[list[Pair], float]:
    """The detector on every task, and the seconds it took, working calendars included."""
    pairs: list[Pair] = []
    sharing = Counter(id(task.worked) for task in tasks)
    worked: tuple[date, ...] = ()
    begun = time.perf_counter()
    for task in tasks:
        if task.worked is not worked:
            worked = task.worked
            working = WorkingTime.of(worked, task.as_of, tasks=sharing[id(worked)])
        found = recognise(task.days, working, task.as_of)
        said = Answer(
            found.cadence, found.confidence, found.next_due,
            found.since, found.status, found.tentative,
        )  # fmt: skip
        pairs.append((task, said))
    return pairs, time.perf_counter() - begun


def ten_years(seed: int) -> float:
    """Seconds for 60 tasks of all kinds whose log is ten years long, nothing known before."""
    tasks = person(seed, 0, tasks=60, days=3652)
    return answers(tasks)[1] * 60 / len(tasks)


def ten_random_years(seed: int) -> float:
    """The same for 60 tasks without any rhythm, each on about 600 days: the hardest to judge."""
    random_ = random.Random(seed)  # noqa: S311
    as_of = date(2026, 11, 20)
    workdays = [as_of - timedelta(days=n) for n in range(3652, -1, -1)]
    workdays = [day for day in workdays if day.weekday() < 5]
    worked = tuple(workdays)
    held = (tuple(day for day in workdays if random_.random() < 0.23) for _ in range(60))
    tasks = [
        Labelled("", "random", days, (1,) * len(days), worked, as_of, "as-needed") for days in held
    ]
    return answers(tasks)[1]
