"""A text in a person's own editor, on a page in the state folder that stays until what is on it was taken over.

A page has a folder of its own, since editors leave more beside it: what they had not saved yet, for one. What the page
was made from is kept next to that folder, so that an editor that was killed, or that came back before its window was
closed, can be gone on with later. While the editor runs, the signals of the terminal are the editor's.
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
"""The key under which `about` says which record is on a page, for when that is purged."""
AT_ONCE_SECONDS: Final = 1.0
"""An editor that is back sooner, and changed nothing, probably works in a window of its own."""
_GIVEN: Final = "given"
"""The key under which `about` says what was on the page when the editor got it."""
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
    """The person's editor did not do its work."""


class Page(NamedTuple):
    """Where a text is given to an editor."""

    folder: str
    """The folder of all pages."""
    name: str
    """The same for the same text, so that a page that was kept is found again. Letters, digits and dashes."""
    file: str
    """The name of the file, which tells an editor what sort of text it is."""

    @property
    def path(self) -> str:
        """The file that the editor gets."""
        return os.path.join(self.folder, self.name, self.file)

    @property
    def is_kept(self) -> bool:
        """Whether words were left on it, or beside it, that nobody took over yet."""
        return self.left_text() is not None or (os.path.isfile(self.path) and self.has_more)

    def left_text(self) -> str | None:
        """The text on it, when an editor left another one there than it was given; else None."""
        data = _bytes(self.path)
        if data is None:
            return None
        text, readable = read(data)
        return None if readable and text == self.about().get(_GIVEN) else text

    @property
    def has_more(self) -> bool:
        """Whether an editor left something beside it."""
        return bool(_beside(self) - {self.file})

    @property
    def _about(self) -> str:
        return os.path.join(self.folder, f"{self.name}.json")

    def about(self) -> dict[str, Any]:
        """What was noted of a page that was kept; empty when that cannot be read."""
        try:
            with open(self._about, "rb") as file:
                noted = json.loads(file.read())
        except (OSError, ValueError, RecursionError):
            return {}
        return noted if isinstance(noted, dict) else {}

    def make(self, text: str, about: Mapping[str, Any]) -> None:
        """Put a fresh page there. Raises OSError, also where a page lies that cannot be read: it may hold words."""
        if os.path.isfile(self.path) and _bytes(self.path) is None:
            raise FileExistsError(self.path)
        atomic.make_private_folder(os.path.dirname(self.path))
        text = as_on_page(text)
        given = read(text.encode())[0]
        noted = json.dumps({**about, _GIVEN: given}, ensure_ascii=True)
        atomic.write(self._about, noted.encode(), mode=0o600)
        atomic.write(self.path, text.encode(), mode=0o600)

    def forget(self) -> None:
        """What is on it was taken over: take it away, with all that the editor left beside it."""
        shutil.rmtree(os.path.dirname(self.path), ignore_errors=True)
        with suppress(OSError):
            os.unlink(self._about)


class Left(NamedTuple):
    """What the editor left on the page, which is still there: forget it once that was taken over."""

    text: str
    """With a sign in the place of what could not be read."""
    touched: bool
    """Whether there is something else on the page, or beside it, than before the editor ran."""
    readable: bool
    """Whether every byte was read; else the page is the only place where all of it is."""
    at_once: bool
    """Whether the editor was back at once."""
    failure: NoEditor | None = None
    """How the editor failed, if it did."""

    def trouble(self, page: Page) -> NoEditor | None:
        """Why the text is not to be taken as it is, with the file that it is in; None when it is."""
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
    """Let the person edit a page that is there, and wait until the editor is closed.

    Raises NoEditor, with the page still there, when it did not come to editing, or the page is there no more.
    """
    command = _command(environment, at_terminal=at_terminal)
    before, beside = _bytes(page.path), _beside(page)
    since = monotonic()
    failure = _run([*command, page.path], environment)
    at_once = failure is None and monotonic() - since < AT_ONCE_SECONDS
    left = _bytes(page.path)
    if left is None:
        raise failure or NoEditor(N_("The editor took the page away; nothing was changed."))
    text, readable = read(left)
    touched = left != before or bool(_beside(page) - beside)
    return Left(text, touched, readable, at_once and not touched, failure)


def as_on_page(text: str) -> str:
    """The text with a sign in the place of half characters (lone surrogates), which no file of text can hold."""
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def read(data: bytes) -> tuple[str, bool]:
    """The text in the bytes of an editor, and whether all of it could be read; line ends as a text file has them.

    A byte order mark is no word. UTF-16 without one is known by its zero bytes, which no other text has.
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
    """Take away the pages of these records; the paths of those that could not be."""
    with suppress(OSError):
        for name in sorted(os.listdir(folder)):
            page = Page(folder, name.removesuffix(".json"), "")
            if name.endswith(".json") and page.about().get(RECORD) in records:
                page.forget()
                if os.path.exists(page.path):
                    yield page.path


def _bytes(path: str) -> bytes | None:
    """What is on the page; None when there is none."""
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
    """Run the editor until it is closed; what went wrong, if anything did."""
    from portfolio.foreground import run

    clean = {k: v for k, v in environment.items() if k != "LANGUAGE"}
    try:
        status = run(command, clean)
    except OSError:
        return NoEditor(N_("The editor “{editor}” could not be started; nothing was changed."), editor=command[0])
    if status != 0:
        return NoEditor(N_("The editor “{editor}” stopped with an error; nothing was changed."), editor=command[0])
    return None
