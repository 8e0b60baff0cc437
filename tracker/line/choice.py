"""Which words of a line say when, and which are the name of the task.

Here the doubtful cases are decided: lone numbers, and words such as ``half an hour ago``.
``docs/quick-line.md`` says the rules to the person.
"""

from __future__ import annotations

from tracker.domain.errors import Unreadable
from tracker.domain.value import Value
from tracker.line.clocks import DAY, digits
from tracker.line.days import day_word, find_day, places_of
from tracker.line.pieces import At, Back, Block, Exact, Length, OnDay
from tracker.line.scan import find_pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.line.here import Here
    from tracker.line.pieces import Piece
    from tracker.line.tokens import Token

_TOGETHER = ({At, Length}, {At, OnDay}, {Length, OnDay}, {Block, OnDay})
"""Which two kinds of time can stand in one line; no kind stands there twice."""

_WEAK_ENDS = frozenset({"-", "of"})


class Choice(Value):
    """The reading of a line's words: at most one time, one length and one day.

    Attributes:
        name: What is left: the words of the task.
    """

    tokens: tuple[Token, ...]
    name: tuple[Token, ...]
    time: At | Block | Back | Exact | None = None
    length: Length | None = None
    day: OnDay | None = None

    def place(self, piece: Piece) -> tuple[int, int]:
        """The characters a piece takes in the line."""
        return self.tokens[piece.first].start, self.tokens[piece.stop - 1].stop

    def shown(self, piece: Piece) -> str:
        """A piece as it was typed."""
        return " ".join(token.text for token in self.tokens[piece.first : piece.stop])

    def refusal(self, piece: Piece, message: str) -> Unreadable:
        """An error that points at a piece; ``{}`` in the message is what was typed."""
        start, stop = self.place(piece)
        return Unreadable(message.replace("{}", f'"{self.shown(piece)}"'), start=start, stop=stop)

    def refusal_of_all(self, message: str) -> Unreadable:
        """An error that points at every word of the task and the time."""
        shown = " ".join(token.text for token in self.tokens)
        return Unreadable(
            message.replace("{}", shown if len(shown) <= 40 else shown[:39] + "…"),
            start=self.tokens[0].start,
            stop=self.tokens[-1].stop,
        )


def choose(tokens: tuple[Token, ...], here: Here, tasks: Iterable[str] = ()) -> Choice:
    """Decide what the words mean.

    Raises:
        Unreadable: Something that is meant as a time is none, or there are two of them.
    """
    tasks = tuple(tasks)
    tokens = _spared(tokens, tasks)
    pieces = find_pieces(tokens)
    weak = [piece for piece in pieces if isinstance(piece, At) and not piece.sure]
    firm = [piece for piece in pieces if piece not in weak]
    if weak and not any(isinstance(piece, (At, Block, Back, Exact)) for piece in firm):
        firm += [piece for piece in weak[:1] if _starts_line(piece, tokens, firm, tasks)]
    if not firm and (spoken := _spoken(tokens, here)) is not None:
        firm.append(spoken)
    _refuse_two(tokens, firm)
    day = find_day(tokens, firm, here, tasks)
    taken = places_of([*firm, day] if day else firm)
    name = tuple(token for place, token in enumerate(tokens) if place not in taken)
    time: At | Block | Back | Exact | None = None
    length: Length | None = None
    for piece in firm:
        if isinstance(piece, Length):
            length = piece
        elif not isinstance(piece, OnDay):
            time = piece
    return Choice(tokens, _without_loose_ends(name, tokens, taken), time, length, day)


def _without_loose_ends(
    name: tuple[Token, ...], tokens: tuple[Token, ...], taken: set[int]
) -> tuple[Token, ...]:
    """A dash or comma that only stood between the name and the time goes."""
    if not taken:
        return name
    while name and not name[0].literal and name[0].low in _WEAK_ENDS and name[0] is not tokens[0]:
        name = name[1:]
    while name and not name[-1].literal and name[-1].low == "-" and name[-1] is not tokens[-1]:
        name = name[:-1]
    if name and not name[-1].literal and name[-1] is not tokens[-1]:
        last = name[-1]
        name = (*name[:-1], last.replace(text=last.text.rstrip(",;:") or last.text))
    return name


def _spared(tokens: tuple[Token, ...], tasks: tuple[str, ...]) -> tuple[Token, ...]:
    """Words that spell a known task with a number in it are no time: ``24h support``."""
    folded = [token.text.casefold() for token in tokens]
    line = " ".join(folded)
    for task in tasks:
        if (name := task.casefold()) not in line:
            continue
        words = name.split()
        if len(words) < 2 or not any(map(digits, name)) or not any(map(str.isalpha, words)):
            continue
        for first in range(len(folded) - len(words) + 1):
            if folded[first : first + len(words)] == words:
                after = first + len(words)
                spared = tuple(token.replace(literal=True) for token in tokens[first:after])
                return (*tokens[:first], *spared, *tokens[after:])
    return tokens


def _starts_line(
    piece: At, tokens: tuple[Token, ...], firm: list[Piece], tasks: tuple[str, ...]
) -> bool:
    """Whether a lone number is when the task began: the first word, and no count of things."""
    before = piece.first
    if before and tokens[0].low == "last":
        before -= 1
    if before and not (before == 1 and (day_word(tokens[piece.first - 1].low) or firm)):
        return False
    low = tokens[piece.first].low.rstrip(",;")
    if piece.clock.seconds >= DAY or (len(low) == 4 and "2000" <= low <= "2099"):
        return False
    taken = places_of(firm)
    after = range(piece.stop, len(tokens))
    rest = [tokens[place].low for place in after if place not in taken]
    if not rest or not digits(low) or low[0] == "0":
        return True
    if " ".join(rest) in {task.lower() for task in tasks}:
        return True
    if rest[0].endswith("s") and not rest[0].endswith("ss"):
        return False
    return len(low) > 2 or not any(map(digits, rest))


def _refuse_two(tokens: tuple[Token, ...], firm: list[Piece]) -> None:
    """Refuse what says when twice."""
    ordered = sorted(firm, key=lambda piece: piece.first)
    for count, piece in enumerate(ordered):
        if any({type(piece), type(other)} not in _TOGETHER for other in ordered[:count]):
            raise Choice(tokens, ()).refusal(
                piece,
                "{} is one time too many: say when once, such as 9:15-10:30. "
                "In quotes it is part of a name.",
            )


def _spoken(tokens: tuple[Token, ...], here: Here) -> Back | Length | None:
    """``half an hour ago`` or ``half an hour``, for where the light grammar found no time."""
    lows = ["" if token.literal else token.low for token in tokens]
    for place in range(len(lows) - 1, 0, -1):
        if lows[place] not in ("ago", "hour", "hours"):
            continue
        from tracker.calendar.words import read_ago, read_hours

        for first in range(max(0, place - 6), place):
            words = tuple(lows[first : place + 1])
            if (instant := read_ago(words, now=here.now)) is not None:
                return Back(first, place + 1, round((here.now - instant).total_seconds()))
            if (seconds := read_hours(words)) is not None:
                of = lows[place + 1 : place + 2] == ["of"]
                return Length(first, place + 1 + of, seconds)
    return None
