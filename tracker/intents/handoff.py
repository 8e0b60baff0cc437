"""How a task goes to other hands and back: which moves there are, and what each one files.

    mine -> candidate -> briefed -> trial -> handed off -> taken back

Steps may be skipped and taken back while the work is still with its owner; what is in other
hands is first taken back. From ``briefed`` on, the four questions of the method must have
answers: goals, objectives, success factors and expectations, before anything is outsourced.
"""

from __future__ import annotations

from tracker.domain.errors import InvalidValue, Refused
from tracker.domain.filed import filed_of
from tracker.domain.papers import FOUR_QUESTIONS, STAGES, Handoff, Move
from tracker.intents.intent import File

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from tracker.domain.papers import Bill, Brief, Check, Paper, Promise

AWAY = ("trial", "handed-off")
"""Stages in which someone else does the work."""
_NEEDS_BRIEF = ("briefed", *AWAY)
_NEXT = {
    "mine": ("candidate", "briefed", "trial", "handed-off"),
    "candidate": ("mine", "briefed", "trial", "handed-off"),
    "briefed": ("mine", "candidate", "trial", "handed-off"),
    "trial": ("handed-off", "taken-back"),
    "handed-off": ("trial", "taken-back"),
    "taken-back": ("mine", "candidate", "briefed", "trial", "handed-off"),
}
_LABELS = {
    "mine": "kept {}",
    "candidate": "made {} a candidate",
    "briefed": "had {} briefed",
    "trial": "began the trial of {}",
    "handed-off": "handed {} off",
    "taken-back": "took {} back",
}
_QUESTIONS = {
    "goals": "goals",
    "objectives": "objectives",
    "success": "success factors",
    "expectations": "expectations",
}


def stage_words(stage: str) -> str:
    """``handed off``: a stage as a person reads it."""
    return stage.replace("-", " ")


def stages_from(stage: str) -> tuple[str, ...]:
    """The stages that a task may go to from ``stage``, in the order of the way."""
    return tuple(sorted(_NEXT[stage], key=STAGES.index))


def questions_open(brief: Brief | None) -> tuple[str, ...]:
    """The method's questions that have no answer yet, in words."""
    fields = brief.questions_open if brief is not None else FOUR_QUESTIONS
    return tuple(_QUESTIONS[field] for field in fields)


def advance(
    task: str,
    to_stage: str,
    day: date,
    papers: Iterable[Paper],
    promise: Promise | None,
    new_id: Callable[[], str],
    *,
    to: str = "",
    anyway: bool = False,
) -> File:
    """What a move to another stage files.

    Args:
        task: By name, upper or lower case alike.
        to_stage: One of ``domain.papers.STAGES``.
        day: The local day of the move.
        papers: Of the whole log, or of the task.
        promise: What is reckoned with now; kept when the task leaves the owner's hands.
        new_id: Gives a fresh id.
        to: Who gets it; empty leaves the name as it is.
        anyway: Go on though the four questions have no answers.

    Raises:
        Refused: It stands there already, the move skips what must come first, the questions
            are open, or the day is before the last move.
        InvalidValue: There is no such stage.
    """
    if to_stage not in STAGES:
        raise InvalidValue(f"A stage is one of {', '.join(STAGES)}; not {to_stage!r}.")
    filed = filed_of(task, papers)
    held = filed.handoff
    _check_move(task, filed.stage, to_stage, day, held)
    if to_stage in _NEEDS_BRIEF and not anyway:
        _check_brief(task, filed.brief)
    was_away = filed.stage in AWAY
    if held is None:
        moved = Handoff(new_id(), task, (Move(to_stage, day),), to=to)
    else:
        moved = held.replace(moves=(*held.moves, Move(to_stage, day)), to=to or held.to)
    if to_stage in AWAY and (not was_away or (moved.promise is None and promise is not None)):
        moved = moved.replace(promise=promise)
    return File((moved,), _LABELS[to_stage].format(task))


def given_to(task: str, to: str, papers: Iterable[Paper]) -> File:
    """Write down who has a task, without a move.

    Raises:
        Refused: It has no stage yet.
    """
    held = filed_of(task, papers).handoff
    if held is None:
        raise Refused(f"{task} is yours and goes to nobody yet: say a stage too, such as trial.")
    return File((held.replace(to=to),), f"gave {task} to {to}")


def came(task: str, new: tuple[Bill | Check, ...], papers: Iterable[Paper]) -> File:
    """What an invoice, or a piece of work that came back, files.

    Raises:
        Refused: There is nothing, the task never was in other hands, or the day is before it.
    """
    held = filed_of(task, papers).handoff
    away = [move for move in held.moves if move.stage in AWAY] if held else []
    if not new:
        raise Refused("Say what came: an invoice, or how good the work was.")
    if not away:
        raise Refused(f"{task} is not in other hands yet: begin its trial first.")
    early = min(new, key=lambda paper: paper.day)
    if early.day < away[0].day:
        raise Refused(
            f"{task} went to other hands on {away[0].day.isoformat()}, after "
            f"{early.day.isoformat()}: say a later day."
        )
    return File(new, f"noted what came of {task}")


def _check_move(task: str, stage: str, to_stage: str, day: date, held: Handoff | None) -> None:
    if to_stage == stage:
        since = f" since {held.since.isoformat()}" if held else ""
        raise Refused(f"{task} is at {stage_words(stage)} already{since}.")
    if to_stage not in _NEXT[stage]:
        if to_stage == "taken-back":
            raise Refused(f"{task} never left your hands, so it cannot be taken back.")
        raise Refused(
            f"{task} is in other hands ({stage_words(stage)}): take it back first, then it can "
            f"be {stage_words(to_stage)}."
        )
    if held is not None and day < held.since:
        raise Refused(
            f"{task} has been at {stage_words(stage)} since {held.since.isoformat()}: the next "
            "stage cannot begin before that day."
        )


def _check_brief(task: str, brief: Brief | None) -> None:
    still = questions_open(brief)
    if still:
        raise Refused(
            f"The brief of {task} does not answer yet: {', '.join(still)}. Write that first, "
            "or go on with --anyway."
        )
