"""What in a line is time: its words put together to clock times, blocks and lengths.

Whatever can only be a time is one, wherever it stands; whatever looks like one and cannot be
read is an error that points at its characters. Lone numbers are left to
:mod:`tracker.line.choice`.
"""

from __future__ import annotations

from datetime import date, datetime

from tracker.domain.errors import Unreadable
from tracker.line.clocks import (
    Clock,
    digits,
    halves,
    read_clock,
    read_colon_length,
    read_length,
    read_number,
    read_spoken_clock,
    unit_seconds,
)
from tracker.line.pieces import At, Back, Block, Exact, Length, OnDay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.line.pieces import Piece
    from tracker.line.tokens import Token

_LEADS = frozenset({"at", "since", "from"})
_JOINS = frozenset({"-", "to", "until", "till"})
_HALVES = ("am", "pm")


def find_pieces(tokens: tuple[Token, ...]) -> list[Piece]:
    """Every piece of time among ``tokens``, in order.

    Raises:
        Unreadable: Something that can only be meant as a time is none.
    """
    scan = _Scan(tokens)
    pieces: list[Piece] = []
    at = 0
    while at < len(tokens):
        piece = None if tokens[at].literal else scan.piece(at)
        if piece is None:
            at += 1
        else:
            pieces.append(piece)
            at = piece.stop
    return pieces


def not_a_time(token: Token, start: int = 0, stop: int | None = None) -> Unreadable:
    """The refusal of ``token.text[start:stop]``."""
    shown = token.text[start:stop]
    if len(shown) > 30:
        shown = shown[:29] + "…"
    return Unreadable(
        f'"{shown}" is not a time: type one such as 9:15, 915 or 9am. '
        f"In quotes it is part of a name.",
        start=token.start + start,
        stop=token.stop if stop is None else token.start + stop,
    )


def _tidy(low: str) -> str:
    """Without the punctuation of a sentence; ``9 a.m.`` as ``9 am``."""
    low = low.rstrip(",;")
    if low[-4:] in ("a.m.", "p.m."):
        return f"{low[:-4]}{low[-4]}m"
    if low.endswith(":") and ":" in low[:-1]:
        return low[:-1]
    return low


