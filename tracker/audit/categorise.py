"""Which category a task belongs to, by the words in its name."""

from __future__ import annotations

from tracker.domain.task import Category

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

OTHER = "other"

_NEUTRAL = Category(OTHER, "Other", (), tedium=3, growth=3, skill=3)


class Catalogue:
    """The known categories and their keywords, indexed once for many questions."""

    def __init__(self, categories: Iterable[Category]) -> None:
        """Index by name and by keyword; the first category to claim a keyword has it."""
        self.categories = tuple(categories)
        self._by_name = {category.name: category for category in self.categories}
        self._by_keyword: dict[str, Category] = {}
        for category in self.categories:
            for keyword in category.keywords:
                self._by_keyword.setdefault(keyword, category)
        self._most_words = max((key.count(" ") + 1 for key in self._by_keyword), default=0)

    def named(self, name: str) -> Category | None:
        """The category of that name."""
        return self._by_name.get(name)

    def other(self) -> Category:
        """The category of what nothing else fits."""
        return self._by_name.get(OTHER, _NEUTRAL)

    def guess(self, task: str) -> Category:
        """The category of the longest keyword among the words of ``task``, else ``other``.

        Only whole words count, whatever their case: ``Copy editing`` has ``copy``,
        ``Photocopying`` has not. Of two keywords as long, the first in the name wins.
        """
        return self._by_words(task) or self.other()

    def fits(self, task: str) -> bool:
        """Whether any keyword is among the words of ``task``, be it one of ``other``."""
        return self._by_words(task) is not None

    def _by_words(self, task: str) -> Category | None:
        found: Category | None = None
        length = 0
        split = words(task)
        for first in range(len(split)):
            for last in range(first + 1, min(first + self._most_words, len(split)) + 1):
                keyword = " ".join(split[first:last])
                if len(keyword) > length and keyword in self._by_keyword:
                    found, length = self._by_keyword[keyword], len(keyword)
        return found


def words(text: str) -> list[str]:
    """The words of ``text`` in one case: runs of letters and digits."""
    return "".join([mark if mark.isalnum() else " " for mark in text.casefold()]).split()
