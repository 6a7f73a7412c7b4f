import pytest

from core.events.titles import Language, Titled, label, title
from core.model import Gist, Participant, Rest, Role, Status

NAMES = {"ann": "Ann Ody", "bo": "Bo Lund", "cy": "Cy Rex", "dora": "Dora May", "oslo": "Norwegen"}
FAMILY = {"ann": "Ody", "bo": "Lund"}
QUOTED = Gist(None, None, (Rest("Was er braucht, ist Geduld", "quote"),))


def event(
    type_: str,
    *parts: tuple[str, Role],
    place: str | None = None,
    topic: str | None = None,
    place_en: str | None = None,
    gist: Gist | None = None,
    status: Status = "occurred",
) -> Titled:
    return Titled(type_, status, [Participant(*part) for part in parts], place, topic, gist, place_en)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "Besuch: Ann Ody – Norwegen (Oslo)"), ("en", "Visit: Ann Ody to Norwegen (Oslo)")],
)
def test_a_label_names_type_sides_and_place(language: Language, expected: str) -> None:
    visit = event("visit", ("ann", "agent"), ("oslo", "target"), ("ann", "topic"), place="Oslo")
    assert label(visit, NAMES, language) == expected


def test_an_english_label_names_the_place_in_english_and_no_second_time() -> None:
    meeting = event("meeting", ("ann", "agent"), place="Genf", place_en="Geneva", topic="Genf")
    assert label(meeting, NAMES, "en") == "Meeting: Ann Ody (Geneva)"
    assert label(meeting, NAMES, "de") == "Treffen: Ann Ody (Genf)"


def test_a_long_list_is_cut_and_says_so() -> None:
    meeting = event("meeting", *((actor, "agent") for actor in NAMES))
    assert label(meeting, NAMES, "de") == "Treffen: Ann Ody, Bo Lund, Cy Rex und weitere"


def test_topics_stand_in_where_nobody_acts() -> None:
    assert label(event("force", ("oslo", "topic")), NAMES, "en") == "Use of force: Norwegen"


def test_of_whom_or_what_somebody_speaks_does_not_stand_where_speakers_do() -> None:
    assert label(event("statement", ("oslo", "topic"), topic="Fische"), NAMES, "de") == "Äußerung: … · Norwegen"
    assert label(event("statement", topic="die Fische"), NAMES, "de") == "Äußerung: … · die Fische"


def test_without_anybody_the_type_is_the_title() -> None:
    assert title(event("force"), NAMES, FAMILY) == "Gewalt"


def test_a_label_says_what_it_is_about_in_the_words_of_a_source_and_those_name_it_where_nobody_does() -> None:
    request = event("request", ("ann", "agent"), topic="mehr Geld")
    assert label(request, NAMES, "de") == "Bitte und Forderung: Ann Ody · mehr Geld"
    wachen = event("force", place="Oslo", topic="zwei Wachen")
    assert label(wachen, NAMES, "de") == "Gewalt: zwei Wachen (Oslo)"


def test_words_of_the_source_stand_in_quotation_marks_in_an_english_label() -> None:
    request = event("request", ("ann", "agent"), topic="mehr Geld")
    assert label(request, NAMES, "en").endswith(": Ann Ody · “mehr Geld”")
    assert label(event("force", place="Oslo", topic="zwei Wachen"), NAMES, "en") == "Use of force: “zwei Wachen” (Oslo)"
    assert label(event("statement", topic="die Fische"), NAMES, "en") == "Statement on “die Fische”"
    assert label(event("statement", ("oslo", "topic"), topic="Fische"), NAMES, "en") == "Statement on Norwegen"


def test_an_english_label_quotes_what_is_said_in_a_whole_sentence_if_there_is_room() -> None:
    gist = Gist(None, None, (Rest("die Fische seien müde", "speech"), Rest("die Fische …", "speech")))
    spoken = event("statement", ("bo", "speaker"), topic="die Fische", gist=gist)
    assert label(spoken, NAMES, "en") == "Statement: Bo Lund · “Die Fische seien müde”"
    long = gist._replace(rests=(Rest("die Fische seien " + "sehr " * 12 + "müde", "speech"),))
    assert label(spoken._replace(gist=long), NAMES, "en") == "Statement: Bo Lund · “die Fische”"


