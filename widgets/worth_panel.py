"""Time value against cost: what this work is costing now, and what it would cost from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.format import money
from widgets.figures import NO_FIGURES
from widgets.fitting import bar, fit_pieces, spread
from widgets.state import EMPTY
from widgets.words import brief

if TYPE_CHECKING:
    from textual.app import RenderResult

    from widgets.figures import Figures
    from widgets.fitting import Piece
    from widgets.state import TodayState

Line = list[tuple[str, str]]

YOU = "$text-warning"
THEM = "$text-success"
GAIN = "$text-primary"


class WorthPanel(Widget):
    """Draws the comparison of the running task, today on and in the business, and busywork."""

    DEFAULT_CSS = """
    WorthPanel { height: auto; }
    """

    state: reactive[TodayState] = reactive(EMPTY)
    figures: reactive[Figures] = reactive(NO_FIGURES)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Always the same, so that a new figure never moves what is below."""
        return HEIGHT

    def render(self) -> RenderResult:
        """As many of the lines as there is height for, the most telling first."""
        width, height = self.content_size
        if not width or not self.state.ready:
            return Content("")
        if height < HEIGHT:
            lines = compact(self.state, self.figures, width)[:height]
        else:
            lines = full(self.state, self.figures, width)
        return Content("\n").join(Content.assemble(*line) for line in lines)


HEIGHT = 12


def full(state: TodayState, figures: Figures, width: int) -> list[Line]:
    """The panel in its full height."""
    worth = [("Your hour is worth", "$text-muted")], [(_money(state, state.hour_value), "bold")]
    return [
        spread(*worth, width),
        *_comparison(state, figures, width),
        [],
        *_balance(figures, width),
        [],
        _busywork(state, figures, width),
    ]


def compact(state: TodayState, figures: Figures, width: int) -> list[Line]:
    """The same on a small screen: five lines, then what else fits."""
    compared = figures.compared
    if compared is None or compared.handed_off is None:
        hour = [("Your hour is worth", "$text-muted")], [(_money(state, state.hour_value), "bold")]
        lines = [spread(*hour, width), *_comparison(state, figures, width)[:3]]
    else:
        by_you, them = _money(state, compared.by_you), _money(state, compared.handed_off)
        start: list[Piece] = [("you ", "$text-muted"), (by_you, f"bold {YOU}")]
        start += [("  them ", "$text-muted"), (them, f"bold {THEM}")]
        end = [(_gain(state, compared.difference), f"bold {GAIN}")]
        most = max(compared.by_you, compared.handed_off, 0.01)
        lines = [
            spread(start, end, width),
            [(bar(compared.by_you / most, width), "$warning")],
            [(bar(compared.handed_off / most, width), "$success")],
        ]
    on, inside = brief(figures.on), brief(figures.inside)
    day: list[Piece] = [(f"▲ {on} on", THEM), (" · ", "$text-muted")]
    day.append((f"{inside} in the business", "$text-muted"))
    return [*lines, fit_pieces(day, width), _busywork(state, figures, width)]


def _gain(state: TodayState, difference: float) -> str:
    return f"{'+' if difference >= 0 else '-'}{_money(state, abs(difference))}"


def _comparison(state: TodayState, figures: Figures, width: int) -> list[Line]:
    """Six lines: by you, handed off, the difference, and a bar for each."""
    compared = figures.compared
    if compared is None:
        return [
            [],
            *(fit_pieces([(text, "$text-muted")], width) for text in _IDLE),
            *([[]] * (5 - len(_IDLE))),
        ]
    name = figures.compared_name
    by_you = spread(
        [(f"{name}, by you", "")], [(_money(state, compared.by_you), f"bold {YOU}")], width
    )
    if compared.handed_off is None:
        words = (
            f"No price is known for {figures.compared_category}.",
            "r says what others charge.",
        )
        return [
            by_you,
            *(fit_pieces([(text, "$text-muted")], width) for text in words),
            [],
            [],
            [],
        ]
    handed = "handed off and checked"
    label = f"{name}, {handed}" if len(name) + len(handed) + 14 < width else handed.capitalize()
    most = max(compared.by_you, compared.handed_off, 0.01)
    cost = "Doing it yourself costs" if compared.difference >= 0 else "Doing it yourself saves"
    return [
        by_you,
        spread([(label, "")], [(_money(state, compared.handed_off), f"bold {THEM}")], width),
        [("─" * width, "$border-blurred")],
        spread([(cost, "")], [(_gain(state, compared.difference), f"bold {GAIN}")], width),
        [("you  ", "$text-muted"), (bar(compared.by_you / most, width - 5), "$warning")],
        [("them ", "$text-muted"), (bar(compared.handed_off / most, width - 5), "$success")],
    ]


_IDLE = (
    "Start something, and see what it costs",
    "you against what others would charge.",
)


def _balance(figures: Figures, width: int) -> list[Line]:
    """Two bars: today on the business, and in it."""
    most = max(figures.on, figures.inside, 1)
    room = width - 20
    return [
        [
            ("on   ", "$text-muted"),
            (f"{brief(seconds):>5} ", f"bold {style}"),
            (bar(seconds / most, max(4, room)).ljust(max(4, room)), fill),
            (f" {words}", "$text-muted"),
        ]
        for seconds, style, fill, words in (
            (figures.on, THEM, "$success", "growth"),
            (figures.inside, "$foreground", "$foreground 50%", "upkeep"),
        )
    ]


def _busywork(state: TodayState, figures: Figures, width: int) -> Line:
    seconds, worth = figures.busywork_seconds, figures.busywork_money
    start = [("Busywork this week", "$text-muted")]
    end = [(brief(seconds), f"bold {YOU}"), (" = ", "$text-muted")]
    return spread(start, [*end, (_money(state, worth), f"bold {YOU}")], width)


def _money(state: TodayState, amount: float) -> str:
    return money(amount, state.settings.currency)
