"""Suspends the app to the shell, as Ctrl+Z does on POSIX; the shell's `fg` resumes it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from portfolio.tui.services.services import services_of

if TYPE_CHECKING:
    from textual.app import App


def suspend(app: App[int]) -> None:
    """Stop every process of our job after writing the drafts to disk, or tell the user why that is impossible."""
    services = services_of(app)
    _, status = services.state.words, services.status
    if sys.platform == "win32":
        status.say(_("Windows cannot suspend a program; Leerreis stays open."), "muted")
    elif services.shutdown.terminal is None or not _can_stop():
        status.say(_("There is no shell here that could bring Leerreis back; it stays open."), "muted")
    else:
        services.shutdown.flush_drafts()
        with app.suspend():  # first: when another process of the job stops, the shell takes the terminal
            os.killpg(os.getpgrp(), signal.SIGTSTP)  # whatever started us, such as uv, is part of the job


def _can_stop() -> bool:
    """Whether a shell would resume our job.

    The system lets no process of an orphaned group stop (POSIX.1, 2.4.3), but Textual stops itself with SIGSTOP, which
    is always obeyed. So a child process in the same group tries SIGTSTP first.
    """
    with suppress(OSError):
        trial = subprocess.Popen(["/bin/sh", "-c", "kill -TSTP $$"], stdin=subprocess.DEVNULL)
        _pid, status = os.waitpid(trial.pid, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            trial.returncode = 0
            return False
        trial.kill()
        trial.wait()
        return True
    return False
