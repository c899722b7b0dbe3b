"""Check the health of the portfolio: everything that needs attention, one finding each."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, Protocol

from portfolio.errors import PortfolioError, safe
from portfolio.locations import CloudFolder, Locations, client_of
from portfolio.notebook.notebook import Notebook
from portfolio.present.titles import field_in_words
from portfolio.records.identity import is_id
from portfolio.records.problems import brief
from portfolio.records.record import Record
from portfolio.sanitise import clean_line
from portfolio.store.copies.copy_names import is_made_by_client, is_related
from portfolio.store.copies.recognition import is_renamed
from portfolio.store.local.undo import History
from portfolio.store.merge_report import Arrival
from portfolio.store.notices import Notice, ReasonedError
from portfolio.wording import N_, Words
from portfolio.wording.names import counted_kinds

_TO_DO: Final = {
    "missing": N_(
        "Nothing is lost. Put {path} back where it was, or recreate it from the copy on this computer "
        "with: leerreis merge --anew"
    ),
    "damaged": N_(
        "Nothing was changed in it. Put an earlier version in the place of {path}; or move it away, "
        "and recreate it with: leerreis merge --anew"
    ),
}
"""What to do about the file, by the kind of its notice."""
_LEFT: Final = {
    "newer": N_("{path} is a copy that a newer Leerreis wrote. It is left as it is; update Leerreis to merge it."),
    "damaged": N_(
        "{path} is a copy that cannot be read ({reason}). It is left as it is; perhaps it has not "
        "fully arrived yet. If this goes on, move it out of this folder."
    ),
    "unreachable": N_("{path} is perhaps a copy and cannot be opened ({reason}). It is left as it is."),
    "not_downloaded": N_(
        "{path} is perhaps a copy and is not on this computer yet. Let your cloud program download it."
    ),
}
_ANOTHERS: Final = N_(
    "{other} belongs to another computer, so this one keeps its private copy, drafts and undo in {path}. Let only "
    "your file be synced: put it in the synced folder with LEERREIS_FILE or the settings, and LEERREIS_HOME outside it."
)
_SYNCED: Final = N_(
    "{path} is synced by {client}. It holds this computer's private copy, drafts and undo. Let only your file be "
    "synced: put LEERREIS_HOME outside that folder, and name the file with LEERREIS_FILE."
)
_NOT_WRITABLE: Final = N_(
    "{path} cannot be written, so nothing can be saved: words go there first. Make it writable, or choose another "
    "place with LEERREIS_HOME."
)
PARTS: Final = {
    "shadow": N_("private copy of your portfolio"),
    "snapshots": N_("backups"),
    "drafts": N_("drafts"),
    "pages": N_("text that was kept for next time"),
    "undo": N_("what can be undone"),
    "absorbed": N_("copies that were merged and taken away"),
    "damaged": N_("copies that cannot be read"),
    "handed_over": N_("copies of what you handed over"),
    "locks": N_("locks between programs"),
}
"""What the folders in the state folder hold; `drafts_folder` of `Locations` is the path of "drafts"."""
_NEEDED: Final = frozenset({"shadow", "locks"})
"""Those without which nothing can be saved."""
_PART_NOT_WRITABLE: Final = N_(
    "{path} cannot be written, so this is not kept on this computer: {what}. Your words are saved. Make it writable."
)
_OTHER: Final = N_(
    "{path} is another portfolio. It is left as it is. Combine the two with: leerreis merge --other; "
    "to keep them apart, give it a name or a folder of its own."
)


class HasSentence(Protocol):
    """A notice or an error: anything with a sentence."""

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for."""


class Finding(NamedTuple):
    """One thing to do, or to know."""

    sort: str
    """"file", "copy", "other", "state", "settings", "two_versions" or "damaged_field"."""
    about: str
    """A path, or the id of a record."""
    message: HasSentence

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for."""
        return self.message.sentence(_)

    def as_json(self, _: Words) -> dict[str, str]:
        """The finding for a program."""
        return {"sort": self.sort, "about": self.about, "sentence": self.sentence(_)}


def check(notebook: Notebook) -> tuple[Finding, ...]:
    """Everything that needs attention; empty when there is nothing to do."""
    path = notebook.locations.data_file
    found = [Finding("file", path, notice) for notice in notebook.notices if notice.kind != "purged_elsewhere"]
    found += advice(notebook.notices, notebook)
    found += _in_header(notebook)
    found += _in_undo(notebook)
    if not notebook.exists:
        found.append(unreadable(path, PortfolioError(N_("There is no portfolio at {path} yet."), path=path)))
        found += _in_place_of(notebook)
    known = {str(n.parameters.get("kept")) for n in notebook.notices}
    found += [Finding("file", kept, notice) for kept, notice in notebook.copies.older() if kept not in known]
    found += _to_merge(notebook)
    found += left_beside(notebook)
    for record in notebook.read.records:
        found += _in_record(record)
    return tuple(found)


def check_folders(places: Locations, clouds: Iterable[CloudFolder]) -> Iterator[Finding]:
    """Problems of the state folder: another computer's, synced, or not writable as a whole or in part."""
    path, client = places.state_folder, client_of(places.state_folder, clouds)
    if places.another_computers:
        yield _folder(_ANOTHERS, path, other=clean_line(places.another_computers))
    elif client:
        yield _folder(_SYNCED, path, client=client)
    if not _can_be_written(path):
        yield _folder(_NOT_WRITABLE, path)
        return
    for name, what in PARTS.items():
        part = getattr(places, f"{name}_folder")
        if not _can_be_written(part):
            message = PortfolioError(_NOT_WRITABLE, path=part) if name in _NEEDED else _PartNotWritable(part, what)
            yield Finding("state", part, message)


