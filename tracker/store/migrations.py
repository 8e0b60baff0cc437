"""The version of the files, and the steps from each version to the next.

A step takes one row and gives it in the next version. Rows are migrated as they are read; a
ledger is written in the present version when it is next replaced, and the whole folder is
backed up before the first such write. A version newer than ours is refused, never guessed at.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    Row = dict[str, Any]
    Step = Callable[[str, Row], Row]

FORMAT = 1
"""The version this program writes."""

STEPS: dict[int, Step] = {}
"""From a version to the step that leads to the next; it takes the table's name and a row."""


def migrated(
    rows: Mapping[str, Row],
    table: str,
    version: int,
    *,
    steps: Mapping[int, Step] | None = None,
    target: int | None = None,
) -> dict[str, Row]:
    """The rows of ``version`` as rows of ``target`` (the present one); none dropped, none shared.

    Raises:
        KeyError: There is no step from one of the versions between.
    """
    known = STEPS if steps is None else steps
    path = [known[number] for number in range(version, FORMAT if target is None else target)]
    fresh = {number: dict(row) for number, row in rows.items()}
    for step in path:
        fresh = {number: step(table, row) for number, row in fresh.items()}
    return fresh
