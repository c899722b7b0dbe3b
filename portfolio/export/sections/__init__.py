"""The sections of the documents. Each is made from shared records, and left out when it is empty."""
