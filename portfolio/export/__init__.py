"""Shared views -> documents, and the files that hold them. Nothing here sees a private record, except `copy`."""
