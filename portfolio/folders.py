"""Where a portfolio can be on this computer: the folders to choose from, and the meaning of a typed path."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from portfolio.locations import FILE_NAME, CloudFolder, cloud_of, file_key
from portfolio.sanitise import clean_line
from portfolio.wording import Words


class Surroundings(NamedTuple):
    """The folders found on this machine."""

    documents: str = ""
    """The documents folder; empty when the system has none."""
    clouds: tuple[CloudFolder, ...] = ()


class Offered(NamedTuple):
    """A folder to choose."""

    cloud: str
    """The name of the cloud service; empty for the documents folder."""
    path: str
    """The path of the data file in it."""


def offered(data_file: str, around: Surroundings) -> tuple[Offered, ...]:
    """The folders to choose from, except where the file is already: the documents folder, then cloud folders."""
    documents = [Offered("", _in(around.documents))] if around.documents else []
    clouds = [Offered(cloud.name, _in(cloud.path)) for cloud in around.clouds]
    return tuple(each for each in (*documents, *clouds) if file_key(each.path) != file_key(data_file))


def cloud_name(path: str, clouds: Iterable[CloudFolder]) -> str:
    """The name of the cloud service whose folder holds a path; empty when it is in no known one."""
    cloud = cloud_of(path, clouds)
    return clean_line(cloud.name) if cloud else ""


def _in(folder: str) -> str:
    return os.path.join(folder, "Leerreis", FILE_NAME)


def shown(path: str) -> str:
    """A path for the user, with the home folder as ~."""
    home = os.path.join(os.path.expanduser("~"), "")
    return clean_line(f"~{os.sep}{path.removeprefix(home)}" if path.startswith(home) else path)


def whole_path(typed: str) -> str:
    """The absolute path of a typed one, relative to the home folder; empty when it is invalid."""
    path = os.path.expanduser(typed.strip().strip("\"'"))
    if not path or path.startswith("~"):  # no user of that name has a home folder here
        return ""
    return os.path.normpath(os.path.join(os.path.expanduser("~"), path))


def of_dropped(path: str) -> str:
    """A path as it is on the disk: a terminal in which a file is dropped can put backslashes before its spaces."""
    unescaped = path.replace("\\ ", " ")
    return unescaped if os.path.exists(unescaped) and not os.path.exists(path) else path


def as_file(typed: str) -> str:
    """The data file that a typed path means; a folder gets a file with our name. Empty when the path is invalid."""
    path = whole_path(typed)
    if not path:
        return ""
    return path if path.lower().endswith(".json") else os.path.join(path, FILE_NAME)


def path_hint(typed: str, _: Words) -> str:
    """The hint under a typed path: the absolute path that it means, or what to type."""
    path = as_file(typed)
    if path:
        return shown(path)
    if typed.strip():
        return _("There is no folder of that person on this computer.")
    return _("Type the path of a folder or a file.")
