"""Keep text from stdin that cannot be saved: it may be impossible to read it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from portfolio.cli.context import Context
from portfolio.errors import PortfolioError
from portfolio.records.problems import Problem
from portfolio.records.templates import DEFAULT_TEMPLATE


def refuse_known_problems(kind: str, texts: Mapping[str, Sequence[str]], words_in: str, context: Context) -> None:
    """Report every problem that is known before stdin is read. `texts` have a placeholder for that text.

    `words_in` is the field of the text, or its prompt as in `answers.learned`: problems there are not known yet.
    """
    from portfolio.notebook.results import Invalid

    notebook = context.notebook
    if notebook.read_only:
        for notice in notebook.notices:
            raise PortfolioError(notice.message, **notice.parameters)
    trial = notebook.batch()
    trial.add_typed(kind, texts)
    known: list[Problem] = [problem for problem in trial.problems if problem.field != words_in]
    if known:
        raise Invalid(known)


@contextmanager
def kept_as_draft(kind: str, texts: Mapping[str, Sequence[str]], context: Context) -> Iterator[None]:
    """Keep the text as a draft that the app offers when the body raises PortfolioError."""
    try:
        yield
    except PortfolioError:
        _keep_draft(kind, texts, context)
        raise


@contextmanager
def kept_as_file(text: str, context: Context) -> Iterator[None]:
    """Keep the text in a file and name that when the body raises PortfolioError."""
    try:
        yield
    except PortfolioError:
        _keep_file(text, context)
        raise


def _keep_draft(kind: str, texts: Mapping[str, Sequence[str]], context: Context) -> None:
    """Save the draft in the form that the app uses."""
    from portfolio.notebook import drafts

    given = {name: "\n".join(each) for name, each in texts.items() if name not in ("answers", "date", "template")}
    for answer in texts.get("answers", ()):
        key, _equals, text = answer.partition("=")
        given[f"answers.{key}"] = text
    if not any(words.strip() for words in given.values()):
        return
    template = (texts.get("template") or [DEFAULT_TEMPLATE])[0].replace("-", "_") if kind == "reflection" else ""
    moment = context.clock().isoformat()
    payload: dict[str, Any] = {
        "kind": kind,
        "template": template,
        "date": _day(texts, context),
        "texts": dict(given),
    }
    try:
        drafts.keep_words(context.locations, f"{kind}-{moment}", payload)
    except OSError:
        _keep_file("\n".join(given.values()), context)
    else:
        context.say(context.words("Your words are kept as a draft; you'll find it on Today when you open Leerreis."))


def _day(texts: Mapping[str, Sequence[str]], context: Context) -> str:
    from portfolio.capture.dates import parse_when

    typed = (texts.get("date") or [""])[0]
    try:
        return (parse_when(typed, context.today).day if typed else context.today).isoformat()
    except PortfolioError:
        return context.today.isoformat()


def _keep_file(text: str, context: Context) -> None:
    from portfolio import atomic
    from portfolio.notebook.reports import stdin_files

    if not text.strip():
        return
    path = stdin_files.path_in(context.locations.pages_folder, context.clock().isoformat())
    try:
        atomic.make_private_folder(context.locations.pages_folder)
        atomic.write(path, text.encode("utf-8", "surrogateescape"), mode=0o600)
    except (OSError, UnicodeError):
        context.say(context.words("Your words could not be kept anywhere; here they are:"))
        context.say(text)
    else:
        context.say(context.words("What was read is kept in {path}").format(path=path))
