"""The Goals place."""
