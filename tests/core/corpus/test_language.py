import pytest

from core.corpus.language import detect


@pytest.mark.parametrize(
    "text",
    [
        "Roe und Doe",
        "Foto: dpa",
        "WIEN, LINZ",
        "Roe trifft Doe",
        "REGIERUNG WILL MEHR SCHIFFE BAUEN, UM DEN SCHMUGGEL ZU BEKÄMPFEN",
        "Familiendrama in Witten",
        "FC Beispiel - Real Muster 2:1",
        "Live-Update: Jane Roe",
        "Rutte NATO Ishiba",
        "12.03.2021",
        "",
        "Der Minister hat „Strong Partnerships in a Connected World“ in Wien vorgestellt, wie es heißt.",
        "Nach Meeting mit CEO wird wer die Spitze herauskommen, sagte [in the region] der Beamte Er fügte hinzu.",
    ],
)
def test_german_and_undecidable_texts_count_as_german(text: str) -> None:
    assert detect(text) == "de"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The prime minister met the president on Tuesday to talk about trade between the two countries."),
        ("fr", "Le président a rencontré le premier ministre mardi pour parler du commerce entre les deux pays."),
        ("nl", "De premier heeft dinsdag met de president gesproken over de handel tussen de twee landen."),
        ("ru", "Премьер-министр встретился во вторник с президентом, чтобы обсудить торговлю."),
        ("ja", "首相は火曜日に大統領と会談し、両国の貿易について協議した。"),
    ],
)
def test_other_languages_are_told_apart(language: str, text: str) -> None:
    assert detect(text) == language
    assert detect(f"{text}\n\n" * 2000) == language
