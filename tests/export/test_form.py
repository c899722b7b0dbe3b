"""The form of an employer: its fields and loops, texts that mean something to it, and forms that are refused."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date
from typing import Any
from xml.etree.ElementTree import fromstring

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from portfolio.errors import PortfolioError
from portfolio.export.form import filled
from portfolio.export.form_fields import fields
from portfolio.export.form_file import lines
from portfolio.export.form_names import FIELDS, Names, Row, Value, tried
from portfolio.export.options import Options
from portfolio.export.registry import Made
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.records.collection import Records
from portfolio.wording import LANGUAGES, Language, Words
from tests.export.making import made, portfolio_of
from tests.strategies import TODAY

HOSTILE = '{{ 7 * 7 }} {% for x in goals %} {# weg #} <w:p>a</w:p> & "b" ]]> {_{ name }_} {_% if %_} &lt;\nen dan'


def form_of(*paragraphs: str, foot: str = "", named: bool = True) -> bytes:
    """A Word file with these paragraphs."""
    word = docx.Document()
    for words in paragraphs:
        word.add_paragraph(words)
    if foot:
        word.sections[0].footer.paragraphs[0].text = foot
    package = word.part.package
    for name in [name for name, each in package.rels.items() if each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES]:
        if not named:
            del package.rels[name]
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def fill(
    *paragraphs: str, records: Records | None = None, language: Language = "en", foot: str = "", **options: Any
) -> Made:
    """A form with these paragraphs, filled in."""
    shared = share(portfolio_of() if records is None else records, Choice(), TODAY)
    return filled(form_of(*paragraphs, foot=foot), shared, TODAY, Words(language), Options(**options))


def text(*paragraphs: str, **more: Any) -> str:
    """The lines of a form that was filled in."""
    return "\n".join(lines(fill(*paragraphs, **more).data))


def test_fields_loops_and_conditions_are_filled_in() -> None:
    assert text(
        "{{ name }}, {{ job }}",
        "{%p for goal in goals if goal.due %}",
        "{{ goal.title }}: {{ goal.why }} ({{ goal.due }}) {{ goal.steps }}",
        "{%p endfor %}",
        "{% if ambition %}Ambition{% else %}None{% endif %}",
        foot="of {{ name|upper }}",
    ) == (
        "Samir Bouali, servicemonteur\n"
        "Storingen zelf oplossen: Nu bel ik bij bijna elke storing. (1 Mar 2026) Meelopen, Een vijfde storing\n"
        "None\nof SAMIR BOUALI"
    )


@pytest.mark.parametrize(
    ("language", "due", "level"), [("nl", "1 mrt 2026", "3 Zelfstandig"), ("en", "1 Mar 2026", "3 Independent")]
)
def test_days_and_levels_are_in_the_language_of_the_document(language: Language, due: str, level: str) -> None:
    said = text("{{ goals[0].due }} {{ skills[0].others[0].level }}", language=language)
    assert said == f"{due} {level}"


def test_a_table_of_rows_and_a_row_by_its_number() -> None:
    word = docx.Document()
    table = word.add_table(3, 1)
    for row, words in zip(
        table.rows,
        ("{%tr for s in skills %}", "{{ s.title }} {{ s.evidence[0].number }}", "{%tr endfor %}"),
        strict=True,
    ):
        row.cells[0].text = words
    word.add_paragraph("{{ skills[0].title }}|{{ skills[7].title }}|{{ skills[7].others[0].by }}|")
    written = io.BytesIO()
    word.save(written)
    shared = share(portfolio_of(), Choice(), TODAY)
    said = lines(filled(written.getvalue(), shared, TODAY, Words("en"), Options()).data)
    assert [*said] == ["Storingzoeken B1", "Storingzoeken|||"]


def test_words_that_mean_something_to_a_form_are_words() -> None:
    goal = made("goal", title=HOSTILE, why=HOSTILE, shareable=True)
    records = Records.of_all([made("profile", name=HOSTILE), goal])
    for words in (
        "{{ name }}",
        "{{ goals[0] }}",
        "{{ goals }}",
        "{%p for g in goals %}\n{{ g.why|trim }}\n{%p endfor %}",
    ):
        made_of = fill(*words.split("\n"), records=records, foot="{{ name }}")
        assert [*lines(made_of.data)] == [HOSTILE, HOSTILE], words
        with zipfile.ZipFile(io.BytesIO(made_of.data)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    fromstring(archive.read(name))  # noqa: S314 - our own
    assert "{% for x in goals %}" in text("{{ name }}", records=records)


REFUSED = {
    "{{ naam }}": "naam",
    "{{ goals[0].titel }}": "titel",
    "{% for goal in goals %}{{ goal.steps[0].teks }}{% endfor %}": "teks",
    "{% if voornaam %}x{% endif %}": "voornaam",
    "{{ goals[40].titel }}": "titel",
    "{% for goal in goals[:3] %}{{ goal.titel }}{% endfor %}": "titel",
    "{{ name.__class__.__mro__ }}": "__class__",
    "{{ goals[0]._used }}": "_used",
    "{{ goals[0].__init__ }}": "__init__",
    "{{ range(3) }}": "range",
    "{{ name": "name",
    "{% for goal in goals %}": "",
    "{{ name|shout }}": "name|shout",
    "{{ name|safe }}": "name|safe",
    "{{ 1 / 0 }}": "",
    "{{ name.upper }}": "",
    '{% include "/etc/passwd" %}': "",
    "{% filter upper %}{{ name }}{% endfilter %}": "",
    "{% macro x() %}{% endmacro %}": "",
    "{% set x %}{{ name }}{% endset %}": "",
    "{% autoescape false %}{{ name }}{% endautoescape %}": "",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", REFUSED)
def test_a_form_that_asks_for_something_else_is_refused_in_one_sentence(words: str, language: Language) -> None:
    with pytest.raises(PortfolioError) as failure:
        fill("Een regel", words)
    said = failure.value.sentence(Words(language))
    assert REFUSED[words] in said
    assert said.endswith({"en": "Nothing was written.", "nl": "Er is niets geschreven."}[language])
    assert not any(word in said.lower() for word in ("jinja", "template", "undefined", "traceback", "object"))


@pytest.mark.parametrize("data", [b"", b"# Markdown", b"PK\x03\x04", b"%PDF-1.7"])
def test_a_file_that_is_no_word_document_is_refused(data: bytes) -> None:
    with pytest.raises(PortfolioError, match="not a Word document"):
        filled(data, share(portfolio_of(), Choice(), TODAY), TODAY, Words("en"), Options())


def test_a_form_is_refused_for_a_field_also_where_nothing_is_shared() -> None:
    with pytest.raises(PortfolioError, match="“titel”"):
        fill("{% for goal in goals %}{{ goal.titel }}{% endfor %}", records=Records.of_all([]))


@pytest.mark.parametrize("named", [True, False])
def test_the_same_form_gives_the_same_bytes_and_no_moment_of_writing(named: bool) -> None:
    shared, form = share(portfolio_of(), Choice(), TODAY), form_of("{{ name }}", named=named)
    first, second = (filled(form, shared, TODAY, Words("en"), Options()).data for _n in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}
        assert ("docProps/core.xml" in archive.namelist()) is named


def test_only_what_a_form_reads_is_noted_as_shared() -> None:
    records = portfolio_of()
    goal = next(record for record in records if record.kind == "goal" and record.heading == "Storingen zelf oplossen")
    profile = next(record for record in records if record.kind == "profile")
    assert set(fill("{{ name }}", records=records).items) == {profile.id}
    assert set(fill("{{ goals[0].title }}", records=records).items) == {profile.id, goal.id}
    read = fill("{{ goals[0].skills[0].evidence }} {{ feedback }}", records=records).items
    kinds = {record.kind for record in records if record.id in read}
    assert kinds == {"profile", "goal", "skill", "evidence", "feedback"}


def test_a_section_that_is_left_out_is_empty_and_the_proposed_lines_wait_for_the_user() -> None:
    assert text("{{ goals }}|{{ evidence }}|{{ goals[0].evidence }}", no_section=("evidence",)) == (
        "Storingen zelf oplossen||"
    )
    assert text("{{ results }}|") == "|"
    assert "Zonder bellen" in text("{{ results }}|", proposed=True)
    assert fill("{{ results }}").document.sections
    assert not fill("{{ name }}").document.sections


def names_in(values: Value) -> Any:
    """The names of the fields of a value."""
    return {name: names_in(getattr(values, name)) for name in values} if isinstance(values, Row) else {}


def first_rows(values: Value) -> Value:
    return values[0] if isinstance(values, tuple) else values


def test_every_field_has_a_value_and_every_value_is_a_field() -> None:
    def compared(values: Value, names: Names) -> int:
        row = first_rows(values) if values != () else ""
        if not isinstance(row, Row):
            return 0
        assert [*row] == [*names]
        return 1 + sum(compared(getattr(row, name), inside) for name, inside in names.items())

    shared = share(portfolio_of(), Choice(), TODAY)
    found = fields(shared, TODAY, Words("en"), Options(proposed=True)).values
    assert found.keys() == FIELDS.keys() == tried(set()).keys()
    assert sum(compared(found[name], inside) for name, inside in FIELDS.items()) > 15


def test_nothing_of_after_the_period_is_in_a_form() -> None:
    goal = made(
        "goal", title="Doel", state="achieved", achieved_on=date(2025, 11, 1), start=date(2025, 1, 1), shareable=True
    )
    shared = share(Records.of_all([goal]), Choice(until=date(2025, 6, 30)), TODAY)
    said = filled(form_of("{{ goals }} {{ goals[0].state_since }}|{{ until }}"), shared, TODAY, Words("en"), Options())
    assert [*lines(said.data)] == ["Doel |30 Jun 2025"]


def test_without_its_extra_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    with pytest.raises(PortfolioError, match="pipx inject leerreis docxtpl"):
        fill("{{ name }}")
