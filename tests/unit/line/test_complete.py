"""What a word at the cursor is completed to."""

from __future__ import annotations

import pytest

from tracker.line.complete import Completion, complete

TASKS = ("Invoicing", "Client call", "Email triage", "24h support", "Invoice Acme")
PROJECTS = ("Acme Corp", "beta")
TAGS = ("admin", "two words")


def offered(text: str, cursor: int | None = None) -> tuple[Completion, ...]:
    """What is offered at ``|`` in ``text``."""
    at = text.index("|") if "|" in text else len(text)
    return complete(
        text.replace("|", ""),
        at if cursor is None else cursor,
        tasks=TASKS,
        projects=PROJECTS,
        tags=TAGS,
    )


def names(text: str) -> list[str]:
    return [one.replacement for one in offered(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["Invoicing", "Client call", "Email triage", '"24h support"', "Invoice Acme"]),
        ("inv", ["Invoicing", "Invoice Acme"]),
        ("INVOICE", ["Invoice Acme"]),
        ("call", ["Client call"]),
        ("client ", ["Client call"]),
        ("client ca", ["Client call"]),
        ("a", ["Invoice Acme", "Client call", "Email triage"]),
        ("9:15-10:30 inv", ["Invoicing", "Invoice Acme"]),
        ("yesterday 14-16 e", ["Email triage", "Client call", "Invoice Acme"]),
        ("24", ['"24h support"']),
        ('"24', ['"24h support"']),
        ("Client call", []),
        ("nothing like it", []),
        ("9:15", []),
        ("9:", []),
        ("invoicing 9-10 ", []),
        ("invoicing // em", []),
        ("@", ['@"Acme Corp"', "@beta"]),
        ("invoicing @b", ["@beta"]),
        ("invoicing @C", ['@"Acme Corp"']),
        ('invoicing @"acme c', ['@"Acme Corp"']),
        ("invoicing #", ["#admin", '#"two words"']),
        ("invoicing #w", ['#"two words"']),
        ("inv| @acme", ["Invoicing", "Invoice Acme"]),
        ("@ac| invoicing", ['@"Acme Corp"']),
    ],
)
def test_what_is_offered(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_the_places_to_replace() -> None:
    assert offered("9-10 client ca @x", 14)[0] == Completion(5, 14, "Client call", "task")
    assert offered("9-10 cli|ent @x")[0] == Completion(5, 11, "Client call", "task")
    assert offered('x @"Acme C|orp" y')[0] == Completion(2, 14, '@"Acme Corp"', "project")
    assert offered("x #ad|m")[0] == Completion(2, 6, "#admin", "tag")
    assert offered("9:15 ")[0] == Completion(5, 5, "Invoicing", "task")


def test_a_cursor_outside_the_text_is_at_its_end() -> None:
    assert complete("inv", 99, tasks=TASKS) == complete("inv", 3, tasks=TASKS)
    assert complete("inv", -1, tasks=TASKS)[0].start == 0


def test_no_more_than_wanted() -> None:
    assert [one.replacement for one in complete("", 0, tasks=TASKS, limit=2)] == list(TASKS[:2])
