"""The quick line: one grammar, its reading, and its printing."""

from __future__ import annotations

from tracker.line.fields import read_duration, read_time, write_duration
from tracker.line.read import read

__all__ = ["read", "read_duration", "read_time", "write_duration"]
