"""What the evaluation prints, as text and as JSON."""

from __future__ import annotations

from typing import Any

from tests.bench.recurrence.score import CADENCES, PERIODIC, Rate, Score

Row = tuple[str, str, float, bool]
"""Words, the rate of the detector, the share to reach (0 for none)."""


def text(scores: dict[str, Score], facts: dict[str, float], *, hard: bool) -> str:
    """The tables: the bars first, then what they are made of. The detector comes first."""
    ours = next(iter(scores.values()))
    parts = [_bars(scores, hard=hard), _confusion(ours), _by_cadence(scores), _due(scores)]
    parts.append("\n".join(f"{words:46}{number:10.2f}" for words, number in facts.items()))
    return "\n\n".join(parts)


def as_json(scores: dict[str, Score], facts: dict[str, float]) -> dict[str, Any]:
    """The same as plain numbers; a rate is ``{"hits", "all", "share"}``."""
    return {"scores": {name: _plain(held) for name, held in scores.items()}, "facts": facts}


def _plain(held: Score) -> dict[str, Any]:
    named: dict[str, Any] = {
        "accuracy": _rate(held.accuracy),
        "accuracy_as_needed_is_none": _rate(held.rhythm),
        "recurring_precision": _rate(held.recurring[0]),
        "recurring_recall": _rate(held.recurring[1]),
        "since": _rate(held.since),
        "lapsed": _rate(held.lapsed),
        "not_lapsed": _rate(held.live),
        "calibration": {
            f"{low:.2f}-{min(high, 1):.2f}": _rate(rate)
            for (low, high), rate in held.calibration.items()
        },
        "confusion": {
            true: {said: held.confusion[true, said] for said in CADENCES} for true in CADENCES
        },
    }
    for name in ("precision", "recall", "due", "done"):
        named[name] = {cadence: _rate(rate) for cadence, rate in getattr(held, name).items()}
    return named


def _rate(rate: Rate) -> dict[str, float]:
    return {"hits": rate.hits, "all": rate.all, "share": round(rate.share, 4)}


def _bars(scores: dict[str, Score], *, hard: bool) -> str:
    lines = [f"{'':46}" + "".join(f"{name:>14}" for name in scores) + f"{'reach':>8}"]
    bars: list[tuple[str, float, list[Rate]]] = [
        ("Right cadence", 0.92 if hard else 0.985, [held.accuracy for held in scores.values()]),
        ("  the same, as-needed taken as none", 0, [held.rhythm for held in scores.values()]),
        ("Said to recur, and does", 0.99, [held.recurring[0] for held in scores.values()]),
        ("Recurs, and is found", 0.99, [held.recurring[1] for held in scores.values()]),
    ]
    for low, high in next(iter(scores.values())).calibration:
        bars.append((
            f"Right, of those named at {low:.2f}-{min(high, 1):.2f}",
            0.99 if low >= 0.99 else 0,
            [held.calibration[low, high] for held in scores.values()],
        ))  # fmt: skip
    bars += [
        ("Start of a changed rhythm, two periods near", 0, [s.since for s in scores.values()]),
        ("Given up, and said to have lapsed", 0, [held.lapsed for held in scores.values()]),
        ("Holds, and not said to have lapsed", 0, [held.live for held in scores.values()]),
    ]
    for words, reach, rates in bars:
        verdict = "" if not reach else "  ok" if rates[0].share >= reach else "  BELOW"
        lines.append(
            f"{words:46}" + "".join(_cell(rate) for rate in rates)
            + (f"{100 * reach:8.1f}" if reach else "") + verdict
        )  # fmt: skip
    return "\n".join(lines)


def _cell(rate: Rate) -> str:
    return f"{100 * rate.share:6.1f}{f'({rate.all})':>8}" if rate.all else f"{'-':>14}"


def _confusion(held: Score) -> str:
    lines = [f"{'true, down; said, across':26}" + "".join(f"{each:>11}" for each in CADENCES)]
    for true in CADENCES:
        counts = (held.confusion[true, said] for said in CADENCES)
        lines.append(f"{true:26}" + "".join(f"{count or '.':>11}" for count in counts))
    return "\n".join(lines)


def _by_cadence(scores: dict[str, Score]) -> str:
    head = "".join(f"{name + ' P':>14}{name + ' R':>14}" for name in scores)
    lines = [f"{'precision P, recall R (reach .96), %':38}{head}"]
    for cadence in CADENCES:
        cells = "".join(
            _cell(held.precision[cadence]) + _cell(held.recall[cadence]) for held in scores.values()
        )
        lines.append(f"{cadence:38}{cells}")
    return "\n".join(lines)


def _due(scores: dict[str, Score]) -> str:
    head = "".join(f"{name + ' slot':>18}{name + ' done':>18}" for name in scores)
    lines = [f"{'next due within 1 day (daily), 3 (else), %':44}{head}"]
    for cadence in PERIODIC:
        cells = "".join(
            f"{_cell(held.due[cadence]):>18}{_cell(held.done[cadence]):>18}"
            for held in scores.values()
        )
        lines.append(f"{cadence:44}{cells}")
    return "\n".join(lines)
