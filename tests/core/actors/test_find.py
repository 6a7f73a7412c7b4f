"""What counts as an actor in a text, what only as a place, and what as nothing."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.actors import DocumentActors
from core.actors.knowledge import Knowledge

Ids = Callable[..., set[str]]
Find = Callable[..., DocumentActors]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Frankreich lehnt den Vertrag ab.", "france"),
        ("Der Vertrag Frankreichs ist alt.", "france"),
        ("Das ist eine Sache der Vereinigten Staaten.", "united-states"),
        ("POLEN UND SCHWEDEN RÜSTEN AUF", "poland"),
        ("Die Ukraine-Konferenz begann.", "ukraine"),
        ("Der Generalsekretär der Vereinten Nationen warnte.", "united-nations"),
        ("Das Auswärtige Amt bestellte ihn ein.", "german-foreign-office"),
        ("Der NATO -Gipfel ist vorbei.", "nato"),
        ("Die Polen-NATO-Gespräche ruhen.", "poland"),
        ("Die Polen-NATO-Gespräche ruhen.", "nato"),
        ("Das sagte ein Sprecher der Siemens AG.", "siemens"),
    ],
)
def test_known_names_are_found_in_every_form(ids_in: Ids, text: str, actor: str) -> None:
    assert actor in ids_in(text)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Die polnische Regierung stimmte zu.", "poland"),
        ("Das sagte ein Sprecher des chinesischen Außenministeriums.", "china"),
        ("Der türkische Angriff begann in der Nacht.", "turkey"),
        ("Er hielt eine antifranzösische Rede.", "france"),
    ],
)
def test_a_demonym_before_government_or_act_names_the_state(ids_in: Ids, text: str, state: str) -> None:
    assert ids_in(text) == {state}


def test_the_capital_of_a_state_is_a_place_and_where_it_governs(actors_in: Find) -> None:
    found = actors_in("Sie reiste in die polnische Hauptstadt.")
    assert [place.name for place in found.places] == ["polnische Hauptstadt"]
    assert [(mention.actor_id, mention.text) for mention in found.mentions] == [("poland", "polnische Hauptstadt")]


def test_a_capital_with_its_name_is_called_by_that(actors_in: Find) -> None:
    found = actors_in("Sie reiste in die polnische Hauptstadt Warschau.")
    assert [place.name for place in found.places] == ["Warschau"]


@pytest.mark.parametrize("text", ["Sie kaufte polnische Ware.", "Die chinesische Küche ist alt."])
def test_a_demonym_before_anything_else_names_nobody(ids_in: Ids, text: str) -> None:
    assert ids_in(text) == set()


def test_armed_forces_of_any_state_are_actors_of_their_own(actors_in: Find) -> None:
    actors = actors_in("Die peruanische Marine übte mit der schwedischen Luftwaffe.")
    rows = {actor.actor_id: actor for actor in actors.unknown}
    assert rows["peru-navy"].kind == "military"
    assert rows["peru-navy"].country == "PER"
    assert rows["sweden-air-force"].member_of == ("sweden",)


def test_armed_forces_that_the_vocabulary_lists_keep_their_id(ids_in: Ids) -> None:
    assert ids_in("Deutsche und israelische Soldaten kamen, auch die japanische Armee.") >= {
        "idf",
        "japan-self-defense-forces",
    }
    assert ids_in("Die deutschen Truppen zogen ab.") == {"bundeswehr"}


@pytest.mark.parametrize(
    "text",
    [
        "Warschau will mehr Panzer kaufen.",
        "Das Abkommen mit Warschau ist fertig.",
        "Am Montag lehnte Warschau den Plan ab.",
        "Warschaus Bitte blieb ohne Antwort.",
        "Der Streit zwischen Warschau und der EU dauert an.",
        "Der Minister warf Warschau vor, zu zögern.",
    ],
)
def test_a_capital_that_acts_stands_for_its_state(ids_in: Ids, text: str) -> None:
    assert "poland" in ids_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sie trafen sich in Warschau.",
        "Sie reist am Freitag nach Warschau.",
        "WARSCHAU – Sie trafen sich am Montag.",
        "Der Zug aus Warschau kam spät.",
        "Die Straße zwischen Warschau und Lodz ist gesperrt.",
    ],
)
def test_a_capital_that_is_only_a_place_is_no_actor(actors_in: Find, text: str) -> None:
    actors = actors_in(text)
    assert actors.mentions == ()
    assert "Warschau" in {place.name for place in actors.places}


def test_a_state_after_in_is_an_actor_and_a_place(actors_in: Find) -> None:
    actors = actors_in("Der Gipfel in Litauen endete.")
    (mention,) = actors.mentions
    (place,) = actors.places
    assert mention.actor_id == "lithuania"
    assert (place.start, place.end) == (mention.start, mention.end)


def test_a_name_that_is_a_common_word_needs_quotation_marks(ids_in: Ids) -> None:
    assert ids_in("Die Zeit drängt, und die Welt schaut zu.") == set()
    assert ids_in("Das berichtet die „Welt“ heute.") == {"welt"}


def test_a_name_that_needs_context_counts_only_with_it(ids_in: Ids) -> None:
    assert ids_in("Die Demokraten siegten.") == set()
    assert ids_in("In den USA siegten die Demokraten.") == {"united-states", "democratic-party"}
    assert "democratic-party" not in ids_in("In den USA lebt ein Mitglied der Demokratischen Partei Serbiens.")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Das teilte die Universität Musterstadt mit.", "Universität Musterstadt", "organisation"),
        ("Gestern legte die Staatsanwaltschaft Köln Berufung ein.", "Staatsanwaltschaft Köln", "organisation"),
        ("Er arbeitet für Zylonix Research.", "Zylonix Research", "organisation"),
        ("Der Autozulieferer Brelko baut Stellen ab.", "Brelko", "company"),
        ("Das Institut für Schneckenkunde warnt.", "Institut für Schneckenkunde", "organisation"),
        ("Das fordert der Deutsche Schneckenverband.", "Deutscher Schneckenverband", "organisation"),
        ("Nach Angaben der Deutschen Schneckenhilfe stimmt das.", "Deutsche Schneckenhilfe", "organisation"),
    ],
)
def test_unknown_organisations_are_found_by_their_form(actors_in: Find, text: str, name: str, kind: str) -> None:
    (actor,) = actors_in(text).unknown
    assert (actor.name, actor.kind) == (name, kind)


def test_an_abbreviation_in_brackets_stands_for_the_name_before_it(actors_in: Find) -> None:
    actors = actors_in("Das fordert der Deutsche Schneckenverband (DSV). Der DSV hat zehn Mitglieder.")
    (actor,) = actors.unknown
    assert actor.aliases == ("DSV",)
    assert [m.text for m in actors.mentions] == ["Deutsche Schneckenverband", "DSV", "DSV"]


def test_any_organisation_with_an_indefinite_article_is_none(actors_in: Find) -> None:
    assert actors_in("Er liegt in einer Bonner Spezialklinik.").unknown == ()
    assert actors_in("Sie leitet ein Institut für Schneckenkunde.").unknown == ()
    assert actors_in("Der Bonner Rüstungskonzern wächst.").unknown == ()


@pytest.mark.parametrize(
    "text",
    [
        "Im Januar sank die Zahl der Arbeitslosen auf 2,9 Millionen.",
        "Der Minister reiste ab, der Sprecher blieb.",
        "Das Internet und der Euro sind nicht schuld.",
        "Die Maschine vom Typ F-16 stürzte ab.",
    ],
)
def test_months_titles_and_things_are_no_actors(ids_in: Ids, text: str) -> None:
    assert ids_in(text) == set()


def test_picture_credits_name_no_actor(ids_in: Ids) -> None:
    text = "Angela Merkel in Rom (Erna Muster/Getty Images)"
    assert ids_in(text, kind="caption") == {"angela-merkel"}
    assert ids_in("Angela Merkel lacht. Foto: Erna Muster", kind="caption") == {"angela-merkel"}


def test_the_owner_of_a_title_is_marked_as_attributive(actors_in: Find) -> None:
    text = "Japans Premierminister Shigeru Ishiba rief den NATO-Generalsekretär Mark Rutte an."
    actors = actors_in(text)
    assert {text[start:end] for start, end in actors.attributive} == {"Japans", "NATO"}


WORDS = (
    *("Rutte", "Ruttes", "Tokio", "Japans", "NATO-Gipfel", "„", "“", "(", ")", ",", ".", "-", "–", "Der", "die", "und"),
    *("Er", "sie", "beide", "Seiten", "das", "Land", "Bündnis", "sagte", "Minister", "Frau", "Deutsche", "Bank", "AG"),
    *(
        "(IP4)",
        "1.",
        "x",
        "USA,",
        "Präsident",
        "Müller",
        "von",
        "der",
        "Leyen’s",
        "A-B-C",
        "Foto:",
        "Dr.",
        "Nachfolger",
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=30))
def test_any_text_gives_mentions_that_stand_in_it(actors_in: Find, knowledge: Knowledge, words: list[str]) -> None:
    text = " ".join(words)
    actors = actors_in(text)
    known = {actor.actor_id for actor in actors.unknown} | set(knowledge.actors)
    for mention in actors.mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip() == mention.text != ""
        assert mention.actor_id in known
    assert [m.start for m in actors.mentions] == sorted(m.start for m in actors.mentions)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Siemens Mustertechnik AG (SMA) baut. Die SMA wächst.", {"Siemens Mustertechnik AG"}),
        ("Auch eMuster Inc. baut.", {"eMuster Inc."}),
        ("Die Partei Movement for Better Weather siegte.", {"Movement for Better Weather"}),
        ("Hansa Muster verlor. Der FC Hansa Muster klagt.", {"FC Hansa Muster"}),
    ],
)
def test_an_organisation_has_its_whole_name(actors_in: Find, text: str, names: set[str]) -> None:
    assert {actor.name for actor in actors_in(text).unknown} == names


def test_a_company_keeps_its_id_before_its_legal_form(ids_in: Callable[..., set[str]]) -> None:
    assert ids_in("Die Siemens AG baut.") == {"siemens"}


@pytest.mark.parametrize(
    "text", ["Die Beziehungen Japans zur NATO reifen.", "Japans Sicherheit.", "Rutte lobte Japans Wunsch."]
)
def test_a_genitive_names_a_state(ids_in: Callable[..., set[str]], text: str) -> None:
    assert "japan" in ids_in(text)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Es ging um die Lotteriegesellschaft (LG). Das kritisierte die LG.", True),
        ("Es ging um die Gesellschaft (XY). Das kritisierte die XY.", False),
        ("Es ging um eine Lotteriegesellschaft (LG). Das kritisierte die LG.", False),
    ],
)
def test_letters_in_brackets_make_a_noun_a_name(ids_in: Callable[..., set[str]], text: str, known: bool) -> None:
    assert ("lotteriegesellschaft" in ids_in(text)) == known


@pytest.mark.parametrize("noun", ["Sicherheitskräfte", "Grenzschützer"])
def test_forces_with_the_adjective_of_a_state_stand_for_it(ids_in: Ids, noun: str) -> None:
    assert ids_in(f"Norwegische {noun} haben am Montag zwei Männer gerettet.") == {"norway"}
