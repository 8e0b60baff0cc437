"""ActivityWatch's bucket export (JSON): which program was in front, as suggestions.

Time away from the keyboard is left out. Every ten minutes belong to the program that had most
of them; neighbouring ones of the same program are one suggestion, from the first to the last
second in use. Window titles are private: they are dropped unless they are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from tracker.domain.errors import ImportRefused, InvalidValue
from tracker.domain.span import Span, instant
from tracker.exchange import jsontext
from tracker.exchange.row import Format, Item, Reading, Reject, Row
from tracker.exchange.wording import worded

BLOCK = 600
"""Seconds: what happened in ten minutes is one piece of work."""
LEAST = 60
"""Seconds of use below which a block is nobody's."""
_LONGEST = 86_400.0


class Use(NamedTuple):
    """A program in front of someone, ``[start, stop)`` in epoch seconds."""

    start: float
    stop: float
    app: str
    title: str


@dataclass(slots=True)
class _Run:
    """Neighbouring blocks of one program."""

    app: str
    start: float
    stop: float
    block: int
    titles: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Host:
    """What is known of one machine.

    Attributes:
        uses: Which program was in front.
        there: When somebody was there, ``[start, stop)`` in epoch seconds.
        watched: Whether it is known at all when somebody was.
    """

    uses: list[Use] = field(default_factory=list)
    there: list[tuple[float, float]] = field(default_factory=list)
    watched: bool = False


def recognise(text: str) -> bool:
    """Whether it begins as a bucket export does."""
    start = text[:200].lstrip()
    return start.startswith("{") and start[1:].lstrip().startswith('"buckets"')


def items(text: str, reading: Reading) -> Iterator[Item]:
    """What the programs were used for; raises ImportRefused where it is no such export."""
    buckets = jsontext.fields(text).get("buckets")
    if not isinstance(buckets, dict):
        raise ImportRefused("This is no export of ActivityWatch: it has no buckets.")
    hosts: dict[str, _Host] = {}
    for name, bucket in buckets.items():
        if isinstance(bucket, dict):
            host = hosts.setdefault(str(bucket.get("hostname", "")), _Host())
            yield from _bucket(str(name)[:80], bucket, host)
        else:
            yield Reject(1, f"{str(name)[:80]} is no bucket.")
    for host in hosts.values():
        if host.uses and not host.watched:
            reading.warnings.append("It does not say when nobody was there: all of it is taken.")
        uses = _while_there(host.uses, host.there) if host.watched else host.uses
        for run in _runs(uses):
            yield _row(run, reading)


def _bucket(name: str, bucket: dict[str, Any], host: _Host) -> Iterator[Reject]:
    """Add the events of a bucket to what is known of its machine."""
    kind = bucket.get("type")
    host.watched = host.watched or kind == "afkstatus"
    for number, event in enumerate(_events(bucket), 1):
        try:
            if kind == "currentwindow":
                host.uses.append(_use(event))
            elif kind == "afkstatus":
                start, stop, data = _stretch(event)
                if data.get("status") == "not-afk":
                    host.there.append((start, stop))
        except InvalidValue as fault:
            yield Reject(1, f"Event {number} of {name}: {fault}")


def _events(bucket: dict[str, Any]) -> list[Any]:
    found = bucket.get("events")
    return found if isinstance(found, list) else []


def _stretch(event: object) -> tuple[float, float, dict[str, Any]]:
    """When an event was, and what it says; raises InvalidValue."""
    if not isinstance(event, dict) or not isinstance(event.get("data"), dict):
        raise InvalidValue("An event has a timestamp, a duration and data.")
    length = event.get("duration")
    if isinstance(length, bool) or not isinstance(length, (int, float)):
        raise InvalidValue("Its duration is no number.")
    if not 0 <= length <= _LONGEST:
        raise InvalidValue("Its duration is not between 0 and a day.")
    try:
        start = datetime.fromisoformat(str(event.get("timestamp")))
    except ValueError:
        raise InvalidValue("Its timestamp is no time.") from None
    second = instant(start if start.tzinfo else start.replace(tzinfo=UTC)).timestamp()
    return second, second + length, event["data"]


def _use(event: object) -> Use:
    start, stop, data = _stretch(event)
    app, title = data.get("app", ""), data.get("title", "")
    if not isinstance(app, str) or not isinstance(title, str):
        raise InvalidValue("Its app and title must be texts.")
    return Use(start, stop, app, title)


def _while_there(uses: list[Use], there: list[tuple[float, float]]) -> Iterator[Use]:
    """The parts of uses in which somebody was there."""
    spans = _joined(there)
    place = 0
    for use in sorted(uses):
        while place < len(spans) and spans[place][1] <= use.start:
            place += 1
        at = place
        while at < len(spans) and spans[at][0] < use.stop:
            start, stop = spans[at]
            yield use._replace(start=max(start, use.start), stop=min(stop, use.stop))
            at += 1


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """In order, those that touch or overlap as one."""
    found: list[tuple[float, float]] = []
    for start, stop in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        elif stop > start:
            found.append((start, stop))
    return found


def _runs(uses: Iterable[Use]) -> list[_Run]:
    """Each block for the program that had most of it, neighbours joined."""
    blocks: dict[int, list[Use]] = {}
    for use in uses:
        for block in range(int(use.start // BLOCK), int(use.stop // BLOCK) + 1):
            start, stop = max(use.start, block * BLOCK), min(use.stop, (block + 1) * BLOCK)
            if stop > start:
                blocks.setdefault(block, []).append(use._replace(start=start, stop=stop))
    runs: list[_Run] = []
    for block, parts in sorted(blocks.items()):
        app = _most(parts)
        if not app:
            continue
        own = [part for part in parts if part.app == app]
        if not (runs and runs[-1].app == app and runs[-1].block == block - 1):
            runs.append(_Run(app, min(part.start for part in own), 0, block))
        run = runs[-1]
        run.block, run.stop = block, max(part.stop for part in own)
        for part in own:
            run.titles[part.title] += round(part.stop - part.start)
    return runs


def _most(parts: list[Use]) -> str:
    """The program with the most seconds; none where nothing was used for long enough."""
    seconds: Counter[str] = Counter()
    for part in parts:
        seconds[part.app] += round(part.stop - part.start)
    if sum(seconds.values()) < LEAST:
        return ""
    return min(seconds, key=lambda app: (-seconds[app], app))


def _row(run: _Run, reading: Reading) -> Row:
    title = run.titles.most_common(1)[0][0] if reading.titles and run.titles else ""
    start = datetime.fromtimestamp(int(run.start), UTC)
    stop = max(datetime.fromtimestamp(int(run.stop), UTC), start + timedelta(seconds=1))
    words = worded(run.app, "", (), title)
    return Row(
        words.what,
        Span(start, stop),
        reading.clock.name,
        None,
        f"{run.app}\x1f{start.isoformat()}",
        1,
        warning=words.warning,
    )


FORMAT = Format("activitywatch", "ActivityWatch's bucket export", recognise, items, suggests=True)
