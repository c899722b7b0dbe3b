"""Deliver a result: to stdout, or as a file written atomically."""

from __future__ import annotations

from portfolio.cli.context import Context
from portfolio.export import files
from portfolio.export.endings import STDOUT


def deliver(data: bytes, to: str, context: Context, *, force: bool) -> bool:
    """Print the text or write the file; whether a file was written. Raises NotWritten when it cannot be made."""
    if to == STDOUT:
        context.write(data.decode("utf-8"))
        return False
    files.save(to, data, force=force, never=(context.locations.data_file,))
    return True
