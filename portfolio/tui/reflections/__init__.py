"""The Reflections place."""
