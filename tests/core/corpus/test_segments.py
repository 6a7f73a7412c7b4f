from itertools import pairwise
from textwrap import fill
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.corpus import segments, title
from core.model import Segment
from tests.core import long_texts

BODY = "Der Minister hat am Dienstag in Wien ein Abkommen unterzeichnet."
MORE = "Die Opposition kritisierte den Vertrag und forderte eine Debatte im Parlament."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(segment.kind, text[segment.start : segment.end]) for segment in segments(text)]


def kind_between(line: str) -> str:
    """What a line is that stands between two paragraphs, where it stays a segment of its own."""
    [(first, _), (kind, text), (last, _)] = kinds(f"{BODY}\n\n{line}\n\n{MORE}")
    assert (first, text, last) == ("body", line, "body")
    return kind


@pytest.mark.parametrize(
    "line",
    [
        "Anzeige",
        "- ANZEIGE -",
        "Kommentare (117)",
        "0 Kommentare",
        "Quelle",
        "Klicken Sie hier, um den Newsletter zu erhalten",
        "Wir verwenden Cookies, um unser Angebot zu verbessern. Mehr dazu in den Einstellungen.",
        "Startseite | Politik | Ausland",
        "https://example.org/artikel?id=7",
        "redaktion@example.org",
        "#Wien #Abkommen",
        "* * *",
        "SuperKlick – Online Advertising Network",
        "© 2024 Beispielverlag, alle Rechte vorbehalten",
        "Lesezeit: 4 Minuten",
        "Quelle: beispiel.de, mau/dpa",
    ],
)
def test_advertising_and_links_are_boilerplate(line: str) -> None:
    assert kind_between(line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "| Die beiden Minister bei der Unterschrift in Wien. Foto: Beispiel.org |",
        "Die Minister schütteln sich am 3. Mai 2021 die Hände. (Jane Roe/Getty Images)",
        "Ein Schiff der Küstenwache läuft aus. (AP Photo/Jane Roe, Archiv)",
        "Das Parlament in Wien (Jane Roe/dpa)",
        "Foto: dpa",
        "Symbolbild: So könnte das neue Amt aussehen.",
        "Das Schloss am Abend © Jane Roe",
        "Kanzlerin Roe (links) und Präsident Doe beim Empfang",
    ],
)
def test_lines_with_a_picture_credit_are_captions(line: str) -> None:
    assert kind_between(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Von Erika Mustermann",
        "VON ERIKA MUSTERMANN UND MAX ROE",
        "Von Erika Mustermann, Wien | 12.03.2021",
        "By x7press",
        "Autor: Max Mustermann",
    ],
)
def test_author_lines_are_bylines(line: str) -> None:
    assert kind_between(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Stand: 8. April 2021, 10:15 Uhr",
        "12.03.2021, 14:30 Uhr",
        "Veröffentlicht am 3. Mai 2021",
        "WIEN (AFP) –",
        "Wien, 3. Mai 2021 (APA)",
        "23. November 2023 Donnerstag",
        "MUSTERZEITUNG Nr. 271 Donnerstag, 23. November 2023 Seite 1",
        "Musterzeitung vom 23.11.2023, S. 5",
        "Erstveröffentlichung 23.11.2023 · Aktualisierung 04.12.2023",
        "21. März 2024, 0:30 Uhr, aktualisiert am 2. April 2024",
        "dpa, 23.11.2023",
    ],
)
def test_lines_with_the_day_or_place_of_publication_are_datelines(line: str) -> None:
    assert kind_between(line) == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "++ Sperrfrist: Mittwoch, 20. März, 18 Uhr ++",
        "SPERRFRIST 18.00 Uhr",
        "Achtung: Sperrfrist bis Montag, 3. Mai 2021, 6 Uhr!",
        "(Gesperrt bis Beginn der Rede. Es gilt das gesprochene Wort)",
    ],
)
def test_lines_that_hold_a_text_back_are_embargoes(line: str) -> None:
    assert kind_between(line) == "embargo"


@pytest.mark.parametrize("line", ["Sperrfrist beim Arbeitslosengeld wird kürzer", "Frei für alle"])
def test_headlines_with_the_words_of_an_embargo_are_headlines(line: str) -> None:
    assert kind_between(line) == "headline"


@pytest.mark.parametrize(
    "line",
    [
        "(Berichtigung: Im zweiten Absatz wurde der Name der Ministerin berichtigt.)",
        "Korrektur: In einer früheren Fassung hieß es, Roe reise nach Wien.",
        "In einer früheren Version dieses Artikels hieß es, Roe reise nach Wien.",
    ],
)
def test_notes_on_mistakes_are_corrections(line: str) -> None:
    assert kind_between(line) == "correction"


@pytest.mark.parametrize("line", ["jsc/AFP/dpa", "(dpa)", "dpa/AFP", "(mau/Reuters)"])
def test_signs_of_agencies_are_their_own_kind(line: str) -> None:
    assert kind_between(line) == "agency"


