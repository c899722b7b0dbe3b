"""The questions of a new text, in the chosen language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from portfolio.capture.entry import ANSWER, ENERGY, EXTRA, MORE, NOTE, OWN, SHEET, Entry
from portfolio.journey.prompts.follow_up import answer_for, missing
from portfolio.journey.prompts.if_then_plans import WEEK
from portfolio.records.templates import EVENING, TEMPLATES
from portfolio.sanitise import clean_line
from portfolio.wording import Words
from portfolio.wording.follow_up import deepening_question
from portfolio.wording.names import field_hint, field_label
from portfolio.wording.prompts import extra_question, optional_question, prompt_hint, prompt_label, prompt_question
from portfolio.wording.sheet import OWN as OWN_PROMPTS
from portfolio.wording.sheet import PROMPTS

LOOK_BACK = "look back"
"""Key of the page with the week, before the questions of a weekly review; it asks nothing."""
HEADWAY = "headway"
EVENING_QUESTIONS = 3
"""Questions of the evening check, after which it is saved; those after them are extra, and asked by choice."""
WORK = ("behaviour", "effect", "recognise", "if_then")
"""Fields of feedback that are asked when the user works with it, from what was meant to what to do."""


class Question(NamedTuple):
    """One question."""

    key: str
    """Key of the field that its answer fills."""
    label: str
    text: str
    hint: str = ""
    optional: bool = False

    @property
    def on_a_scale(self) -> bool:
        """Whether it is answered with 1 to 5."""
        return self.key in (ENERGY, HEADWAY)

    @property
    def in_words(self) -> bool:
        """Whether it is answered in the box."""
        return not self.on_a_scale and self.key != LOOK_BACK


class Asked(NamedTuple):
    """The questions of an entry, and which one is asked now."""

    all: tuple[Question, ...]
    at: int

    @classmethod
    def of(cls, writing: Entry, _: Words) -> Asked:
        """Return the questions of `writing`; an entry that is further than its last question is at that one."""
        found = questions_of(writing, _)
        return cls(found, min(writing.at, len(found) - 1))

    @property
    def now(self) -> Question:
        """The question that is asked."""
        return self.all[self.at]

    @property
    def is_last(self) -> bool:
        """Whether no question follows."""
        return self.at + 1 >= len(self.all)


def progress(entry: Entry, at: int, count: int, _: Words) -> str:
    """Return which of `count` questions is asked.

    The evening check counts three questions and the sheet those to oneself; the others are extra.
    """
    main = EVENING_QUESTIONS if entry.template == EVENING else count
    if entry.kind == "conversation" and count == len(PROMPTS):
        main = len(OWN_PROMPTS)
    if at >= main:
        return _("extra {n} of {all}").format(n=at + 1 - main, all=count - main)
    return _("question {n} of {all}").format(n=at + 1, all=main) if main > 1 else ""


def missing_in(writing: Entry) -> str:
    """Return what the answers do not show, if that was not asked for yet; empty when nothing is missing."""
    if writing.deeper or writing.own or not writing.template:
        return ""
    answers = {key.removeprefix(ANSWER): text for key, text in writing.texts.items() if key.startswith(ANSWER)}
    return missing(writing.template, answers)


def questions_of(entry: Entry, _: Words) -> tuple[Question, ...]:
    """Return the questions of a text: those of its template or the user's own, with the follow-up question last."""
    if entry.kind == "feedback":
        return tuple(
            Question(field, field_label(field, _, "feedback"), field_hint(field, _, "feedback")) for field in WORK
        )
    if entry.kind == "agreement":
        return (
            Question("text", field_label("text", _, "agreement"), _("What do we agree?")),
            Question("due", field_label("due", _, "agreement"), _("When is it due?"), optional=True),
        )
    if entry.way == NOTE:
        return (Question("note", field_label("note", _, "conversation"), _("What do you want to remember of it?")),)
    if entry.kind == "conversation":
        asked = tuple(Question(SHEET + each.key, _(each.label), _(each.question)) for each in PROMPTS)
        return tuple(question for question in asked if question.key == entry.way) or asked
    if entry.own:
        texts = [clean_line(text) for text in entry.own]
        return tuple(Question(f"{OWN}{n}", text, text) for n, text in enumerate(texts))
    asked = _chosen(entry, questions(entry.template or "note", entry.day, _, entry.question))
    if not entry.deeper:
        return asked
    text = deepening_question(entry.deeper, _)
    return (*asked, Question(_key_of_deeper(entry), text, text, optional=True))


