"""`leerreis export`: make a portfolio or a page to share; `--dry-run` shows exactly what would be shared."""

from __future__ import annotations

from dataclasses import replace

from portfolio.cli.arguments import Arguments
from portfolio.cli.context import Context
from portfolio.cli.destination import deliver
from portfolio.cli.export_arguments import PROPOSED, glance_lines, own_headings, parser, replacements
from portfolio.errors import UsageError
from portfolio.export import form
from portfolio.export.endings import STDOUT, format_for
from portfolio.export.form import FormFile
from portfolio.export.options import Options, has_place
from portfolio.export.profile import SHIPPED, Profile, load, shipped
from portfolio.export.typeface import lacking_sentence
from portfolio.journey.facts.conversations import coming_conversation
from portfolio.journey.sharing.candidates import can_go
from portfolio.journey.sharing.choice import Choice
from portfolio.notebook.export import NothingToShow, Preview, copy_of, hand_over, hours_not_counted, log, preview
from portfolio.notebook.export_draft import Draft, calls_for_care, make_draft, period_for, why_unnamed
from portfolio.notebook.left_out import left_out_of
from portfolio.present.titles import heading
from portfolio.records.conversations import Conversation
from portfolio.records.exports import Export
from portfolio.records.identity import SHOWN
from portfolio.sanitise import clean_line
from portfolio.wording import N_
from portfolio.wording.careful import NOTHING_FITS, why_facts_only
from portfolio.wording.dates import day_short, period_in_words
from portfolio.wording.leaks import leak_word
from portfolio.wording.names import kind_name
from portfolio.wording.outline import GLANCE_LABELS, role_word

