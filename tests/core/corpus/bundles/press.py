"""Invented articles, with everything in their bodies that a head or a foot of an article could be taken for."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

OUTLETS = (
    "Musterzeitung",
    "Süddeutsches Musterblatt",
    "Der Beispielkurier",
    "DIE MUSTERPOST",
    "Muster am Sonntag",
    "Beispiel Online",
)
PERSONS = ("Eva Beispiel", "Max Muster", "Jörg Müßiggang", "Änne von der Aue", "Dr. Otto Graf Übel")
SECTIONS = ("POLITIK", "Wirtschaft", "Ausland", "Thema des Tages")

_SUBJECTS = ("Ministerin Übel", "Kanzler Muster", "Präsident Šimić", "Die Fraktion", "Das Außenamt", "Ein Gericht")
_ACTS = (
    "reist nach Köln",
    "empfängt Gäste",
    "lehnt 1.200 Anträge ab",
    "kündigt Gespräche an",
    "prüft „Plan B“",
    "warnt vor 2024",
)
_SENTENCES = (
    "Der Kanzler hat am Mittwoch in Berlin die Ministerpräsidentin empfangen.",
    "Beide unterzeichneten einen Aktionsplan, wie das Außenamt mitteilte.",
    "Über die Höhe der Mittel – rund 3,5 Mio. Euro – wird noch verhandelt.",
    "„Wir haben lange genug gewartet“, sagte Müßiggang.",
    "Am 22. November 2023 soll das Kabinett beschließen.",
)
_ODD = (
    "Body",
    "Länge: 12 Meter, Breite: 3 Meter, so steht es in den Akten.",
    "Länge",
    "Der Body aus Karbon ist leicht; seine Länge: 1,90 Meter.",
    "Neue Gespräche im Herbst",
    "– Erstens: mehr Geld.",
    "– Zweitens: weniger Formulare",
    "1. Die Anträge",
    "22. November 2023",
    "Die Musterzeitung vom 22.11.2023, S. 5, schrieb: „Das ist ein Fehler.“",
    "Musterzeitung, 22.11.2023, S. 5",
    "End of Document stand auf dem letzten Blatt, Dokument 1 von 40 auf dem ersten.",
    "IN BERLIN hieß es, man habe 512 Wörter gezählt.",
    "LA PAZ – Dort war es ruhig.",
    "* * *",
    "Frage: Was nun?",
    "512 Wörter",
)
_ENDS = ("(dpa)", "Mitarbeit: Max Muster", "Wie es weitergeht, ist offen.")


class Written(NamedTuple):
    """An article as it was written."""

    headline: str
    outlet: str
    author: str | None
    day: date
    page: int | None
    section: str
    body: tuple[str, ...]


def articles(count: int, seed: int = 0) -> list[Written]:
    """So many articles, no two of them with the same headline."""
    chance = random.Random(seed)  # noqa: S311
    return [_article(chance, n) for n in range(count)]


def _article(chance: random.Random, number: int) -> Written:
    body = [_paragraph(chance)]
    for _ in range(chance.randrange(6)):
        body.append(chance.choice(_ODD) if chance.random() < 0.5 else _paragraph(chance))
    body.append(_paragraph(chance))
    if chance.random() < 0.2:
        body.insert(0, chance.choice(_ODD[10:13]))
    return Written(
        headline=_headline(chance, number),
        outlet=chance.choice(OUTLETS),
        author=chance.choice(PERSONS) if chance.random() < 0.7 else None,
        day=date(1998, 1, 1) + timedelta(days=chance.randrange(9500)),
        page=chance.randrange(1, 60) if chance.random() < 0.7 else None,
        section=chance.choice(SECTIONS),
        body=(*body, chance.choice(_ENDS)),
    )


def _headline(chance: random.Random, number: int) -> str:
    short = f"{chance.choice(_SUBJECTS)} {chance.choice(_ACTS)} ({number})"
    return (
        f"{short}: {chance.choice(_SUBJECTS)} {chance.choice(_ACTS)}, und das nicht zum ersten Mal"
        if chance.random() < 0.3
        else short
    )


def _paragraph(chance: random.Random) -> str:
    return " ".join(chance.choices(_SENTENCES, k=chance.randrange(2, 6)))


def words(texts: Sequence[str]) -> list[str]:
    """The words of texts, however their lines are broken."""
    return " ".join(texts).split()
