"""A text in a person's own editor: in a private folder of its own, which is gone afterwards."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping

from portfolio.errors import PortfolioError
from portfolio.wording import N_


class NoEditor(PortfolioError):
    """The person's editor did not do its work."""


def edit(page: str, name: str, environment: Mapping[str, str], *, at_terminal: bool = True) -> str:
    """Let the person edit a page; what they left. Waits until the editor is closed.

    `name` is that of the file, which tells an editor what sort of text it is. Raises NoEditor; the page is lost to
    nobody then, since the caller still has it.
    """
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    folder = tempfile.mkdtemp(prefix="leerreis-", dir=runtime if os.path.isdir(runtime) else None)
    try:
        path = os.path.join(folder, name)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(page.encode("utf-8", "replace"))
        _open(path, environment, at_terminal=at_terminal)
        return _typed(path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _typed(path: str) -> str:
    """What the editor left. NoEditor when that is no text any more."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        raise NoEditor(N_("The editor took the page away; nothing was changed.")) from None
    except UnicodeDecodeError:
        raise NoEditor(N_("The editor left something that is no text in UTF-8; nothing was changed.")) from None


def _open(path: str, environment: Mapping[str, str], *, at_terminal: bool) -> None:
    clean = {k: v for k, v in environment.items() if k != "LANGUAGE"}
    command = shlex.split(clean.get("VISUAL") or clean.get("EDITOR") or "")
    if not command and not at_terminal:
        raise NoEditor(N_('There is no editor here; name a field to change, such as --title "...".'))
    if not command:
        command = ["notepad"] if os.name == "nt" else ["nano"] if shutil.which("nano") else ["vi"]
    try:
        status = subprocess.run([*command, path], env=clean, check=False).returncode
    except OSError as problem:
        raise NoEditor(
            N_("The editor “{editor}” could not be started; nothing was changed."), editor=command[0]
        ) from problem
    if status != 0:
        raise NoEditor(N_("The editor “{editor}” stopped with an error; nothing was changed."), editor=command[0])
