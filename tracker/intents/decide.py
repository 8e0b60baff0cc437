"""The one door to the rules: a wish and the log give a draft, or a refusal."""

from __future__ import annotations

from tracker.intents.intent import (
    Accept,
    Add,
    Amend,
    Cancel,
    Continue,
    Delete,
    Dismiss,
    Edit,
    File,
    Merge,
    Rename,
    Revise,
    Split,
    Start,
    Stop,
    Switch,
    Trim,
    Withdraw,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Never

    from tracker.domain.book import Book, Draft
    from tracker.intents.intent import Filed, Intent, Moment, Named, Suggested


def decide(intent: Intent, book: Book, moment: Moment, *, trim: bool = False) -> Draft:
    """What ``intent`` does to the log, whole; pure, so that it can run again under the lock.

    Args:
        intent: What is wanted.
        book: The log as it stands.
        moment: Clock, zone and fresh ids.
        trim: Shorten, split or remove entries that are in the way instead of refusing.

    Raises:
        Overlap: The time is logged already and ``trim`` is false.
        Refused: It cannot be done as things stand.
        InvalidValue: A field is outside what the domain allows.
    """
    match intent:
        case Start() | Switch() | Stop() | Continue() | Cancel():
            return _timed(intent, book, moment, trim=trim)
        case Add():
            from tracker.intents.blocks import add

            return add(intent, book, moment, trim=trim)
        case Edit() | Split() | Trim() | Delete():
            return _edited(intent, book, moment, trim=trim)
        case Rename() | Merge() | Amend() | File() | Withdraw():
            return _told(intent, book)
        case Accept() | Dismiss() | Revise():
            return _suggested(intent, book, moment, trim=trim)
        case _:
            raise _no_rule(intent)


def _timed(
    intent: Start | Switch | Stop | Continue | Cancel, book: Book, moment: Moment, *, trim: bool
) -> Draft:
    """The five wishes about the running timer."""
    from tracker.intents import timer

    match intent:
        case Start():
            return timer.start(intent, book, moment, trim=trim)
        case Switch():
            return timer.switch(intent, book, moment, trim=trim)
        case Stop():
            return timer.stop(intent, book, moment)
        case Continue():
            return timer.resume(intent, book, moment, trim=trim)
        case Cancel():
            return timer.cancel(book)
        case _:
            raise _no_rule(intent)


def _edited(
    intent: Edit | Split | Trim | Delete, book: Book, moment: Moment, *, trim: bool
) -> Draft:
    """The wishes about entries that there are."""
    from tracker.intents import edits

    match intent:
        case Edit():
            return edits.edit(intent, book, moment, trim=trim)
        case Split():
            return edits.split(intent, book, moment)
        case Trim():
            from tracker.intents.repair import trim as carve

            return carve(intent, book, moment)
        case Delete():
            return edits.delete(intent, book)
        case _:
            raise _no_rule(intent)


def _suggested(intent: Suggested, book: Book, moment: Moment, *, trim: bool) -> Draft:
    from tracker.intents.suggested import settle

    return settle(intent, book, moment, trim=trim)


def _told(intent: Named | Filed, book: Book) -> Draft:
    """The wishes about tasks and their papers, which touch no time."""
    from tracker.intents import papers, tasks

    match intent:
        case Rename():
            return tasks.rename(intent, book)
        case Merge():
            return tasks.merge(intent, book)
        case Amend():
            return tasks.amend(intent, book)
        case File():
            return papers.file(intent, book)
        case Withdraw():
            return papers.withdraw(intent, book)
        case _:
            raise _no_rule(intent)


def _no_rule(intent: Never) -> AssertionError:
    """Like ``typing.assert_never`` without loading ``typing``: mypy sees each wish matched."""
    return AssertionError(f"no rule for {intent!r}")
