"""Edit a text in the user's own editor, on a page in the state folder that stays until its text was taken over.

Each page has a folder of its own, since editors write more files beside it, such as unsaved text. The original text is
kept next to that folder, so that work can be resumed after an editor was killed or returned before its window was
closed. While the editor runs, it gets the signals of the terminal.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from time import monotonic
from typing import Any, Final, NamedTuple

from portfolio import atomic
from portfolio.errors import PortfolioError
from portfolio.wording import N_

RECORD: Final = "record"
"""The key in `about` with the id of the record on the page, for a purge."""
AT_ONCE_SECONDS: Final = 1.0
"""An editor that returns sooner and changed nothing probably works in a window of its own."""
_GIVEN: Final = "given"
"""The key in `about` with the text that the editor was given."""
_LARGEST: Final = 50_000_000  # bytes of a page that are read
_HALVES: Final = re.compile("[\ud800-\udfff]")
_BOMS: Final = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}


CAME_BACK: Final = N_(
    'Your editor returned at once. If it opens a window of its own, make it wait, for example EDITOR="code --wait". '
    "The page stays in {path}; what you save there is read the next time you edit this text."
)


class NoEditor(PortfolioError):
    """The user's editor failed or could not be started."""


class Page(NamedTuple):
    """The place of a text that is given to an editor."""

    folder: str
    """The folder of all pages."""
    name: str
    """The same for the same text, so that a kept page is found again. Letters, digits and dashes."""
    file: str
    """The name of the file, whose ending shows an editor the kind of text."""

    @property
    def path(self) -> str:
        """The file that the editor gets."""
        return os.path.join(self.folder, self.name, self.file)

    @property
    def is_kept(self) -> bool:
        """Whether the page, or a file beside it, holds text that was not taken over yet."""
        return self.left_text() is not None or (os.path.isfile(self.path) and self.has_more)

    def left_text(self) -> str | None:
        """The text on the page, when it differs from the text that the editor was given; else None."""
        data = _bytes(self.path)
        if data is None:
            return None
        text, readable = read(data)
        return None if readable and text == self.about().get(_GIVEN) else text

    @property
    def has_more(self) -> bool:
        """Whether an editor left other files beside it."""
        return bool(_beside(self) - {self.file})

    @property
    def _about(self) -> str:
        return os.path.join(self.folder, f"{self.name}.json")

    def about(self) -> dict[str, Any]:
        """What was noted about a kept page; empty when that cannot be read."""
        try:
            with open(self._about, "rb") as file:
                noted = json.loads(file.read())
        except (OSError, ValueError, RecursionError):
            return {}
        return noted if isinstance(noted, dict) else {}

    def make(self, text: str, about: Mapping[str, Any]) -> None:
        """Write a new page. Raises OSError, also when an unreadable page is there: it can hold text."""
        if os.path.isfile(self.path) and _bytes(self.path) is None:
            raise FileExistsError(self.path)
        atomic.make_private_folder(os.path.dirname(self.path))
        text = as_on_page(text)
        given = read(text.encode())[0]
        noted = json.dumps({**about, _GIVEN: given}, ensure_ascii=True)
        atomic.write(self._about, noted.encode(), mode=0o600)
        atomic.write(self.path, text.encode(), mode=0o600)

    def forget(self) -> None:
        """Remove the page and everything beside it: its text was taken over."""
        shutil.rmtree(os.path.dirname(self.path), ignore_errors=True)
        with suppress(OSError):
            os.unlink(self._about)


class Left(NamedTuple):
    """The outcome of editing. The page still exists: call `forget` when its text was taken over."""

    text: str
    """The text, with a replacement character for what could not be read."""
    touched: bool
    """Whether the page, or the files beside it, changed while the editor ran."""
    readable: bool
    """Whether every byte could be decoded; if not, only the page has the whole text."""
    at_once: bool
    """Whether the editor returned at once."""
    failure: NoEditor | None = None
    """How the editor failed, if it did."""

    def trouble(self, page: Page) -> NoEditor | None:
        """The reason not to take the text as it is, with the path of its file; None when there is none."""
        if self.failure is not None and self.touched:
            message = N_("The editor “{editor}” stopped with an error. What you wrote is in {path}")
            return NoEditor(message, editor=self.failure.parameters["editor"], path=page.path)
        if self.failure is None and not self.readable:
            message = N_(
                "Some signs could not be read, since the text is not in UTF-8. As you wrote it, it is in {path}"
            )
            return NoEditor(message, path=page.path)
        return self.failure


def edit(page: Page, environment: Mapping[str, str], *, at_terminal: bool = True) -> Left:
    """Edit an existing page and wait until the editor is closed.

    Raises NoEditor when the editor could not be used (the page still exists), or when the page was removed.
    """
    command = _command(environment, at_terminal=at_terminal)
    before, beside = _bytes(page.path), _beside(page)
    since = monotonic()
    failure = _run([*command, page.path], environment)
    at_once = failure is None and monotonic() - since < AT_ONCE_SECONDS
    left = _bytes(page.path)
    if left is None:
        raise failure or NoEditor(N_("The editor deleted the page; nothing was changed."))
    text, readable = read(left)
    touched = left != before or bool(_beside(page) - beside)
    return Left(text, touched, readable, at_once and not touched, failure)


def as_on_page(text: str) -> str:
    """The text with a sign in the place of half characters (lone surrogates), which no file of text can hold."""
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def read(data: bytes) -> tuple[str, bool]:
    """Decode what an editor wrote; the text, and whether all of it could be decoded. Line ends become line feeds.

    A byte order mark is removed. UTF-16 without one is recognised by its zero bytes, which other text does not have.
    """
    name = next((name for mark, name in _BOMS.items() if data.startswith(mark)), "utf-8")
    if name == "utf-8" and b"\0" in data and len(data) % 2 == 0:
        name = "utf-16-be" if data[::2].count(0) > data[1::2].count(0) else "utf-16-le"
    try:
        text, readable = data.decode(name), True
    except UnicodeDecodeError:
        text, readable = data.decode("utf-8", "replace"), False
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), readable


def forget_records(folder: str, records: Collection[str]) -> Iterator[str]:
    """Remove the pages of these records; yields the paths that could not be removed."""
    with suppress(OSError):
        for name in sorted(os.listdir(folder)):
            page = Page(folder, name.removesuffix(".json"), "")
            if name.endswith(".json") and page.about().get(RECORD) in records:
                page.forget()
                if os.path.exists(page.path):
                    yield page.path


def _bytes(path: str) -> bytes | None:
    """The content of the page; None when there is none."""
    try:
        return atomic.read(path, _LARGEST).data
    except OSError:
        return None


def _beside(page: Page) -> set[str]:
    with suppress(OSError):
        return set(os.listdir(os.path.dirname(page.path)))
    return set()


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
    """Run the editor until it is closed; the error, if there was one."""
    from portfolio.foreground import run

    clean = {k: v for k, v in environment.items() if k != "LANGUAGE"}
    try:
        status = run(command, clean)
    except OSError:
        return NoEditor(N_("The editor “{editor}” could not be started; nothing was changed."), editor=command[0])
    if status != 0:
        return NoEditor(N_("The editor “{editor}” stopped with an error; nothing was changed."), editor=command[0])
    return None
