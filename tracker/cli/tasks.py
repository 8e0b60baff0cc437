"""``tasks``: what is known and assumed about each, and ``tasks set`` or ``rate`` to say it."""

from __future__ import annotations

from tracker.domain.book import Draft
from tracker.domain.errors import Refused, UsageError
from tracker.domain.task import MARKS, RATINGS, Task

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracker.audit.worth.profile import Profile
    from tracker.cli.context import Context
    from tracker.domain.book import Book

_FAR_FUTURE = 1 << 35


def tasks(context: Context) -> int:
    """List tasks, set what is said of one, or change what they are called."""
    words = context.request.words
    if not words:
        return _list(context)
    if words[0] in {"rename", "merge"}:
        from tracker.cli import renaming

        way = renaming.rename if words[0] == "rename" else renaming.merge
        return way(context, words[1:])
    if words[0] != "set" or len(words) != 2:
        raise UsageError(
            "That is not how tasks works. For example: ww tasks set invoicing --tedium 5"
        )
    return _set(context, words[1])


def rate(context: Context) -> int:
    """``tasks set`` in one word."""
    return _set(context, context.request.words[0])


def _list(context: Context) -> int:
    from tracker.cli.profiles import Profiles

    profiles = Profiles(context)
    spent, last = _spent(context)
    names = list(spent) + [task.name for task in context.log.tasks() if task.name not in spent]
    names.sort(key=lambda name: (-spent.get(name, 0), name.casefold()))
    if context.json:
        records = [_record(profiles(name), spent, last) for name in names]
        context.print.json(records)
        return 0
    if not names:
        context.print.line("No tasks yet. Start one with: ww start TASK")
        return 0
    head = ("Task", "Hours", "Last", "Category", "Tedium", "Growth", "Skill", "Like")
    rows = [_row(profiles(name), spent, last) for name in names]
    lines = context.print.table([head, *rows], "lr", stretch=0)
    context.print.line(context.print.paint(lines[0], "bold"))
    for line in lines[1:]:
        context.print.line(line)
    context.print.line("~ is assumed from the category. Say it: ww tasks set TASK --tedium 5")
    return 0


def _spent(context: Context) -> tuple[dict[str, int], dict[str, str]]:
    """Seconds in all and the last local day, by task."""
    now, clock = int(context.now.timestamp()), context.clock
    spent: dict[str, int] = {}
    latest: dict[str, int] = {}
    last: dict[str, str] = {}
    for row in context.log.rows(0, _FAR_FUTURE):
        name = row["task"]
        if "day" in row:
            spent[name] = spent.get(name, 0) + row["seconds"]
            last[name] = max(last.get(name, ""), row["day"])
        else:
            spent[name] = spent.get(name, 0) + max(0, row.get("stop", now) - row["start"])
            latest[name] = max(latest.get(name, 0), row["start"])
    for name, start in latest.items():
        last[name] = max(last.get(name, ""), clock.day(start).isoformat())
    return spent, last


def _record(profile: Profile, spent: dict[str, int], last: dict[str, str]) -> dict[str, object]:
    """One task as JSON; ``assumed`` names what nobody has said."""
    return {
        "task": profile.task,
        "category": profile.category,
        "seconds": spent.get(profile.task, 0),
        "last": last.get(profile.task),
        **{field: getattr(profile, field) for field in (*RATINGS, *MARKS)},
        "rate": profile.rate,
        "rate_source": profile.rate_source,
        "assumed": list(profile.assumed),
    }


def _row(profile: Profile, spent: dict[str, int], last: dict[str, str]) -> tuple[str, ...]:
    from tracker.domain.format import duration

    def said(field: str) -> str:
        return f"{'~' if field in profile.assumed else ''}{getattr(profile, field)}"

    seconds = spent.get(profile.task, 0)
    return (
        profile.task,
        duration(seconds) if seconds else "",
        last.get(profile.task, ""),
        *(said(field) for field in ("category", *RATINGS)),
    )


def _set(context: Context, name: str) -> int:
    """Everything that was said, as one change."""
    said = _said(context)
    if not said:
        raise UsageError(f'Say what to set: ww rate "{name}" --tedium 5')

    def decide(book: Book) -> Draft:
        task = _known(book, name).replace(**said)
        return Draft(f"rated {task.name}", put_tasks=(task,))

    change = context.log.change(decide)
    if context.json:
        from tracker.cli.profiles import profile_for

        task = _known(context.log, name)
        spent, last = _spent(context)
        context.print.json(_record(profile_for(context, task.name), spent, last))
        return 0
    told = ", ".join(f"{field.replace('_', ' ')} {_word(value)}" for field, value in said.items())
    verb = "Set" if change.number else "Nothing to change in"
    context.print.line(context.print.name(f"{verb} {_known(context.log, name).name}: {told}."))
    return 0


def _known(book: Book, name: str) -> Task:
    folded = name.casefold()
    for task in book.tasks():
        if task.name.casefold() == folded:
            return task
    raise Refused(f'There is no task "{name}". ww tasks lists them; ww start makes one.')


def _said(context: Context) -> dict[str, Any]:
    """Options as fields of a task; ``-`` takes an answer back."""
    request = context.request
    said: dict[str, Any] = {}
    for field in RATINGS:
        given = request.get(field)
        if given is not None:
            said[field] = _rating(field, given)
    for field in MARKS:
        given = request.get(field.replace("_", "-"))
        if given is not None:
            said[field] = {"yes": True, "no": False, "-": None}[given]
    for field in ("category", "project"):
        given = request.get(field)
        if given is not None:
            known = known_category(given) if field == "category" and given != "-" else given
            said[field] = "" if given == "-" else known
    return said


def _rating(field: str, given: str) -> int | None:
    if given == "-":
        return None
    if given not in {"1", "2", "3", "4", "5"}:
        raise UsageError(f'--{field} is a number from 1 to 5; not "{given}".')
    return int(given)


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


def _word(value: object) -> str:
    if value is None or value == "":
        return "unsaid"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
