"""What is kept on this computer only: drafts, undo history, documents that were handed over."""
