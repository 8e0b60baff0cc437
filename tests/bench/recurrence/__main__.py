"""``python -m tests.bench.recurrence [--seed N] [--tasks N] [--hard] [--json] [--errors]``.

Prints how well the detector reads labelled histories, beside the gap-band recipe. Seeds 1-5
are for tuning; the default seed is for the report alone. ``--log N`` asks the real commands
instead, with the logs of N people; ``--alone`` gives every task a log of its own.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace

from tests.bench.recurrence import commands, gap_bands, report
from tests.bench.recurrence.detector import answers, ten_random_years, ten_years
from tests.bench.recurrence.generate import Labelled, histories, person
from tests.bench.recurrence.score import Pair, errors, score

REPORTED = 5300917
OURS, THEIRS = "ours", "bands"


def listing(pairs: Sequence[Pair]) -> str:
    """Every wrong answer on a line, for study."""
    lines = []
    for true, said in sorted(errors(pairs), key=lambda pair: (pair[0].cadence, pair[0].kind)):
        newest = " ".join(f"{day:%y%m%d}" for day in true.days[-8:])
        lines.append(
            f"{true.name:22}{true.cadence:10}said {said.cadence:10}{said.confidence:5.2f}"
            f" {said.tentative or '-':10}{true.kind:26}{len(true.days):4} days, to {newest}"
        )
    return "\n".join(lines)


def asked(options: argparse.Namespace) -> tuple[list[Labelled], list[Pair], dict[str, float]]:
    """The tasks, what is said of them, and how long that took."""
    if options.log:
        people = [person(options.seed, n, hard=options.hard) for n in range(options.log)]
        ask = commands.ask_alone if options.alone else commands.ask
        pairs = [pair for tasks in people for pair in ask(tasks)]
        return [true for true, _ in pairs], pairs, {}
    tasks = list(histories(options.seed, options.tasks, hard=options.hard))
    if options.alone:
        tasks = [replace(task, worked=task.days) for task in tasks]
    pairs, seconds = answers(tasks)
    facts = {"Milliseconds a task (reach 5)": 1000 * seconds / len(tasks)}
    if not options.alone:
        facts["Seconds for 60 tasks over ten years (reach .5)"] = ten_years(options.seed)
        facts["  the same, all of them random"] = ten_random_years(options.seed)
    return tasks, pairs, facts


def main() -> None:
    """Generate, ask, compare, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.recurrence")
    parser.add_argument("--seed", type=int, default=REPORTED)
    parser.add_argument("--tasks", type=int, default=2000)
    parser.add_argument("--hard", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--log", type=int, default=0, metavar="N", help="N people, real commands")
    parser.add_argument("--alone", action="store_true", help="every task in a log of its own")
    parser.add_argument("--errors", action="store_true", help="list every wrong answer")
    options = parser.parse_args()
    tasks, pairs, facts = asked(options)
    recipe = [(task, gap_bands.answer(task.days, task.worked, task.as_of)) for task in tasks]
    scores = {OURS: score(pairs), THEIRS: score(recipe)}
    if options.json:
        print(json.dumps(report.as_json(scores, facts), indent=2))
        return
    mode = "hard" if options.hard else "normal"
    print(f"{len(tasks)} tasks, seed {options.seed}, {mode}\n")
    print(report.text(scores, facts, hard=options.hard))
    if options.errors:
        print("\n" + listing(pairs))


if __name__ == "__main__":
    main()
