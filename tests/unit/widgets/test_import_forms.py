"""What the import form shows and asks, without a screen."""

from __future__ import annotations

from datetime import date

from widgets.fitting import pieces_width
from widgets.import_choices import category_rows, chosen_categories, name_rows
from widgets.import_state import File, Likeness, NewTask, Part, Preview, SampleRow
from widgets.preview_pane import told

KINDS = (("payroll", "Payroll"), ("sales", "Sales"), ("other", "Other"))


def preview(**rest: object) -> Preview:
    return Preview(
        **{
            "file": File("x.csv"),
            "format": ("toggl", "Toggl Track"),
            "added": 2,
            "duplicates": 0,
            "rejected": 0,
            "seconds": 5400,
            "first": date(2026, 10, 18),
            "last": date(2026, 10, 19),
            **rest,
        }
    )


def text(shown: Preview, width: int = 76) -> list[str]:
    return ["".join(words for words, _ in line) for line in told(shown, width)]


def task(name: str, category: str = "other", *, settled: bool = False) -> NewTask:
    return NewTask(name, 3600, 1, category, settled=settled)


def test_the_account_says_how_much_and_from_when_to_when() -> None:
    assert text(preview())[:2] == ["2 new entries, 1h30", "Sun 18 Oct 2026 to Mon 19 Oct 2026"]
    one = preview(added=1, last=date(2026, 10, 18))
    assert text(one)[:2] == ["1 new entry, 1h30", "Sun 18 Oct 2026"]
    counted = text(preview(duplicates=1204, rejected=1))
    assert "1,204 rows had been imported before" in counted
    assert "1 row rejected, listed below" in counted


def test_a_file_of_tasks_alone_and_one_of_nothing_new() -> None:
    none = {"added": 0, "seconds": 0, "first": None, "last": None}
    assert text(preview(**none, tasks=(task("A"),)))[0] == "1 new task"
    assert text(preview(**none))[0] == "Nothing in this file is new."
    assert preview(**none).empty
    assert not preview(**none, tasks=(task("A"),)).empty


def test_rows_stand_under_their_day_and_fit_the_width() -> None:
    rows = (
        SampleRow("Sun 18 Oct 2026", "09:15-10:00", "請求書の作成 " * 5, "Acme", "#a #b", "45m"),
        SampleRow("Sun 18 Oct 2026", "10:00-now", "Call", "", "", ""),
        SampleRow("Mon 19 Oct 2026", "", "Amount of a day", "Northwind", "", "101h30"),
    )
    for width in (36, 50, 76, 150):
        lines = told(preview(added=40, rows=rows), width)
        assert all(pieces_width(line) <= width for line in lines)
        shown = text(preview(added=40, rows=rows), width)
        assert [line for line in shown if "Oct 2026" in line][1:] == [
            "Sun 18 Oct 2026",
            "Mon 19 Oct 2026",
        ]
        assert "and 37 more" in shown
        assert any(line.endswith("101h30") for line in shown)


def test_what_was_rejected_is_listed_and_the_rest_counted() -> None:
    part = Part("Rejected", ("line 2: It has no date.",), more=7)
    shown = text(preview(parts=(part,)))
    assert shown[-3:-1] == ["Rejected", "line 2: It has no date."]
    assert shown[-1].startswith("and 7 more")


def test_names_are_kept_until_somebody_says_else() -> None:
    alike = Likeness("Invocing", 3, ("Invoicing", "Invoice"), (True, False))
    (row,) = name_rows(preview(alike=(alike,)))
    assert (row.choice, row.detail) == ("", "3 entries")
    assert [title for _, title in row.options] == ["keep", "into Invoicing", "into Invoice"]


def test_merged_tasks_get_no_category_and_earlier_choices_stay() -> None:
    shown = preview(tasks=(task("A"), task("B", "sales"), task("C", "sales")))
    first = category_rows(shown, KINDS, (), ())
    assert [row.choice for row in first] == ["other", "sales", "sales"]
    changed = (first[0].replace(chosen=0), *first[1:])
    again = category_rows(shown, KINDS, (("B", "A"),), changed)
    assert [(row.key, row.choice) for row in again] == [("A", "payroll"), ("C", "sales")]


def test_what_nobody_knew_stays_open_and_a_foreign_category_stays_itself() -> None:
    shown = preview(
        tasks=(task("A"), task("B", "sales"), task("C", "juggling", settled=True),
               task("D", "sales"), task("E", "other", settled=True))
    )  # fmt: skip
    rows = category_rows(shown, KINDS, (), ())
    rows = (*rows[:3], rows[3].replace(chosen=2), *rows[4:])
    assert chosen_categories(shown, rows) == (
        ("B", "sales"), ("C", "juggling"), ("D", "other"), ("E", "other"),
    )  # fmt: skip
