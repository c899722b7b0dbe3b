"""`leerreis where`: print every path in use."""

from __future__ import annotations

import os

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.notebook.health import PARTS
from portfolio.wording import N_

_LABELS = {
    "file": N_("your portfolio"),
    "settings": N_("settings"),
    "state": N_("private copy, drafts and undo on this computer"),
    "themes": N_("your own themes"),
    "templates": N_("your own questions"),
    "profiles": N_("your own documents"),
    **PARTS,
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
        "profiles": places.profiles_folder,
        **{part: getattr(places, f"{part}_folder") for part in PARTS},
    }
    if given.json:
        context.print(output.as_text({**paths, "exists": os.path.exists(places.data_file)}))
        return 0
    width = max(len(_(label)) for label in _LABELS.values()) + 2
    for key, path in paths.items():
        missing = "" if os.path.exists(path) else "  (" + _("not there yet") + ")"
        context.print(f"{_(_LABELS[key]):<{width}}{path}{missing}")
    return 0
