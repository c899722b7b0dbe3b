"""The colours of a theme as styles of Textual."""
