"""Runs a command in a terminal, waits for the app's first screen, leaves with q: what a person does first.

python tests/open_and_leave.py make demo
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.terminal import Terminal

if __name__ == "__main__":
    with Terminal(sys.argv[1:], {**os.environ, "LANG": "en_GB.UTF-8"}, (100, 30)) as terminal:
        print(terminal.wait_for("Today"))
        terminal.press("q")
        sys.exit(terminal.wait_for_end())
