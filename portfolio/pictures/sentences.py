"""The finding of each picture in one or two calm sentences: for screen readers, and as first line of an export.

If nothing changed, that is the sentence. Nothing counts what was missed or praises numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from portfolio.journey.facts.findings import (
    EnergyFinding,
    EvidenceFinding,
    Finding,
    FormsFinding,
    GoalsFinding,
    GrowthFinding,
    LanesFinding,
    ReadyFinding,
    RhythmFinding,
    SkillFinding,
    TimelineFinding,
    Turning,
)
from portfolio.pictures.own_sentences import came_back, days_written, energy, rhythm
from portfolio.pictures.phrases import level_short, levels_words
from portfolio.pictures.sentence_parts import joined, month_of, quoted, then
from portfolio.wording import Words
from portfolio.wording.names import capital, choice_label
from portfolio.wording.quantities import in_words

_TWO: Final = 2


def sentence(finding: Finding, _: Words) -> str:
    """Return the finding in words, in the language of the translator."""
    return _SENTENCES[type(finding)](finding, _)


def _turning(turning: Turning, _: Words) -> str:
    """Return a story or milestone in the user's own words; whether it was a turning point is not claimed."""
    return _("In {month}: “{text}”.").format(month=month_of(turning.date, _), text=quoted(turning.text).rstrip("."))


def _undated(n: int, _: Words) -> str:
    """Return the sentence on goals whose day of stopping or ending is not known."""
    return _.plural(
        "For {n} goal, the day it stopped or ended is not known.",
        "For {n} goals, the day they stopped or ended is not known.",
        n,
    )


def _with_undated(words: str, n: int, _: Words) -> str:
    return then(words, _undated(n, _)) if n else words


def _lanes(finding: LanesFinding, _: Words) -> str:
    word, parts = in_words(_), []
    if finding.reached:
        parts.append(_.plural("{n} goal achieved", "{n} goals achieved", finding.reached, word(finding.reached)))
    if finding.running:
        parts.append(_.plural("{n} goal under way", "{n} goals under way", finding.running, word(finding.running)))
    if finding.paused:
        parts.append(_.plural("{n} goal paused", "{n} goals paused", finding.paused, word(finding.paused)))
    said = [days_written(finding.writing, _)] if finding.writing else []
    if finding.writing and finding.writing.first_goal:
        said.append(_("Your first goal is under way: “{goal}”.").format(goal=quoted(finding.writing.first_goal)))
    elif parts:
        said.append(capital(joined(parts, _)) + ".")
    if finding.undated:
        said.append(_undated(finding.undated, _))
    if finding.turning:
        said.append(_turning(finding.turning, _))
    elif finding.writing and finding.writing.again:
        said.append(came_back(finding.writing, _))
    return " ".join(said) or _("This is what you noted in this period.")


def _growth(finding: GrowthFinding, _: Words) -> str:
    first = levels_moved(finding, _)
    if not finding.aged:
        return first
    aged = _.plural(
        "{n} level was last shown more than two years ago.",
        "{n} levels were last shown more than two years ago.",
        finding.aged,
    )
    return then(first, aged)


def levels_moved(finding: GrowthFinding, _: Words, *, own: bool = False) -> str:
    """Return what happened to the levels; with `own` in the first person, for the user's own document."""
    if not finding.rated:
        return _("No levels yet in this period.")
    parts = [_rose(finding, _, own=own)] if finding.grew else []
    if finding.fell:
        parts.append(
            _.plural("In {n} skill the level is lower now.", "In {n} skills the level is lower now.", finding.fell)
        )
    if finding.changed:
        parts.append(_.plural("In {n} skill the level changed.", "In {n} skills the level changed.", finding.changed))
    if finding.back:
        parts.append(
            _.plural(
                "In {n} skill the level changed and came back.",
                "In {n} skills the level changed and came back.",
                finding.back,
            )
        )
    if parts:
        return " ".join(parts)
    if finding.first == finding.rated:
        if own:
            return _.plural("My first level is in place.", "My first levels are in place.", finding.first)
        return _.plural("Your first level is in place.", "Your first levels are in place.", finding.first)
    if finding.first:
        stayed = finding.rated - finding.first
        return then(
            _.plural("{n} level stayed as it was.", "{n} levels stayed as they were.", stayed),
            _.plural("{n} level is the first one.", "{n} levels are first ones.", finding.first),
        )
    if own:
        return _("My levels stayed as they were in this period.")
    return _("Your levels stayed as they were in this period.")


