"""The quick line: one grammar, its reading, and its printing."""

from __future__ import annotations

from tracker.line.read import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracker.line.fields import read_duration, read_time, write_duration

__all__ = ["read", "read_duration", "read_time", "write_duration"]


def __getattr__(name: str) -> Any:
    """Load what reads single fields only where it is asked for: ``start`` does not need it."""
    if name in __all__:
        from tracker.line import fields

        return getattr(fields, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
