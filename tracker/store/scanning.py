"""JSON text to values, without importing :mod:`json` where that can be spared.

``json`` loads ``re``, ``enum`` and ``collections``, which costs a reading command seven tenths of
a bare interpreter for nothing: the scanner itself is a C function that needs none of them.
Where that function is missing, or does not like the text, :func:`json.loads` decides.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

try:
    from _json import make_scanner
except ImportError:  # not CPython
    make_scanner = None  # type: ignore[assignment,misc]

_BLANK = " \t\n\r"


class _Rules:
    """What :class:`json.JSONDecoder` hands to its scanner, in its default form."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = float


def loads(text: str) -> Any:
    """The value of a JSON text.

    Raises:
        json.JSONDecodeError: It is none; a ValueError with ``lineno``, ``colno`` and ``msg``.
        RecursionError: It is nested too deeply.
    """
    if _scan is not None:
        stripped = text.strip(_BLANK)
        try:
            value, end = _scan(stripped, 0)
        except (
            StopIteration,
            ValueError,
            SystemError,
        ):  # the last where it cannot say what is wrong
            end = -1
        if end == len(stripped):
            return value
    import json

    return json.loads(text)


_scan: Callable[[str, int], tuple[Any, int]] | None = (
    None if make_scanner is None else make_scanner(_Rules())  # type: ignore[arg-type]
)
