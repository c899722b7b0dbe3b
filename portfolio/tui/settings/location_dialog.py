"""Dialogs that ask where to keep the portfolio: at the first start and in the settings.

They offer the folders found on this computer, and a box for another path.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from textual import events, on
from textual.app import ComposeResult

from portfolio.folders import Offered, Surroundings, as_file, offered, path_hint, shown
from portfolio.locations import FILE_NAME
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.dialogs.pick import confirmed
from portfolio.tui.services.start import Start
from portfolio.tui.shell.screen import OwnScreen
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.rows import Row, Rows
from portfolio.wording import LANGUAGES, N_, Language, Words

_LANGUAGE = "language"
_NAMES: Final[Mapping[Language, str]] = {"nl": "Nederlands", "en": "English"}
"""Each language by its own name, for a reader who knows no other."""
_OWN = "own"
_STAY = "stay"


class LocationDialog(Dialog[str]):
    """Dismissed with the path of the data file, or None to leave it where it is."""

    seeks = True  # what is typed is a path, not text to keep
    QUESTION = N_("Where should your portfolio be?")
    WIDTH = 72
    DEFAULT_CSS = """
    LocationDialog LineInput { display: none; }
    LocationDialog Rows { max-height: 6; }
    LocationDialog #hint { min-height: 5; }
    """

    def __init__(self, file: str, offered: Sequence[Offered], cloud: str) -> None:
        """`file` is the current path; `cloud` names the cloud folder it is in, if any."""
        super().__init__()
        self._file, self._cloud = file, cloud
        self._offered = {str(n): each for n, each in enumerate(offered)}

    def body(self) -> ComposeResult:
        """Lay out the folders and a box for a path."""
        yield Rows()
        yield LineInput(id="path")

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield the key and name of each folder; the first leaves the file where it is."""
        _ = self.words
        yield _STAY, _("Leave it where it is")
        for key, each in self._offered.items():
            yield key, clean_line(each.cloud) or _("In your documents")

    def fill_body(self) -> None:
        """Show the folders."""
        names = [*self.names(), (_OWN, self.words("Somewhere else"))]
        self.show_rows([Row(key, (Span(name),)) for key, name in names])

    @on(Rows.Reached)
    @on(events.DescendantFocus)
    def _turn_to(self) -> None:
        self.query_one(LineInput).display = self.query_one(Rows).key == _OWN
        self.show_hint()

    def hint_lines(self) -> list[Line]:
        """Return the lines that explain the choice."""
        return [line for text, role in self.meaning() for line in self.wrapped(text, role)]

    @property
    def is_typing(self) -> bool:
        """Whether the path box has the focus."""
        return self.query_one(LineInput).has_focus

    def meaning(self) -> Iterator[tuple[str, str]]:
        """Yield sentences about the choice, each with its role."""
        _, key, path = self.words, self.query_one(Rows).key, self.path()
        if key == _STAY:
            yield shown(self._file), "text"
        elif key == _OWN and not self.is_typing:
            yield _("Press enter to type the path of a folder or a file."), "muted"
        else:
            yield shown(path) if path else path_hint(self.query_one(LineInput).text, _), "text"
            if key != _OWN and self._offered[key].cloud:
                yield self.synced, "muted"
            yield _("The file goes there with everything in it, and then goes away here."), "muted"
            if self._cloud:
                yield _("On your other computers you then choose the new place too."), "muted"
        yield _(self.HINT), "muted"

    @property
    def synced(self) -> str:
        """The sentence about cloud folders."""
        _ = self.words
        return _("This folder is synced: your portfolio is on your other computers too, and at its provider.")

    def path(self) -> str:
        """Return the path of the chosen data file; empty when none is chosen."""
        key = self.query_one(Rows).key
        if key in self._offered:
            return self._offered[key].path
        return as_file(self.query_one(LineInput).text) if key == _OWN else ""

    def action_choose(self) -> None:
        """Dismiss with the path; for another place, focus the box first."""
        key = self.query_one(Rows).key
        if key == _STAY:
            self.dismiss(None)
        elif key == _OWN and not self.is_typing:
            self.set_focus(self.query_one(LineInput))
        elif path := self.path():
            self.dismiss(path)

    @on(LineInput.Left)
    def action_cancel(self) -> None:
        """Go from the box to the folders, keeping the path; from there, close."""
        if self.is_typing:
            self.set_focus(self.query_one(Rows))
        else:
            self.leave()

    def leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)


