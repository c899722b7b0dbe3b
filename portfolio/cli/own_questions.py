"""The user's own questions on the command line: `leerreis add handover "..."`, as in the app."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from portfolio.cli.arguments import Arguments, Parser, refuse_invalid_text
from portfolio.cli.context import NO_TEXT, Context, WrongUse
from portfolio.cli.fields import add_field_options, texts_of
from portfolio.errors import PortfolioError
from portfolio.wording import N_

if TYPE_CHECKING:
    from portfolio.capture.batch import Batch
    from portfolio.own_templates import OwnTemplate

_STDIN: Final = "-"


def named(word: str, context: Context) -> OwnTemplate | None:
    """The own questions with this file name or name; None when there are none.

    Raises PortfolioError when the file of that name cannot be used.
    """
    from portfolio import own_templates

    found = own_templates.load(context.locations.templates_folder)
    for failed in found.failed:
        if _same(failed.key, word):
            raise PortfolioError(failed.sentence(context.words).replace("{", "{{").replace("}", "}}"))
    return next((each for each in found.loaded if _same(each.key, word) or _same(each.name, word)), None)


def drafted(own: OwnTemplate, arguments: Sequence[str], context: Context) -> Batch:
    """A note with the answers below their questions: the text answers the first, `--answer N=TEXT` the others."""
    _ = context.words
    word = next(each for each in arguments if not each.startswith("-"))
    rest = list(arguments)
    rest.remove(word)
    parser = Parser(f"add {own.key}", "\n".join(f"{n} {question}" for n, question in enumerate(own.questions, 1)))
    parser.add_argument("text", nargs="?", metavar=_("TEXT"), help=_("the words; - reads stdin"))
    add_field_options(parser, "reflection", rest, _)
    parser.add_argument("--share", action="store_true", help=_("make it shareable"))
    given = parser.parse_args(rest)
    texts = texts_of(given, "reflection")
    texts["template"], texts["answers"] = ["note"], [f"text={_answers(own, given, texts, context)}"]
    texts.setdefault("title", [own.name])
    if given.share:
        texts.setdefault("shareable", ["yes"])
    batch = context.notebook.batch()
    batch.add_typed("reflection", texts)
    context.say_computed(batch)
    return batch


def _answers(own: OwnTemplate, given: Arguments, texts: dict[str, list[str]], context: Context) -> str:
    answers: dict[int, str] = {}
    for each in texts.get("answers", ()):
        key, _sign, answer = each.partition("=")
        if not key.strip().isdigit() or not 1 <= int(key) <= len(own.questions):
            raise WrongUse(
                N_("Answer a question by its number: --answer 2=... There are {n} questions."), n=len(own.questions)
            )
        answers[int(key)] = answer
    words = given.text
    if words == _STDIN:
        words = context.streams.stdin.read().removeprefix("\ufeff").rstrip("\n")
        refuse_invalid_text(words)
    if words is not None:
        answers.setdefault(1, words)
    pairs = [(own.questions[n - 1], answer) for n, answer in sorted(answers.items()) if answer.strip()]
    if not pairs:
        raise WrongUse(NO_TEXT)
    return "\n\n".join(f"{question}\n{answer}" for question, answer in pairs)


def _same(name: str, word: str) -> bool:
    return name.casefold().replace("_", "-").replace(" ", "-") == word.casefold().replace("_", "-").replace(" ", "-")
