"""The settings, one row each: how it is shown, why it may be locked, and how it is changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from portfolio.capture.options import Option
from portfolio.notebook.profile import change_profile
from portfolio.sanitise import clean_line
from portfolio.text import cut_at_word, pad, wrap
from portfolio.tui.dialogs.days import DaysDialog
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.keymap import custom, recovery
from portfolio.tui.keymap.key_words import where_words
from portfolio.tui.services.services import Services
from portfolio.tui.services.status import saved_message
from portfolio.tui.settings.facts import Facts, Setting, Value, choice
from portfolio.tui.settings.key_rows import KEY, KEY_ROWS, KEY_SECTIONS
from portfolio.tui.settings.location_dialog import ask_to_move
from portfolio.tui.settings.theme_dialog import ask_theme
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import PAGE, Line, Span
from portfolio.tui.widgets.rows import Row
from portfolio.wording import N_, Words
from portfolio.wording.dates import weekday_name, weekday_short
from portfolio.wording.fields import LABELS
from portfolio.wording.names import capital, field_label

_KEYS: Final = N_("Keys")
ABOUT_ME: Final = ("name", "job", "team")


def _file(facts: Facts, _: Words) -> Value:
    """Return the full path and the kind of place."""
    synced = _("in {cloud}, so on your other computers too").format(cloud=facts.cloud)
    return Value(clean_line(facts.file), below=synced if facts.cloud else _("on this computer"))


def _fixed(facts: Facts, _: Words) -> str:
    """Return why the file cannot be moved; empty when it can."""
    if facts.demo:
        return _("This is an example in a temporary folder; it goes away by itself, so it can't be moved.")
    decides = _("{what} decides where your file is. Leave that out, then you can choose here.")
    return decides.format(what=facts.fixed_by) if facts.fixed_by else ""


def _languages(_: Words) -> dict[Any, str]:
    return {"nl": capital(_("Dutch")), "en": capital(_("English"))}


def _on_or_off(_: Words) -> dict[Any, str]:
    return {True: _.context("setting", "on"), False: _.context("setting", "off")}


def _signs(_: Words) -> dict[Any, str]:
    return {None: _("automatic"), True: _("plain (ASCII)"), False: _("drawn (Unicode)")}


def _weekdays(_: Words) -> dict[Any, str]:
    return {day: weekday_name(day, _) for day in range(1, 8)}


def _work_days(facts: Facts, _: Words) -> Value:
    days = sorted(set(facts.of_profile("work_days") or ()))
    return Value(" ".join(weekday_short(day, _) for day in days if 1 <= day <= 7) or _("not chosen"))


async def _keep(services: Services, field: str, value: Any) -> None:
    """Save a field of the profile; None clears it."""
    _ = services.state.words
    services.session.save_soon(lambda nb: saved_message(change_profile(nb, {field: value}), _("Saved."), _))


async def _ask_days(screen: BaseScreen[None], facts: Facts) -> None:
    question = screen.words("On which days do you work?")
    days = await screen.ask(DaysDialog(question, facts.of_profile("work_days") or ()))
    if days is not None:
        await _keep(screen.services, "work_days", list(days) or None)


def _elsewhere(key: str, about: str) -> Setting:
    """Return a row that opens another screen."""

    async def show(screen: BaseScreen[None], _facts: Facts) -> None:
        screen.services.navigator.show(key)

    return Setting(key, recovery.NAMES[key], about, lambda _f, _: Value(_(recovery.ABOUT[key])), show, private=True)


def _about_me(field: str) -> Setting:
    """Return a row with a line about the user."""

    def value(facts: Facts, _: Words) -> Value:
        value = clean_line(str(facts.of_profile(field) or ""))
        return Value(value) if value else Value(_("not filled in"), "muted")

    async def ask(screen: BaseScreen[None], facts: Facts) -> None:
        now = str(facts.of_profile(field) or "")
        text = await screen.ask(LineDialog(field_label(field, screen.words), now))
        if text is not None:
            await _keep(screen.services, field, text or None)

    about = N_("It is shown at the top of what you share.")
    return Setting(field, LABELS[field], about, value, ask, in_profile=True)


SECTIONS: Final[dict[str, tuple[Setting, ...]]] = {
    N_("where is my file?"): (
        Setting(
            "file",
            N_("File"),
            N_("Everything is in this one file. Enter moves it to another folder."),
            _file,
            lambda screen, facts: ask_to_move(screen, facts.file, facts.around, facts.cloud),
            _fixed,
            private=True,
        ),
        Setting(
            "copy",
            N_("Copy on this computer"),
            "",
            lambda facts, _: Value(clean_line(facts.copy)),
            None,
            lambda _f, _: _("Leerreis keeps this copy by itself: on this computer only, never in a cloud folder."),
        ),
    ),
    N_("Bin and backups"): (
        _elsewhere(recovery.BIN, N_("Enter shows what you deleted lately. It can be brought back, or go for good.")),
        _elsewhere(
            recovery.BACKUPS,
            N_("Enter shows the backups that Leerreis makes by itself, and what going back to one would change."),
        ),
    ),
    N_("Language and looks"): (
        choice(
            "language",
            N_("Language"),
            N_("The language of the screen; what you wrote stays as it is."),
            N_("Which language?"),
            _languages,
            lambda _f, _: _.language,
            lambda s, v: s.preferences.speak(v),
        ),
        Setting(
            "theme",
            N_("Theme"),
            N_("The colours. Enter shows them all, and you see each one at work."),
            lambda facts, _: Value(clean_line(facts.theme)),
            lambda screen, _f: ask_theme(screen),
        ),
        choice(
            "animations",
            N_("Animations"),
            N_("Whether things glide when they move."),
            N_("Should things glide when they move?"),
            _on_or_off,
            lambda facts, _: facts.animations,
            lambda s, v: s.preferences.glide(on=v),
        ),
        choice(
            "signs",
            N_("Symbols"),
            N_("How pictures are drawn. Plain symbols are for a terminal or font without the others."),
            N_("Which symbols should pictures use?"),
            _signs,
            lambda facts, _: facts.ascii,
            lambda s, v: s.preferences.draw_in_ascii(v),
        ),
        choice(
            "plain",
            N_("Lines of text"),
            N_(
                "Plain mode, for a screen reader or a very small terminal: from the next start, only lines to read "
                "and answer."
            ),
            N_("Should Leerreis print lines of text instead of drawing screens, from the next start?"),
            _on_or_off,
            lambda facts, _: facts.plain,
            lambda s, v: s.preferences.start_plain(v),
        ),
    ),
    N_("Rhythm"): (
        Setting(
            "work_days", LABELS["work_days"], N_("The days on which you work."), _work_days, _ask_days, in_profile=True
        ),
        choice(
            "review_day",
            LABELS["review_day"],
            N_("The day on which you look back on your week."),
            N_("On which day do you look back on your week?"),
            _weekdays,
            lambda facts, _: facts.of_profile("review_day"),
            lambda s, v: _keep(s, "review_day", v),
        )._replace(in_profile=True),
    ),
    N_("About you"): tuple(map(_about_me, ABOUT_ME)),
    _KEYS: KEY_ROWS,
    **KEY_SECTIONS,
}
"""The rows by section title."""
SETTINGS: Final = {setting.key: setting for rows in SECTIONS.values() for setting in rows}


def heading(title: str, _: Words) -> str:
    """Return the heading of a section; those of keys say so."""
    return f"{_(_KEYS)} · {_(title)}" if title in KEY_SECTIONS else capital(_(title))


def setting_options(facts: Facts, _: Words) -> list[Option]:
    """Return every setting and key, to look for by its name, its value or its section."""
    return [
        Option(each.key, f"{capital(each.words(_))}: {each.value(facts, _).text}".removesuffix(": "), heading(title, _))
        for title, settings in SECTIONS.items()
        for each in settings
    ]


def setting_rows(facts: Facts, _: Words, width: int) -> list[Row]:
    """Return the rows for a width in cells, with the labels in one column."""
    labels = {key: capital(each.words(_)) for key, each in SETTINGS.items()}
    wide = min(max(map(len, labels.values())) + 2, max(width // 2, 1))
    rows: list[Row] = []
    for title, settings in SECTIONS.items():
        rows.append(Row(left=(Span(heading(title, _), bold=True),)))
        for each in settings:
            rows += _as_rows(each, pad(labels[each.key], wide), each.value(facts, _), max(width - wide, 8))
        rows.append(Row())
    return rows[:-1]


def _as_rows(setting: Setting, label: str, value: Value, room: int) -> Iterator[Row]:
    """Yield the rows of a setting; a long value is wrapped, but a text by the user is cut."""
    first, *rest = [cut_at_word(value.text, room)] if setting.in_profile else wrap(value.text, min(room, PAGE))
    right = (Span(value.right, "muted"),) if value.right else ()
    yield Row(setting.key, (Span(label, "muted"), Span(first, value.role)), right)
    below = [(line, value.role) for line in rest] + ([(value.below, "muted")] if value.below else [])
    yield from (Row(left=(Span(" " * len(label)), Span(line, role))) for line, role in below)


def locked(key: str, facts: Facts, _: Words) -> str:
    """Return why a setting cannot be changed now; empty when it can."""
    setting = SETTINGS[key]
    if (setting.private or setting.in_profile) and not facts.alone:
        return _("Not while someone is watching.")
    if setting.in_profile and not facts.writable:
        return _("This file can be read here, but not changed.")
    return setting.locked(facts, _)


def about(key: str, facts: Facts, _: Words, width: int) -> list[Line]:
    """Return what Enter does on a row, or why it does nothing."""
    setting, reason = SETTINGS[key], locked(key, facts, _)
    sentences = [reason or _(setting.about)]
    if key.startswith(KEY):
        sentences.append(where_words(custom.keyed()[key.removeprefix(KEY)], _))
    if facts.demo and not (reason or setting.private or setting.in_profile):
        sentences.append(_("In the example nothing is kept."))
    role = "warning" if reason and key != "copy" else "muted"
    return [(Span(line, role),) for line in wrap(" ".join(sentences), min(width, PAGE))]
