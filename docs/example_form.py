"""Make docs/forms/development-review.docx: a form as an employer could have one, with every way to name a field.

`make picture` runs this, and a test holds the file against it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docx import Document  # noqa: E402
from docx.shared import Cm  # noqa: E402

from portfolio.export.docx_template import TEMPLATE, in_bytes  # noqa: E402

FORM = ROOT / "docs" / "forms" / "development-review.docx"


def table_of(word: Any, widths: tuple[float, ...], *rows: tuple[str, ...], lines: bool = True) -> None:
    """A table of these rows, of which the first is its header when it has lines."""
    table = word.add_table(0, len(widths), style="Lines" if lines else "Facts")
    table.autofit = False
    for n, words in enumerate(rows):
        for cell, said, wide in zip(table.add_row().cells, words, widths, strict=True):
            cell.width = Cm(wide)
            head = (lines and n == 0) or (not lines and said is words[0])
            for m, each in enumerate(said.split("\n")):
                paragraph = cell.add_paragraph() if m else cell.paragraphs[0]
                paragraph.style = "Cell Head" if head else "Cell"
                paragraph.add_run(each)
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Cm(wide)
    word.add_paragraph(style="Gap")


def form() -> bytes:
    """The file."""
    word = Document(TEMPLATE)
    say = word.add_paragraph
    say("Development review", "Heading 1")
    table_of(
        word,
        (4, 13.4),
        ("Employee", "{{ name }}, {{ job }}"),
        ("Team", "{{ team }}{% if organisation %}, {{ organisation }}{% endif %}"),
        ("Manager", "{{ manager }}"),
        ("Conversation", "{{ conversation }} {{ conversation_date }}"),
        ("Period", "{{ period }}"),
        lines=False,
    )
    say("1. What became of our agreements", "Heading 2")
    table_of(
        word,
        (9, 3, 3, 2.4),
        ("Agreement", "Who", "By", "State"),
        ("{%tr for each in agreements %}", "", "", ""),
        ("{{ each.text }}", "{{ each.owner }}", "{{ each.due }}", "{{ each.state }}"),
        ("{%tr endfor %}", "", "", ""),
    )
    say("2. Learning goals", "Heading 2")
    say("{%p for goal in goals %}")
    say("{{ goal.title }}", "Heading 3")
    table_of(
        word,
        (4, 13.4),
        ("Why", "{{ goal.why }}"),
        ("How we notice", "{{ goal.sign }}"),
        (
            "What I did",
            "{%p for step in goal.steps if step.done_on %}\n{{ step.done_on }}: {{ step.text }}\n{%p endfor %}",
        ),
        ("Evidence", "{{ goal.evidence }}"),
        ("Review date", "{{ goal.due }} ({{ goal.state }})"),
        lines=False,
    )
    say("{%p endfor %}")
    say("3. Skills", "Heading 2")
    table_of(
        word,
        (6, 4, 4, 3.4),
        ("Skill", "At the start", "Now", "Target"),
        ("{%tr for skill in skills %}", "", "", ""),
        ("{{ skill.title }}", "{{ skill.start }}", "{{ skill.level }}", "{{ skill.target }}"),
        ("{%tr endfor %}", "", "", ""),
    )
    say("4. Feedback from others", "Heading 2")
    say("{%p for each in feedback %}")
    say("“{{ each.text }}” {{ each.by }}, {{ each.date }}", "List Text")
    say("{%p endfor %}")
    say("5. What I need", "Heading 2")
    say("{%p for need in needs %}")
    say("{{ need.text }} (☐ yes  ☐ no, from: ……)", "Request")
    say("{%p endfor %}")
    say("6. What the manager says", "Heading 2")
    for _n in range(3):
        say("")
    table_of(word, (8.7, 8.7), ("Employee: date and signature", "Manager: date and signature"))
    word.sections[0].footer.paragraphs[0].add_run("Development review of {{ name }}")
    return in_bytes(word)


if __name__ == "__main__":
    FORM.parent.mkdir(exist_ok=True)
    FORM.write_bytes(form())
