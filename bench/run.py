"""Speed as ratios: other programs and ours do the same work in turn, in one run, on this machine.

Absolute times say little about a machine that others use too; the ratio of two measured side by side does. Prints a
table: the work, ours, theirs, the ratio, the most it may be. Exit status 1 when a ratio is above its bound.
`run.py keys memory` measures only those groups.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import commands
import journey
import keys
import lifetime
import memory
import starting
import storage
from table import HEAD, Row

GROUPS: Final[dict[str, Callable[[Path], Iterator[Row]]]] = {
    "commands": commands.rows,
    "starting": starting.rows,
    "keys": keys.rows,
    "journey": journey.rows,
    "lifetime": lifetime.rows,
    "storage": storage.rows,
    "memory": memory.rows,
}


def main(names: list[str]) -> int:
    """Measure these groups, or all, and print."""
    print(HEAD, flush=True)
    above = 0
    for name in names or GROUPS:
        with tempfile.TemporaryDirectory() as folder:
            for row in GROUPS[name](Path(folder)):
                above += row.above
                print(row, flush=True)
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
