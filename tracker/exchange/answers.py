"""What cells of other programs' reports answer: yes, no, nothing, who."""

from __future__ import annotations

from collections.abc import Collection

_YES = "yes true 1 y ja oui si sí sim tak ano da はい 是 예 igen evet kyllä"
_NO = "no false 0 n nein non não nao nie ne nee nej нет いいえ 否 아니요 nem hayir ei"
_ANSWERS = dict.fromkeys(_YES.split(), True) | dict.fromkeys(_NO.split(), False)


def answer(cell: str) -> bool | None:
    """Yes or no in most languages; ``None`` where the cell says neither."""
    return _ANSWERS.get(cell.strip().casefold())


def empty(cell: str) -> bool:
    """Whether a cell says nothing; newer exports write ``-`` into empty ones."""
    return cell[:1] in ("", "-", " ") and cell.strip() in ("", "-")


def several(people: Collection[str]) -> list[str]:
    """A warning where a file holds the time of more than one person; else none."""
    if len(people) < 2:
        return []
    names = ", ".join(sorted(people)[:5])
    return [f"The file holds the time of {len(people)} people ({names}); all of it was read."]
