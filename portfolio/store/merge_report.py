"""What another copy brought, and its sentence for the user."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from portfolio.sanitise import clean_line
from portfolio.wording import Words


class Brought(NamedTuple):
    """What one state brings to another."""

    new: Mapping[str, int]
    """The number of new records, by kind."""
    changed: Mapping[str, int]
    """The number of changed records, by kind."""
    both: int = 0
    """Texts changed on both sides: conflicts, waiting for a choice."""
    kept: int = 0
    """Records that were deleted on one side and changed on the other: the change was kept."""
    purged: Mapping[str, int] = {}
    """The number of records with content that was purged on the other side, by kind."""

    @property
    def nothing(self) -> bool:
        """Whether everything was here already."""
        return not (self.new or self.changed or self.purged)


class Arrival(NamedTuple):
    """What one file brought."""

    name: str
    """The name of that file, without its folder."""
    brought: Brought
    kept: str = ""
    """The path where its bytes are kept, when it was removed."""

    def sentence(self, _: Words) -> str:
        """The sentence in the language asked for."""
        text = self._report(_)
        if self.kept:
            text += " " + _("The copy itself was moved to {path}.").format(path=clean_line(self.kept))
        return text

    def _report(self, _: Words) -> str:
        from portfolio.wording.names import counted_kinds  # only when something came

        new, changed, both, kept, purged = self.brought
        name = clean_line(self.name)
        if self.brought.nothing:
            return _("“{name}”: nothing new; your file already held all of it.").format(name=name)
        sentences = []
        if new:
            sentences.append(_("New from “{name}”: {what}.").format(name=name, what=counted_kinds(new, _)))
        if changed:
            text = _("Changed there: {what}.") if new else _("Changed in “{name}”: {what}.")
            sentences.append(text.format(name=name, what=counted_kinds(changed, _)))
        if both:
            sentences.append(
                _.plural(
                    "{n} text was changed on both sides; both versions are kept.",
                    "{n} texts were changed on both sides; both versions are kept.",
                    both,
                )
            )
        if kept:
            sentences.append(
                _.plural(
                    "{n} record was deleted on one side and changed on the other; it is kept.",
                    "{n} records were deleted on one side and changed on the other; they are kept.",
                    kept,
                )
            )
        if purged:
            text = _("Deleted for good there: {what}.") if sentences else _("Deleted for good in “{name}”: {what}.")
            sentences.append(text.format(name=name, what=counted_kinds(purged, _)))
        else:
            sentences.append(_("Nothing was lost."))
        return " ".join(sentences)
