"""What can be done with a record anywhere: open, share, delete, link, split, change its state."""
