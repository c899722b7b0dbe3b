"""Names of the store for the app and the command line, which import no module below the notebook."""

from portfolio.store.copies.conflict_copies import Manner
from portfolio.store.file.snapshots import Snapshot
from portfolio.store.format.canonical import State
from portfolio.store.local import stdin_files
from portfolio.store.local.undo import Action
from portfolio.store.merge_report import Arrival
from portfolio.store.notices import Notice
from portfolio.store.three_way import merge_versions

__all__ = ["Action", "Arrival", "Manner", "Notice", "Snapshot", "State", "merge_versions", "stdin_files"]
