"""Find numbers and addresses that identify a person or expose an organisation's systems, in plain letters.

A bank account counts when its check digits are right (ISO 13616, modulo 97), a citizen service number when it passes
the Dutch eleven-test; other numbers by their form. Every repetition in a pattern is bounded, so that a text of any
length is searched in linear time: an address has at most 64 characters before the @ and 63 between two points (RFC 5321
4.5.3.1, RFC 1035 2.3.4).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from portfolio.journey.sharing.known_words import SHORT_WORDS
from portfolio.journey.sharing.plain_letters import PlainLetters

_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PHONE: Final = re.compile(
    r"(?<![\w-])(?:(?:\((?=\d{2,5}\)))?(?:\+|00)?\d(?:[ ()./-]{0,3}\d){8,14}|\(\d{3}\) ?\d{3}[ -]\d{4})(?![\w-])"
)
_BSN_DIGITS: Final = 9
_DATE: Final = re.compile(r"(?<!\d)(?:\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./]\d{4})(?!\d)")
_CLOCKS: Final = re.compile(r"[012]\d\.[0-5]\d(?:[ ()/-]{1,3}[012]\d\.[0-5]\d)+")
_POSTCODE: Final = re.compile(r"(?<![^\W_])[1-9]\d{3} ?(?!sa|sd|ss)[a-z]{2}(?![^\W_])")
_POSTCODE_UK: Final = re.compile(r"(?<![^\W_])[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}(?![^\W_])")
_UNITS: Final = frozenset(
    (
        "kg", "km", "kw", "kb", "mb", "gb", "tb", "cm", "mm", "ml", "dl", "cl", "ma", "mv", "hz", "pa", "va", "wh",
        "kv", "px", "ms", "ns", "dm", "mg", "nm", "lb", "ft", "kj", "cv", "pk", "db", "am", "pm", "st", "nd", "rd",
        "th", "er", "we", "te", "en", "of", "in", "op", "is", "x",
    )
)  # fmt: skip
"""Two letters that belong to the number before them: 2500 kB, 1200en."""
_AFTER_YEAR: Final = frozenset(
    ("it", "hr", "bv", "nv", "pc", "tv", "ai", "or", "cv", "eu", "uk", "us", "vn", "ok", "ik")
)
_IBAN: Final = re.compile(r"(?<![^\W_])([a-z]{2})\d{2}(?:[ .-]?[a-z0-9]){11,30}")
_IBAN_LENGTH: Final = {
    "nl": 18, "be": 16, "de": 22, "gb": 22, "fr": 27, "es": 24, "it": 27, "lu": 20, "at": 20, "ch": 21, "pl": 28,
    "pt": 25, "ie": 22, "dk": 18, "se": 24, "no": 15, "fi": 18, "cz": 24, "hu": 28, "ro": 24, "bg": 22, "gr": 27,
    "tr": 26, "hr": 21, "lt": 20, "lv": 21, "ee": 20, "sk": 24, "si": 19, "mt": 31, "cy": 28,
}  # fmt: skip
"""The length of an IBAN by country, for the countries that users are likely to have accounts in (IBAN registry)."""
_NINE: Final = re.compile(r"(?<![\w.,+-])\d(?:[ .-]?\d){8}(?![\w-]|[.,]\d)")
_BSN_NAMED: Final = re.compile(
    r"(?<![^\W_])(?:bsn|burgerservicenummer|sofinummer)\W{1,4}(?:is )?(\d(?:[ .-]?\d){7,8})(?!\d)"
)
_NUMBERED: Final = re.compile(
    r"(?<![^\W_])(?:personeels|medewerkers?|werknemers?|klant|client|patient|dossier|student|studenten|leerling|"
    r"debiteur|polis|rekening|paspoort|employee|staff|personnel|payroll|customer|client|patient|student|pupil|policy|"
    r"account|passport|national insurance|social security)(?:[ -]?(?:nummer|nrs?|number|no|id))"
    r"(?:\W{1,3}| (?:is|was) )((?:[a-z]{1,4}-?)?\d[\d.-]{1,18}\d)(?![^\W_])"
)
_NATIONAL: Final = re.compile(r"(?<![\w.-])(?:[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d]|\d\d\.\d\d\.\d\d-\d{3}\.\d\d)(?![\w-])")
"""A British national insurance number and a Belgian national register number, by their form."""
_PASSWORD: Final = re.compile(
    r"(?<![^\W_])(?:wachtwoord|password|passcode|passphrase|pincode|pin|toegangscode|alarmcode|inlogcode)"
    r"(?: (?:van|voor|of|for|to|on|op)(?: (?:de|het|mijn|the|my|our))? \w{1,30})?"
    r"(?:(?: (?:is|was|wordt)(?: now| nu)?)?[:=]? ?)(?=\S{0,60}\d)(\S{4,64})"
)
_PLATE: Final = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d\d-(?:\d\d|[A-Z]{2})|\d\d-(?:[A-Z]{2}-\d\d|\d\d-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}|[A-Z]{3}-\d)|"
    r"[A-Z]{2}-[A-Z]{2}-\d\d|\d-[A-Z]{3}-\d\d|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d\d-[A-Z]|"
    r"[A-Z]-\d\d-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|\d-[A-Z]{3}-\d{3})(?![\w-])"
)
"""The series of Dutch (RDW) and Belgian number plates, with their dashes."""
_ADDRESS: Final = re.compile(
    r"(?<![^\W_])(?!Snelweg|Rijksweg)[A-Z][\w'’-]{0,40}(?:straat|laan|weg|plein|gracht|kade|singel|dijk|hof|steeg|stra(?:ß|ss)e)"
    r" \d{1,4}(?: ?[a-zA-Z])?(?![\w.,:]?\w)"
    r"|(?<![\w.,])\d{1,4}[a-zA-Z]? [A-Z][\w'’-]{1,40} (?:Street|Road|Lane|Avenue|Drive|Close|Terrace)(?!\w)"
)
_PATH: Final = re.compile(
    r"(?<!\w)(?:[a-z]:[\\/](?!/)|\\\\[\w.-]+\\|~/|file://|%\w{1,30}%\\|\$home/|"
    r"/(?:home|users|mnt|media|srv|var|etc|tmp|opt|root|volumes)/)\S+"
)
_LINK: Final = re.compile(r"\[\[[^\[\]]{1,200}\]\]|(?<!\w)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)")
_URL: Final = re.compile(r"(?<!\w)(?:https?|ftps?|sftp|wss?|ssh|smb)://[^\s<>\"”]+")
_SECRET_KEY: Final = re.compile(
    r"[?&#;](?:[\w.-]{0,40}(?:token|secret|signature|passw(?:or)?d|api_?-?key|credential)|key|sig|auth|pwd|pass|"
    r"sid|session|jwt|code|sessionid)=[^&#\s]"
)
_SECRET: Final = re.compile(
    r"(?<!\w)(?:eyj[\w-]{10,2000}\.[\w.-]{10,4000}|gh[pousr]_\w{20,255}|akia[0-9a-z]{16}|sk-[\w-]{20,200}|"
    r"xox[abpr]-[\w-]{10,200}|glpat-[\w-]{20,100})"
)
_LONG_CODE: Final = re.compile(r"(?=[\w-]{0,200}\d)(?=[\w-]{0,200}[a-z])[a-z0-9_-]{32,}")
_INTERNAL: Final = r"(?:local|intranet|intern|internal|lan|corp|localdomain|home\.arpa)"
_PRIVATE_IP: Final = (
    r"(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|127(?:\.\d{1,3}){3}|"
    r"169\.254(?:\.\d{1,3}){2})"
)
_HOST: Final = re.compile(
    rf"(?<![\w.@-])(?:{_PRIVATE_IP}|localhost:\d+|[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,5}}\.{_INTERNAL})(?::\d+)?(?![\w-]|\.\w)"
)
_AUTHORITY: Final = re.compile(r"\w+://([^/?#]*)")
_CLOSING: Final = ".,;:!?)]}'\""
"""Characters that end a sentence rather than an address."""

Finder = Callable[[PlainLetters], Iterator[tuple[int, int]]]
"""Yields the places of its hits in the text as typed."""


def _in_plain_letters(
    pattern: re.Pattern[str], fits: Callable[[str], bool] = lambda _words: True, group: int = 0
) -> Finder:
    def find(plain: PlainLetters) -> Iterator[tuple[int, int]]:
        for found in pattern.finditer(plain.letters):
            if fits(found[group]):
                yield plain.span(*found.span(group))

    return find


def _as_typed(pattern: re.Pattern[str]) -> Finder:
    return lambda plain: (found.span() for found in pattern.finditer(plain.text))


def _is_phone(words: str) -> bool:
    """Return whether it has nine digits or more and starts like a telephone number, dates and times excluded."""
    digits = sum(letter.isdigit() for letter in _DATE.sub(" ", words)) if not _CLOCKS.fullmatch(words) else 0
    return (9 <= digits <= 15 and words.lstrip("(").startswith(("0", "+"))) or (words.startswith("(") and digits == 10)


def _is_bsn(words: str) -> bool:
    digits = [int(letter) for letter in words if letter.isdigit()]
    digits = [0] * (9 - len(digits)) + digits
    total = sum(digit * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return any(digits) and total % 11 == 0


def _postcodes(plain: PlainLetters) -> Iterator[tuple[int, int]]:
    """Yield four digits with two letters that are no unit.

    Lower-case letters after a space also need a town after them, or the word "postcode" before them.
    """
    for found in _POSTCODE.finditer(plain.letters):
        start, end = plain.span(*found.span())
        letters, capitals = found[0][-2:], plain.text[start:end][-2:].isupper()
        year = "1990" <= found[0][:4] <= "2039" and letters in _AFTER_YEAR
        if " " not in found[0]:
            fits = capitals or letters not in _UNITS
        elif capitals:
            fits = not year and letters not in _UNITS
        else:
            named = "postcode" in plain.letters[max(found.start() - 12, 0) : found.start()]
            town = plain.text[end : end + 1] == " " and plain.text[end + 1 : end + 2].isupper()
            fits = named or (town and not year and letters not in _UNITS and letters not in SHORT_WORDS)
        if fits:
            yield start, end
    for found in _POSTCODE_UK.finditer(plain.letters):
        start, end = plain.span(*found.span())
        if plain.text[start:end].isupper():
            yield start, end


def _ibans(plain: PlainLetters) -> Iterator[tuple[int, int]]:
    for found in _IBAN.finditer(plain.letters):
        places = [n for n in range(*found.span()) if plain.letters[n].isalnum()]
        length = _IBAN_LENGTH.get(found[1], 0)
        if not length or len(places) < length:
            continue
        places = places[:length]
        code = "".join(plain.letters[n] for n in places)
        ends = not plain.letters[places[-1] + 1 : places[-1] + 2].isalnum()
        if ends and code.isascii() and int("".join(str(int(each, 36)) for each in code[4:] + code[:4])) % 97 == 1:
            yield plain.span(places[0], places[-1] + 1)


def _paths(plain: PlainLetters) -> Iterator[tuple[int, int]]:
    for found in _PATH.finditer(plain.letters):
        yield plain.span(found.start(), found.start() + len(found[0].rstrip(_CLOSING)))


def _passwords(plain: PlainLetters) -> Iterator[tuple[int, int]]:
    """Yield what is written after a word such as password, if it contains a digit."""
    for found in _PASSWORD.finditer(plain.letters):
        words = found[1].strip(_CLOSING.replace("!", "") + "\"'“‘")
        if words:
            start = plain.letters.index(words, found.start(1))
            yield plain.span(start, start + len(words))


def _addresses(plain: PlainLetters) -> Iterator[tuple[str, int, int]]:
    """Yield web addresses that contain a secret or lead to an internal machine."""
    for found in _URL.finditer(plain.letters):
        url = found[0].rstrip(_CLOSING)
        place = plain.span(found.start(), found.start() + len(url))
        asked = _AUTHORITY.match(url)
        authority = asked[1] if asked else ""
        host = authority.rpartition("@")[2].partition(":")[0] if "[" not in authority else "[v6]"
        if "@" in authority or _SECRET_KEY.search(url) or _LONG_CODE.search(url, len(authority)):
            yield "secret", *place
        elif "." not in host or _HOST.fullmatch(host):
            yield "host", *place


_SIGNS: Final = re.compile(r"[\d@:/\\.\[~%$-]")
"""Everything searched for here contains one of these characters."""
_DIGIT: Final = re.compile(r"\d")
_BY_SIGNS: Final[tuple[tuple[str, Finder], ...]] = (
    ("secret", _in_plain_letters(_SECRET)),
    ("secret", _passwords),
    ("mail", _in_plain_letters(_MAIL)),
    ("path", _paths),
    ("link", _in_plain_letters(_LINK)),
    ("host", _in_plain_letters(_HOST)),
)
_BY_DIGITS: Final[tuple[tuple[str, Finder], ...]] = (
    ("iban", _ibans),
    ("bsn", _in_plain_letters(_BSN_NAMED, group=1)),
    ("phone", _in_plain_letters(_PHONE, lambda words: _is_phone(words) and sum(map(str.isdigit, words)) > _BSN_DIGITS)),
    ("bsn", _in_plain_letters(_NINE, _is_bsn)),
    ("number", _in_plain_letters(_NUMBERED, group=1)),
    ("number", _in_plain_letters(_NATIONAL)),
    ("phone", _in_plain_letters(_PHONE, _is_phone)),
    ("plate", _as_typed(_PLATE)),
    ("postcode", _postcodes),
    ("address", _as_typed(_ADDRESS)),
)
"""The most certain first, as `numbers` yields them."""


def numbers(plain: PlainLetters) -> Iterator[tuple[str, int, int]]:
    """Yield the sort and the place of each hit, in the text as typed; hits can overlap, the most certain first."""
    if not _SIGNS.search(plain.letters):
        return
    yield from _addresses(plain)
    for sort, find in (*_BY_SIGNS, *(_BY_DIGITS if _DIGIT.search(plain.letters) else ())):
        for start, end in find(plain):
            yield sort, start, end
