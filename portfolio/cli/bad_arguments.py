"""What is said about mistakes in the arguments of a command, with what was most likely meant."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.errors import UsageError, safe
from portfolio.records.validate import NOT_A_CHOICE
from portfolio.wording import N_, Words


class BadArguments(UsageError):
    """A mistake in the arguments of a command: what is wrong, what may have been meant, and how to get help."""

    def __init__(self, message: str, command: str = "leerreis", near: Sequence[str] = (), **parameters: object) -> None:
        """`near` are what may have been meant; `command` is what `--help` is typed after."""
        super().__init__(message, **parameters)
        self.command, self.near = command, tuple(near)

    def sentence(self, _: Words) -> str:
        """The sentence, a suggestion if there is one, and how to get help."""
        said = [_(self.message).format(**safe(self.parameters))]
        if self.near:
            said.append(_("Did you mean {words}?").format(words=" {} ".format(_("or")).join(self.near)))
        return " ".join([*said, self._help(_)])

    def _help(self, _: Words) -> str:
        return _("Help: {command} --help").format(command=self.command)


class Missing(BadArguments):
    """An argument that the command cannot do without."""

    def __init__(self, names: str, command: str, example: str) -> None:
        """`example` is a line in English that shows the argument; empty when there is none."""
        super().__init__(N_("Something is missing: {names}."), command, names=names)
        self.example = example

    def _help(self, _: Words) -> str:
        if not self.example:
            return super()._help(_)
        more = _("For example: {example}   (more: {command} --help)")
        return more.format(example=_(self.example), command=self.command)


class NotPossible(BadArguments):
    """A value that is none of the choices; the sentence has all of them."""

    def __init__(self, shown: str, value: str, choices: Sequence[str], near: Sequence[str], command: str) -> None:
        """`shown` is the option, or the name of the place on the line."""
        super().__init__(NOT_A_CHOICE, command, near, value=value, choices=", ".join(choices))
        self.shown = shown

    def sentence(self, _: Words) -> str:
        """The option, and what can be chosen."""
        return f"{self.shown}: {super().sentence(_)}"
