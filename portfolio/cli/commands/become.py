"""`leerreis become AGREEMENT goal|step|need`: make a goal, a step or a need from an agreement."""

from __future__ import annotations

from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.notebook.agreement_followup import INTO, become
from portfolio.records.conversations import Agreement


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Make the record and print its id."""
    _ = context.words
    parser = Parser(
        "become", _("An agreement becomes a learning goal, a step, or something you need; the agreement itself stays.")
    )
    parser.add_argument("agreement", metavar="ID", help=_("which agreement"))
    parser.add_argument("into", choices=list(INTO), metavar="|".join(INTO), help=_("what it becomes"))
    parser.add_argument("--goal", metavar="ID", help=_("the goal of the step"), usual=_("that of the agreement"))
    given = parser.parse_args(arguments)
    notebook = context.existing()
    agreement = notebook.read.records.find(Agreement, notebook.read.find(given.agreement, ("agreement",)))
    goal = notebook.read.find(given.goal, ("goal",)) if given.goal else ""
    if agreement is not None:
        stored = become(notebook, agreement, given.into, goal)
        context.print(stored.ids[0])
        for notice in stored.notices:
            context.say(notice.sentence(_))
    return 0
