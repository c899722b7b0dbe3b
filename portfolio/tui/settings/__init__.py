"""The settings, and the questions of the first start."""
