"""The user's own questions: one TOML file each, in the folder `templates` beside the settings.

    name = "Handover"
    use = "end of a shift"
    questions = ["What should the next one know?", "What was new to me?"]

The answers are kept as a note with the name as its title and each question above its answer, so any computer can show
it, also one without that file. A file that cannot be used is reported and skipped.
"""

from __future__ import annotations

import os
import tomllib
from typing import Any, Final, NamedTuple

from portfolio.wording import N_, Words

_LARGEST: Final = 100_000
_MOST: Final = 30
_LONGEST: Final = 500


class OwnTemplate(NamedTuple):
    """A template with the user's own questions."""

    key: str
    """The name of its file, without the ending."""
    name: str
    use: str
    questions: tuple[str, ...]


class Failed(NamedTuple):
    """A file that was skipped, and why."""

    path: str
    reason: str
    """An English message id with named places."""

    @property
    def key(self) -> str:
        """The name of the file, without the ending."""
        return os.path.splitext(os.path.basename(self.path))[0]

    def sentence(self, _: Words) -> str:
        """What is wrong with the file, in one sentence."""
        name = os.path.basename(self.path)
        return _("The questions in {path} were skipped: {why}").format(path=name, why=_(self.reason))


class OwnTemplates(NamedTuple):
    """The templates found, in the order of their file names."""

    loaded: tuple[OwnTemplate, ...] = ()
    failed: tuple[Failed, ...] = ()


def load(folder: str) -> OwnTemplates:
    """Load every template in the folder; empty when there is no such folder."""
    loaded, failed = [], []
    for path in _paths(folder):
        found = _read(path)
        if isinstance(found, OwnTemplate):
            loaded.append(found)
        else:
            failed.append(found)
    return OwnTemplates(tuple(loaded), tuple(failed))


def _paths(folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [os.path.join(folder, name) for name in names if name.endswith(".toml") and not name.startswith(".")]


def _read(path: str) -> OwnTemplate | Failed:
    try:
        with open(path, "rb") as source:
            found = tomllib.loads(source.read(_LARGEST).decode("utf-8-sig"))
    except OSError:
        return Failed(path, N_("it cannot be read."))
    except (ValueError, RecursionError):
        return Failed(path, N_("it is not TOML."))
    key = os.path.splitext(os.path.basename(path))[0]
    questions = found.get("questions")
    if not isinstance(questions, list) or not _are_questions(questions):
        return Failed(path, N_('it needs questions = ["…", "…"], each a line of text.'))
    name, use = found.get("name", key), found.get("use", "")
    if not isinstance(name, str) or not isinstance(use, str) or not name.strip():
        return Failed(path, N_("its name and use must be text."))
    return OwnTemplate(key, name.strip(), use.strip(), tuple(q.strip() for q in questions))


def _are_questions(value: list[Any]) -> bool:
    return 0 < len(value) <= _MOST and all(isinstance(q, str) and q.strip() and len(q) <= _LONGEST for q in value)
