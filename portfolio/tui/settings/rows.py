"""The rows of the settings: what is chosen now, section by section, and what enter does with each or why it can't."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from portfolio.records.persons import Profile
from portfolio.sanitise import clean_line
from portfolio.text import cut, pad, wrap
from portfolio.tui.keymap import custom, recovery
from portfolio.tui.keymap.names import named
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import N_, Words
from portfolio.wording.dates import weekday_name, weekday_short
from portfolio.wording.names import capital, field_label

KEY: Final = "key:"
"""How the row of an action's key begins."""
ALL_KEYS: Final = "keys"
"""The row that gives every action its own key back."""
ABOUT_ME: Final = ("name", "job", "team")
RHYTHM: Final = ("work_days", "review_day")
LANGUAGE_NAMES: Final = {"nl": N_("Dutch"), "en": N_("English")}
_BLANK: Final = Row()


class Facts(NamedTuple):
    """Everything that the settings show."""

    file: str
    copy: str
    theme: str
    """What the theme that is on is called."""
    cloud: str = ""
    """Whose cloud folder the file lies in."""
    fixed_by: str = ""
    """What decides where the file is, when not the settings."""
    demo: bool = False
    alone: bool = True
    writable: bool = True
    animations: bool = True
    ascii: bool | None = None
    profile: Profile | None = None
    own: Mapping[str, str] = {}


