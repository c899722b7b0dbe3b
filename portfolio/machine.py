"""Identify this computer and the owner of a state folder, so that no two computers share one.

A file in the folder holds a digest of the system's id of the computer, from which that id cannot be recovered.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Final

MARK: Final = "computer"
"""The file in a state folder with the digest of its computer."""
_DIGITS: Final = 16
_IDS: Final = ("/etc/machine-id", "/var/lib/dbus/machine-id")  # machine-id(5)


def name_digest(name: bytes) -> str:
    """A digest of a name in 16 hexadecimal digits: its bytes as one number, modulo the largest prime below 2**64.

    It needs no import, and two names of one user are unlikely ever to have the same digest.
    """
    return f"{int.from_bytes(name, 'big') % (2**64 - 59):016x}"


def computer() -> str:
    """The digest of this computer: always the same here, and different on any other computer."""
    return name_digest(f"leerreis {_called()}".encode("utf-8", "surrogatepass"))


def owner_of(folder: str) -> str:
    """The digest of the computer that owns a state folder; empty when it has no mark or a damaged one."""
    try:
        with open(os.path.join(folder, MARK), encoding="ascii") as file:
            digest = file.read(100).strip()
        return digest if len(digest) == _DIGITS and int(digest, 16) >= 0 else ""
    except (OSError, ValueError):
        return ""


def own_folder(folder: str) -> str:
    """This state folder, or one of our own beside it when another computer owns it. Makes nothing."""
    owner = owner_of(folder)
    return folder if not owner or owner == computer() else f"{folder}-{computer()[:8]}"


def mark(folder: str) -> None:
    """Mark this state folder as ours, unless it is marked already. Raises OSError."""
    if os.path.exists(os.path.join(folder, MARK)):
        return
    with suppress(FileExistsError), open(os.path.join(folder, MARK), "x", encoding="ascii") as file:
        file.write(f"{computer()}\n")  # not forced to the disk: without it the folder is marked at the next save


def _called() -> str:
    """The system's id of this computer, else its name."""
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
