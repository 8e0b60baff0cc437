"""What is imagined of the selected task while its inputs are turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.format import money
from widgets.handoff.whatif import begin, imagined, turned

if TYPE_CHECKING:
    from tracker.audit.worth.verdict import Verdict
    from widgets.handoff.board import Board, Row
    from widgets.handoff.whatif import Knob, WhatIf
    from widgets.key_bar import Offered


class Turning:
    """Holds what is imagined; everything shown of it is reckoned anew from the verdict."""

    def __init__(self) -> None:
        """Nothing is imagined."""
        self.what: WhatIf | None = None
        self._row: Row | None = None

    @property
    def on(self) -> bool:
        """Whether inputs are being turned."""
        return self.what is not None

    def start(self, row: Row) -> None:
        """Begin with the task as it is; without a price there is nothing to turn."""
        if row.verdict.numbers is not None:
            self.what, self._row = begin(row.verdict.numbers), row

    def settle(self, row: Row) -> None:
        """The log was looked at again: go on turning where the inputs are the same."""
        if self._row is None or row.verdict.numbers != self._row.verdict.numbers:
            self.stop()
        elif self.on:
            self._row = row

    def stop(self) -> None:
        """Forget what was imagined."""
        self.what = self._row = None

    def turn(self, knob: Knob, by: int) -> None:
        """One input, ``by`` steps up or down; 0 steps set everything back."""
        if self.what is not None:
            self.what = (
                turned(self.what, knob, by) if by else self.what.replace(
                    now=self.what.start, watched=False
                )
            )  # fmt: skip

    def verdict(self, row: Row) -> Verdict:
        """The verdict on the task as it would be."""
        if self.what is None or not self.what.changed:
            return row.verdict
        return imagined(row.verdict, self.what.now)

    def offers(self) -> Offered:
        """The keys that turn."""
        found = [
            ("whatif.more-rate", "rate"),
            ("whatif.more-hour", "your hour"),
            ("whatif.more-hours", "hours"),
            ("whatif.more-oversight", "oversight"),
        ]
        if self.what is not None and self.what.keepable:
            found.insert(0, ("whatif.keep", "keep as quote"))
        if self.what is not None and self.what.changed:
            found.append(("whatif.reset", ""))
        return (*found, ("whatif.leave", ""))

    def hint(self, verdict: Verdict | None, currency: str) -> str:
        """What the inputs are now, and those that were turned, as they were.

        The price is on its own line above, unless ``verdict`` is reckoned with another one.
        """
        what = self.what
        if what is None:
            return ""
        start, now = what.start, what.now
        name = "fixed_fee" if what.by_fee else "rate"
        lines = []
        numbers = verdict.numbers if verdict is not None else None
        if numbers is not None and getattr(numbers, name) != getattr(now, name):
            new, old = (money(getattr(one, name), currency) for one in (now, start))
            words = "a month" if what.by_fee else "an hour"
            lines.append(f"← → {new} {words}, was {old}")
        lines += [
            f"{keys} {_hours(new)} {words}" + (f", was {old:.2f}" if new != old else "")
            for keys, words, new, old in (
                ("h H", "a month", now.own_hours, start.own_hours),
                ("o O", "oversight", now.oversight_hours, start.oversight_hours),
            )
        ]
        return "\n".join(lines)

    def summary(self, board: Board) -> str:
        """What was different and what became of it, in one sentence."""
        what, row = self.what, self._row
        if what is None or row is None:
            return ""
        currency = board.settings.currency
        start, now = what.start, what.now
        parts = []
        for name, words in (
            ("rate", "rate"), ("fixed_fee", "fee"), ("hour_value", "your hour"),
        ):  # fmt: skip
            if getattr(start, name) != getattr(now, name):
                old, new = (money(getattr(one, name), currency) for one in (start, now))
                parts.append(f"{words} {old} to {new}")
        for name, words in (("own_hours", "hours"), ("oversight_hours", "oversight")):
            if getattr(start, name) != getattr(now, name):
                parts.append(f"{words} {getattr(start, name):.2f} to {getattr(now, name):.2f} h")
        then = self.verdict(row)
        same = then.verdict == row.verdict.verdict
        became = "the verdict stays" if same else f"the verdict would be: {then.headline}"
        return f"With {', '.join(parts)}: {became} Nothing was changed."


def _hours(hours: float) -> str:
    """``3.25 h``: quarters are turned, so two decimals tell every step apart."""
    return f"{hours:.2f} h"
