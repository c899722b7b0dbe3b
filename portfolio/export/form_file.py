"""Put values into a Word file with docxtpl, and read the lines of the result.

Every value is escaped where it is written, so that no filter of a form makes markup of it. A form can have fields,
loops, conditions and the filters below, and nothing else of the language of its fields.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from portfolio.errors import PortfolioError
from portfolio.export.docx_template import in_bytes, plain
from portfolio.export.form_names import FIELDS, Row, UnknownField, Value
from portfolio.wording import N_

FILTERS: Final = ("capitalize", "default", "first", "join", "last", "length", "lower", "trim", "truncate", "upper")
"""What a form can do with a text or a list."""
_REFUSED: Final = (
    nodes.AssignBlock,
    nodes.Block,
    nodes.CallBlock,
    nodes.Extends,
    nodes.FilterBlock,
    nodes.FromImport,
    nodes.Import,
    nodes.Include,
    nodes.Macro,
    nodes.ScopedEvalContextModifier,
)
_AROUND: Final = 60
"""The most characters of the form by which a mistake in it is pointed out."""


class BrokenForm(PortfolioError):
    """The file is no Word document, or something in it cannot be filled in."""


class _Nothing(ChainableUndefined):
    """A row beyond the last one, which is empty. A name that there is not refuses the form."""

    def __init__(self, hint: str | None = None, obj: Any = None, name: Any = None, *_more: Any, **_others: Any) -> None:
        super().__init__(hint)
        if isinstance(name, str):
            raise UnknownField(name, obj if isinstance(obj, Row) else FIELDS)


class _Environment(ImmutableSandboxedEnvironment):
    """The language of the fields, of which a form has little."""

    def __init__(self) -> None:
        super().__init__(undefined=_Nothing, finalize=_data)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def from_string(self, source: Any, *more: Any, **others: Any) -> Template:
        """A part of the form, when it has nothing that could make markup of a text."""
        if any(True for _found in self.parse(source).find_all(_REFUSED)):
            raise _not_filled_in()
        return super().from_string(source, *more, **others)


def fill(form: bytes, values: Mapping[str, Value]) -> bytes:
    """The bytes of the form with these values. Raises BrokenForm or UnknownField."""
    try:
        word = docx.Document(io.BytesIO(form))
        named = any(each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for each in word.part.package.rels.values())
    except Exception:  # whatever is wrong with a file from elsewhere, it is refused in a sentence
        raise BrokenForm(
            N_("This form is not a Word document (.docx), or it is damaged. Nothing was written.")
        ) from None
    try:
        filled = DocxTemplate(io.BytesIO(form))
        filled.render(dict(values), _Environment())
        package = filled.docx.part.package
        if not named:  # docxtpl gave it properties with the moment of now
            for name in [n for n, each in package.rels.items() if each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES]:
                del package.rels[name]
        return in_bytes(filled.docx)
    except PortfolioError:
        raise
    except TemplateSyntaxError as mistake:
        raise _mistaken(mistake) from None
    except Exception:
        raise _not_filled_in() from None


def lines(filled: bytes) -> Iterator[str]:
    """The lines of text in a Word file, with those of its headers and footers last."""
    word = docx.Document(io.BytesIO(filled))
    around = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    parts = [each.target_part.element for each in word.part.rels.values() if each.reltype in around]
    for element in (word.element.body, *parts):
        for paragraph in element.iter(qn("w:p")):
            pieces = (each.text or "" if each.tag == qn("w:t") else "\n" for each in paragraph.iter(*_WITH_TEXT))
            words = "".join(pieces).strip()
            if words:
                yield words


_WITH_TEXT: Final = (qn("w:t"), qn("w:br"), qn("w:tab"))


def _data(value: Any) -> str:
    """A value as text of XML, in which nothing is a field; the rows of a list after each other."""
    if isinstance(value, tuple | list):
        value = ", ".join(map(str, value))
    if not isinstance(value, str | int | float | Row | _Nothing):
        raise _not_filled_in()
    return str(escape(plain(str(value)))).replace("{", "&#123;").replace("}", "&#125;")


def _not_filled_in() -> BrokenForm:
    return BrokenForm(
        N_("This form has something in it that is not a field, a loop or a condition of Leerreis. Nothing was written.")
    )


def _mistaken(mistake: TemplateSyntaxError) -> BrokenForm:
    """Where the mistake is, as far as docxtpl says."""
    around = list(getattr(mistake, "docx_context", ()))
    at = min(mistake.lineno - 1, 3)
    words = " ".join(around[at].split()) if at < len(around) else ""
    if not words:
        return _not_filled_in()
    return BrokenForm(N_("This form has a mistake here: “{around}”. Nothing was written."), around=words[:_AROUND])
