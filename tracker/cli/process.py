"""The streams of a caller, or of this process, open or not."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def given_streams(
    stdin: TextIO | None, out: TextIO | None, err: TextIO | None
) -> tuple[TextIO, TextIO, TextIO]:
    """Those given, our own where none was; a closed one reads and writes nothing."""
    return (
        stdin or sys.stdin or _nothing("r"),
        out or sys.stdout or _nothing("w"),
        err or sys.stderr or _nothing("w"),
    )


def _nothing(mode: str) -> TextIO:
    import os
    from typing import cast

    opened = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115 - for as long as we run
    return cast("TextIO", opened)
