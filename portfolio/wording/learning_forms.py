"""The strong and weak side of each way of learning, shown where the user chooses one."""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_, Words

SIDES: Final[dict[str, tuple[str, str]]] = {
    "doing": (N_("most transfer"), N_("mistakes can stick without feedback")),
    "coaching": (N_("fast, personal feedback"), N_("depends on the coach, takes time")),
    "shadowing": (N_("see real situations"), N_("passive; note what you will copy")),
    "instruction": (N_("clear, safe"), N_("little own thinking")),
    "micro": (N_("fits the day, repeatable"), N_("little depth")),
    "peer": (N_("many angles"), N_("can lack structure")),
    "consultation": (N_("deep questions"), N_("needs a safe group")),
    "project": (N_("complex, motivating"), N_("risk of overload")),
    "practice": (N_("safe to fail"), N_("costs time; not yet the real thing")),
    "blended": (N_("broad"), N_("needs planning")),
    "training": (N_("depth, certificate"), N_("transfer must be organised")),
    "self_study": (N_("own pace"), N_("self-discipline")),
    "network": (N_("up to date"), N_("not on demand")),
    "teaching": (N_("you find your own gaps"), N_("you need to know enough")),
}
"""Way of learning -> the message ids of its strong and its weak side, in English."""


def form_sides(form: str, _: Words) -> str:
    """Return both sides on one line; empty for an unknown way of learning."""
    if form not in SIDES:
        return ""
    strong, weak = SIDES[form]
    return f"+ {_(strong)} · − {_(weak)}"
