"""What clauses say in English, from the outline of each."""

import pytest

from core.events.translation import Names, clause, place_in_english
from core.events.translation.nouns import in_sentence
from core.events.translation.words import one_of, participle, past, present, several
from core.model import Member, Outline, Status

NAMES = Names({"ann": "Ann Ody", "bo": "Bo Lund", "norway": "Norway"}, {"Genf": "Geneva", "Irak": "Iraq"}, ())


def of(slot: str, noun: str = "", **more: object) -> Member:
    return Member(slot, noun=noun, word=noun, **more)  # type: ignore[arg-type]


def actor(slot: str, actor_id: str, **more: object) -> Member:
    return Member(slot, actor=actor_id, **more)  # type: ignore[arg-type]


def behind(preposition: str, noun: str = "", **more: object) -> Member:
    return of("oblique", noun, preposition=preposition, **more)


def said(
    verb: str,
    *members: Member,
    type_: str = "statement",
    status: Status = "occurred",
    content: Outline | None = None,
    names: Names = NAMES,
    **more: object,
) -> str | None:
    own = Outline(verb, more.pop("time", "past"), members, **more)  # type: ignore[arg-type]
    told = clause([own, *([content] if content is not None else [])], type_, status, names)
    return None if told is None else told.said


ANN, BO = actor("subject", "ann"), actor("object", "bo")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (said("kritisieren", ANN, of("object", "Werft", plural=True)), "Ann Ody criticised shipyards"),
        (
            said("machen", ANN, BO, behind("für", "Unfall"), predicate="verantwortlich"),
            "Ann Ody blamed Bo Lund for accident",
        ),
        (said("vorwerfen", ANN, actor("dative", "bo"), of("object", "Betrug")), "Ann Ody accused Bo Lund of fraud"),
        (said("üben", ANN, of("object", "Kritik"), behind("an", "Hafen")), "Ann Ody criticised port"),
        (said("steigen", of("subject", "Ölpreis")), "Oil price rose"),
        (said("kritisieren", ANN, BO, actor("object", "bo", joined=True)), "Ann Ody criticised Bo Lund"),
        (said("kritisieren", ANN, BO, actor("oblique", "norway", preposition="nach")), "Ann Ody criticised Bo Lund"),
        (
            said(
                "kritisieren", ANN, of("object", "Reise"), actor("oblique", "norway", preposition="nach", touching=True)
            ),
            "Ann Ody criticised journey to Norway",
        ),
        (said("verbieten", ANN, of("object", "Streik"), infinitive=True, time="present"), None),
        (
            said("verbieten", ANN, of("object", "Streik"), infinitive=True, time="present", status="planned"),
            "Ann Ody to ban strike",
        ),
        (said("kritisieren", ANN, BO, actor("object", "norway", joined=True)), "Ann Ody criticised Bo Lund and Norway"),
        (said("einreichen", ANN, of("object", "Klage"), behind("gegen", "Dings")), None),
    ],
)
def test_a_verb_has_its_wording_with_what_stands_around_it(told: str | None, expected: str | None) -> None:
    assert told == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (said("kaufen", ANN, of("object", "Werft"), negated=True), "Ann Ody did not buy shipyard"),
        (said("kaufen", ANN, of("object", "Werft"), modal="wollen", time="present"), "Ann Ody wants to buy shipyard"),
        (said("kaufen", ANN, of("object", "Werft"), time="present", status="planned"), "Ann Ody to buy shipyard"),
        (said("kaufen", ANN, of("object", "Werft"), time="future"), "Ann Ody will buy shipyard"),
        (said("kaufen", ANN, of("object", "Werft"), time="present", status="possible"), "Ann Ody may buy shipyard"),
        (said("kaufen", ANN, of("object", "Werft"), wouldbe=True, time="present"), "Ann Ody would buy shipyard"),
        (said("kaufen", ANN, of("object", "Werft"), hearsay=True), "Ann Ody reportedly bought shipyard"),
        (said("kaufen", ANN, of("object", "Werft"), status="denied"), None),
        (said("sein", of("subject", "Studie", plural=False), predicate="falsch", negated=True), "Study was not false"),
    ],
)
def test_whether_it_has_happened_is_heard(told: str | None, expected: str | None) -> None:
    assert told == expected


def test_a_passive_says_what_is_done_and_by_whom() -> None:
    ships = of("subject", "Schiff", number="zwei", plural=True)
    assert said("versteigern", ships, passive=True) == "Two ships were auctioned"
    by = actor("oblique", "bo", preposition="von")
    assert said("schließen", of("subject", "Hafen", plural=False), by, passive=True) == "Port was closed by Bo Lund"


