"""What can be done on the Review screen alone."""

from __future__ import annotations

from widgets.actions.act import Act

REVIEW: tuple[Act, ...] = ()
