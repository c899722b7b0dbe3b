"""Draw "Am I ready?" as lines: what is in order, what to look at, and on every line the record to open for it."""

from __future__ import annotations

from typing import Final

from portfolio.journey.prompts.preparation import Preparation
from portfolio.journey.views.readiness import Claim, GoalCheck, Promise, Readiness
from portfolio.pictures.canvas import (
    Picture,
    Place,
    Role,
    Row,
    Span,
    headed_rows,
    legend_rows,
    place_of,
    safe_line,
    text_rows,
)
from portfolio.pictures.evidence import REASONS
from portfolio.pictures.frame import framed
from portfolio.pictures.phrases import level_short, on_its_day, state_word, who_words
from portfolio.pictures.progress import countdown_words, differences, since_heading
from portfolio.pictures.signs import UNICODE, Signs, words_for
from portfolio.wording import N_, Words
from portfolio.wording.dates import day_short, month_short
from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, choice_label
from portfolio.wording.quantities import steps_done

_LACKS: Final[dict[str, str]] = {
    "nothing_done": N_("no step done yet"),
    "no_evidence": N_("no evidence yet"),
    "no_sign": N_("how will you notice it?"),
    "no_check_date": N_("no review date"),
}
_LONGEST: Final = 400


def draw(view: Readiness, *, width: int, _: Words, signs: Signs = UNICODE, now: Preparation | None = None) -> Picture:
    """Draw claims, goals, months, ratings by others, and agreements; `now` has the step to take now."""
    sheet = _Sheet(width, words_for(signs, _), signs)
    sheet.conversation(view, now)
    sheet.since_then(view)
    sheet.claims(view)
    sheet.goals(view)
    sheet.months(view)
    sheet.mirror(view)
    sheet.agreements(view)
    legend = legend_rows(
        [(signs.ok, "evidence_ok", sheet.words("in order")), (signs.look, "evidence_look", sheet.words("have a look"))],
        width,
    )
    return framed(
        view,
        sheet.words("Am I ready?"),
        tuple(sheet.rows),
        width=width,
        _=sheet.words,
        signs=signs,
        legend=legend,
        places=tuple(sheet.places),
    )


class _Sheet:
    """The lines so far, and their records."""

    def __init__(self, width: int, _: Words, signs: Signs) -> None:
        self.width, self.words, self.signs = width, _, signs
        self.rows: list[Row] = []
        self.places: list[Place] = []

    def _heading(self, text: str) -> None:
        self.rows += [*([()] if self.rows else []), *text_rows(text, self.width, "label")]

    def _line(self, parts: list[str], identity: str, *, fine: bool | None = None) -> None:
        """Add one line with its symbol: in order (True), to look at (False), or neither (None)."""
        sign, role = self._sign(fine)
        text = self.signs.apart.join(part for part in parts if part)
        self.places.append(place_of(len(self.rows), self.width, identity, text))
        self.rows += headed_rows((Span(f"  {sign} ", role),), text, self.width)

    def _sign(self, fine: bool | None) -> tuple[str, Role]:
        if fine is None:
            return self.signs.bullet, "muted"
        return (self.signs.ok, "evidence_ok") if fine else (self.signs.look, "evidence_look")

    def conversation(self, view: Readiness, now: Preparation | None) -> None:
        """Add the coming conversation and the step to take now."""
        if view.conversation is not None:
            self._heading(self.words("The conversation"))
            words = countdown_words(view.conversation, now, self.words, self.signs)
            self._line([words], view.conversation.id)

    def since_then(self, view: Readiness) -> None:
        """Add the changes since the conversation before it."""
        if view.since_then is not None:
            self._heading(since_heading(view.since_then, self.words, self.signs))
            for one in differences(view.since_then, self.words, self.signs):
                self._line([one.words], one.id, fine=True if one.good else None)

    def claims(self, view: Readiness) -> None:
        """Add each skill with its level, its evidence, and what it lacks."""
        if view.claims:
            self._heading(self.words("What I say I can do"))
        for claim in view.claims:
            self._line(self._claim(claim), claim.id, fine=claim.proven)

    def _claim(self, claim: Claim) -> list[str]:
        _ = self.words
        level = level_label(claim.level, _, claim.scale)
        parts = [f"{safe_line(claim.title)}: {safe_line(level)}"]
        if claim.evidence:
            parts.append(_.plural("{n} piece of evidence", "{n} pieces of evidence", claim.evidence))
        parts += [_(REASONS[reason]) for reason in claim.lacks if reason]
        if claim.aged is not None:
            parts.append(_("last shown on {day}").format(day=self.signs.own(day_short(claim.aged, _))))
        return parts

    def goals(self, view: Readiness) -> None:
        """Add each goal with its steps and what it lacks."""
        if view.goals:
            self._heading(self.words("My learning goals"))
        for goal in view.goals:
            self._line(self._goal(goal), goal.id, fine=not goal.lacks)

    def _goal(self, goal: GoalCheck) -> list[str]:
        _ = self.words
        parts = [f"{safe_line(goal.title)} ({state_word(goal.state, _)})"]
        if goal.steps_total:
            parts.append(steps_done(goal.steps_done, goal.steps_total, _))
        if goal.evidence:
            parts.append(_.plural("{n} piece of evidence", "{n} pieces of evidence", goal.evidence))
        return [*parts, *(_(_LACKS[lack]) for lack in goal.lacks)]

    def months(self, view: Readiness) -> None:
        """Add the spread of shareable records over the months, and private ones from months without any."""
        _ = self.words
        if not any(month.shareable for month in view.months) and not view.forgotten:
            return
        self._heading(_("Spread over the year: shareable records per month"))
        spread = "  ".join(f"{month_short(month.month, _)} {month.shareable}" for month in view.months)
        self.rows += text_rows(f"  {spread}", self.width, "text", indent=2)
        if view.forgotten:
            self.rows += text_rows(_("Private, from months with nothing shareable. Perhaps this?"), self.width)
        for one in view.forgotten:
            self._line([on_its_day(one.date, safe_line(one.text[:_LONGEST]), _, self.signs)], one.id)

    def mirror(self, view: Readiness) -> None:
        """Add the levels where the user and another person differ."""
        _ = self.words
        lines = [(claim, other) for claim in view.claims for other in claim.others if other.level != claim.level]
        if lines:
            self._heading(_("What I say, what others say"))
        for claim, other in lines:
            words = _("{skill}: I say {mine}, {who} says {theirs}").format(
                skill=safe_line(claim.title),
                mine=level_short(claim.level, claim.scale, _),
                who=who_words(other.who, _),
                theirs=level_short(other.level, claim.scale, _),
            )
            self._line([words], other.id)

    def agreements(self, view: Readiness) -> None:
        """Add the agreements of both sides and their states."""
        if view.agreements:
            self._heading(self.words("What was agreed, on both sides"))
        for promise in view.agreements:
            done = True if promise.state == "done" else False if promise.late else None
            self._line(self._promise(promise), promise.id, fine=done)

    def _promise(self, promise: Promise) -> list[str]:
        _ = self.words
        owner = capital(choice_label("owner", promise.owner, _, "agreement")) if promise.owner else ""
        due = _("by {day}").format(day=self.signs.own(day_short(promise.due, _))) if promise.due else ""
        unknown = promise.state == "unknown"
        state = state_word("unknown", _) if unknown else choice_label("state", promise.state, _, "agreement")
        return [safe_line(promise.text), owner, due, state]
