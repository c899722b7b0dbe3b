"""The bytes of the data file: canonical lines, the document of a record, strict reading."""