async def ask_to_move(screen: OwnScreen[Any], file: str, around: Surroundings, cloud: str) -> None:
    """Ask for a folder and move the portfolio there.

    A file of the same portfolio there is joined after a question; another file is left alone and nothing moves.
    """
    _, preferences, say = screen.words, screen.services.preferences, screen.services.status.say
    path = await screen.ask(LocationDialog(file, offered(file, around), cloud))
    if path is None:
        return
    found = await preferences.found_at(path)
    if found == "free":
        await preferences.move(path, join=False)
    elif found == "same":
        there = _(
            "This portfolio is already there. Continue with that file? The contents of both are joined; this one stays."
        )
        if await confirmed(screen, there, _("Yes, continue with that file")):
            await preferences.move(path, join=True)
    elif found == "here":
        say(_("Your file is there already."), "muted")
    elif found == "other":
        say(_("There is another file with that name. Nothing was changed; choose another folder."), "warning")


class FirstStartScreen(LocationDialog):
    """The question of the first start; Enter takes the safe answer. Dismissed with the path."""

    QUESTION = N_("Where should your portfolio be? Press enter if this is fine.")
    FRAME = ""
    DEFAULT_CSS = """
    FirstStartScreen { background: $background; }
    FirstStartScreen > Vertical { max-width: 96%; }
    FirstStartScreen Rows { max-height: 100%; }
    FirstStartScreen #hint { min-height: 0; }
    """

    def __init__(self, start: Start) -> None:
        """`start` has the default path, the cloud folders, and whether to offer the other language below them."""
        data_file = start.locations.data_file
        in_clouds = (Offered(name, os.path.join(folder, "Leerreis", FILE_NAME)) for name, folder in start.clouds)
        super().__init__(data_file, [Offered("", data_file), *in_clouds], "")
        self._asks_language = start.ask_language
        self._languages: tuple[Language, ...] = ()
        """The language of this computer first."""

    def fill_body(self) -> None:
        """Show the folders, and the languages when nobody chose one."""
        names = [*self.names(), (_OWN, self.words("Somewhere else"))]
        rows = [Row(key, (Span(name),)) for key, name in names]
        if self._asks_language:
            self._languages = self._languages or tuple(sorted(LANGUAGES, key=lambda each: each != self.words.language))
            rows += [Row(), Row(_LANGUAGE, tuple(self._language_names()))]
        self.show_rows(rows)

    def _language_names(self) -> Iterator[Span]:
        """Yield the name of each language, in that language; the current one is marked."""
        for n, language in enumerate(self._languages):
            now = language == self.words.language
            yield Span(" · " if n else "", "muted")
            yield Span(_NAMES[language], "accent" if now else "muted", bold=now)

    @property
    def _other_language(self) -> Language:
        return next(each for each in self._languages if each != self.words.language)

    def action_choose(self) -> None:
        """Dismiss with the path; on the row of the languages, switch to the other one."""
        if self.query_one(Rows).key == _LANGUAGE:
            self.run_worker(self._speak(self._other_language), group="language")
        else:
            super().action_choose()

    async def _speak(self, language: Language) -> None:
        await self.services.preferences.speak(language)
        self.fill_body()
        self.lay_out()

    @property
    def room(self) -> int:
        """Cells available for a line of text; no frame is drawn."""
        return min(self.WIDTH, self.app.size.width - 4) - 2

    def question_lines(self) -> list[Line]:
        """Return a welcome and the question."""
        return [(Span(self.words("Welcome to Leerreis"), "accent", bold=True),), EMPTY, *super().question_lines()]

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield the key and name of the documents folder and of each cloud folder."""
        _, usual = self.words, os.path.basename(os.path.dirname(self._file)) != "Leerreis"
        for key, each in self._offered.items():
            own = _("In the Leerreis folder (usually fine)") if usual else _("In your documents")
            yield key, clean_line(each.cloud) if each.cloud else own

    def meaning(self) -> Iterator[tuple[str, str]]:
        """Yield the path and what the choice means."""
        _, key = self.words, self.query_one(Rows).key
        if key == _LANGUAGE:
            _ = Words(self._other_language)
            yield _("Press enter to read this in English."), "muted"
            return
        own = (
            path_hint(self.query_one(LineInput).text, _)
            if self.is_typing
            else _("Press enter to type a path of your own.")
        )
        yield shown(self.path()) if key != _OWN else own, "muted"
        alone = _("One file on this computer. Nothing is sent anywhere; you can move it later.")
        yield self.synced if key != _OWN and self._offered[key].cloud else alone, "muted"

    def leave(self) -> None:
        """Stay open: the question must be answered."""
