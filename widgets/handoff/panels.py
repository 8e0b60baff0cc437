"""The panels beside the list: each draws what pure functions say of the selected task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from widgets.actions import bindings
from widgets.drawing import Drawing
from widgets.handoff.board import EMPTY
from widgets.handoff.brief_lines import brief_lines
from widgets.handoff.money_lines import bars, cash_words, holds_while, in_brief
from widgets.handoff.placing import AWAY
from widgets.handoff.prose import sentences
from widgets.handoff.realised_lines import answer, realised_blocks
from widgets.handoff.stage_lines import dates, stage_line, stage_of, way_ahead, what_next
from widgets.handoff.verdict_lines import headline, in_short, price_words, rests_on, test
from widgets.tones import QUIET

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tracker.audit.worth.model import Numbers
    from tracker.audit.worth.verdict import Verdict
    from widgets.handoff.board import Board, Row
    from widgets.handoff.prose import Line
    from widgets.handoff.whatif import Knob


class Panel(Widget):
    """Draws the lines of one task, as many as there is height for.

    Attributes:
        row: The selected task; ``None`` where there is none.
        verdict: Of that task, or of what is imagined of it.
    """

    board: reactive[Board] = reactive(EMPTY)
    row: reactive[Row | None] = reactive(None)
    verdict: reactive[Verdict | None] = reactive(None)

    def lines(self, width: int, height: int) -> list[Line]:
        """What to draw in ``width`` cells and ``height`` lines."""
        raise NotImplementedError

    def render(self) -> Drawing:
        """The lines, cut to the room there is."""
        width, height = self.content_size
        if not width or self.row is None:
            return Drawing()
        return Drawing.fitted(self.lines(width, height)[:height], width)

    @property
    def numbers(self) -> Numbers | None:
        """Of the verdict; ``None`` where there is no price, or too little is known."""
        return self.verdict.numbers if self.verdict is not None else None


SHORT = 3
"""Lines in which there is only room for the answer and the money."""


class VerdictPanel(Panel):
    """What to do and why; on little height the sentences come before what they rest on."""

    def lines(self, width: int, height: int) -> list[Line]:
        """Headline, sentences, the four-part test, what is assumed."""
        verdict = self.verdict
        if verdict is None:
            return []
        lines = headline(verdict, width, answer(self.row, verdict) if self.row else None)
        if height <= SHORT and verdict.numbers is not None:
            return [*lines, in_brief(verdict.numbers, self.board, width)]
        ticks = test(verdict, width)
        lines += in_short(verdict, width, max(2, height - len(lines) - len(ticks)))
        rest = (
            ticks,
            rests_on(verdict, width),
            sentences(price_words(verdict.price, self.board), width, QUIET, ""),
            sentences(verdict.evidence, width, QUIET, ""),
        )
        blocks = [block for block in rest if block]
        spare = height - len(lines) - sum(len(block) for block in blocks)
        for block in blocks:
            if len(lines) + len(block) <= height:
                lines += [[], *block] if spare > 0 else block
                spare -= 1
        return lines


class MoneyPanel(Panel):
    """Kept, handed off, the difference: as bars."""

    def lines(self, width: int, height: int) -> list[Line]:
        """The bars, and what leaves the bank."""
        numbers = self.numbers
        if numbers is None:
            return sentences("There is no price to reckon with yet: Q adds a quote.", width, QUIET)
        lines = bars(numbers, self.board, width)
        if len(lines) > height:
            lines = lines[1:]
        return [*lines, cash_words(numbers, self.board, width)]


class ReachPanel(Panel, can_focus=True):
    """Where the verdict holds; while it has the focus, keys turn the inputs.

    Attributes:
        hint: What the keys do, below the lines.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("whatif")

    hint: reactive[str] = reactive("")

    @dataclass(eq=False, repr=False)
    class Turned(Message):
        """An input is to be turned ``by`` steps; 0 sets every one of them back."""

        knob: Knob
        by: int

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """Enough was turned; ``keep`` where the price is to be kept as a quote."""

        keep: bool

    def action_turn(self, knob: Knob, by: int) -> None:
        """One input, up or down."""
        self.post_message(self.Turned(knob, by))

    def action_leave(self, keep: bool) -> None:  # noqa: FBT001 - a binding's argument
        """Back to the tasks."""
        self.post_message(self.Left(keep))

    def lines(self, width: int, height: int) -> list[Line]:
        """Rate and own hour on their lines, and below what was turned."""
        numbers = self.numbers
        if numbers is None:
            return sentences("Without a price there is nothing to turn.", width, QUIET)
        lines = holds_while(numbers, self.board, width)
        if height > len(lines):
            for words in self.hint.split("\n"):
                lines.append([(words, QUIET)])
        return lines


HIGH = 16
"""Lines from which on what came of it is drawn as well as told."""


class StagePanel(Panel):
    """How far it has gone, since when, and what comes next."""

    def lines(self, width: int, height: int) -> list[Line]:
        """The stages, their days, what came of it."""
        row = self.row
        if row is None:
            return []
        stage = stage_of(row)
        lines: list[Line] = [stage_line(stage, width)]
        lines += dates(row.filed.handoff, width)
        if stage not in AWAY:
            ahead = way_ahead(row, width)
            whole = len(ahead) <= height and stage != "taken-back"
            return ahead if whole else lines + what_next(row, width)
        blocks = realised_blocks(self.board, row, width, bars=height >= HIGH)
        spare = height - len(lines) - sum(len(block) for block in blocks)
        for block in blocks:
            if len(lines) + len(block) <= height:
                lines += [[], *block] if spare > 0 else block
                spare -= 1
        return lines


class BriefPanel(Panel):
    """What is written for whoever takes it over."""

    def lines(self, width: int, height: int) -> list[Line]:
        """The four questions, the steps and what else is written."""
        return brief_lines(self.row, width, height) if self.row is not None else []
