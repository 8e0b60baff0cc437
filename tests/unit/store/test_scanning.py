"""The scanner without ``json`` reads what ``json`` reads, and refuses what it refuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.store import scanning

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(params=["scanner", "json"])
def _kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "json":
        monkeypatch.setattr(scanning, "_scan", None)


@given(values, st.sampled_from([None, 1]), st.booleans())
def test_whatever_json_writes_is_read_back(value: Any, indent: int | None, ascii: bool) -> None:  # noqa: A002
    text = json.dumps(value, indent=indent, ensure_ascii=ascii)
    assert scanning.loads(f" {text}\n") == value


@given(st.text(st.sampled_from('[]{}",:0123456789.-+eE \\nutrfalsNI\n\t'), max_size=12))
def test_whatever_json_refuses_is_refused_alike(text: str) -> None:
    try:
        expected = json.loads(text)
    except ValueError as error:
        with pytest.raises(json.JSONDecodeError) as refused:
            scanning.loads(text)
        assert str(refused.value) == str(error)  # noqa: PT017
    else:
        assert repr(scanning.loads(text)) == repr(expected)


@pytest.mark.usefixtures("_kind")
@pytest.mark.parametrize("text", ["", " ", "{", "[1]x", "nul", "\0", '"\n"', "\ufeff[]"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        scanning.loads(text)


@pytest.mark.usefixtures("_kind")
def test_nesting_without_end_is_no_crash() -> None:
    with pytest.raises(RecursionError):
        scanning.loads("[" * 200_000)


@pytest.mark.parametrize("text", ['{"a": "b', '{"a": "\\x"}', '["\n"]', '{"a" 1}'])
def test_what_is_cut_off_is_refused_before_json_is_loaded(text: str) -> None:
    """On its own the scanner fails without a word about what is wrong."""
    ask = (
        "import sys; from tracker.store.scanning import loads; assert 'json' not in sys.modules\n"
        f"try: loads({text!r})\nexcept ValueError: print('refused')"
    )
    env = {"PATH": os.environ["PATH"]}  # without what would load json for a measurement
    done = subprocess.run(
        [sys.executable, "-c", ask], env=env, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("refused\n", "")
