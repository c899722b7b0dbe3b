"""The text for a mail: plain, without marks and without drawings."""

from __future__ import annotations

from portfolio.export.document import Bullets, Document, Heading, Paragraph, Ref, Strong, Table
from portfolio.export.options import Options
from portfolio.export.plain import render
from portfolio.export.registry import make
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.wording import Words
from tests.builders import TODAY, a_rating, a_skill, having


def test_a_document_as_a_mail() -> None:
    document = Document(
        "en",
        (
            Heading(1, ("Portfolio",)),
            Bullets(((Paragraph((Strong("Job:"), " engineer")), Bullets(((Paragraph(("a",)),),))),)),
            Heading(2, ("Where I stand",)),
            Table((("Skill",), ("Now",), ("Why",)), ((("Faults",), ("3", Ref(2)), ()),)),
            Paragraph(("First line\nsecond",)),
        ),
    )
    assert render(document) == (
        "Portfolio\n=========\n\n- Job: engineer\n  - a\n\nWhere I stand\n-------------\n\n"
        "- Faults\n  Now: 3[B2]\n\nFirst line\nsecond\n"
    )


def test_words_of_people_stay_as_they_are_and_control_them_nothing() -> None:
    text = render(Document("en", (Paragraph(("*star* \x1b[31m [x](y)",)),)))
    assert "*star*" in text
    assert "[x](y)" in text
    assert "\x1b" not in text


def test_a_drawing_is_left_out_of_text_unless_it_is_asked_for() -> None:
    skill = a_skill("Faults", shareable=True)
    records = having(
        skill, a_rating(skill, 1, "2025-03-01", shareable=True), a_rating(skill, 3, "2025-09-01", shareable=True)
    )
    shared = share(records, Choice(), TODAY)
    for form in ("txt", "md"):
        usual = make("portfolio", form, shared, TODAY, Words("en")).data.decode()
        assert "▁" not in usual
        assert "1 → 3 Independent" in usual
        drawn = make("portfolio", form, shared, TODAY, Words("en"), Options(pictures=True)).data.decode()
        assert "▁" in drawn
