"""The example portfolio: a year of a service technician, every kind of record, in Dutch or in English."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from portfolio.notebook.notebook import Notebook
from portfolio.wording import Language

TODAY: Final = date(2025, 12, 15)
"""The date of today in the example."""


def fill(notebook: Notebook, language: Language) -> None:
    """Write the example into a notebook that has no file yet."""
    text = importlib.resources.files("portfolio").joinpath("demo", f"{language}.json").read_text("utf-8")
    batch = notebook.batch()
    ids: dict[str, str] = {}
    for given in json.loads(text):
        record = {k: _resolved(v, ids) for k, v in given.items() if k != "ref"}
        batch.add_json(record)
        if "ref" in given:
            ids[f"@{given['ref']}"] = batch.asked[-1]
    notebook.write.save(batch, create_file=True, remember=False)


def _resolved(value: Any, ids: Mapping[str, str]) -> Any:
    """Replace @ref by the id of the record: the example links to records without a title in this way."""
    if isinstance(value, list):
        return [_resolved(each, ids) for each in value]
    return ids.get(value, value) if isinstance(value, str) else value
