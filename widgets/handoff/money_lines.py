"""The money of a task as bars: kept, handed off, and the difference, by month and by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from widgets.fitting import bar, first_that_fits, left, pieces_width, right
from widgets.handoff.prose import Line
from widgets.handoff.span_line import Reach, drawn, labelled
from widgets.tones import COST, FAINT, GAIN, QUIET, VALUE

if TYPE_CHECKING:
    from tracker.audit.worth.model import Numbers
    from widgets.handoff.board import Board

LEAST_BAR = 10


def bars(numbers: Numbers, board: Board, width: int) -> list[Line]:
    """Three bars, then what leaves the bank; amounts a month, and a year where there is room.

    The year of the gain is its first, with the training paid.
    """
    gain = numbers.net_saving
    rows = [
        ("you", numbers.cost_in_house, 12 * numbers.cost_in_house, "$warning", COST),
        ("them", numbers.cost_outsourced, 12 * numbers.cost_outsourced, "$success", VALUE),
        ("gain" if gain >= 0 else "loss", gain, 12 * gain, "$primary", GAIN),
    ]
    months = [board.money(month) for _, month, _, _, _ in rows]
    years = [board.money(year) for _, _, year, _, _ in rows]
    month, year = (max(cell_len(text) for text in texts) for texts in (months, years))
    month, year = max(month, 7), max(year, 6)
    if width < 5 + LEAST_BAR + month + year + 4:
        year = 0
    room = width - 5 - month - 2 - (year + 2 if year else 0)
    most = max(*(abs(amount) for _, amount, _, _, _ in rows), 0.01)
    lines: list[Line] = []
    if year:
        head = right("a month", month + 2) + right("a year", year + 2)
        lines.append([(" " * (5 + room), ""), (head, QUIET)])
    for (name, amount, _, fill, tone), monthly, yearly in zip(rows, months, years, strict=True):
        line: Line = [
            (left(name, 5), QUIET),
            (left(bar(abs(amount) / most, room), room), fill),
            (right(monthly, month + 2), f"bold {tone}"),
        ]
        if year:
            line.append((right(yearly, year + 2), tone))
        lines.append(line)
    return lines


def cash_words(numbers: Numbers, board: Board, width: int) -> Line:
    """What leaves the bank, apart from what time is worth; and what beginning costs."""
    if numbers.cash < 0:
        cash, brief = (f"{board.money(-numbers.cash)} a month less leaves the bank",) * 2
    else:
        cash = f"{board.money(numbers.cash)} a month leaves the bank"
        brief = f"cash {board.money(numbers.cash)} a month"
    start = f"{board.money(numbers.upfront)} to start"
    wordings = (f"{cash} · {start}", f"{brief} · {start}", brief)
    return [(first_that_fits(wordings, width), QUIET)]


def in_brief(numbers: Numbers, board: Board, width: int) -> Line:
    """Kept, handed off and the difference on one line."""
    gain = numbers.net_saving
    shown = [
        ("you ", board.money(numbers.cost_in_house), COST),
        ("them ", board.money(numbers.cost_outsourced), VALUE),
        ("gain " if gain >= 0 else "loss ", board.money(gain), GAIN),
    ]
    line: Line = []
    for gap, named in (("  ", True), (" ", True), (" · ", False)):
        line = []
        for name, amount, tone in shown:
            line += [(gap if line else "", QUIET), (name if named else "", QUIET)]
            line.append((amount, f"bold {tone}"))
        if pieces_width(line) <= width:
            break
    return line


def reaches(numbers: Numbers) -> tuple[Reach, Reach]:
    """Of the rate (or the fee, where no rate is paid) and of the own hour: where it holds."""
    if numbers.rate or not numbers.fixed_fee:
        high, here = numbers.break_even_rate_first_year, numbers.rate
    else:
        high, here = numbers.break_even_fee_first_year, numbers.fixed_fee
    price = Reach(here, 0.0, -1.0 if high is None or high < 0 else high)
    worth = numbers.price_per_hour_first_year
    if worth is None:
        return price, Reach(numbers.hour_value, 1.0, 0.0)
    return price, Reach(numbers.hour_value, max(0.0, worth))


def holds_while(numbers: Numbers, board: Board, width: int) -> list[Line]:
    """Two lines with their words below: the rate, and the own hour."""
    price, hour = reaches(numbers)
    names = ("rate" if numbers.rate or not numbers.fixed_fee else "fee", "your hour")
    label = 11 if width >= 40 else 10
    lines: list[Line] = []
    for name, reach in zip(names, (price, hour), strict=True):
        room = width - label
        lines.append([(left(name, label), ""), *drawn(reach, room)])
        limit = reach.high if reach.high is not None else reach.low
        if reach.empty:
            kind = "hour value" if name == "your hour" else name
            never = first_that_fits((f"at no {kind} in the first year", f"at no {kind}"), room)
            lines.append([(" " * label, ""), (left(never, room), COST)])
        else:
            lines.append(
                [
                    (" " * label, ""),
                    *labelled(reach, room, board.money(reach.here), board.money(limit)),
                ]
            )
    return lines


def rule(width: int) -> Line:
    """A line across."""
    return [("─" * width, FAINT)]
