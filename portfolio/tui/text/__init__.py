"""Styled text as plain values: spans, lines, wrapping and cutting. Does not import Textual."""
