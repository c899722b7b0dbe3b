"""`leerreis add`: add a record from the line or from stdin, or many records from JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from portfolio.capture.planned import without_a_day
from portfolio.cli.arguments import HELP, Arguments, HelpShown, Parser, refuse_invalid_text
from portfolio.cli.bad_arguments import BadArguments
from portfolio.cli.context import NO_TEXT, Context, WrongUse
from portfolio.cli.fields import TWICE, add_field_options, texts_of
from portfolio.errors import reason_of
from portfolio.records.kinds import FIRST_WORDS, TABLES
from portfolio.records.problems import Problem, brief
from portfolio.records.templates import DEFAULT_TEMPLATE, TEMPLATES
from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words

if TYPE_CHECKING:
    from portfolio.capture.batch import Batch
    from portfolio.cli.json_records import Given

_NO_LOG: Final = N_("What was handed over is noted by exporting; it cannot be added.")
STDIN: Final = "-"
_ANY: Final = {"reading": "1"}
"""Placeholders for text that is not read yet, for fields that take more than any character."""


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Add one record, or all of a JSON file; print the ids."""
    if any(a == "--from-json" or a.startswith("--from-json=") for a in arguments):
        return _from_json(arguments, context)
    drafted = _own_questions(arguments, context)
    if drafted is not None:
        return _save(drafted, context)
    kind, template, rest = _kind(arguments, context)
    parser = Parser(f"add {template or kind}", _what(kind, template, rest, context.words))
    parser.add_argument(
        "text", nargs="?", metavar=context.words("TEXT"), help=_place_in_words(kind, template, rest, context.words)
    )
    add_field_options(parser, kind, rest, context.words, template)
    parser.add_argument("--share", action="store_true", help=context.words("make it shareable"))
    given = parser.parse_args(rest)
    texts = _texts(kind, template, given)
    if given.text != STDIN:
        return _added(kind, _with_words(kind, texts, given.text), context)
    from portfolio.cli.stdin_words import kept_as_draft, kept_as_file, refuse_known_problems

    refuse_known_problems(kind, _with_words(kind, texts, _ANY.get(kind, "-")), _place_of_words(kind, texts), context)
    words = _read_stdin(context).rstrip("\n")
    with kept_as_file(words, context):
        refuse_invalid_text(words)
    texts = _with_words(kind, texts, words.removeprefix("\ufeff"))
    with kept_as_draft(kind, texts, context):
        return _added(kind, texts, context)


def _own_questions(arguments: Sequence[str], context: Context) -> Batch | None:
    """The batch for the user's own questions; None when the first word names a kind or a template."""
    word = next((each for each in arguments if not each.startswith("-")), "")
    if not word or _key(word) in TABLES or _key(word) in TEMPLATES:
        return None
    from portfolio.cli import own_questions

    own = own_questions.named(word, context)
    return None if own is None else own_questions.drafted(own, arguments, context)


def _key(word: str) -> str:
    return word.lower().replace("-", "_")


def _added(kind: str, texts: dict[str, list[str]], context: Context) -> int:
    if not _has_text(kind, texts):
        raise WrongUse(NO_TEXT)
    batch = context.notebook.batch()
    batch.add_typed(kind, texts)
    context.say_computed(batch)
    _say_day_of_plan(kind, texts, context)
    return _save(batch, context)


def _say_day_of_plan(kind: str, texts: Mapping[str, Sequence[str]], context: Context) -> None:
    """Say that a planned conversation without a day gets today."""
    day, state = (next(iter(texts.get(name, ())), "") for name in ("date", "state"))
    if without_a_day(kind, state, day):
        from portfolio.wording.dates import day_in_full

        _ = context.words
        message = _("No day was given, so it is planned for today, {day}. Change it with: leerreis edit ID --date WHEN")
        context.say(message.format(day=day_in_full(context.today, _)))