def _rose(finding: GrowthFinding, _: Words, *, own: bool) -> str:
    if finding.of == 1:
        return _("My level rose in this period.") if own else _("Your level rose in this period.")
    first = _grew_in(finding, _, own=own)
    if not finding.most:
        return first
    if finding.grew == 1:
        return then(first, _("It was {skill}.").format(skill=quoted(finding.most)))
    largest = _("I took the largest step in {skill}.") if own else _("You took the largest step in {skill}.")
    return then(first, largest.format(skill=quoted(finding.most)))


def _grew_in(finding: GrowthFinding, _: Words, *, own: bool) -> str:
    """Return in how many skills the level rose: both, all, or some."""
    word = in_words(_)
    if finding.grew == finding.of == _TWO:
        return _("I grew in both skills.") if own else _("You grew in both skills.")
    if finding.grew == finding.of:
        words = _("I grew in all {n} skills.") if own else _("You grew in all {n} skills.")
        return words.format(n=word(finding.of))
    words = _("I grew in {grew} of my {skills}.") if own else _("You grew in {grew} of your {skills}.")
    skills = _.plural("{n} skill", "{n} skills", finding.of, word(finding.of))
    return words.format(grew=word(finding.grew), skills=skills)


def _skill(finding: SkillFinding, _: Words) -> str:
    if finding.now is None:
        return _("{skill} has no level yet.").format(skill=quoted(finding.title))
    now, first = level_short(finding.now, finding.scale, _), level_short(finding.first, finding.scale, _)
    if _wandered(finding):
        line = _("The level went from {levels}.").format(levels=levels_words(finding.path, finding.scale, _))
    elif finding.few and finding.first == finding.now:
        line = _("Level {level} so far.").format(level=now)
    elif finding.first == finding.now:
        line = _("The level stayed at {level}.").format(level=now)
    else:
        line = _progress(first, now, finding.months, _)
    if finding.target is not None:
        target = level_short(finding.target, finding.scale, _)
        reached = finding.target == finding.now
        line = then(line, _("That is your target.") if reached else _("Target: {level}.").format(level=target))
    return then(line, _("Too few ratings yet to draw a line.")) if finding.few else line


def _wandered(finding: SkillFinding) -> bool:
    """Return whether the level did not simply go from the first to the current one, so that the path is given."""
    return len(finding.path) > _TWO and (finding.first == finding.now or not finding.straight)


def _progress(first: str, now: str, months: int, _: Words) -> str:
    if months < 1:
        return _("From {first} to {now}.").format(first=first, now=now)
    return _("From {first} to {now} in {time}.").format(
        first=first, now=now, time=_.plural("{n} month", "{n} months", months)
    )


def _goals(finding: GoalsFinding, _: Words) -> str:
    word, parts = in_words(_), []
    if finding.active:
        parts.append(_.plural("{n} goal under way", "{n} goals under way", finding.active, word(finding.active)))
    if finding.paused:
        parts.append(_.plural("{n} goal paused", "{n} goals paused", finding.paused, word(finding.paused)))
    if finding.planned:
        parts.append(_.plural("{n} goal planned", "{n} goals planned", finding.planned, word(finding.planned)))
    if finding.reached:
        parts.append(_.plural("{n} goal achieved", "{n} goals achieved", finding.reached, word(finding.reached)))
    if finding.dropped:
        parts.append(_.plural("{n} goal dropped", "{n} goals dropped", finding.dropped, word(finding.dropped)))
    if finding.ideas:
        parts.append(_.plural("{n} idea", "{n} ideas", finding.ideas, word(finding.ideas)))
    first = capital(joined(parts, _)) + "." if parts else "" if finding.undated else _("No goals in this period.")
    first = _with_undated(first, finding.undated, _).strip()
    if finding.quiet_title:
        return then(first, _("It has been quiet around {goal}.").format(goal=quoted(finding.quiet_title)))
    if finding.quiet:
        return then(
            first,
            _.plural("{n} goal has had no recent activity.", "{n} goals have had no recent activity.", finding.quiet),
        )
    return first


