import pytest

from core.events.english import english_title
from core.events.titled import Titled
from core.events.translation.nouns import translated
from core.model import Gist, Participant, Rest, Role, Status

NAMES = {"ann": "Ann Ody", "bo": "Bo Lund", "oslo": "Norway"}


def event(
    type_: str,
    *parts: tuple[str, Role],
    place: str | None = None,
    place_en: str | None = None,
    status: Status = "occurred",
    deed: str | None = None,
    gist: Gist | None = None,
    nouns: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
) -> Titled:
    some = [Participant(*part) for part in parts]
    return Titled(type_, status, some, place, None, gist, place_en, deed=deed, nouns=nouns, themes=themes)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (event("visit", ("ann", "agent"), ("oslo", "target"), deed="besuchen"), "Ann Ody visited Norway"),
        (event("visit", ("ann", "agent"), ("oslo", "target"), deed="tummeln"), "Journey or visit by Ann Ody to Norway"),
        (event("visit", ("oslo", "target"), deed="besuchen"), "Visit to Norway"),
        (event("accusation", ("ann", "agent"), ("bo", "target"), deed="vorwerfen"), "Ann Ody accused Bo Lund"),
        (event("accusation", ("ann", "agent"), deed="kritisieren"), "Criticism by Ann Ody"),
        (event("disaster", ("ann", "agent"), deed="sterben"), "Ann Ody died"),
        (event("disaster", ("ann", "target"), deed="sterben"), "Death of Ann Ody"),
        (event("force", ("oslo", "target"), deed="Brandanschlag"), "Arson attacks against Norway"),
        (event("vote", ("bo", "agent"), ("ann", "target"), deed="wählen"), "Bo Lund elected Ann Ody"),
    ],
)
def test_a_title_says_who_did_what_to_whom(told: Titled, expected: str) -> None:
    assert english_title(told, NAMES) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("planned", "Ann Ody to visit Norway (planned)"),
        ("possible", "Visit by Ann Ody to Norway (possible)"),
        ("denied", "Ann Ody did not visit Norway"),
    ],
)
def test_what_has_not_happened_is_heard(status: Status, expected: str) -> None:
    told = event("visit", ("ann", "agent"), ("oslo", "target"), deed="besuchen", status=status)
    assert english_title(told, NAMES) == expected


def test_places_stand_behind_it_in_english() -> None:
    arrest = event("justice", ("ann", "target"), deed="festnehmen", place="Genf", place_en="Geneva")
    assert english_title(arrest, NAMES) == "Arrest of Ann Ody (Geneva)"


def test_what_words_are_about_is_told_by_nouns_of_their_own_whose_english_is_known() -> None:
    spoken = event(
        "statement", ("bo", "speaker"), nouns=("Hafen", "Dingsbums", "Streik"), themes=("Streik", "Flughafen")
    )
    assert english_title(spoken, NAMES) == "Bo Lund commented on strike and port"


def test_what_happens_is_told_by_nouns_of_its_text_too() -> None:
    force = event("force", ("bo", "target"), deed="angreifen", nouns=("Hafen",), themes=("Streik",))
    assert english_title(force, NAMES) == "Attack on Bo Lund (topic: port and strike)"


def test_a_noun_that_can_mean_something_else_is_not_translated() -> None:
    spoken = event("statement", ("bo", "speaker"), nouns=("Strom",))
    assert english_title(spoken, NAMES) == "Statement by Bo Lund"


def test_of_words_whose_nouns_are_not_known_a_sentence_is_quoted_before_a_noun_is() -> None:
    spoken = event("statement", ("bo", "speaker"), nouns=("Dingsbumsdings",), themes=("Streik",))
    assert english_title(spoken, NAMES) == "Statement by Bo Lund"  # nobody has written the base form
    written = spoken._replace(topic="das Dingsbumsdings der Stadt")
    assert english_title(written, NAMES) == "Bo Lund commented on “Dingsbumsdings”"
    words = Gist(None, None, (Rest("wir gehen", "speech"),))
    assert english_title(spoken._replace(gist=words), NAMES) == "Statement by Bo Lund: “Wir gehen”"
    longer = Gist(None, None, (Rest("wir gehen " + "sehr " * 13 + "weiter", "speech"),))
    title = english_title(spoken._replace(gist=longer), NAMES, {"bo": "Lund"})
    assert title.startswith("Lund: “Wir gehen")


