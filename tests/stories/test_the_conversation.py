"""The whole way of a conversation: prepared, checked, handed over, held, agreed, and prepared again a year later."""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from portfolio import locations
from portfolio.cli.context import Streams
from portfolio.cli.main import run
from portfolio.export import files
from portfolio.notebook import demo, open_notebook
from portfolio.store.local import export_archive
from portfolio.wording import LANGUAGES, Language, Words
from tests.stories.a_full_year import MANY, a_full_year
from tests.tui.playing import now

pytestmark = pytest.mark.slow
"""Every form of every document, four times over."""

SORTS = ("portfolio", "page", "pdp", "evc")
FORMS = ("md", "html", "docx", "pdf")
PRIVATE = re.compile(rb"zq(?:\d+|NOBODY)z", re.IGNORECASE)
"""A private word. The text of a PDF is packed: that it holds the same words as the others is tested on its source."""
THEN, LATER = "2025-12-16", "2026-12-10"


class Told:
    """What commands say on a day."""

    def __init__(self, language: Language, today: str) -> None:
        self._options = ("--lang", language, "--today", today)

    def __call__(self, *arguments: str, status: int = 0) -> str:
        out, err = io.StringIO(), io.StringIO()
        got = run([*self._options, *arguments], dict(os.environ), Streams(io.StringIO(), out, err))
        assert got == status, err.getvalue()
        return out.getvalue()

    def json(self, *arguments: str) -> Any:
        """The value that it prints."""
        return json.loads(self(*arguments, "--json"))


def filled(portfolio: str, language: Language, folder: Path) -> None:
    """The example, or a year of five hundred records."""
    if portfolio == "demo":
        demo.fill(open_notebook(locations.find(os.environ), today=demo.TODAY, now=now), language)
        return
    records = folder / "records.json"
    records.write_text(json.dumps(a_full_year(language)), "utf-8")
    assert len(Told(language, THEN)("add", "--from-json", str(records)).splitlines()) == MANY


def bytes_in(path: Path) -> bytes:
    """What stands in a file, out of the archive that a word processor makes."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("portfolio", ["demo", "five hundred"])
def test_a_year_goes_round(portfolio: str, language: Language, tmp_path: Path) -> None:
    _ = Words(language)
    filled(portfolio, language, tmp_path)
    told = Told(language, THEN)
    manager = "Erik" if portfolio == "demo" else "Sanne"

    # prepared: which conversation, what is proven, one's own sheet
    conversation = told("add", "conversation", "--sort", "performance", "--with", manager, "--date", "2025-12-24",
                "--sheet", "want=zq900z", "--sheet", "points=One\nTwo", "--share").strip()  # fmt: skip
    ready = told.json("ready")
    assert ready["talk"]["step"] in ("choose", "send")
    assert ready["claims"] and ready["goals"] and ready["months"]
    assert "zq900z" in told("sheet", conversation)

    # checked and handed over, in every form
    made = {}
    for sort in SORTS:
        for form in FORMS:
            path = tmp_path / f"{sort}.{form}"
            told("export", "--as", sort, "--format", form, "--conversation", conversation, "--to", str(path))
            made[sort, form] = bytes_in(path)
            assert not PRIVATE.search(made[sort, form]), (sort, form)
    shown = told("export", "--as", "portfolio", "--conversation", conversation, "--dry-run")
    assert shown.encode() == made["portfolio", "md"]
    log = told.json("list", "export")
    assert len(log) == len(SORTS) * len(FORMS)
    for note in log:
        copy = export_archive.kept(locations.find(os.environ), note["sha256"])
        assert copy is not None and files.digest(Path(copy).read_bytes()) == note["sha256"]

    # held and agreed, and what becomes of it
    told("edit", conversation, "--state", "held", "--note", "zq901z")
    course = told(
        "add", "agreement", "A course", "--conversation", conversation, "--owner", "manager", "--due", "2026-03-01"
    )
    told("add", "agreement", "A talk", "--conversation", conversation, "--owner", "me").strip()
    goal = told("become", course.strip(), "goal").strip()
    assert "A course" in told("sheet", conversation, "--mail")
    told("edit", course.strip(), "--state", "done")

    # a year later: what is different since then comes first
    later = Told(language, LATER)
    later("edit", goal, "--state", "achieved", "--achieved-on", "2026-04-01")
    skill = later.json("list", "skill")[0]["id"]
    later("add", "rating", "--skill", skill, "--level", "5", "--date", "2026-06-01")
    later("add", "conversation", "--sort", "performance", "--with", manager, "--date", "2026-12-20")
    again = later.json("ready")
    then = again["since_then"]
    assert (then["id"], then["kept"], then["standing"]) == (conversation, 1, 1)
    assert skill in {each["id"] for each in then["skills"]}
    assert goal in {each["id"] for each in then["goals"]}
    assert again["since"] == "2025-12-24"
    assert _("Agreements on both sides: {told}").partition("{")[0] in later("ready")
    assert "zq901z" not in later("export")