def test_what_would_make_a_title_too_long_is_left_out_whole() -> None:
    request = event("request", ("ann", "agent"), topic="sehr " * 15 + "viel Geld")
    assert label(request, NAMES, "de") == "Bitte und Forderung: Ann Ody"


@pytest.mark.parametrize(
    ("status", "expected"), [("planned", "Besuch (geplant)"), ("possible", "Besuch (möglich)"), ("occurred", "Besuch")]
)
def test_a_label_says_what_has_not_happened(status: Status, expected: str) -> None:
    assert label(event("visit", status=status), NAMES, "de") == expected


def test_a_title_is_what_happened_in_the_words_of_a_source() -> None:
    gist = Gist("drei Männer", None, (Rest("überfielen eine Bank", "predicate"),))
    assert title(event("force", ("oslo", "topic"), gist=gist), NAMES, FAMILY) == "Drei Männer überfielen eine Bank"


def test_a_title_names_who_acts_where_the_source_has_a_pronoun() -> None:
    gist = Gist(None, None, (Rest("reiste nach Oslo", "predicate"),))
    assert (
        title(event("visit", ("ann", "agent"), ("oslo", "target"), gist=gist), NAMES, FAMILY)
        == "Ann Ody reiste nach Oslo"
    )
    several = event("visit", ("ann", "agent"), ("bo", "agent"), gist=gist)
    assert title(several, NAMES, FAMILY) == "Besuch: Ann Ody und Bo Lund"


def test_words_stand_behind_who_says_them() -> None:
    gist = Gist(None, None, (Rest("es werde keinen Frieden geben", "speech"),))
    assert (
        title(event("statement", ("bo", "speaker"), gist=gist), NAMES, FAMILY)
        == "Bo Lund: Es werde keinen Frieden geben"
    )


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("der Minister", "Minister Ann Ody: Wir gehen"),
        ("die Beamte", "Die Beamte: Wir gehen"),
        ("die Chefin der Werft", "Ann Ody: Wir gehen"),
        ("ein Sprecher", "Ein Sprecher: Wir gehen"),
        ("die Anwältin von Ody", "Die Anwältin von Ody: Wir gehen"),
    ],
)
def test_who_speaks_is_told_by_name_where_the_source_has_a_title(who: str, expected: str) -> None:
    gist = Gist(who, None, (Rest("wir gehen", "speech"),))
    assert title(event("statement", ("ann", "speaker"), gist=gist), NAMES, FAMILY) == expected


def test_more_is_told_of_what_somebody_does_rather_than_the_whole_name() -> None:
    deed = "besuchte mit seinen drei Söhnen und deren Freunden zwei kleine Häfen im Norden von Ödland"
    gist = Gist(None, "bo", (Rest(deed[:84], "predicate"), Rest("besuchte zwei Häfen", "predicate")))
    assert title(event("visit", ("bo", "agent"), gist=gist), NAMES, FAMILY).startswith("Lund besuchte mit seinen")


def test_a_wish_is_heard_and_needs_no_mark() -> None:
    gist = Gist("Ikarus", None, (Rest("möchte sich in Lier ansiedeln", "predicate"),))
    assert (
        title(event("business", gist=gist, status="possible"), NAMES, FAMILY) == "Ikarus möchte sich in Lier ansiedeln"
    )


