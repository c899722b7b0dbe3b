"""Where a document is proposed to go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from portfolio.notebook import export_request
from portfolio.notebook.export_request import folder_for


def test_without_a_documents_folder_it_goes_beside_the_portfolio_but_never_into_an_example(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(export_request, "documents_folder", lambda: str(tmp_path / "Documents"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder_for("/cloud/leerreis/portfolio.json") == "/cloud/leerreis"
    example = str(tmp_path / "leerreis-demo-x1" / "data" / "portfolio.json")
    assert folder_for(example) == str(tmp_path), "an example is removed with its folder when it is closed"
    os.mkdir(tmp_path / "Documents")
    assert folder_for(example) == str(tmp_path / "Documents")
