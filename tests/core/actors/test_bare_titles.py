"""Whom a title without a name means: who bears it in the text, else the holder of the state that the text speaks of."""

from collections.abc import Callable
from datetime import date

import pytest

from core.model import Interval

Meant = Callable[..., list[str]]

_DAY = Interval(date(2015, 6, 16), date(2015, 6, 16))


def test_a_federal_title_is_of_the_state_that_the_text_speaks_of(meant_by: Meant) -> None:
    text = "Landeshauptmann Alois Gruber (ÖVP) warf dem Bundespräsidenten am Montag Untätigkeit vor."
    assert meant_by("Bundespräsidenten", text, _DAY) == ["heinz-fischer"]
    assert meant_by("Bundespräsidenten", "Die SPD warf dem Bundespräsidenten Untätigkeit vor.", _DAY) == [
        "joachim-gauck"
    ]


def test_a_headline_means_who_is_named_with_the_title_below(meant_by: Meant) -> None:
    text = "Der Innenminister will mehr Polizei. Das sagte Innenminister Otto Muster am Montag."
    assert meant_by("Innenminister", text) == ["otto-muster"]


@pytest.mark.parametrize(
    ("words", "text", "person"),
    [
        ("Landeschef", "Landeshauptmann Otto Muster kam. Später ging der Landeschef.", "otto-muster"),
        ("Verteidiger", "Der Anwalt Otto Muster kam. Später ging der Verteidiger.", "otto-muster"),
        ("UN-Chef", "UN-Generalsekretär Ban Ki-moon kam. Später ging der UN-Chef.", "ban-ki-moon"),
        ("Minister", "Präsident Bo Lund traf Innenminister Otto Muster. Später ging der Minister.", "otto-muster"),
    ],
)
def test_a_title_is_known_by_other_words_too(meant_by: Meant, words: str, text: str, person: str) -> None:
    assert meant_by(words, text) == [person]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Regierungschefs", "Angela Merkel sprach mit den Regierungschefs der Länder."),
        ("Sprecher", "Sprecher Otto Muster kam. Das war das Treffen der Sprecher."),
        ("Präsidenten", "Präsident Barack Obama kam. Er wartet auf den Präsidenten des Wiener Landtags."),
        ("Präsidenten", "Präsident Barack Obama kam. Niemand sonst will das Amt des Präsidenten."),
        ("Sprecher", "Sprecher Otto Muster und Sprecher Bo Lund kamen. Später ging der Sprecher."),
        ("CDU-Chef", "CDU-Generalsekretär Otto Muster kam. Später ging der CDU-Chef."),
    ],
)
def test_more_than_one_the_office_itself_or_another_body_means_nobody(meant_by: Meant, words: str, text: str) -> None:
    assert meant_by(words, text) == []


def test_of_two_bearers_the_one_near_is_meant(meant_by: Meant) -> None:
    text = (
        f"Sprecher Otto Muster kam. {'Es regnete den ganzen Tag. ' * 4}Sprecher Bo Lund kam. Später ging der Sprecher."
    )
    assert meant_by("Sprecher", text) == ["bo-lund"]


def test_a_title_is_who_was_just_named_and_held_the_office(meant_by: Meant) -> None:
    text = "Angela Merkel reiste nach Paris. Die Kanzlerin traf dort François Hollande. Später ging der Präsident."
    assert meant_by("Kanzlerin", text, _DAY) == ["angela-merkel"]
    assert meant_by("Präsident", text, _DAY) == ["francois-hollande"]
    later = Interval(date(2024, 3, 1), date(2024, 3, 1))
    assert meant_by("Kanzlerin", text, later) == []  # no longer in office


def test_who_holds_an_office_is_left_open_where_the_day_of_writing_is_in_two_terms(meant_by: Meant) -> None:
    text = "Die SPD warf dem Bundespräsidenten Untätigkeit vor."
    assert meant_by("Bundespräsidenten", text, Interval(date(2015, 1, 1), date(2015, 12, 31))) == ["joachim-gauck"]
    assert meant_by("Bundespräsidenten", text, Interval(date(2015, 1, 1), date(2019, 12, 31))) == []


def test_a_lawyer_of_old_is_a_jurist(meant_by: Meant) -> None:
    assert meant_by("Jurist", "Exanwalt Otto Muster kam. Später ging der Jurist.") == ["otto-muster"]


@pytest.mark.parametrize(
    ("words", "text", "person"),
    [
        (
            "Bundeskanzler",
            "Das sagte Werner Faymann. Danach sprach sich der Bundeskanzler für eine Lösung aus.",
            "werner-faymann",
        ),
        ("Jurist", "Otto Muster hat geklagt. Der Jurist forderte ein neues Gesetz.", "otto-muster"),
        ("Däne", "Otto Muster hat geklagt. Der Däne forderte ein neues Gesetz.", "otto-muster"),
        ("Ökonomin", "Jana Muster hat einen Bericht vorgelegt. Am Montag lehnte die Ökonomin ab.", "jana-muster"),
    ],
)
def test_what_somebody_is_takes_up_the_one_who_was_named(meant_by: Meant, words: str, text: str, person: str) -> None:
    assert meant_by(words, text) == [person]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Jurist", "Otto Muster traf Bo Lund. Der Jurist forderte ein neues Gesetz."),
        ("Jurist", "Otto Muster kam. Ein Jurist kam auch. Der Jurist forderte ein neues Gesetz."),
        ("Däne", "Barack Obama hat geklagt. Der Däne forderte ein neues Gesetz."),
        ("Ökonom", "Jana Muster hat geklagt. Der Ökonom forderte ein neues Gesetz."),
        ("Juristen", "Otto Muster kam. Die Kammer der Juristen forderte ein neues Gesetz."),
    ],
)
def test_what_more_than_one_may_be_or_nobody_is_takes_up_nobody(meant_by: Meant, words: str, text: str) -> None:
    assert meant_by(words, text) == []


