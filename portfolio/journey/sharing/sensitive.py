"""Words about health, belief, money and employment that deserve a second look, Dutch and English, with inflections.

Compiled by ourselves, based on articles 9 and 10 of the GDPR and on what a workplace can hold against people. A pattern
includes its usual endings and excludes harmless uses that are common in learning journals ("technical debt", "ik geloof
dat").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portfolio.journey.sharing.plain_letters import PlainLetters, spans

PATTERNS: Final = (
    # Dutch
    r"ziek(?:e|en|te|tes|er|jes|s|gemeld|gemelde|melden|meldde|melding|meldingen|meld)?", r"zieke?(?:verzuim|verlof)",
    r"ziekte(?:verzuim|verlof|wet|uitkering|dagen?|beeld|melding)", r"verzuim(?:gesprek|dossier)?",
    r"burn[ -]?out(?:s|klachten|achtig|verschijnselen)?", r"opgebrand", r"overspann(?:en|enheid|ing)", r"oververmoeid",
    r"depressie(?:s|ve|f)?", r"depressief", r"angststoornis(?:sen)?", r"diagnoses?", r"gediagnosticeerd",
    r"medicijn(?:en|gebruik)?", r"medicatie", r"zwanger(?:e|en|schap|schappen|schaps\w{1,20})?", r"miskra(?:am|men)",
    r"therapie(?:en)?", r"therapeut(?:en|e)?", r"psycholo(?:og|ogen|oge|gisch|gische)",
    r"psychiat(?:er|ers|risch|rische)", r"handicap(?:s|pen)?", r"gehandicapt(?:e|en)?", r"invalide",
    r"arbeidsongeschikt(?:e|heid)?", r"adhd", r"autis(?:me|tisch|tische|m|tic)", r"dyslexie", r"dyslectisch",
    r"kanker", r"hiv", r"verslaafd", r"verslaving(?:en)?", r"zelfmoord(?:poging)?", r"suicid(?:e|al|aal)",
    r"misbruik", r"mishandeld",
    r"(?<!ik )(?<!geloof )geloof(?:s\w{1,20})?(?! (?:ik|je|jij|we|me|dat|niet|er|wel|van mij)\b)", r"gelovige?",
    r"vakbond(?:en|s\w{0,20})?", r"moslims?", r"homoseksu(?:eel|ele|aliteit)", r"lesbisch", r"transgender",
    r"schuld(?:en|hulp\w{0,20}|sanering|eisers?)", r"(?<!de )(?<!ijn )(?<!aar )(?<!jouw )(?<!hun )(?<!igen )schuld",
    r"loonbeslag", r"strafblad", r"ontslag(?:en|name|brief|aanvraag|gesprek)?", r"reorganisaties?",
    r"boventallig(?:e|heid)?", r"wachtwoord(?:en)?", r"(?:echt)?scheiding(?:en)?(?! (?:van|tussen)\b)",
    r"seksuele? \w{1,20}", r"intimidatie",
    # English
    r"ill(?!-)", r"illness(?:es)?", r"sick(?:ness|nesses)?", r"burn[td]?[ -]?out", r"burned[ -]out",
    r"depressi(?:on|ve)", r"depressed", r"anxiety disorder", r"diagnosis", r"diagnosed(?= with)", r"medicines?",
    r"medications?", r"pregnan(?:t|cy|cies)", r"miscarriages?", r"therap(?:y|ies|ist|ists)", r"psychologists?",
    r"psychiatrists?", r"disabilit(?:y|ies)", r"disabled (?:person|people|colleague|customer|child)",
    r"(?<=he is )disabled", r"(?<=i am )disabled", r"(?<=who is )disabled", r"dyslexi(?:a|c)", r"cancer",
    r"addict(?:ed|ion|ions)", r"abused?", r"harass(?:ed|ment)", r"religion", r"religious", r"muslims?",
    r"trade unions?", r"(?<!european )unions?(?! (?:all|in|of|query|join)\b)", r"(?<!technical )(?<!tech )debts?",
    r"bankrupt(?:cy)?", r"criminal record", r"dismiss(?:al|als|ed)", r"fired", r"laid off", r"layoffs?",
    r"redundan(?:t|cy|cies)", r"reorgani[sz]ations?", r"passwords?", r"divorced?", r"divorces",
)  # fmt: skip
_ANY: Final = re.compile(rf"(?<![^\W_])(?:{'|'.join(PATTERNS)})(?![^\W_])")


def sensitive(plain: PlainLetters) -> Iterator[tuple[int, int]]:
    """Yield the places of sensitive words, in the text as typed."""
    return spans(plain, _ANY.finditer(plain.letters))
