"""An intent as a line that reads back to it, to be edited or repeated."""

from __future__ import annotations

from datetime import UTC

from tracker.calendar.local import zone
from tracker.domain.entry import What
from tracker.domain.errors import WorthwhileError
from tracker.domain.span import Amount, instant
from tracker.intents.intent import Add, Start
from tracker.line.fields import write_duration
from tracker.line.read import TIMED_WORDS, read
from tracker.line.tokens import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo

    from tracker.domain.span import Span

_named = zone


def write(intent: Start | Add, *, now: datetime, zone: str | tzinfo, day_start: int = 0) -> str:
    """The shortest line of a few that :func:`~tracker.line.read.read` reads to ``intent``.

    Holds for whatever ``read`` can mean: plain names, nothing in the future, a timer of at most
    31 days. Of anything else it is the exact line, which may be refused when it is read.
    """
    now, where = instant(now), _named(zone)
    line = ""
    for when in _whens(intent, where):
        for name in (intent.what.task, quoted(intent.what.task)):
            line = " ".join(filter(None, (when, name, about(intent.what))))
            if _reads_back(line, intent, now, where, day_start):
                return line
    return line


def _reads_back(
    line: str, intent: Start | Add, now: datetime, where: tzinfo, day_start: int
) -> bool:
    try:
        return read(line, now=now, zone=where, day_start=day_start) == intent
    except WorthwhileError:
        return False


def write_name(task: str, *, now: datetime) -> str:
    """A task's name as it can be typed: in quotes where it would be read as something else."""
    signs = any(mark.isdigit() or mark in '"@#/' for mark in task)
    if not signs and TIMED_WORDS.isdisjoint(task.lower().split()):
        return task
    return write(Start(What(task)), now=now, zone=UTC)


def about(what: What) -> str:
    """``@project #tag // note``, names in quotes where they need them."""
    parts = [f"@{marked(what.project)}"] if what.project else []
    parts += [f"#{marked(tag)}" for tag in what.tags]
    if what.note:
        parts.append(f"// {what.note}")
    return " ".join(parts)


def marked(name: str) -> str:
    """A project or tag as it stands after its mark."""
    bare = name[0] not in '"#' and not any(sign.isspace() for sign in name)
    return name if bare else quoted(name)


def _whens(intent: Start | Add, where: tzinfo) -> Iterator[str]:
    """When, from the shortest words to the most exact."""
    if isinstance(intent, Start):
        if intent.at is None:
            yield ""
            return
        clock = _clock(intent.at, where)
        yield clock
        yield f"{_date(intent.at, where)} {clock}"
        yield _iso(intent.at)
    elif isinstance(intent.when, Amount):
        yield f"{intent.when.day} {write_duration(intent.when.seconds)}"
    else:
        yield from _blocks(intent.when, where)


def _blocks(span: Span, where: tzinfo) -> Iterator[str]:
    block = f"{_clock(span.start, where)}-{_clock(span.stop, where)}"
    yield block
    yield f"{_date(span.start, where)} {block}"
    yield f"{_iso(span.start)}/{_iso(span.stop)}"


def _clock(at: datetime, where: tzinfo) -> str:
    local = at.astimezone(where)
    return local.strftime("%H:%M:%S" if local.second else "%H:%M")


def _date(at: datetime, where: tzinfo) -> str:
    return at.astimezone(where).date().isoformat()


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
