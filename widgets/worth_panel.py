"""Time value against cost: what this work is costing now, and what it would cost from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.format import money
from widgets.drawing import Drawing
from widgets.figures import NO_FIGURES
from widgets.fitting import bar, first_that_fits, fit_pieces, pieces_width, right, spread
from widgets.state import EMPTY
from widgets.tones import COST, FAINT, GAIN, QUIET, VALUE
from widgets.words import brief

if TYPE_CHECKING:
    from widgets.figures import Figures
    from widgets.fitting import Piece
    from widgets.state import TodayState

Line = list[tuple[str, str]]


class WorthPanel(Widget):
    """Draws the comparison of the running task, today on and in the business, and busywork."""

    DEFAULT_CSS = """
    WorthPanel { height: auto; }
    """

    state: reactive[TodayState] = reactive(EMPTY)
    figures: reactive[Figures] = reactive(NO_FIGURES)

    def render(self) -> Drawing:
        """As many of the lines as there is height for, the most telling first."""
        width, height = self.content_size
        if not width or not self.state.ready:
            return Drawing()
        if height < HEIGHT:
            lines = compact(self.state, self.figures, width)[:height]
        else:
            lines = full(self.state, self.figures, width, airy=height >= HEIGHT + 2)
        return Drawing(lines)


HEIGHT = 10
"""Lines of the whole panel; with two more there is air between its parts."""


def full(state: TodayState, figures: Figures, width: int, *, airy: bool) -> list[Line]:
    """The panel in its full height."""
    air: list[Line] = [[]] if airy else []
    worth = [("Your hour is worth", QUIET)], [(_money(state, state.hour_value), "bold")]
    return [
        spread(*worth, width),
        *_comparison(state, figures, width),
        *air,
        *_balance(figures, width),
        *air,
        _busywork(state, figures, width),
    ]


def compact(state: TodayState, figures: Figures, width: int) -> list[Line]:
    """The same on a small screen: five lines, then what else fits."""
    compared = figures.compared
    if compared is None or compared.handed_off is None or compared.difference is None:
        hour = (
            [("Your hour is worth", QUIET)],
            [(_money(state, state.hour_value), "bold")],
        )
        lines = [spread(*hour, width), *_comparison(state, figures, width)[:3]]
    else:
        by_you, them = _money(state, compared.by_you), _money(state, compared.handed_off)
        start: list[Piece] = [("you ", QUIET), (by_you, f"bold {COST}")]
        start += [("  them ", QUIET), (them, f"bold {VALUE}")]
        end = [(_gain(state, compared.difference), f"bold {GAIN}")]
        most = max(compared.by_you, compared.handed_off, 0.01)
        lines = [
            spread(start, end, width),
            [(bar(compared.by_you / most, width), "$warning")],
            [(bar(compared.handed_off / most, width), "$success")],
        ]
    on, inside = brief(figures.on), brief(figures.inside)
    day: list[Piece] = [(f"▲ {on} on", VALUE), (" · ", QUIET)]
    day.append((f"{inside} in the business", QUIET))
    return [*lines, fit_pieces(day, width), _busywork(state, figures, width)]


def _gain(state: TodayState, difference: float) -> str:
    return f"{'+' if difference >= 0 else '-'}{_money(state, abs(difference))}"


def _comparison(state: TodayState, figures: Figures, width: int) -> list[Line]:
    """Six lines: by you, handed off, the difference, and a bar for each."""
    compared = figures.compared
    if compared is None:
        return [
            [],
            *(fit_pieces([(text, QUIET)], width) for text in _IDLE),
            *([[]] * (5 - len(_IDLE))),
        ]
    name = figures.compared_name
    by_you = spread(
        [(f"{name}, by you", "")], [(_money(state, compared.by_you), f"bold {COST}")], width
    )
    if compared.handed_off is None or compared.difference is None:
        return [by_you, *_unknown(figures.compared_category, width), [], [], []]
    most = max(compared.by_you, compared.handed_off, 0.01)
    handed = "handed off and checked"
    verb = "costs" if compared.difference >= 0 else "saves"
    return [
        by_you,
        _labelled(
            (f"{name}, {handed}", handed.capitalize(), "Handed off, checked", "Handed off"),
            "",
            [(_money(state, compared.handed_off), f"bold {VALUE}")],
            width,
        ),
        [("─" * width, FAINT)],
        _labelled(
            (f"Doing it yourself {verb}", f"Yourself {verb}"),
            "",
            [(_gain(state, compared.difference), f"bold {GAIN}")],
            width,
        ),
        [("you  ", QUIET), (bar(compared.by_you / most, width - 5), "$warning")],
        [("them ", QUIET), (bar(compared.handed_off / most, width - 5), "$success")],
    ]


def _unknown(kind: str, width: int) -> list[Line]:
    """Two lines: that nobody knows the price, and how to give one."""
    unknown = (f"No price is known for {kind}.", f"No price for {kind}.", "No price known yet.")
    return [
        [(first_that_fits(unknown, width), QUIET)],
        [(first_that_fits(("r says what others charge.", "r says it."), width), QUIET)],
    ]


_IDLE = ("Start something, and see its", "cost, by you and by others.")
"""No more than 30 cells each: the panel's width in a terminal of 80 columns."""


def _balance(figures: Figures, width: int) -> list[Line]:
    """Two bars: today on the business, and in it."""
    most = max(figures.on, figures.inside, 1)
    room = max(4, width - 12)
    return [
        [
            (f"{word:<5}", QUIET),
            (bar(seconds / most, room).ljust(room), fill),
            (right(brief(seconds), 7), f"bold {style}"),
        ]
        for word, seconds, style, fill in (
            ("on", figures.on, VALUE, "$success"),
            ("in", figures.inside, "$foreground", "$foreground 45%"),
        )
    ]


def _busywork(state: TodayState, figures: Figures, width: int) -> Line:
    seconds, worth = figures.busywork_seconds, figures.busywork_money
    end = [(brief(seconds), f"bold {COST}"), (" = ", QUIET)]
    end.append((_money(state, worth), f"bold {COST}"))
    return _labelled(("Busywork this week", "Busywork, week", "Busywork"), QUIET, end, width)


def _labelled(wordings: tuple[str, ...], style: str, end: list[Piece], width: int) -> Line:
    """A label at the left, in the longest wording there is room for, and ``end`` at the right."""
    label = first_that_fits(wordings, width - pieces_width(end) - 1)
    return spread([(label, style)], end, width)


def _money(state: TodayState, amount: float) -> str:
    return money(amount, state.settings.currency)
