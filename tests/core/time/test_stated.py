"""The day that a text says it is of."""

import pytest

from core.time import estimate

BODY = "Ministerin Eva Beispiel hat gestern in Ulm den Bürgermeister empfangen. Beide unterzeichneten einen Plan."


@pytest.mark.parametrize(
    "text",
    [
        f"Empfang in Ulm\n\nUlm, 23. November 2023 – {BODY}",
        f"Empfang in Ulm\n\nUlm (dpa), 23. November 2023 - {BODY}",
        f"Empfang in Ulm\n\n23.11.2023\n\n{BODY}",
        f"Empfang in Ulm\n\nDonnerstag, 23. November 2023\n\n{BODY}",
        f"Empfang in Ulm\n\nVon Max Muster | 23.11.2023, 10:15 Uhr\n\n{BODY}",
        f"MUSTERBLATT Nr. 12 Donnerstag, 23. November 2023 Seite 1\n\n{BODY}",
        f"Empfang in Ulm\n\nMusterzeitung vom 23.11.2023, S. 5\n\n{BODY}",
        f"Empfang in Ulm\n\nAktualisiert am 24.11.2023, veröffentlicht am 23.11.2023\n\n{BODY}",
        f"Empfang in Ulm\n\nErstveröffentlichung 23.11.2023 · Aktualisierung 04.12.2023\n\n{BODY}",
        f"Title: Empfang\nDate: November 23, 2023\n\n{BODY}",
        f"Empfang in Ulm\n\nPublished: 2023-11-22T23:30:00Z\n\n{BODY}",
        f"{BODY} (dpa, Max Muster, 23.11.2023)",
        f"{BODY}\n\n© dpa, dpa:231123-99-412345/3",
    ],
)
def test_the_day_that_a_text_states(text: str) -> None:
    assert estimate(text).edtf == "2023-11-23"


@pytest.mark.parametrize(
    "text",
    [
        f"Was am 7. Oktober 2023 geschah\n\n{BODY}",
        f"Anschlag vom 19. Dezember 2016\n\n{BODY}",
        "Chronik\n\n24.02.2022: Der Rat tagt.\n16.06.2022: Die Stadt baut.",
        f"Ulm, 3. Mai 2010\n\n{BODY} Am 5. Juni 2012 wurde die Halle eröffnet.",
    ],
)
def test_the_day_of_something_else(text: str) -> None:
    assert estimate(text).edtf is None


def test_the_name_of_the_file_counts_where_the_text_says_nothing() -> None:
    assert estimate(BODY, file="2023-11-23_Ulm.txt").edtf == "2023-11-23"
    assert estimate(BODY, file="23.11.2023 Ulm.txt").edtf == "2023-11-23"
    assert estimate(f"{BODY} (Stand: 3. Mai 2024)", file="2023-11-23_Ulm.txt").edtf == "2024-05-03"
    assert estimate(BODY, file="IMG_20231399.txt").edtf is None


def test_a_day_that_a_file_is_named_for_has_no_place_in_the_text() -> None:
    assert estimate(BODY, file="2023-11-23.txt").spans == ()
