"""The vocabulary: complete, consistent, and refused with a clear word where it is not."""

from importlib.resources import files
from itertools import pairwise

import pytest
from babel import Locale

from core.actors.knowledge import Knowledge, build
from core.vocabulary import VocabularyError


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    folder = files("core.vocabulary") / "actors"
    return {f.name: f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.endswith(".toml")}


def test_every_german_state_name_of_the_cldr_is_known(knowledge: Knowledge) -> None:
    german = Locale("de").territories
    for code in ["FR", "JP", "KP", "US", "TR", "UA", "CI", "XK", "TL"]:
        assert knowledge.names.known(german[code]) is not None


def test_ids_follow_the_rule(knowledge: Knowledge) -> None:
    for actor_id in [
        "united-states",
        "south-korea",
        "north-korea",
        "turkey",
        "nato",
        "g7",
        "fumio-kishida",
        "xi-jinping",
    ]:
        assert actor_id in knowledge.actors


def test_terms_of_one_chair_do_not_overlap(knowledge: Knowledge) -> None:
    for chair in [("secretary-general", "nato"), ("prime-minister", "japan"), ("chancellor", "germany")]:
        terms = knowledge.holders[chair]
        for (_, _, ends), (_, begins, _) in pairwise(terms):
            assert ends is not None
            assert begins is not None
            assert ends <= begins


def test_member_states_know_their_alliance(knowledge: Knowledge) -> None:
    assert {"nato", "european-union"} <= set(knowledge.actors["lithuania"].member_of)


@pytest.mark.parametrize(
    ("actor_id", "english"),
    [
        ("norway", "Norway"),
        ("japan", "Japan"),
        ("turkey", "Turkey"),
        ("soviet-union", "Soviet Union"),
        ("bavaria", "Bavaria"),
        ("european-union", "European Union"),
        ("federal-constitutional-court", "Federal Constitutional Court"),
        ("swiss-federal-council", "Swiss Federal Council"),
        ("verdi", "Ver.di"),
        ("angela-merkel", "Angela Merkel"),
    ],
)
def test_states_and_well_known_bodies_have_english_names_and_others_keep_theirs(
    knowledge: Knowledge, actor_id: str, english: str
) -> None:
    assert knowledge.actors[actor_id].english == english


def test_an_english_name_is_given_only_where_it_is_another_one(knowledge: Knowledge) -> None:
    assert [actor.actor_id for actor in knowledge.actors.values() if actor.name_en == actor.name] == []
    assert [german for german, english in knowledge.places_en.items() if german == english] == []


@pytest.mark.parametrize(
    ("german", "english"), [("Tokio", "Tokyo"), ("Hessen", "Hesse"), ("USA", "United States"), ("Ostsee", "Baltic Sea")]
)
def test_places_have_english_names(knowledge: Knowledge, german: str, english: str) -> None:
    assert knowledge.places_en[german] == english


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("holders.toml", "Mark Rutte 2024-10-01/..", "Mark Rutte 2024-13-01/..", "holders.toml: holders.nato"),
        ("holders.toml", "Mark Rutte 2024-10-01/..", "Mark Rutte since 2024", "write 'Name begin/end'"),
        ("holders.toml", "[holders.nato]", "[holders.nata]", "no such state or organisation"),
        (
            "states.toml",
            'code = "JP",',
            'code = "JP", colour = "red",',
            "states.toml: state.JPN.colour: there is no such",
        ),
        ("states.toml", "JPN = {", "JAPAN = {", "ISO 3166-1 alpha-3"),
        ("organisations.toml", 'members = ["AUS"', 'members = ["Oz"', "organisations.toml: ip4: no actor 'Oz'"),
        (
            "media.toml",
            'name = "Reuters", ',
            'name = "Reuters", members = ["oz"], ',
            "media.toml: reuters: no actor 'oz'",
        ),
        (
            "organisations.toml",
            'member_of = ["nato"]',
            'member_of = ["nata"]',
            "organisations.toml: nsatu: no actor 'nata'",
        ),
        ("offices.toml", "DEU = [", "GER = [", "offices.toml: of_state.GER: no such state"),
        ("places.toml", '"Moskau" = "Moscow"', '"Moskva" = "Moscow"', "places.toml: english.Moskva: no such place"),
        ("organisations.toml", 'name_en = "United Nations"', "name_en = 1", "united-nations.name_en"),
        ("persons.toml", 'gender = "m"', 'gender = "x"', "persons.toml: person"),
    ],
)
def test_a_slip_is_named_with_file_and_entry(
    texts: dict[str, str], file: str, old: str, new: str, message: str
) -> None:
    assert old in texts[file]
    with pytest.raises(VocabularyError) as caught:
        build({**texts, file: texts[file].replace(old, new, 1)})
    assert message in str(caught.value)


def test_a_missing_file_is_named(texts: dict[str, str]) -> None:
    with pytest.raises(VocabularyError, match=r"media\.toml: file missing"):
        build({name: text for name, text in texts.items() if name != "media.toml"})
