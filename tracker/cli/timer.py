"""``start``, ``stop``, ``continue``, ``switch`` and ``cancel``."""

from __future__ import annotations

from tracker.cli.change import perform

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.cli.context import Context


def start(context: Context) -> int:
    """Start a timer; a line with an end is logged as the block it is."""
    from tracker.cli.quick import read_line, time_option, with_options
    from tracker.domain.entry import What
    from tracker.intents.intent import Start

    words = context.request.words
    if not words:
        what = with_options(context, What(""))
        return perform(context, Start(what, time_option(context)))
    intent = read_line(context, words)
    if isinstance(intent, Start):
        intent = Start(intent.what, time_option(context, taken=intent.at))
    return perform(context, intent)


def switch(context: Context) -> int:
    """Start something else; refused where nothing runs."""
    from tracker.cli.quick import read_line, time_option
    from tracker.domain.errors import UsageError
    from tracker.intents.intent import Start, Switch

    intent = read_line(context, context.request.words)
    if not isinstance(intent, Start):
        raise UsageError("That is a finished block, not a switch: log it with ww add.")
    return perform(context, Switch(intent.what, time_option(context, taken=intent.at)))


def stop(context: Context) -> int:
    """Stop what runs, now or at the time given."""
    from tracker.cli.quick import instant, time_option
    from tracker.intents.intent import Stop

    words = context.request.line()
    at = instant(context, words) if words else None
    return perform(context, Stop(time_option(context, taken=at)))


def resume(context: Context) -> int:
    """Start again what an entry, or the last one, was about."""
    from tracker.cli.handles import named
    from tracker.cli.quick import time_option
    from tracker.intents.intent import Continue

    words = context.request.words
    entry_id = named(context.log, words[0]).id if words else ""
    return perform(context, Continue(entry_id, time_option(context)))


def cancel(context: Context) -> int:
    """Throw the running timer away."""
    from tracker.intents.intent import Cancel

    return perform(context, Cancel())
