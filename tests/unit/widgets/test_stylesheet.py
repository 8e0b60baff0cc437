"""Each style sheet is parsed once, until the theme's variables change."""

from __future__ import annotations

from widgets.stylesheet import KeptStylesheet

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
