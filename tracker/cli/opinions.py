"""What is said of a task on the command line, as fields of it; ``-`` takes an answer back."""

from __future__ import annotations

from tracker.domain.errors import UsageError
from tracker.domain.task import MARKS, RATINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.cli.context import Context
    from tracker.domain.cadence import Cadence
    from tracker.domain.task import Task

Said = tuple[tuple[str, object], ...]


def said(context: Context) -> Said:
    """The options that were given, by field of a task, in the order of the help.

    Raises:
        UsageError, Unreadable: A value that cannot be.
    """
    request = context.request
    readers: dict[str, Callable[[str, str], object]] = {
        **dict.fromkeys(RATINGS, _rating),
        **dict.fromkeys((*MARKS, "silent"), _answer),
        "category": _category,
        "project": lambda _, given: given,
        "share": _share,
        "cadence": lambda _, given: _cadence(given),
    }
    found: list[tuple[str, object]] = []
    for field, read in readers.items():
        option = field.replace("_", "-")
        given = request.get(option)
        if given is not None:
            found.append((field, None if given == "-" else read(option, given)))
    until = request.get("pause-until")
    if until is not None:
        found.append(("paused_until", None if until == "-" else _day(context, until)))
    return tuple(found)


def in_words(field: str, value: object) -> str:
    """``tedium 5``, ``only me no``, ``share 60%``: one thing that was said."""
    name = field.replace("_", " ")
    if value is None:
        return f"{name} unsaid"
    if isinstance(value, bool):
        return f"{name} {'yes' if value else 'no'}"
    if field == "share" and isinstance(value, float):
        return f"{name} {percent(value)}"
    if field == "cadence":
        return f"{name} {_written(value)}"
    return f"{name} {value}"


def rhythm_of(task: Task) -> dict[str, object]:
    """Share, cadence in words, pause and silence of a task as JSON; ``None`` is unsaid."""
    until = task.paused_until
    return {
        "share": task.share,
        "cadence": _written(task.cadence) if task.cadence else None,
        "paused_until": until.isoformat() if until else None,
        "silent": task.silent,
    }


def percent(share: float) -> str:
    """``60%``, ``12.5%``."""
    return f"{share * 100:.4g}%"


def known_category(given: str) -> str:
    """``given`` if it is a category; UsageError with the nearest ones where it is not."""
    from tracker.store.categories import load_categories

    names = [category.name for category in load_categories()]
    if given not in names:
        from tracker.cli.options import nearest

        near = nearest(given, names)
        hint = f"Did you mean {near}?" if near else f"There are: {', '.join(names)}."
        raise UsageError(f'There is no category "{given}". {hint}')
    return given


def _rating(option: str, given: str) -> int:
    if given not in {"1", "2", "3", "4", "5"}:
        raise UsageError(f'--{option} is a number from 1 to 5; not "{given}".')
    return int(given)


def _answer(_option: str, given: str) -> bool:
    return given == "yes"


def _category(_option: str, given: str) -> str:
    return known_category(given)


def _share(option: str, given: str) -> float:
    """``60%`` or ``0.6``; a bare number above 1 is a percentage too."""
    text = given.strip().removesuffix("%").strip()
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    share = value / 100 if "%" in given or value > 1 else value
    if not 0 < share <= 1:
        raise UsageError(f'--{option} is a part such as 60%, up to 100%; not "{given}".')
    return share


def _cadence(given: str) -> Cadence:
    from tracker.line.rhythm import read_cadence

    return read_cadence(given)


def _written(value: object) -> str:
    from tracker.domain.cadence import Cadence
    from tracker.line.rhythm import write_cadence

    return write_cadence(value) if isinstance(value, Cadence) else ""


def _day(context: Context, given: str) -> date:
    from tracker.line.until import read_until

    return read_until(given, today=context.clock.today())
