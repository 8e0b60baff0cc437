"""What can be said of a task while nobody knows its price: above all, up to which it pays."""

from __future__ import annotations

from tracker.audit.worth.model import reckon
from tracker.audit.worth.price import plain_rate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.case import Case
    from tracker.audit.worth.model import Numbers


def free(case: Case) -> Numbers:
    """The numbers if it were done for nothing; break-even rates and fees hold at any price."""
    return reckon(case.inputs_at(plain_rate(0.0, "estimate", "")))
