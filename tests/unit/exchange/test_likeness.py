"""Which names are offered for merging, and into which."""

from __future__ import annotations

import pytest

from tracker.exchange.likeness import MOST, Name, alike


def offered(known: list[str], *new: tuple[str, int]) -> dict[str, list[str]]:
    names = [Name(text, known=False, seconds=seconds) for text, seconds in new]
    return {one.name.text: [other.text for other in one.others] for one in alike(known, names)}


@pytest.mark.parametrize(
    ("known", "new"),
    [
        ("Invoicing", "Invocing"),
        ("Invoicing", "Invoice"),
        ("Email triage", "E-mail triage"),
        ("Client meeting", "Meeting: client"),
        ("Bookkeeping", "Book keeping"),
        ("Planning", "Plan"),
        ("Größe prüfen", "Grösse prüfen"),
    ],
)
def test_slips_and_other_forms_are_offered_the_known_name(known: str, new: str) -> None:
    assert offered([known], (new, 60)) == {new: [known]}


@pytest.mark.parametrize(
    ("known", "new"),
    [
        ("Sprint 12", "Sprint 13"),
        ("Invoicing", "Bookkeeping"),
        ("Proposal Acme", "Proposal Bolt"),
        ("Tax", "Fax"),
        ("***", "???"),
    ],
)
def test_different_work_is_not(known: str, new: str) -> None:
    assert offered([known], (new, 60)) == {}


def test_of_two_new_names_the_one_with_less_time_goes() -> None:
    assert offered([], ("Emails", 60), ("Email", 600)) == {"Emails": ["Email"]}
    assert offered([], ("Emails", 600), ("Email", 60)) == {"Email": ["Emails"]}


def test_the_likeliest_comes_first_and_there_are_not_many() -> None:
    known = ["Invoicing ABC", "Invoicing AB", "Invoicing ABCD", "Invoicing A", "Invoicing"]
    found = offered(known, ("invoicing abcd e", 1), ("Invoicing abc.", 1))
    assert found["Invoicing abc."][0] == "Invoicing ABC"
    assert all(len(others) <= MOST for others in found.values())