_IN_FILES = ("docx", "pdf")
"""Formats that are not text and cannot be printed."""


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Make the document, and write it or print it."""
    given = parser(context.words).parse_args(arguments)
    if given.again:
        return _again(given, context)
    given.to = given.to or STDOUT
    given.format = format_for(given.to, form.ENDING if given.form else given.format)
    _refuse_in_print(given.to, given.format, dry_run=given.dry_run)
    document = _document(given, context)
    if document.unasked:
        names = clean_line(", ".join(document.unasked))
        message = context.words("Your own words name people who have not agreed to it: {names}")
        context.say(message.format(names=names))
    _say_what_has_no_place(given, document, context)
    if not given.dry_run:
        _say_that_nothing_is_in_it(document, context)
    _say_what_is_named(document, context)
    _say_what_changed(document, context)
    _say_what_is_lacking(given, document, context)
    _say_what_is_proposed(document, context, whole=given.dry_run, decided=bool(given.glance))
    _say_what_does_not_count(document, context)
    if document.lacks:
        raise NothingToShow(document.lacks)
    if given.dry_run:
        _show_what_leaves(document, context)
    elif not _confirmed(document, context):
        context.say(context.words("Nothing was handed over."))
    elif given.to != STDOUT:
        noted = hand_over(context.notebook, document, given.to, force=given.force)
        context.say(context.words("Saved: {path}").format(path=clean_line(given.to)))
        _say_whether_noted(noted, context)
    else:
        context.write(document.data.decode("utf-8"))
        _say_whether_noted(log(context.notebook, document), context)
    return 0


def _say_whether_noted(noted: bool, context: Context) -> None:
    """Say when this computer could not log the export; the document itself is complete."""
    if not noted:
        text = context.words("This computer could not note that you handed it over, or keep a copy of it. See: {check}")
        context.say(text.format(check="leerreis check"))


def _again(given: Arguments, context: Context) -> int:
    """Write the kept copy of an earlier export, byte for byte. Nothing new is shared, so it is not logged."""
    notebook = context.existing()
    export = notebook.read.records.find(Export, notebook.read.find(given.again, ("export",)))
    path = copy_of(notebook, export) if export is not None else ""
    to = given.to or STDOUT
    form = format_for(to, path.rpartition(".")[2])
    _refuse_in_print(to, form)
    with open(path, "rb") as file:
        data = file.read()
    if deliver(data, to, context, force=given.force):
        context.say(context.words("Saved: {path}").format(path=clean_line(to)))
    return 0


def _refuse_in_print(to: str, form: str, *, dry_run: bool = False) -> None:
    """Raise UsageError for printing a format that is not text; a dry run can always be printed."""
    if to == STDOUT and form in _IN_FILES and not dry_run:
        raise UsageError(N_("A {format} goes to a file: name it with --to."), format=form)


def _say_that_nothing_is_in_it(document: Preview, context: Context) -> None:
    """Say it when nothing that was written is shareable, so that the document has no content."""
    if document.is_empty and not can_go(context.notebook.read.records):
        text = context.words(
            "The document is still empty: nothing that you wrote is shareable. Share a record: {share}"
        )
        context.say(text.format(share="leerreis share ID"))


def _say_what_is_named(document: Preview, context: Context) -> None:
    """Say where words could not be replaced without breaking the sentence, and which words do not occur."""
    _ = context.words
    for leak in document.kept:
        message = _("“{words}” could not be replaced here and is still in the document: {around}")
        words = clean_line(" ".join(leak.words.split()))
        context.say(message.format(words=words, around=clean_line(leak.around)))
    if document.kept:
        context.say(_('Change the record, or replace more words: --replace "Ruud’s plan=our plan"'))
    for words in document.unmatched:
        context.say(_("“{words}” is not in this document, so nothing was replaced.").format(words=clean_line(words)))


def _say_what_does_not_count(document: Preview, context: Context) -> None:
    """Say how many notes with minutes are private, so that the user does not miss their hours."""
    count = hours_not_counted(context.notebook.read.records) if document.sort == "hours" else 0
    if count:
        sentence = context.words.plural(
            "{n} note with minutes is private, so its time does not count.",
            "{n} notes with minutes are private, so their time does not count.",
            count,
        )
        context.say(sentence)


def _say_what_changed(document: Preview, context: Context) -> None:
    """Say what changed since others saw it."""
    _ = context.words
    titles = {item.id: item.title or kind_name(item.kind, _) for item in document.items}
    for identity, day in document.changed.items():
        message = _("Changed since you handed it over on {day}: {title}")
        context.say(message.format(day=day_short(day, _), title=clean_line(titles.get(identity, identity))))


def _say_what_is_lacking(given: Arguments, document: Preview, context: Context) -> None:
    """Say which characters a PDF cannot show."""
    lacking = lacking_sentence(document.made.document, context.words) if given.format == "pdf" else ""
    if lacking:
        context.say(lacking)


def _confirmed(document: Preview, context: Context) -> bool:
    """Ask at a terminal whether remaining names and changed records can be shared; a script is not asked."""
    if not (document.changed or document.kept) or not context.streams.stdin.isatty():
        return True
    return context.agreed(context.words("Include it as it is now? Type yes to continue:"))


def _document(given: Arguments, context: Context) -> Preview:
    notebook = context.existing()
    form_file = _form(given)
    choice = _choice(given, context)
    for identity in given.with_:
        record = notebook.read.record(notebook.read.find(identity))
        if not record.shareable:
            called = heading(record, notebook.read.records, context.words)
            context.say(context.words("Private, so it is left out: {title}").format(title=called))
    taken = tuple(given.section)
    gone = tuple(name for name in given.no_section if name not in taken)
    options = Options(
        taken, gone, tuple(given.order), own_headings(given.heading), glance_lines(given.glance), given.pictures
    )
    profile = _profile(given, context) if given.profile else None
    if profile is not None:
        given.sort = profile.layout
        given.careful = profile.careful or None if given.careful is None else given.careful
    options = replace(options, proposed=PROPOSED in given.glance, profile=profile)

    def made(options: Options) -> Preview:
        return preview(
            notebook.read.records,
            choice,
            context.today,
            context.words,
            sort=given.sort,
            ending=given.format,
            options=options,
            changes=replacements(given.replace),
            form_file=form_file.data if form_file is not None else None,
        )

    care = given.sort == "portfolio" and calls_for_care(notebook.read.records, choice.conversation)
    document = make_draft(made, options, wanted=given.careful, called_for=care)
    _say_what_it_is_for(document, choice, context)
    return document.preview


def _form(given: Arguments) -> FormFile | None:
    """The form of an employer to fill in; None when none was given. Raises PortfolioError."""
    if not given.form:
        return None
    form.refuse_itself(given.form, given.to)
    return form.read(given.form)


def _profile(given: Arguments, context: Context) -> Profile:
    """The profile of this name, shipped or the user's own. Raises UsageError when there is none."""
    if given.profile in SHIPPED:
        return shipped(given.profile)
    found = load(context.locations.profiles_folder)
    for failed in found.failed:
        if failed.key == given.profile:
            raise UsageError(
                N_("The profile in {path} was skipped: {why}"),
                path=failed.path,
                why=context.words(failed.reason).format(words=failed.words),
            )
    own = next((each for each in found.loaded if each.key == given.profile), None)
    if own is None:
        names = (*SHIPPED, *(each.key for each in found.loaded))
        message = N_("“{name}” is not a profile; choose from: {names}. Your own profiles are in {folder}.")
        raise UsageError(message, name=given.profile, names=", ".join(names), folder=context.locations.profiles_folder)
    return own


