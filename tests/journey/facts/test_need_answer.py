"""What an answer to a need says."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio.journey.facts.need_answer import NeedAnswer, need_answer

YES, NO = NeedAnswer(promised=True), NeedAnswer(promised=False)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Ja", YES), ("Ja, vanaf januari.", YES), ("yes", YES), ("Toegezegd door Erik", YES), ("Approved.", YES),
        ("Erik heeft het toegezegd op 12 februari 2026.", YES._replace(on=date(2026, 2, 12))),
        ("Promised on 2026-02-12", YES._replace(on=date(2026, 2, 12))),
        ("Akkoord, 3-4-2026", YES._replace(on=date(2026, 4, 3))),
        ("Agreed: 5 Mar. 2026", YES._replace(on=date(2026, 3, 5))),
        ("Ja, 31 feb 2026 of 1 mei 2026", YES._replace(on=date(2026, 5, 1))),
        ("Nee, geen budget.", NO), ("Afgewezen", NO), ("Turned down on 5 May 2026", NO._replace(on=date(2026, 5, 5))),
        ("Niet akkoord", NO),
        ("", None), (None, None), ("Erik zoekt het uit", None), ("Nog niet toegezegd", None),
        ("Is it approved?", None), ("No answer yet", None), ("Als het wordt goedgekeurd, dan in mei", None),
        ("Toegezegd, of afgewezen", YES), ("Eerst afgewezen en daarna toegezegd", None), ("Jan vraagt het na", None),
        ("Nog geen antwoord", None), ("It was not refused", None),
    ],
)  # fmt: skip
def test_an_answer_says_yes_or_no_only_when_that_is_sure(text: str | None, answer: NeedAnswer | None) -> None:
    assert need_answer(text) == answer


@pytest.mark.parametrize("answer", [YES, NO, YES._replace(on=date(2026, 2, 12)), NO._replace(on=date(2026, 2, 12))])
def test_its_own_words_are_read_again(answer: NeedAnswer) -> None:
    assert need_answer(answer.as_text) == answer
