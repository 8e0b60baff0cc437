"""What a person is told about a file that cannot be read: which, why, and how to get it back."""

from __future__ import annotations

import os

from tracker.domain.errors import StoreError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.parsing import Fault


def damaged(home: str, device: str, file: str, fault: Fault) -> StoreError:
    """The error for a ledger or record that is there and cannot be used."""
    path = os.path.join(home, device, file)
    if "newer worthwhile" in str(fault):
        return StoreError(f"{path} {fault}. Nothing was changed.")
    if file.startswith("history"):
        advice = "Move it out of that folder to go on; changes up to it can then not be undone."
    else:
        backup = newest_backup(home, device, file)
        advice = (
            f"Its newest backup is {backup}: copy that over it."
            if backup
            else "There is no backup of it: repair it, or move it away to go on without it."
        )
    return StoreError(f"{path} {fault}. It was left as it is. {advice}")


def newest_backup(home: str, device: str, file: str) -> str | None:
    """The path of the newest backup that holds this file of this device."""
    backups = os.path.join(home, "backups")
    try:
        days = sorted(os.listdir(backups), reverse=True)
    except OSError:
        return None
    for day in days:
        path = os.path.join(backups, day, device, file)
        if os.path.exists(path):
            return path
    return None
