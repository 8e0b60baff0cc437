"""The real app killed in each step of a review: it opens there again, with nothing lost."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from tests.bench.terminal import terminal
from tests.fakes import Ids
from tracker.audit.review.review import WEEKLY_STEPS
from tracker.calendar.local import local_day
from tracker.domain.book import Draft
from tracker.domain.entry import Entry
from tracker.domain.papers import Review
from tracker.domain.span import Span
from tracker.store.config import save_settings
from tracker.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bench.terminal import Terminal

WW = [sys.executable, "-c", "from tracker.cli import main; main()"]
LONG = 20.0
LINE = "Two proposals out"


def store(folder: Path) -> Store:
    return Store(
        str(folder / "home"),
        device="d",
        state=str(folder / "state" / "worthwhile"),
        now=time.time,
    )


def kept(folder: Path) -> Review | None:
    return next((one for one in store(folder).papers() if isinstance(one, Review)), None)


def wait(app: Terminal, condition: Callable[[], object]) -> None:
    """Read what is drawn meanwhile: an app whose screen is full waits."""
    end = time.monotonic() + LONG
    while not condition():
        assert time.monotonic() < end
        app.read(0.02)


def test_killed_in_each_step_it_opens_there_again(tmp_path: Path) -> None:
    from datetime import UTC, datetime, timedelta

    log, now = store(tmp_path), datetime.now(UTC).replace(microsecond=0)
    state = str(tmp_path / "state" / "worthwhile")
    save_settings(str(tmp_path / "home"), state, {"answered": True, "remind": False, "zone": "UTC"})
    ids = Ids()
    when = Span(now - timedelta(minutes=30), now - timedelta(minutes=5))
    log.change(lambda _: Draft("added", put=(Entry(ids(), "Email", when, "UTC"),)))
    env = {
        "WORTHWHILE_HOME": str(tmp_path / "home"),
        "WORTHWHILE_DEVICE": "d",
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    for place, step in enumerate(WEEKLY_STEPS):
        with terminal(WW, env) as app:
            app.until(["Time value vs. cost", "help"])
            app.send("4")
            app.until([f"◉ {step.capitalize()}", "next step" if step != "plan" else "close"])
            if step == "plan":
                app.send("e")
                app.settle(0.2)
                app.send(LINE)
                wait(app, lambda: (review := kept(tmp_path)) and review.intention == LINE)
            else:
                app.send("\r")
                following = WEEKLY_STEPS[place + 1]
                wait(app, lambda at=following: (review := kept(tmp_path)) and review.step == at)
        # the block ends with kill -9
    with terminal(WW, env) as app:
        app.until(["Time value vs. cost", "help"])
        app.send("4")
        app.until(["◉ Plan", LINE])
        app.send("e")
        app.settle(0.2)
        app.send("\r")
        wait(app, lambda: (review := kept(tmp_path)) and review.finished)
    review = kept(tmp_path)
    assert review is not None
    assert review.finished == local_day(datetime.now(UTC), "UTC", 0)
    assert review.intention == LINE
    assert review.seen
    assert [entry.task for entry in log.latest(9)] == ["Email"]
