"""Values behave as frozen dataclasses do, without loading them."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import tracker
from tracker.domain.value import Value


class Point(Value):
    x: int
    y: int = 0

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("negative")


class Named(Point):
    name: str = "origin"


def test_fields_by_position_by_name_and_by_default() -> None:
    assert Point(1) == Point(1, 0) == Point(x=1) == Point(1, y=0)
    assert Named(1, 2, "a") == Named(x=1, y=2, name="a")
    assert Named(1).name == "origin"


@pytest.mark.parametrize(
    ("args", "kwargs"), [((), {}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((1,), {"z": 1})]
)
def test_wrong_fields_are_refused(args: tuple[int, ...], kwargs: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        Point(*args, **kwargs)


def test_equality_needs_the_same_type_and_hash_follows() -> None:
    assert Point(1) != Named(1)
    assert Point(1) != (1, 0)
    assert len({Point(1), Point(1), Point(2)}) == 2


def test_nothing_changes_in_place() -> None:
    point = Point(1)
    with pytest.raises(AttributeError, match="replace"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del point.x
    with pytest.raises(AttributeError):
        point.other = 2  # type: ignore[attr-defined]
    assert point.replace(y=5) == Point(1, 5)
    with pytest.raises(ValueError, match="negative"):
        point.replace(x=-1)


def test_copies_pickles_and_prints() -> None:
    named = Named(1, 2, "a")
    assert copy.deepcopy(named) == named == pickle.loads(pickle.dumps(named))  # noqa: S301
    assert repr(named) == "Named(x=1, y=2, name='a')"


def test_values_match_by_position() -> None:
    match Point(3, 4):
        case Point(x, y):
            assert (x, y) == (3, 4)


def test_the_domain_is_cheap_to_load() -> None:
    code = (
        "import tracker.domain.entry, tracker.domain.task, tracker.domain.book, sys;"
        "print(sorted({'dataclasses','typing','inspect','re','enum'} & set(sys.modules)))"
    )
    root = Path(tracker.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, cwd=root, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr
