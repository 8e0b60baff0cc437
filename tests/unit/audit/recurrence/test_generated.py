"""A few labelled histories, so that a detector that got worse is seen at once.

How good it is, ``python -m tests.bench.recurrence`` measures; the floors here lie well below.
"""

from __future__ import annotations

import pytest

from tests.bench.recurrence import as_needed, gap_bands
from tests.bench.recurrence.detector import answers
from tests.bench.recurrence.generate import histories, person
from tests.bench.recurrence.rhythms import MINIMUM
from tests.bench.recurrence.score import score

SEED = 1
"""One of the seeds used while tuning: this guards, it does not prove."""


@pytest.mark.parametrize(("hard", "floor"), [(False, 0.94), (True, 0.8)])
def test_most_made_up_rhythms_are_found(hard: bool, floor: float) -> None:
    people = (person(SEED, number, hard=hard) for number in range(6))
    tasks = [task for tasks in people for task in tasks[:12]]
    held = score(answers(tasks)[0])
    recipe = score([(each, gap_bands.answer(each.days, each.worked, each.as_of)) for each in tasks])

    assert held.accuracy.share >= floor
    assert held.accuracy.share > recipe.accuracy.share
    assert held.recurring[0].share >= floor
    assert held.recurring[1].share >= floor
    assert held.calibration[0.99, 1.01].share >= floor
    assert held.due["weekly"].share >= 0.7


def test_the_histories_are_the_same_for_a_seed() -> None:
    assert list(histories(SEED, 60)) == list(histories(SEED, 60))
    assert list(histories(SEED, 60)) != list(histories(SEED + 1, 60))


@pytest.mark.parametrize("hard", [False, True])
def test_every_label_can_be_decided_from_its_days(hard: bool) -> None:
    for task in histories(SEED, 120, hard=hard):
        assert task.days == tuple(sorted(set(task.days)))
        assert task.days[-1] <= task.as_of
        assert set(task.days) <= set(task.worked)
        if task.cadence in MINIMUM:
            assert len(task.days) >= MINIMUM[task.cadence]
        else:
            assert as_needed.verdicts(task.days, task.worked, task.as_of) == {task.cadence}
            assert task.next_due is None
        if task.next_done is not None:
            assert task.next_done > task.as_of
