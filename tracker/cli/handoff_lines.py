"""Where a hand-off stands and what came of it, as lines for a person."""

from __future__ import annotations

from tracker.domain.format import money
from tracker.intents.handoff import questions_open, stage_words, stages_from

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.audit.worth.realised import Realised
    from tracker.cli.output import Printer
    from tracker.domain.filed import Filed
    from tracker.domain.papers import Promise


def lines(
    out: Printer, task: str, filed: Filed, found: Realised | None, currency: str
) -> Iterator[str]:
    """The stage, the way there, what is missing, and realised against promised."""
    held = filed.handoff
    who = f", with {held.to}" if held and held.to else ""
    since = f" since {held.since.isoformat()}" if held else ""
    yield out.name(f"{task}: {stage_words(filed.stage)}{since}{who}.")
    if held and len(held.moves) > 1:
        way = ", ".join(f"{stage_words(it.stage)} {it.day.isoformat()}" for it in held.moves)
        yield out.name(f"The way: {way}.")
    still = questions_open(filed.brief)
    if still:
        yield out.name(f"The brief does not answer yet: {', '.join(still)}.")
    if found is not None:
        yield from _came(out, found, currency)
    further = ", ".join(stages_from(filed.stage))
    yield out.name(f"It can go on to: {further}.")


def _came(out: Printer, found: Realised, currency: str) -> Iterator[str]:
    rows = [("", "Promised", "So far, a month"), *_rows(found, found.promise, currency)]
    for place, line in enumerate(out.table(rows, "lrr")):
        yield line if place else out.paint(line, "bold")
    if found.too_early:
        yield f"{found.too_early[:1].upper()}{found.too_early[1:]}."
    yield _so_far(found, currency)
    if found.repaid_on is not None:
        yield f"At this pace the training is repaid by {found.repaid_on.isoformat()}."
    if found.quality is not None:
        late = f", {found.late} late" if found.late else ""
        times = "1 check" if found.checks == 1 else f"{found.checks} checks"
        yield f"Quality {found.quality:.1f} of 5 in {times}{late}."
    if found.growth_before is not None and found.growth_after is not None:
        yield (
            f"Growth work: {found.growth_before:.1f} h a week before, "
            f"{found.growth_after:.1f} h since."
        )
    for warning in found.warnings:
        yield out.paint(out.name(warning), "cost")


def _so_far(found: Realised, currency: str) -> str:
    said = [f"Paid {money(found.cash, currency)} since {found.since.isoformat()}"]
    if found.hours_back is not None:
        said.append(f"{found.hours_back:.1f} h back")
    if found.redo_hours:
        said.append(f"{found.redo_hours:.1f} h of redo")
    return f"{', '.join(said)}."


def _rows(found: Realised, promise: Promise | None, currency: str) -> Iterator[tuple[str, ...]]:
    yield (
        "Hours back",
        f"{promise.freed_hours:.1f} h" if promise else "-",
        "-" if found.hours_back_a_month is None else f"{found.hours_back_a_month:.1f} h",
    )
    yield (
        "Cash out",
        money(promise.cash, currency) if promise else "-",
        _money(found.cash_a_month, currency),
    )
    yield (
        "An hour back costs",
        _money(promise.price_per_hour, currency) if promise else "-",
        _money(found.price_per_hour, currency),
    )


def _money(amount: float | None, currency: str) -> str:
    return "-" if amount is None else money(amount, currency)
