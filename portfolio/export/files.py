"""Name and write exported files: safe names, nothing overwritten unasked, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Collection
from typing import Final

from portfolio import atomic
from portfolio.errors import DATA_OR_STATE, PortfolioError, reason_of, safe
from portfolio.export.endings import format_of
from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words

_LONGEST: Final = 60
_RESERVED: Final = re.compile(r"con|prn|aux|nul|conin|conout|(?:com|lpt)[0-9]")
"""Names of devices on Windows, with any ending ("Naming Files, Paths, and Namespaces", Microsoft Learn)."""


class NotWritten(PortfolioError):
    """The file was not written; nothing on the disk was changed."""

    exit_status = DATA_OR_STATE

    def sentence(self, _: Words) -> str:
        """The sentence, with the reason of the system in the same language."""
        reason = str(self.parameters.get("reason", ""))
        return _(self.message).format(**safe({**self.parameters, "reason": _(reason)}))


def slug(words: str, otherwise: str = "portfolio") -> str:
    """Text as a part of a file name: a-z, 0-9 and dashes, at most 60 characters, never a path or a device name."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-") or otherwise
    return f"{name[: _LONGEST - 5]}-file" if _RESERVED.fullmatch(name) else name


def file_name(title: str, ending: str) -> str:
    """The proposed file name of a document with this title; it has no folder, time or machine name in it."""
    return f"{slug(title)}.{slug(ending, 'txt')}"


def digest(data: bytes) -> str:
    """The SHA-256 of these bytes in hexadecimal, by which the private log identifies a document."""
    return hashlib.sha256(data).hexdigest()


def save(path: str, data: bytes, *, force: bool = False, never: Collection[str] = ()) -> None:
    """Write a document, readable for this user only. Raises NotWritten.

    An existing file stays, unless `force`. A link, a folder and the files of `never` (the portfolio itself) are never
    replaced. Nothing is left behind when it fails.
    """
    name = clean_line(path)
    if "\0" in path:
        raise NotWritten(N_("“{name}” cannot be the name of a file; nothing was written."), name=name)
    if not path or os.path.isdir(path) or path.endswith(("/", os.sep)):
        raise NotWritten(N_("“{name}” is a folder; nothing was written. Add the name of a file."), name=name)
    if os.path.realpath(path) in {os.path.realpath(other) for other in never}:
        raise NotWritten(N_("“{name}” is your portfolio itself; nothing was written. Choose another name."), name=name)
    if os.path.islink(path):
        raise NotWritten(
            N_("“{name}” is a link to another place; nothing was written. Choose another name."), name=name
        )
    if os.path.exists(path) and not os.path.isfile(path):
        raise NotWritten(N_("“{name}” is not an ordinary file; nothing was written. Choose another name."), name=name)
    try:
        if force and os.path.exists(path):
            atomic.write(path, data)
        else:
            atomic.create(path, data)
    except FileExistsError:
        raise NotWritten(
            N_("“{name}” is there already and stays as it is. Choose another name, or use --force to replace it."),
            name=name,
        ) from None
    except FileNotFoundError:
        folder = clean_line(os.path.dirname(path))
        raise NotWritten(N_("The folder “{folder}” is not there; nothing was written."), folder=folder) from None
    except OSError as failure:
        message = N_("“{name}” could not be written: {reason}.")
        raise NotWritten(message, name=name, reason=reason_of(failure)) from failure


def target(path: str, name: str, form: str, *, only: bool = False) -> tuple[str, bool]:
    """The file that a typed path means, and whether it exists; in a folder, `name` is used.

    Without an ending that a document can have, that of `form` is added: a wrong ending would open a program that cannot
    read it. `only` that ending will do when it can be made in no other form.
    """
    file = os.path.join(path, f"{os.path.splitext(name)[0]}.{form}") if os.path.isdir(path) else path
    if format_of(file) != form if only else not format_of(file):
        file += f".{form}"
    return file, os.path.exists(file)
