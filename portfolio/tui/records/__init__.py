"""The actions on a record, available wherever records are shown: open, share, delete, link, split, change state."""
