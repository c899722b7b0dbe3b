"""The arguments of `leerreis export`, and the pairs in them."""

from __future__ import annotations

from typing import Final

from portfolio.cli.arguments import Parser, add_filters
from portfolio.errors import UsageError
from portfolio.export.options import GLANCE, SECTIONS, GlanceLine
from portfolio.export.profile import SHIPPED
from portfolio.export.registry import FORMATS, SORTS
from portfolio.wording import N_, Words

PROPOSED: Final = "proposed"
"""In place of a line of "At a glance": take the proposed lines."""


def parser(_: Words) -> Parser:
    """What is typed after `leerreis export`."""
    parser = Parser("export", _("A portfolio to hand over: only what is shareable, and nothing about the rest."))
    parser.add_argument("--to", metavar=_("PATH"), help=_("the file to write"), usual=_("text on the screen"))
    parser.add_argument(
        "--as", dest="sort", default="portfolio", choices=list(SORTS), metavar="|".join(SORTS), help=_("which document")
    )
    other_form = _("your employer's form, a Word file with names of fields, to fill in")
    parser.add_argument("--form", metavar=_("FORM.docx"), help=other_form, usual=_("none"))
    for unused in ("--as", "--profile", "--format", "--order", "--heading", "--pictures"):
        parser.only_one_of("--form", unused)
    profile = _("a document with its own sections, order and limits: {names}, or one of your own")
    named = profile.format(names=", ".join(SHIPPED))
    parser.add_argument("--profile", metavar=_("NAME"), help=named, usual=_("none"))
    parser.only_one_of("--as", "--profile")
    by_ending = _("the ending of the file, else md")
    parser.add_argument(
        "--format", choices=list(FORMATS), metavar="|".join(FORMATS), help=_("which format"), usual=by_ending
    )
    add_filters(parser, _, _("twelve months before the last day"), _("today"))
    parser.add_argument("--conversation", metavar="ID", help=_("the conversation that it is for"), usual=_("none"))
    parser.add_several("--with", dest="with_", metavar="ID", help=_("these too"), usual=_("none"))
    parser.add_several("--without", metavar="ID", help=_("without these"), usual=_("none"))
    where = _("say where this evidence is, never as a path")
    parser.add_several("--where", metavar="ID", help=where, usual=_("no place"))
    for option, words in (("--section", _("this section too")), ("--no-section", _("without this section"))):
        about = f"{words}: {', '.join(SECTIONS)}"
        parser.add_several(option, metavar="S", help=about, usual=_("the usual ones"))
    _add_words(parser, _)
    care = _("facts and results only, for a conversation about pay")
    parser.add_argument("--careful", action="store_true", default=None, help=care)
    parser.add_argument("--no-careful", dest="careful", action="store_false", help=_("all sections anyway"))
    parser.only_one_of("--careful", "--no-careful")
    drawn = _("your journey as a picture too, at the end of a portfolio")
    parser.add_argument("--pictures", action="store_true", help=drawn)
    again = _("a document of before, byte for byte (leerreis list export)")
    parser.add_argument("--again", metavar="ID", help=again, usual=_("a new one"))
    parser.add_argument("--dry-run", action="store_true", help=_("show what would be included; write nothing"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there"))
    return parser


def _add_words(parser: Parser, _: Words) -> None:
    """Add what decides on the order and the words of the document."""
    first = _("these sections first, in this order")
    parser.add_several("--order", metavar="S", help=first, usual=_("the usual order"))
    own = _("a heading of your own for a section")
    parser.add_repeated("--heading", metavar=_("S=TEXT"), help=own, usual=_("the usual one"))
    glance = _("what is under “At a glance”: “proposed” takes the lines that a dry run shows, PART=TEXT your own words")
    parts = f"{glance}; {', '.join(GLANCE)}"
    taken = _("PART=TEXT")
    parser.add_repeated("--glance", metavar=f"{PROPOSED}|{taken}", help=parts, usual=_("nothing"))
    parser.add_argument(
        "--names",
        default="consented",
        choices=["roles", "consented"],
        metavar="roles|consented",
        help=_("people by role only, or as they agreed"),
    )
    other = _("in the document OTHER for WORDS")
    parser.add_repeated("--replace", metavar=_("WORDS=OTHER"), help=other, usual=_("none"))


def own_headings(given: list[str]) -> dict[str, str]:
    """The user's own headings by section, each once."""
    pairs = [each.partition("=") for each in given]
    if not all(sign for _section, sign, _text in pairs):
        raise UsageError(N_('--heading takes SECTION=TEXT, for instance --heading "stories=What went well".'))
    headings = {section.strip(): text for section, _sign, text in pairs}
    if len(headings) < len(pairs):
        raise UsageError(N_("A section has one heading; --heading names one twice."))
    return headings


def glance_lines(given: list[str]) -> dict[str, tuple[GlanceLine, ...]]:
    """The lines of each part of "At a glance", in their order."""
    lines: dict[str, tuple[GlanceLine, ...]] = {}
    for each in given:
        part, sign, text = each.partition("=")
        if each == PROPOSED:
            continue
        if not sign:
            raise UsageError(
                N_('--glance takes PART=TEXT, for instance --glance "need=Time to practise", or: --glance proposed')
            )
        lines[part.strip()] = (*lines.get(part.strip(), ()), text)
    return lines


def replacements(given: list[str]) -> dict[str, str]:
    """Words and their replacements; a replacement can be empty."""
    pairs = [each.partition("=") for each in given]
    if not all(words.strip() and sign for words, sign, _other in pairs):
        raise UsageError(N_('--replace takes WORDS=OTHER, for instance --replace "Ruud=a colleague".'))
    return {words.strip(): other.strip() for words, _sign, other in pairs}
