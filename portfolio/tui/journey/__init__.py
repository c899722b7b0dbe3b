"""The place Journey."""