def _choice(given: Arguments, context: Context) -> Choice:
    """The choice; without --since a conversation gives the first day."""
    notebook = context.existing()
    since, until = context.days(given.since, given.until)
    conversation = notebook.read.find(given.conversation, ("conversation",)) if given.conversation else None
    asked = period_for(notebook.read.records, conversation, context.today) if since is None else None
    with_ids = frozenset(notebook.read.find(each) for each in given.with_)
    without = frozenset(notebook.read.find(each) for each in given.without)
    out = left_out_of(notebook.read.records, conversation) - with_ids - without
    if out:
        said = context.words.plural(
            "{n} record is left out for this conversation; --with ID includes it.",
            "{n} records are left out for this conversation; --with ID includes them.",
            len(out),
        )
        context.say(said)
    last = until or context.today
    if asked is not None and asked.since <= last:
        since = asked.since
        text = context.words("The period is that of the conversation: {period}.")
        context.say(text.format(period=period_in_words(since, last, context.words)))
    return Choice(
        since=since,
        until=until,
        with_ids=with_ids,
        without_ids=without | out,
        conversation=conversation,
        names=given.names,
        where=frozenset(notebook.read.find(each, ("evidence",)) for each in given.where),
    )


def _say_what_it_is_for(document: Draft, choice: Choice, context: Context) -> None:
    """Say how the conversation changed the document."""
    _ = context.words
    records = context.notebook.read.records
    unnamed = why_unnamed(records, choice)
    if unnamed:
        context.say(_(unnamed))
    coming = coming_conversation(records, context.today) if not choice.conversation else None
    if coming is not None:
        said = _("A conversation is planned on {day}. For a document that fits it, add: --conversation {id}")
        context.say(said.format(day=day_short(coming.date, _), id=coming.id[-SHOWN:]))
    if not document.proposed:
        return
    conversation = context.notebook.read.records.find(Conversation, choice.conversation)
    consequences = conversation.consequences if conversation is not None else ""
    sentences = [why_facts_only(consequences, _), _("For all sections: --no-careful")]
    if document.preview.is_empty:
        sentences.insert(1, _(NOTHING_FITS))
    context.say(" ".join(sentences))


def _say_what_has_no_place(given: Arguments, document: Preview, context: Context) -> None:
    """Say which headings or lines are not used, since their section is not in this document."""
    there = document.made.document.sections
    lost = [section for section in own_headings(given.heading) if section not in there]
    parts = tuple(glance_lines(given.glance)) or ("lead",)
    lost += ["at_a_glance"] if given.glance and not any(has_place(part, there) for part in parts) else []
    if lost:
        text = context.words("Not in this document, so your words for it are not used: {sections}")
        context.say(text.format(sections=", ".join(dict.fromkeys(lost))))


def _say_what_is_proposed(document: Preview, context: Context, *, whole: bool, decided: bool) -> None:
    """Say that proposed lines of "At a glance" wait for the user; with `whole` what they are."""
    _ = context.words
    if not document.unconfirmed or (decided and not whole):
        return
    if not whole:
        context.say(
            _(
                "“At a glance” is left out until you confirm its lines. Show them: --dry-run; include them: --glance"
                " proposed"
            )
        )
        return
    context.say(_("Proposed for “At a glance”, not in the document yet:"))
    for part, lines in document.unconfirmed.items():
        for line in lines:
            context.say(f"  {_(GLANCE_LABELS[part])} {clean_line(line.words)}")
    context.say(_('Include them: --glance proposed; or write your own: --glance "need=Time to practise"'))


def _show_what_leaves(document: Preview, context: Context) -> None:
    """Print the list of records and people on stderr, and the exact text on stdout."""
    _ = context.words
    if document.items:
        context.say(_.plural("{n} record would be included:", "{n} records would be included:", len(document.items)))
    else:
        context.say(_("No record would leave."))
    for item in document.items:
        record = context.notebook.read.records.get(item.id)
        title = item.title or (heading(record, context.notebook.read.records, _) if record is not None else "")
        context.say(f"  {kind_name(item.kind, _)}: {clean_line(title)}".rstrip(": "))
    if document.persons:
        names = ", ".join(role_word(person, _) for person in document.persons)
        context.say(_("People are shown as: {names}").format(names=clean_line(names)))
    for leak in (each for each in document.leaks if each not in document.kept):
        words = _("Check “{words}” ({sort}): {around}")
        around, text = clean_line(leak.around), leak_word(leak.sort, _)
        context.say(words.format(words=clean_line(" ".join(leak.words.split())), sort=text, around=around))
    for held in document.held:
        called = heading(held.record, context.notebook.read.records, _)
        context.say(_("Shareable, but not included: {title} ({reason})").format(title=called, reason=_(held.reason)))
    in_a_file = document.name.rpartition(".")[2] in _IN_FILES
    context.write(document.text if in_a_file else document.data.decode("utf-8"))
