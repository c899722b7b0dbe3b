"""The endings of file names and their formats: every command that writes a file follows its ending."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from portfolio.errors import UsageError
from portfolio.sanitise import clean_line
from portfolio.wording import N_

STDOUT: Final = "-"
"""In place of a path: print to stdout."""
ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "md": ("md", "markdown"),
    "html": ("html", "htm"),
    "docx": ("docx",),
    "pdf": ("pdf",),
    "txt": ("txt",),
}
"""The endings of each document format, the usual one first."""
_OF_OTHERS: Final = frozenset(
    ["doc", "odt", "rtf", "epub", "tex", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "json", "toml", "xml",
     "svg", "png", "jpg", "jpeg", "gif", "ics", "zip", "eml"]
)  # fmt: skip
"""Endings of formats that no document here has; a file with such a name would not open."""


def ending_of(path: str) -> str:
    """The ending of a file name in lower case, without its point; empty when it has none."""
    return os.path.splitext(path)[1].lstrip(".").lower()


def format_of(path: str) -> str:
    """The document format of a file name; empty when its ending belongs to none."""
    ending = ending_of(path)
    return next((form for form, endings in ENDINGS.items() if ending in endings), "")


def format_for(path: str, named: str | None = None) -> str:
    """The format of a document at `path`, given the `named` format if the user gave one; Markdown when printed.

    Raises UsageError when the two contradict each other, and when neither gives a format.
    """
    if path in ("", STDOUT):
        return named or "md"
    found = format_of(path)
    if named and (found or named) == named and ending_of(path) not in _OF_OTHERS:
        return named
    if named:
        raise UsageError(
            N_("This document is {format}; give the file a name that ends in .{format}. Nothing was written."),
            format=named,
        )
    if not found:
        refuse_other_endings(path, *ENDINGS)
    return found


def refuse_other_endings(path: str, *usual: str) -> None:
    """Raise UsageError for a file name with another ending than these; printing needs no name."""
    if path == STDOUT or ending_of(path) in usual:
        return
    if ending_of(path) in _OF_OTHERS or format_of(path):  # it says something else than is in the file
        raise UsageError(
            N_("“{name}” can't be a .{ending} file: give it a name that ends in {endings}. Nothing was written."),
            endings=", ".join(f".{ending}" for ending in usual),
            ending=ending_of(path),
            name=clean_line(os.path.basename(path)),
        )
    raise UsageError(
        N_("“{name}” does not say what is in the file: give it a name that ends in {endings}. Nothing was written."),
        endings=", ".join(f".{ending}" for ending in usual),
        name=clean_line(os.path.basename(path)),
    )
