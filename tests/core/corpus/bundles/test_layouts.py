"""Layouts that vendors have had over the years, as small texts."""

from core.corpus.bundles import Division, divide, divide_html
from core.corpus.formats import Extracted
from core.messages import Message

P = "Der Kanzler hat am Mittwoch in Berlin die Ministerpräsidentin empfangen."
Q = "Beide unterzeichneten einen Aktionsplan."


def divided(text: str, file: str = "bundle.txt") -> Division:
    return divide(Extracted(text), file)


def only(division: Division) -> Extracted:
    (part,) = division.parts
    return part


def test_nexis_with_a_summary_and_a_headline_over_two_lines() -> None:
    part = only(
        divided(
            f"\n                          Dokument 1 von 1\n\n\n"
            "                            DIE MUSTERZEIT (Hamburg)\n\n"
            "                         Mittwoch, 22. November 2023\n"
            "                          Hamburger Ausgabe\n\n"
            "Scholz empfängt Meloni in Berlin, und\nalle sind zufrieden\n\n"
            "AUTOR: Eva Beispiel; Max Muster\n\nRUBRIK: POLITIK; Titelseite; S. A3\n\nLÄNGE: 1.212 Wörter\n\n"
            "ORT: Berlin\n\n"
            "HERVORHEBUNG: Der Kanzler empfängt die Ministerpräsidentin, und beide\nunterzeichnen.\n\n"
            f"{P}\n\n{Q}\n\nGRAFIK: Foto: Scholz und Meloni (dpa)\n\nUPDATE: 23. November 2023\n\nSPRACHE: GERMAN\n\n"
            "ZEITUNGS-CODE: zei\n\n\n                  Copyright 2023 Musterverlag\n"
            "                  Alle Rechte vorbehalten\n"
        )
    )

    assert part.known == {
        "title": "Scholz empfängt Meloni in Berlin, und alle sind zufrieden",
        "outlet": "DIE MUSTERZEIT (Hamburg)",
        "author": "Eva Beispiel; Max Muster",
        "published": "2023-11-22",
        "page": "A3",
        "language": "de",
    }
    assert part.text.split("\n\n")[1:] == [
        "Der Kanzler empfängt die Ministerpräsidentin, und beide unterzeichnen.",
        P,
        Q,
    ]


def test_nexis_with_a_graphic_below_the_body_and_a_month_alone() -> None:
    part = only(
        divided(
            "Musterwahl\n\nMuster Magazin\n\nNovember 2023\n\nCopyright 2023 Muster\nAll Rights Reserved\n\n"
            f"Length: 90 words\n\nBody\n\n{P}\n\nClassification\n\nLanguage: GERMAN\n\n\n{Q}\n\n"
            "Load-Date: November 22, 2023\n\nEnd of Document"
        )
    )

    assert part.known == {"title": "Musterwahl", "outlet": "Muster Magazin", "published": "2023-11", "language": "de"}
    assert part.text == f"Musterwahl\n\n{P}"


def test_nexis_without_labels_has_the_first_paragraph_as_headline() -> None:
    part = only(
        divided(f"1 of 1 DOCUMENTS\n\nMusterpost\n\nNovember 22, 2023\n\nEin Titel\n\n{P}\n\n{Q}\n\nLANGUAGE: GERMAN")
    )

    assert part.text == f"Ein Titel\n\n{P}\n\n{Q}"


def test_genios_with_the_section_behind_the_page_and_no_head_line() -> None:
    text = (
        f"Muster Zeitung vom 22.11.2023, Nr. 271, S. 5 / Politik\n\nScholz empfängt\n\n{P}\n\n"
        "Quelle: Muster Zeitung vom 22.11.2023\nRessort: Politik\nDokumentnummer: A1\nDauerhafte Adresse des Dokuments:"
        " https://www.wiso-net.example/document/A1\nAlle Rechte vorbehalten: (c) Muster\n"
        "GENIOS Logo\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n\n"
        f"Tusk siegt\n\n{Q}\n\nQuelle: taz, die Tageszeitung vom 3.1.99, Seite 2, Berlin\nDokumentnummer: A2\n"
        "© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH"
    )
    first, second = divided(text).parts

    assert first.text == f"Scholz empfängt\n\n{P}"
    assert first.known == {
        "title": "Scholz empfängt",
        "outlet": "Muster Zeitung",
        "published": "2023-11-22",
        "page": "5",
        "url": "https://www.wiso-net.example/document/A1",
    }
    assert second.text == f"Tusk siegt\n\n{Q}"
    assert second.known == {
        "title": "Tusk siegt",
        "outlet": "taz, die Tageszeitung",
        "published": "1999-01-03",
        "page": "2",
    }


