"""How often a task comes back, in words: ``weekly on fri``, ``monthly on the last business day``.

One grammar for the command line, the line on the Recurring screen and what either echoes.
:func:`write_cadence` prints what :func:`read_cadence` reads back to the same value.
"""

from __future__ import annotations

from tracker.domain.cadence import LONGEST_GRACE, Cadence
from tracker.domain.errors import Unreadable
from tracker.domain.value import Value
from tracker.line.rhythm_reader import EXAMPLES, RhythmReader, unreadable
from tracker.line.rhythm_words import DAYS, Word, ordinal_text, split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date


class Declared(Value):
    """What a person says of a task's rhythm.

    Attributes:
        cadence: How often.
        paused_until: Not due before this day; ``None`` where no pause was named.
    """

    cadence: Cadence
    paused_until: date | None = None


def read_cadence(text: str) -> Cadence:
    """The rhythm that ``text`` names; case, small words and commas do not matter.

    Raises:
        Unreadable: A part of it is no rhythm, with the characters of that part.
    """
    words = split(text)
    if not words:
        raise Unreadable(f"How often? Type {EXAMPLES}.", stop=len(text))
    body, grace = _grace(words)
    return RhythmReader(body, text).cadence().replace(grace=grace)


def read_declared(text: str, *, today: date) -> Declared:
    """A rhythm that may end in ``paused until 5 jan``; ``today`` is the person's day.

    Raises:
        Unreadable: A part of it is no rhythm, or no day to come.
    """
    low = text.lower()
    at = max(low.rfind("paused until "), low.rfind("pause until "))
    if at < 0:
        return Declared(read_cadence(text))
    from tracker.line.until import read_until

    begin = low.index("until ", at) + len("until ")
    try:
        until = read_until(text[begin:], today=today)
    except Unreadable as error:
        raise Unreadable(str(error), start=begin, stop=len(text)) from None
    return Declared(read_cadence(text[:at]), until)


def write_cadence(cadence: Cadence) -> str:
    """``cadence`` in the words that read back to it: ``every 2 weeks on tue grace 3d``."""
    grace = "" if cadence.grace is None else f" grace {cadence.grace}d"
    return _written(cadence) + grace


def _written(cadence: Cadence) -> str:
    unit, every = cadence.unit, cadence.every
    if unit in ("as-needed", "none"):
        return unit
    if cadence.after:
        return f"{every} {unit}{'s' if every > 1 else ''} after the last time"
    if every == 1:
        text = {"day": "daily", "weekday": "weekdays", "week": "weekly", "month": "monthly"}.get(
            unit, "quarterly"
        )
    else:
        text = f"every {every} {unit}s"
    anchor = _anchor(cadence)
    return f"{text} on {anchor}" if anchor else text


def _anchor(cadence: Cadence) -> str:
    if cadence.unit == "week":
        return " ".join(DAYS[day] for day in cadence.weekdays)
    if cadence.day:
        text = "last day" if cadence.day < 0 else ordinal_text(cadence.day)
    elif cadence.nth:
        text = f"{ordinal_text(cadence.nth)} {DAYS[cadence.weekdays[0]]}"
    elif cadence.business:
        text = f"{ordinal_text(cadence.business)} business day"
    else:
        return ""
    if cadence.unit == "quarter":
        place = {1: "first", 2: "second"}.get(cadence.month, "last")
        text += f" of the {place} month"
    return "the " + text


def _grace(words: list[Word]) -> tuple[list[Word], int | None]:
    """What stands before ``grace 2d``, and the days of grace; ``None`` where none is named."""
    lows = [word.low for word in words]
    if "grace" not in lows:
        return words, None
    at = lows.index("grace")
    said = "".join(lows[at + 1 :]).removeprefix("of")
    number = said.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = said[len(number) :]
    days = {"": 1, "d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7}.get(unit, 0)
    if not (number.isascii() and number.isdigit() and days and len(number) < 4):
        raise unreadable(words[at:], "A grace is a number of days, such as grace 2d.")
    if int(number) * days > LONGEST_GRACE:
        raise unreadable(words[at:], f"A grace is at most {LONGEST_GRACE} days.")
    return words[:at], int(number) * days
