"""The name of an action in the undo history: what it did to its record, not the fields it wrote.

A name is an English message id with its parameters, so that the history can be shown in either language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple

from portfolio.notebook.change import Change
from portfolio.records.collection import Records
from portfolio.records.decode import decode
from portfolio.records.identity import SHORT
from portfolio.records.kinds import KINDS, fields
from portfolio.records.problems import brief
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.store.format.canonical import State
from portfolio.store.format.stored_form import flat, nested
from portfolio.store.local.undo import Action, Step
from portfolio.store.versions.values import Json
from portfolio.text import cut_at_word
from portfolio.wording import LANGUAGES, N_, Words

Act = Literal["add", "edit", "delete", "delete_with_parts", "share", "unshare", "settle", "keep_role", "undelete"]

_ONE: Final[dict[Act, str]] = {
    "add": N_("{kind} “{title}” added"),
    "edit": N_("{kind} “{title}” changed"),
    "delete": N_("{kind} “{title}” deleted"),
    "delete_with_parts": N_("{kind} “{title}” deleted, with what belongs to it"),
    "share": N_("{kind} “{title}” made shareable"),
    "unshare": N_("{kind} “{title}” made private"),
    "settle": N_("{kind} “{title}”: one version chosen"),
    "keep_role": N_("{kind} “{title}”: name taken away"),
    "undelete": N_("{kind} “{title}” taken out of the bin"),
}
_MANY: Final[dict[Act, str]] = {
    "add": N_("{n} records added"),
    "edit": N_("{n} records changed"),
    "delete": N_("{n} records deleted"),
    "delete_with_parts": N_("{n} records deleted, with what belongs to them"),
    "share": N_("{n} records made shareable"),
    "unshare": N_("{n} records made private"),
    "settle": N_("{n} records: one version chosen"),
    "keep_role": N_("{n} records: name taken away"),
    "undelete": N_("{n} records taken out of the bin"),
}
_STATES: Final[dict[str, dict[Json, str]]] = {
    "goal": {
        "idea": N_("{kind} “{title}” kept as an idea"),
        "active": N_("{kind} “{title}” set to “under way”"),
        "paused": N_("{kind} “{title}” paused"),
        "achieved": N_("{kind} “{title}” achieved"),
        "dropped": N_("{kind} “{title}” dropped"),
    },
    "agreement": {
        "open": N_("{kind} “{title}” open again"),
        "in_progress": N_("{kind} “{title}” in progress"),
        "done": N_("{kind} “{title}” done"),
        "dropped": N_("{kind} “{title}” no longer holds"),
    },
    "request": {
        "open": N_("{kind} “{title}” open again"),
        "answered": N_("{kind} “{title}” answered"),
        "closed": N_("{kind} “{title}” closed"),
    },
    "conversation": {
        "preparing": N_("{kind} “{title}” in preparation again"),
        "held": N_("{kind} “{title}” held"),
        "closed": N_("{kind} “{title}” closed"),
    },
}
_STEP_DONE: Final = N_("{kind} “{title}” done")
_STEP_OPEN: Final = N_("{kind} “{title}” open again")
_LINKED: Final = N_("{kind} “{title}”: link added")
_UNLINKED: Final = N_("{kind} “{title}”: link taken away")
_BACK_TO: Final = N_("back to the backup of {when}")
_DISMISSED: Final = N_("hint on Today hidden")
_BESIDE_STATE: Final = frozenset({"state", "state_on", "state_reason", "achieved_on", "pauses", "start", "feedback"})
"""Fields that are written together with a state and are not counted as changes of their own."""
_BESIDE_DONE: Final = frozenset({"done_on", "state_on", "result"})
_NO_TITLE: Final = " “”"
_CUT: Final = "…"
_SHORTEST: Final = 9  # cells of a title that are always shown
_TITLE: Final = 50  # cells of a title that the history keeps


class Name(NamedTuple):
    """An English message id and its parameters."""

    label: str
    parameters: dict[str, Json]


def name_of(act: Act, asked: Sequence[str], changes: Sequence[Change], steps: Sequence[Step], before: State) -> Name:
    """The name of an action on the records that were `asked` for; `before` is the state that it changed."""
    if len(asked) != 1:
        return Name(_MANY[act], {"n": len(asked)})
    change = next((change for change in changes if change.id == asked[0]), None)
    if change is None:
        return Name(_MANY[act], {"n": 1})
    about = _record(change, before)
    if change.sort == "create" and about["kind"] == "profile" and set(change.values) <= {"dismissed", "date"}:
        return Name(_DISMISSED, {"n": 1, **about})
    found = [_edit(str(about["kind"]), step) for step in steps if step.record_id == change.id] if act == "edit" else []
    return Name((found[0] if found else "") or _ONE[act], {"n": 1, **about})


def back_to(at: datetime) -> Name:
    """The name of a restore of the backup that was made at this instant."""
    return Name(_BACK_TO, {"when": at.isoformat()})


def in_words(action: Action, _: Words, longest: int = 0) -> str:
    """An action in a few words: “learning goal “Meten” paused”.

    When that is more than `longest` characters the title is cut: what was done stays whole.
    """
    from portfolio.present.titles import sort_in_a_sentence

    about = {name: str(value) for name, value in action.parameters.items()}
    kind = sort_in_a_sentence(about.get("kind", ""), about.get("template", ""), _)
    title = brief(about.get(f"title_{_.language}") or about.get("title", ""))
    beside = len(_filled(action, kind, _CUT, _)) - len(_CUT)
    if longest and beside + len(title) > longest:
        title = cut_at_word(title, max(longest - beside, _SHORTEST))
    return _filled(action, kind, title, _)


def done_in_words(action: Action, _: Words, *, undo: str, **_keys: str) -> str:
    """A sentence that names an action, and the reason that was removed with a state; `undo` is the key for undo."""
    from portfolio.wording.names import capital

    named = _("{act}.").format(act=capital(in_words(action, _)))
    reason = brief(reason_let_go(action))
    if reason:
        gone = _("The reason “{reason}” was removed; {undo} brings it back.")
        named = f"{named} {gone.format(reason=reason, undo=undo)}"
    return named


def reason_let_go(action: Action) -> str:
    """The reason of a state that this act took off a record or replaced; empty when there was none."""
    for step in action.steps:
        before, after = step.before.get("state_reason"), step.after.get("state_reason")
        if before and before != after and step.deed == "edit":
            return str(before)
    return ""


def _filled(action: Action, kind: str, title: str, _: Words) -> str:
    n, when = action.parameters.get("n", 1), _when(action.parameters.get("when"), _)
    words = _(action.label).format(kind=kind, title=title, n=n, when=when)
    return words if title else words.replace(_NO_TITLE, "")


def _when(stored: Json, _: Words) -> str:
    """The moment in the name of an action, in words; empty when it has none."""
    from portfolio.wording.dates import moment

    try:
        return moment(datetime.fromisoformat(str(stored)), _) if stored else ""
    except ValueError:
        return ""


def _record(change: Change, before: State) -> dict[str, Json]:
    """Kind, template and title of a changed record, as the history stores them.

    The title is the one in every list. The parts of a title that are the app's own words differ by language; then each
    language has its own, as `title_nl`.
    """
    from portfolio.present.titles import heading

    shown = before.shown(change.id) if change.sort != "create" else None
    table = shown.table if shown else change.table
    values = {**flat(shown.values if shown else {}), **flat(change.values if change.sort != "settle" else {})}
    kind = KINDS.get(table, "")
    if not kind:
        return {"kind": kind, "title": change.id[-SHORT:]}
    record, others = decode(kind, change.id, nested(values)), Records(lambda _kind: (), lambda one: _read(one, before))
    english = _Listener("en")
    about: dict[str, Json] = {"kind": kind, "title": cut_at_word(clean_line(heading(record, others, english)), _TITLE)}
    if english.asked:
        words = ((each, Words(each)) for each in LANGUAGES if each != "en")
        about |= {f"title_{each}": cut_at_word(clean_line(heading(record, others, _)), _TITLE) for each, _ in words}
    template = getattr(record, "template", "")
    return about | ({"template": template} if template else {})


class _Listener(Words):
    """English words that note whether any were asked for: if not, a title is the user's own in every language.

    The catalogue of another language takes a tenth of the time of a save to load.
    """

    asked: bool = False

    def __call__(self, message: str) -> str:
        """Note it, and translate."""
        self.asked = True
        return super().__call__(message)

    def plural(self, one: str, many: str, n: int, said: str = "") -> str:
        """Note it, and translate."""
        self.asked = True
        return super().plural(one, many, n, said)

    def context(self, context: str, message: str) -> str:
        """Note it, and translate."""
        self.asked = True
        return super().context(context, message)


def _read(identity: str, state: State) -> Record | None:
    """A record that another one links to."""
    shown = state.shown(identity)
    kind = KINDS.get(shown.table) if shown else None
    return decode(kind, identity, shown.values) if shown and kind else None


def _edit(kind: str, step: Step) -> str:
    """The label of an edit that has a name of its own; else empty."""
    changed = {name for name in step.after if (step.before.get(name) or None) != (step.after[name] or None)}
    if "state" in changed and changed <= _BESIDE_STATE:
        return _STATES.get(kind, {}).get(step.after["state"], "")
    if kind == "step" and "done_on" in changed and changed <= _BESIDE_DONE:
        return _STEP_DONE if step.after["done_on"] else _STEP_OPEN
    if kind == "profile" and changed == {"dismissed"}:
        return _DISMISSED
    return _links(kind, changed, step)


def _links(kind: str, changed: Iterable[str], step: Step) -> str:
    """The label of an edit that only added links, or only removed some; else empty."""
    known = fields(kind) if kind in KINDS.values() else {}
    if not changed or any(name not in known or known[name].sort not in ("link", "links") for name in changed):
        return ""
    gained = lost = False
    for name in changed:
        before, after = _items(step.before.get(name)), _items(step.after[name])
        gained, lost = gained or bool(after - before), lost or bool(before - after)
    return "" if gained == lost else _LINKED if gained else _UNLINKED


def _items(value: Json) -> set[str]:
    """The ids in a link or in a list of links."""
    return {str(each) for each in (value if isinstance(value, list) else [value]) if each}
