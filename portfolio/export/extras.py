"""The formats that need a package of an extra: whether it is installed, and what is said when it is not."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Final

from portfolio.errors import PortfolioError
from portfolio.wording import N_
from portfolio.wording.document_forms import PACKAGES

_IMPORTED: Final[Mapping[str, str]] = {"python-docx": "docx"}
"""Package -> the name by which it is imported, where that is another one."""


def is_here(form: str) -> bool:
    """Whether this computer can make this format."""
    package = PACKAGES.get(form)
    return package is None or find_spec(_IMPORTED.get(package, package)) is not None


def not_here(form: str) -> PortfolioError:
    """The failure of making a format that this computer cannot make."""
    message = N_("This needs {package}; get it with: pipx inject leerreis {package}. Nothing was written.")
    return PortfolioError(message, package=PACKAGES[form])
