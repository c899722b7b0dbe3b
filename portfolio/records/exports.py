"""The private log of exported documents."""

from __future__ import annotations

from typing import ClassVar

from portfolio.records import fields as field
from portfolio.records.record import Record


class Export(Record):
    """An exported document: its format, recipient and records, and the SHA-256 of its bytes."""

    kind: ClassVar[str] = "export"
    title_field: ClassVar[str] = "sort"

    made: str | None = field.text()
    sort: str | None = field.text()
    language: str | None = field.text()
    recipient: str | None = field.text()
    items: tuple[str, ...] = field.links()
    sha256: str | None = field.text()
