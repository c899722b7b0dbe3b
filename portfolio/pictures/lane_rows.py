"""The rows of the lanes from top to bottom: which there are, and which are left out for lack of room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, NamedTuple

from portfolio.journey.facts.marks import GoalLane, Mark, SkillLane
from portfolio.journey.facts.period import Period
from portfolio.journey.views.lanes import Lanes
from portfolio.pictures.axis import Axis
from portfolio.pictures.canvas import Role, safe_line
from portfolio.pictures.lane_captions import CAPTIONED, in_rows, words_of
from portfolio.pictures.signs import Signs
from portfolio.text import cells
from portfolio.wording import Words

_WIDEST_LABEL: Final = 29
"""The width of the labels in cells, with a blank after them, on less than a hundred columns."""
_WIDEST_LABEL_OF_MANY: Final = 35
_MOST_ENTRIES: Final = 10
"""The most entries whose words are drawn below their marks, each in a row of its own."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One row to draw below the axis. `kind` is empty for a lane, else the kind of row beside the lanes."""

    label: str = ""
    role: Role = "label"
    goal: GoalLane | None = None
    captions: tuple[Mark, ...] = ()
    skill: SkillLane | None = None
    marks: tuple[Mark, ...] = ()
    kind: str = ""
    """"title" of stories and milestones, "words" of an entry, or "blank"."""
    weight: int = 0
    """Of rows with titles the lightest give way first."""


_BLANK: Final = Lane(kind="blank")


def axis_beside_labels(view: Lanes, width: int, _: Words) -> Axis:
    """Return the axis beside the widest label, as far as there is room for labels."""
    labels = [safe_line(goal.title) for goal in view.goals] + [safe_line(skill.title) for skill in view.skills]
    labels += [f"  {safe_line(skill.title)}" for goal in view.goals for skill in goal.skills]
    labels += [label for label, marks in _others(view, _) if marks]
    widest = max(map(cells, labels), default=0) + 1
    room = min(_WIDEST_LABEL if width < 100 else _WIDEST_LABEL_OF_MANY, max(12, width * 2 // 5))
    left = max(8, min(room, widest))
    return Axis(Period(view.period.since, view.ahead), left, width - left)


def _others(view: Lanes, _: Words) -> list[tuple[str, tuple[Mark, ...]]]:
    """Return the lanes of marks, each with its label."""
    return [
        (_("Moments"), view.moments),
        (_("Conversations"), view.conversations),
        (_("Feedback"), view.feedback),
        (_("Reflections"), view.entries),
    ]


class Rows(NamedTuple):
    """What the rows are made of: all lanes, and the same lanes as they are to be shown."""

    whole: Lanes
    shown: Lanes
    axis: Axis
    signs: Signs
    words: Words

    def plan(self, height: int) -> list[Lane]:
        """Return the rows that fit in `height` (0: any), from top to bottom, as many as for the whole lanes.

        Blank rows are left out first, then words of entries, the oldest first, second rows of titles, and titles, the
        lightest first.
        Without a height there are no blank rows.
        """
        found = self._rows(second=True)
        if len(found) > height:
            found = [lane for lane in found if lane.kind != "blank"]
        if height and len(found) > height:
            words = [lane for lane in found if lane.kind == "words"]
            gone = {id(lane) for lane in words[: len(found) - height]}
            found = [lane for lane in found if id(lane) not in gone]
        if height and len(found) > height:
            found = [lane for lane in self._rows(second=False) if lane.kind in ("", "title")]
            titles = sorted((lane for lane in reversed(found) if lane.kind), key=attrgetter("weight"))
            gone = {id(lane) for lane in titles[: max(len(found) - height, 0)]}
            found = [lane for lane in found if id(lane) not in gone]
        return found

    def _rows(self, *, second: bool) -> list[Lane]:
        found: list[Lane] = []
        for full, goal in zip(self.whole.goals, self.shown.goals, strict=True):
            found += [_BLANK] if found else []
            found.append(Lane(safe_line(goal.title), goal=goal))
            found += self._titles(full.marks, goal.marks, second=second)
            found += [Lane(f"  {safe_line(skill.title)}", "sublabel", skill=skill) for skill in goal.skills]
        for n, skill in enumerate(self.shown.skills):
            found += [_BLANK] if found and not n else []
            found.append(Lane(safe_line(skill.title), skill=skill))
        apart = bool(found)
        for (label, every), (_label, marks) in zip(self._marks(self.whole), self._marks(self.shown), strict=True):
            if every:
                found += [_BLANK] if apart else []
                found += [Lane(label, marks=marks), *self._titles(every, marks, second=second)]
                apart = False
        if len(self.whole.entries) <= _MOST_ENTRIES:
            with_words = [[mark] for mark in self.whole.entries if words_of(mark, self.words)]
            found += self._captions(with_words, self.shown.entries, "words")
        return found

    def _marks(self, view: Lanes) -> list[tuple[str, tuple[Mark, ...]]]:
        return _others(view, self.words)

    def _titles(self, every: Sequence[Mark], shown: Sequence[Mark], *, second: bool) -> list[Lane]:
        """Return the row, or two rows, with the titles of marks; a goal without any has none."""
        titled = [mark for mark in every if mark.kind in CAPTIONED]
        now = self.axis.column_of_today(self.whole.today)
        rows = in_rows(titled, self.axis, self.signs, self.words, now) if second else [titled]
        return self._captions(rows if titled else [], shown, "title")

    def _captions(self, rows: Sequence[Sequence[Mark]], shown: Sequence[Mark], kind: str) -> list[Lane]:
        """Return rows of captions without those that are not shown yet."""
        happened = {mark.id for mark in shown}
        return [
            Lane(
                captions=tuple(mark for mark in row if mark.id in happened),
                kind=kind,
                weight=max((CAPTIONED[::-1].index(mark.kind) for mark in row if mark.kind in CAPTIONED), default=0),
            )
            for row in rows
        ]
