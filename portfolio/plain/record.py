"""One record read whole, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from portfolio.capture import state_options
from portfolio.capture.additions import TO_RECORD, Addition, tied
from portfolio.capture.entry import QUESTIONS
from portfolio.capture.options import Option
from portfolio.journey.facts.links import agreed_in
from portfolio.journey.facts.skill_history import SkillHistory, skill_histories
from portfolio.notebook.delete_question import PARTS, ROLE
from portfolio.notebook.delete_question import question_before as before_deleting
from portfolio.notebook.drafts import of_change
from portfolio.notebook.entries import of_record
from portfolio.notebook.share_question import PARTS as ALSO_PARTS
from portfolio.notebook.share_question import YES
from portfolio.notebook.share_question import question_before as before_sharing
from portfolio.pictures.agreements import confirmation, still_open
from portfolio.plain import check, form
from portfolio.plain.console import Group
from portfolio.plain.desk import UNDO, Desk
from portfolio.present.related import related_words, together
from portfolio.present.shareable import now_private, now_shareable
from portfolio.present.titles import heading, kind_word
from portfolio.present.whole import fields_in_words, versions_in_words
from portfolio.records.conversations import Conversation
from portfolio.records.feedback import Feedback
from portfolio.records.goals import Step
from portfolio.records.record import Record
from portfolio.records.skills import Rating, Skill
from portfolio.sanitise import clean_line
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full
from portfolio.wording.levels import level_label, no_level
from portfolio.wording.names import capital, choice_label, privacy_label

_ADD: Final = "add"
_RELATED: Final = "related"
_MAIL: Final = "mail"
_PAUSE: Final = "pause:"


def read_record(desk: Desk, identity: str) -> None:
    """Print a record, and offer what can be done with it until the user goes back."""
    again = True
    while True:
        record = desk.records.get(identity)
        if record is None:
            return
        if again:
            desk.console.say("", *whole(record, desk))
        desk.shows()
        answer = desk.console.choose(_items(record, desk), desk.undo_letter())
        if answer is None:
            return
        again = answer == "again"
        if answer == UNDO:
            desk.undo()
        elif answer == _RELATED:
            _read_related(desk, record)
        elif not again:
            _act(desk, record, answer)


def whole(record: Record, desk: Desk) -> Iterator[str]:
    """Yield the record as lines of text: its title, what it is, and every other field that is set."""
    _, records = desk.words, desk.records
    title, kind = heading(record, records, _), kind_word(record, _)
    yield title
    yield ", ".join((kind, day_in_full(record.date, _), privacy_label(record.shareable, _)))
    if isinstance(record, Skill):
        yield capital(", ".join(skill_in_words(record, skill_histories(records, desk.today), _)))
    every = fields_in_words(record, records, _, own_keys=False)
    for label, words in (*every, *versions_in_words(record, _)):
        first, *rest = words.strip("\n").split("\n")
        named = label if label.endswith("?") else f"{label}:"
        if rest:
            yield named
            yield from (f"  {line}" for line in (first, *rest))
        elif first and first not in (title, kind):
            yield f"{named} {first}"
    if record.conflicts:
        yield _("This was changed on two computers. Change the field here, or choose in the app.")
    if record.damaged:
        unread, names = _("Could not be read"), ", ".join(map(clean_line, record.damaged))
        yield f"{unread}: {names}"


def skill_in_words(skill: Skill, histories: Mapping[str, SkillHistory], _: Words) -> Iterator[str]:
    """Yield the present level of a skill and its target."""
    history = histories.get(skill.id)
    now = history.now if history is not None else None
    yield _("now: {level}").format(level=level_label(now.level, _, skill.scale)) if now is not None else no_level(_)
    if skill.target is not None:
        yield _("target: {level}").format(level=level_label(skill.target, _, skill.scale))


def _items(record: Record, desk: Desk) -> list[Group]:
    """Return what can be done with the record."""
    _ = desk.words
    acts = list(_acts(record, desk)) if desk.can_write and record.kind != "export" else []
    count = sum(len(found) for _label, found in together(record, desk.records, _))
    if count:
        acts.append(Option(_RELATED, _("What belongs with it"), _.plural("{n} record", "{n} records", count)))
    return [Group("", [*acts, Option("again", _("Read it again"))])]


def _read_related(desk: Desk, record: Record) -> None:
    """Let the user read one record after the other that this one hangs together with."""
    _ = desk.words
    while True:
        groups = [
            Group(label, [Option(each.id, related_words(each, desk.records, _)) for each in found])
            for label, found in together(record, desk.records, _)
        ]
        answer = desk.console.choose(groups)
        if answer is None:
            return
        read_record(desk, answer)


def _acts(record: Record, desk: Desk) -> Iterator[Option]:
    _ = desk.words
    if not isinstance(record, Rating):
        yield Option("edit", _("Change a field"))
    yield Option("share", _("Make it private") if record.shareable else _("Make it shareable"))
    if isinstance(record, Step):
        yield Option("state", _("Not done after all") if record.done_on else _("Done"))
    elif record.kind in state_options.KINDS:
        now = choice_label("state", str(getattr(record, "state", "")), _, record.kind)
        yield Option("state", _("Change its status"), now)
    if isinstance(record, Feedback):
        yield Option("work", _("Say what you do with it, in a few short questions"))
    if isinstance(record, Conversation) and agreed_in(record, desk.records):
        yield Option(_MAIL, _("Read the mail that confirms what you agreed"))
    if record.kind in TO_RECORD:
        yield Option(_ADD, _("Add something to it"))
    yield Option("delete", _("Delete it"))


def _act(desk: Desk, record: Record, act: str) -> None:
    """Do one of the items."""
    if act == "edit":
        form.change_field(desk, record)
    elif act == "share":
        _share(desk, record)
    elif act == "state":
        _state(desk, record)
    elif act == "work":
        entry = of_change(of_record(record, desk.notebook.read.seen(record.id)), desk.drafts())
        check.write(desk, entry.asked(QUESTIONS))
    elif act == "delete":
        _delete(desk, record)
    elif act == _MAIL and isinstance(record, Conversation):
        _read_mail(desk, record)
    else:
        choose_addition(desk, TO_RECORD[record.kind], record)


def _read_mail(desk: Desk, conversation: Conversation) -> None:
    """Print the text for a mail that confirms what was agreed; nothing is sent."""
    _ = desk.words
    still = still_open(conversation, _)
    desk.console.say("", *([still] if still else []), _("The text for your mail. Nothing is sent: you copy it."), "")
    desk.console.say(confirmation(desk.records, conversation, desk.today, _))


def choose_addition(desk: Desk, additions: Sequence[Addition], record: Record | None = None) -> None:
    """Ask what to add when there are several kinds, and write it."""
    _, chosen = desk.words, additions[0].id
    if len(additions) > 1:
        groups = [Group(_("What do you want to add?"), [Option(a.id, _(a.label)) for a in additions])]
        answer = desk.console.choose(groups)
        if answer is None:
            return
        chosen = answer
    add(desk, next(addition for addition in additions if addition.id == chosen), record)


def add(desk: Desk, addition: Addition, record: Record | None = None) -> None:
    """Write something new, tied to a record when there is one, and read it when it was saved."""
    if desk.refuses():
        return
    entry = desk.new_entry(addition.kind, addition.template, tied(addition, record))
    if addition.closes and record is not None:
        entry = entry._replace(closes=record.id)
    new = check.write(desk, entry) if entry.by_question else form.fill_in(desk, entry)
    if new:
        read_record(desk, new)


def _answers(answers: Sequence[tuple[str, str]]) -> list[Group]:
    return [Group("", [Option(key, label) for key, label in answers])]


def _share(desk: Desk, record: Record) -> None:
    """Make the record shareable, after the question that belongs to it, or private."""
    _ = desk.words
    if record.shareable:
        desk.change(lambda: desk.notebook.write.set_shareable((record.id,), False), now_private([record], _))
        return
    question = before_sharing(record, desk.records, _)
    answer: str | None = ""
    if question is not None:
        desk.console.say(question.text)
        answer = desk.console.choose(_answers(question.answers))
    if answer is None:
        return
    if answer == YES:
        desk.set_fields(record, permission="yes", shareable="yes")
        return
    parts = question.parts if question is not None and answer == ALSO_PARTS else ()
    ids = (record.id, *parts)
    shared = now_shareable([desk.records.get(each) for each in ids], _)
    desk.change(lambda: desk.notebook.write.set_shareable(ids, True), shared)


def _state(desk: Desk, record: Record) -> None:
    """Change the state: of a step at once, of another kind after the questions that belong to it."""
    _ = desk.words
    if isinstance(record, Step):
        desk.set_fields(record, **state_options.checked_off(record, desk.today))
        return
    now = str(getattr(record, "state", ""))
    desk.console.say(_("What is its status?"))
    state = desk.console.choose([Group("", [o for o in state_options.states(record, _) if o.key != now])])
    if state is None:
        return
    others = state_options.goals_beside(record, state, desk.records)
    if others and not _may_begin(desk, others):
        return
    texts = {"state": state}
    if state_options.has_reason(record, state):
        label = choice_label("state", state, _, record.kind)
        question = _("{state}: why? (optional)")
        desk.console.say(question.format(state=label[:1].upper() + label[1:]))
        texts["state_reason"] = " ".join(desk.console.read().split())
    desk.set_fields(record, **{name: text for name, text in texts.items() if text})


def _may_begin(desk: Desk, others: Sequence[Record]) -> bool:
    """Ask what to do with the goals that are active already; False when this one stays as it is."""
    _ = desk.words
    question = _("You work on {n} goals already, and that is plenty for most people. What do you want?")
    desk.console.say(question.format(n=len(others)))
    pauses = [
        (f"{_PAUSE}{goal.id}", _("Pause “{title}” for now").format(title=heading(goal, desk.records, _)))
        for goal in others
    ]
    answer = desk.console.choose(
        _answers([*pauses, ("both", _("Start it alongside the others"))]), back=_("Leave it as it is")
    )
    paused = next((goal for goal in others if answer == f"{_PAUSE}{goal.id}"), None)
    if paused is not None:
        desk.set_fields(paused, state="paused")
    return answer is not None


def _delete(desk: Desk, record: Record) -> None:
    """Delete the record, after one question when others belong or link to it."""
    _, write = desk.words, desk.notebook.write
    question = before_deleting(desk.records, (record.id,), _)
    answer: str | None = ""
    if question is not None:
        desk.console.say(question.text)
        answer = desk.console.choose(_answers(question.answers))
    if answer is None:
        return
    if question is not None and answer == ROLE:
        gone = _("The name is gone, the role stays.")
        desk.change(lambda: write.keep_role(record.id, question.role), gone)
    else:
        desk.change(lambda: write.delete((record.id,), with_parts=answer == PARTS))
