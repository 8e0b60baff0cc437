"""Reads the words of a rhythm from left to right: a period, then a place in it."""

from __future__ import annotations

from tracker.domain.cadence import Cadence
from tracker.domain.errors import Unreadable
from tracker.line.rhythm_words import (
    AFTER,
    COUNTS,
    PERIODS,
    PHRASES,
    UNITS,
    Word,
    ordinal,
    weekdays_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

EXAMPLES = "weekly on fri, every 2 weeks, monthly on the last business day"
"""What an error offers."""

_EVERY = frozenset({"every", "each", "once", "one"})
_SMALL = frozenset({"on", "the", "a", "an", "per", "at", "in", "by"})
_MONTH_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "middle": 2, "third": 0, "3rd": 0}


def unreadable(words: list[Word], message: str) -> Unreadable:
    """``message`` as an error that points at ``words``."""
    return Unreadable(message, start=words[0].start, stop=words[-1].stop)


class RhythmReader:
    """The words of one rhythm, and how far they have been read."""

    __slots__ = ("at", "text", "words")

    def __init__(self, words: list[Word], text: str) -> None:
        """``words`` are those of ``text`` without its grace."""
        self.words = words
        self.text = text
        self.at = 0

    def cadence(self) -> Cadence:
        """All of it, or a refusal that points at the first word of no use."""
        if not self.words:
            raise Unreadable(f"How often? Type {EXAMPLES}.", stop=len(self.text))
        phrase = PHRASES.get(" ".join(word.low for word in self.words))
        if phrase is not None:
            return Cadence(**phrase)
        self._refuse_often()
        unit, every = self._period()
        if unit and self._take(*AFTER):
            self.at = len(self.words)
            return Cadence(unit, every, after=True)
        fields = self._anchored(unit, every)
        if self.at < len(self.words):
            raise self._lost()
        return Cadence(**fields)

    # Words

    def _low(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.words[place].low if place < len(self.words) else ""

    def _take(self, *options: str) -> bool:
        if self._low() not in options or not self._low():
            return False
        self.at += 1
        return True

    def _skip(self) -> None:
        while self._take(*_SMALL):
            pass

    def _lost(self) -> Unreadable:
        if self.at >= len(self.words):
            return unreadable(self.words[-1:], f"Every what? Type {EXAMPLES}.")
        shown = self.words[self.at].low[:30]
        return unreadable(
            self.words[self.at : self.at + 1],
            f'"{shown}" is no part of a rhythm: type one such as {EXAMPLES}.',
        )

    def _refuse_often(self) -> None:
        """``twice a week`` says no days, and without them nothing can be due."""
        if self._low() in ("twice", "thrice") or self._low(1) == "times":
            raise unreadable(self.words, "Say on which days: mon thu, or every 3 days.")

    # The period

    def _period(self) -> tuple[str, int]:
        """Unit and number of units, where they are said; an empty unit where not.

        In ``every 2nd tue of the month`` the number counts within the month, not the weeks.
        """
        if self._low() in PERIODS:
            unit, every = PERIODS[self._low()]
            self.at += 1
            return unit, every
        begun = self.at
        led = self._take(*_EVERY)
        self._skip()
        every = self._count()
        unit, times = UNITS.get(self._low(), ("", 1))
        if unit:
            self.at += 1
            return unit, self._counted(every * times)
        rest = [word.low for word in self.words[self.at :]]
        monthly = "month" in rest or "quarter" in rest
        if led and every > 1 and weekdays_of(self._low()) is not None and not monthly:
            return "week", every
        self.at = begun + led
        return "", 1

    def _count(self) -> int:
        """``2``, ``two``, ``other``, ``second`` before a unit or a weekday; else 1, untaken."""
        low, following = self._low(), self._low(1)
        if following in UNITS or weekdays_of(following) is not None:
            count = COUNTS.get(low, 0) or (int(low) if low.isascii() and low.isdigit() else 0)
            if not count and ordinal(low) > 1 and weekdays_of(following) is not None:
                count = ordinal(low)
            if count or low == "0":
                self.at += 1
                return self._counted(count)
        return 1

    def _counted(self, count: int) -> int:
        if not 1 <= count <= 99:
            back = max(0, self.at - 1)
            raise unreadable(
                self.words[back : back + 1], "A rhythm is every 1 to 99 days, weeks or months."
            )
        return count

    # The anchor

    def _anchored(self, unit: str, every: int) -> dict[str, Any]:
        """The fields of a cadence, from its period and what is left of the words."""
        self._skip()
        days = self._weekdays() if unit in ("", "week") else ()
        if days:
            return {"unit": "week", "every": every, "weekdays": days}
        if self.at >= len(self.words) and unit:
            return {"unit": unit, "every": every}
        if unit in ("", "month", "quarter"):
            return self._of_month(unit, every)
        raise self._lost()

    def _weekdays(self) -> tuple[int, ...]:
        """``mon wed and fri``, ``fridays``, ``mon-fri``, ``mon to thu``."""
        found: set[int] = set()
        while (days := weekdays_of(self._low())) is not None:
            self.at += 1
            if self._low() in ("to", "through", "-") and (last := weekdays_of(self._low(1))):
                self.at += 2
                days = tuple((days[0] + n) % 7 for n in range((last[0] - days[0]) % 7 + 1))
            found.update(days)
            while self._take("and", "on", "&", "+", "every"):
                pass
        return tuple(sorted(found))

    def _of_month(self, unit: str, every: int) -> dict[str, Any]:
        """A place in the month, and in which month of a quarter."""
        place = self._place()
        fields = self._place_fields(place)
        month = None
        while self._take("of", "in", "every"):
            self._skip()
            self._take("each", "every")
            if (named := self._month_place()) is not None:
                month, unit = named, unit or "quarter"
            elif self._take("quarter"):
                unit = unit or "quarter"
            elif not self._take("month"):
                raise self._lost()
        if unit == "quarter":
            # Unsaid, a place from the front is in the first month, one from the end in the last.
            fields["month"] = (0 if place < 0 else 1) if month is None else month
        elif month is not None:
            raise unreadable(
                self.words, "Which month of what? Say quarterly on the 15th of the 2nd month."
            )
        return {"unit": unit or "month", "every": every, **fields}

    def _month_place(self) -> int | None:
        """``first month``: 1, 2, or 0 for the last."""
        if self._low(1) != "month" or self._low() not in {*_MONTH_PLACES, "last"}:
            return None
        found = _MONTH_PLACES.get(self._low(), 0)
        self.at += 2
        return found

    def _place(self) -> int:
        """``15th``, ``last``, ``second last``, ``2nd to last``: a number, counted from an end."""
        self._take("day")
        if self._take("last", "final"):
            return -1
        if self._take("penultimate"):
            return -2
        found = ordinal(self._low())
        if not found:
            raise self._lost()
        self.at += 1
        if self._low() == "to" and self._low(1) == "last":
            self.at += 1
        return -found if self._take("last") else found

    def _place_fields(self, place: int) -> dict[str, Any]:
        said = self.words[self.at - 1 : self.at]
        days = weekdays_of(self._low())
        if days is not None and len(days) == 1:
            self.at += 1
            if not (1 <= place <= 4 or place == -1):
                raise unreadable(said, "A month has a first to fourth and a last of each weekday.")
            return {"nth": place, "weekdays": days}
        if self._take("business-day"):
            if not 1 <= abs(place) <= 10:
                raise unreadable(said, "Business days count to 10, from either end of the month.")
            return {"business": place}
        self._take("day")
        if not (1 <= place <= 31 or place == -1):
            raise unreadable(said, "A day of the month is the 1st to the 31st, or the last day.")
        return {"day": place}
