"""Data kept on this computer only: drafts, the undo history, copies of exported documents."""
