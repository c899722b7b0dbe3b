"""The place Reflections."""