@pytest.mark.parametrize(
    "line",
    [
        "Kritik aus der Opposition",
        "„Keine ernsthafte Debatte“ im Parlament",
        "REGIERUNG WILL MEHR SCHIFFE BAUEN, UM DEN SCHMUGGEL ZU BEKÄMPFEN",
        "Von Krise keine Spur",
        "Von Roe zu Doe",
        "Neue Gespräche (Stand 17. Juli)",
    ],
)
def test_lines_without_a_full_stop_are_headlines(line: str) -> None:
    assert kind_between(line) == "headline"


@pytest.mark.parametrize(
    "line",
    [
        "WIEN – Die Regierung hat den Vertrag am Montag gekündigt.",
        "Wien (dpa) - Die Regierung hat den Vertrag am Montag gekündigt.",
        "Die Regierung hat den Vertrag am Montag gekündigt. (dpa)",
        "Der Minister sagte:",
        "„Wir werden handeln.“",
        "Was heißt das für die Bürger?",
        "- mehr Geld für die Küstenwache",
        "Er sagte der Bild: „Das war ein Fehler.“",
        "Die Quelle des Flusses liegt in den Bergen.",
        "Die Anzeige wurde am Montag erstattet.",
        "Sie bestellte den Newsletter der Partei ab.",
        "Das Netzwerk ändert seine Datenschutzerklärung.",
        "Der Anteil stieg auf fünf Prozent (Quelle: Statistikamt).",
        "Die Agentur Getty Images verklagt das Unternehmen.",
    ],
)
def test_running_text_is_body(line: str) -> None:
    assert kind_between(line) == "body"


def test_first_lines_are_headlines_even_with_a_question_mark() -> None:
    text = f"Österreich\nKommt das Abkommen noch dieses Jahr?\nVon Erika Mustermann\n{BODY}\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["kicker", "headline", "byline", "body", "body"]


@pytest.mark.parametrize("kicker", ["Ukraine-Krieg", "KRIEG IM OSTEN", "Innere Sicherheit"])
def test_the_subject_above_a_headline_is_a_kicker(kicker: str) -> None:
    text = f"{kicker}\nMinister unterzeichnet Abkommen in Wien\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["kicker", "headline", "body"]
    assert title(text, segments(text)) == "Minister unterzeichnet Abkommen in Wien"


@pytest.mark.parametrize("headline", ["Minister in Wien", "Abkommen steht", "MINISTER IN WIEN"])
def test_a_headline_above_a_line_below_it_is_no_kicker(headline: str) -> None:
    text = f"{headline}\nROE UND DOE SIND SICH EINIG\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["headline", "headline", "body"]


def test_short_title_above_a_caption_belongs_to_the_picture() -> None:
    text = f"{BODY}\n\nRoe und Doe\n\nDie beiden im Jahr 2020. (Jane Roe/Getty Images)\n\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["body", "caption", "caption", "body"]


def test_headline_above_the_first_picture_stays_a_headline() -> None:
    text = f"Minister in Wien\nDie Minister in Wien. Foto: dpa\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["headline", "caption", "body"]


def test_titles_below_the_head_of_a_link_list_belong_to_it() -> None:
    text = f"{BODY}\n\nMehr zum Thema\nStreit über das Abkommen\nWer profitiert?\n\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["body", "boilerplate", "boilerplate", "boilerplate", "body"]


@pytest.mark.parametrize("name", ["ERIKA MUSTERMANN", "Erika Mustermann"])
def test_name_at_the_end_is_the_authors(name: str) -> None:
    text = f"{BODY}\n{MORE}\n{name}\nQuelle\n\n\nKommentar (0)"
    assert [kind for kind, _ in kinds(text)] == ["body", "body", "byline", "boilerplate", "boilerplate"]


def test_many_titles_in_a_row_are_a_list_in_the_body() -> None:
    text = f"{BODY}\nGold für Norwegen\nSilber für Japan\nBronze für Chile\nBlech für Malta\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["body"] * 6


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_one_segment(newline: str) -> None:
    wrapped = [fill(paragraph, 60).replace("\n", newline) for paragraph in (f"{BODY} {MORE}", f"{MORE} {BODY}")]
    text = newline.join(["Abkommen unterzeichnet", "", wrapped[0], "", wrapped[1]])
    assert kinds(text) == [("headline", "Abkommen unterzeichnet"), ("body", wrapped[0]), ("body", wrapped[1])]


ARTICLE = (
    "Österreichs Außenministerin hat am Montag in Köln über Zölle für Möbel gesprochen und danach die Börse besucht."
    " Händler, Bäcker und Müller begrüßten die Gespräche. Die Präsidentin der Ärztekammer übte Kritik. Über das Gesetz"
    " stimmt der Nationalrat nächste Woche ab, wie das Büro der Ministerin am Abend erklärte."
)


