"""klog's plain text (public specification, version 1.4): a record a day, entries below.

``8:00 - 9:00`` is a span, ``8:00 - ?`` still runs, ``1h30m`` is an amount on the day of its
record. ``<23:40`` and ``0:30>`` are times of the day before and after. A negative duration is
a break: it is taken from the entries of its record, so that the hours are those klog adds up.
A should-total such as ``(8h!)`` is a wish and not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.domain.errors import InvalidValue
from tracker.domain.span import Amount, OpenSpan, Span, When
from tracker.exchange.clocked import stamp
from tracker.exchange.klog_words import words_of
from tracker.exchange.row import Format, Item, Reading, Reject, Row
from tracker.exchange.wallclock import DAY_SECONDS, Days, WallClock, seconds_of_day

_HEAD = re.compile(r"(\d{4}([-/])\d\d\2\d\d)(?:[ \t]+\([^()]*\))?\s*", re.ASCII)
_TIME = r"<?\d{1,2}:\d\d(?:am|pm)?>?"
_RANGE = re.compile(rf"({_TIME})\s*-\s*({_TIME}|\?+)(?:\s+(.*))?", re.ASCII)
_LENGTH = re.compile(r"([+-]?)(?=\d)(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:\s+(.*))?", re.ASCII)
_BLANK = " \t\u00a0\u3000"


def recognise(text: str) -> bool:
    """Whether the first line that says something is the date of a record."""
    first = next((line for line in text[:20_000].split("\n") if line.strip()), "")
    return bool(_HEAD.fullmatch(first))


@dataclass(slots=True)
class _Entry:
    """An entry.

    Attributes:
        line: Where it starts, from 1.
        when: As the file has it.
        stamp: The same as text, free of zones; of a running one without its end.
        summary: Its lines of text.
        warning: About its times; empty where nothing was odd.
        off: Seconds that breaks have taken.
    """

    line: int
    when: When
    stamp: str
    summary: list[str]
    warning: str = ""
    off: int = 0

    @property
    def left(self) -> int:
        """Seconds a break can still take; none while it runs."""
        return 0 if isinstance(self.when, OpenSpan) else self.when.seconds - self.off


@dataclass(slots=True)
class _Break:
    """A negative duration.

    Attributes:
        line: Where it stands, from 1.
        seconds: How long it is.
        place: How many entries stand above it in its record.
        summary: Its lines of text, which are not kept.
    """

    line: int
    seconds: int
    place: int
    summary: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Record:
    """A record; without a day where its date could not be read."""

    day: date | None
    summary: list[str] = field(default_factory=list)
    indent: str = ""
    entries: list[_Entry] = field(default_factory=list)
    breaks: list[_Break] = field(default_factory=list)
    last: _Entry | _Break | None = None


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The entries of all records, in the order of the file."""
    reader = _Reader(reading.clock)
    for number, line in enumerate(text.split("\n"), 1):
        content = line.rstrip(_BLANK + "\r")
        if not content:
            yield from reader.close()
        elif line[0] in _BLANK:
            yield from reader.indented(number, content)
        else:
            yield from reader.flush_left(number, content)
    yield from reader.close()


