"""``demo``: the app on a fictional owner's twelve weeks, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.cli.context import Context
from tracker.cli.window import require_terminal, run_app
from tracker.domain.errors import Refused, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 1

_SWEEP = "import shutil, sys; sys.stdin.read(); shutil.rmtree(sys.argv[1], ignore_errors=True)"


def demo(context: Context) -> int:
    """Make the log, open the app on it, and clean up where it is not to be kept."""
    kept = context.request.get("keep")
    seed = _seed(context.request.get("seed"))
    if kept is not None:
        return _keep(context, os.path.abspath(os.path.expanduser(kept)), seed)
    if not context.json:
        require_terminal(context)
    folder = tempfile.mkdtemp(prefix="worthwhile-demo-")
    with swept(folder):
        inner = _moved(context, os.path.join(folder, "home"), os.path.join(folder, "state"))
        made = fill(inner, seed)
        if context.json:
            context.print.json(made)
            return 0
        return run_app(inner, inner.home, kept=False)


@contextmanager
def swept(folder: str) -> Iterator[None]:
    """Remove ``folder`` at the end, however this process ends: even killed, or its terminal closed.

    A helper of a session of its own waits for the end of a pipe that we alone hold.
    """
    broom = subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-I", "-c", _SWEEP, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        broom.communicate()


def _moved(context: Context, home: str, state: str) -> Context:
    """The same request on a log somewhere else, whose machine's state is there too."""
    values = tuple(pair for pair in context.request.values if pair[0] != "home")
    return Context(
        context.request.replace(values=(*values, ("home", home))),
        environ={**context.environ, "WORTHWHILE_STATE": state},
        now=context.now,
        streams=(context.stdin, context.out, context.err),
    )


def _seed(given: str | None) -> int:
    if given is None:
        return SEED
    if not (given.isascii() and given.isdigit()) or len(given) > 9:
        raise UsageError(f'--seed is a whole number such as 7; not "{given}".')
    return int(given)


def _keep(context: Context, folder: str, seed: int) -> int:
    """Fill ``folder`` and say how to use it; in a terminal the app opens on it too."""
    if os.path.exists(folder) and (not os.path.isdir(folder) or os.listdir(folder)):
        raise Refused(f"{folder} is not empty: name a new folder for the demo.")
    inner = _moved(context, folder, context.state)
    made = fill(inner, seed)
    if context.json:
        context.print.json(made)
        return 0
    if context.stdin.isatty() and context.out.isatty():
        run_app(inner, folder, kept=False)
    context.print.line(f"The demo is in {context.print.name(folder)}.")
    context.print.line(f"Look into it: ww --home {context.print.name(folder)} report month")
    return 0


def fill(context: Context, seed: int) -> dict[str, object]:
    """Write the made-up log and its owner's settings down; what was made, as JSON."""
    from tracker.demo import fill as write
    from tracker.demo import generate
    from tracker.store.config import save_settings
    from tracker.store.places import system_zone

    made = generate(seed, now=context.now, zone=system_zone(context.environ))
    write(context.log, made)
    owner = made.settings
    save_settings(
        context.home,
        context.state,
        {
            "income_goal": owner.income_goal,
            "hours_per_day": owner.hours_per_day,
            "days_per_week": owner.days_per_week,
            "weeks_per_year": owner.weeks_per_year,
            "currency": owner.currency,
            "budget": owner.budget,
            "answered": True,
        },
    )
    _close_last_week(context)
    return {
        "home": context.home,
        "seed": seed,
        "entries": len(made.entries),
        "tasks": len(made.tasks),
        "seconds": sum(entry.seconds_at(context.now) for entry in made.entries),
    }


def _close_last_week(context: Context) -> None:
    """Let the review of last week say what the owner saw on its Friday, and be closed."""
    import json

    from tracker.audit.categorise import Catalogue
    from tracker.auditing import survey
    from tracker.domain.period import before, week_of
    from tracker.intents import review as moves
    from tracker.intents.decide import decide
    from tracker.reviewing import Reviewer
    from tracker.store.categories import load_categories

    catalogue, settings = Catalogue(load_categories()), context.settings
    reviewer = Reviewer(context.log, settings, context.zone, catalogue, context.now)
    period = before(week_of(context.clock.today(), settings.week_start))
    looked = reviewer.look(period)
    if looked.paper is None:
        return
    friday = period.first + timedelta(days=4)
    found = survey(context.log, settings, context.zone, catalogue, context.now, as_of=looked.as_of)
    shut = looked.replace(paper=looked.paper.replace(finished=friday))
    seen = json.dumps(reviewer.document(shut, reviewer.advise(shut, found)), ensure_ascii=False)
    wish, moment = moves.close(looked.paper, seen, friday), context.moment()
    context.log.change(lambda book: decide(wish, book, moment))
