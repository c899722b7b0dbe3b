"""Handing over: choosing, checking and saving a document."""
