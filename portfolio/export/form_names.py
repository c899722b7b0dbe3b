"""The names that the form of an employer can ask for, and the rows of texts behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from portfolio.errors import PortfolioError
from portfolio.sanitise import clean_line
from portfolio.wording import N_

Names: TypeAlias = Mapping[str, "Names"]
"""Field -> the fields of its rows; a text has none."""


def _texts(names: str) -> Names:
    return {name: {} for name in names.split()}


_EVIDENCE: Final = _texts("title number date sort shows own_part context issuer valid_until confirmed_by confirmed_on")
_SKILL: Final[Names] = {
    **_texts("title group level start target target_date by"),
    "others": _texts("level by date"),
    "evidence": _EVIDENCE,
}
_GOAL: Final[Names] = {
    **_texts("title why different sign contributes_to state state_since start due forms first_step plan"),
    "steps": _texts("text done_on result"),
    "measures": _texts("name start now target unit"),
    "skills": _SKILL,
    "evidence": _EVIDENCE,
}
_LINE: Final = _texts("text")
FIELDS: Final[Names] = {
    **_texts("name job team organisation manager strengths motives ambition"),
    **_texts("period since until conversation conversation_with conversation_date"),
    "lead": _LINE,
    "results": _LINE,
    "proud": _LINE,
    "goals": _GOAL,
    "next_goals": _GOAL,
    "skills": _SKILL,
    "evidence": _EVIDENCE,
    "feedback": _texts("text by date sort situation plan"),
    "stories": {**_texts("title date"), "answers": _texts("text question")},
    "needs": _texts("text sort"),
    "points": {**_texts("title date"), "answers": _texts("text question")},
    "agreements": _texts("text owner due support sign state date"),
    "milestones": _texts("text date"),
}
"""Every field that a form can name; the first of a row is what the row itself shows."""
AT_A_GLANCE: Final = frozenset({"lead", "results", "proud"})
"""The fields that are empty until the user confirmed what is proposed for them."""


class UnknownField(PortfolioError):
    """A form asks for a field that there is not."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Name the field, and those that it could ask for in its place."""
        message = N_("The form asks for “{field}”, which is not one of: {fields}. Nothing was written.")
        super().__init__(message, field=clean_line(name), fields=", ".join(known))


class Row:
    """The texts of a record, by field. What is read of it is noted as used: that record leaves with the form."""

    __slots__ = ("_ids", "_used", "_values")

    def __init__(self, values: Mapping[str, Value], ids: Iterable[str] = (), used: set[str] | None = None) -> None:
        """`ids` are those of the records that its texts are from, and `used` is where they are noted."""
        self._values = values
        self._ids = tuple(ids)
        self._used = set() if used is None else used

    def __getattr__(self, name: str) -> Value:
        """A field. Raises UnknownField."""
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._values:
            raise UnknownField(name, self._values)
        self._used.update(self._ids)
        return self._values[name]

    def __str__(self) -> str:
        """Its first field."""
        return str(getattr(self, next(iter(self._values))))

    def __iter__(self) -> Iterator[str]:
        """The names of its fields."""
        return iter(self._values)


Value: TypeAlias = str | Row | tuple[Row, ...]


class _Tried(tuple[Row, ...]):
    """One row, which is there by every number: loops in each other stay short, and no number hides a wrong name."""

    __slots__ = ()

    def __getitem__(self, at: object) -> Any:
        """The row, or all of it for a part."""
        return self if isinstance(at, slice) else next(iter(self))


def tried(asked: set[str]) -> Mapping[str, Value]:
    """A value for every field, to try a form before anything of the user is in it; what lists it reads is noted."""
    return {name: _tried(inside, (name,), asked) for name, inside in FIELDS.items()}


def _tried(names: Names, ids: Iterable[str], asked: set[str]) -> Value:
    if not names:
        return "x"
    return _Tried((Row({name: _tried(inside, ids, asked) for name, inside in names.items()}, ids, asked),))