class _PartNotWritable(PortfolioError):
    """A folder in the state folder that cannot be written, with what it holds."""

    def __init__(self, path: str, what: str) -> None:
        """`what` is a message id."""
        super().__init__(_PART_NOT_WRITABLE, path=path, what=what)

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for."""
        return _(self.message).format(**safe({**self.parameters, "what": _(str(self.parameters["what"]))}))


def _folder(message: str, path: str, **more: str) -> Finding:
    return Finding("state", path, PortfolioError(message, path=clean_line(path), **more))


def _can_be_written(path: str) -> bool:
    """Whether a file can be made in this folder, or the folder itself when it does not exist."""
    while not os.path.lexists(path) and os.path.dirname(path) != path:
        path = os.path.dirname(path)
    try:
        status = os.stat(path)
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and bool(status.st_mode & 0o222) and os.access(path, os.W_OK | os.X_OK)


def _in_undo(notebook: Notebook) -> Iterator[Finding]:
    """A damaged undo history."""
    if History(notebook.locations).is_damaged():
        message = N_(
            "A part of what can be undone on this computer is damaged. Your words are whole. The next undo sets it "
            "aside in {path}."
        )
        folder = notebook.locations.damaged_folder
        yield Finding("state", notebook.locations.undo_folder, PortfolioError(message, path=folder))


def _in_header(notebook: Notebook) -> Iterator[Finding]:
    """A portfolio id that Leerreis does not make; copies are recognised by it."""
    path, identity = notebook.locations.data_file, notebook.read.state.portfolio_id
    if identity and not is_id(identity):
        message = N_(
            "The id by which copies of {path} are recognised is damaged: {id}. Your words are whole and can be "
            "changed. To give it a sound one, copy that line from a backup."
        )
        yield Finding("file", path, PortfolioError(message, path=path, id=clean_line(brief(identity))))


def advice(notices: Iterable[Notice], notebook: Notebook) -> Iterator[Finding]:
    """What to do about these notices of the file itself."""
    path = notebook.locations.data_file
    kinds = {n.kind for n in notices}
    for kind in kinds & set(_TO_DO):
        yield Finding("file", path, PortfolioError(_TO_DO[kind], path=path))
    if "missing" not in kinds and "not_in_file" in kinds and not os.path.exists(path):
        yield Finding("file", path, PortfolioError(_TO_DO["missing"], path=path))


def left_beside(notebook: Notebook) -> Iterator[Finding]:
    """Files beside the data file that belong to it by name or content and cannot be joined."""
    others = notebook.copies.others()
    for copy, _arrival in notebook.copies.beside():
        ours = copy.verdict != "unreachable" or is_related(copy.name, notebook.locations.data_file)
        if ours and copy.verdict in _LEFT:
            yield Finding("copy", copy.path, ReasonedError(_LEFT[copy.verdict], path=copy.path, reason=copy.reason))
    for path in others.values():
        yield Finding("other", path, PortfolioError(_OTHER, path=path))


def _to_merge(notebook: Notebook) -> Iterator[Finding]:
    """Copies to merge, each with what it holds."""
    file = notebook.locations.data_file
    for copy, arrival in notebook.copies.beside():
        if arrival is not None and (not arrival.brought.nothing or is_made_by_client(copy.name, file)):
            yield Finding("copy", copy.path, ToMerge(copy.path, arrival))


def _in_place_of(notebook: Notebook) -> Iterator[Finding]:
    """Copies that a sync client left where this computer never saw the file itself."""
    copies = [copy._replace(verdict="copy") for copy, _arrival in notebook.copies.beside() if copy.verdict == "other"]
    if is_renamed(copies, notebook.locations.data_file):
        message = N_("{path} is a portfolio. Recreate your file from it with: leerreis merge")
        for copy in copies:
            yield Finding("copy", copy.path, PortfolioError(message, path=copy.path))


class ToMerge(NamedTuple):
    """A copy that is not joined yet, or that is no longer needed."""

    path: str
    would: Arrival
    """What it would bring."""

    def sentence(self, _: Words) -> str:
        """What it holds, and what to do."""
        new, changed, both, _kept, purged = self.would.brought
        holds = [_("new: {what}").format(what=counted_kinds(new, _))] if new else []
        holds += [_("changed: {what}").format(what=counted_kinds(changed, _))] if changed else []
        holds += [_("deleted for good: {what}").format(what=counted_kinds(purged, _))] if purged else []
        if both:
            holds.append(_.plural("{n} text changed on both sides", "{n} texts changed on both sides", both))
        if not holds:
            message = _(
                "{path} is a copy whose words your file already holds. Let it be cleared away with: leerreis merge"
            )
            return message.format(path=clean_line(self.path))
        message = _("{path} is a copy with words that your file lacks ({what}). Bring them in with: leerreis merge")
        return message.format(path=clean_line(self.path), what="; ".join(holds))


class TwoVersions(NamedTuple):
    """A record with conflicts."""

    record: Record

    def sentence(self, _: Words) -> str:
        """The names of the fields in conflict, and what to do."""
        fields = ", ".join(field_in_words(self.record, name, _) for name in self.record.conflicts)
        message = _("{about}: two versions of {fields}. See both and choose with: leerreis edit {about}")
        return message.format(about=self.record.id, fields=fields)


def unreadable(path: str, failure: PortfolioError) -> Finding:
    """A file that could not be opened."""
    return Finding("file", path, failure)


def _in_record(record: Record) -> Iterator[Finding]:
    if record.conflicts:
        yield Finding("two_versions", record.id, TwoVersions(record))
    if record.damaged:
        message = N_("{about}: these fields cannot be read and count as not set: {fields}.")
        names = ", ".join(map(clean_line, record.damaged))
        yield Finding("damaged_field", record.id, PortfolioError(message, about=record.id, fields=names))
