"""A record in someone's own editor: its texts, each under its label, in a private folder that is removed afterwards.

A text that was changed on two machines is shown with its other versions; closing the editor settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from portfolio import own_editor
from portfolio.cli.context import Context
from portfolio.records.kinds import fields
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.records.templates import TEMPLATES
from portfolio.wording import Words
from portfolio.wording.names import field_label
from portfolio.wording.prompts import prompt_question

_MARK: Final = re.compile(r"^=== ([a-z_]+(?:\.[a-z0-9_]+)?)( ?\*?) ===.*$")
_OTHER: Final = " *"  # behind the name of a field: another version of it, to be read only


class Edited(NamedTuple):
    """What came out of the editor."""

    changes: dict[str, Any]
    """Values for an edit, by field; None clears one."""
    page: str
    """Everything as it stood in the editor, for when it cannot be saved."""


def edited(record: Record, context: Context) -> Edited:
    """Let the person edit the texts of a record. `own_editor.NoEditor` when that could not be done."""
    before = {name: _unix(text) for name, text in _texts(record)}
    page = own_editor.edit(
        _page(record, before, context.words),
        f"{record.kind}.md",
        context.environment,
        at_terminal=context.streams.stdin.isatty(),
    )
    after = dict(_read(page, before))
    changed = {n: text or None for n, text in after.items() if text != before[n].strip("\n") or n in record.conflicts}
    return Edited(_nested(changed), page)


def _unix(text: str) -> str:
    """Line ends as a text file has them, so that opening and closing changes nothing."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """The texts that an editor shows, by the names that `show --json` uses."""
    for name, field in fields(record.kind).items():
        value = getattr(record, attribute_name(name))
        if field.sort == "text":
            yield name, value or ""
        elif name == "answers" and isinstance(record, Reflection):
            keys = [*TEMPLATES.get(record.template, ()), *record.answers]
            yield from ((f"answers.{key}", record.answers.get(key, "")) for key in dict.fromkeys(keys))


def _page(record: Record, texts: Mapping[str, str], _: Words) -> str:
    lines = []
    for name, text in texts.items():
        field, _dot, key = name.partition(".")
        template = record.template if isinstance(record, Reflection) else ""
        label = prompt_question(template, key, _) if key else field_label(field, _, kind=record.kind)
        lines += [f"=== {name} === {label}", text, ""]
        for other in record.conflicts.get(name, ()):
            about = _("Other version; what you leave above is kept")
            lines += [f"=== {name}{_OTHER} === {about}", _unix(str(other)), ""]
    return "\n".join(lines)


def _read(page: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The texts by name; a line that looks like a label but names no field is someone's words."""
    name, lines = "", list[str]()
    for line in [*page.split("\n"), None]:
        label = _MARK.match(line) if line is not None else None
        if line is None or (label and label[1] in known):
            if name:
                yield name, "\n".join(lines).strip("\n")
            name, lines = (label[1] if label and not label[2].strip() else ""), []
        else:
            lines.append(line)


def _nested(changes: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, text in changes.items():
        field, dot, key = name.partition(".")
        if dot:
            values.setdefault(field, {})[key] = text
        else:
            values[name] = text
    return values
