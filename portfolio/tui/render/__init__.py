"""Records as lines of text, shared by all places. Does not import Textual."""