def test_a_family_name_stands_where_there_is_no_room_for_the_whole_name() -> None:
    words = "Norwegen werde seine Häfen an den Küsten im Norden für alle Schiffe aus dem Süden öffnen"
    gist = Gist(None, "ann", (Rest(words[:82], "speech"),))
    assert title(event("statement", ("ann", "speaker"), gist=gist), NAMES, FAMILY) == f"Ody: {words[:82]}"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (event("statement", ("bo", "speaker"), gist=QUOTED), "Bo Lund: „Was er braucht, ist Geduld“"),
        (event("request", ("bo", "speaker"), gist=QUOTED), "„Was er braucht, ist Geduld“"),
        (event("visit", gist=QUOTED, status="planned"), "„Was er braucht, ist Geduld“ (geplant)"),
    ],
)
def test_where_no_sentence_tells_it_the_words_stand_in_quotation_marks(told: Titled, expected: str) -> None:
    assert title(told, NAMES, FAMILY) == expected


def test_who_is_named_in_words_is_not_named_before_them() -> None:
    words = Gist(None, None, (Rest("Was Lund braucht, ist Geduld", "quote"),))
    assert title(event("statement", ("bo", "speaker"), gist=words), NAMES, FAMILY) == "„Was Lund braucht, ist Geduld“"


def test_words_stand_before_a_sentence_about_nobody() -> None:
    both = Gist(None, None, (Rest("kam um", "predicate"), Rest("der bei dem Unfall umkam", "quote")))
    assert title(event("disaster", gist=both, place="Oslo"), NAMES, FAMILY) == "„der bei dem Unfall umkam“"


def test_a_sentence_that_is_too_long_is_no_title() -> None:
    gist = Gist("die Kommission", None, (Rest("prüft " + "sehr " * 20 + "genau", "predicate"),))
    assert title(event("statement", ("oslo", "speaker"), gist=gist), NAMES, FAMILY) == "Äußerung: Norwegen"


def test_a_sentence_that_names_nobody_has_its_place_behind_it() -> None:
    gist = Gist("die Räumung", None, (Rest("ging ohne Zwischenfälle weiter", "predicate"),))
    clearing = event("justice", place="Narvik", gist=gist)
    assert title(clearing, NAMES, FAMILY) == "Die Räumung ging ohne Zwischenfälle weiter (Narvik)"
    named = event("justice", ("oslo", "agent"), place="Narvik", gist=gist._replace(subject="Norwegen"))
    assert title(named, NAMES, FAMILY) == "Norwegen ging ohne Zwischenfälle weiter"
    inside = event("justice", place="Narvik", gist=gist._replace(rests=(Rest("ging in Narvik weiter", "predicate"),)))
    assert title(inside, NAMES, FAMILY) == "Die Räumung ging in Narvik weiter"


def test_nobody_does_something_to_themselves_by_name() -> None:
    gist = Gist(None, "bo", (Rest("hat Bo Lund gewählt", "predicate"),))
    assert title(event("vote", ("bo", "agent"), gist=gist), NAMES, FAMILY) == "Wahl und Abstimmung: Bo Lund"


def test_a_whole_sentence_comes_before_one_that_is_broken_off_and_a_mere_name_last() -> None:
    rests = (Rest("Streit um die Häfen", "name"), Rest("Wir haben die Häfen …", "speech"), Rest("Wir gehen", "speech"))
    spoken = event("statement", ("bo", "speaker"), gist=Gist(None, None, rests))
    assert title(spoken, NAMES, FAMILY) == "Bo Lund: Wir gehen"
    assert title(spoken._replace(gist=Gist(None, None, rests[:2])), NAMES, FAMILY) == "Bo Lund: Wir haben die Häfen …"
    assert title(spoken._replace(gist=Gist(None, None, rests[:1])), NAMES, FAMILY) == "Streit um die Häfen"


def test_an_english_label_says_whom_it_concerns_or_else_what_a_source_says() -> None:
    assert label(event("accusation", ("ann", "target")), NAMES, "en") == "Accusation against Ann Ody"
    assert label(event("request", ("bo", "agent"), ("ann", "target")), NAMES, "en") == "Request: Bo Lund to Ann Ody"
    told = event("disaster", gist=Gist(None, None, (Rest("Ein Boot sei gekentert", "sentence"),)))
    assert label(told, NAMES, "en") == "Disaster: “Ein Boot sei gekentert”"
