"""The bare command: the app, in this terminal."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from tracker.cli.context import Context


def open_app(context: Context) -> int:
    """Open the app on the log of this request."""
    require_terminal(context)
    return run_app(context, context.home)


def require_terminal(context: Context) -> None:
    """Refuse where nobody could see the app or type into it."""
    for stream in (context.stdin, context.out):
        if not stream.isatty():
            raise Refused("The app needs a terminal. Without one: ww status, ww log, ww help.")


def run_app(context: Context, home: str, *, kept: bool = True) -> int:
    """Open the app on the log in ``home`` until it is left; returns the exit code.

    Args:
        context: Of the command, for its environment.
        home: The folder of the log.
        kept: Whether it is the owner's log, whose timer is worth a word on leaving.

    Raises:
        Exception: Whatever ended the app without being foreseen, once the terminal is back.
    """
    gc.disable()  # a launch makes much and drops little: looking for garbage costs a tenth of it
    if sys.modules.get("datetime") is sys.modules.get("_datetime"):
        sys.modules.pop("datetime", None)  # libraries get the module proper; its classes are these
    from datetime import UTC, datetime

    from tracker.app import WorthwhileApp
    from tracker.desk import open_desk

    desk = open_desk(home, context.environ, lambda: datetime.now(UTC).replace(microsecond=0))
    app = WorthwhileApp(desk, started=_collect_garbage, kept=kept)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def _collect_garbage() -> None:
    """Once the first frame is there; and never again over what the launch has loaded."""
    gc.collect()
    gc.freeze()
    gc.enable()
