"""What can be done on the Recurring screen alone."""

from __future__ import annotations

from widgets.actions.act import Act

RECURRING: tuple[Act, ...] = ()