def test_a_denied_refusal_is_no_refusal() -> None:
    told = event("rejection", ("bo", "agent"), deed="ausschließen", status="denied", nouns=("Streik",))
    assert english_title(told, NAMES) == "No rejection by Bo Lund about strike"


def test_nobody_is_a_place() -> None:
    told = event("institution", ("ann", "agent"), ("bo", "target"), deed="übernehmen")
    assert "Bo Lund" not in english_title(told, NAMES, {"ann": "Ody", "bo": "Lund"})


def test_of_whom_somebody_speaks_comes_first() -> None:
    spoken = event("statement", ("bo", "speaker"), ("oslo", "topic"), nouns=("Streik",))
    assert english_title(spoken, NAMES) == "Bo Lund commented on Norway and strike"


def test_a_title_with_many_long_names_is_not_too_long() -> None:
    names = {str(n): f"Society for the Protection of Harbours Number {n}" for n in range(3)}
    told = event("meeting", *((one, "agent") for one in names), ("ann", "partner"), deed="treffen")
    assert english_title(told, {**NAMES, **names}) == f"{names['0']} met with Ann Ody"


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Flüchtling", "refugees"),
        ("Flüchtlingsquartier", "refugee accommodation"),
        ("Budgetdebatten", "budget debate"),
        ("Verkehrsbehinderung", None),
        ("Schulreform", "school reform"),
        ("Hafenklima", None),
        ("Dingsbums", None),
    ],
)
def test_a_noun_is_known_as_it_is_or_by_its_parts(noun: str, expected: str | None) -> None:
    assert translated(noun) == expected


def test_what_is_no_deed_of_somebody_is_about_them() -> None:
    assert english_title(event("business", ("ann", "agent"), deed="tummeln"), NAMES) == "Business news about Ann Ody"
    assert english_title(event("meeting", ("ann", "agent"), deed="tummeln"), NAMES) == "Meeting involving Ann Ody"
    both = event("meeting", ("ann", "agent"), ("bo", "partner"), deed="Konferenz")
    assert english_title(both, NAMES) == "Conference involving Ann Ody with Bo Lund"
    election = event("vote", ("ann", "agent"), ("bo", "partner"), deed="Wahl")
    assert english_title(election, NAMES) == "Election involving Ann Ody and Bo Lund"
    takeover = event("business", ("ann", "agent"), ("bo", "target"), deed="Übernahme")
    assert english_title(takeover, NAMES) == "Takeover by Ann Ody involving Bo Lund"


def test_what_somebody_is_accused_of_stands_behind_over() -> None:
    told = event("accusation", ("ann", "agent"), ("bo", "target"), deed="vorwerfen", nouns=("Streik",))
    assert english_title(told, NAMES) == "Ann Ody accused Bo Lund over strike"


def test_what_happens_is_quoted_as_a_whole_sentence_where_no_noun_of_it_is_known() -> None:
    gist = Gist("der Index", None, (Rest("sank auf acht Punkte", "predicate"),))
    fallen = event("business", deed="sinken", gist=gist)
    assert english_title(fallen, NAMES) == "Decrease: “Der Index sank auf acht Punkte”"
    part = Gist(None, None, (Rest("wobei zwei gesunken sind", "quote", open=True),))
    assert english_title(fallen._replace(gist=part), NAMES) == "Decrease"


def test_in_a_quoted_sentence_a_person_has_the_name_that_is_shown_and_a_body_that_of_the_source() -> None:
    gist = Gist("er", "bo", (Rest("kündigte die Rückgabe an", "predicate"),))
    told = event("statement", ("bo", "speaker"), gist=gist)
    assert english_title(told, NAMES, {"bo": "Lund"}).endswith(": “Bo Lund kündigte die Rückgabe an”")
    state = Gist("Norwegen", "oslo", (Rest("kündigte die Rückgabe an", "predicate"),))
    told = event("statement", ("oslo", "speaker"), gist=state)
    assert english_title(told, NAMES, {"bo": "Lund"}).endswith(": “Norwegen kündigte die Rückgabe an”")
