"""Notes of a folder of Markdown files, as Obsidian and Logseq keep them: one note per file.

The day is the one in its name (2026-03-12, 2026_03_12, or an ISO week such as 2026-W11), else in its front matter, else
that of the file. Links between notes become plain words; HTML is dropped to its text.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from portfolio.capture.importers.note import Note
from portfolio.capture.text_file import day_in, front_matter
from portfolio.records.equivalence import caseless

SYSTEM: Final = "markdown"
_WEEK: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)-?W([0-5]\d)(?!\d)")
_EMBED: Final = re.compile(r"!?\[\[([^\]|#\n]*)(?:#[^\]|\n]*)?(?:\|([^\]\n]*))?\]\]")
_HTML: Final = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--.*?-->", re.DOTALL)
_TAG: Final = re.compile(r"(?<![\w&/#])#([^\W\d_][\w/-]*)")
_CODE: Final = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
_HEADING: Final = re.compile(r"\A\s*#{1,6}[ \t]+([^\n]+)\n?")


def note_of(text: str, path: str, day: date) -> Note | None:
    """The note of one file; `path` is relative to its folder, `day` that of the file. None for one without words."""
    given, body, left = front_matter(text)
    body = "".join(part if n % 2 else _plain(part) for n, part in enumerate(_CODE.split(body))).strip()
    name = path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    own = _day_in(name)
    found = _HEADING.match(body)
    heading = found[1].strip() if found else ""
    title = heading or ("" if own else name)
    text = "\n\n".join(filter(None, (body[found.end() :].strip("\n") if found else body, left)))
    if not (text.strip() or heading):
        return None
    outside = "".join(_CODE.split(body)[::2])
    tags = (*map(str, given.get("tags", ())), *_TAG.findall(outside))
    once = tuple({caseless(tag): tag for tag in reversed(tags)}.values())[::-1]
    return Note(SYSTEM, path, own or given.get("date") or day, text, title, once, path)


def _day_in(name: str) -> date | None:
    """The day in the name of a file; of a week its last one."""
    week = _WEEK.search(name)
    if week:
        try:
            return date.fromisocalendar(int(week[1]), int(week[2]), 7)
        except ValueError:
            return None
    return day_in(name)


def _plain(text: str) -> str:
    """Text without HTML, and with links to other notes as their words."""
    return _HTML.sub("", _EMBED.sub(lambda found: found[2] or found[1], text))
