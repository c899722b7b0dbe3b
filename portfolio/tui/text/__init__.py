"""Spans, rows and wrapped lines as plain values. No Textual."""