@pytest.mark.parametrize("width", [38, 72])
def test_lines_of_a_column_and_of_a_mail_are_one_segment(width: int) -> None:
    assert [kind for kind, _ in kinds(fill(ARTICLE, width))] == ["body"]


def test_a_word_that_is_wider_than_its_column_does_not_part_the_lines() -> None:
    text = fill(ARTICLE.replace("Ärztekammer", "Präsidentschaftskandidatenvereinigung"), 26, break_long_words=False)
    assert [kind for kind, _ in kinds(text)] == ["body"]


def test_lines_wrapped_by_signs_that_are_not_seen_are_one_segment() -> None:
    stored = fill(normalize("NFD", ARTICLE), 72)
    assert [kind for kind, _ in kinds(normalize("NFC", stored))] == ["body"]


def test_lines_justified_with_blanks_are_one_segment() -> None:
    justified = fill(ARTICLE, 64).replace(" und", "  und").replace(" der ", "  der ").replace(" die ", "   die ")
    assert [kind for kind, _ in kinds(justified)] == ["body"]


def test_short_lines_of_their_own_are_no_column() -> None:
    lines = [
        "Gold für Norwegen",
        "Silber für Japan und Korea",
        "Bronze für Chile",
        "Blech für Malta",
        "Nichts für Wien",
    ]
    assert len(kinds("\n".join([BODY[:40], *lines]))) == 6


def test_a_line_that_begins_in_lower_case_continues_the_one_before() -> None:
    quote = (
        "Da die Gemeinschaft vor einer Entscheidung steht, ist die Sicherheit aller unteilbar\n- zitiert das Blatt Roe."
    )
    assert kinds(f"{BODY}\n{quote}\n{MORE}") == [("body", BODY), ("body", quote), ("body", MORE)]


@pytest.mark.parametrize("line", ["Roe trifft Doe in Wien", BODY, "Kommt das Abkommen?"])
def test_text_of_one_line_is_body(line: str) -> None:
    assert kinds(line) == [("body", line)]


def test_text_of_an_advertisement_alone_has_no_body() -> None:
    assert kinds("Anzeige") == [("boilerplate", "Anzeige")]


LINES = st.sampled_from(
    [
        BODY,
        MORE,
        "",
        "  ",
        "\t\r",
        "Foto: dpa",
        "Mehr zum Thema",
        "Von Erika Roe",
        "ERIKA ROE",
        "und dann",
        "Titel",
        "(",
        "|",
    ]
)


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)))
def test_segments_cover_all_but_white_space_without_overlap(text: str) -> None:
    all_segments = segments(text)
    covered = [range(segment.start, segment.end) for segment in all_segments]
    assert all(a.stop <= b.start for a, b in pairwise(covered))
    inside = {i for span in covered for i in span}
    assert all(char.isspace() for i, char in enumerate(text) if i not in inside)
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in all_segments)


def test_title_is_the_first_headline() -> None:
    text = f"Anzeige\nAbkommen in Wien\n{BODY}"
    assert title(text, segments(text)) == "Abkommen in Wien"


def test_title_without_a_headline_is_how_the_body_begins() -> None:
    text = f"{BODY} {MORE}"
    assert title(text, segments(text)) == "Der Minister hat am Dienstag in Wien ein Abkommen unterzeichnet"
    long = "Wort " * 40
    assert title(long, segments(long)) == ("Wort " * 16).strip() + " …"


def test_title_of_a_text_without_words_is_empty() -> None:
    assert title("", ()) == ""
    assert title("Anzeige", (Segment(0, 7, "boilerplate"),)) == "Anzeige"


@pytest.mark.parametrize(
    "head",
    [
        "++ Sperrfrist: Mittwoch, 20. März, 18 Uhr ++",
        "(Berichtigung: Der Name wurde berichtigt.)",
        "Musterzeitung\n23. November 2023 Donnerstag",
        "MUSTERZEITUNG Nr. 271 Donnerstag, 23. November 2023 Seite 1",
        "Titel:",
    ],
)
def test_title_is_the_headline_and_no_line_about_the_text(head: str) -> None:
    text = f"{head}{' ' if head.endswith(':') else chr(10) * 2}Abkommen in Wien\n\n{BODY}"
    assert title(text, segments(text)) == "Abkommen in Wien"


@pytest.mark.parametrize(
    "dateline", ["BERLIN (dpa) - ", "Wien, 19. 3. (APA) - ", "dpa Kiew/Moskau. ", "Genf afp – ", "Wien – "]
)
def test_title_from_the_body_is_without_its_dateline(dateline: str) -> None:
    text = f"{dateline}{BODY} {MORE}"
    assert title(text, segments(text)) == "Der Minister hat am Dienstag in Wien ein Abkommen unterzeichnet"


@pytest.mark.parametrize("name", long_texts.LINES)
def test_a_line_far_longer_than_any_is_one_of_running_text(name: str) -> None:
    assert [segment.kind for segment in segments(long_texts.LINES[name].text())] == ["body"]
