"""Open what a location points to outside Leerreis: a web page or a file, never a program."""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser
from typing import Final, Literal, NamedTuple
from urllib.parse import urlsplit

_PROGRAMS: Final = frozenset(
    {".app", ".bat", ".cmd", ".com", ".command", ".desktop", ".exe", ".hta", ".jar", ".js", ".lnk", ".msi", ".pif",
     ".ps1", ".py", ".reg", ".scr", ".sh", ".url", ".vbs", ".wsf"}
)  # fmt: skip
"""Endings of files that run when they are opened."""


class Target(NamedTuple):
    """A page or a file that can be opened."""

    sort: Literal["page", "file"]
    address: str


def target_of(location: str) -> Target | None:
    """The target of a location; None for plain text, a program, or a file that does not exist."""
    words = location.strip()
    if _is_page(words):
        return Target("page", words)
    path = os.path.abspath(os.path.expanduser(words)) if words else ""
    if not os.path.exists(path) or os.path.splitext(path)[1].lower() in _PROGRAMS:
        return None
    if os.path.isfile(path) and os.name != "nt" and os.access(path, os.X_OK):
        return None
    return Target("file", path)


def _is_page(words: str) -> bool:
    try:
        parts = urlsplit(words)
    except ValueError:  # not a valid address
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(c.isspace() for c in words)


def open_target(target: Target) -> bool:
    """Open a target with the system's program for it; False when there is none."""
    if target.sort == "page":
        return webbrowser.open(target.address)
    try:
        if sys.platform == "win32":
            os.startfile(target.address)  # noqa: S606 - `target_of` refused programs
            return True
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        subprocess.Popen(
            [opener, target.address], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError:
        return False
    return True
