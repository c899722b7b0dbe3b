"""Which computer this is, and whose a state folder is: a mark in the folder tells, so that no two computers share one.

The mark is a digest of what the system calls this computer; nobody can work that out again, and it says nothing else.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Final

MARK: Final = "computer"
"""The file in a state folder that says whose it is."""
_DIGITS: Final = 16
_IDS: Final = ("/etc/machine-id", "/var/lib/dbus/machine-id")  # machine-id(5)


def told_apart(name: bytes) -> str:
    """Sixteen digits that stand for a name: its bytes as one number, modulo the largest prime below 2**64.

    No import, and no two names of one person are likely ever to share it.
    """
    return f"{int.from_bytes(name, 'big') % (2**64 - 59):016x}"


def computer() -> str:
    """A short text that is the same on this computer every time, and another one on any other."""
    return told_apart(f"leerreis {_called()}".encode("utf-8", "surrogatepass"))


def owner_of(folder: str) -> str:
    """Whose this state folder is; empty when nobody marked it, or when the mark is damaged."""
    try:
        with open(os.path.join(folder, MARK), encoding="ascii") as file:
            said = file.read(100).strip()
        return said if len(said) == _DIGITS and int(said, 16) >= 0 else ""
    except (OSError, ValueError):
        return ""


def own_folder(folder: str) -> str:
    """This state folder, or where another computer uses it one of our own beside it. Makes nothing."""
    owner = owner_of(folder)
    return folder if not owner or owner == computer() else f"{folder}-{computer()[:8]}"


def mark(folder: str) -> None:
    """Say that this state folder is ours, unless that is said already. Raises OSError."""
    if os.path.exists(os.path.join(folder, MARK)):
        return
    with suppress(FileExistsError), open(os.path.join(folder, MARK), "x", encoding="ascii") as file:
        file.write(f"{computer()}\n")  # not forced to the disk: without it the folder is marked at the next save


def _called() -> str:
    """What the system calls this computer: the id it was installed with, else its name."""
    for path in _IDS:
        with suppress(OSError, ValueError), open(path, encoding="ascii") as file:
            if name := file.read(100).strip():
                return name
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    import platform

    return platform.node()
