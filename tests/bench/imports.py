"""A Toggl export of 40,000 rows taken in once, then again; and everything written out."""

from __future__ import annotations

import csv
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench import history
from tests.bench.process import Job, interleaved, table
from tracker.domain.span import Span

ROWS = 40_000
TARGETS = {"import 40,000 rows": 150.0, "import them again": 80.0}
HEADERS = [
    "User",
    "Email",
    "Client",
    "Project",
    "Task",
    "Description",
    "Billable",
    "Start date",
    "Start time",
    "End date",
    "End time",
    "Duration",
    "Tags",
]


def toggl_file(path: Path) -> None:
    """A detailed report of ten years, newest first as Toggl writes it."""
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for entry in reversed(list(history.entries(ROWS, yesterday))):
            assert isinstance(entry.when, Span)
            start, stop = entry.when.start, entry.when.stop
            times = (
                f"{start:%Y-%m-%d}",
                f"{start:%H:%M:%S}",
                f"{stop:%Y-%m-%d}",
                f"{stop:%H:%M:%S}",
            )
            row = ("Ann", "a@example.org", "", entry.project, "", entry.task, "No", *times, "", "")
            writer.writerow(row)


def measure(folder: Path, runs: int) -> str:
    """Whole processes; the first import starts from an empty home each time."""
    source = folder / "toggl.csv"
    toggl_file(source)
    ww = str(Path(sys.executable).with_name("ww"))
    fresh, filled = folder / "fresh", folder / "filled"
    env = {"XDG_STATE_HOME": str(folder / "state"), "WORTHWHILE_DEVICE": "bench"}
    take_in = ["import", "toggl", str(source), "--zone", "UTC"]
    remove = [shutil.which("rm") or "rm", "-rf", str(fresh)]
    jobs = [
        Job("import 40,000 rows", [ww, "--home", str(fresh), *take_in], remove, env),
        Job("import them again", [ww, "--home", str(filled), *take_in], env=env),
        Job("export json", [ww, "--home", str(filled), "export", "json"], env=env),
        Job("export csv", [ww, "--home", str(filled), "export", "csv"], env=env),
    ]
    interleaved(jobs[1], [], 1)  # fills the second home
    return table(
        interleaved(Job("bare python", [sys.executable, "-c", "pass"]), jobs, runs), TARGETS
    )
