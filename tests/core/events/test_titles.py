import pytest

from core.events.titled import Titled
from core.events.titles import title
from core.model import Gist, Participant, Rest, Role, Status

NAMES = {"ann": "Ann Ody", "bo": "Bo Lund", "cy": "Cy Rex", "dora": "Dora May", "oslo": "Norwegen"}
FAMILY = {"ann": "Ody", "bo": "Lund"}
QUOTED = Gist(None, None, (Rest("Was er braucht, ist Geduld", "quote"),))


def event(
    type_: str,
    *parts: tuple[str, Role],
    place: str | None = None,
    topic: str | None = None,
    gist: Gist | None = None,
    status: Status = "occurred",
    themes: tuple[str, ...] = (),
    teller: str | None = None,
) -> Titled:
    some = [Participant(*part) for part in parts]
    return Titled(type_, status, some, place, topic, gist, themes=themes, teller=teller)


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
    assert title(several, NAMES, FAMILY) == "Reise oder Besuch von Ann Ody und Bo Lund"


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


def test_the_rest_of_a_sentence_is_no_title_but_whole_words_stand_before_a_sentence_about_nobody() -> None:
    both = Gist(None, None, (Rest("kam um", "predicate"), Rest("der bei dem Unfall umkam", "quote", open=True)))
    assert title(event("disaster", gist=both, place="Oslo"), NAMES, FAMILY) == "Unglück oder Notfall (Oslo)"
    whole = both._replace(rests=(*both.rests[:1], Rest("Wer kam um", "quote")))
    assert title(event("disaster", gist=whole, place="Oslo"), NAMES, FAMILY) == "„Wer kam um“"


def test_a_sentence_that_is_too_long_is_no_title() -> None:
    gist = Gist("die Kommission", None, (Rest("prüft " + "sehr " * 20 + "genau", "predicate"),))
    assert title(event("statement", ("oslo", "speaker"), gist=gist), NAMES, FAMILY) == "Äußerung von Norwegen"


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
    assert title(event("vote", ("bo", "agent"), gist=gist), NAMES, FAMILY) == "Wahl oder Abstimmung: Bo Lund"


def test_a_whole_sentence_comes_before_one_that_is_broken_off_and_a_mere_name_last() -> None:
    rests = (Rest("Streit um die Häfen", "name"), Rest("Wir haben die Häfen …", "speech"), Rest("Wir gehen", "speech"))
    spoken = event("statement", ("bo", "speaker"), gist=Gist(None, None, rests))
    assert title(spoken, NAMES, FAMILY) == "Bo Lund: Wir gehen"
    assert title(spoken._replace(gist=Gist(None, None, rests[:2])), NAMES, FAMILY) == "Bo Lund: Wir haben die Häfen …"
    assert title(spoken._replace(gist=Gist(None, None, rests[:1])), NAMES, FAMILY) == "Streit um die Häfen"


def test_what_only_its_text_explains_is_completed_by_what_that_is_about() -> None:
    gist = Gist("Die Werft", None, (Rest("hat diese Frist verlängert", "predicate", open=True),))
    open_ = event("agreement", gist=gist, themes=("Fähren", "Hafenausbau"))
    assert title(open_, NAMES, FAMILY) == "Die Werft hat diese Frist verlängert (Thema: Fähren, Hafenausbau)"
    told = gist._replace(rests=(Rest("hat diese Frist für Fähren verlängert", "predicate", open=True),))
    assert title(open_._replace(gist=told), NAMES, FAMILY).endswith("für Fähren verlängert (Thema: Hafenausbau)")


def test_words_that_only_their_text_explains_stand_behind_what_that_is_about() -> None:
    gist = Gist(None, None, (Rest("davon halten wir wenig", "speech", open=True),))
    spoken = event("statement", ("bo", "speaker"), gist=gist, themes=("Fähren",))
    assert title(spoken, NAMES, FAMILY) == "Bo Lund zum Thema Fähren: Davon halten wir wenig"
    closed = gist._replace(rests=(Rest("von Fähren halten wir wenig", "speech"),))
    assert title(spoken._replace(gist=closed), NAMES, FAMILY) == "Bo Lund: Von Fähren halten wir wenig"


