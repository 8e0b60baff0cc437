"""``audit``: what to hand off, what keeps the rest, and what that costs."""

from __future__ import annotations

from tracker.audit.worth.budget import within
from tracker.audit.worth.case import IN_OTHER_HANDS
from tracker.audit.worth.overload import too_full
from tracker.audit.worth.record import plain, verdict_record
from tracker.cli.look import look
from tracker.cli.supposing import as_typed, settings_with, supposed
from tracker.domain.errors import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.audit.survey import Survey
    from tracker.audit.worth.budget import Within
    from tracker.audit.worth.overload import Overload
    from tracker.audit.worth.verdict import Verdict
    from tracker.cli.context import Context

_SHORT = ("one-off", "too-little-data")
"""Verdicts that are listed in a line."""
_NAMED = 12
"""Names in such a line."""


def audit(context: Context) -> int:
    """Look at the log, judge every task and print it."""
    request = context.request
    settings = settings_with(request, context.settings).replace(budget=_cap(context))
    task = request.get("task")
    found = look(context, judged=True, settings=settings, supposed=supposed(request, task or ""))
    chosen = _only(context, found)
    if context.json:
        context.print.json(_record(context, found, chosen))
        return 0
    if task is not None:
        for verdict in chosen:
            _tell_one(context, found, verdict)
    else:
        _tell(context, found)
    _tell_supposed(context)
    return 0


def _budget(context: Context) -> float | None:
    given = context.request.get("budget")
    if given is None:
        return None
    from tracker.cli.worth import number

    return number("--budget", given)


def _only(context: Context, found: Survey) -> tuple[Verdict, ...]:
    """The verdicts that were asked for."""
    name = context.request.get("task")
    if name is None:
        return found.verdicts
    chosen = tuple(one for one in found.verdicts if one.task.casefold() == name.casefold())
    if not chosen:
        raise Refused(f'Nothing is logged on "{name}". ww tasks lists what is.')
    return chosen


def _cap(context: Context) -> float:
    given = _budget(context)
    return context.settings.budget if given is None else given


def _record(context: Context, found: Survey, chosen: Sequence[Verdict]) -> dict[str, object]:
    """The stable shape of ``audit --json``."""
    full = too_full(found, context.settings)
    return {
        "as_of": found.as_of.isoformat(),
        "currency": found.currency,
        "hour": {
            "hour_value": plain(found.hour.value),
            "roughly": found.hour.rounded,
            "hour_value_floor": plain(found.hour.floor),
            "income_goal": found.hour.income_goal,
            "productive_hours_per_year": found.hour.productive_hours,
            "logged_hours_per_year": plain(found.logged_hours) if found.logged_hours else None,
        },
        "tasks": [verdict_record(verdict) for verdict in chosen],
        "budget": _budget_record(within(found.verdicts, _cap(context))),
        "overload": None if full is None else _overload_record(full),
        "supposed": as_typed(context.request) or None,
    }


def _budget_record(best: Within) -> dict[str, object]:
    return {
        "cap": plain(best.cap) if best.cap else None,
        "chosen": list(best.chosen),
        "left_out": list(best.left_out),
        "cash": plain(best.cash),
        "freed_hours": plain(best.freed_hours),
        "value": plain(best.value),
        "committed": plain(best.committed),
    }


def _overload_record(full: Overload) -> dict[str, object]:
    return {
        "words": full.words,
        "usual_seconds": full.usual,
        "weeks_seconds": list(full.weeks),
        "relief": [
            {
                "task": one.task,
                "seconds": one.seconds,
                "more_seconds": one.more,
                "guarded": one.guarded,
            }
            for one in full.relief
        ],
    }


def _tell(context: Context, found: Survey) -> None:
    out = context.print
    if not found.verdicts:
        out.line("Nothing logged yet. Start with: ww start TASK")
        return
    _tell_hour(context, found)
    go = [one for one in found.verdicts if one.is_candidate]
    rest = [one for one in found.verdicts if not one.is_candidate and one.verdict not in _SHORT]
    rest.sort(key=lambda one: (-one.own_value, one.task.casefold()))
    out.line()
    if go:
        out.line(out.paint("Hand off", "bold"))
        _list(context, found, go)
        _tell_budget(context, found)
    else:
        out.line("Nothing to hand off now.")
    if rest:
        out.line()
        out.line(out.paint("Kept, and what it costs you a month", "bold"))
        _list(context, found, rest)
    for name, title in zip(_SHORT, ("Once only", "Too little seen yet"), strict=True):
        _in_a_line(context, title, [one.task for one in found.verdicts if one.verdict == name])
    full = too_full(found, context.settings)
    if full is not None:
        out.line()
        out.line(full.advice(out.name))


