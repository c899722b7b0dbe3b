"""Dialogs: small questions shown over a place."""