def test_a_family_name_makes_room_for_what_words_are_about() -> None:
    words = "davon halten wir in den Häfen an den Küsten im Norden ja sehr wenig"
    gist = Gist(None, None, (Rest(words, "speech", open=True),))
    spoken = event("statement", ("bo", "speaker"), gist=gist, themes=("Fähren",))
    assert title(spoken, NAMES, FAMILY) == f"Lund zum Thema Fähren: D{words[1:]}"


def test_what_names_neither_anybody_nor_a_place_says_what_its_text_is_about() -> None:
    gist = Gist("drei Boote", None, (Rest("sind gekentert", "predicate"),))
    assert (
        title(event("disaster", gist=gist, themes=("Sturm",)), NAMES, FAMILY)
        == "Drei Boote sind gekentert (Thema: Sturm)"
    )
    placed = event("disaster", gist=gist, themes=("Sturm",), place="Narvik")
    assert title(placed, NAMES, FAMILY) == "Drei Boote sind gekentert (Narvik)"


def test_what_somebody_tells_of_others_names_who_tells_it() -> None:
    gist = Gist("drei Boote", None, (Rest("sind gekentert", "predicate"),))
    told = event("disaster", gist=gist, place="Narvik", teller="ann")
    assert title(told, NAMES, FAMILY) == "Drei Boote sind gekentert (Quelle: Ann Ody; Narvik)"


def test_words_that_name_nothing_stand_behind_what_their_text_is_about() -> None:
    gist = Gist(None, None, (Rest("davon kann keine Rede sein", "speech"),))
    spoken = event("statement", ("bo", "speaker"), ("oslo", "topic"), gist=gist, themes=("Fähren",))
    assert title(spoken, NAMES, FAMILY) == "Bo Lund zum Thema Fähren: Davon kann keine Rede sein"
    named = gist._replace(rests=(Rest("davon kann in Norwegen keine Rede sein", "speech"),))
    assert title(spoken._replace(gist=named), NAMES, FAMILY) == "Bo Lund: Davon kann in Norwegen keine Rede sein"


def test_one_name_is_no_subject_of_a_verb_in_the_plural() -> None:
    gist = Gist(None, None, (Rest("reisten nach Oslo", "predicate"),))
    assert title(event("visit", ("ann", "agent"), gist=gist), NAMES, FAMILY) == "Reise oder Besuch von Ann Ody"
    greens = event("visit", ("greens", "agent"), gist=gist)
    assert title(greens, {**NAMES, "greens": "Die Grünen"}, FAMILY) == "Die Grünen reisten nach Oslo"


def test_whose_government_acts_stands_behind_it() -> None:
    gist = Gist("die Regierung", None, (Rest("hat das Abkommen mit den Werften gekündigt", "predicate"),))
    told = event("rejection", ("oslo", "agent"), gist=gist)
    assert title(told, NAMES, FAMILY) == "Die Regierung hat das Abkommen mit den Werften gekündigt (Norwegen)"


def test_little_less_is_told_where_that_makes_room_for_what_it_is_about() -> None:
    long, short = "diese Frist wurde für die Werften im Norden des Landes am Ende noch verlängert", "diese Frist wurde"
    less = "diese Frist wurde für die Werften im Norden des Landes verlängert"
    rests = tuple(Rest(words, "sentence", open=True) for words in (long, less, short))
    told = event("agreement", gist=Gist(None, None, rests), themes=("Fährenverkehr",))
    assert title(told, NAMES, FAMILY) == f"D{less[1:]} (Thema: Fährenverkehr)"
    much = event("agreement", gist=Gist(None, None, (rests[0], rests[2])), themes=("Fährenverkehr",))
    assert title(much, NAMES, FAMILY) == f"D{long[1:]}"


def test_a_body_is_named_where_the_source_says_only_what_kind_it_is() -> None:
    gist = Gist("die Reederei", None, (Rest("baut zwei Fähren", "predicate"),))
    names = {**NAMES, "nordline": "Nordline"}
    assert title(event("business", ("nordline", "agent"), gist=gist), names, FAMILY) == "Nordline baut zwei Fähren"
    bought = gist._replace(rests=(Rest("wurde verkauft", "predicate"),))
    assert title(event("business", ("nordline", "agent"), gist=bought), names, FAMILY) == "Die Reederei wurde verkauft"
    other = gist._replace(subject="die Behörde")
    assert title(event("business", ("nordline", "agent"), gist=other), names, FAMILY) == "Die Behörde baut zwei Fähren"