@pytest.mark.parametrize(
    ("words", "text", "person"),
    [
        ("Innenminister", "Innenminister warnt vor Streit. Innenminister Otto Muster kam.", "otto-muster"),
        ("SPÖ-Bausprecherin", "SPÖ-Bausprecherin hofft. Das sagte SPÖ-Bausprecherin Jana Muster.", "jana-muster"),
    ],
)
def test_a_text_begins_with_a_title_of_whom_it_names_farther_on(
    meant_by: Meant, words: str, text: str, person: str
) -> None:
    assert meant_by(words, text) == [person]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Bürgermeister", "Bürgermeister bleibt ein Mann. Das sagte Bürgermeister Otto Muster."),
        ("FPÖ-Kandidat", "Der FPÖ-Kandidat fordert Geld. Das sagte SPÖ-Kandidat Otto Muster."),
        ("Abgeordneten", "Dabei geht es den Abgeordneten um Geld. Die Abgeordneten Otto Muster und Bo Lund kamen."),
    ],
)
def test_what_somebody_is_and_another_bodys_title_mean_nobody(meant_by: Meant, words: str, text: str) -> None:
    assert meant_by(words, text) == []


@pytest.mark.parametrize(
    ("words", "text", "persons"),
    [
        ("Sprecher", "Sprecher Otto Muster kam. Es hagle, sagte der Sprecher des Krisenstabs.", ["otto-muster"]),
        ("Rektorin", "Jana Muster will Geld. Das werde knapp, sagt die Rektorin der Lehranstalt.", ["jana-muster"]),
        ("Rektorin", "Jana Muster rief Ida Lund an. Das werde knapp, sagt die Rektorin der Lehranstalt.", []),
        ("Rektorin", "Jana Muster will Geld. Die Rektorin der Lehranstalt, Ida Lund, lehnt ab.", []),
        ("Rektor", "Otto Muster will Geld. Das werde knapp, sagt der Rektor der Lehranstalt.", []),
    ],
)
def test_a_title_of_an_unknown_body_means_its_bearer_or_the_only_woman_near(
    meant_by: Meant, words: str, text: str, persons: list[str]
) -> None:
    assert meant_by(words, text) == persons


@pytest.mark.parametrize(
    ("words", "text", "who"),
    [
        (
            "SPD-Politiker",
            "Otto Muster (SPD) kam. Der SPD-Politiker kritisierte Minister Bo Lund (CDU).",
            "otto-muster",
        ),
        ("SPD-Politiker", "Der SPD-Abgeordnete Otto Muster kam. Später lobte der SPD-Politiker Rom.", "otto-muster"),
        ("SPD-Abgeordnete", "Die SPD-Sprecherin Ida Muster kam. Die SPD-Abgeordnete will helfen.", "ida-muster"),
        ("CDU-Politikerin", "Bo Lund (SPD) und Ida Muster (CDU) kamen. Die CDU-Politikerin ging.", "ida-muster"),
    ],
)
def test_a_member_of_a_party_is_who_was_said_to_be_one(meant_by: Meant, words: str, text: str, who: str) -> None:
    assert meant_by(words, text) == [who]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("SPD-Politiker", "Otto Muster kam. Der SPD-Politiker ging."),
        ("SPD-Politiker", "Otto Muster (SPD) und Bo Lund (SPD) kamen. Der SPD-Politiker ging."),
        ("SPD-Politiker", "Otto Muster (SPD) kam. Ein SPD-Politiker ging."),
        ("CDU-Abgeordneten", "Ida Muster (CDU) kam. Die CDU-Abgeordneten gingen."),
    ],
)
def test_of_no_or_several_members_or_of_many_no_one_is_meant(meant_by: Meant, words: str, text: str) -> None:
    assert meant_by(words, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rektor und Dekan Otto Muster kam. Später ging der Rektor.",
        "Otto Muster, Intendant der Oper und seit Mai Rektor der Hochschule Bonn, kam. Später ging der Rektor.",
    ],
)
def test_of_two_titles_of_one_person_each_takes_the_person_up(meant_by: Meant, text: str) -> None:
    assert meant_by("Rektor", text)[-1:] == ["otto-muster"]


def test_a_title_joined_to_a_name_is_not_that_of_who_is_named_before(meant_by: Meant) -> None:
    text = "Dekan Otto Muster und Rektor Bo Lund kamen. Später ging der Rektor."
    assert meant_by("Rektor", text) == ["bo-lund"]


def test_a_woman_is_not_called_by_the_title_of_a_man_in_office(meant_by: Meant) -> None:
    assert meant_by("Chef", "Der Chef der CDU kam.", Interval(date(2019, 3, 1), date(2019, 3, 1))) == []


def test_a_compound_of_a_trade_takes_up_as_the_trade_does(meant_by: Meant) -> None:
    assert meant_by("Verfassungsjurist", "Otto Muster kam. Der Verfassungsjurist warnte davor.") == ["otto-muster"]
    assert meant_by("Studienautor", "Otto Muster kam. Der Studienautor warnte davor.") == []


def test_a_politician_of_a_region_is_the_one_spoken_of(meant_by: Meant) -> None:
    text = "Otto Muster forderte eine Reform. Die Zeit dränge, betonte der bayerische Politiker."
    assert meant_by("bayerische Politiker", text) == ["otto-muster"]
    assert meant_by("Politiker", "Otto Muster und Bo Lund kamen. Die Zeit dränge, betonte der Politiker.") == []
