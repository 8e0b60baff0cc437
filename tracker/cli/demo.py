"""``demo``: the app on a fictional owner's twelve weeks, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import TYPE_CHECKING

from tracker.cli.window import require_terminal, run_app
from tracker.domain.errors import Refused, UsageError

if TYPE_CHECKING:
    from tracker.cli.context import Context

SEED = 1


def demo(context: Context) -> int:
    """Make the log, open the app on it, and clean up where it is not to be kept."""
    kept = context.request.get("keep")
    seed = _seed(context.request.get("seed"))
    if kept is not None:
        return _keep(context, os.path.abspath(os.path.expanduser(kept)), seed)
    if not context.json:
        require_terminal(context)
    folder = tempfile.mkdtemp(prefix="worthwhile-demo-")
    try:
        made = fill(context, folder, seed)
        if context.json:
            context.print.json(made)
            return 0
        return run_app(context, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
    made = fill(context, folder, seed)
    if context.json:
        context.print.json(made)
        return 0
    if context.stdin.isatty() and context.out.isatty():
        run_app(context, folder)
    context.print.line(f"The demo is in {context.print.name(folder)}.")
    context.print.line(f"Look into it: ww --home {context.print.name(folder)} report month")
    return 0


def fill(context: Context, folder: str, seed: int) -> dict[str, object]:
    """Write the made-up log and its owner's settings into ``folder``; what was made, as JSON."""
    from tracker.demo import fill as write
    from tracker.demo import generate
    from tracker.store.config import save_settings
    from tracker.store.places import system_zone

    made = generate(seed, now=context.now, zone=system_zone(context.environ))
    write(context.open(folder), made)
    owner = made.settings
    save_settings(
        folder,
        context.state,
        {
            "income_goal": owner.income_goal,
            "hours_per_day": owner.hours_per_day,
            "days_per_week": owner.days_per_week,
            "weeks_per_year": owner.weeks_per_year,
            "currency": owner.currency,
            "answered": True,
        },
    )
    return {
        "home": folder,
        "seed": seed,
        "entries": len(made.entries),
        "tasks": len(made.tasks),
        "seconds": sum(entry.seconds_at(context.now) for entry in made.entries),
    }
