"""A document with every sort of block, as a page that stands alone would be: to look at it in every format."""

from __future__ import annotations

from datetime import date

from portfolio.export.document import (
    Anchor,
    Bullets,
    Columns,
    Document,
    Fact,
    Facts,
    Fenced,
    Head,
    Heading,
    Lead,
    Paragraph,
    Quote,
    Quotes,
    Ref,
    Request,
    Requests,
    Result,
    Results,
    Signatures,
    Strong,
    Table,
    Track,
    Tracks,
    YearLine,
    YearMoment,
)


def line(words: str) -> tuple[Paragraph, ...]:
    return (Paragraph((words,)),)


SAMPLE = Document(
    "nl",
    (
        Head(
            "Ontwikkelportfolio van Samir Bouali",
            "Samir Bouali",
            ("servicemonteur · team Service", "Brinkzicht Installatietechniek"),
            ("Ontwikkelportfolio", "planningsgesprek met de serviceleider", "22 december 2025"),
        ),
        Lead("Een jaar geleden belde ik bij bijna elke storing. Dit jaar loste ik er vier op zonder te bellen."),
        Results(
            (
                Result("0 → 4", "storingen opgelost zonder te bellen", "doel: 5 · gemeten sinds 13 jan", (2, 5)),
                Result("behaald", "F-gassen categorie II, voor de zomer", "geldig tot 22 april 2032", (1,)),
                Result("van beginner naar zelfstandig", "inregelen", "vier woningen op één dag"),
            )
        ),
        Heading(2, ("Waar ik sta",)),
        Tracks(
            (
                Track(
                    "Storingzoeken warmtepomp", ("3 Zelfstandig. Serviceleider: ook 3, 10 dec 2025.",), (2,), 1, 3, 3, 4
                ),
                Track("Inregelen cv-installatie", ("4 Gevorderd, eigen inschatting. ", Ref(1)), (), 3, 4, None, 4),
                Track("Werkbon en rapport", ("2 Met hulp",), (), 2, 2),
                Track("Nederlands", ("B1, eigen inschatting",)),
            ),
            0,
            5,
            ("Vaardigheid", "Nu, en wie dat ook zegt", "Bewijs"),
            "○ start  ● nu, zelf  ▼ volgens de serviceleider  ◯ doel. 0 nog niet · 3 zelfstandig · 5 expert",
        ),
        Heading(2, ("Mijn jaar",)),
        YearLine(
            date(2025, 1, 1),
            date(2025, 12, 31),
            (
                YearMoment(date(2025, 1, 13), "Begin: ik bel bij bijna elke storing"),
                YearMoment(date(2025, 4, 22), "F-gassen behaald", (1,)),
                YearMoment(date(2025, 5, 20), "Eerste storing zelf opgelost", (2,)),
                YearMoment(date(2025, 9, 4), "Eerste piket alleen"),
                YearMoment(date(2025, 9, 25), "Vier woningen op één dag", (5,)),
                YearMoment(date(2025, 10, 17), "Zelfstandig: niveau 3"),
                YearMoment(date(2025, 12, 10), "Functioneringsgesprek"),
            ),
        ),
        Columns(
            (
                Heading(2, ("Hoe anderen het zien",)),
                Quotes(
                    (
                        Quote("Ik heb drie keer niks hoeven zeggen.", "Ruud, ervaren collega, 26 juni 2025"),
                        Quote("Je grijpt meteen naar een onderdeel.", "Ruud", "Daarom meet ik eerst het debiet."),
                    )
                ),
            ),
            (
                Heading(2, ("Wat ik van jou vraag",)),
                Requests(
                    (
                        Request("Eén keer per maand een lastige storing nabespreken", ("ja", "nee"), "vanaf: ……"),
                        Request("Welke leerling, en wat moet die kunnen?", (), "besluit: ……"),
                    )
                ),
            ),
        ),
        Heading(2, ("Leerdoelen",)),
        Heading(3, ("Werkbon sneller",)),
        Facts(
            (
                Fact("Waarom", line("De planning belt mij nu te vaak terug.")),
                Fact("Zo merk ik het", (*line("Geen vragen."), Bullets((line("vier weken"), line("elke bon"))))),
            )
        ),
        Heading(2, ("Bewijsstukken",)),
        Table(
            (("Nr.",), ("Bewijs",), ("Laat zien",), ("Niveau",)),
            (
                (
                    (Anchor(1),),
                    ("Certificaat F-gassen (22 apr 2025)",),
                    ("Ik mag aan koudecircuits werken",),
                    ("1 Beginner",),
                ),
                (
                    (Anchor(2),),
                    ("Werkbon, 20 mei 2025",),
                    ("Communicatievaardigheden " + "x9" * 50,),
                    ("3 Zelfstandig",),
                ),
            ),
        ),
        Paragraph((Strong("Los:"), " een zin ", Ref(2), " en ", Ref(5))),
        Fenced("│ a ━ b │"),
        Signatures(("Samir Bouali, gezien en akkoord", "Serviceleider")),
        Paragraph(("Dit portfolio is een keuze uit mijn eigen aantekeningen.",)),
    ),
    sections=("where_i_stand",),
    footer="Samir Bouali · ontwikkelportfolio voor het planningsgesprek van 22 december 2025",
)
"""Samir's page one with an appendix."""
