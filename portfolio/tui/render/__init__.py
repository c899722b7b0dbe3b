"""Records as lines of text, for every place. No Textual."""
