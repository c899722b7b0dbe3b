"""Other words by which people look for what is in the palette, besides its name and what it does."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_

ALSO: Final = {
    "export": N_("export, print, document, save as"),
    "mark": N_("select, choose several, tick"),
    "mark_all": N_("select everything, mark"),
    "texts": N_("e-mail, message, copy, clipboard, reminder"),
    "look_back": N_("own questions, template, reflect, diary"),
    "filter": N_("sort, order, narrow"),
    "settings": N_("options, preferences"),
    "share": N_("make shareable, make private"),
    "edit": N_("change, rewrite"),
    "delete": N_("remove, throw away"),
    "undo": N_("take back, restore"),
    "tags": N_("label, hashtag"),
    "over_shoulder": N_("privacy, watching along"),
    "help": N_("manual, keys"),
    "bin": N_("trash, deleted"),
    "copies": N_("copy, restore, earlier version"),
    "calendar": N_("calendar, agenda, dates, ics"),
    "people": N_("people, colleagues, manager, names"),
    "me": N_("profile, my name, job"),
    "plan": N_("plans, plan a meeting, appointment, calendar"),
    "ready": N_("preparation, evidence"),
    "template": N_("template, questions"),
    "dark": N_("dark, night, colours"),
    "light": N_("light, day, colours"),
}
"""Words by the id of an action, a screen, a row or a sort of command, as a message id in English."""