def _kind(arguments: Sequence[str], context: Context) -> tuple[str, str | None, list[str]]:
    """The kind, the template and the rest of the line."""
    for index, word in enumerate(arguments):
        key = _key(word) if not word.startswith("-") else ""
        left = [*arguments[:index], *arguments[index + 1 :]]
        if key in TABLES and key != "export":
            return key, None, left
        if key in TEMPLATES:
            return "reflection", key, left
        if key:
            from portfolio.cli.kind_meant import kind_meant

            kinds = [k for k in TABLES if k != "export"]
            raise BadArguments(
                N_("“{kind}” cannot be added. Kinds: {kinds}. Templates: {templates}."),
                "leerreis add",
                [f"leerreis add {each}" for each in kind_meant(word) if each != "export"],
                kind=brief(word),
                kinds=", ".join(kinds),
                templates=", ".join(TEMPLATES),
            )
        if word in HELP:
            break
    if not any(word in HELP for word in arguments):
        raise WrongUse(N_('Say what to add, such as: leerreis add note "...". See: leerreis add --help'))
    raise HelpShown(partial(_help, context))


def _help(context: Context, _: Words) -> str:
    """The help of `add` itself: the kinds and the templates."""
    from portfolio.cli.examples import examples_of
    from portfolio.cli.help import entries, wrapped
    from portfolio.wording.names import kind_name
    from portfolio.wording.prompts import template_name, template_use

    kinds = [(kind, kind_name(kind, _)) for kind in TABLES if kind != "export"]
    templates = [(name, f"{template_name(name, _)}: {template_use(name, _)}") for name in TEMPLATES]
    lines = [
        _("usage: leerreis add KIND [TEXT] [--FIELD VALUE ...]"),
        _("       leerreis add --from-json FILE|-"),
        "",
        *wrapped(_("Write something down. It is private until you share it; the id is printed.")),
        "",
        _("Examples:"),
        *(f"  {_(example)}" for example in examples_of("add")),
        "",
        _("The kinds:"),
        *entries(kinds),
        "",
        _("A reflection can be named by its template:"),
        *entries(templates),
        *_lines_of_own(context),
        "",
        _("Options:"),
        *entries([("--from-json FILE|-", _("records as JSON, from a file or from stdin: all of them, or none"))], 26),
        *entries([("-h, --help", _("this help; of a kind with its fields: leerreis add KIND --help"))], 26),
    ]
    return "\n".join(lines) + "\n"


def _what(kind: str, template: str | None, arguments: Sequence[str], _: Words) -> str:
    """What the help of a kind or a template says it is; empty when no help is asked for."""
    if not any(word in HELP for word in arguments):
        return ""
    from portfolio.wording.names import kind_name
    from portfolio.wording.prompts import template_name, template_use

    what = f"{template_name(template, _)} ({template_use(template, _)})" if template else kind_name(kind, _)
    return _("New: {what}. It is private until you share it; its id is printed.").format(what=what)


def _place_in_words(kind: str, template: str | None, arguments: Sequence[str], _: Words) -> str:
    """What the bare text of the line is, for the help; empty when no help is asked for."""
    if not any(word in HELP for word in arguments):
        return ""
    from portfolio.wording.names import field_label
    from portfolio.wording.prompts import prompt_label

    field, _dot, key = _place_of_words(kind, {"template": [template]} if template else {}).partition(".")
    label = prompt_label(template or DEFAULT_TEMPLATE, key, _) if key else field_label(field, _, kind=kind)
    return _("{label} (- reads stdin)").format(label=label)


def _lines_of_own(context: Context) -> Iterator[str]:
    """The user's own questions, and the files of them that cannot be used, as lines of help."""
    from portfolio import own_templates
    from portfolio.cli.help import entries

    found, _ = own_templates.load(context.locations.templates_folder), context.words
    if found.loaded or found.failed:
        yield ""
        yield _("Your own questions:")
    for own in found.loaded:
        use = f": {clean_line(own.use)}" if own.use else ""
        yield from entries([(clean_line(own.key), f"{clean_line(own.name)}{use}")])
    yield from (f"  {clean_line(failed.sentence(_))}" for failed in found.failed)


