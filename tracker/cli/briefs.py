"""``brief``: what someone else needs to take a task over, printed, written on and sent."""

from __future__ import annotations

from tracker.cli.naming import task_named
from tracker.domain.errors import UsageError
from tracker.domain.filed import filed_of
from tracker.domain.papers import BRIEF_LISTS, BRIEF_TEXTS, Brief
from tracker.exchange.brief_paper import Times, read, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.cli.context import Context
    from tracker.domain.book import Book, Draft

FIELDS = (*BRIEF_TEXTS, *BRIEF_LISTS)


def brief(context: Context) -> int:
    """Print the brief of a task, or write on it; one change, which undo takes back."""
    task = task_named(context, context.request.words[0])
    if context.request.has("edit"):
        return _edit(context, task)
    said = _said(context)
    steps, links = context.request.all("step"), context.request.all("link")
    if not (said or steps or links):
        return _show(context, task)

    def written(held: Brief) -> Brief:
        changed = held.replace(**said)
        return changed.replace(steps=(*changed.steps, *steps), links=(*changed.links, *links))

    return _write(context, task, written)


def _said(context: Context) -> dict[str, object]:
    """``--set FIELD=TEXT`` as fields; a list is one item a line, ``FIELD=`` empties it."""
    found: dict[str, object] = {}
    for given in context.request.all("set"):
        field, equals, text = given.partition("=")
        field = field.strip().casefold()
        if not equals or field not in FIELDS:
            raise UsageError(
                f'--set takes FIELD=TEXT, FIELD one of {", ".join(FIELDS)}; not "{given}".'
            )
        found[field] = tuple(text.splitlines()) if field in BRIEF_LISTS else text
    return found


def _held(context: Context, task: str) -> Brief | None:
    return filed_of(task, context.log.papers()).brief


def _write(context: Context, task: str, written: Callable[[Brief], Brief]) -> int:
    """File what ``written`` makes of the brief as it is then; told in one line."""
    from tracker.cli.context import new_id
    from tracker.intents.decide import decide
    from tracker.intents.intent import File

    moment, today = context.moment(), context.clock.today()
    fresh = Brief(new_id(), task)

    def wanted(book: Book) -> Draft:
        held = filed_of(task, book.papers()).brief or fresh
        changed = written(held)
        if changed == held:
            return _nothing(task)
        made = File((changed.replace(updated=today),), f"wrote the brief of {task}")
        return decide(made, book, moment)

    change = context.log.change(wanted)
    if context.json:
        return _show(context, task)
    if not change.number:
        said = f"The brief of {task} says that already."
    else:
        said = f"Wrote the brief of {task}.{_still_open(_held(context, task))}"
    context.print.line(context.print.name(said))
    return 0


def _nothing(task: str) -> Draft:
    from tracker.domain.book import Draft

    return Draft(f"wrote the brief of {task}")


def _still_open(held: Brief | None) -> str:
    from tracker.intents.handoff import questions_open

    still = questions_open(held)
    return f" It does not answer yet: {', '.join(still)}." if still else ""


def _show(context: Context, task: str) -> int:
    from tracker.cli.writing import output_of, write_file

    held = _held(context, task) or Brief("", task)
    times = _times(context, task)
    if context.json:
        context.print.json(_record(held, times))
        return 0
    text = write(held, times)
    path = output_of(context)
    if path is None:
        from tracker.cli.output import clean

        for line in text.splitlines():
            context.print.raw(clean(line) + "\n")
        return 0
    write_file(path, (text,), force=context.request.has("force"))
    context.print.line(context.print.name(f"Wrote the brief of {task} to {path}."))
    return 0


def _times(context: Context, task: str) -> Times:
    from tracker.cli.look import look, standing_of

    standing = standing_of(look(context, judged=False), task)
    if standing is None:
        return Times()
    return Times(standing.usual_seconds, standing.fastest_seconds, standing.slowest_seconds)


def _edit(context: Context, task: str) -> int:
    """Let the person's editor change the Markdown, and read it back."""
    from tracker.cli.editor import edited

    if any(context.request.has(option) for option in ("set", "step", "link", "output")):
        raise UsageError("--edit opens the whole brief: leave the other options out.")
    before = write(_held(context, task) or Brief("", task), _times(context, task))
    return edited(
        context,
        before,
        f"brief-{task}",
        lambda text: _write(context, task, lambda held: read(text, held)),
    )


def _record(held: Brief, times: Times) -> dict[str, object]:
    return {
        "task": held.task,
        "id": held.id or None,
        **{name: getattr(held, name) for name in BRIEF_TEXTS},
        **{name: list(getattr(held, name)) for name in BRIEF_LISTS},
        "updated": held.updated.isoformat() if held.updated else None,
        "questions_open": list(held.questions_open),
        "has_procedure": held.has_procedure,
        "usual_seconds": times.usual,
        "fastest_seconds": times.fastest,
        "slowest_seconds": times.slowest,
    }
