"""Texts that are stored in other signs than they are read tell the same, and their rows stand in the stored text."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from textwrap import fill

import pytest

from core import pipeline
from core.check import check
from core.corpus import read_as
from core.model import Document
from core.tables import Tables

TEXT = """Bundeskanzler Scholz empfängt Ministerpräsidentin Meloni – Österreich und die Schweiz fordern Aufklärung

Berlin – Bundeskanzler Olaf Scholz hat am 5. März 2024 Italiens Ministerpräsidentin Giorgia Meloni in Berlin empfangen.\
 Beide unterzeichneten ein Abkommen über die Rückführung von Flüchtlingen. Verteidigungsminister Boris Pistorius reiste\
 am Dienstag nach Litauen. Außenminister Jörg Müßiggang kritisierte die Türkei: Präsident Recep Tayyip Erdoğan habe am\
 28. Februar die Pressefreiheit verletzt.

Frankreichs Präsident Emmanuel Macron forderte am Mittwoch in Straßburg schärfere Sanktionen gegen Russland. Der\
 österreichische Bundespräsident Alexander Van der Bellen lehnte das ab. „Wir brauchen Gespräche statt neuer\
 Strafmaßnahmen“, sagte Van der Bellen der Zeitung „Musterblatt“.

Scholz: Das Treffen war ein großer Schritt. Wir wollen die deutsch-französische Zusammenarbeit fortsetzen und die\
 Rüstungsindustrie stärken.

Hilfe für Flüchtlinge

In der Nacht zum Samstag griffen russische Streitkräfte die ukrainische Hafenstadt Odessa mit Drohnen an. Dabei wurden\
 nach Angaben der Behörden fünf Menschen getötet, unter ihnen ein 25-Jähriger und eine 31-jährige Lehrerin. Präsident\
 Wolodymyr Selenskyj verurteilte den Angriff als Kriegsverbrechen und bat die Europäische Union um weitere Waffen. Die\
 EU-Kommission sagte am 4. März 50 Millionen Euro Hilfe für die Ein- und Ausfuhr von Getreide zu.

Der SPD-geführte Senat in Hamburg will im kommenden Monat ein Gesetz zum Schutz von Minderjährigen beschließen. Die\
 Staatsanwaltschaft Zürich erhob am Freitag Anklage gegen einen Geschäftsmann, dem sie die Veruntreuung von 2,5\
 Millionen Franken vorwirft. Tausende Landwirte demonstrierten am Montag vor dem Brandenburger Tor gegen die\
 Kürzungen der Bundesregierung. Die Gewerkschaft Verdi hat die Beschäftigten der Verkehrsbetriebe für Donnerstag zu\
 einem Warnstreik aufgerufen.

Am 12. April soll in Genf eine Friedenskonferenz beginnen. Die Schweizer Außenministerin lud dazu auch China ein;\
 Peking hat noch nicht zugesagt. Chinas Außenminister Wang Yi hatte die Einladung im Februar begrüßt.
"""
WIDTH = 72
_PLACES = re.compile(r"(?<=[aeiouäöü])(?=[bdfglmnprstwz][aeiouäöü])")


def soft_hyphens(text: str) -> str:
    """Soft hyphens in every long word."""
    return re.sub(r"[^\W\d_]{7,}", lambda word: _PLACES.sub("\u00ad", word[0]), text)


def zero_width(text: str) -> str:
    """A zero-width sign in or behind every word."""
    signs = iter("\u200b\u2060\ufeff\u200c\u200d" * len(text))
    return re.sub(r"[^\W\d_]{3,}", lambda word: word[0][:2] + next(signs) + word[0][2:] + next(signs), text)


def ligatures(text: str) -> str:
    """Ligatures and long s wherever they can be."""
    text = text.replace("ffi", "ﬃ").replace("fl", "ﬂ").replace("fi", "ﬁ").replace("ff", "ﬀ").replace("st", "ﬆ")
    return re.sub(r"s(?=[a-zäöü])", "ſ", text)


def divided(text: str, hyphen: str = "-") -> str:
    """Lines of a fixed width, words of eight letters divided where they do not fit."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for whole in paragraph.split(" "):
            word, longer = whole, f"{line} {whole}".lstrip()
            if len(longer) > WIDTH:
                room = WIDTH - len(line) - 2
                fitting = [p.start() for p in _PLACES.finditer(word) if p.start() <= room and re.match(r"\w{8}", word)]
                head = f"{line} {word[: fitting[-1]]}{hyphen}" if fitting else line
                lines.append(head)
                longer = word[fitting[-1] :] if fitting else word
            line = longer
        lines.append(line)
    return "\n".join(lines)


def wrapped(text: str, width: int) -> str:
    """Lines of a fixed width, divided at blanks and hyphens alone."""
    return "\n".join(fill(paragraph, width) for paragraph in text.split("\n"))


FORMS: list[Callable[[str], str]] = [
    lambda text: unicodedata.normalize("NFD", text),
    soft_hyphens,
    zero_width,
    ligatures,
    divided,
    lambda text: divided(text, "¬"),
    lambda text: wrapped(text, WIDTH),
    lambda text: wrapped(text, 38),
    lambda text: unicodedata.normalize("NFD", divided(text, "\u00ad").replace("\n", "\r\n")),
    lambda text: unicodedata.normalize("NFD", ligatures(zero_width(soft_hyphens(divided(text))))),
]


def built(text: str) -> Tables:
    return pipeline.tables([Document("a", "a.txt", "a", text, published="2024-03-07")])


def told(tables: Tables) -> list[tuple[object, ...]]:
    """What the claims say, in order."""
    names = tables.actors.set_index("actor_id").name
    parts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for claim_id, actor_id, role in tables.participants[["claim_id", "actor_id", "role"]].to_numpy().tolist():
        parts[claim_id].append((names[actor_id], role))
    return [
        (one.type, one.status, one.date_edtf, one.place, parts.get(str(one.claim_id)))
        for one in tables.claims.itertuples()
    ]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_text_tells_the_same(form: Callable[[str], str]) -> None:
    plain, other = built(TEXT), built(form(TEXT))
    assert len(told(plain)) >= 15
    assert told(other) == told(plain)
    assert list(other.documents.title) == list(plain.documents.title)
    assert list(other.actors.name) == list(plain.actors.name)
    assert list(other.events.title) == list(plain.events.title)


@pytest.mark.parametrize("form", FORMS)
def test_rows_stand_in_the_stored_text(form: Callable[[str], str]) -> None:
    stored = form(TEXT)
    tables = built(stored)
    assert check(tables) == []
    assert list(tables.texts.text) == [stored]
    spans = zip(tables.segments.start.tolist(), tables.segments.end.tolist(), strict=True)
    segments = [read_as(stored[start:end]).text for start, end in spans]
    assert " ".join(segments).split() == read_as(stored).text.split()
