"""The quick line as the shell hands it over, with what its options add."""

from __future__ import annotations

from tracker.domain.entry import What
from tracker.domain.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from tracker.cli.context import Context
    from tracker.intents.intent import Add, Start


def joined(words: Sequence[str]) -> str:
    """Words as one line; a project or tag that the shell unquoted is quoted again.

    ``ww start invoicing "@Acme Corp"`` arrives without its quotes. A word that stands alone
    is a whole line and is left as it is.
    """
    if len(words) < 2:
        return " ".join(words)
    return " ".join(_requoted(word) for word in words)


def _requoted(word: str) -> str:
    mark, name = word[:1], word[1:]
    if mark not in {"@", "#"} or " " not in name or any(sign in name for sign in '"@#/'):
        return word
    return f'{mark}"{name}"'


def read_text(context: Context, text: str, tasks: Sequence[str] = ()) -> Start | Add:
    """What a quick line says; Unreadable where some of it could not be read.

    The numbers in the names of ``tasks`` are no times.
    """
    from tracker.line import read

    clock = context.clock
    return read(text, now=context.now, zone=clock.zone, tasks=tasks, day_start=clock.day_start)


def read_line(context: Context, words: Sequence[str]) -> Start | Add:
    """What a quick line says, with ``--project``, ``--tag`` and ``--note`` put in."""
    text = joined(words)
    numbered = any(mark.isdigit() for mark in text)  # else the names need not be read here
    names = [task.name for task in context.log.tasks()] if numbered else []
    intent = read_text(context, text, names)
    return intent.replace(what=with_options(context, intent.what))


def with_options(context: Context, what: What) -> What:
    """``what`` with the options that describe it; tags add to those of the line."""
    request = context.request
    return What(
        what.task,
        request.get("project") or what.project,
        tuple(sorted({*what.tags, *(tag.lstrip("#") for tag in request.all("tag"))})),
        request.get("note") or what.note,
    )


def time_option(context: Context, *, taken: datetime | None = None) -> datetime | None:
    """The instant of ``--at``, else ``taken`` from the line; not both."""
    given = context.request.get("at")
    if given is None:
        return taken
    if taken is not None:
        raise UsageError("The time is given twice: leave out --at or the time in the line.")
    return instant(context, given)


def instant(context: Context, text: str, day: date | None = None) -> datetime:
    """A clock time such as ``9:15``, or ``-10m``, as an instant; Unreadable where it is not one."""
    from tracker.line import read_time

    if text.startswith("0:"):  # half past midnight; in a line, 0:30 is a length
        text = "0" + text
    return read_time(text, now=context.now, zone=context.clock.zone, day=day)
