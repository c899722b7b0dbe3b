"""Titles and values of records in words, shared by the app, the command line and the documents. Pure."""
