"""Watson: its ``frames`` file, ``watson log --json`` and ``--csv``.

Watson's project is the task; its tags are tags. What runs stands in a file ``state`` beside
``frames``. Instants of frames and of JSON are seconds or have an offset; those of CSV are
local. Frames and JSON give the same entries, so one after the other adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tracker.domain.errors import ImportRefused, InvalidValue
from tracker.domain.span import OpenSpan, Span
from tracker.exchange import jsontext
from tracker.exchange.clocked import stamp
from tracker.exchange.ours import moment
from tracker.exchange.row import Format, Reading, Reject, Row
from tracker.exchange.source import beside, read_text, shown
from tracker.exchange.table import Table
from tracker.exchange.wallclock import Days, seconds_of_day
from tracker.exchange.wording import Worded, spent, worded

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS = {name: (name,) for name in ("id", "start", "stop", "project", "tags")}


def recognise(text: str) -> bool:
    """Whether it is Watson's, by its first frame or its header."""
    start = text[:200].lstrip()
    if start.startswith("{"):
        return start[1:].lstrip().startswith('"project"')
    if not start.startswith("["):
        return Table(text, _COLUMNS).headers == _COLUMNS.keys()
    try:
        first = next(jsontext.array(text), None)
    except ImportRefused:
        return False
    return first is not None and (_is_frame(first.value) or _is_logged(first.value))


def _is_frame(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) >= 3
        and all(type(part) in (int, float) for part in value[:2])
        and isinstance(value[2], str)
    )


def _is_logged(value: object) -> bool:
    return isinstance(value, dict) and {"project", "start"} <= value.keys() and "task" not in value


def items(text: str, reading: Reading) -> Iterator[Row | Reject]:
    """The frames, and the one that runs; raises ImportRefused for broken JSON."""
    start = text.lstrip()[:1]
    if start == "{":
        yield from _running(text, reading)
    elif start == "[":
        for line, value in jsontext.array(text):
            read = _logged if _is_logged(value) else _frame
            try:
                yield read(line, value, reading)
            except InvalidValue as fault:
                yield Reject(line, str(fault))
        yield from _state(reading)
    else:
        yield from _table(text, reading)


def folder(path: Path, reading: Reading) -> Iterator[Row | Reject]:
    """The frames in Watson's own folder; raises ImportRefused where there are none."""
    frames = path / "frames"
    if not frames.is_file():
        raise ImportRefused(
            f"{shown(str(path))} holds no file frames: name Watson's folder, "
            "usually ~/.config/watson."
        )
    text = read_text(str(frames))
    for item in items(text, reading.next_to(beside(str(frames)))):
        yield item if item.file else item._replace(file="frames")


def _frame(line: int, value: object, reading: Reading) -> Row:
    """``[start, stop, project, id, tags, updated]``; the last three may be missing."""
    if not isinstance(value, list) or not _is_frame(value):
        raise InvalidValue("A frame reads: [start, stop, project, id, tags, updated].")
    tags = value[4] if len(value) > 4 else []
    when = Span(_instant(value[0]), _instant(value[1]))
    return _row(line, when, value[2], tags, reading)


def _logged(line: int, value: object, reading: Reading) -> Row:
    """An object of ``watson log --json``."""
    if not isinstance(value, dict):
        raise InvalidValue("An object with fields was expected here.")
    project, start, stop = (value.get(name) or "" for name in ("project", "start", "stop"))
    if not all(isinstance(text, str) for text in (project, start, stop)):
        raise InvalidValue("project, start and stop must be texts.")
    begin, warning = moment(start, "start", reading.clock)
    end, also = moment(stop, "stop", reading.clock)
    row = _row(line, Span(begin, end), project, value.get("tags"), reading)
    return row._replace(warning=f"{warning} {also} {row.warning}".strip())


def _state(reading: Reading) -> Iterator[Row | Reject]:
    """What runs, from the file beside the frames."""
    text = reading.beside("state")
    if not text.strip():
        return
    try:
        yield from (item._replace(file="state") for item in _running(text, reading))
    except ImportRefused as fault:
        yield Reject(1, f"What runs could not be read: {fault}", "state")


def _running(text: str, reading: Reading) -> Iterator[Row | Reject]:
    """``{"project": ..., "start": seconds, "tags": [...]}``, or ``{}`` where nothing runs."""
    state = jsontext.fields(text)
    if not state:
        return
    project, tags = state.get("project"), state.get("tags", [])
    if not isinstance(project, str):
        yield Reject(1, "What runs has no project.")
        return
    labels = [item.value for item in tags] if isinstance(tags, list) else tags
    try:
        yield _row(1, OpenSpan(_instant(state.get("start"))), project, labels, reading)
    except InvalidValue as fault:
        yield Reject(1, str(fault))


def _table(text: str, reading: Reading) -> Iterator[Row | Reject]:
    """The rows of ``watson log --csv``; raises ImportRefused where its columns are missing."""
    table = Table(text, _COLUMNS, ("project",))
    missing = [name for name in ("start", "stop", "project") if name not in table.found]
    if missing:
        raise ImportRefused(
            "This is neither Watson's frames nor watson log --json or --csv: "
            f"it has no column {', '.join(missing)}."
        )
    pick = table.picker("start", "stop", "project", "tags")
    days = Days(
        reading.date_order,
        lambda: (cell.strip().partition(" ")[0] for cell in table.column("start", "stop")),
    )
    for item in table:
        if isinstance(item, Reject):
            yield item
            continue
        begin, end, project, tags = pick(item.cells)
        try:
            start, stop = (
                (days.read(day), seconds_of_day(clock))
                for day, _, clock in (cell.strip().partition(" ") for cell in (begin, end))
            )
            span, warning = reading.clock.span(start, stop)
            row = _row(item.line, span, project, tags.split(","), reading)
        except InvalidValue as fault:
            yield Reject(item.line, str(fault))
            continue
        key = worded(project, "", tags.split(",")).key
        yield row._replace(
            origin=f"{key}\x1f{stamp(*start)}/{stamp(*stop)}",
            warning=f"{warning} {row.warning}".strip(),
        )


def _row(line: int, when: Span | OpenSpan, project: str, tags: object, reading: Reading) -> Row:
    words = _words(project, tags)
    return spent(words, when, reading.clock.name, line)


def _words(project: str, tags: object) -> Worded:
    labels = [] if tags is None else tags
    if not isinstance(labels, list) or not all(isinstance(tag, str) for tag in labels):
        raise InvalidValue("tags must be a list of texts.")
    return worded(project, "", labels)


def _instant(seconds: object) -> datetime:
    """The instant of seconds since 1970; raises InvalidValue."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise InvalidValue("A time is a number of seconds since 1970.")
    try:
        return _EPOCH + timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        raise InvalidValue("A time is too far away to be one.") from None


FORMAT = Format("watson", "Watson (frames, log --json or --csv)", recognise, items, folder)