def test_factiva_tells_section_headline_and_author_apart() -> None:
    def export(*above: str) -> Extracted:
        head = "512 Wörter\n\n22. November 2023\n\nMusterzeitung\n\nMUZ\n\nDeutsch\n\n(c) 2023 Muster"
        return only(divided("\n\n".join((*above, head, P, "Dokument MUZ0000020231122ejbm00005")), "factiva.rtf"))

    assert export("Tusk siegt").known["title"] == "Tusk siegt"
    assert export("Tusk siegt", "Eva Beispiel").known["title"] == "Tusk siegt"
    assert export("Tusk siegt", "Eva Beispiel").known["author"] == "Eva Beispiel"
    assert export("Politik", "Tusk siegt in Warschau").known["title"] == "Tusk siegt in Warschau"
    assert export("Politik", "Tusk siegt", "Von Eva Beispiel und Max Muster").known == {
        "title": "Tusk siegt",
        "author": "Eva Beispiel und Max Muster",
        "outlet": "Musterzeitung",
        "published": "2023-11-22",
        "language": "de",
    }


def test_lines_of_no_known_meaning_in_a_head_are_left_out() -> None:
    nexis = (
        "Tusk siegt\n\nMusterpost\n\n22. November 2023\n\nBayern\n\nMünchen Nord\n\nCopyright 2023 Muster\n\n"
        f"Section: POLITIK; S. 4; Bayern\n\nByline:\n\nBody\n\n{P}\n\nEnd of Document"
    )
    factiva = (
        "Tusk siegt\n512 words\n22 November 2023 05:00 GMT\nMusterpost\nMUP\n4\nDeutschland\nGerman\n"
        f"(c) 2023 Muster\n{P}\nDocument MUP0000020231122ejbm00005"
    )
    for text in (nexis, factiva):
        part = only(divided(text))

        assert part.text == f"Tusk siegt\n\n{P}"
        assert part.known["outlet"] == "Musterpost"
        assert part.known["published"] == "2023-11-22"
        assert part.known["page"] == "4"


def test_nexis_in_a_page() -> None:
    spans = "".join(
        f"<DIV CLASS='c0'><P CLASS='c1'><SPAN CLASS='c2'>{block}</SPAN></P></DIV>"
        for block in (
            "1 of 1 DOCUMENTS",
            "Musterpost",
            "November</SPAN><SPAN CLASS='c2'> 22, 2023 Wednesday",
            "Tusk siegt",
            "SECTION: </SPAN><SPAN>Politik; Pg. 3",
            "LENGTH: </SPAN><SPAN>300 words",
            P,
            Q,
            "LANGUAGE: </SPAN><SPAN>GERMAN",
            "Copyright 2023 Muster",
        )
    )

    part = only(divide_html(f"<HTML><BODY>{spans}</BODY></HTML>"))

    assert part.text == f"Tusk siegt\n\n{P}\n\n{Q}"
    assert part.known == {
        "title": "Tusk siegt",
        "outlet": "Musterpost",
        "published": "2023-11-22",
        "page": "3",
        "language": "de",
    }


def test_factiva_in_a_page_of_the_older_kind() -> None:
    rows = "".join(
        f"<tr><td><b>{code}</b>&nbsp;</td><td>{value}</td></tr>"
        for code, value in {
            "HD": "Tusk siegt",
            "WC": "12 words",
            "PD": "22 November 2023",
            "SN": "Musterzeitung",
            "LP": f"<p>{P}</p>",
            "TD": f"<p>{Q}</p>",
            "AN": "Document MUZ0000020231122ejbm00005",
        }.items()
    )

    part = only(divide_html(f"<html><body><h1>Factiva</h1><table>{rows}</table></body></html>"))

    assert part.text == f"Tusk siegt\n\n{P}\n\n{Q}"
    assert part.known == {"title": "Tusk siegt", "outlet": "Musterzeitung", "published": "2023-11-22"}


def test_an_article_whose_head_has_another_form_is_kept_with_a_remark() -> None:
    closed = f"Ein Titel\n\nMusterpost\n\n22. November 2023\n\nLength: 90 words\n\nBody\n\n{P}\n\nEnd of Document\n\n"
    odd = " ".join([P] * 8)

    first, other, last = divided(closed + f"{odd}\n\nEnd of Document\n\n" + closed).parts

    assert first.remark is None
    assert last == first
    assert other.text == odd
    assert other.remark is not None
    assert other.remark.startswith("its head has another form than the others'")


def test_a_page_number_and_the_headline_below_it_are_left_out_of_a_body() -> None:
    head = "Ein Titel\n\nMusterpost\n\n22. November 2023\n\nBody"
    text = f"{head}\n\n{P}\n\nPage 2 of 3\n\nEin Titel\n\n{Q}\n\nEnd of Document"

    assert only(divided(text)).text == f"Ein Titel\n\n{P}\n\n{Q}"


def test_what_is_known_of_the_file_stays_with_the_file() -> None:
    text = f"Ein Titel\n\nMusterpost\n\n22. November 2023\n\nBody\n\n{P}\n\nEnd of Document"

    division = divide(
        Extracted(text, {"title": "Nexis", "author": "EB"}, remark=Message("read as cp1252")), "bundle.docx"
    )

    assert only(division).known == {"title": "Ein Titel", "outlet": "Musterpost", "published": "2023-11-22"}
    assert division.remark == "read as cp1252"
