"""The same question asked of the real commands: ``ww import json``, then ``ww recurring``.

Other people's histories come in this way, so nothing between the file and the answer may
change it: clock times, zones, the local day, the working days taken from the log itself.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.bench.process import environment
from tests.bench.recurrence.generate import Labelled
from tests.bench.recurrence.score import Answer, Pair

WW = str(Path(sys.executable).with_name("ww"))
OPENING = time(7, 30)
OPEN_MINUTES = 15 * 60


def log(tasks: Sequence[Labelled]) -> dict[str, Any]:
    """One person's log in our own format, with clock times in that person's zone.

    The entries of a day follow one another from half past seven on.
    """
    by_day: dict[date, list[str]] = defaultdict(list)
    for task in tasks:
        for day, count in zip(task.days, task.counts, strict=True):
            by_day[day] += [task.name] * count
    zone = tasks[0].zone
    entries = []
    for day, names in sorted(by_day.items()):
        opened = datetime.combine(day, OPENING, ZoneInfo(zone)).astimezone(UTC)
        length = timedelta(minutes=min(35, OPEN_MINUTES // len(names)))
        for place, name in enumerate(names):
            start = opened + place * length
            entries.append({
                "task": name,
                "start": start.isoformat(),
                "stop": (start + length).isoformat(),
                "zone": zone,
            })  # fmt: skip
    return {"version": 1, "tasks": [{"name": task.name} for task in tasks], "entries": entries}


def ask(tasks: Sequence[Labelled]) -> list[Pair]:
    """Import these tasks as one log into a home of its own and read what recurs."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "log.json"
        file.write_text(json.dumps(log(tasks)))
        env = {
            "WORTHWHILE_HOME": f"{folder}/home",
            "WORTHWHILE_DEVICE": "bench",
            "XDG_STATE_HOME": f"{folder}/state",
            "TZ": tasks[0].zone,
        }
        _run(["import", "json", str(file)], env)
        said = json.loads(_run(["recurring", "--as-of", tasks[0].as_of.isoformat(), "--json"], env))
    rows = {row["task"]: row for row in said}
    return [(task, _answer(rows.get(task.name))) for task in tasks]


def ask_alone(tasks: Sequence[Labelled]) -> list[Pair]:
    """The same with each task alone in a home: the log says little of when the person works."""
    return [pair for task in tasks for pair in ask([replace(task, worked=task.days)])]


def _run(words: list[str], env: dict[str, str]) -> str:
    done = subprocess.run(
        [WW, *words], env=environment(env), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"ww {' '.join(words)}: {done.stderr[:500]}")
    return done.stdout


def _answer(row: dict[str, Any] | None) -> Answer:
    if row is None:
        return Answer("none", 0.0)
    return Answer(
        row["cadence"],
        row["confidence"],
        _day(row["next_due"]),
        _day(row["since"]),
        row["status"],
        row.get("tentative") or "",
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