def _timeline(finding: TimelineFinding, _: Words) -> str:
    if not finding.moments:
        return _("No moments in this period yet.")
    first = _.plural("{n} moment in this period.", "{n} moments in this period.", finding.moments)
    first = _with_undated(first, finding.undated, _)
    return then(first, _turning(finding.turning, _)) if finding.turning else first


def _forms(finding: FormsFinding, _: Words) -> str:
    parts = []
    if finding.most:
        form = choice_label("form", finding.most, _, "reflection")
        parts.append(_("You noted this way of learning most: {form}.").format(form=form))
    if finding.fruitful:
        form = choice_label("form", finding.fruitful, _, "reflection")
        parts.append(_("{form} often gave you a lesson. Perhaps more of it?").format(form=form))
    return " ".join(parts) or _("This is how you learned in this period.")


def _evidence(finding: EvidenceFinding, _: Words) -> str:
    """Return the numbers of skills with any evidence and with all of it in order, out of all skills."""
    if not finding.of:
        return _("No levels and no evidence yet.")
    if finding.of == 1:
        first = _("There is no evidence yet for your skill.")
        if finding.proven:
            some = _("There is evidence for your skill; there is still something to add.")
            first = _("There is evidence for your skill, and everything is in order.") if finding.enough else some
    else:
        first = _evidence_of_several(finding, _)
    if finding.next is None:
        return first
    return then(first, _("A good one to look at next: {skill}.").format(skill=quoted(finding.next)))


def _evidence_of_several(finding: EvidenceFinding, _: Words) -> str:
    word = in_words(_)
    proven, of = word(finding.proven), word(finding.of)
    if not finding.proven:
        return _("There is no evidence yet for your {n} skills.").format(n=of)
    if finding.enough == finding.of:
        return _("There is evidence for all your {n} skills, and everything is in order.").format(n=of)
    if not finding.enough:
        words = _("There is evidence for {proven} of your {n} skills; there is still something to add.")
        return words.format(proven=proven, n=of)
    words = _("There is evidence for {proven} of your {n} skills; everything is in order for {enough}.")
    return words.format(proven=proven, n=of, enough=word(finding.enough))


def _ready(finding: ReadyFinding, _: Words) -> str:
    if not finding.of:
        return _("No levels yet to show something for.")
    word = in_words(_)
    if not finding.proven:
        words = _("There is not enough evidence yet for any of the {n} skills that you gave a level.").format(
            n=word(finding.of)
        )
        one = _("There is not enough evidence yet for the skill that you gave a level.")
        first = one if finding.of == 1 else words
    elif finding.proven == finding.of:
        first = _("There is enough evidence for every skill that you gave a level.")
    else:
        words = _("There is enough evidence for {proven} of the {skills} that you gave a level.")
        skills = _.plural("{n} skill", "{n} skills", finding.of, word(finding.of))
        first = words.format(proven=word(finding.proven), skills=skills)
    if finding.next is None:
        return then(first, _("Everything is in order."))
    return then(first, _("A good one to look at next: {skill}.").format(skill=quoted(finding.next)))


_SENTENCES: Final[dict[type[Any], Callable[[Any, Words], str]]] = {
    LanesFinding: _lanes,
    GrowthFinding: _growth,
    SkillFinding: _skill,
    GoalsFinding: _goals,
    RhythmFinding: rhythm,
    EnergyFinding: energy,
    TimelineFinding: _timeline,
    FormsFinding: _forms,
    EvidenceFinding: _evidence,
    ReadyFinding: _ready,
}
