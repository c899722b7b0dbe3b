"""The views that a picture, its text, its SVG and the documents read: one module a picture."""
