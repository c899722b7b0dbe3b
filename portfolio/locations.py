"""The paths of all files on this machine. Nothing is read or made, except what tells where they are.

LEERREIS_HOME puts the data file, the settings and the state in one folder. Without it settings and state go to the
system's folders for them, and the data file to Documents. State is never beside the data file, since that folder can be
synced.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from portfolio.machine import name_digest, own_folder
from portfolio.patience import NoAnswer, ask

FILE_NAME: Final = "leerreis.json"
EXAMPLE: Final = "leerreis-demo-"
"""How the name of the folder of an example portfolio begins."""
_APP: Final = "leerreis"


class Locations(NamedTuple):
    """Every path in use. All are absolute; none need exist."""

    data_file: str
    config_file: str
    themes_folder: str
    templates_folder: str
    profiles_folder: str
    state_folder: str
    shadow_folder: str
    drafts_folder: str
    pages_folder: str
    locks_folder: str
    undo_folder: str
    snapshots_folder: str
    absorbed_folder: str
    damaged_folder: str
    handed_over_folder: str
    inbox: str = ""
    """The inbox of the settings, beside the data file unless it is a whole path; empty for the usual one."""
    another_computers: str = ""
    """The state folder that would be used here, if it were not that of another computer."""


class CloudFolder(NamedTuple):
    """A folder on this machine that a sync client keeps."""

    name: str
    path: str


def find(
    environment: Mapping[str, str], file_option: str | None = None, configured_file: str | None = None
) -> Locations:
    """Find all locations. The data file is the first of: option, LEERREIS_FILE, settings, LEERREIS_HOME, Documents.

    The path of the settings does not depend on the data file: call this once to find them, and again with their
    content.
    """
    home = environment.get("LEERREIS_HOME", "")
    chosen = file_option or environment.get("LEERREIS_FILE") or configured_file
    if home:
        home = _absolute(home)
        config, state, fallback = home, os.path.join(home, "state"), os.path.join(home, FILE_NAME)
    else:
        from platformdirs import PlatformDirs  # 18 ms to import, so only when needed

        folders = PlatformDirs(_APP, appauthor=False)
        config, state = folders.user_config_dir, folders.user_state_dir
        if config == state:  # macOS and Windows use one folder for both
            state = os.path.join(state, "state")
        fallback = os.path.join(folders.user_documents_dir, "Leerreis", FILE_NAME) if not chosen else ""
    shared, state = state, own_folder(state)
    return Locations(
        data_file=_absolute(chosen) if chosen else fallback,
        config_file=os.path.join(config, "config.toml"),
        themes_folder=os.path.join(config, "themes"),
        templates_folder=os.path.join(config, "templates"),
        profiles_folder=os.path.join(config, "profiles"),
        state_folder=state,
        shadow_folder=os.path.join(state, "shadow"),
        drafts_folder=os.path.join(state, "drafts"),
        pages_folder=os.path.join(state, "pages"),
        locks_folder=os.path.join(state, "locks"),
        undo_folder=os.path.join(state, "undo"),
        snapshots_folder=os.path.join(state, "snapshots"),
        absorbed_folder=os.path.join(state, "absorbed"),
        damaged_folder=os.path.join(state, "damaged"),
        handed_over_folder=os.path.join(state, "handed over"),
        another_computers=shared if shared != state else "",
    )


def documents_folder() -> str:
    """The documents folder of the system, whether it exists or not."""
    from platformdirs import user_documents_dir

    return user_documents_dir()


def is_in_example(path: str) -> bool:
    """Whether the path is in the folder of an example portfolio, which is removed when the example is closed."""
    return any(part.startswith(EXAMPLE) for part in os.path.dirname(os.path.abspath(path)).split(os.sep))


def file_key(path: str) -> str:
    """A short name for files about the file at `path`, the same for every path that leads to it.

    It has a readable part for users who look into the state folder.
    """
    try:
        real = ask(path, lambda: os.path.realpath(path))
    except NoAnswer:  # a hung mount: the path itself is right unless it holds a link
        real = os.path.abspath(path)
    real = os.path.normcase(real)
    stem = "".join(c for c in os.path.basename(real).partition(".")[0] if c.isalnum() or c in "-_")[:40]
    return f"{stem or _APP}-{name_digest(os.fsencode(real))}"


def cloud_folders(environment: Mapping[str, str], home: str) -> tuple[CloudFolder, ...]:
    """The personal cloud folders that exist here, found by the default names of their clients."""
    found = [("OneDrive", environment[name]) for name in _ONEDRIVE if environment.get(name)]
    found += [(name, os.path.join(home, path)) for name, path in _ELSEWHERE]
    found += [*_named_in(home), *_named_in(os.path.join(home, "Library", "CloudStorage"))]
    names: dict[str, str] = {}
    for name, path in found:
        names.setdefault(os.path.normpath(path), name)
    return tuple(CloudFolder(name, path) for path, name in names.items() if os.path.isdir(path))


def cloud_of(path: str, clouds: Iterable[CloudFolder]) -> CloudFolder | None:
    """The cloud folder that holds a path; None when there is none."""
    real = os.path.realpath(path)
    return next((c for c in clouds if real.startswith(os.path.join(os.path.realpath(c.path), ""))), None)


_ONEDRIVE: Final = ("OneDriveConsumer", "OneDrive", "OneDriveCommercial")  # set by the client on Windows
_CLIENTS: Final = {  # the start of a folder name in the home folder -> its client
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "proton drive": "Proton Drive",
    "protondrive": "Proton Drive",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "seafile": "Seafile",
    "stack": "STACK",
    "mega": "MEGA",
}


_MARKS: Final = {  # a file that a client leaves in the folder that it keeps -> the client
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".seafile-data": "Seafile",
}


def client_of(path: str, clouds: Iterable[CloudFolder]) -> str:
    """The sync client that keeps the folder of this path, by its name or its marks; empty when none is known."""
    known = cloud_of(path, clouds)
    if known is not None:
        return known.name
    folder = os.path.realpath(path)
    while True:
        found = next((name for mark, name in _MARKS.items() if os.path.lexists(os.path.join(folder, mark))), "")
        above = os.path.dirname(folder)
        if found or above == folder:
            return found
        folder = above


_ELSEWHERE: Final = (  # places whose name does not name their client, relative to the home folder
    ("iCloud Drive", os.path.join("Library", "Mobile Documents", "com~apple~CloudDocs")),
    ("iCloud Drive", "iCloudDrive"),
    ("Syncthing", "Sync"),
)


def _named_in(folder: str) -> Iterable[tuple[str, str]]:
    """Folders whose names begin with a client's name: `Nextcloud2`, `Dropbox (Personal)`, `OneDrive-Personal`."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        for start, client in _CLIENTS.items():
            if name.lower().startswith(start) and not name[len(start) : len(start) + 1].isalpha():
                yield client, os.path.join(folder, name)


def _absolute(path: str) -> str:
    """The absolute path, with `~` expanded."""
    return os.path.abspath(os.path.expanduser(path))
