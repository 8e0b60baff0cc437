"""How sure a mean is: the 80 % interval of Student's t."""

from __future__ import annotations

from math import sqrt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_T90 = (
    *(3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372),
    *(1.363, 1.356, 1.350, 1.345, 1.341, 1.337, 1.333, 1.330, 1.328, 1.325),
    *(1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.310),
)
"""The .90 quantile of t with 1 to 30 degrees of freedom: NIST/SEMATECH e-Handbook, 1.3.6.7.2."""
_Z90 = 1.2815515655446004
"""The .90 quantile of the normal distribution."""


def t90(freedom: int) -> float:
    """The .90 quantile of Student's t: what an 80 % two-sided interval reaches out by.

    From a table to 30 degrees of freedom, beyond them by the first two terms of the Cornish-
    Fisher expansion, ``z + (z^3 + z) / 4n + ...``, which is right to the third decimal there.
    """
    if freedom <= len(_T90):
        return _T90[freedom - 1]
    z = _Z90
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    return z + first / freedom + second / freedom**2


def mean_interval(values: Sequence[float]) -> tuple[float, float] | None:
    """The 80 % interval of the mean of ``values``; ``None`` with fewer than two."""
    count = len(values)
    if count < 2:
        return None
    mean = sum(values) / count
    spread = sqrt(sum((value - mean) ** 2 for value in values) / (count - 1))
    reach = t90(count - 1) * spread / sqrt(count)
    return mean - reach, mean + reach
