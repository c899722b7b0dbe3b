"""The settings, and the question of the first start."""
