"""Which day a line speaks of: ``yesterday``, ``last friday``, ``4 december``."""

from __future__ import annotations

from datetime import timedelta

from tracker.domain.errors import Unreadable
from tracker.domain.settings import WEEKDAYS
from tracker.line.clocks import digits
from tracker.line.pieces import At, Block, Length, OnDay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.line.here import Here
    from tracker.line.pieces import Piece
    from tracker.line.tokens import Token

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day_word(low: str) -> str:
    """The full name of a weekday, ``today``, ``yesterday`` or ``tomorrow``; empty for others."""
    if low in ("today", "yesterday", "tomorrow"):
        return low
    if len(low) >= 3:
        for name in WEEKDAYS:
            if name.startswith(low):
                return name
    return ""


def places_of(pieces: Iterable[Piece]) -> set[int]:
    """The indexes of the words that ``pieces`` take."""
    return {place for piece in pieces for place in range(piece.first, piece.stop)}


def find_day(
    tokens: tuple[Token, ...], firm: list[Piece], here: Here, tasks: tuple[str, ...]
) -> OnDay | None:
    """The day said, by name or date.

    Any name counts straight before or after a time; a full one also at either end of the line,
    of a weekday only with a block or a length; ``monday report`` alone is a task.

    Raises:
        Unreadable: ``yesterday`` stands there without a time.
    """
    for piece in firm:
        if isinstance(piece, OnDay):
            return piece
    timed = [piece for piece in firm if isinstance(piece, (At, Block, Length))]
    if not timed:
        _refuse_lone_day(tokens, firm)
        return None
    taken = places_of(firm)
    if _is_known(tokens, taken, tasks):
        return None
    touching = {piece.first for piece in timed} | {piece.stop for piece in timed}
    found = _days_at(touching, tokens, taken, here)
    if not found:
        lone_clock = all(isinstance(piece, At) for piece in timed)
        ends = _days_at({0, len(tokens)}, tokens, taken, here)
        found = [
            day for day in ends if _counts_at_end(tokens[day.stop - 1], day, lone_clock=lone_clock)
        ]
    if not found:
        _refuse_odd_date(tokens, taken, touching)
    return found[0] if found else None


def _counts_at_end(token: Token, day: OnDay, *, lone_clock: bool) -> bool:
    """Whether a day apart from the time is one; ``friday report 9:15`` starts a report today."""
    if token.low in ("today", "yesterday", "tomorrow"):
        return True
    return not lone_clock and (not day.named or token.low == day_word(token.low))


def _refuse_odd_date(tokens: tuple[Token, ...], taken: set[int], touching: set[int]) -> None:
    """``20/11 9-10`` and ``20.11. 9-10`` would be logged today: ask for the date as we read it."""
    for place, token in enumerate(tokens):
        free = place not in taken and not token.literal
        near = touching & {place, place + 1} or place in (0, len(tokens) - 1)
        if free and near and _odd_date(token.low, first=not place):
            raise Unreadable(
                f'"{token.text}" could be a date: type it as 2026-11-20, or quote it in the name.',
                start=token.start,
                stop=token.stop,
            )


def _odd_date(low: str, *, first: bool) -> bool:
    """Whether it is two or three numbers that could be a day and a month."""
    sign = "/" if "/" in low else "."
    parts = [part for part in low.split(sign) if part]
    if not 2 <= len(parts) <= 3 or not all(digits(part) and len(part) <= 4 for part in parts):
        return False
    if low == "24/7" or (sign == "." and low.count(".") == 1 and not first):
        return False
    return all(1 <= int(part) <= 31 for part in parts[:2])


def _days_at(
    places: set[int], tokens: tuple[Token, ...], taken: set[int], here: Here
) -> list[OnDay]:
    """Days said by words that begin or end at one of ``places``."""
    found = []
    for place, token in enumerate(tokens):
        if place not in taken and not token.literal:
            day = _named_day(tokens, place, taken, here)
            if day is not None and {day.first, day.stop} & places:
                found.append(day)
    return found


def _is_known(tokens: tuple[Token, ...], taken: set[int], tasks: tuple[str, ...]) -> bool:
    """Whether all words but the time spell a known task, its day included."""
    name = " ".join(token.text for place, token in enumerate(tokens) if place not in taken)
    return name.casefold() in {task.casefold() for task in tasks}


def _refuse_lone_day(tokens: tuple[Token, ...], firm: list[Piece]) -> None:
    """``yesterday email`` says no time at all; beside ``-10m`` it says two."""
    for place in {0, len(tokens) - 1}:
        token = tokens[place] if tokens else None
        if token is not None and token.low == "yesterday" and not token.literal:
            raise Unreadable(
                "Yesterday needs a time or a length: yesterday 14-16, or yesterday 25m."
                if not firm
                else "Say when once: yesterday 14-16, or -10m.",
                start=token.start,
                stop=token.stop,
            )


def _named_day(tokens: tuple[Token, ...], place: int, taken: set[int], here: Here) -> OnDay | None:
    """``yesterday``, ``mon``, ``last friday``, ``on friday``; ``4 december``, ``3 days ago``."""
    name = day_word(tokens[place].low)
    if not name:
        return _spoken_day(tokens, place, taken, here)
    first = place
    before = tokens[place - 1] if place and place - 1 not in taken else None
    if before and not before.literal and before.low in ("last", "on", "since", "from"):
        first = place - 1
    last = first < place and tokens[first].low == "last"
    today = here.today
    if name in WEEKDAYS:
        ago = (today.weekday() - WEEKDAYS.index(name)) % 7
        day = today - timedelta(days=7 if last and not ago else ago)
        return OnDay(first, place + 1, day, named=True, weekly=not ago and not last)
    shift = ("yesterday", "today", "tomorrow").index(name) - 1
    return OnDay(first, place + 1, today + timedelta(days=shift), named=True)


def _spoken_day(tokens: tuple[Token, ...], place: int, taken: set[int], here: Here) -> OnDay | None:
    """A month with a number beside it, or some days ago, read by pendulum."""
    low = tokens[place].low
    if low == "ago":
        reach = range(max(0, place - 4), place)
        runs = [(first, place + 1) for first in reach]
    elif low[:3] in _MONTHS:
        runs = [
            (place - 1, place + 2),
            (place, place + 3),
            (place - 1, place + 1),
            (place, place + 2),
        ]
    else:
        return None
    from tracker.calendar.words import read_day

    for first, stop in runs:
        if first < 0 or stop > len(tokens) or any(at in taken for at in range(first, stop)):
            continue
        words = tokens[first:stop]
        day: date | None = None
        if not any(token.literal for token in words):
            day = read_day(tuple(token.low for token in words), today=here.today)
        if day is not None:
            return OnDay(first, stop, day)
    return None
