"""Every notice and every refusal has its sentence."""

from __future__ import annotations

from typing import get_args

from portfolio.store import refusals
from portfolio.store.looking import Found, Look
from portfolio.store.notices import Kind, notice
from portfolio.wording import Words


def test_every_notice_is_a_sentence_that_names_the_file() -> None:
    for kind in get_args(Kind):
        sentence = notice(kind, path="a.json", kept="b.json", reason="it is empty").sentence(Words("en"))
        assert sentence.endswith((".", "b.json")) and "json" in sentence and "{" not in sentence


def test_every_refusal_is_a_sentence_that_names_the_file() -> None:
    for found in get_args(Found):
        refusal = refusals.of(Look(found, reason="it is empty"), "a.json")
        assert "a.json" in refusal.sentence(Words("en")) and refusal.exit_status == 1
        assert refusals.reason_why(Look(found, reason="it is empty"))
    assert "no permission" in refusals.NotSavedError("no permission").sentence(Words("en"))


def test_a_new_portfolio_id_is_a_random_uuid() -> None:
    one, other = refusals.fresh_portfolio_id(), refusals.fresh_portfolio_id()
    assert one != other and one[14] == "4" and one[19] in "89ab" and len(one) == 36
