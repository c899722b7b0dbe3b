"""The example portfolio: a year of a service technician, every kind of record, in Dutch or in English."""

from __future__ import annotations

import hashlib
import importlib.resources
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any, Final

from portfolio.capture.batch import Batch
from portfolio.notebook.notebook import Notebook
from portfolio.records.identity import new_id
from portfolio.wording import Language

TODAY: Final = date(2025, 12, 15)
"""The date of today in the example."""


def fill(notebook: Notebook, language: Language) -> None:
    """Write the example into a notebook that has no file yet."""
    text = importlib.resources.files("portfolio").joinpath("demo", f"{language}.json").read_text("utf-8")
    numbers = count(1)
    begun = int(datetime.combine(TODAY, time(), UTC).timestamp() * 1000)

    def next_id() -> str:
        """The same ids in every example, so that what a command names can be typed in the next one."""
        number = next(numbers)
        digest = hashlib.sha256(f"{language} {number}".encode()).digest()
        return new_id(begun + number, int.from_bytes(digest[:9], "big"))

    batch = Batch(notebook.read.records, next_id, notebook.today)
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
