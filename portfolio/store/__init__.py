"""The one data file: its versions, its canonical bytes, and the way in and out of it."""
