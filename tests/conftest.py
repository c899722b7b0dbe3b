"""Fixture of every test: a home directory of its own, so that no test can reach a real portfolio."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How fast examples are drawn tells of what else the machine does, not of the code.
settings.register_profile("any machine", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set LEERREIS_HOME to a new folder for the settings, state and data file of the test; return the folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("LEERREIS_HOME", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("LEERREIS_FILE", "LEERREIS_TODAY", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return folder
