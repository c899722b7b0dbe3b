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
    r"\w{0,20}kanker(?:patient(?:en)?|onderzoek|behandeling)?", r"tumor(?:en)?", r"uitgezaaid", r"uitzaaiing(?:en)?",
    r"bestra(?:ald|ling|lingen)", r"chemo(?:kuur|kuren|s)?", r"\w{0,20}infarct(?:en)?", r"hartaanval(?:len)?",
    r"hart(?:falen|ziekten?|stilstand|operaties?|patient(?:en)?)", r"beroertes?",
    r"hersen(?:bloeding|tumor|letsel|schudding)(?:en)?",
    r"(?:chemo|immuno|radio|psycho|hormoon|trauma|relatie|gedrags|groeps)-?therapie(?:en)?", r"\w{0,20}abortus",
    r"pts[sd]", r"trauma(?:'?s|tisch|tische)?(?! ?(?:team|kamer|heli|centrum|chirurg))", r"paniekaanval(?:len)?",
    r"(?:eet|persoonlijkheids|slaap|stemmings|paniek|dwang)stoornis(?:sen)?", r"anorexia", r"boulimia",
    r"bipolair", r"borderline(?! (?:case|geval|result|score))", r"schizofre(?:en|nie)", r"psychoses?", r"psychotisch",
    r"suikerziekte", r"epilepsie", r"reuma",
    r"long[ -]?covid", r"(?:post)?natale depressie", r"ivf", r"emdr",
    r"re-?integrati(?:e|es|on)(?:traject|plan|gesprek|begeleid(?:er|ing)|consulent)?", r"(?:ge)?re-?integreer(?:d|t)?",
    r"re-?integreren", r"(?:wia|wao|wajong|iva|wga)(?:-?(?:uitkering|aanvraag|keuring|gerechtigd))?",
    r"(?:bijstands|werkloosheids|ziekte|ww-)uitkering(?:en)?", r"(?<=in de )bijstand", r"wet verbetering poortwachter",
    r"aangepast(?:e)? werk", r"hiv", r"verslaafd", r"verslaving(?:en)?", r"zelfmoord(?:poging)?", r"suicid(?:e|al|aal)",
    r"misbruik", r"mishandeld",
    r"(?<!ik )(?<!geloof )geloof(?:s\w{1,20})?(?! (?:ik|je|jij|we|me|dat|niet|er|wel|van mij)\b)", r"gelovige?",
    r"vakbond(?:en|s\w{0,20})?", r"moslims?", r"homoseksu(?:eel|ele|aliteit)", r"lesbisch", r"transgender",
    r"schuld(?:en|hulp\w{0,20}|sanering|eisers?)", r"(?<!de )(?<!ijn )(?<!aar )(?<!jouw )(?<!hun )(?<!igen )schuld",
    r"loonbeslag", r"strafblad", r"ontslag(?:en|name|brief|aanvraag|gesprek)?", r"reorganisaties?",
    r"boventallig(?:e|heid)?", r"wachtwoord(?:en)?", r"(?:echt)?scheiding(?:en)?(?! (?:van|tussen)\b)",
    r"seksuele? \w{1,20}", r"intimidatie",
    # English
    r"ill(?!-)", r"illness(?:es)?", r"sick(?:ness|nesses|[ -]?(?:leave|note|pay|days?))?",
    r"burn[td]?[ -]?out", r"burned[ -]out",
    r"depressi(?:on|ve)", r"depressed", r"anxiety disorder", r"diagnosis", r"diagnosed(?= with)", r"medicines?",
    r"medications?", r"pregnan(?:t|cy|cies)", r"miscarriages?", r"therap(?:y|ies|ist|ists)", r"psychologists?",
    r"psychiatrists?", r"disabilit(?:y|ies)", r"disabled (?:person|people|colleague|customer|child)",
    r"(?<=he is )disabled", r"(?<=i am )disabled", r"(?<=who is )disabled", r"dyslexi(?:a|c)", r"cancer",
    r"addict(?:ed|ion|ions)", r"abused?", r"harass(?:ed|ment)", r"religion", r"religious", r"muslims?",
    r"trade unions?", r"(?<!european )unions?(?! (?:all|in|of|query|join)\b)", r"(?<!technical )(?<!tech )debts?",
    r"bankrupt(?:cy)?", r"criminal record", r"dismiss(?:al|als|ed)", r"fired", r"laid off", r"layoffs?",
    r"redundan(?:t|cy|cies)", r"reorgani[sz]ations?", r"passwords?", r"divorced?", r"divorces",
    r"chemotherapy", r"radiotherapy", r"immunotherapy", r"psychotherapy", r"tumou?rs?", r"metastas(?:is|es)",
    r"heart (?:attacks?|failure|disease|surgery)", r"(?<=a )stroke", r"(?<=my )stroke", r"(?<=his )stroke",
    r"(?<=her )stroke", r"(?:eating|personality|bipolar|panic|sleep|mood|stress) disorders?", r"bipolar",
    r"bulimi(?:a|c)", r"anorexic", r"schizophreni(?:a|c)", r"psychos(?:is|es)", r"psychotic", r"panic attacks?",
    r"(?:nervous|mental) breakdown", r"mental health (?:problems?|issues?|crisis)", r"self[ -]harm(?:ed|ing|s)?",
    r"epilep(?:sy|tic)", r"multiple sclerosis", r"concussion", r"brain injur(?:y|ies)", r"abortions?", r"stillbirth",
    r"menopaus(?:e|al)", r"phased return", r"occupational health", r"fit note",
    r"universal credit",
)  # fmt: skip
_ANY: Final = re.compile(rf"(?<![^\W_])(?:{'|'.join(PATTERNS)})(?![^\W_])")


def sensitive(plain: PlainLetters) -> Iterator[tuple[int, int]]:
    """Yield the places of sensitive words, in the text as typed."""
    return spans(plain, _ANY.finditer(plain.letters))
