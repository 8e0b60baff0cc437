"""What is supposed for one answer: laid over all that is known, and not kept."""

from __future__ import annotations

from tracker.audit.worth.defaults import NOTHING, Known
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.case import Case
    from tracker.audit.worth.verdict import Price


class Supposed(Value):
    """Inputs in place of what the log, quotes and defaults say; ``None`` supposes nothing.

    Attributes:
        task: The one task that the price and ``known`` are for; empty for every task.
        logged_hours: Of a year, in place of those in the log; for V0 of every task.
        rate, fixed_fee: One price together: where one is supposed, the other is 0 unless it is
            supposed too, and no quote, estimate or software stands beside it.
        minimum_hours, setup_fee: Of any price.
        known: Effort, redo, oversight, training and saved cash.
    """

    task: str = ""
    logged_hours: float | None = None
    rate: float | None = None
    fixed_fee: float | None = None
    minimum_hours: float | None = None
    setup_fee: float | None = None
    known: Known = NOTHING

    def over(self, case: Case) -> Case:
        """``case`` as it is supposed to be."""
        if self.task and self.task.casefold() != case.task.casefold():
            return case
        if self.rate is not None or self.fixed_fee is not None:
            price = self._terms(self._given(case.price))
            case = case.replace(price=price, person=price, automation=None)
        else:
            names = ("price", "person", "automation")
            held = {name: getattr(case, name) for name in names}
            case = case.replace(
                **{name: self._terms(price) for name, price in held.items() if price is not None}
            )
        return case.replace(known=_over(self.known, case.known))

    def _given(self, price: Price | None) -> Price:
        """The supposed price; what else was said with the one there is stays."""
        from tracker.audit.worth.price import plain_rate

        given = plain_rate(self.rate or 0.0, "quote", "as given").replace(
            fixed_fee=self.fixed_fee or 0.0
        )
        if price is None:
            return given
        kept = ("minimum_hours", "setup_fee", *Known.__fields__)
        return given.replace(**{name: getattr(price, name) for name in kept})

    def _terms(self, price: Price) -> Price:
        terms = {"minimum_hours": self.minimum_hours, "setup_fee": self.setup_fee}
        return price.replace(**{name: given for name, given in terms.items() if given is not None})


def _over(supposed: Known, known: Known) -> Known:
    """``known`` with what is supposed in its place."""
    given = {name: getattr(supposed, name) for name in Known.__fields__}
    return known.replace(**{name: found for name, found in given.items() if found is not None})