class _Reader:
    """Puts lines together to records."""

    def __init__(self, clock: WallClock) -> None:
        self._clock = clock
        self._days = Days("", lambda: ())
        self._record: _Record | None = None

    def close(self) -> Iterator[Item]:
        """Rows of the record that ends here, if one does."""
        record, self._record = self._record, None
        if record:
            yield from _rows(record, self._clock.name)

    def flush_left(self, number: int, line: str) -> Iterator[Item]:
        """A date begins a record, other text is the summary of the one there is."""
        record = self._record
        if head := _HEAD.fullmatch(line):
            yield from self.close()
            self._record = _Record(None)
            try:
                self._record.day = self._days.read(head[1])
            except InvalidValue as fault:
                yield Reject(number, str(fault))
        elif record is None:
            self._record = _Record(None)
            yield Reject(number, "A record starts with its date, such as 2026-02-16.")
        elif record.last:
            yield Reject(number, "An entry is indented, by two to four blanks or a tab.")
        else:
            record.summary.append(line)

    def indented(self, number: int, line: str) -> Iterator[Item]:
        """An entry, or a further line of the summary of the last one."""
        record = self._record
        if record is None:
            yield Reject(number, "An entry needs a record with a date above it.")
            return
        words = line.lstrip(_BLANK)
        indent = line[: len(line) - len(words)]
        record.indent = record.indent or indent
        if record.last and len(indent) > len(record.indent):
            record.last.summary.append(words)
            return
        if record.day is None:
            yield Reject(number, "The date above it cannot be read.")
            return
        try:
            self._add(record, number, words, record.day)
        except InvalidValue as fault:
            yield Reject(number, str(fault))

    def _add(self, record: _Record, number: int, words: str, day: date) -> None:
        """Put an entry or a break into its record; raises InvalidValue."""
        if found := _RANGE.fullmatch(words):
            record.last = self._range(number, day, found[1], found[2], found[3])
            record.entries.append(record.last)
            return
        length = _LENGTH.fullmatch(words)
        if not length or (length[2] and length[3] and int(length[3]) > 59):
            raise InvalidValue("An entry starts with 8:00 - 9:00, 8:00 - ?, 1h30m or -45m.")
        seconds = int(length[2] or 0) * 3600 + int(length[3] or 0) * 60
        if length[1] == "-":
            record.last = _Break(number, seconds, len(record.entries))
            record.breaks.append(record.last)
            return
        written = f"{day.isoformat()}|{seconds}"
        record.last = _Entry(number, Amount(day, seconds), written, _summary(length[4]))
        record.entries.append(record.last)

    def _range(self, number: int, day: date, first: str, last: str, text: str | None) -> _Entry:
        start, summary = _wall(first, day), _summary(text)
        if last.startswith("?"):
            instant, warning = self._clock.instant(*start)
            return _Entry(number, OpenSpan(instant), f"{stamp(*start)}/", summary, warning)
        stop = _wall(last, day)
        span, warning = self._clock.span(start, stop)
        return _Entry(number, span, f"{stamp(*start)}/{stamp(*stop)}", summary, warning)


def _summary(text: str | None) -> list[str]:
    return [text] if text else []


def _wall(text: str, day: date) -> tuple[date, int]:
    """Day and seconds after midnight of ``8:00``, ``<23:40``, ``0:30>``, ``24:00``."""
    seconds = seconds_of_day(text.strip("<>"))
    shift = text.endswith(">") - text.startswith("<")
    if seconds == DAY_SECONDS:
        if shift > 0:
            raise InvalidValue(f"{text} is not a time: write the day after as a record.")
        shift, seconds = shift + 1, 0
    return day + timedelta(days=shift), seconds


def _rows(record: _Record, zone: str) -> Iterator[Item]:
    """The entries with every break taken off."""
    for pause in record.breaks:
        missing = _take_off(record.entries, pause)
        if missing:
            yield Reject(
                pause.line,
                f"The break is longer than the time of its record: {missing // 60} minutes "
                "of it could not be taken off.",
            )
    for entry in record.entries:
        try:
            yield _row(entry, record, zone)
        except InvalidValue as fault:
            yield Reject(entry.line, str(fault))


def _take_off(entries: list[_Entry], pause: _Break) -> int:
    """Take a break from what stands above it, the nearest first, then from what is below.

    Returns:
        The seconds for which there was no time.
    """
    missing = pause.seconds
    for entry in (*reversed(entries[: pause.place]), *entries[pause.place :]):
        taken = min(missing, entry.left)
        entry.off += taken
        missing -= taken
    return missing


def _row(entry: _Entry, record: _Record, zone: str) -> Row:
    words = words_of(entry.summary, record.summary)
    when, warning = _shortened(entry)
    origin = f"{words.key}\x1f{entry.stamp}"
    begun = f"{words.key}\x1f{entry.stamp.partition('/')[0]}/" if "/" in entry.stamp else ""
    said = " ".join(filter(None, (entry.warning, warning, words.warning)))
    return Row(words.what, when, zone, None, origin, entry.line, begun=begun, warning=said)


def _shortened(entry: _Entry) -> tuple[When, str]:
    """When it was without its breaks, and a warning where some were taken off."""
    when = entry.when
    if isinstance(when, OpenSpan) or not entry.off:
        return when, ""
    if not entry.left:
        raise InvalidValue("A break takes all of its time.")
    minutes = entry.off // 60
    if isinstance(when, Amount):
        return Amount(when.day, entry.left), f"{minutes} minutes of break taken off."
    stop = when.stop - timedelta(seconds=entry.off)
    return Span(when.start, stop), f"{minutes} minutes of break taken off its end."


FORMAT = Format("klog", "klog's plain text (.klg)", recognise, items)