class _Scan:
    """Reads the piece that begins at a word."""

    __slots__ = ("lows", "tokens")

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.lows = ["" if token.literal else _tidy(token.low) for token in tokens]

    def piece(self, at: int) -> Piece | None:
        """The piece there, or ``None`` for a word of the name."""
        low = self.lows[at]
        if low in _LEADS:
            return self._time(at + 1, led=True) if at + 1 < len(self.lows) else None
        if low == "for":
            length = self._length(at + 1)
            return Length(at, length.stop, length.seconds) if isinstance(length, Length) else None
        if not low or not (low[0].isdigit() or low[0] in "-:.([" or low[:4] in ("noon", "midn")):
            return None
        if low[0] in "([" and _meant_as_time(low.strip("()[]")):
            raise not_a_time(self.tokens[at])
        found = self._length(at) or self._dated(at) or self._back(at) or self._time(at, led=False)
        if found is None and _meant_as_time(low):
            raise _malformed(self.tokens[at], low)
        return found

    def _low(self, at: int) -> str:
        return self.lows[at] if at < len(self.lows) else ""

    # Lengths

    def _length(self, at: int) -> Length | Back | None:
        """``25m``, ``1h 30m``, ``2 hours and 5 minutes``; with ``ago`` it goes back."""
        total, stop = 0, at
        while (part := self._one_length(stop)) is not None:
            total, stop = total + part[0], part[1]
            if self._low(stop) == "and" and self._one_length(stop + 1) is not None:
                stop += 1
        if stop == at:
            return None
        return self._ago(at, stop, total)

    def _ago(self, at: int, stop: int, seconds: int) -> Length | Back:
        if self._low(stop) == "ago":
            return Back(at, stop + 1, seconds)
        if self._low(stop) in ("of", "on") and stop + 1 < len(self.lows):
            stop += 1
        return Length(at, stop, seconds)

    def _one_length(self, at: int) -> tuple[int, int] | None:
        """Seconds of one length, and the index after it."""
        low = self._low(at)
        seconds = read_length(low)
        if seconds is not None:
            return seconds, at + 1
        number, unit = read_number(low), unit_seconds(self._low(at + 1))
        if number is None or not unit:
            return None
        return round(number * unit), at + 2

    def _back(self, at: int) -> Back | None:
        """``-10``, ``-10m``, ``-1h30``, ``-0:45``, ``-10 min``."""
        low = self.lows[at]
        if low[0] != "-" or len(low) < 2:
            return None
        body = low[1:]
        unit = unit_seconds(self._low(at + 1))
        if unit and (number := read_number(body)) is not None:
            return Back(at, at + 2, round(number * unit))
        if digits(body) and len(body) <= 5:
            return Back(at, at + 1, int(body) * 60)
        seconds = read_colon_length(body) if body.startswith("0:") else read_length(body)
        return None if seconds is None else Back(at, at + 1, seconds)

    # Days and instants

    def _dated(self, at: int) -> OnDay | Exact | None:
        """``2026-11-20``, ``2026-11-20T09:00``, and two of these with ``/`` between."""
        low = self.lows[at]
        if len(low) == 10:
            low = low.replace("/", "-")
        if len(low) < 10 or low[4] != "-" or low[7] != "-" or not digits(low[:4]):
            return None
        token = self.tokens[at]
        try:
            if len(low) == 10:
                return OnDay(at, at + 1, date.fromisoformat(low))
            begin, slash, end = low.upper().partition("/")
            if begin[10] != "T":
                return None
            stop = datetime.fromisoformat(end) if slash else None
            return Exact(at, at + 1, datetime.fromisoformat(begin), stop)
        except ValueError:
            shown = token.text[:40]
            raise Unreadable(
                f'"{shown}" is not a day or an instant that exists: type one such as 2026-11-20.',
                start=token.start,
                stop=token.stop,
            ) from None

    # Clock times

    def _time(self, at: int, *, led: bool) -> At | Block | Length | Back | None:
        """A clock time or a block, ``led`` by a word such as ``since``."""
        first = at - 1 if led else at
        block = self._dashed(at, first)
        if block is not None:
            return block
        begin, stop = self._clock(at, spoken=led)
        if begin is None:
            return None
        end, after = self._end(stop)
        if after:
            return Block(first, after, *(halves(begin, end) if end else (begin, None)))
        low = self.lows[at]
        if not led and low.startswith("0:") and stop == at + 1:
            return self._ago(at, stop, read_colon_length(low) or 0)
        if not led and low.isalpha():
            return None
        return At(first, stop, begin, led or begin.sure)

    def _clock(self, at: int, *, spoken: bool = True) -> tuple[Clock | None, int]:
        """The clock time there, with an ``am`` or ``pm`` that stands apart, and the index after.

        ``spoken`` where only a time can stand: then ``noon`` and ``9h15`` are times too.
        """
        low = self._low(at)
        clock = read_spoken_clock(low) if spoken or low in ("noon", "midnight") else read_clock(low)
        if clock is None:
            return None, at
        half = self._low(at + 1)
        if half in _HALVES and not clock.half and (halved := clock.halved(half)):
            return halved, at + 2
        return clock, at + 1

    def _end(self, at: int) -> tuple[Clock | None, int]:
        """What follows a clock time up to the end of a block, and the index after; 0 if nothing."""
        low = self._low(at)
        if low in _JOINS:
            if self._low(at + 1) == "now":
                return None, at + 2
            end, stop = self._clock(at + 1)
            one_to_one = (self._low(at - 1), low, self._low(at + 1)) == ("1", "to", "1")
            if end is None or one_to_one:
                return None, 0
            return end, stop
        if low.startswith("-") and (end := read_spoken_clock(low[1:])):
            return self._with_half(end, at + 1)
        return None, 0

    def _with_half(self, clock: Clock, at: int) -> tuple[Clock, int]:
        half = self._low(at)
        if half in _HALVES and not clock.half and (halved := clock.halved(half)):
            return halved, at + 1
        return clock, at

    def _dashed(self, at: int, first: int) -> Block | None:
        """``9-10:30``, ``9am-now``, ``9:15- 10:30``: a block whose dash touches its start."""
        low = self._low(at)
        left, dash, right = low.partition("-")
        if not dash or not left or low == "1-1" or _is_month(low):
            return None
        begin = read_spoken_clock(left)
        if begin is None:
            return None
        if right == "now":
            return Block(first, at + 1, begin, None)
        end, stop = self._clock(at + 1) if not right else (read_spoken_clock(right), at + 1)
        if end is None:
            return None
        if _is_year(left) and _is_year(right):
            raise Unreadable(
                f'"{low}" could be years: type {begin.text}-{end.text}, or quote it in a name.',
                start=self.tokens[at].start,
                stop=self.tokens[at].start + len(low),
            )
        end, stop = self._with_half(end, stop)
        return Block(first, stop, *halves(begin, end))


def _is_month(low: str) -> bool:
    """``2026-11`` and the like: a month, so part of a name."""
    year, _, month = low.partition("-")
    return _is_year(year) and len(month) == 2 and digits(month) and "01" <= month <= "12"


def _is_year(low: str) -> bool:
    return len(low) == 4 and digits(low) and "1970" <= low <= "2099"


def _meant_as_time(low: str) -> bool:
    """Whether a word that is no time can only have been meant as one."""
    if low in ("1:1", "1-1") or _is_month(low) or not any(map(digits, low)):
        return False
    if ":" in low:
        return True
    body = low.replace("am", "").replace("pm", "")
    dashed = "-" in low and body.strip("0123456789.-") == ""
    return dashed or (low[-2:] in _HALVES and body.strip("0123456789.") == "")


def _malformed(token: Token, low: str) -> Unreadable:
    """Points at the part of ``14:30-16:99`` or ``9:15-10:30-11`` that cannot be read."""
    left, dash, rest = low.partition("-")
    if not dash or read_spoken_clock(left) is None:
        return not_a_time(token, 0, len(left) if dash and left else len(low))
    if not rest:
        return Unreadable(
            f'"{token.text}" has no end: type {left}-now, or {left} to start there.',
            start=token.start,
            stop=token.stop,
        )
    right = rest.partition("-")[0]
    cut = len(left) + 1 + len(right)
    if read_spoken_clock(right) is None or cut >= len(low):
        return not_a_time(token, len(left) + 1, len(low))
    return not_a_time(token, cut, len(low))