def _tell_hour(context: Context, found: Survey) -> None:
    from tracker.domain.format import money

    out = context.print
    worth = money(found.hour.value, found.currency)
    text = f"Your hour is worth {out.paint(worth, 'value')}"
    floor = "" if found.hour.floor is None else money(found.hour.floor, found.currency)
    if floor not in ("", worth):
        text += f"; {floor} spread over the {found.logged_hours:,.0f} h a year that you log"
    out.line(f"{text}. As of {found.as_of.isoformat()}.")


def _tell_supposed(context: Context) -> None:
    """What counted for this answer alone."""
    typed, out = as_typed(context.request), context.print
    if not typed:
        return
    said = " ".join(f"--{option} {given}" for option, given in typed.items())
    out.line()
    out.line(f"This supposes {out.name(said)}; nothing of it is kept.")


def _list(context: Context, found: Survey, verdicts: Sequence[Verdict]) -> None:
    """A row and its sentences for each."""
    from tracker.domain.format import money

    out = context.print
    rows = [
        (
            f"{one.score:.0f}",
            one.task,
            f"{one.own_hours:.1f} h",
            money(one.own_value, found.currency),
            one.headline + _aside(one),
        )
        for one in verdicts
    ]
    styles = ("dim", "bold", "", "cost", "")
    lines = out.table(rows, "rlrrl", styles, stretch=1)
    for one, line in zip(verdicts, lines, strict=True):
        out.line(line)
        for text in _wrapped(one.explanation, out.columns):
            out.line("    " + out.name(text))


def _aside(verdict: Verdict) -> str:
    """What stands after the headline of a candidate."""
    if verdict.stage in IN_OTHER_HANDS:
        return " On trial." if verdict.stage == "trial" else " In other hands."
    later = verdict.later
    if later is not None:
        return f" Put off until {later.until.isoformat()}." if later.until else " You keep it."
    if not verdict.within_budget:
        return " Beyond the cap."
    return " The good first one." if verdict.good_first else ""


def _wrapped(text: str, columns: int) -> list[str]:
    """``text`` in lines that fit beside four spaces; whole where there is no terminal."""
    if not columns:
        return [text]
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) + 5 > columns:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def _tell_budget(context: Context, found: Survey) -> None:
    from tracker.domain.format import money

    best = within(found.verdicts, _cap(context))
    out, currency = context.print, found.currency
    if not best.cap:
        return
    cap = best.cap_words(currency)
    if not best.left_out:
        rest = f": {money(best.cash, currency)}." if best.chosen else "."
        out.line(f"All of it fits into {cap}{rest}")
        return
    named = ", ".join(out.name(task) for task in best.chosen) or "nothing"
    out.line(
        f"Within {cap}: {named}, for {money(best.cash, currency)}; "
        f"gives back {best.freed_hours:.1f} h."
    )


def _in_a_line(context: Context, title: str, tasks: Sequence[str]) -> None:
    if not tasks:
        return
    out = context.print
    more = f" and {len(tasks) - _NAMED} more" if len(tasks) > _NAMED else ""
    names = sorted(tasks, key=str.casefold)[:_NAMED]
    out.line()
    out.line(f"{out.paint(title, 'bold')}: {', '.join(out.name(name) for name in names)}{more}.")


def _tell_one(context: Context, found: Survey, verdict: Verdict) -> None:
    """Everything about one task."""
    out = context.print
    _tell_hour(context, found)
    out.line()
    _list(context, found, [verdict])
    for part in verdict.parts:
        out.line(f"    {'yes' if part.met else 'no ':<3}  {part.name}: {out.name(part.words)}")
    if verdict.evidence:
        out.line(f"    {out.name(verdict.evidence)}")
    if verdict.flips:
        out.line(f"    What changes it soonest: {out.name(verdict.flips)}.")
    if verdict.assumed:
        out.line(f"    Assumed: {out.name(', '.join(verdict.assumed))}.")
