"""Where the time of a period went and what it was worth, as lines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tracker.audit.review.words import PART, busiest_words, coverage_words
from tracker.domain.format import duration, money
from widgets.fitting import fit, left, right, spread
from widgets.tones import COST, FAINT, GAIN, QUIET, VALUE
from widgets.words import day_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.audit.review.picture import See
    from widgets.fitting import Piece

Line = list["Piece"]

GROUPS = ("task", "project", "category", "day")
"""What the bars can be of."""
FILLS: dict[str, tuple[str, str]] = {
    "on": ("█", "$success"),
    "in": ("▒", "$foreground 40%"),
    "busywork": ("▓", "$warning"),
}
"""How each side is drawn: told apart by its pattern, and then by its colour."""
SIGNS = {"on": ("▲", VALUE), "busywork": ("▼", COST), "in": (" ", QUIET)}
ORDER = ("on", "in", "busywork")
_LEAST_BAR = 8
_MONEY_ROOM = 40
"""Cells beside the names from which the money of each row is told too."""


class Bar:
    """One row of the chart: a name, seconds by side, and what they are worth."""

    __slots__ = ("name", "sides", "sign", "value")

    def __init__(self, name: str, sides: dict[str, int], value: str, sign: str = "in") -> None:
        """``sign`` is the side that is marked before the name."""
        self.name = name
        self.sides = sides
        self.value = value
        self.sign = sign

    @property
    def seconds(self) -> int:
        """Of all sides."""
        return sum(self.sides.values())


def bars_of(see: See, group: str, currency: str) -> list[Bar]:
    """The rows of the chart by task, project, category or day."""
    if group == "day":
        return [_day_bar(see, place) for place in range(len(see.days))]
    if group == "task":
        return [
            Bar(row.task, {row.side: row.seconds}, money(row.value, currency, 0), row.side)
            for row in see.tasks
        ]
    rows = see.projects if group == "project" else see.categories
    return [
        Bar(row.title, {"in": row.seconds}, money(row.value, currency, 0), "in") for row in rows
    ]


def _day_bar(see: See, place: int) -> Bar:
    row = see.days[place]
    rest = row.seconds - row.on_seconds - row.busywork_seconds
    sides = {"on": row.on_seconds, "in": rest, "busywork": row.busywork_seconds}
    return Bar(day_name(date.fromisoformat(row.date)), sides, "")


def where_lines(see: See, group: str, currency: str, width: int, height: int) -> list[Line]:
    """A bar for each row, as many as there is height for; the rest counted; what is not known."""
    found = [bar for bar in bars_of(see, group, currency) if bar.seconds or group == "day"]
    if not see.total_seconds:
        return [[(fit("Nothing was logged.", width), QUIET)]]
    tail = _unaccounted(see, width)
    room = height - len(tail)
    if group == "day" and len(found) > room:
        found = _weeks(found)
    shown = found if len(found) <= room else found[: max(1, room - 1)]
    chart = _Chart(found, shown, width)
    lines = [chart.line(bar) for bar in shown]
    if rest := found[len(shown) :]:
        lines.append(chart.rest(len(rest), sum(bar.seconds for bar in rest)))
    return lines + [chart.rest_line(*one) for one in tail]


def _weeks(days: list[Bar]) -> list[Bar]:
    """Days in sevens, where there are more of them than lines."""
    found = []
    for first in range(0, len(days), 7):
        part = days[first : first + 7]
        sides = {side: sum(bar.sides[side] for bar in part) for side in ORDER}
        found.append(Bar(f"from {part[0].name}", sides, ""))
    return found


def _unaccounted(see: See, width: int) -> list[tuple[str, int]]:
    return [("unaccounted", see.untracked_seconds)] if see.untracked_seconds and width else []


class _Chart:
    """Columns that line up: sign, name, time, bar, money."""

    def __init__(self, found: list[Bar], shown: list[Bar], width: int) -> None:
        self._most = max((bar.seconds for bar in found), default=0) or 1
        times = [duration(bar.seconds) for bar in found]
        self._time = max((len(text) for text in times), default=2)
        self._time = max(self._time, 5)
        values = max((len(bar.value) for bar in shown), default=0)
        names = max((cell_len(bar.name) for bar in shown), default=0)
        self._name = min(max(names, 11), max(10, (width - 4) * 2 // 5))
        room = width - 2 - self._name - 1 - self._time
        self._value = values if values and room - values - 2 >= _MONEY_ROOM - self._name else 0
        self._bar = room - 2 - (self._value + 2 if self._value else 0)
        if self._bar < _LEAST_BAR:
            self._name += self._bar + 2
            self._bar = 0

    def line(self, bar: Bar) -> Line:
        sign, style = SIGNS[bar.sign]
        found: Line = [(f"{sign} ", style), (left(bar.name, self._name) + " ", "")]
        said = duration(bar.seconds) if bar.seconds else "-"
        found.append((right(said, self._time), "bold" if bar.seconds else QUIET))
        if self._bar:
            found.append(("  ", ""))
            found += stacked(bar.sides, self._most, self._bar)
        if self._value:
            found.append((right(bar.value, self._value + 2), QUIET))
        return found

    def rest(self, count: int, seconds: int) -> Line:
        return self.rest_line(f"and {count} more", seconds)

    def rest_line(self, words: str, seconds: int) -> Line:
        time = right(duration(seconds), self._time)
        return [(f"  {left(words, self._name)} {time}", QUIET)]


def stacked(sides: dict[str, int], most: int, width: int) -> Line:
    """Seconds by side as one bar over ``width`` cells that stand for ``most`` seconds."""
    found: Line = []
    used = seconds = 0
    for side in ORDER:
        seconds += sides.get(side, 0)
        cells = min(width, round(seconds / most * width)) - used
        if not cells and sides.get(side) and not used:
            cells = 1
        glyph, style = FILLS[side]
        if cells > 0:
            found.append((glyph * cells, style))
            used += cells
    return [*found, (" " * (width - used), "")]


def legend(width: int) -> Line:
    """What the patterns mean."""
    words = {"on": "on the business", "in": "in it", "busywork": "busywork"}
    found: Line = []
    for side in ORDER:
        glyph, style = FILLS[side]
        found += [(glyph * 2, style), (f" {words[side]}   ", QUIET)]
    return found if sum(cell_len(text) for text, _ in found) <= width + 3 else []


def worth_lines(see: See, currency: str, width: int, height: int) -> list[Line]:
    """On and in the business; busywork and what it would have cost; what could have come back."""
    lines = _sides(see, width)
    if height > 6:
        lines.append([])
    lines += _busywork(see, currency, width)
    for words, short in ((coverage_words(see), _few(see)), (busiest_words(see), "")):
        if not words:
            continue
        said = _wrapped(words, width)
        if short and len(lines) + len(said) > height:
            said = [fit(short, width)]
        if len(lines) + len(said) <= height:
            gap: list[Line] = [[]] if len(lines) + len(said) + 1 <= height else []
            lines += [*gap, *[[(one, QUIET)] for one in said]]
    return lines


def _few(see: See) -> str:
    """That much is missing, where there is one line for it; empty where little is."""
    if see.coverage is None or see.coverage >= PART:
        return ""
    return f"Only {100 * see.coverage:.0f} % of the time is here"


def _sides(see: See, width: int) -> list[Line]:
    on, within = duration(see.on_seconds), duration(see.in_seconds)
    share = f" {100 * see.on_seconds / see.total_seconds:.0f} %" if see.total_seconds else ""
    long = len(f"on the business {on}{share}   in it {within}") <= width
    words = "on the business " if long else "on it "
    start: Line = [(words, QUIET), (on, f"bold {VALUE}"), (share, QUIET)]
    end: Line = [("in it ", QUIET), (within, f"bold {COST}")]
    return [spread(start, end, width)]


def _busywork(see: See, currency: str, width: int) -> list[Line]:
    part = see.busywork
    if not part.seconds:
        return [[(fit("No busywork.", width), QUIET)]]
    said = f"{duration(part.seconds)} = {money(part.value, currency, 0)}"
    lines = [spread([("Busywork", "")], [(said, f"bold {COST}")], width)]
    if not part.priced_seconds:
        return [*lines, [(fit("No price is known for it: r gives one.", width), QUIET)]]
    cost = money(part.handed_off, currency, 0)
    lines.append(spread([("Handed off, it had cost", "")], [(cost, f"bold {VALUE}")], width))
    lines.append([("─" * width, FAINT)])
    if part.saved <= 0:
        return [*lines, [(fit("Doing it yourself was cheaper.", width), "")]]
    back = f"{duration(part.given_back_seconds)}, {money(part.saved, currency, 0)}"
    words = "It could have given back" if width >= 24 + len(back) + 2 else "Could come back"
    return [*lines, spread([(words, "")], [(back, f"bold {GAIN}")], width)]


def _wrapped(words: str, width: int) -> list[str]:
    from textwrap import wrap

    return wrap(words, max(12, width))


def prose(words: Iterable[str], width: int, style: str = QUIET) -> list[Line]:
    """Sentences, each on lines of its own."""
    return [[(line, style)] for one in words for line in _wrapped(one, width)]
