"""`leerreis export`: a portfolio or a page to hand over; `--dry-run` shows exactly what would leave."""

from __future__ import annotations

from portfolio import themes
from portfolio.cli.arguments import Arguments, Parser, add_filters
from portfolio.cli.context import Context
from portfolio.errors import UsageError
from portfolio.export import files
from portfolio.export.options import GLANCE, SECTIONS, GlanceLine, Options, careful
from portfolio.export.registry import FORMATS, SORTS, format_of
from portfolio.journey.sharing import Choice
from portfolio.notebook.exporting import Preview, copy_of, hand_over, log, preview
from portfolio.pictures.headings import heading
from portfolio.records.exports import Export
from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words
from portfolio.wording.dates import day_short
from portfolio.wording.leaks import leak_word
from portfolio.wording.names import kind_name
from portfolio.wording.outline import role_word

_IN_FILES = ("docx", "pdf")
"""Formats that are no text."""


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Make the document, and write it or print it."""
    given = _parser(context.words).parse_args(arguments)
    if given.again:
        return _again(given, context)
    _refuse_an_ending(given)
    document = _document(given, context)
    if document.unasked:
        names = clean_line(", ".join(document.unasked))
        said = context.words("In your own words stand people who did not agree to be named: {names}")
        context.say(said.format(names=names))
    _say_what_has_no_place(given, document, context)
    _say_what_changed(document, context)
    if given.dry_run:
        _show_what_leaves(document, context)
    elif not _confirmed(document, context):
        context.say(context.words("Nothing was handed over."))
    elif given.to and given.to != "-":
        noted = hand_over(context.notebook, document, given.to, force=given.force)
        context.say(context.words("Written: {path}").format(path=clean_line(given.to)))
        _say_whether_noted(noted, context)
    else:
        if given.format in _IN_FILES:
            raise UsageError(N_("A {format} goes to a file: name it with --to."), format=given.format)
        context.streams.stdout.write(document.data.decode("utf-8"))
        _say_whether_noted(log(context.notebook, document), context)
    return 0


def _say_whether_noted(noted: bool, context: Context) -> None:
    """Say that this computer could not note what left; the document itself is whole."""
    if not noted:
        told = context.words("This computer could not note that you handed it over, or keep a copy of it. See: {check}")
        context.say(told.format(check="leerreis check"))


def _again(given: Arguments, context: Context) -> int:
    """The same bytes as then, from the copy that was kept; that is no handing over, so it is not noted."""
    notebook = context.existing()
    export = notebook.records.find(Export, notebook.find(given.again, ("export",)))
    path = copy_of(notebook, export) if export is not None else ""
    with open(path, "rb") as file:
        data = file.read()
    if given.to and given.to != "-":
        files.save(given.to, data, force=given.force, never=(context.locations.data_file,))
        context.say(context.words("Written: {path}").format(path=clean_line(given.to)))
    elif path.rpartition(".")[2] in _IN_FILES:
        raise UsageError(N_("A {format} goes to a file: name it with --to."), format=path.rpartition(".")[2])
    else:
        context.streams.stdout.write(data.decode("utf-8"))
    return 0


def _say_what_changed(document: Preview, context: Context) -> None:
    """What others would see otherwise than they saw it before."""
    _ = context.words
    titles = {item.id: item.title or kind_name(item.kind, _) for item in document.items}
    for identity, day in document.changed.items():
        said = _("Changed since you handed it over on {day}: {title}")
        context.say(said.format(day=day_short(day, _), title=clean_line(titles.get(identity, identity))))


def _confirmed(document: Preview, context: Context) -> bool:
    """Whether what changed goes along so: a person at the terminal is asked; a script said it by the command."""
    if not document.changed or not context.streams.stdin.isatty():
        return True
    return context.agreed(context.words("Does it go along as it is now? Type yes to go on:"))


def _refuse_an_ending(given: Arguments) -> None:
    """A file that is named after another form would open in a program that cannot read it."""
    ending = (given.to or "").rpartition(".")[2].lower()
    if ending in ("doc", "odt") or format_of(given.to or "") not in ("", given.format):
        raise UsageError(
            N_("This document is {format}; give the file a name that ends in .{format}."), format=given.format
        )


def _parser(_: Words) -> Parser:
    parser = Parser("export", _("A portfolio to hand over: only what is shareable, and nothing about the rest."))
    parser.add_argument("--to", metavar=_("PATH"), help=_("the file; without it the text goes to the screen"))
    parser.add_argument("--as", dest="sort", default="portfolio", choices=list(SORTS), metavar="|".join(SORTS))
    parser.add_argument("--format", default="md", choices=list(FORMATS), metavar="|".join(FORMATS))
    add_filters(parser, _)
    parser.add_argument("--conversation", metavar="ID", help=_("the conversation that it is for"))
    parser.add_argument(
        "--with", dest="with_", nargs="+", action="extend", default=[], metavar="ID", help=_("these too")
    )
    parser.add_argument("--without", nargs="+", action="extend", default=[], metavar="ID", help=_("without these"))
    for option, words in (("--section", _("this section too")), ("--no-section", _("without this section"))):
        parser.add_argument(
            option, nargs="+", action="extend", default=[], metavar="S", help=f"{words}: {', '.join(SECTIONS)}"
        )
    parser.add_argument(
        "--order", nargs="+", action="extend", default=[], metavar="S", help=_("these sections first, in this order")
    )
    parser.add_argument(
        "--heading", action="append", default=[], metavar=_("S=TEXT"), help=_("a heading of your own for a section")
    )
    glance = _("your own words under “At a glance”; without TEXT the part is left out")
    parts = ", ".join(GLANCE)
    parser.add_argument("--glance", action="append", default=[], metavar=_("PART=TEXT"), help=f"{glance}: {parts}")
    parser.add_argument(
        "--names", default="consented", choices=["roles", "consented"], help=_("people by role only, or as they agreed")
    )
    parser.add_argument(
        "--replace", action="append", default=[], metavar=_("WORDS=OTHER"), help=_("in the document OTHER for WORDS")
    )
    parser.add_argument("--careful", action="store_true", help=_("facts and results only, for a talk about pay"))
    parser.add_argument("--again", metavar="ID", help=_("a document of before, byte for byte (leerreis list export)"))
    parser.add_argument("--dry-run", action="store_true", help=_("show what would leave; write nothing"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there"))
    return parser


def _document(given: Arguments, context: Context) -> Preview:
    notebook = context.existing()
    since, until = context.days(given.since, given.until)
    choice = Choice(
        since=since,
        until=until,
        with_ids=frozenset(notebook.find(each) for each in given.with_),
        without_ids=frozenset(notebook.find(each) for each in given.without),
        conversation=notebook.find(given.conversation, ("conversation",)) if given.conversation else None,
        names=given.names,
    )
    for identity in (*given.with_,):
        record = notebook.record(notebook.find(identity))
        if not record.shareable:
            called = heading(record, notebook.records, context.words)
            context.say(context.words("Private, so it stays out: {title}").format(title=called))
    gone = (*given.no_section, *(careful().no_section if given.careful else ()))
    options = Options(
        tuple(given.section),
        tuple(name for name in gone if name not in given.section),
        tuple(given.order),
        _headings(given.heading),
        _glance(given.glance),
    )
    return preview(
        notebook.records,
        choice,
        context.today,
        context.words,
        sort=given.sort,
        ending=given.format,
        options=options,
        changes=_changes(given.replace),
        colour=themes.load(context.locations.themes_folder).for_documents(context.settings.theme).colour,
    )


def _headings(given: list[str]) -> dict[str, str]:
    """Sections with their own headings, each once."""
    pairs = [each.partition("=") for each in given]
    if not all(sign for _section, sign, _text in pairs):
        raise UsageError(N_("--heading takes SECTION=TEXT, for instance --heading “stories=What went well”."))
    headings = {section.strip(): text for section, _sign, text in pairs}
    if len(headings) < len(pairs):
        raise UsageError(N_("A section has one heading; --heading names one twice."))
    return headings


def _glance(given: list[str]) -> dict[str, tuple[GlanceLine, ...]]:
    """The lines of each part in their order."""
    lines: dict[str, tuple[GlanceLine, ...]] = {}
    for each in given:
        part, sign, text = each.partition("=")
        if not sign:
            raise UsageError(N_("--glance takes PART=TEXT, for instance --glance “need=Time to practise”."))
        lines[part.strip()] = (*lines.get(part.strip(), ()), text)
    return lines


def _say_what_has_no_place(given: Arguments, document: Preview, context: Context) -> None:
    """A heading or a line of one's own that stands nowhere, since its section is not in this document."""
    there = document.made.document.sections
    lost = [section for section in _headings(given.heading) if section not in there]
    lost += ["at_a_glance"] if given.glance and "at_a_glance" not in there else []
    if lost:
        told = context.words("Not in this document, so your words for it are not used: {sections}")
        context.say(told.format(sections=", ".join(dict.fromkeys(lost))))


