"""The private log of what was handed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portfolio.records import fields as field
from portfolio.records.record import Record


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Export(Record):
    """A document that was made: what sort, for whom, with which records, and the digest of its bytes."""

    kind: ClassVar[str] = "export"
    title_field: ClassVar[str] = "sort"

    made: str | None = field.text()
    sort: str | None = field.text()
    language: str | None = field.text()
    recipient: str | None = field.text()
    items: tuple[str, ...] = field.links()
    sha256: str | None = field.text()