def _texts(kind: str, template: str | None, given: Arguments) -> dict[str, list[str]]:
    """The texts given by options, by field."""
    texts = texts_of(given, kind)
    if template:
        if [text.replace("-", "_") for text in texts.get("template", [template])] != [template]:
            raise WrongUse(TWICE, name="--template")  # add note --template gibbs
        texts["template"] = [template]
    if given.share:
        texts.setdefault("shareable", ["yes"])  # where both are given, the more private one counts
    return texts


def _with_words(kind: str, texts: Mapping[str, list[str]], words: str | None) -> dict[str, list[str]]:
    """Add the bare text of the line to its field."""
    if words is None:
        return dict(texts)
    field, _dot, key = _place_of_words(kind, texts).partition(".")
    if key:
        return {**texts, field: [f"{key}={words}", *texts.get(field, ())]}
    if field in texts:
        raise WrongUse(TWICE, name=f"--{field.replace('_', '-')}")
    return {**texts, field: [words]}


def _place_of_words(kind: str, texts: Mapping[str, Sequence[str]]) -> str:
    """The field for the bare text; for a reflection its first prompt, as in `answers.learned`."""
    if kind != "reflection":
        return FIRST_WORDS[kind]
    template = (texts.get("template") or [DEFAULT_TEMPLATE])[0].replace("-", "_")
    return f"answers.{TEMPLATES.get(template, ('text',))[0]}"


def _has_text(kind: str, texts: Mapping[str, Sequence[str]]) -> bool:
    """Whether any field has text: an untouched template is never stored. A conversation needs only its day."""
    if kind == "conversation" and "".join(texts.get("date", ())).strip():
        return True
    answers = [text.partition("=")[2] for text in texts.get("answers", ())]
    others = [t for name, ts in texts.items() if name not in ("answers", "template", "date", "shareable") for t in ts]
    return any(text.strip() for text in (*answers, *others))


def _from_json(arguments: list[str], context: Context) -> int:
    from portfolio.cli.json_records import given_in  # only here: each `add` would load it

    parser = Parser("add", "")
    parser.add_argument("--from-json", dest="source", metavar="FILE|-", required=True)
    source = parser.parse_args(arguments).source
    if source != STDIN:
        return _added_json(given_in(_text_of(source, context), source), context)
    from portfolio.cli.stdin_words import kept_as_file

    _notebook = context.notebook  # errors of the portfolio are reported before stdin is read
    text = _read_stdin(context)
    with kept_as_file(text, context):
        refuse_invalid_text(text)
        return _added_json(given_in(text.removeprefix("\ufeff"), source), context)


def _added_json(given: Given, context: Context) -> int:
    batch = context.notebook.batch()
    for index, each in enumerate(given.records):
        known = len(batch.problems)
        if isinstance(each, Mapping) and each.get("kind") == "export":
            batch.problems.append(Problem("kind", _NO_LOG))
        else:
            batch.add_json(each)
        batch.problems[known:] = [given.at(index, each, context.words) for each in batch.problems[known:]]
    return _save(batch, context)


def _text_of(source: str, context: Context) -> str:
    try:
        with open(source, encoding="utf-8-sig") as file:
            return file.read()
    except FileNotFoundError as problem:
        raise WrongUse(N_("There is no file {path}. Nothing was added."), path=brief(source)) from problem
    except OSError as problem:
        raise WrongUse(
            N_("{path} cannot be read ({reason}). Nothing was added."),
            path=brief(source),
            reason=context.words(reason_of(problem)),
        ) from problem
    except ValueError as problem:
        raise WrongUse(N_("{path} is not JSON. Nothing was added."), path=brief(source)) from problem


def _read_stdin(context: Context) -> str:
    return context.streams.stdin.read()


def _save(batch: Batch, context: Context) -> int:
    fresh = not context.notebook.exists
    stored = context.notebook.write.save(batch, create_file=True)
    for notice in stored.notices:
        context.say(notice.sentence(context.words))
    if fresh and stored.in_file:
        context.say(context.words("Your portfolio is now at {path}.").format(path=context.locations.data_file))
    if any(draft.kind == "feedback" and draft.values.get("shareable") for draft in batch.drafts):
        from portfolio.cli.awaited_yes import say_what_waits

        say_what_waits(stored.ids, context)
    context.print_lines(stored.ids)
    return 0
