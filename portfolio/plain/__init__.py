"""Plain mode: the questions and lists of the app as lines of text, for screen readers and very small terminals.

It reads a line and prints lines. Nothing is drawn, coloured or moved.
"""
