"""Around a conversation on the command line: what fits now, the mail afterwards, and what becomes of agreements."""

from __future__ import annotations

from collections.abc import Callable

from tests.cli.conftest import Cli

Add = Callable[..., str]


def test_ready_says_what_fits_now_and_what_is_different(cli: Cli, added: Add) -> None:
    before = added("conversation", "--date", "2025-11-10", "--sort", "performance", "--state", "held")
    added("agreement", "A course", "--conversation", before, "--state", "done")
    coming = added("conversation", "--date", "2026-11-20", "--sort", "performance")
    found = cli("ready", "--json").json
    assert (found["talk"]["id"], found["talk"]["days"], found["talk"]["step"]) == (coming, 2, "send")
    assert (found["since_then"]["id"], found["since_then"]["kept"]) == (before, 1)
    assert found["since"] == "2025-11-10"
    assert "choose what you share" in " ".join(cli("--lang", "en", "ready").out.split())
    assert "Since the conversation of 10 Nov 2025" in cli("--lang", "en", "ready").out
    assert "1 kept" in cli("--lang", "en", "sheet").out


def test_a_conversation_is_planned_with_a_day_alone_as_the_hint_says(cli: Cli, added: Add) -> None:
    added("note", "a portfolio, without a conversation")
    assert "leerreis add conversation --date" in cli("--lang", "en", "sheet").err
    planned = added("conversation", "--date", "2026-12-10")
    assert cli("show", planned, "--json").json["date"] == "2026-12-10"
    assert cli("add", "conversation", "--date", "").status == cli("add", "goal", "--date", "2026-12-10").status == 2


def test_the_mail_afterwards_has_what_both_sides_do(cli: Cli, added: Add) -> None:
    added("person", "Noor", "--role", "manager")
    conversation = added("conversation", "--date", "2026-11-10", "--with", "Noor", "--state", "held")
    assert cli("sheet", "--mail").status == 1
    added("agreement", "Order the meter", "--conversation", conversation, "--owner", "manager", "--due", "2027-02-01")
    text = cli("--lang", "en", "sheet", "--mail").out
    assert text.startswith("Hi Noor,")
    assert "- Order the meter (you, by 1 February 2027)" in text
    assert cli("--lang", "en", "sheet", conversation, "--mail").out == text


def test_an_agreement_becomes_a_goal_a_step_or_a_need(cli: Cli, added: Add) -> None:
    agreement = added("agreement", "Follow the course", "--due", "2027-03-01")
    refused = cli("become", agreement, "step")
    assert (refused.status, refused.out) == (2, "")
    goal = cli("become", agreement, "goal").out.strip()
    assert cli("show", goal, "--json").json["title"] == "Follow the course"
    assert cli("show", agreement, "--json").json["goal"] == goal
    assert cli("become", agreement, "step").status == 0
    assert cli("become", agreement, "need").status == 0
    assert cli("become", agreement, "dream").status == 2
    assert cli("become", "nothing of the sort", "goal").status != 0


def test_a_plan_looks_ahead_and_says_which_day_it_took(cli: Cli, added: Add) -> None:
    said = cli("--lang", "en", "add", "conversation", "--date", "15 march")
    assert "15 March 2027" in said.err
    planned = said.out.strip()
    assert cli("show", planned, "--json").json["date"] == "2027-03-15"
    assert cli("--lang", "en", "edit", planned, "--date", "").status == 2
    held = added("conversation", "--date", "15 march", "--state", "held")
    assert cli("show", held, "--json").json["date"] == "2026-03-15"
    today = cli("--lang", "en", "add", "conversation", "--with", "Noor")
    assert "No day was given" in today.err
    assert "18 November 2026" in today.err
    assert "No day" not in cli("--lang", "en", "add", "conversation", "Office", "--state", "held").err


def test_the_mail_has_what_is_agreed_in_a_conversation_that_is_still_open(cli: Cli, added: Add) -> None:
    before = added("conversation", "--date", "2025-11-10", "--state", "held")
    added("agreement", "A course", "--conversation", before, "--date", "2025-11-10")
    planned = added("conversation", "--date", "2026-11-25", "--with", "Noor")
    empty = cli("--lang", "en", "sheet", planned, "--mail")
    assert (empty.status, empty.out) == (1, "")
    assert "Nothing was agreed in this conversation yet" in empty.err
    added("agreement", "Order the meter", "--conversation", planned)
    mail = cli("--lang", "en", "sheet", "--mail")
    assert (mail.status, "- Order the meter" in mail.out, "A course" in mail.out) == (0, True, False)
    assert "On Wednesday 25 November 2026 we meet" in mail.out
    assert "still open" in mail.err
    assert "still open" not in mail.out
    cli("edit", planned, "--state", "held")
    closed = cli("--lang", "en", "sheet", "--mail")
    assert "Thank you for our conversation" in closed.out
    assert "still open" not in closed.err


def test_shared_feedback_that_waits_for_a_yes_says_so(cli: Cli, added: Add) -> None:
    waits = "It is included once the other person says yes."
    asked = "leerreis edit ID --permission yes"
    feedback, goal = added("feedback", "You explain well"), added("goal", "Welding")
    said = cli("--lang", "en", "share", feedback).err
    assert waits in said
    assert asked in said
    several = cli("--lang", "en", "share", feedback, goal).err
    assert "2 records are shareable" in several
    assert "Feedback is included once the other person says yes." in several
    assert waits in cli("--lang", "en", "add", "feedback", "You listen", "--share").err
    assert waits in cli("--lang", "en", "edit", feedback, "--permission", "no").err
    assert "yes" not in cli("--lang", "en", "edit", feedback, "--permission", "yes").err
    assert waits not in cli("--lang", "en", "share", feedback).err
    assert waits not in cli("--lang", "en", "share", goal).err
