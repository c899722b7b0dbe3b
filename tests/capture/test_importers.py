"""Notes of other programs: what begins an entry and what does not, and ids that follow from the content."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.capture.importers import dayone, jrnl, markdown
from portfolio.capture.importers.note import NO_DAY, STARRED, Note, Unread, with_ids

DAY = date(2026, 3, 12)


def notes(text: str) -> list[Note]:
    """The entries of a jrnl text file; nothing in it is unread."""
    found = list(jrnl.from_text(text, "j.txt"))
    assert not any(isinstance(each, Unread) for each in found)
    return [each for each in found if isinstance(each, Note)]


def test_an_entry_begins_at_a_moment_between_brackets_and_its_title_is_the_first_sentence() -> None:
    one, two, three = notes(
        "[2026-03-12 21:30] A day with @Ruud. First measured!\nThen called.\n\n"
        "[2026-03-13 09:05 PM] Only a title *\n\n[2026-03-14] No end\nmore #Tag/sub"
    )
    assert (one.day, one.title, one.text) == (DAY, "A day with @Ruud.", "First measured!\nThen called.")
    assert one.tags == ("ruud",)
    assert (two.key, two.title, two.tags) == ("2026-03-13T21:05:00", "Only a title", (STARRED,))
    assert (three.text, three.tags, three.place) == ("more #Tag/sub", ("tag/sub",), "j.txt, 6")
    assert two.texts["answers"] == ["text=Only a title"] and "title" not in two.texts


def test_a_pasted_chat_stays_text_of_its_entry() -> None:
    (one,) = notes("[2026-03-12 21:30] Chat.\n[26/11, 23:32] Anna: hi\n[26/11, 23:33] Bob: yes\n[x] done\n")
    assert one.text.count("\n") == 2


def test_before_version_2_a_moment_had_no_brackets() -> None:
    assert [each.title for each in notes("2014-01-02 10:00 Old title\ntext\n\n2014-01-03 9:00 Other\n")] == [
        "Old title",
        "Other",
    ]
    assert jrnl.is_text("2014-01-02 10:00 Old title") and not jrnl.is_text("# A heading")


def test_words_before_the_first_entry_are_named_and_not_lost_silently() -> None:
    first, second = jrnl.from_text("words\n[2026-03-12 21:30] Title\n", "j.txt")
    assert first == Unread("j.txt, 1", NO_DAY)
    assert isinstance(second, Note)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r")), max_size=6))
def test_every_word_below_an_entry_is_in_it(lines: list[str]) -> None:
    text = "\n".join(line for line in lines if not line.startswith(("[", "1", "2")))
    found = list(jrnl.from_text(f"[2026-03-12 21:30] Title\n{text}", "j.txt"))
    kept = "".join("".join(each.text.split()) for each in found if isinstance(each, Note))
    assert kept == "".join(text.split())


def test_the_json_of_jrnl_makes_the_same_notes_as_its_text() -> None:
    text = "[2026-03-12 21:30] A day. First\nsecond\n"
    entry = {"title": "A day.", "body": "First\nsecond\n", "date": "2026-03-12", "time": "21:30", "starred": False}
    exported = json.dumps({"tags": {}, "entries": [entry, {"title": "x", "date": "never"}, 7]})
    same, *unread = jrnl.from_json(exported, "j.json")
    assert isinstance(same, Note)
    assert [i for i, _note in with_ids([same])] == [i for i, _note in with_ids(notes(text))]
    assert unread == [Unread("j.json, 2", NO_DAY), Unread("j.json, 3", NO_DAY)]
    assert list(jrnl.from_json("[" * 100_000, "j.json")) == [Unread("j.json", jrnl.NOT_JSON)]


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=8))
def test_equal_notes_have_ids_of_their_own_and_always_the_same(texts: list[str]) -> None:
    found = [Note("jrnl", "key", DAY, text) for text in texts]
    ids = [identity for identity, _note in with_ids(found)]
    assert len(set(ids)) == len(ids)
    assert ids == [identity for identity, _note in with_ids(found)]


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("days/2026-03-12.md", DAY),
        ("2026_03_12.md", DAY),
        ("2026-W11.md", date(2026, 3, 15)),
        ("Pumps.md", date(2020, 1, 1)),
    ],
)
def test_the_day_of_a_markdown_note_is_in_its_name(path: str, day: date) -> None:
    note = markdown.note_of("text", path, date(2020, 1, 1))
    assert note is not None and note.day == day
    assert note.title == ("Pumps" if path == "Pumps.md" else "")


def test_markdown_keeps_its_words_and_loses_links_and_html() -> None:
    text = (
        "---\ntags: [work]\n---\n# Heading\nSee [[Other note#part|that]] and ![[photo.png]], <b>bold</b> #pump\n"
        "- [ ] task\n\n`code #not <b>` a&#39;b http://x/#frag"
    )
    note = markdown.note_of(text, "2026-03-12.md", DAY)
    assert note is not None
    assert (note.title, note.tags) == ("Heading", ("work", "pump"))
    assert note.text.startswith("See that and photo.png, bold #pump\n- [ ] task\n\n`code #not <b>`")
    assert markdown.note_of(" \n", "a.md", DAY) is None


def test_day_one_gives_the_day_where_it_was_written_and_two_entries_of_one_second() -> None:
    entry = {"creationDate": "2026-03-12T23:30:00Z", "timeZone": "Europe\\/Amsterdam", "starred": True, "tags": ["a"]}
    exported = json.dumps(
        {
            "entries": [
                {**entry, "text": "# Title\nDone\\. 1\\) ok", "uuid": "A"},
                {**entry, "text": "Two", "uuid": "B"},
                {},
            ]
        }
    )
    one, two, unread = dayone.from_json(exported, "d.json")
    assert isinstance(one, Note) and isinstance(two, Note)
    assert (one.day, one.title, one.text, one.tags) == (date(2026, 3, 13), "Title", "Done. 1) ok", ("a", STARRED))
    assert two.text == "Two"
    assert unread == Unread("d.json, 3", NO_DAY)
    assert len({identity for identity, _note in with_ids([one, two])}) == 2


@pytest.mark.parametrize("zone", [None, 7, "", "../../etc/passwd", "Nowhere/Land"])
def test_a_time_zone_that_is_not_known_counts_as_utc_and_odd_values_do_no_harm(zone: object) -> None:
    entry = {"creationDate": "2026-03-12T23:30:00Z", "timeZone": zone, "tags": None, "text": "Hello", "starred": "yes"}
    (note,) = dayone.from_json(json.dumps({"entries": [entry]}), "d.json")
    assert isinstance(note, Note)
    assert (note.day, note.text, note.tags) == (DAY, "Hello", ())