def test_numbers_and_degrees_are_english() -> None:
    sailors = of("subject", "Soldat", number="mehr als 1.200", plural=True)
    assert said("sterben", sailors) == "More than 1,200 soldiers died"
    euros = of("object", "Euro", number="2,5 Millionen", plural=True)
    assert said("spenden", ANN, euros) == "Ann Ody donated 2.5 million euros"


def test_what_only_adds_something_is_left_out_if_unknown_but_no_object() -> None:
    assert said("besuchen", ANN, actor("object", "norway"), behind("mit", "Dingsbums")) == "Ann Ody visited Norway"
    assert said("kaufen", ANN, of("object", "Dings")) is None
    assert said("dingsen", ANN, BO) is None


def test_one_compound_that_is_not_known_is_quoted_but_not_as_who_acts() -> None:
    assert said("kaufen", ANN, of("object", "Dingsbumshafen")) == "Ann Ody bought “Dingsbumshafen”"
    two = of("object", "Dingsbumshafen"), behind("mit", "Dingsbumswerft")
    assert said("kaufen", ANN, *two) == "Ann Ody bought “Dingsbumshafen”"
    assert said("kaufen", of("subject", "Dingsbumsfirma"), BO) is None


def test_i_and_there_have_their_verb() -> None:
    assert said("sein", Member("subject", word="ich"), predicate="zufrieden", time="present") == "I am satisfied"
    es, ships = Member("subject", word="es"), of("object", "Schiff", number="drei", plural=True)
    assert said("geben", es, ships) == "There were three ships"
    assert said("geben", ANN, ships) is None


def test_an_adjective_that_changes_the_sense_is_told_or_stops_the_clause() -> None:
    attack = of("object", "Anschlag", adjectives=("geplant",), plural=False)
    assert said("verurteilen", ANN, attack, type_="accusation") == "Ann Ody condemned planned attack"
    foiled = attack._replace(adjectives=("vereitelt",))
    assert said("verurteilen", ANN, foiled, type_="accusation") is None


def test_what_hangs_on_a_noun_stands_behind_it() -> None:
    taxes = of("object", "Erhöhung", plural=False), of("attribute", "Steuer", plural=True)
    assert said("ablehnen", ANN, *taxes) == "Ann Ody rejected increase of taxes"
    bare = of("object", "Erhöhung", plural=False)
    assert said("ablehnen", ANN, bare) is None  # of what?


def test_a_clause_is_completed_by_another() -> None:
    goes = Outline("schließen", "present", (of("object", "Hafen", plural=False),), infinitive=True)
    assert said("drohen", ANN, content=goes, completed=True) == "Ann Ody threatened to close port"
    that = Outline("steigen", "future", (of("subject", "Miete", plural=True),))
    assert said("warnen", ANN, content=that, completed=True) == "Ann Ody warned that rents will rise"
    assert said("warnen", ANN, completed=True) is None


def test_who_acts_stands_for_a_pronoun_but_not_for_nobody() -> None:
    names = NAMES._replace(acting=["Ann Ody"])
    she, it = Member("subject", word="sie"), Member("subject", word="es")
    assert said("kritisieren", she, BO, names=names) == "Ann Ody criticised Bo Lund"
    assert said("kritisieren", it, BO, names=names) is None
    assert said("kritisieren", BO, names=names) is None


def test_no_title_is_too_long() -> None:
    many = [
        behind("in", "Friedensgespräch"),
        behind("wegen", "Menschenrechtsverletzung"),
        behind("trotz", "Waffenstillstand"),
    ]
    told = said("kritisieren", ANN, BO, *many)
    assert told == "Ann Ody criticised Bo Lund in peace talks over human rights violations despite ceasefire"
    assert len(said("kritisieren", ANN, BO, *many, behind("mit", "Handelsabkommen")) or "") <= 90


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Hafenstreik", "port strike"),
        ("Umsatzeinbruch", "slump in revenue"),
        ("Streikeinbruch", None),
        ("Dingsbums", None),
    ],
)
def test_compounds_are_told_by_their_parts(noun: str, expected: str | None) -> None:
    assert in_sentence(noun, noun) == expected


def test_english_words_have_their_forms() -> None:
    assert (past("flee"), participle("take"), past("carry"), present("be", plural=True)) == (
        "fled",
        "taken",
        "carried",
        "are",
    )
    assert (several("bird of prey"), several("city"), several("police"), several("spokesman")) == (
        "birds of prey",
        "cities",
        "police",
        "spokesmen",
    )
    assert (one_of("refugees"), one_of("people"), one_of("crisis"), one_of("costs")) == (
        "refugee",
        "people",
        "crisis",
        "costs",
    )


def test_parts_of_countries_are_named() -> None:
    assert place_in_english("Nordirak", NAMES.places) == "northern Iraq"
    assert place_in_english("Genf", NAMES.places) == "Geneva"
