"""The colours of a theme as Textual styles."""
