"""``tasks``: what is known and assumed about each, and ``tasks set`` or ``rate`` to say it."""

from __future__ import annotations

from tracker.domain.errors import UsageError
from tracker.domain.task import MARKS, RATINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.profile import Profile
    from tracker.cli.context import Context
    from tracker.domain.book import Book
    from tracker.domain.task import Task

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
        known = {task.name: task for task in context.log.tasks()}
        context.print.json(
            [_record(profiles(name), known.get(name), spent, last) for name in names]
        )
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


def _record(
    profile: Profile, task: Task | None, spent: dict[str, int], last: dict[str, str]
) -> dict[str, object]:
    """One task as JSON; ``assumed`` names what nobody has said."""
    rhythm: dict[str, object] = {
        **dict.fromkeys(("share", "cadence", "paused_until")),
        "silent": False,
    }
    if task is not None:
        from tracker.cli.opinions import rhythm_of

        rhythm = rhythm_of(task)
    return {
        "task": profile.task,
        "category": profile.category,
        "seconds": spent.get(profile.task, 0),
        "last": last.get(profile.task),
        **{field: getattr(profile, field) for field in (*RATINGS, *MARKS)},
        **rhythm,
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
    from tracker.cli.opinions import in_words, said
    from tracker.intents.decide import decide
    from tracker.intents.intent import Amend

    given = said(context)
    if not given:
        raise UsageError(f'Say what to set: ww rate "{name}" --tedium 5')
    moment = context.moment()
    change = context.log.change(lambda book: decide(Amend(name, given), book, moment))
    task = _known(context.log, name)
    if context.json:
        from tracker.cli.profiles import profile_for

        spent, last = _spent(context)
        profile = profile_for(context, task.name)
        context.print.json(_record(profile, task, spent, last))
        return 0
    told = ", ".join(in_words(field, value) for field, value in given)
    verb = "Set" if change.number else "Nothing to change in"
    context.print.line(context.print.name(f"{verb} {task.name}: {told}."))
    return 0


def _known(book: Book, name: str) -> Task:
    folded = name.casefold()
    return next(task for task in book.tasks() if task.name.casefold() == folded)