def _changes(given: list[str]) -> dict[str, str]:
    """Words and what stands there instead; nothing at all may stand there."""
    pairs = [each.partition("=") for each in given]
    if not all(words.strip() and sign for words, sign, _other in pairs):
        raise UsageError(N_("--replace takes WORDS=OTHER, for instance --replace “Ruud=a colleague”."))
    return {words.strip(): other.strip() for words, _sign, other in pairs}


def _show_what_leaves(document: Preview, context: Context) -> None:
    """The list of records and persons on stderr, the exact text on stdout."""
    _ = context.words
    context.say(_.plural("{n} record would leave:", "{n} records would leave:", len(document.items)))
    for item in document.items:
        context.say(f"  {kind_name(item.kind, _)}: {clean_line(item.title)}".rstrip(": "))
    if document.persons:
        names = ", ".join(role_word(person, _) for person in document.persons)
        context.say(_("People are called: {names}").format(names=clean_line(names)))
    for leak in document.leaks:
        words = _("Look at “{words}” ({sort}): {around}")
        around, told = clean_line(leak.around), leak_word(leak.sort, _)
        context.say(words.format(words=clean_line(" ".join(leak.words.split())), sort=told, around=around))
    for held in document.held:
        called = heading(held.record, context.notebook.records, _)
        context.say(_("Shareable, but not in it: {title} ({reason})").format(title=called, reason=_(held.reason)))
    in_a_file = document.name.rpartition(".")[2] in _IN_FILES
    context.streams.stdout.write(document.text if in_a_file else document.data.decode("utf-8"))
