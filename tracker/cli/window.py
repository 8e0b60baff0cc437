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
    """Load the app only now, and let it collect its garbage; ``kept`` as for ``run``."""
    gc.enable()
    if sys.modules.get("datetime") is sys.modules.get("_datetime"):
        sys.modules.pop("datetime", None)  # libraries get the module proper; its classes are these
    from tracker.app import run

    return run(home, environ=context.environ, kept=kept) or 0
