"""Papers, and the rhythms declared of tasks, as fields of a row and back.

Kept apart from :mod:`tracker.store.rows`, so that whoever only logs loads none of it.
"""

from __future__ import annotations

from tracker.domain.cadence import Cadence
from tracker.domain.fields import fields_of, paper_fields, paper_of, value_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracker.domain.papers import Paper

    Row = dict[str, Any]


def paper_row(paper: Paper, revised: str) -> Row:
    """The row of a paper, stamped ``revised``."""
    return {**paper_fields(paper), "revised": revised}


def paper(row: Row) -> Paper:
    """The paper of a row; raises InvalidValue where it is none of ours."""
    return paper_of(row)


def cadence_fields(cadence: Cadence) -> Row:
    """A rhythm as what differs from the usual: ``{"unit": "week", "weekdays": [4]}``."""
    return fields_of(cadence)


def cadence(fields: Row) -> Cadence:
    """The rhythm of such fields; raises InvalidValue."""
    return value_of(Cadence, fields)