def setting_rows(facts: Facts, _: Words, width: int) -> list[Row]:
    """Every row, for `width` cells."""
    wide = min(max(map(len, _labels(_).values())) + 2, max(width // 2, 1))
    page = _Page(facts, _, wide, width)
    return [
        *page.section(capital(_("where is my file?")), [*page.file(), *page.row("copy", clean_line(facts.copy))]),
        *page.section(
            _("Bin and copies"),
            [row for which, told in recovery.TOLD.items() for row in page.row(which, _(told))],
        ),
        *page.section(
            _("Language and looks"),
            [
                *page.row("language", capital(_(LANGUAGE_NAMES[_.language]))),
                *page.row("theme", clean_line(facts.theme)),
                *page.row("animations", on_or_off(facts.animations, _)),
                *page.row("signs", signs_name(facts.ascii, _)),
            ],
        ),
        *page.section(
            _("Rhythm"),
            [
                *page.row("work_days", days_in_words(facts.profile.work_days if facts.profile else (), _)),
                *page.row("review_day", day_in_words(facts.profile.review_day if facts.profile else None, _)),
            ],
        ),
        *page.section(_("About you"), [row for name in ABOUT_ME for row in page.mine(name)]),
        *page.section(_("Keys"), list(page.keys())),
    ][:-1]


def _labels(_: Words) -> dict[str, str]:
    labels = {
        "file": _("File"),
        "copy": _("Copy on this computer"),
        "language": _("Language"),
        "theme": _("Theme"),
        "animations": _("Animations"),
        "signs": _("Signs"),
        ALL_KEYS: _("All keys as they were"),
    }
    labels |= {which: _(name) for which, name in recovery.NAMES.items()}
    labels |= {name: field_label(name, _) for name in (*RHYTHM, *ABOUT_ME)}
    return labels | {f"{KEY}{a.id}": capital(_.context(*a.label)) for a in custom.changeable()}


class _Page:
    """The sections; all have their labels in one column."""

    def __init__(self, facts: Facts, _: Words, wide: int, width: int) -> None:
        self.facts, self.words, self.wide, self.width = facts, _, wide, width
        self.labels = _labels(_)

    def section(self, title: str, rows: list[Row]) -> list[Row]:
        """A heading, its rows, and a blank one."""
        return [Row(left=(Span(title, "accent", bold=True),)), *rows, _BLANK]

    def row(self, key: str, value: str, role: str = "text") -> list[Row]:
        """What is chosen, beside its label; a long one on as many lines as it needs."""
        first, *rest = wrap(value, max(self.width - self.wide, 8))
        below = [Row(left=(Span(" " * self.wide), Span(line, role))) for line in rest]
        return [Row(key, (Span(pad(self.labels[key], self.wide), "muted"), Span(first, role))), *below]

    def file(self) -> list[Row]:
        """The whole path, and what kind of place that is."""
        _, cloud = self.words, self.facts.cloud
        where = _("in {cloud}, so on your other computers too").format(cloud=cloud) if cloud else _("on this computer")
        return [
            *self.row("file", clean_line(self.facts.file)),
            Row(left=(Span(" " * self.wide), Span(where, "muted"))),
        ]

    def mine(self, name: str) -> list[Row]:
        """A field of the profile."""
        said = clean_line(str(getattr(self.facts.profile, name, None) or ""))
        if not said:
            return self.row(name, self.words("not filled in"), "muted")
        return self.row(name, cut(said, max(self.width - self.wide, 8)))

    def keys(self) -> Iterator[Row]:
        """Each action that can have a key of one's own."""
        _ = self.words
        for action in custom.changeable():
            mine = action.id in self.facts.own
            shown = named(custom.key_of(action.id, self.facts.own), "" if mine else action.display)
            usual = _("was {key}").format(key=named(action.key, action.display)) if mine else ""
            (row,) = self.row(f"{KEY}{action.id}", shown, "accent")
            yield row._replace(right=(Span(usual, "muted"),) if usual else ())
        yield from self.row(ALL_KEYS, "")


def on_or_off(on: bool, _: Words) -> str:
    """Whether something is done."""
    return _.context("setting", "on") if on else _.context("setting", "off")


def signs_name(plain: bool | None, _: Words) -> str:
    """Which signs are drawn."""
    return {None: _("as this terminal can"), True: _("plain (ASCII)"), False: _("drawn (Unicode)")}[plain]


def days_in_words(days: tuple[int, ...], _: Words) -> str:
    """Weekdays on one line."""
    return " ".join(weekday_short(day, _) for day in sorted(set(days)) if 1 <= day <= 7) or _("not chosen")


def day_in_words(day: int | None, _: Words) -> str:
    """One weekday."""
    return weekday_name(day, _) if day and 1 <= day <= 7 else _("not chosen")


def locked(key: str, facts: Facts, _: Words) -> str:
    """Why the row cannot be changed now; empty when it can."""
    if key == "copy":
        return _("Leerreis keeps this copy by itself: on this computer only, never in a cloud folder.")
    if key in ("file", *recovery.NAMES, *ABOUT_ME, *RHYTHM) and not facts.alone:
        return _("Not while someone looks on.")
    if key in (*ABOUT_ME, *RHYTHM) and not facts.writable:
        return _("This file can be read here, but not changed.")
    if key == ALL_KEYS and not facts.own:
        return _("Every key is as it was.")
    if key != "file":
        return ""
    if facts.demo:
        return _("This is an example in a temporary folder; it goes away by itself, so it can't be moved.")
    if facts.fixed_by:
        decides = _("{what} decides where your file is. Leave that out, then you can choose here.")
        return decides.format(what=facts.fixed_by)
    return ""


def about(key: str, facts: Facts, _: Words, width: int) -> list[Line]:
    """What enter does with a row, or why it does nothing."""
    reason = locked(key, facts, _)
    told = reason or (_about_key(key, _) if key.startswith(KEY) else _(_ABOUT.get(key, "")))
    if not reason and facts.demo and key not in (*ABOUT_ME, *RHYTHM, *recovery.NAMES):
        told = " ".join((told, _("In the example nothing is kept.")))
    return [(Span(line, "warning" if reason and key != "copy" else "muted"),) for line in wrap(told, width)]


def _about_key(key: str, _: Words) -> str:
    action = next((a for a in custom.changeable() if f"{KEY}{a.id}" == key), None)
    return " ".join((_(action.help), _("Enter gives it another key."))) if action else ""


_ABOUT: Final = {
    "file": N_("Everything is in this one file. Enter moves it to another folder."),
    recovery.BIN: N_("Enter shows what you deleted lately. It can be brought back, or go for good."),
    recovery.BACKUPS: N_(
        "Enter shows the copies that Leerreis makes by itself, and what going back to one would change."
    ),
    "language": N_("The language of the screen; what you wrote stays as it is."),
    "theme": N_("The colours. Enter shows them all, and puts them on while you look."),
    "animations": N_("Whether things glide when they move."),
    "signs": N_("How pictures are drawn. Plain signs are for a terminal or font that lacks the others."),
    "work_days": N_("The days on which you work."),
    "review_day": N_("The day on which you look back on your week."),
    "name": N_("It stands at the top of what you hand over."),
    "job": N_("It stands at the top of what you hand over."),
    "team": N_("It stands at the top of what you hand over."),
    ALL_KEYS: N_("Enter gives every action the key that it came with."),
}
"""Row -> what it is about."""
