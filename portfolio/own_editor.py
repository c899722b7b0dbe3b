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


class NotUtf8(NoEditor):
    """The editor left a text that is not in UTF-8: what could be read of it, and where its bytes are."""

    def __init__(self, text: str, path: str) -> None:
        """`text` has a sign in the place of what could not be read."""
        message = N_("Some signs could not be read, since the text is not in UTF-8. As you wrote it, it is in {path}")
        super().__init__(message, path=path)
        self.text = text


def edit(page: str, name: str, environment: Mapping[str, str], *, at_terminal: bool = True) -> str:
    """Let the person edit a page; what they left. Waits until the editor is closed.

    `name` is that of the file, which tells an editor what sort of text it is. Raises NoEditor; the page is lost to
    nobody then, since the caller still has it. What was written in an editor that failed stays in its file, and so do
    the bytes of a text that is not in UTF-8; the sentence names the file.
    """
    command = _command(environment, at_terminal=at_terminal)
    given = page.encode("utf-8", "replace")
    try:
        folder = _private_folder(environment)
        path = os.path.join(folder, name)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(given)
    except OSError as problem:
        raise NoEditor(N_("There is no room here for a page to edit; nothing was changed.")) from problem
    keeps = False
    try:
        failure = _run([*command, path], environment)
        left = _left_in(path)
        keeps = failure is not None and left not in (None, given)
        if failure is not None:
            raise _with_file(failure, path) if keeps else failure
        if left is None:
            raise NoEditor(N_("The editor took the page away; nothing was changed."))
        try:
            return left.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            keeps = True
            raise NotUtf8(left.decode("utf-8", "replace"), path) from None
    finally:
        if not keeps:
            shutil.rmtree(folder, ignore_errors=True)


def _private_folder(environment: Mapping[str, str]) -> str:
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    return tempfile.mkdtemp(prefix="leerreis-", dir=runtime if os.path.isdir(runtime) else None)


def _left_in(path: str) -> bytes | None:
    """What the editor left; None when it left no file."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def _with_file(failure: NoEditor, path: str) -> NoEditor:
    message = N_("The editor “{editor}” stopped with an error. What you wrote is in {path}")
    return NoEditor(message, editor=failure.parameters["editor"], path=path)


def _command(environment: Mapping[str, str], *, at_terminal: bool) -> list[str]:
    chosen = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        command = shlex.split(chosen)
    except ValueError as problem:  # a quote that is not closed
        raise NoEditor(
            N_("The editor “{editor}” could not be started; nothing was changed."), editor=chosen
        ) from problem
    if not command and not at_terminal:
        raise NoEditor(N_('There is no editor here; name a field to change, such as --title "...".'))
    if not command:
        command = ["notepad"] if os.name == "nt" else ["nano"] if shutil.which("nano") else ["vi"]
    return command


def _run(command: list[str], environment: Mapping[str, str]) -> NoEditor | None:
    """Run the editor until it is closed; what went wrong, if anything did."""
    clean = {k: v for k, v in environment.items() if k != "LANGUAGE"}
    try:
        status = subprocess.run(command, env=clean, check=False).returncode
    except OSError:
        return NoEditor(N_("The editor “{editor}” could not be started; nothing was changed."), editor=command[0])
    if status != 0:
        return NoEditor(N_("The editor “{editor}” stopped with an error; nothing was changed."), editor=command[0])
    return None
