"""Change the profile of the user. There is one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from portfolio.records.kinds import PROFILE_ID

if TYPE_CHECKING:
    from portfolio.notebook.notebook import Notebook
    from portfolio.notebook.results import Stored


def change_profile(notebook: Notebook, values: Mapping[str, Any]) -> Stored:
    """Save these fields of the profile, by their JSON names; None clears a field."""
    batch = notebook.batch()
    if notebook.read.records.of_kind("profile"):
        batch.edit(PROFILE_ID, "profile", values)
    else:
        batch.add_json({"kind": "profile", **values})
    return notebook.write.save(batch, create_file=True)
