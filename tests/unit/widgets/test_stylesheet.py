"""Each style sheet is parsed once, until the theme's variables change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.stylesheet import KeptStylesheet

if TYPE_CHECKING:
    from pathlib import Path

RULES = "Static { color: $ink; }"


def ink(sheet: KeptStylesheet) -> str:
    (rule,) = sheet.rules
    return rule.styles.color.hex


def test_rules_are_kept_while_the_variables_stay() -> None:
    sheet = KeptStylesheet(variables={"ink": "#112233"})
    sheet.add_source(RULES, read_from=("one.tcss", ""))
    before = sheet.rules[0]
    sheet.set_variables({"ink": "#112233"})
    sheet.add_source("Input { width: 3; }", read_from=("two.tcss", ""))
    sheet.reparse()
    assert sheet.rules[0] is before
    assert len(sheet.rules) == 2


def test_other_variables_make_other_rules() -> None:
    sheet = KeptStylesheet(variables={"ink": "#112233"})
    sheet.add_source(RULES, read_from=("one.tcss", ""))
    assert ink(sheet) == "#112233"
    sheet.set_variables({"ink": "#445566"})
    sheet.reparse()
    assert ink(sheet) == "#445566"


def test_the_file_of_a_new_screen_is_taken_up_once(tmp_path: Path) -> None:
    sheet = KeptStylesheet(variables={})
    sheet.add_source("Static { width: 4; }", read_from=("one.tcss", ""))
    path = tmp_path / "two.tcss"
    path.write_text("Input { width: 3; }")
    sheet.learn([path])
    before = sheet.rules
    assert len(before) == 2
    assert list(sheet.rules_map) == ["Static", "Input"]
    path.write_text("Input { width: 5; }")
    sheet.learn([path])
    assert sheet.rules is before
