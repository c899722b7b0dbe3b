"""The data file and its shadow: probing, locking and snapshots."""