def _chosen(entry: Entry, every: tuple[Question, ...]) -> tuple[Question, ...]:
    """Return the questions that an entry asks: of an evening check the first ones, or the extra ones.

    A draft of an older version can be among the extra questions, or have an answer to one: it asks all of them.
    """
    if entry.template != EVENING:
        return every
    if entry.way == MORE:
        return every[EVENING_QUESTIONS:]
    older = entry.at >= EVENING_QUESTIONS or _extra_answered(entry, every)
    return every if older else every[:EVENING_QUESTIONS]


def _extra_answered(entry: Entry, every: Sequence[Question]) -> bool:
    return any(entry.text(question.key).strip() for question in every[EVENING_QUESTIONS:])


def offers_more(saved: Entry, today: date, _: Words) -> bool:
    """Return whether the extra questions can be offered now: the evening check of today was answered to its end."""
    if saved.template != EVENING or saved.kind != "reflection" or not saved.by_question:
        return False
    if saved.record or saved.own or saved.day != today or saved.at + 1 < EVENING_QUESTIONS:
        return False
    return not _extra_answered(saved, questions(EVENING, saved.day, _))


def answer_first(_: Words) -> str:
    """Return the sentence for an empty question without which the record cannot be saved."""
    return _("This needs an answer first; without it, it can't be saved. What you typed is kept.")


def _key_of_deeper(entry: Entry) -> str:
    """Return the field of the follow-up answer: an answer of the template, the plan, or else the extra note."""
    answer = answer_for(entry.deeper, entry.template)
    if answer:
        return ANSWER + answer
    return "if_then" if entry.deeper == "next" else EXTRA


def questions(template: str, day: date, _: Words, answered: str = "") -> tuple[Question, ...]:
    """Return the questions in order; an evening check ends with optional ones, a weekly review starts with the week.

    The evening's extra question changes daily; `answered` is the one already answered, which is asked again.
    """
    asked = tuple(
        Question(
            ANSWER + k,
            prompt_label(template, k, _),
            prompt_question(template, k, _),
            prompt_hint(template, k, _),
            optional=template == EVENING,
        )
        for k in TEMPLATES[template]
    )
    if template == EVENING:
        extra = answered or extra_question(day, _)
        energy = Question(ENERGY, _("Energy"), optional_question(ENERGY, _), optional=True)
        return (*asked, energy, Question(EXTRA, extra, extra, optional=True))
    if template == WEEK:
        back = Question(
            LOOK_BACK,
            _("This week"),
            _("This was your week. Read it first; nothing needs to be typed again."),
            _("space keeps a line for the next question"),
        )
        scales = (
            Question(ENERGY, _("Energy"), optional_question(ENERGY, _, "week"), optional=True),
            Question(HEADWAY, _("Progress"), optional_question(HEADWAY, _, "week"), optional=True),
        )
        return (back, *asked, *scales)
    return asked


def answered(entry: Entry, question: Question, text: str) -> Entry:
    """Return the entry with this answer; the rotating question is kept with its answer.

    A question that is skipped leaves nothing in the entry.
    """
    filled = entry if text == entry.text(question.key) else entry.with_text(question.key, text)
    if question.key != EXTRA:
        return filled
    return filled._replace(question=question.text if text.strip() else "")


def scale_words(question: Question, _: Words) -> dict[int, str]:
    """Return the steps of a scale from 1 to 5 with their meaning; some have none."""
    meaning = {1: _.context("energy", "none"), 3: _.context("energy", "some"), 5: _.context("energy", "a lot")}
    if question.key != ENERGY:
        meaning = {1: _.context("headway", "none"), 3: _.context("headway", "some"), 5: _.context("headway", "a lot")}
    return {step: meaning.get(step, "") for step in range(1, 6)}
