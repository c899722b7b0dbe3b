"""The questions of every template, in the order in which they are asked.

Facts come before feelings and feelings before conclusions; the last question is about a next step. A label is shown
above an answer that was given, a question above an answer that is still to be given. The models: Borton 1970 (what, so
what, now what), Kolb 1984, Gibbs 1988, Korthagen's ALACT spiral 1985, and the after-action review of the US Army.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from portfolio.wording import N_


class Prompt(NamedTuple):
    """One question of a template; `label`, `question` and `hint` are message ids in English."""

    key: str
    label: str
    question: str
    hint: str = ""


class Template(NamedTuple):
    """A guided form of reflection; `minutes` is the usual least and most time."""

    key: str
    name: str
    minutes: tuple[int, int] | None
    prompts: tuple[Prompt, ...]
    use: str = ""


_P = Prompt

_ALL: Final[tuple[Template, ...]] = (
    Template(
        "three_minutes",
        N_("3-minute check"),
        (1, 3),
        (
            _P("progress", N_("What went well"), N_("What went well today, however small?")),
            _P(
                "learned",
                N_("Learned"),
                N_("What did you learn today that you didn't know this morning?"),
            ),
            _P("next", N_("Next time"), N_("What will you do next time? Complete: if …, then …")),
            _P("feedback", N_("Feedback"), N_("Did anyone comment on your work? Who, and what exactly?")),
        ),
        N_("end of any working day"),
    ),
    Template(
        "log",
        N_("Learning log"),
        (1, 3),
        (
            _P("what", N_("What I did"), N_("What did you do?")),
            _P("learned", N_("Learned"), N_("What do you take away?")),
        ),
        N_("keep track of learning activities"),
    ),
    Template(
        "what_so_what",
        N_("What – So what – Now what"),
        (5, 8),
        (
            _P("what", N_("What"), N_("What happened? Only what a camera would have seen.")),
            _P("sowhat", N_("So what"), N_("Why does it matter? What does it say about how you work?")),
            _P("nowwhat", N_("Now what"), N_('What will you do next time? "If …, then …"')),
        ),
        N_("one event, little time"),
    ),
    Template(
        "start_stop_continue",
        N_("Start – Stop – Continue"),
        (5, 10),
        (
            _P("start", N_("Start"), N_("What will you begin doing?")),
            _P("stop", N_("Stop"), N_("What will you drop because it does not help?")),
            _P(
                "continue",
                N_("Keep doing"),
                N_("What will you keep doing because it works? How do you know?"),
            ),
        ),
        N_("end of a week or period"),
    ),
    Template(
        "four_l",
        N_("Liked – Learned – Lacked – Longed for"),
        (8, 12),
        (
            _P("liked", N_("Liked"), N_("What did you enjoy about this project or course?")),
            _P("learned", N_("Learned"), N_("What did you learn that you will use again?")),
            _P("lacked", N_("Lacked"), N_("What was missing, so it was harder than needed?")),
            _P("longed", N_("Longed for"), N_("What would you have wanted? What will you ask for next time?")),
        ),
        N_("end of a project or training"),
    ),
    Template(
        "abcd",
        N_("ABCD"),
        (5, 10),
        (
            _P("a", N_("Cause"), N_("Cause: what happened?")),
            _P("b", N_("Important"), N_("Important: what mattered to you?")),
            _P("c", N_("Conclusion"), N_("Conclusion: what do you conclude?")),
            _P("d", N_("Do"), N_("Do: what will you do?")),
        ),
        N_("one event, in four short steps"),
    ),
    Template(
        "after_action",
        N_("After-action review"),
        (8, 15),
        (
            _P("planned", N_("The plan"), N_("What was supposed to happen?")),
            _P(
                "actual",
                N_("What happened"),
                N_("What actually happened? Which facts or figures do you have?"),
                N_("This works for a success too: what went better than planned, and why?"),
            ),
            _P(
                "why",
                N_("What caused it"),
                N_("What caused the difference? Include what was outside your control."),
            ),
            _P(
                "keep",
                N_("Keep and change"),
                N_('What will you keep, what will you change? "If …, then …"'),
            ),
        ),
        N_("something didn't go as planned"),
    ),
    Template(
        "starr",
        N_("STARR"),
        (10, 20),
        (
            _P("s", N_("Situation"), N_("Situation: where and when was it, and what was going on?")),
            _P("t", N_("Task"), N_("Task: what was your role? What was expected?")),
            _P("a", N_("Action"), N_('Action: what did you do, step by step? Use "I", not "we".')),
            _P("r1", N_("Result"), N_("Result: what came of it? How could you tell?")),
            _P(
                "r2",
                N_("Reflection"),
                N_("Reflection: what did you learn about your approach? What again, what differently?"),
            ),
            _P("tr", N_("Transfer"), N_('Transfer: where else can you use this? "If …, then …"')),
        ),
        N_("a success story that shows what you can do"),
    ),
    Template(
        "kolb",
        N_("Kolb's cycle"),
        (10, 15),
        (
            _P("ce", N_("Experience"), N_("Experience: what did you go through?")),
            _P("ro", N_("Observe"), N_("Observe: what did you notice, in yourself and others?")),
            _P("ac", N_("Understand"), N_("Understand: what rule of thumb do you take from it?")),
            _P("ae", N_("Try out"), N_("Try out: when and where will you test it?")),
        ),
        N_("from an experience to a rule of thumb"),
    ),
    Template(
        "gibbs",
        N_("Gibbs' cycle"),
        (15, 25),
        (
            _P("description", N_("Description"), N_("What happened, in a few sentences?")),
            _P("feelings", N_("Feelings"), N_("What did you think and feel, then and now?")),
            _P("evaluation", N_("What went well or not"), N_("What went well, what did not?")),
            _P("analysis", N_("How it came about"), N_("Why? What helped, what got in the way?")),
            _P("conclusion", N_("Conclusion"), N_("What else could you have done?")),
            _P("action", N_("Action plan"), N_('What will you do if it happens again? "If …, then …"')),
        ),
        N_("an event that touched you or was complex"),
    ),
    Template(
        "korthagen",
        N_("Korthagen's spiral"),
        (15, 25),
        (
            _P("f1", N_("The action"), N_("Action: what did you want to achieve, and what did you do?")),
            _P("f2_wanted", N_("What I wanted"), N_("Looking back: what did you want?")),
            _P("f2_did", N_("What I did"), N_("Looking back: what did you do?")),
            _P("f2_thought", N_("What I thought"), N_("Looking back: what did you think?")),
            _P("f2_felt", N_("What I felt"), N_("Looking back: what did you feel?")),
            _P(
                "f2_other",
                N_("The other person"),
                N_("And the other person: what did they want, do, think or feel, do you think?"),
                N_("This answer is never shared."),
            ),
            _P(
                "f3",
                N_("Essence"),
                N_("Essence: how do these hang together? So what is the real point, or discovery?"),
                N_("Often the essence is a contradiction: I wanted A, but did B."),
            ),
            _P(
                "f4",
                N_("Alternatives"),
                N_("Alternatives: which three other things could you do? Pros and cons?"),
            ),
            _P("f5", N_("Trial"), N_('Trial: which one, and when? "If …, then …"')),
        ),
        N_("something between you and someone else that keeps coming back"),
    ),
    Template(
        "week",
        N_("Weekly review"),
        (10, 15),
        (
            _P("highlight", N_("Worth keeping"), N_("Which moment of this week do you want to remember?")),
            _P("lesson", N_("Lesson"), N_("Your main lesson, in one sentence.")),
            _P("pattern", N_("What keeps coming up"), N_("What came up more than once this week?")),
            _P("ask", N_("Who to ask"), N_("Who could you ask for feedback or help, and about what?")),
            _P("focus", N_("Next week"), N_('What will you focus on next week? "If …, then …"')),
        ),
        N_("end of the week"),
    ),
    Template(
        "quarter",
        N_("Quarterly balance"),
        (30, 45),
        (
            _P(
                "goals",
                N_("Learning goals"),
                N_("Go through your goals: continue, adjust, pause, drop or achieved?"),
            ),
            _P("skills", N_("Skills"), N_("Which level are you at now, and what shows it?")),
            _P("proud", N_("Proud of"), N_("What are you proud of?")),
            _P("help", N_("What helped and what did not"), N_("What helped you learn most? What got in the way?")),
            _P("ahead", N_("In three months"), N_("What do you want to be able to do in three months?")),
        ),
        N_("every three months, or before a conversation"),
    ),
    Template(
        "checkin",
        N_("Check-in"),
        (10, 15),
        (
            _P("stand", N_("Where I stand"), N_("Where am I?")),
            _P("pleased", N_("What I am pleased with"), N_("What am I pleased with?")),
            _P("stuck", N_("Where I am stuck"), N_("Where am I stuck?")),
            _P("need", N_("What I need"), N_("What do I need from you?")),
            _P("agree", N_("What we agree"), N_("What do we agree?")),
        ),
        N_("a short conversation with your manager, mentor or buddy"),
    ),
    Template(
        "note",
        N_("Note"),
        None,
        (_P("text", N_("Note"), N_("What do you want to write down?")),),
        N_("free text, without questions"),
    ),
    Template(
        "success",
        N_("Success"),
        None,
        (_P("text", N_("Success"), N_("What went well, and what was your part?")),),
        N_("something that went well"),
    ),
    Template(
        "shared_knowledge",
        N_("Knowledge shared"),
        None,
        (
            _P(
                "text",
                N_("Knowledge shared"),
                N_("What did you explain or show, to which group, and what did it bring?"),
            ),
        ),
        N_("something you taught or explained to others"),
    ),
    Template(
        "mistake",
        N_("Useful mistake"),
        None,
        (
            _P("text", N_("What happened"), N_("What went differently than you wanted?")),
            _P("lesson", N_("Lesson"), N_("What did you learn from it? What do you do now?")),
        ),
        N_("a mistake with a lesson in it"),
    ),
)

TEMPLATES: Final[dict[str, Template]] = {template.key: template for template in _ALL}
"""Every template by its key, in the order in which they are offered."""
