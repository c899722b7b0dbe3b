"""The bin and the backups."""
