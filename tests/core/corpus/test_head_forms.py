"""Title, author, outlet and day as the heads of papers, agencies, portals, mails and press releases tell them."""

import pytest

from core import stages, time
from core.model import Document

TITLE = "Minister unterzeichnet Abkommen in Wien"
BODY = "Der Minister hat am Dienstag in Wien ein Abkommen unterzeichnet. Die Opposition lehnte den Vertrag ab."
DAY = "2024-03-14"


@pytest.mark.parametrize(
    ("text", "author", "outlet", "day"),
    [
        (f"Süddeutsche Zeitung, 14. März 2024, S. 7 / Politik\n\n{TITLE}\n\n{BODY}", None, "Süddeutsche Zeitung", DAY),
        (
            f"Neue Zürcher Zeitung\n14.03.2024, 18.32 Uhr\n\n{TITLE}\n\nErika Mustermann, Wien\n\n{BODY}",
            "Erika Mustermann",
            "Neue Zürcher Zeitung",
            DAY,
        ),
        (f"NZZ vom 14. März 2024, Seite 3, International\n{TITLE}\n\n{BODY}", None, "NZZ", DAY),
        (f'"Die Presse" vom 14.03.2024     Seite: 6\nRessort: Ausland\n\n{TITLE}\n\n{BODY}', None, "Die Presse", DAY),
        (f"junge Welt vom 14.03.2024\nSeite 2 / Ausland\n{TITLE}\n\n{BODY}", None, "junge Welt", DAY),
        (f"taz, 14.3.2024, S. 4\n{TITLE}\nAUS WIEN MAX ROE\n\n{BODY}", "Max Roe", "taz", DAY),
        (f"{TITLE}\nMax Roe | 14.03.2024\n\n{BODY}", "Max Roe", None, DAY),
        (f"{TITLE}\nMAX ROE\n14. März 2024\n\n{BODY}", "Max Roe", None, DAY),
        (f"{TITLE}\nDonnerstag, 14. März 2024, von Max Roe\n\n{BODY}", "Max Roe", None, DAY),
        (f"{TITLE}\nEin Bericht aus Wien von Max Roe\n\n{BODY}", "Max Roe", None, None),
        (f"{TITLE}\nVon unserer Korrespondentin Erika Roe\n\n{BODY}", "Erika Roe", None, None),
        (
            f"bdt0123 4 pl 210 dpa 0456\n\nAbkommen/Österreich/\n{TITLE} =\n\nWien (dpa) - {BODY}\n\n141832 Mrz 24",
            None,
            None,
            DAY,
        ),
        (
            f"APA0123 5 AI 0210 II\n\nÖsterreich/Abkommen/Verträge\n\n{TITLE} =\n\nWien (APA) - {BODY}"
            "\n\nAPA0123    2024-03-14/18:32",
            None,
            None,
            DAY,
        ),
        (
            f"Betreff: {TITLE}\nVon: Max Roe <max@example.org>\nDatum: 14. März 2024 um 18:32\nAn: Redaktion\n\n{BODY}",
            "Max Roe",
            None,
            DAY,
        ),
        (f"Pressemitteilung\nBerlin, 14. März 2024\n\n{TITLE}\n\n{BODY}", None, None, DAY),
        (f"Pressemitteilung Nr. 45/2024 vom 14.03.2024\n\n{TITLE}\n\n{BODY}", None, None, DAY),
        (f"Auswärtiges Amt\nPressemitteilung\n14.03.2024\n{TITLE}\n\n{BODY}", None, None, DAY),
        (f"Artikel vom 14.03.2024 - 18:32 Uhr\n{TITLE}\n\n{BODY}", None, None, DAY),
        (f"Do 14.03.2024 | 18:32 | rbb24 Inforadio\n{TITLE}\n\n{BODY}", None, "rbb24 Inforadio", DAY),
        (f"{TITLE}\n\n14. März 2024, 6:01 Uhr\nQuelle: ZEIT ONLINE, dpa, eri\n\n{BODY}", None, "ZEIT ONLINE", DAY),
        (f"Update: {TITLE}\nAktualisiert: 14.03.2024 18:32\n\n{BODY}", None, None, DAY),
        (f"{TITLE}\n\nvon Max Roe\n\n{BODY}", "Max Roe", None, None),
        (
            f"{TITLE}\nvon Erika Muster-Roe und Max von der Roe\n\n{BODY}",
            "Erika Muster-Roe und Max von der Roe",
            None,
            None,
        ),
        (f"{TITLE}\nvon Max Roe, 14.03.2024\n\n{BODY}", "Max Roe", None, DAY),
        (f"{TITLE}\n\nVon Max Roe, ARD-Studio Wien\n\n{BODY}", "Max Roe", None, None),
        (f"{TITLE}\n\n{BODY}\n\n(Max Roe)", "Max Roe", None, None),
        (f"{TITLE}\n\ndpa, 14.03.2024\n\n{BODY}", None, None, DAY),
        (f"{TITLE}\nvor 3 Stunden\n\n{BODY}", None, None, None),
        (f"{TITLE}\n\n{BODY}\n\nQuelle: Abendblatt", None, "Abendblatt", None),
        (f"Quelle: Beispielkurier vom 14.03.2024\n\n{TITLE}\n\n{BODY}", None, "Beispielkurier", DAY),
        (f"Medium: Blickpunkt\nDatum: 14.03.2024\nAutor: Max Roe\n\n{TITLE}\n\n{BODY}", "Max Roe", "Blickpunkt", DAY),
        (f"{TITLE}\n\n{BODY}\n\nQuelle: Reuters", None, None, None),
        (
            f"From: Max Roe <max@example.org>\nSent: Thursday, March 14, 2024 6:32 PM\nTo: Redaktion\n"
            f"Subject: FW: {TITLE}\n\n{BODY}",
            "Max Roe",
            None,
            DAY,
        ),
        (
            f"From: Roe, Max <max@example.org>\nDate: Thu, 14 Mar 2024 18:32:01 +0100\nTo: red@example.org\n"
            f"Subject: {TITLE}\n\n{BODY}",
            "Max Roe",
            None,
            DAY,
        ),
        (f"{TITLE}\nMarch 14, 2024\n\n{BODY}", None, None, DAY),
        (f"{TITLE}\nPublished 14 March 2024\n\n{BODY}", None, None, DAY),
    ],
)
def test_a_head_tells_title_author_outlet_and_day(
    text: str, author: str | None, outlet: str | None, day: str | None
) -> None:
    read = stages.divide(Document("a", "a.txt", "a", text))
    told = time.estimate(text, (), read.segments, "a.txt")
    assert (read.title, read.author.value, read.outlet.value) == (TITLE, author, outlet)
    assert day in (None, told.edtf)
    kinds = [part.kind for part in read.segments]
    assert kinds.count("body") == 1
    assert kinds.count("headline") == 1


@pytest.mark.parametrize("line", ["Angela Merkel", "Neue Vorwürfe", "Berlin, Wien"])
def test_a_name_between_paragraphs_is_a_headline(line: str) -> None:
    read = stages.divide(Document("a", "a.txt", "a", f"{TITLE}\n\n{BODY}\n\n{line}\n\n{BODY}"))
    assert [part.kind for part in read.segments] == ["headline", "body", "headline", "body"]
