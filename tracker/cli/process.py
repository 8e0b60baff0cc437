"""The streams of this process, whatever its locale, and whether or not they are open."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def own_streams() -> tuple[TextIO, TextIO, TextIO]:
    """Standard input, output and error; a closed one reads and writes nothing.

    Where the terminal cannot show a letter it gets a ``?``, not a refusal.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and (stream.encoding != "utf-8" or stream.errors == "strict"):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    return (
        sys.stdin or _nothing("r"),
        sys.stdout or _nothing("w"),
        sys.stderr or _nothing("w"),
    )


def given_streams(
    stdin: TextIO | None, out: TextIO | None, err: TextIO | None
) -> tuple[TextIO, TextIO, TextIO]:
    """Those of a caller in this process, and our own where it gave none."""
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
