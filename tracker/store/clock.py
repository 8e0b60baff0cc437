"""A hybrid logical clock: stamps that never go backwards, whatever the machine's clock does.

A stamp is ``<13-digit ms>-<4-digit counter>-<device>`` and compares as text. The next one is
later than the device's last and than every row the change replaces, so an edit always wins over
what it was made on, and two machines that edit at the same time agree on who wins.

After Kulkarni, Demirbas and others, "Logical physical clocks" (2014).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LAST_COUNT = 9999
_LATEST = 10**13 - 1


def next_stamp(now: float, device: str, earlier: Iterable[str]) -> str:
    """A stamp greater than each of ``earlier``, at ``now`` (epoch seconds) where that is later."""
    instant, count = min(max(int(now * 1000), 0), _LATEST), 0
    for stamp in earlier:
        if not stamp:
            continue
        at, counted = int(stamp[:13]), int(stamp[14:18])
        if (at, counted) >= (instant, count):
            instant, count = at, counted + 1
            if count > _LAST_COUNT:
                instant, count = at + 1, 0
    return f"{instant:013d}-{count:04d}-{device}"
