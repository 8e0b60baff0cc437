"""Categories: the data file, and guessing by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.audit.categorise import Catalogue, words
from tracker.domain.errors import StoreError
from tracker.domain.task import Category
from tracker.store.categories import load_categories

if TYPE_CHECKING:
    from pathlib import Path

CATEGORIES = load_categories()
CATALOGUE = Catalogue(CATEGORIES)

RATES = {
    "bookkeeping": (33, 47, 71),
    "payroll": (37, 53, 80),
    "invoicing": (32, 45, 68),
    "appointment-scheduling": (25, 36, 54),
    "email": (31, 45, 67),
    "customer-service": (29, 41, 62),
    "data-entry": (25, 36, 55),
    "social-media": (47, 67, 101),
    "graphic-design": (41, 59, 88),
    "web-development": (61, 87, 131),
    "seo": (52, 74, 111),
    "copywriting": (49, 70, 104),
}
GROWTH = {"marketing", "customer-care", "product", "delivery", "new-markets", "sales", "planning"}


def test_rates_are_those_of_the_source() -> None:
    found = {
        category.name: (category.rate.low, category.rate.typical, category.rate.high)
        for category in CATEGORIES
        if category.rate
    }
    assert found == RATES
    assert all(c.rate.currency == "USD" and "BLS" in c.rate.source for c in CATEGORIES if c.rate)


def test_growth_categories_are_kept_by_default() -> None:
    assert {category.name for category in CATEGORIES if category.growth == 5} == GROWTH
    assert {category.name for category in CATEGORIES} == {*RATES, *GROWTH, "other"}


def test_keywords_are_words_in_lower_case_claimed_once() -> None:
    keywords = [keyword for category in CATEGORIES for keyword in category.keywords]
    assert [" ".join(words(keyword)) for keyword in keywords] == keywords
    assert len(set(keywords)) == len(keywords)


@pytest.mark.parametrize(
    ("task", "category"),
    [
        ("Invoicing", "invoicing"),
        ("INVOICES for Acme", "invoicing"),
        ("Email triage", "email"),
        ("e-mail", "email"),
        ("Sales tax", "bookkeeping"),
        ("Sales calls", "sales"),
        ("Proposal for Acme", "sales"),
        ("Customer questions", "customer-service"),
        ("Client work", "delivery"),
        ("Logo design", "graphic-design"),
        ("Photocopying", "other"),
        ("Resale", "other"),
        ("", "other"),
        ("!?", "other"),
        ("Buchhaltung äöü", "other"),
    ],
)
def test_guess_by_whole_words_and_the_longest(task: str, category: str) -> None:
    assert CATALOGUE.guess(task).name == category


def test_of_equal_keywords_the_first_in_the_name_wins() -> None:
    catalogue = Catalogue(
        [
            Category("one", "One", ("abc",), 1, 1, 1),
            Category("two", "Two", ("xyz", "abc"), 1, 1, 1),
        ]
    )
    assert catalogue.guess("xyz abc").name == "two"
    assert catalogue.guess("abc xyz").name == "one"
    assert catalogue.named("two") is catalogue.categories[1]
    assert catalogue.named("three") is None
    assert catalogue.other().growth == 3


def test_a_broken_installation_is_said_plainly(tmp_path: Path) -> None:
    broken = tmp_path / "categories.json"
    for text in ('{"categories": [', "{}", '{"categories": [{"name": "x"}]}', "\x00"):
        broken.write_text(text)
        with pytest.raises(StoreError, match="reinstall worthwhile"):
            load_categories(str(broken))
    with pytest.raises(StoreError, match="reinstall worthwhile"):
        load_categories(str(tmp_path / "nowhere.json"))
