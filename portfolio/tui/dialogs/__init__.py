"""Small questions over a place."""
