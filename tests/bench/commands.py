"""The commands typed all day, on ten years of history, beside timewarrior where it is installed."""

from __future__ import annotations

import shutil
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.bench import history
from tests.bench.process import Job, interleaved, table
from tracker.store.store import Store

TARGETS = {
    "status": 2.2,
    "start": 3.0,
    "stop": 3.0,
    "add": 3.0,
    "report week": 2.8,
    "report year": 3.0,
    "report all": 8.0,
    "recurring cold": 40.0,
    "recurring unchanged": 6.0,
    "audit cold": 40.0,
    "audit unchanged": 6.0,
}
"""Times of bare Python; for ``recurring`` those of ``audit``, which does the same and judges."""


def fill(folder: Path, count: int, last_day: date) -> dict[str, str]:
    """A home with ``count`` entries; returns the environment that points at it."""
    home, state = folder / "home", folder / "state"
    store = Store(str(home), device="bench", state=str(state / "worthwhile"), now=time.time)
    store.change(lambda _book: history.draft(count, last_day))
    return {
        "WORTHWHILE_HOME": str(home),
        "WORTHWHILE_DEVICE": "bench",
        "XDG_STATE_HOME": str(state),
        "NO_COLOR": "1",
    }


def fill_timewarrior(folder: Path, count: int, last_day: date) -> dict[str, str]:
    """The same history as timewarrior keeps it."""
    data = folder / "data"
    data.mkdir(parents=True)
    (folder / "timewarrior.cfg").write_text("verbose = 0\nconfirmation = 0\n")
    for name, lines in history.timewarrior_lines(count, last_day).items():
        (data / name).write_text("\n".join(lines) + "\n")
    (data / "tags.data").write_text("{}")
    return {"TIMEWARRIORDB": str(folder)}


def ww_jobs(env: dict[str, str], suffix: str = "") -> list[Job]:
    """Our commands; those that write are undone by the untimed step before the next run."""
    ww = str(Path(sys.executable).with_name("ww"))
    block = f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%d} 2:00-2:05 Bench"
    first, second, third = ([ww, "start", f"{work} for Acme"] for work in history.WORK[:3])
    return [
        Job("status" + suffix, [ww, "status"], env=env),
        Job("start" + suffix, first, second, env),
        Job("stop" + suffix, [ww, "stop"], third, env),
        Job("add" + suffix, [ww, "add", "--trim", block], env=env),
        Job("report week" + suffix, [ww, "report", "week"], env=env),
        Job("report year" + suffix, [ww, "report", "last 365 days"], env=env),
        Job("report all" + suffix, [ww, "report", "all"], env=env),
    ]


def audit_jobs(env: dict[str, str]) -> list[Job]:
    """What looks at the whole log: with nothing known before, and with nothing changed since."""
    ww = str(Path(sys.executable).with_name("ww"))
    forget = ["rm", "-rf", f"{env['XDG_STATE_HOME']}/worthwhile/cache"]
    return [
        job
        for name in ("recurring", "audit")
        for job in (
            Job(f"{name} cold", [ww, name], forget, env),
            Job(f"{name} unchanged", [ww, name], [ww, name], env),
        )
    ]


def measure(folder: Path, runs: int) -> str:
    """Both tables: against the targets, and 40,000 entries against 400."""
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    bare = Job("bare python", [sys.executable, "-c", "pass"])
    large = fill(folder / "large", history.ENTRIES, yesterday)
    small = fill(folder / "small", 400, yesterday)
    jobs = ww_jobs(large)
    if shutil.which("timew"):
        theirs = fill_timewarrior(folder / "timew", history.ENTRIES, yesterday)
        week, year = (f"{yesterday - timedelta(days=n):%Y-%m-%d}" for n in (7, 365))
        jobs += [
            Job("timew status", ["timew", "get", "dom.active"], env=theirs),
            Job("timew summary week", ["timew", "summary", week, "-", "tomorrow"], env=theirs),
            Job("timew summary year", ["timew", "summary", year, "-", "tomorrow"], env=theirs),
            Job("timew summary all", ["timew", "summary", ":all"], env=theirs),
        ]
    first = interleaved(bare, jobs, runs)
    # Apart from the others, whose reports rest on what a cold run forgets.
    first += interleaved(bare, audit_jobs(large), max(3, runs // 3))[1:]
    growth = interleaved(bare, [*ww_jobs(large)[:4], *ww_jobs(small, " (400)")[:4]], runs)
    ratios = {result.name: result.ratio for result in growth}
    lines = [
        f"{name}: {ratios[name] / ratios[name + ' (400)']:.2f} (reach 1.1)"
        for name in ratios
        if name + " (400)" in ratios
    ]
    return f"{table(first, TARGETS)}\n\n39,150 entries against 400:\n" + "\n".join(lines)
