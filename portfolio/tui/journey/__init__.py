"""The Journey place."""
