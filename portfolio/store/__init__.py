"""The data file: its versions, its canonical bytes, and the code that reads and writes it."""
