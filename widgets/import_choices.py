"""What is asked about the names of a file, as rows to choose in; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.audit.categorise import OTHER
from tracker.domain.format import duration
from widgets.choice_list import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from widgets.import_state import Preview

Pairs = tuple[tuple[str, str], ...]


def name_rows(preview: Preview) -> tuple[ChoiceRow, ...]:
    """A row for each new name that looks like another; it is kept until its owner says else."""
    return tuple(
        ChoiceRow(
            one.name,
            f"{one.name}  like {one.into[0]}",
            "1 entry" if one.entries == 1 else f"{one.entries:,} entries",
            (("", "keep"), *((name, f"into {name}") for name in one.into)),
        )
        for one in preview.alike
    )


def category_rows(
    preview: Preview, categories: Pairs, merges: Pairs, before: Iterable[ChoiceRow]
) -> tuple[ChoiceRow, ...]:
    """A row for each new task that is not merged; what was chosen ``before`` stays so."""
    chosen = {row.key: row.choice for row in before}
    merged = {name for name, _ in merges}
    given = {task.category for task in preview.tasks} - {name for name, _ in categories}
    options = (*categories, *((name, name) for name in sorted(given)))
    places = {name: place for place, (name, _) in enumerate(options)}
    return tuple(
        ChoiceRow(
            task.name,
            task.name,
            duration(task.seconds),
            options,
            places[chosen.get(task.name, task.category)],
        )
        for task in preview.tasks
        if task.name not in merged
    )


def chosen_categories(preview: Preview, rows: Iterable[ChoiceRow]) -> Pairs:
    """Task and category, but for what nobody knew: a better guess may come for these."""
    guessed = {task.name: task.category for task in preview.tasks if not task.settled}
    return tuple(
        (row.key, row.choice)
        for row in rows
        if row.choice and not row.choice == guessed.get(row.key) == OTHER
    )
