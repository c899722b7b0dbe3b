"""The page for the user's own editor: the texts of a record under their labels, and reading them back.

A text that was changed on two machines is shown with its other versions; closing the editor settles it. No text on the
page is ever ignored, whatever the editor returns: text without a clear place makes the page be refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from portfolio.errors import UsageError
from portfolio.own_editor import as_on_page
from portfolio.records.kinds import fields
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.records.templates import TEMPLATES
from portfolio.wording import N_, Words
from portfolio.wording.names import field_label
from portfolio.wording.prompts import prompt_question

_OTHER: Final = " *"  # after the name of a field: another version of it, read-only
_LEAST: Final = 3  # equals signs before and after a name
_LABEL: Final = re.compile(r"^(=+) ([a-z_]+(?:\.[a-z0-9_]+)?)( ?\*?) (=+)(?: .*)?$")
_ALMOST: Final = re.compile(r"^\W*([A-Za-z_]+(?:\.[A-Za-z0-9_]+)?) ?(\*?)\s*(?:[=#*-]+.*)?$")


class NotTaken(UsageError):
    """The page holds text that has no clear place in the record."""


class Shown(NamedTuple):
    """The texts on a page."""

    texts: Mapping[str, str]
    """By the names that `show --json` uses."""
    others: Mapping[str, tuple[str, ...]]
    """The other versions of a text, read-only."""

    @property
    def rule(self) -> str:
        """The equals signs of a label: longer than any row of them that begins a line of these texts."""
        everything = [*self.texts.values(), *(each for versions in self.others.values() for each in versions)]
        lines = (line for text in everything for line in text.split("\n"))
        return "=" * max([_LEAST, *(len(line) - len(line.lstrip("=")) + 1 for line in lines if line.startswith("=="))])


def shown(record: Record) -> Shown:
    """The texts of a record, with line feeds, so that opening and closing changes nothing."""
    texts = {name: _unix(text) for name, text in _texts(record)}
    return Shown(texts, {n: tuple(_unix(str(o)) for o in record.conflicts[n]) for n in texts if n in record.conflicts})


def page_of(record: Record, given: Shown, _: Words) -> str:
    """The page: each text under its label, in the order of the record."""
    rule = given.rule
    template = record.template if isinstance(record, Reflection) else ""
    lines = []
    for name, text in given.texts.items():
        field, _dot, key = name.partition(".")
        label = prompt_question(template, key, _) if key else field_label(field, _, kind=record.kind)
        lines += [f"{rule} {name} {rule} {label}", text, ""]
        for other in given.others.get(name, ()):
            about = _("Other version; what you leave above is kept")
            lines += [f"{rule} {name}{_OTHER} {rule} {about}", other, ""]
    return "\n".join(lines)


def changes_on(page: str, given: Shown) -> dict[str, Any]:
    """The values of an edit, by field; None clears one. Raises NotTaken.

    An empty page changes nothing, like an emptied commit message. A text with other versions is settled by the text on
    the page.
    """
    if not page.strip():
        return {}
    after = _read(page, given)
    before = {name: _without_blank_ends(text.split("\n")) for name, text in given.texts.items()}
    return _nested({n: text or None for n, text in after.items() if text != before[n] or n in given.others})


def _unix(text: str) -> str:
    return as_on_page(text).replace("\r\n", "\n").replace("\r", "\n")


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """The texts that an editor shows, by the names that `show --json` uses."""
    for name, field in fields(record.kind).items():
        value = getattr(record, attribute_name(name))
        if field.sort == "text":
            yield name, value or ""
        elif name == "answers" and isinstance(record, Reflection):
            keys = [*TEMPLATES.get(record.template, ()), *record.answers]
            yield from ((f"answers.{key}", record.answers.get(key, "")) for key in dict.fromkeys(keys))


def _read(page: str, given: Shown) -> dict[str, str]:
    """The texts by name. Raises NotTaken for text without a label, or under an unclear one."""
    lines = page.split("\n")
    labels = _labels(lines, given)
    first = min(labels, default=len(lines))
    if any(line.strip() for line in lines[:first]):
        raise NotTaken(N_("There is text above the first heading, so it is not clear where it belongs."))
    found: dict[str, str] = {}
    unread = {name: list(versions) for name, versions in given.others.items()}
    places = [*sorted(labels), len(lines)]
    for at, end in pairwise(places):
        name, other = labels[at]
        text = _without_blank_ends(lines[at + 1 : end])
        if not other:
            found[name] = text
        elif text.strip() and text not in [_without_blank_ends(each.split("\n")) for each in unread.get(name, ())]:
            message = N_("You changed the other version of “{name}”; put the text you want under “{name}” itself.")
            raise NotTaken(message, name=name)
    return found


def _without_blank_ends(lines: Sequence[str]) -> str:
    """The text of these lines without the blank ones at both ends: an editor may indent or add them."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[filled[0] : filled[-1] + 1]) if filled else ""


def _labels(lines: list[str], given: Shown) -> dict[int, tuple[str, bool]]:
    """The lines that are labels: the name, and whether it is another version. Raises NotTaken."""
    rule, exact = given.rule, dict[int, tuple[str, bool]]()
    for at, line in enumerate(lines):
        label = _LABEL.match(line.rstrip())
        if label and label[1] == label[4] == rule and label[2] in given.texts:
            exact[at] = (label[2], bool(label[3].strip()))
    names = [name for name, other in exact.values() if not other]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise NotTaken(N_("The heading “{name}” is there twice, so it is not clear which text counts."),
                       name=twice)  # fmt: skip
    for name in [name for name in given.texts if name not in names]:
        exact.update(_almost(name, lines, exact, given))
    return exact


def _almost(
    name: str, lines: list[str], exact: Mapping[int, tuple[str, bool]], given: Shown
) -> dict[int, tuple[str, bool]]:
    """The only line that can have been the label of this text; empty when nothing is lost without it."""
    near = [at for at, line in enumerate(lines) if at not in exact and _names(line, name)]
    strange = [line for line in lines if line.startswith(given.rule) and _LABEL.match(line.rstrip())]
    marked = [at for at in near if "=" in lines[at]]
    if len(marked) == 1:
        return {marked[0]: (name, False)}
    is_lost = given.texts[name].strip() or near or len(strange) > len(exact)
    if is_lost:
        raise NotTaken(N_("The heading “{name}” is missing, so it is not clear what belongs to it."),
                       name=name)  # fmt: skip
    return {}


def _names(line: str, name: str) -> bool:
    """Whether a line can have been the label of this text: indented, or with other signs around the name."""
    almost = _ALMOST.match(line)
    return almost is not None and almost[1].lower() == name and not almost[2]


def _nested(changes: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, text in changes.items():
        field, dot, key = name.partition(".")
        if dot:
            values.setdefault(field, {})[key] = text
        else:
            values[name] = text
    return values
