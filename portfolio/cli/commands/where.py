"""`leerreis where`: print every path in use."""

from __future__ import annotations

import os

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.wording import N_

_LABELS = {
    "file": N_("your portfolio"),
    "settings": N_("settings"),
    "state": N_("private copy, drafts and undo on this computer"),
    "themes": N_("your own themes"),
    "templates": N_("your own questions"),
    "shadow": N_("private copy of your portfolio"),
    "snapshots": N_("backups"),
    "drafts": N_("drafts"),
    "pages": N_("words that were kept for a next time"),
    "undo": N_("what can be undone"),
    "absorbed": N_("copies that were merged and taken away"),
    "damaged": N_("copies that cannot be read"),
    "handed_over": N_("copies of what you handed over"),
    "locks": N_("locks between programs"),
}


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print the paths; no file is read or made."""
    _ = context.words
    parser = Parser("where", _("Every path that is used."))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    places = context.locations
    paths = {
        "file": places.data_file,
        "settings": places.config_file,
        "state": places.state_folder,
        "themes": places.themes_folder,
        "templates": places.templates_folder,
        "shadow": places.shadow_folder,
        "snapshots": places.snapshots_folder,
        "drafts": places.drafts_folder,
        "pages": places.pages_folder,
        "undo": places.undo_folder,
        "absorbed": places.absorbed_folder,
        "damaged": places.damaged_folder,
        "handed_over": places.handed_over_folder,
        "locks": places.locks_folder,
    }
    if given.json:
        context.print(output.as_text({**paths, "exists": os.path.exists(places.data_file)}))
        return 0
    width = max(len(_(label)) for label in _LABELS.values()) + 2
    for key, path in paths.items():
        missing = "" if os.path.exists(path) else "  (" + _("not there yet") + ")"
        context.print(f"{_(_LABELS[key]):<{width}}{path}{missing}")
    return 0
