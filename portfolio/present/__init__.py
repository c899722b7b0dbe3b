"""Titles and values of records in words, for every face and every document. Pure."""
