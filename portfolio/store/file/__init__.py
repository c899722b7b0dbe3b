"""The data file and its shadow: reading, joining, saving and snapshots."""
