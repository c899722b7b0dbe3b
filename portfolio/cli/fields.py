"""Options made from the declared fields of a kind: --FIELD VALUE, dashes for underscores, repeated for lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from portfolio.cli.arguments import HELP, Arguments, Parser
from portfolio.cli.context import WrongUse
from portfolio.records.fields import LISTS, Field
from portfolio.records.kinds import fields
from portfolio.records.levels import INDEPENDENCE
from portfolio.records.templates import TEMPLATES
from portfolio.wording import N_, Words

TWICE: Final = N_("{name} is there twice, and only one can be kept. Nothing was saved.")
_PREFIX: Final = "field_"
_TYPED: Final = {
    "text": N_("TEXT"),
    "texts": N_("TEXT"),
    "keyed": N_("KEY=TEXT"),
    "day": N_("DATE"),
    "pauses": N_("DATE/DATE"),
    "choice": N_("CHOICE"),
    "choices": N_("CHOICE"),
    "link": N_("NAME"),
    "links": N_("NAME"),
    "flag": "yes|no",
    "number": N_("NUMBER"),
    "whole": N_("NUMBER"),
    "wholes": N_("NUMBER"),
    "level": N_("LEVEL"),
}
"""Sort of a field -> what the help calls a value of it."""
_ALIASES: Final = {"answers": ("--answer",), "anchors": ("--anchor",), "tags": ("--tag",)}


def add_field_options(
    parser: Parser, kind: str, arguments: Sequence[str], _: Words, template: str | None = None, *, new: bool = True
) -> None:
    """Add an option for every field of this kind; their help texts are looked up only when help is asked for.

    `template` is that of a reflection; `new` says that the record is made, so that defaults count.
    """
    explain = any(word in HELP for word in arguments)
    for name, field in fields(kind).items():
        options = [*_ALIASES.get(name, ()), f"--{name.replace('_', '-')}"]
        parser.add_argument(
            *options,
            dest=f"{_PREFIX}{name}",
            action="append",
            metavar=_(_TYPED[field.sort]),
            help=_about(name, field, kind, _, template) + _needed(field, _, new=new) if explain else None,
            usual=((name == "template" and template) or str(field.default or "")) if new and explain else "",
            nargs="?" if field.sort == "flag" else None,
            const="yes" if field.sort == "flag" else None,
        )


def _about(name: str, field: Field, kind: str, _: Words, template: str | None) -> str:
    from portfolio.wording.levels import level_anchor, level_name
    from portfolio.wording.names import field_hint, field_label

    if name == "answers" and template in TEMPLATES:
        from portfolio.wording.prompts import prompt_label

        keys = (f"{key} ({prompt_label(template, key, _)})" for key in TEMPLATES[template])
        return _("an answer; the keys: {keys}").format(keys=", ".join(keys))
    if name == "answers":
        return _("an answer; the keys by template: {keys}").format(keys=_keys())
    label, hint = field_label(name, _, kind=kind), field_hint(name, _, kind)
    about = f"{label.rstrip('?')}: {hint}" if hint else label
    if field.sort == "level":
        return f"{about}: " + "; ".join(f"{n} {level_name(n, _)}: {level_anchor(n, _)}" for n in INDEPENDENCE)
    return f"{about}: {', '.join(field.choices)}" if field.choices else about


def _needed(field: Field, _: Words, *, new: bool) -> str:
    """What the help adds for a field that a new record cannot do without and that has no default."""
    return " " + _("(needed)") if new and field.required and field.default is None else ""


def texts_of(given: Arguments, kind: str) -> dict[str, list[str]]:
    """The texts given by options, by field name."""
    texts = {}
    for name, field in fields(kind).items():
        values = getattr(given, f"{_PREFIX}{name}", None)
        if values and len(values) > 1 and field.sort not in (*LISTS, "keyed"):
            raise WrongUse(TWICE, name=f"--{name.replace('_', '-')}")
        if values:
            texts[name] = values
    return texts


def _keys() -> str:
    return "; ".join(f"{template} {' '.join(keys)}" for template, keys in TEMPLATES.items())
