"""Where a portfolio can live on this computer: the folders that are offered, and what a typed path means."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from portfolio.locations import FILE_NAME, CloudFolder, cloud_of, file_key
from portfolio.sanitise import clean_line
from portfolio.wording import Words


class Surroundings(NamedTuple):
    """What was found on this machine."""

    documents: str = ""
    """The folder for documents, where the system has one."""
    clouds: tuple[CloudFolder, ...] = ()


class Offered(NamedTuple):
    """One folder to choose."""

    cloud: str
    """Whose cloud folder it is; empty for the documents."""
    path: str
    """The data file that would lie there."""


def offered(data_file: str, around: Surroundings) -> tuple[Offered, ...]:
    """The folders that are not where the file is already: the documents, then the cloud folders."""
    documents = [Offered("", _in(around.documents))] if around.documents else []
    clouds = [Offered(cloud.name, _in(cloud.path)) for cloud in around.clouds]
    return tuple(each for each in (*documents, *clouds) if file_key(each.path) != file_key(data_file))


def cloud_name(path: str, clouds: Iterable[CloudFolder]) -> str:
    """Whose cloud folder a path lies in; empty when in none that is known."""
    cloud = cloud_of(path, clouds)
    return clean_line(cloud.name) if cloud else ""


def _in(folder: str) -> str:
    return os.path.join(folder, "Leerreis", FILE_NAME)


def shown(path: str) -> str:
    """A path as people know it: their own folder as ~."""
    home = os.path.join(os.path.expanduser("~"), "")
    return clean_line(f"~{os.sep}{path.removeprefix(home)}" if path.startswith(home) else path)


def whole_path(typed: str) -> str:
    """The whole path that a typed one means, counted from a person's own folder; empty when it means none."""
    path = os.path.expanduser(typed.strip().strip("\"'"))
    if not path or path.startswith("~"):  # nobody of that name has a folder here
        return ""
    return os.path.normpath(os.path.join(os.path.expanduser("~"), path))


def as_file(typed: str) -> str:
    """The data file that a typed path means: a folder gets a file of our name in it. Empty when it means none."""
    path = whole_path(typed)
    if not path:
        return ""
    return path if path.lower().endswith(".json") else os.path.join(path, FILE_NAME)


def told_of(typed: str, _: Words) -> str:
    """What someone who types a path is told: the whole path that it means, or what to type."""
    path = as_file(typed)
    if path:
        return shown(path)
    if typed.strip():
        return _("There is no folder of that person on this computer.")
    return _("Type the path of a folder or a file.")
