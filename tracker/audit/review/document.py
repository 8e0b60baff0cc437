"""A review as a document of plain objects: printed, sent, kept when it is closed, read back.

Names and shapes are permanent: ``report --json`` has the same where both have a figure.
"""

from __future__ import annotations

import json
from datetime import date

from tracker.audit.review.picture import (
    Against,
    Busywork,
    DayRow,
    Group,
    Heat,
    Past,
    See,
    TaskRow,
    Worth,
)
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, TypeVar

    from tracker.audit.review.finding import Finding
    from tracker.audit.review.rate import ToRate
    from tracker.audit.review.review import Advice, Looked

    Document = dict[str, Any]
    Made = TypeVar("Made", bound=Value)

VERSION = 1

_ALWAYS = {"period", "title", "currency", "intention", "last_intention", "warnings", "overload"}

_ROWS: dict[str, type[Value]] = {
    "tasks": TaskRow,
    "projects": Group,
    "categories": Group,
    "days": DayRow,
    "against": Against,
    "trend": Past,
}
_PARTS: dict[str, type[Value]] = {"worth": Worth, "busywork": Busywork, "heat": Heat}


def plain(value: Any) -> Any:
    """Values as objects, tuples as lists, days as ISO text, numbers and texts as they are."""
    if isinstance(value, Value):
        return {field: plain(getattr(value, field)) for field in type(value).__fields__}
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def document(looked: Looked, advice: Advice | None, words: Callable[[Finding], str]) -> Document:
    """The whole review.

    Args:
        looked: What the log tells.
        advice: What the audit adds; ``None`` while that is still being worked out.
        words: A finding in one line, with local clock times.
    """
    period, paper = looked.period, looked.paper
    found: Document = {
        "version": VERSION,
        "period": period.id,
        "kind": period.kind,
        "title": period.title,
        "from": period.first.isoformat(),
        "to": period.final.isoformat(),
        "as_of": looked.as_of.isoformat(),
        "step": looked.step,
        "closed": plain(paper.finished) if paper is not None else None,
        "intention": paper.intention if paper is not None else "",
        "last_intention": looked.last_intention,
        "currency": looked.currency,
        "hour_value": round(looked.hour_value, 4),
    }
    found |= plain(looked.see)
    found["repair"] = [{"key": one.key, "words": words(one)} for one in looked.findings]
    found["rate"] = [_to_rate(one) for one in looked.rate]
    found["warnings"] = [it.words for it in (looked.overload, looked.long_week) if it is not None]
    found["overload"] = plain(looked.overload)
    if advice is not None:
        found |= _advice(advice)
    return found


def _to_rate(one: ToRate) -> Document:
    found: Document = plain(one)
    del found["profile"]
    return found


def _advice(advice: Advice) -> Document:
    return {
        "decide": plain(advice.questions),
        "trials": plain(advice.trials),
        "plan": plain(advice.planned),
        "hour": plain(advice.hour),
        "verdicts": dict(advice.verdicts),
    }


def kept(text: str) -> Document | None:
    """The document a closed review keeps; ``None`` where there is none that can be read."""
    try:
        found: Document = json.loads(text)
        see_of(found)
        date.fromisoformat(found["from"])
        date.fromisoformat(found["to"])
    except (ValueError, TypeError, KeyError):
        return None
    return found if found.keys() >= _ALWAYS else None


def see_of(found: Mapping[str, Any]) -> See:
    """The figures of a document, as they were seen then.

    Raises:
        KeyError, TypeError: It is not a document of ours.
    """
    fields: Document = {}
    for field in See.__fields__:
        given = found[field]
        if field in _ROWS:
            given = tuple(_made(_ROWS[field], one) for one in given)
        elif field in _PARTS:
            given = _made(_PARTS[field], given)
        fields[field] = given
    return See(**fields)


def advice_of(found: Mapping[str, Any]) -> Advice | None:
    """What the audit said, as a document keeps it; ``None`` where it was not asked."""
    from tracker.audit.review.decide import Question, Trial
    from tracker.audit.review.plan import Planned
    from tracker.audit.review.review import Advice
    from tracker.audit.worth.profile import HourValue

    if not found.keys() >= {"decide", "trials", "plan", "hour", "verdicts"}:
        return None
    return Advice(
        hour=_made(HourValue, found["hour"]),
        questions=tuple(_made(Question, one) for one in found["decide"]),
        trials=tuple(_made(Trial, one) for one in found["trials"]),
        planned=tuple(_made(Planned, one) for one in found["plan"]),
        verdicts=found["verdicts"],
    )


def _made(kind: type[Made], given: Mapping[str, Any]) -> Made:
    return kind(**{field: _frozen(given[field]) for field in kind.__fields__})


def _frozen(given: Any) -> Any:
    return tuple(_frozen(one) for one in given) if isinstance(given, list) else given


class Difference(Value):
    """A figure that is not what it was when the review was closed; seconds.

    Attributes:
        name: ``total_seconds``, ``on_seconds`` ..., or a task's name after ``task:``.
    """

    name: str
    then: int
    now: int


_COMPARED = ("total_seconds", "on_seconds", "in_seconds", "untracked_seconds")


def differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Difference, ...]:
    """What the log says otherwise now than the closed review saw it; the figures first."""
    pairs = [(name, then[name], now[name]) for name in _COMPARED]
    seen = {row["task"]: row["seconds"] for row in then["tasks"]}
    said = {row["task"]: row["seconds"] for row in now["tasks"]}
    pairs += [
        (f"task:{task}", seen.get(task, 0), said.get(task, 0))
        for task in dict.fromkeys((*seen, *said))
    ]
    return tuple(
        Difference(name, before, after) for name, before, after in pairs if before != after
    )
