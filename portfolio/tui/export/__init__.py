"""Screens and dialogs to choose, check and save a document to share."""
