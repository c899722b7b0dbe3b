"""Numbers and addresses are found in the forms in which people type them."""

from __future__ import annotations

import pytest

from tests.journey.sharing.looking import found_in


@pytest.mark.parametrize(
    ("sort", "words"),
    [
        ("phone", "06-12-345678"), ("phone", "06\u00a01234\u202f5678"), ("phone", "06‑12345678"),
        ("phone", "0612345678"), ("phone", "06.12.34.56.78"), ("phone", "06 – 12 34 56 78"),
        ("phone", "+31 (0)6 12345678"), ("phone", "+31612345678"), ("phone", "0031 6 12345678"),
        ("phone", "(020) 123 45 67"), ("phone", "+32 475 12 34 56"), ("phone", "07700 900123"),
        ("postcode", "1234ab"), ("postcode", "1234\u00a0AB"), ("postcode", "1234AB"), ("postcode", "SW1A 1AA"),
        ("iban", "NL91 ABNA 0417 1643 00"), ("iban", "nl91abna0417164300"),
        ("iban", "NL91\u00a0ABNA\u00a00417164300"), ("iban", "BE68 5390 0754 7034"),
        ("iban", "GB82-WEST-1234-5698-7654-32"), ("bsn", "111222333"), ("bsn", "111.222.333"),
        ("bsn", "1112 22 333"), ("mail", "noor.dewit+x@sub.example.org"), ("plate", "VB-123-X"),
        ("plate", "12-AB-CD"), ("plate", "1-ABC-234"), ("address", "Kerkstraat 12a"),
        ("address", "14 Station Road"), ("path", "C:\\Users\\samir\\bon.pdf"), ("path", "C:/Users/samir"),
        ("path", "\\\\server01\\team"), ("path", "~/bon"), ("path", "/home/samir/bon.pdf"),
        ("path", "file:///etc/x"), ("host", "http://intranet/verlof"), ("host", "https://wiki.corp/x"),
        ("host", "nas01.local"), ("host", "10.0.12.7"), ("host", "192.168.1.20:8080"), ("host", "172.16.0.1"),
        ("host", "localhost:8080"), ("secret", "https://example.org/x?token=abc"),
        ("secret", "https://example.org/x?a=1&api_key=abc"), ("secret", "https://samir:geheim@example.org/"),
        ("secret", "ghp_abcdefghijklmnopqrstuvwx12"), ("link", "[[that day]]"),
        ("link", "01941f29-7c00-7000-8000-00000000044d"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["het was {} en klaar", "({})", "Straße: {}"])
def test_each_sort_is_found_whole(sort: str, words: str, around: str) -> None:
    assert found_in(around.format(words)) == [(sort, words)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("personeelsnummer 12345", "12345"),
        ("Personeelsnr.: A-12345", "A-12345"),
        ("medewerker nr 4411", "4411"),
        ("het cliëntnummer is 99812", "99812"),
        ("employee ID: E1234", "E1234"),
        ("customer no. 8812", "8812"),
    ],
)
def test_a_number_of_a_person_is_found_by_the_word_before_it(text: str, number: str) -> None:
    assert found_in(text) == [("number", number)]


def test_small_letters_behind_a_space_are_a_postcode_when_a_town_or_the_word_says_so() -> None:
    assert found_in("postcode 1234 ab was het") == [("postcode", "1234 ab")]
    assert found_in("daar, 1234 ab Wageningen") == [("postcode", "1234 ab")]
    assert found_in("van 2024 op Maandag, in 2025 in Utrecht, 1234 ab") == []


@pytest.mark.parametrize(
    "text",
    [
        "Op 01-02-2025 10.30 en 2025-12-15 10:30, 08.30-17.00 09.00",
        "NL91ABNA0417164301 klopt niet",  # its check digits do not fit
        "Werkbon 25-1184, artikel 123456789, order 2024-00318",
        "2500kB, 1500 KG, 1013 hPa, 2025 IT, 2024 SA",
        "versie 10.2.1, foutcode E04, 172.32.0.1",
        "https://example.org/cursus?pagina=2 en and/or",
        "de Kerkstraat, snelweg 12, nummer 5, 112, 0900-1234",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("het wachtwoord van de server is Zomer2024!, op een briefje", "Zomer2024!"),
        ("password: hunter2x.", "hunter2x"),
        ("the passcode for the gate was 4711", "4711"),
    ],
)
def test_what_is_written_behind_the_word_password_is_found(text: str, words: str) -> None:
    assert ("secret", words) in found_in(text)


@pytest.mark.parametrize("text", ["pin 13 van de print", "a password of 12 characters", "wachtwoord 3 keer fout"])
def test_a_number_behind_the_word_password_is_not_always_one(text: str) -> None:
    assert all(sort != "secret" for sort, _words in found_in(text))
