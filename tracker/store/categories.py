"""The built-in categories: keywords, default ratings and default rates, from a data file."""

from __future__ import annotations

import os

from tracker.domain.errors import StoreError
from tracker.domain.task import Category, Rate, Software
from tracker.store.scanning import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FILE = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "categories.json")


def load_categories(path: str = _FILE) -> tuple[Category, ...]:
    """Every built-in category, in the order of the file.

    Raises:
        StoreError: The file is not there or not whole: the installation is broken.
    """
    try:
        with open(path, encoding="utf-8") as file:
            rows = loads(file.read())["categories"]
        return tuple([_category(row) for row in rows])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"The built-in categories in {path} cannot be read ({error}): reinstall worthwhile."
        ) from error


def _category(row: dict[str, Any]) -> Category:
    rate, software = row.get("rate"), row.get("software")
    return Category(
        **{
            **row,
            "keywords": tuple(row["keywords"]),
            "rate": rate and _rate(rate),
            "software": software and Software(**software),
        }
    )


def _rate(row: dict[str, Any]) -> Rate:
    return Rate(row["low"], row["typical"], row["high"], row["currency"], row["source"])
