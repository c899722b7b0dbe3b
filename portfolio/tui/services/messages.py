"""What screens report to the app: facts, in the past tense. The app does the rest and a new look comes down.

They hold private words, so they have no representation that a log could print.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.journey.prompts.feedback_split import Part
    from portfolio.journey.prompts.if_then_plans import Plan
    from portfolio.journey.prompts.proposals import Proposal
    from portfolio.notebook.conflicts import Version
    from portfolio.notebook.export_request import ExportDraft
    from portfolio.store.file.snapshots import Snapshot


@dataclass(eq=False, repr=False)
class LeftForLater(Message):
    """Someone left a text before its end; what was written is kept."""

    writing: Entry


@dataclass(eq=False, repr=False)
class Discarded(Message):
    """The writer chose to throw away an unfinished text."""

    name: str
    stamp: str = ""
    """What it said when it was shown; empty for what is open on the screen."""


@dataclass(eq=False, repr=False)
class RecordAdded(Message):
    """A record was made without a form."""

    kind: str
    texts: Mapping[str, str]


@dataclass(eq=False, repr=False)
class FieldsChosen(Message):
    """A few fields of a record were set without a form: a state, a permission, a day."""

    id: str
    kind: str
    texts: Mapping[str, str]
    told: str = ""
    """What to say of it; empty: what was done, by its name."""


@dataclass(eq=False, repr=False)
class VersionChosen(Message):
    """Of a text that was changed on two computers one version was chosen; `seen` are the ids of those in sight."""

    id: str
    field: str
    version: Version
    seen: tuple[str, ...]


@dataclass(eq=False, repr=False)
class LinkChosen(Message):
    """Records were linked with something, or a link was taken away. What else they are linked with stays as it is."""

    ids: tuple[str, ...]
    field: str
    line: str
    """The id of what it is linked with, or the name of something new."""
    linked: bool


@dataclass(eq=False, repr=False)
class TagRenamed(Message):
    """Someone calls a tag something else; a name that is used already joins the two."""

    old: str
    new: str


@dataclass(eq=False, repr=False)
class ShareChosen(Message):
    """Records were marked as shareable, or as private again."""

    ids: tuple[str, ...]
    shareable: bool
    named: str = ""
    """How it is called where it was made private again, on one safe line; its row is gone from there afterwards."""


@dataclass(eq=False, repr=False)
class Deleted(Message):
    """Someone chose to delete records."""

    ids: tuple[str, ...]
    with_parts: bool = False
    """Whether what hangs on them goes too."""


@dataclass(eq=False, repr=False)
class NameTakenAway(Message):
    """Someone chose to let a person's name go; records that speak of them name a role from now on."""

    person: str
    role: str


@dataclass(eq=False, repr=False)
class HintPutAway(Message):
    """Someone does not want to see a hint again."""

    key: str


@dataclass(eq=False, repr=False)
class MilestoneTaken(Message):
    """Someone marked what was proposed as a milestone."""

    proposed: Proposal


@dataclass(eq=False, repr=False)
class FeedbackSplit(Message):
    """Someone divided the lines of feedback over skills; `seen` are the versions that were in sight."""

    id: str
    parts: tuple[Part, ...]
    seen: Mapping[str, Sequence[str]]


@dataclass(eq=False, repr=False)
class AgreementBecomes(Message):
    """Someone makes a goal, a step of `goal` or a need of what was agreed."""

    id: str
    into: str
    goal: str = ""


@dataclass(eq=False, repr=False)
class PlanAnswered(Message):
    """Someone said how it went with an if-then plan."""

    plan: Plan
    answer: str


@dataclass(eq=False, repr=False)
class UndoChosen(Message):
    """Someone took back the last change."""


@dataclass(eq=False, repr=False)
class RedoChosen(Message):
    """Someone did again what was taken back last."""


@dataclass(eq=False, repr=False)
class BroughtBack(Message):
    """Someone took records out of the bin."""

    ids: tuple[str, ...]


@dataclass(eq=False, repr=False)
class PurgeChosen(Message):
    """Someone chose, after a question, that the words of these records go for good."""

    ids: tuple[str, ...]


@dataclass(eq=False, repr=False)
class CopyChosen(Message):
    """Someone chose a copy of earlier to go back to."""

    copy: Snapshot


@dataclass(eq=False, repr=False)
class ExportChosen(Message):
    """Someone chose where a document goes; `force` after they said that it may take the place of a file."""

    leaving: ExportDraft
    path: str
    force: bool


@dataclass(eq=False, repr=False)
class ProfileChanged(Message):
    """Someone said who they are, or how their weeks go: fields of the profile, None for what is not so any more."""

    values: Mapping[str, Any]


@dataclass(eq=False, repr=False)
class PlaceChosen(Message):
    """Someone chose where their portfolio lives from now on; with `join` a file of it lies there already."""

    path: str
    join: bool
