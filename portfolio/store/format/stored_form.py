"""Convert a record to a document of the data file and back.

The plain fields of a document hold its id and the shown values, so that anyone can read it. Beside them are

- `_v`: per field "head gone gone ...", and under "*" the one version of every plain field that is not listed;
- `_alt`: per field the versions that differ from the plain value, by id;
- `_del`: deletion markers with what they saw, those taken back, and purged ids.

Every choice made here is a function of the record alone, so two machines with the same record write the same bytes. A
document written by hand is read too: missing ids are derived from its values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from portfolio.records.identity import milliseconds_of
from portfolio.store.versions.shown_version import shown_value
from portfolio.store.versions.values import Json, same, spelled
from portfolio.store.versions.version_ids import derived_vid, is_vid, vid_time
from portfolio.store.versions.version_set import NEVER_DELETED, Deletion, Entry, VersionSet, settled

GROUPS: Final = ("answers", "sheet", "anchors")
"""Fields whose keys are versioned one by one."""
_RESERVED: Final = frozenset(("id", "_v", "_alt", "_del"))
_RENAMED: Final = {"*": "_*"}  # "*" means "all others" in `_v`
_NO_HEAD: Final = "-"


def flat(values: Mapping[str, Json]) -> dict[str, Json]:
    """Flatten groups into fields of their own: `{"answers": {"learned": "x"}}` -> `answers.learned`."""
    fields: dict[str, Json] = {}
    for name, value in values.items():
        if name in GROUPS and isinstance(value, dict) and value:
            fields |= {f"{name}.{key}": each for key, each in value.items()}
        elif name not in _RESERVED:
            fields[_RENAMED.get(name, name)] = value
    return fields


def nested(fields: Mapping[str, Json]) -> dict[str, Json]:
    """Nest the fields of groups again; a value of None is left out."""
    values: dict[str, Json] = {}
    groups: dict[str, Json] = {}
    for name, value in fields.items():
        group, _dot, key = name.partition(".")
        if value is None:
            continue
        if _looks_grouped(name):
            inner = groups.setdefault(group, {})
            assert isinstance(inner, dict)  # noqa: S101 - made one line up
            inner[key] = value
        else:
            values[name] = value
    return values | groups


def encode(record_id: str, entry: Entry) -> dict[str, Json]:
    """The document of a record."""
    shown = {name: shown_value(name, field.heads) for name, field in entry.fields.items()}
    grouped = {name.partition(".")[0] for name, value in shown.items() if "." in name and value is not None}
    plain_ones = {name: _fits_plain(name, value, grouped) for name, value in shown.items()}
    document = nested({name: value for name, value in shown.items() if plain_ones[name]})
    common = _common_vid(entry, shown, plain_ones)
    versions: dict[str, Json] = {} if common is None else {"*": common}
    others: dict[str, Json] = {}
    for name, field in entry.fields.items():
        first, *rest = sorted(field.heads, reverse=True) or [_NO_HEAD]
        alternatives = {vid: field.heads[vid] for vid in rest}
        if field.heads and not (plain_ones[name] and same(shown[name], field.heads[first])):
            alternatives[first] = field.heads[first]
        if alternatives:
            others[name] = alternatives
        plain = shown[name] is not None and plain_ones[name] and not alternatives and not field.gone
        if not (plain and first == common):
            versions[name] = " ".join((first, *sorted(field.gone)))
    document["id"] = record_id
    document["_v"] = versions
    if others:
        document["_alt"] = others
    if entry.deletion != NEVER_DELETED:
        heads, gone, purged = entry.deletion
        marks: dict[str, Json] = {"heads": {v: list[Json](sorted(seen)) for v, seen in heads.items()}}
        marks |= {"gone": list[Json](sorted(gone))} if gone else {}
        document["_del"] = marks | ({"purged": list[Json](sorted(purged))} if purged else {})
    return document


def decode(record_id: str, document: Mapping[str, Json]) -> Entry:
    """The record of a document; never fails, whatever was edited by hand."""
    plain = flat({f"_{name}" if _looks_grouped(name) else name: each for name, each in document.items()})
    if document.get("id", record_id) != record_id:
        plain["_id"] = document["id"]
    versions, others = document.get("_v"), document.get("_alt")
    listed = versions if isinstance(versions, dict) else {}
    alternatives = _alternatives(others)
    if others is not None and not alternatives:
        plain["_alt_unread"] = others
    common = listed.get("*")
    fields: dict[str, VersionSet] = {}
    for name in {**plain, **listed, **alternatives}:
        if name in _RESERVED or name == "*":
            continue
        listing = listed.get(name)
        tokens = listing.split() if isinstance(listing, str) else []
        if not tokens and is_vid(common) and name in plain:
            tokens = [common]
        known = _sound(record_id, name, alternatives.get(name, {}))
        fields[name] = _field(record_id, name, tokens, known, plain)
    return settled(fields, _deletion(document.get("_del")))


def _field(
    record_id: str, name: str, tokens: list[str], known: dict[str, Json], plain: Mapping[str, Json]
) -> VersionSet:
    """One field from its listing in `_v`, its versions in `_alt` and its plain value."""
    gone = frozenset(filter(is_vid, tokens[1:]))
    heads = dict(known)
    first = tokens[0] if tokens else ""
    if is_vid(first) and first not in known:
        heads[first] = plain.get(name)
    elif name in plain and not (heads and same(plain[name], shown_value(name, heads))):
        # A plain value repeats what `_alt` shows; a different one was typed over it by hand.
        latest = max(heads, default="")
        base = vid_time(latest) + 1 if latest else milliseconds_of(record_id) or 0
        gone |= frozenset(heads)
        heads = {derived_vid(base, record_id, name, latest, spelled(plain[name])): plain[name]}
    return VersionSet({v: value for v, value in heads.items() if v not in gone}, gone)


def _looks_grouped(name: str) -> bool:
    """Whether a plain name could be taken for a key of a group."""
    group, dot, _key = name.partition(".")
    return bool(dot) and group in GROUPS


def _fits_plain(name: str, value: Json, grouped: Iterable[str]) -> bool:
    """Whether the plain fields can hold this value so that it is read back unchanged."""
    return name not in GROUPS or not ((isinstance(value, dict) and value) or name in grouped)


def _common_vid(entry: Entry, shown: Mapping[str, Json], plain_ones: Mapping[str, bool]) -> str | None:
    """The version that most plain fields have; of equals the smallest id."""
    count = Counter(
        next(iter(field.heads))
        for name, field in entry.fields.items()
        if len(field.heads) == 1 and not field.gone and shown[name] is not None and plain_ones[name]
    )
    return min(count, key=lambda vid: (-count[vid], vid)) if count else None


def _alternatives(others: Json) -> dict[str, dict[str, Json]]:
    """`_alt` in the right form; empty when any part of it is malformed."""
    if not isinstance(others, dict):
        return {}
    found = {name: versions for name, versions in others.items() if isinstance(versions, dict)}
    return found if len(found) == len(others) else {}


def _sound(record_id: str, name: str, versions: Mapping[str, Json]) -> dict[str, Json]:
    """Versions under valid ids: an id spoiled by hand is replaced by one derived from the value."""
    return {
        vid
        if is_vid(vid)
        else derived_vid(milliseconds_of(record_id) or 0, record_id, name, vid, spelled(value)): value
        for vid, value in versions.items()
    }


def _deletion(marks: Json) -> Deletion:
    """Deletion markers. Damaged ones are left out, which shows a record rather than hides it."""
    if not isinstance(marks, dict):
        return NEVER_DELETED
    heads = marks.get("heads")
    found = heads.items() if isinstance(heads, dict) else ()
    gone = frozenset(_vids(marks.get("gone")))
    sound = {vid: frozenset(_vids(seen)) for vid, seen in found if is_vid(vid) and vid not in gone}
    return Deletion(sound, gone, frozenset(_vids(marks.get("purged"))))


def _vids(value: Json) -> Iterator[str]:
    """The version ids in a list."""
    return (vid for vid in value if isinstance(vid, str) and is_vid(vid)) if isinstance(value, list) else iter(())
