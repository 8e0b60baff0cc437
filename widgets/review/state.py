"""What the Review screen shows, as one immutable value."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tracker.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.audit.review.document import Difference
    from tracker.audit.review.picture import See
    from tracker.audit.review.review import Advice, Looked
    from tracker.domain.papers import Review
    from tracker.domain.period import Period
    from tracker.domain.repair import Fix


class Reviewed(Value):
    """A period looked back on.

    Attributes:
        looked: What the log tells of it now.
        see: What is shown of it: of a closed review what was seen then.
        today: The local day it is.
        fixes: Key of a finding to the ways to put it right.
        stored: Every review that is kept, the newest period first.
        differences: Of a closed review, what the log says otherwise now.
        advice: What the audit adds; of a closed review as it was then. ``None`` until it is
            worked out.
        titles: Category name to how it is shown.
    """

    looked: Looked
    see: See
    today: date
    fixes: Mapping[str, tuple[Fix, ...]] = MappingProxyType({})
    stored: tuple[Review, ...] = ()
    differences: tuple[Difference, ...] = ()
    advice: Advice | None = None
    titles: Mapping[str, str] = MappingProxyType({})

    @property
    def period(self) -> Period:
        """The one that is looked back on."""
        return self.looked.period
