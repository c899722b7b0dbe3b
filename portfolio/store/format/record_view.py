"""One record as it is shown: its plain values, its conflicts and its times.

It is made from a document of the data file; the versions in that are parsed only when a property needs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from portfolio.records.identity import instant_of, milliseconds_of
from portfolio.store.format.stored_form import decode
from portfolio.store.versions.shown_version import SETTLED
from portfolio.store.versions.values import Json, spelled
from portfolio.store.versions.version_ids import is_vid, vid_time
from portfolio.store.versions.version_set import Entry, is_live


class Shown:
    """A record's values, the versions of a text that are not shown, and when it was made and changed."""

    __slots__ = ("_marks", "_others", "_versions", "id", "table", "values")

    def __init__(self, table: str, document: dict[str, Json]) -> None:
        """`document` is a freshly parsed document of the data file; this object takes it over and changes it."""
        self._versions = document.pop("_v", None)
        self._others = document.pop("_alt", None)
        self._marks = document.pop("_del", None)
        self.table: Final = table
        self.id: Final = str(document.pop("id"))
        self.values: Final = document

    def __repr__(self) -> str:
        """The record for a failing test; users never see it."""
        return f"Shown({self.table!r}, {self.id!r}, {self.values!r})"

    @property
    def conflicts(self) -> dict[str, list[Json]]:
        """Per field (a group's as `answers.learned`) the other values that wait for a choice; None is "cleared"."""
        others = self._others
        found: dict[str, list[Json]] = {}
        for name, versions in others.items() if isinstance(others, dict) else ():
            if name in SETTLED or name[:1] == "_" or not isinstance(versions, dict):
                continue
            shown = spelled(self._plain(name))
            distinct = {spelled(versions[vid]): versions[vid] for vid in sorted(versions, reverse=True)}
            distinct.pop(shown, None)
            if distinct:
                found[name] = list(distinct.values())
        return found

    @property
    def deleted(self) -> bool:
        """Whether the record is in the bin, or was purged."""
        return self._marks is not None and not is_live(self._entry())

    @property
    def deleted_at(self) -> datetime | None:
        """When it was last moved to the bin; None when it is not there."""
        marks = self._entry().deletion.heads if self.deleted else {}
        return instant_of(max(map(vid_time, marks))) if marks else None

    @property
    def has_words(self) -> bool:
        """Whether it has any content; a purged record has none."""
        return bool(self.seen)

    @property
    def created(self) -> datetime:
        """When it was made: the time in its id, else that of its oldest version."""
        made = milliseconds_of(self.id)
        return instant_of(min(map(vid_time, self._heads()), default=0) if made is None else made)

    @property
    def modified(self) -> datetime:
        """When its latest version was made."""
        latest = max(self._heads(), default=None)
        return instant_of(vid_time(latest)) if latest else self.created

    @property
    def seen(self) -> Mapping[str, tuple[str, ...]]:
        """The current versions by field: those that an edit which starts here can replace."""
        fields = self._entry().fields
        return {name: tuple(sorted(field.heads)) for name, field in fields.items() if field.heads}

    def _entry(self) -> Entry:
        """The record with its versions."""
        kept = {"_v": self._versions, "_alt": self._others, "_del": self._marks}
        return decode(self.id, {**self.values, **{name: each for name, each in kept.items() if each is not None}})

    def _plain(self, name: str) -> Json:
        """The plain value of a field in the document."""
        group, _dot, key = name.partition(".")
        inner = self.values.get(group)
        return self.values.get(name, inner.get(key) if isinstance(inner, dict) else None)

    def _heads(self) -> list[str]:
        """The ids of all current versions."""
        versions, others = self._versions, self._others
        listed = [str(each).partition(" ")[0] for each in versions.values()] if isinstance(versions, dict) else []
        sets = others.values() if isinstance(others, dict) else ()
        apart = [vid for each in sets if isinstance(each, dict) for vid in each]
        return [vid for vid in (*listed, *apart) if is_vid(vid)]
