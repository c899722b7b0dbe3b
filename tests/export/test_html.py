"""The page of HTML: the words of the document and nothing else, nothing that runs or is loaded, one file."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given

from portfolio.export.document import Document, Fenced, Heading, Paragraph, Ref, YearLine, YearMoment
from portfolio.export.html import render
from portfolio.export.options import Options
from portfolio.export.registry import SORTS, make, written_as
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.records.collection import Records
from portfolio.wording import LANGUAGES, Language, Words
from tests.export.making import portfolio_of
from tests.export.sample import SAMPLE
from tests.strategies import TODAY, WHOLE, Drawn, portfolios

TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "strong",
    "span", "div", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "figure", "pre", "dl", "dt", "dd",
    "header", "section", "footer", "nav", "a", "blockquote", "br",
    "svg", "desc", "rect", "text", "line", "path", "g", "circle",
}  # fmt: skip
NOT_READ = {"style", "title", "desc", "text"}
"""What a reader of the page does not read as running words."""
HOSTILE = "<script>document.title='run'</script><img src=http://x/y.png onerror=alert(1)> [a](javascript:x) & ünïcode"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Page(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str]] = set()
        self.words: list[str] = []
        self.styles: list[str] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}
        if tag not in ("meta", "rect", "line", "path", "circle", "col", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            self.styles.append(data)
        elif not NOT_READ.intersection(self._open):
            self.words.append(data)


def page(records: Records, sort: str = "portfolio", language: Language = "en") -> str:
    shared = share(records, Choice(), TODAY)
    return make(
        sort, "html", shared, TODAY, Words(language), Options(section=("setbacks",), pictures=True)
    ).data.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", SORTS)
def test_nothing_runs_and_nothing_is_loaded(language: Language, sort: str) -> None:
    text = page(portfolio_of(), sort, language)
    found = Page(text)
    assert set(found.tags) <= TAGS
    names = {name for name, _value in found.attributes}
    assert not names & {"src", "srcset", "action", "style", "data"}
    assert all(value.startswith("#") for name, value in found.attributes if name == "href")
    assert not {name for name in names if name.startswith("on")}
    assert "url(" not in text
    assert "@import" not in text
    assert f'<html lang="{language}">' in text


def test_the_policy_allows_these_styles_by_their_hashes_and_nothing_else() -> None:
    text = page(portfolio_of())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    allowed = set(re.findall(r"'sha256-([^']+)'", policy[1]))
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert len(styles) == 2
    assert {base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles} == allowed


def test_what_people_wrote_is_text() -> None:
    document = Document("en", (Heading(1, (HOSTILE,)), Paragraph((HOSTILE,)), Fenced(HOSTILE)))
    found = Page(render(document))
    assert "script" not in found.tags
    assert "img" not in found.tags
    assert "".join(found.words).count(HOSTILE) == 3


@WHOLE
@given(portfolios())
def test_the_page_says_what_the_markdown_says_and_no_more(drawn: Drawn) -> None:
    shared = share(drawn.all(), drawn.choice, TODAY)
    made = make("portfolio", "md", shared, TODAY, Words("en"))
    text = written_as(made, "html").data.decode()
    assert drawn.tokens.of(text) == drawn.tokens.of(made.text)


def test_the_pictures_are_drawn_and_described_by_the_sentence_of_the_document() -> None:
    text = page(portfolio_of(), language="nl")
    assert text.count('<figure><svg xmlns="http://www.w3.org/2000/svg" viewBox') == 1, "the line of the year"
    described = re.findall(r"<desc[^>]*>([^<]*)</desc>", text)
    assert described[0].startswith("Eén leerdoel loopt")
    assert "Je groeide" not in text


def test_the_same_document_gives_the_same_bytes_and_is_light() -> None:
    assert page(portfolio_of()) == page(portfolio_of())
    text = page(portfolio_of())
    assert "color-scheme:light}" in text
    assert "background:#fff" in text


def test_a_reference_leads_to_its_evidence_and_to_nothing_without_it() -> None:
    text = page(portfolio_of())
    assert '<strong id="B1">B1</strong>' in text
    assert '[<a href="#B1">B1</a>]' in text
    bare = render(Document("en", (Paragraph((Ref(1),)),)))
    assert "[B1]" in bare
    assert "href" not in bare


def test_every_link_of_the_page_leads_somewhere_in_it() -> None:
    long = Document("en", (Heading(1, ("Title",)), Heading(2, ("Part",)), Paragraph(("word " * 1300,))), (), ("goals",))
    for text in (page(portfolio_of()), render(SAMPLE), render(long)):
        found = Page(text).attributes
        wanted = {value.removeprefix("#") for name, value in found if name == "href"}
        assert wanted
        assert wanted <= {value for name, value in found if name == "id"}


def test_only_a_long_page_has_a_list_of_its_contents() -> None:
    assert "<nav" not in page(portfolio_of())
    blocks = (Heading(1, ("Title",)), Heading(2, ("First part",)), Paragraph(("word " * 1300,)))
    assert '<a href="#s1">First part</a>' in render(Document("en", blocks))


def test_the_parts_of_a_page_are_named_for_those_who_listen() -> None:
    text = page(portfolio_of())
    assert text.index("<header>") < text.index("<section") < text.index("<footer>")
    assert "It is mine" in text[text.index("<footer>") :]


def test_the_name_of_a_level_stays_in_one_piece() -> None:
    assert '<span class="whole">2 With help</span>' in page(portfolio_of())


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: how a real browser reads the page was not looked at")
def test_a_real_browser_shows_it_runs_nothing_and_prints_it(tmp_path: Path) -> None:
    document = make("portfolio", "md", share(portfolio_of(), Choice(), TODAY), TODAY, Words("en")).document
    hostile = Document("en", (*document.blocks, Paragraph((HOSTILE,))), document.items)
    file, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    file.write_text(render(hostile), encoding="utf-8")
    usual = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'chromium'}"]
    told = ["--enable-logging=stderr", "--virtual-time-budget=2000", "--dump-dom", file.as_uri()]
    seen = subprocess.run([*usual, *told], capture_output=True, text=True, timeout=120, check=True)
    assert "<title>run</title>" not in seen.stdout
    assert "&lt;script&gt;" in seen.stdout
    assert "Content Security Policy" not in seen.stderr  # nothing asked for what the policy forbids
    printing = [*usual, "--no-pdf-header-footer", f"--print-to-pdf={paper}", file.as_uri()]
    subprocess.run(printing, capture_output=True, timeout=120, check=True)
    assert paper.read_bytes().startswith(b"%PDF-")


def test_the_words_of_a_moment_are_whole_within_the_line_of_the_year() -> None:
    moments = tuple(
        YearMoment(date(2025, month, 1), "Beginnen met zelfstandig storingzoeken aan warmtepompen in de nieuwbouw")
        for month in (1, 3, 5, 7, 9, 11)
    )
    page_of_a_year = render(Document("nl", (YearLine(date(2025, 1, 1), date(2025, 12, 31), moments),)))
    figure = re.search(r'viewBox="0 0 \d+ (\d+)"[^>]* aria-hidden="true">(.*?)</figure>', page_of_a_year, re.DOTALL)
    assert figure is not None
    drawn = [
        (float(y), float(size))
        for y, size in re.findall(r'<text x="[^"]+" y="([^"]+)"[^>]*font-size="([^"]+)"', figure[2])
    ]
    assert len({y for y, _size in drawn}) > 6, "three lines above and three below"
    assert all(size <= y <= int(figure[1]) - size / 3 for y, size in drawn)
