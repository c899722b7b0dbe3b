"""Everything that can be done, found by its name: the actions of the place below, places, themes, languages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.journey.folding import fold
from portfolio.tui import actions
from portfolio.tui.frame import DialogScreen, words_of
from portfolio.tui.layout import Span
from portfolio.tui.places import PLACES
from portfolio.tui.views.acting import named_action
from portfolio.tui.widgets.rows import FixedRows, Row, Rows
from portfolio.tui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from portfolio.tui.place_screen import PlaceScreen


class Command(NamedTuple):
    """Something that can be done now."""

    name: str
    key: str
    do: Callable[[], Awaitable[object] | object]


def commands(screen: PlaceScreen) -> list[Command]:
    """What can be done on this screen, as the table of actions says, and the choices of the app."""
    _, app = screen.words, screen.leerreis
    keys = app.key_names()
    found = [
        Command(named_action(a, app.look), keys.get(a.id, ""), partial(screen.run_action, a.id))
        for a in actions.at(screen.WHERE)
        if a.id != "palette" and a.available(screen.situation())
    ]
    found += [Command(_(p.label), p.key, partial(screen.action_go, p.id)) for p in PLACES if p.id != screen.WHERE]
    from portfolio import themes

    for theme in themes.load(app.start.locations.themes_folder).loaded.values():
        name = _("Theme: {name}").format(name=theme.title(_))
        found.append(Command(name, "", partial(app.wear, theme)))
    # Not translated: a language is named in itself too, so that whoever reads only that one finds it.
    found.append(Command("Taal: Nederlands · Language: Dutch", "", partial(app.speak, "nl")))
    found.append(Command("Taal: Engels · Language: English", "", partial(app.speak, "en")))
    return found


class CommandsScreen(DialogScreen[Command]):
    """A word to look for above the commands that it finds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "do", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]
    DEFAULT_CSS = """
    CommandsScreen Vertical { height: 20; max-height: 90%; }
    """

    def __init__(self, found: Sequence[Command]) -> None:
        """`found` is everything that can be done."""
        super().__init__()
        self._commands = found
        self._shown: list[Command] = []

    def compose(self) -> ComposeResult:
        """The word, and the list."""
        with Vertical():
            yield SearchBox(id="word")
            yield Rows(id="commands")

    def on_mount(self) -> None:
        """Everything, until a word is typed."""
        box = self.query_one(SearchBox)
        _ = words_of(self.app)
        box.placeholder = _("What do you want to do?")
        self.set_focus(box)
        self._fill("")

    @on(SearchBox.Changed)
    def _typed(self) -> None:
        self._fill(self.query_one(SearchBox).text)

    def _fill(self, words: str) -> None:
        wanted = fold(words).split()
        self._shown = [c for c in self._commands if all(w in fold(c.name) for w in wanted)]
        rows = [Row(str(n), (Span(c.name),), (Span(c.key, "muted"),)) for n, c in enumerate(self._shown)]
        _ = words_of(self.app)
        nothing = [Row(left=(Span(_("Nothing is called so."), "muted"),))]
        self.query_one(Rows).show_rows(FixedRows(rows or nothing), at="0")

    def action_move(self, step: int) -> None:
        """Move through the list while the word keeps the keys."""
        self.query_one(Rows).action_cursor(step)

    @on(Rows.Clicked)
    @on(SearchBox.WentOn)
    def action_do(self) -> None:
        """Close with the command that the cursor is on; it is done on the screen below."""
        key = self.query_one(Rows).key
        self.dismiss(self._shown[int(key)] if key else None)
