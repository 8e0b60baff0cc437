"""The short questions of screen 3: an invoice, its quality, a share, a budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import InvalidValue
from tracker.domain.papers import Bill, Check
from tracker.intents.handoff import came
from tracker.intents.intent import Amend
from widgets.ask import AskScreen
from widgets.handoff.quote_text import number
from widgets.messages import BriefSent, SettingsWanted, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from textual.message import Message

    from tracker.audit.recurrence.standing import Standing
    from tracker.domain.papers import Brief, Paper
    from tracker.domain.settings import Settings


def ask_invoice(
    task: str, currency: str, today: date, new_id: Callable[[], str], papers: Iterable[Paper]
) -> AskScreen:
    """What was paid for a task: ``398``, ``398 9h november``."""

    def read(text: str) -> Message:
        first, _, rest = text.strip().partition(" ")
        amount = number(first, "An invoice")
        hours, note = hours_in(rest)
        bill = Bill(new_id(), task, today, amount, currency, hours, note)
        return Wanted(came(task, (bill,), papers))

    hint = f"What you paid, in {currency}; then the hours they state and a note: 398 9h november"
    return AskScreen(f"Invoice: {task}", hint, "", read)


def hours_in(text: str) -> tuple[float | None, str]:
    """Hours at the beginning of ``text``, as in ``9h november`` or ``1.5 h``, and the rest."""
    words = text.split()
    if words and words[0][-1] in "hH":
        return number(words[0][:-1], "Their time"), " ".join(words[1:])
    if len(words) > 1 and words[1].casefold() in ("h", "hours"):
        return number(words[0], "Their time"), " ".join(words[2:])
    return None, " ".join(words)


def ask_quality(
    task: str, today: date, new_id: Callable[[], str], papers: Iterable[Paper]
) -> AskScreen:
    """How a piece of work came back: ``4``, ``3 2 late``, ``5 every number right``."""

    def read(text: str) -> Message:
        quality, late, note = quality_in(text)
        check = Check(new_id(), task, today, quality, late, note)
        return Wanted(came(task, (check,), papers))

    hint = "1 poor to 5 as good as yours; then days late and a note: 4 2d one receipt missing"
    return AskScreen(f"How good was it: {task}", hint, "", read)


def quality_in(text: str) -> tuple[int, int, str]:
    """Quality, days late and note of ``4``, ``4 2d``, ``4 2 days late, one missing``.

    Raises:
        InvalidValue: It does not begin with a number from 1 to 5.
    """
    words = text.split()
    if not words or words[0] not in ("1", "2", "3", "4", "5"):
        raise InvalidValue("Begin with a number from 1, poor, to 5, as good as yours.")
    quality, rest = int(words[0]), words[1:]
    late = 0
    if rest and rest[0].removesuffix("d").isdecimal():
        late = int(rest.pop(0).removesuffix("d"))
        while rest and rest[0].strip(",").casefold() in ("d", "day", "days", "late"):
            rest.pop(0)
    return quality, late, " ".join(rest)


def ask_share(task: str, share: float | None) -> AskScreen:
    """How much of a task can be handed off: ``60``, ``60%``, ``all``."""

    def read(text: str) -> Message:
        return Wanted(Amend(task, (("share", share_in(text)),)))

    known = f"{share:.0%}" if share is not None else ""
    hint = "Keep the ideas, hand off the making. Which part can go? 60%, or all"
    return AskScreen(f"Split {task}", hint, known, read)


def share_in(text: str) -> float | None:
    """A share of more than 0 to 1; ``None`` is all of it.

    Raises:
        InvalidValue: It is no percentage.
    """
    words = text.strip().casefold()
    if words in ("", "all", "everything"):
        return None
    share = number(words.removesuffix("%"), "The share") / 100
    if not 0 < share <= 1:
        raise InvalidValue("The share is a percentage from 1 to 100, such as 60%.")
    return None if share == 1 else share


def ask_budget(settings: Settings) -> AskScreen:
    """How much may leave the bank a month for work in other hands."""

    def read(text: str) -> Message:
        words = text.strip().casefold()
        amount = 0.0 if words in ("", "no", "none") else number(words, "The budget")
        return SettingsWanted({"budget": amount})

    known = f"{settings.budget:g}" if settings.budget else ""
    hint = f"Most that may leave the bank a month, in {settings.currency}; empty for no cap"
    return AskScreen("Budget", hint, known, read)


def ask_file(brief: Brief, standing: Standing | None) -> AskScreen:
    """Where to write a brief as Markdown; a name made of the task's is filled in."""

    def read(text: str) -> Message:
        if not text.strip():
            raise InvalidValue("Type the name of a file, such as brief.md.")
        return BriefSent(brief, standing, text.strip())

    words = "".join(one if one.isalnum() else "-" for one in brief.task.casefold())
    name = "-".join(part for part in words.split("-") if part) or "task"
    hint = "Markdown, complete enough to send. In which file?"
    return AskScreen("Write the brief", hint, f"brief-{name}.md", read)
