"""``handoff``: where a task stands on its way to other hands, and what came of it."""

from __future__ import annotations

from tracker.cli.context import new_id
from tracker.cli.naming import day_given, task_named
from tracker.cli.worth import number
from tracker.domain.errors import UsageError
from tracker.domain.filed import filed_of
from tracker.domain.papers import STAGES, Bill, Check, Promise
from tracker.intents.handoff import AWAY, advance, came, given_to, questions_open, stages_from
from tracker.intents.intent import File

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.audit.worth.realised import Realised
    from tracker.cli.context import Context
    from tracker.domain.book import Book, Draft
    from tracker.domain.filed import Filed


def handoff(context: Context) -> int:
    """Show where a task stands; move it on, or note an invoice or how good the work was."""
    name, *rest = context.request.words
    task = task_named(context, name)
    stage = _stage(rest[0]) if rest else ""
    _check_options(context)
    day = day_given(context)
    to = context.request.get("to") or ""
    new = _came(context, task, day)
    if not (stage or new or to):
        return _show(context, task, "")
    promise = _promise(context, task) if stage in AWAY else None

    def wanted(book: Book) -> File:
        papers = book.papers()
        made: list[File] = []
        if stage:
            anyway = context.request.has("anyway")
            made.append(advance(task, stage, day, papers, promise, new_id, to=to, anyway=anyway))
        elif to:
            made.append(given_to(task, to, papers))
        kept = {paper.id: paper for paper in papers}
        kept |= {paper.id: paper for wish in made for paper in wish.papers}
        if new:
            made.append(came(task, new, tuple(kept.values())))
        filed = tuple(paper for wish in made for paper in wish.papers)
        return File(filed, made[0].label)

    return _carry_out(context, task, wanted)


def _carry_out(context: Context, task: str, wanted: Callable[[Book], File]) -> int:
    from tracker.intents.decide import decide

    moment = context.moment()

    def decided(book: Book) -> Draft:
        return decide(wanted(book), book, moment)

    change = context.log.change(decided)
    return _show(context, task, f"{change.label[:1].upper()}{change.label[1:]}.")


def _stage(given: str) -> str:
    """The stage that was typed, ``handed off`` and ``taken_back`` too; raises UsageError."""
    stage = given.strip().casefold().replace(" ", "-").replace("_", "-")
    if stage not in STAGES:
        from tracker.cli.options import nearest

        near = nearest(stage, STAGES)
        hint = f"Did you mean {near}?" if near else f"There are: {', '.join(STAGES)}."
        raise UsageError(f'There is no stage "{given}". {hint}')
    return stage


def _check_options(context: Context) -> None:
    request = context.request
    if request.has("hours") and not request.has("bill"):
        raise UsageError("--hours goes with an invoice: --bill 480 --hours 12.")
    if request.has("late") and not request.has("quality"):
        raise UsageError("--late goes with how good the work was: --quality 4 --late 2.")
    if request.has("note") and not (request.has("bill") or request.has("quality")):
        raise UsageError("--note goes with --bill or --quality.")


def _came(context: Context, task: str, day: date) -> tuple[Bill | Check, ...]:
    """The invoice and the check that the options speak of."""
    request = context.request
    note = request.get("note") or ""
    found: list[Bill | Check] = []
    bill = request.get("bill")
    if bill is not None:
        hours = request.get("hours")
        found.append(
            Bill(
                id=new_id(),
                task=task,
                day=day,
                amount=number("--bill", bill),
                currency=context.settings.currency,
                hours=None if hours is None else number("--hours", hours),
                note=note,
            )
        )
    quality = request.get("quality")
    if quality is not None:
        late = request.get("late") or "0"
        if not late.isdecimal():
            raise UsageError(f'--late is a number of days; not "{late}".')
        grade = int(quality) if quality in {"1", "2", "3", "4", "5"} else 0
        if not grade:
            raise UsageError(f'--quality is a number from 1 to 5; not "{quality}".')
        found.append(Check(new_id(), task, day, grade, int(late[:6]), note if bill is None else ""))
    return tuple(found)


def _promise(context: Context, task: str) -> Promise | None:
    """What is reckoned with now; ``None`` where there is no price, or too little is logged."""
    from tracker.audit.worth.promise import promise_of
    from tracker.cli.look import look, verdict_of

    verdict = verdict_of(look(context, judged=True), task)
    if verdict is None or verdict.numbers is None:
        return None
    return promise_of(verdict.numbers)


def _show(context: Context, task: str, said: str) -> int:
    filed = filed_of(task, context.log.papers())
    found = _realised(context, task) if filed.handoff else None
    if context.json:
        context.print.json(_record(task, filed, found))
        return 0
    from tracker.cli.handoff_lines import lines

    if said:
        context.print.line(context.print.name(said))
    for line in lines(context.print, task, filed, found, context.settings.currency):
        context.print.line(line)
    return 0


def _realised(context: Context, task: str) -> Realised | None:
    from tracker.cli.look import look
    from tracker.realising import came_of

    survey = look(context, judged=False)
    return came_of(context.log, survey, task, context.zone, context.settings.day_start)


def _record(task: str, filed: Filed, found: Realised | None) -> dict[str, object]:
    from tracker.domain.fields import fields_of

    held = filed.handoff
    promise = held.promise if held else None
    return {
        "task": task,
        "stage": filed.stage,
        "since": held.since.isoformat() if held else None,
        "to": held.to if held else "",
        "moves": [fields_of(move) for move in held.moves] if held else [],
        "next": list(stages_from(filed.stage)),
        "questions_open": list(questions_open(filed.brief)),
        "promise": None if promise is None else _plain(promise),
        "realised": None if found is None else _plain(found.replace(promise=None)),
        "bills": [
            {
                "day": bill.day.isoformat(),
                "amount": bill.amount,
                "currency": bill.currency,
                "hours": bill.hours,
                "note": bill.note,
            }
            for bill in filed.bills
        ],
        "checks": [
            {
                "day": check.day.isoformat(),
                "quality": check.quality,
                "days_late": check.days_late,
                "note": check.note,
            }
            for check in filed.checks
        ],
    }


def _plain(value: Promise | Realised) -> dict[str, object]:
    """Every field by its name; hours and money to four decimals, days as ISO text."""
    found: dict[str, object] = {}
    for field in type(value).__fields__:
        given = getattr(value, field)
        if field == "promise":
            continue
        if isinstance(given, float):
            given = round(given, 4) + 0.0
        elif hasattr(given, "isoformat"):
            given = given.isoformat()
        elif isinstance(given, tuple):
            given = list(given)
        found[field] = given
    return found
