"""The place Goals."""
