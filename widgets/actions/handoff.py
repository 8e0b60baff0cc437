"""What can be done on the Handoff screen alone."""

from __future__ import annotations

from widgets.actions.act import Act

HANDOFF: tuple[Act, ...] = ()
