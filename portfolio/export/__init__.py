"""Turn shared records into documents and files. Nothing here gets a private record, except `copy`."""
