"""Every notice and every refusal has its sentence."""

from __future__ import annotations

from typing import get_args

from portfolio.store import errors
from portfolio.store.file.probe import FileState, Found
from portfolio.store.notices import MESSAGES, Kind, Notice, notice
from portfolio.wording import Words

ABOUT_RECORDS: set[Kind] = {
    "purged_elsewhere", "purge_held", "beside", "careful", "not_deleted", "not_deleted_all", "not_purged",
    "lists_joined", "kept_alive", "kept_alive_all",
}  # fmt: skip
SAFE = ("kept", "keeps", "counts", "gone")


def test_every_notice_is_a_sentence_that_names_the_file() -> None:
    for kind in set(get_args(Kind)) - ABOUT_RECORDS:
        sentence = notice(kind, path="a.json", kept="b.json", reason="it is empty").sentence(Words("en"))
        assert sentence.endswith((".", "b.json")) and "json" in sentence and "{" not in sentence


def test_every_notice_about_records_says_what_is_kept() -> None:
    for kind in ABOUT_RECORDS:
        sentence = Notice(kind, MESSAGES[kind], {"n": 3, "kinds": {"goal": 2}}).sentence(Words("en"))
        assert sentence.endswith(".") and any(word in sentence for word in SAFE) and "{" not in sentence


def test_the_reason_is_told_in_the_language_asked_for() -> None:
    words = Words("nl")
    reason = words("no permission")
    assert reason != "no permission"
    for said in (
        notice("unreachable", path="a.json", reason="no permission"),
        errors.of(FileState("unreachable", reason="no permission"), "a.json"),
        errors.of(FileState("damaged", reason="no permission"), "a.json"),
        errors.NotSavedError("no permission"),
    ):
        assert reason in said.sentence(words)


def test_every_refusal_is_a_sentence_that_names_the_file() -> None:
    for found in get_args(Found):
        refusal = errors.of(FileState(found, reason="it is empty"), "a.json")
        assert "a.json" in refusal.sentence(Words("en")) and refusal.exit_status == 1
        assert errors.reason_why(FileState(found, reason="it is empty"))
    assert "no permission" in errors.NotSavedError("no permission").sentence(Words("en"))
