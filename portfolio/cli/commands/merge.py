"""`leerreis merge [FILE...]`: join other copies of the same portfolio."""

from __future__ import annotations

from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context, WrongUse
from portfolio.errors import PortfolioError
from portfolio.records.problems import brief
from portfolio.sanitise import clean_line
from portfolio.wording import N_


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Merge what can be merged, report the rest, and say what came from which file.

    Named files are not changed. Copies found beside the data file are removed once their content is in it and read
    back, and their bytes are kept in the state folder.
    """
    _ = context.words
    parser = Parser("merge", _("Join other copies of your file; without a name: those beside it. Nothing is lost."))
    parser.add_argument(
        "files", nargs="*", metavar=_("FILE"), help=_("a copy to join"), usual=_("those beside your file")
    )
    parser.add_argument("--other", action="store_true", help=_("also when it is another portfolio: both become one"))
    parser.add_argument("--anew", action="store_true", help=_("your file is gone: make it from this computer's copy"))
    parser.add_argument(
        "--accept-purge", action="store_true", help=_("delete here too what another computer deleted for good")
    )
    parser.add_argument("--keep", action="store_true", help=_("bring back what another computer deleted for good"))
    given = parser.parse_args(arguments)
    if given.accept_purge or given.keep:
        return _decide(context, accept=given.accept_purge, keep=given.keep)
    context.open(copies="leave")
    done = _beside(context, other=given.other, recreate=given.anew) if given.anew or not given.files else True
    for path in given.files:
        done = _one(path, context, other=given.other) and done
    _say_how_to_go_back(context)
    return 0 if done else 1


def _decide(context: Context, *, accept: bool, keep: bool) -> int:
    """Decide about the records that another computer purged and that wait here."""
    if accept and keep:
        raise WrongUse(N_("Choose one: --accept-purge or --keep."))
    notebook, words = context.existing(), context.words
    if not notebook.waits():
        context.say(words("There is nothing to decide."))
        return 0
    if accept:
        notebook.accept_purge()
        context.say(words("The words are gone from this computer too."))
        return 0
    stored = notebook.write.refuse_purge()
    context.say(words("They are back, with everything they said."))
    for notice in stored.notices:
        context.say(notice.sentence(words))
    return 0


def _say_how_to_go_back(context: Context) -> None:
    """Say how to go back: undo does not take back a merge."""
    from portfolio.notebook.backups import merged_since, not_unmerged

    before = merged_since(context.notebook)
    if before is not None:
        context.say(not_unmerged(before, context.words))


def _beside(context: Context, *, other: bool, recreate: bool) -> bool:
    """Join the copies beside the file. False when one could not be joined."""
    from portfolio.notebook.health import advice, left_beside

    notebook, words = context.notebook, context.words
    was_gone = any(notice.kind == "missing" for notice in notebook.notices)
    arrived, stored = notebook.copies.merge_beside(recreate=recreate)
    is_back = was_gone and stored.in_file
    if is_back:
        context.print(words("Your file is there again, with everything in it."))
    context.print_lines(arrival.sentence(words) for arrival in arrived)
    for notice in stored.notices:
        context.say(notice.sentence(words))
    joined = [_one(path, context, other=True) for path in notebook.copies.others().values()] if other else []
    if joined:
        notebook.copies.merge_beside()
    left = [*advice(stored.notices, notebook), *left_beside(notebook)]
    for finding in left:
        context.say(finding.sentence(words))
    if not (arrived or left or stored.notices or joined or is_back):
        path = clean_line(context.locations.data_file)
        context.print(words("There is no copy to merge beside {path}.").format(path=path))
    return all(joined) and not left and stored.in_file


def _one(path: str, context: Context, *, other: bool) -> bool:
    """Join one file. False when it could not be joined; the reason is printed."""
    from portfolio.notebook.reports import Arrival

    try:
        brought, notices = context.notebook.copies.merge(path, other=other)
    except PortfolioError as problem:
        context.say(f"{brief(path)}: {problem.sentence(context.words)}")
        return False
    context.print(Arrival(path, brought).sentence(context.words))
    for notice in notices:
        context.say(notice.sentence(context.words))
    return True
