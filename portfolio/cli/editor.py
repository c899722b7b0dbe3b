"""A record in someone's own editor: its texts, each under its label, in a private folder that is removed afterwards."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from typing import Any, Final

from portfolio.cli.context import Context
from portfolio.errors import PortfolioError
from portfolio.records.kinds import fields
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.records.templates import TEMPLATES
from portfolio.wording import N_, Words
from portfolio.wording.names import field_label
from portfolio.wording.prompts import prompt_question

_MARK: Final = re.compile(r"^=== ([a-z_]+(?:\.[a-z0-9_]+)?) ===.*$")


def edited(record: Record, context: Context) -> dict[str, Any]:
    """The fields that were changed in the editor, as values for an edit; None clears one."""
    before = dict(_texts(record))
    folder = tempfile.mkdtemp(prefix="leerreis-", dir=context.environment.get("XDG_RUNTIME_DIR") or None)
    try:
        path = os.path.join(folder, f"{record.kind}.md")
        with open(path, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(_page(record, before, context.words))
        _open_editor(path, context)
        with open(path, encoding="utf-8", errors="replace") as file:
            after = dict(_read(file.read(), before))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return _nested({name: text or None for name, text in after.items() if text != before[name].strip("\n")})


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
    return "\n".join(lines)


def _read(page: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The texts by name; a line that looks like a label but names no field is someone's words."""
    name, lines = "", list[str]()
    for line in page.split("\n"):
        label = _MARK.match(line)
        if label and label[1] in known:
            if name:
                yield name, "\n".join(lines).strip("\n")
            name, lines = label[1], []
        else:
            lines.append(line)
    if name:
        yield name, "\n".join(lines).strip("\n")


def _nested(changes: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, text in changes.items():
        field, dot, key = name.partition(".")
        if dot:
            values.setdefault(field, {})[key] = text
        else:
            values[name] = text
    return values


def _open_editor(path: str, context: Context) -> None:
    environment = {k: v for k, v in context.environment.items() if k != "LANGUAGE"}
    command = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "")
    if not command:
        command = ["notepad"] if os.name == "nt" else ["nano"] if shutil.which("nano") else ["vi"]
    try:
        status = subprocess.run([*command, path], env=environment, check=False).returncode
    except OSError as problem:
        raise NoEditor(
            N_("The editor “{editor}” could not be started; nothing was changed."), editor=command[0]
        ) from problem
    if status != 0:
        raise NoEditor(N_("The editor “{editor}” stopped with an error; nothing was changed."), editor=command[0])


class NoEditor(PortfolioError):
    """The person's editor did not do its work."""
