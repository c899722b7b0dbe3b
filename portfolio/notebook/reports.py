"""What the store reports, for both faces: they open the portfolio through the notebook and know no module below it."""

from portfolio.store.copies.conflict_copies import Manner
from portfolio.store.file.probe import reason_of
from portfolio.store.file.snapshots import Snapshot
from portfolio.store.format.canonical import State
from portfolio.store.local import stdin_files
from portfolio.store.local.undo import Action
from portfolio.store.merge_report import Arrival
from portfolio.store.notices import Notice
from portfolio.store.three_way import merge_versions

__all__ = ["Action", "Arrival", "Manner", "Notice", "Snapshot", "State", "merge_versions", "reason_of", "stdin_files"]
