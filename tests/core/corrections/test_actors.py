"""What people say of actors: who they are, which are one, and which are none."""

import pytest

from core.corrections import anchoring
from core.corrections.model import (
    ActorCountry,
    ActorKindIs,
    ActorName,
    ActorReference,
    ActorRole,
    NewActor,
    NoActor,
    OtherActor,
    Participants,
    Party,
    SameActor,
)
from tests.core.corrections.builds import TEXTS, Corpus
from tests.core.engine.small_corpus import STRANGER

pytestmark = pytest.mark.slow


def test_what_is_known_of_an_actor_can_be_corrected(corpus: Corpus) -> None:
    stranger, merkel = corpus.actor("karl-eichinger"), corpus.actor("angela-merkel")
    corpus.decide(
        ActorName(stranger, "Karla Eichinger"),
        ActorKindIs(stranger, "organisation"),
        ActorCountry(stranger, "AUT"),
        ActorRole(stranger, "Unternehmerin"),
        ActorName(merkel, "A. Merkel"),
        ActorCountry(merkel, None),
    )

    (row,) = corpus.rows("actors", actor_id="karl-eichinger")
    assert (row["name"], row["kind"], row["country"], row["role"]) == (
        *("Karla Eichinger", "organisation", "AUT", "Unternehmerin"),
    )
    assert row["aliases"] == ["Karl Eichinger"]
    (row,) = corpus.rows("actors", actor_id="angela-merkel")
    assert (row["name"], row["country"]) == ("A. Merkel", None)
    assert corpus.event("b", "lobte")["title"] == "Karla Eichinger lobte die EU"
    told = {(row["actor_id"], row["field"]): row["machine"] for row in corpus.rows("corrections")}
    assert told["karl-eichinger", "name"] == "Karl Eichinger"
    assert told["angela-merkel", "country"] == "DEU"


def test_the_machine_has_its_own_names_for_those_whom_people_have_renamed(corpus: Corpus) -> None:
    macron = corpus.actor("emmanuel-macron")
    corpus.decide(ActorName(macron, "E. Macron"), Participants(corpus.of_event("a"), (Party(macron, "target"),)))
    (row,) = corpus.rows("corrections", field="participants")
    assert row["machine"] == "Emmanuel Macron (agent); Österreich (target)"
    assert '"name":"Emmanuel Macron"' in row["parties"]


def test_of_two_names_for_an_actor_the_later_holds_however_it_was_meant(corpus: Corpus) -> None:
    corpus.decide(
        ActorName(corpus.mention("b", "Karl Eichinger"), "Karla"), ActorName(corpus.mention("b", "Eichinger"), "Karlo")
    )
    assert corpus.rows("actors", actor_id="karl-eichinger")[0]["name"] == "Karlo"
    assert corpus.states() == [("name", "overridden"), ("name", "applied")]


def test_a_place_that_only_hosts_can_be_corrected(corpus: Corpus) -> None:
    corpus.decide(ActorName(corpus.actor("austria"), "Republik Österreich"))
    assert corpus.rows("actors", actor_id="austria")[0]["name"] == "Republik Österreich"


def test_two_actors_can_be_one(corpus: Corpus) -> None:
    corpus.decide(SameActor(corpus.actor("karl-eichinger"), corpus.actor("emmanuel-macron")))

    assert corpus.rows("actors", actor_id="karl-eichinger") == []
    (row,) = corpus.rows("actors", actor_id="emmanuel-macron")
    assert (row["name"], row["aliases"], row["n_mentions"]) == ("Emmanuel Macron", ["Karl Eichinger"], 4)
    assert corpus.parties("b", "traf") == {"emmanuel-macron": "agent", "angela-merkel": "partner"}
    assert {row["actor_id"] for row in corpus.rows("corrections")} == {"emmanuel-macron"}


def test_two_actors_that_no_vocabulary_knows_go_by_the_id_of_the_first(corpus: Corpus) -> None:
    corpus.write(b=STRANGER, c="Sprecher Jörn Quandtmeier traf am 4. Mai 2021 Angela Merkel in Wien.").build()
    spokesman = corpus.rows("mentions", text="Jörn Quandtmeier")[0]["actor_id"]
    corpus.decide(SameActor(corpus.actor(spokesman), corpus.actor("karl-eichinger")))
    assert corpus.rows("actors", actor_id="karl-eichinger") == []
    assert corpus.rows("actors", actor_id=spokesman)[0]["aliases"] == ["Karl Eichinger"]


def test_one_actor_can_be_two(corpus: Corpus) -> None:
    corpus.decide(OtherActor(corpus.mention("a", "Emmanuel Macron"), (corpus.mention("d", "Emmanuel Macron"),)))

    (mention,) = (row for row in corpus.rows("mentions", doc_id="d") if row["text"] == "Emmanuel Macron")
    assert mention["actor_id"].startswith("emmanuel-macron-")
    (row,) = corpus.rows("actors", actor_id=mention["actor_id"])
    assert (row["name"], row["kind"], row["role"], row["n_mentions"]) == ("Emmanuel Macron", "person", None, 1)
    assert corpus.rows("actors", actor_id="emmanuel-macron")[0]["n_mentions"] == 1
    assert mention["actor_id"] in corpus.parties("d", "hat am")


def test_two_mentions_of_one_text_cannot_be_told_apart(corpus: Corpus) -> None:
    corpus.decide(OtherActor(corpus.mention("b", "Karl Eichinger"), (corpus.mention("b", "Eichinger"),)))
    assert {state for _, state in corpus.states()} == {"no_effect"}


def test_what_was_joined_and_then_told_apart_is_two(corpus: Corpus) -> None:
    stranger, macron = corpus.mention("b", "Karl Eichinger"), corpus.mention("a", "Emmanuel Macron")
    corpus.decide(SameActor(stranger, macron), OtherActor(macron, (stranger,)))
    assert corpus.parties("b", "traf").keys() >= {"angela-merkel", "karl-eichinger"}


def test_what_is_no_actor_goes_with_its_mentions_and_parts(corpus: Corpus) -> None:
    corpus.decide(NoActor(corpus.actor("karl-eichinger")), ActorName(corpus.actor("angela-merkel"), "Merkel"))

    assert corpus.rows("actors", actor_id="karl-eichinger") == []
    assert corpus.rows("mentions", actor_id="karl-eichinger") == []
    assert corpus.parties("b", "traf") == {"angela-merkel": "partner"}
    assert corpus.parties("b", "lobte") == {"european-union": "target"}
    assert corpus.states() == [("no_actor", "applied"), ("name", "applied")]


def test_who_takes_part_may_be_known_from_the_vocabulary_alone_or_from_another_text(corpus: Corpus) -> None:
    reference = corpus.actor("angela-merkel")
    known = type(reference)(vocabulary="norway", actor_id="norway", name="Norwegen")
    stranger = corpus.mention("b", "Karl Eichinger")
    corpus.decide(Participants(corpus.of_claim("a"), (Party(known, "agent"), Party(stranger, "target"))))

    assert corpus.parties("a") == {"norway": "agent", "karl-eichinger": "target"}
    assert corpus.rows("actors", actor_id="norway")[0]["n_claims"] == 1


def test_a_mention_that_stands_no_more_is_told(corpus: Corpus) -> None:
    corpus.decide(ActorName(corpus.mention("b", "Karl Eichinger"), "Karla"))
    corpus.write(a="Emmanuel Macron besuchte am 3. Mai 2021 Wien.").build()
    assert corpus.states() == [("name", "without_anchor")]


KNOWN = {name.removesuffix(".txt"): text for name, text in TEXTS.items()}


def named(corpus: Corpus, doc_id: str, words: str) -> ActorReference:
    """An actor that the tables do not have, by the words of a document that name it."""
    (row,) = corpus.rows("texts", doc_id=doc_id)
    start = row["text"].index(words)
    return anchoring.words(corpus.tables, doc_id, start, start + len(words))


def test_somebody_whom_nobody_found_can_be_named_and_takes_part(corpus: Corpus) -> None:
    corpus.write(**KNOWN, e="Die Schuhfabrik Ost kritisierte am 5. Mai 2021 Angela Merkel. Schuhfabrik Ost wächst.")
    corpus.build()
    assert corpus.rows("actors", name="Schuhfabrik Ost") == []
    factory = named(corpus, "e", "Schuhfabrik Ost")
    merkel = Party(corpus.actor("angela-merkel"), "target")
    reproach = corpus.of_claim("e", "kritisierte")
    corpus.decide(NewActor(factory, "company"), Participants(reproach, (Party(factory, "agent"), merkel)))

    (row,) = corpus.rows("actors", name="Schuhfabrik Ost")
    assert (row["kind"], row["n_mentions"], row["n_claims"]) == ("company", 2, 1)
    assert corpus.parties("e", "kritisierte") == {row["actor_id"]: "agent", "angela-merkel": "target"}
    assert corpus.states() == [("new_actor", "applied"), ("participants", "applied")]


def test_a_new_actor_goes_where_its_words_do(corpus: Corpus) -> None:
    corpus.write(**KNOWN, e="Die Schuhfabrik Ost traf am 5. Mai 2021 Angela Merkel.").build()
    corpus.decide(NewActor(named(corpus, "e", "Schuhfabrik Ost"), "company"))
    assert corpus.rows("actors", name="Schuhfabrik Ost")
    corpus.write(**KNOWN, e="Die Hutfabrik traf am 5. Mai 2021 Angela Merkel.").build()
    assert corpus.rows("actors", name="Schuhfabrik Ost") == []
    assert corpus.states() == [("new_actor", "without_anchor")]


def test_words_that_name_somebody_already_name_nobody_new(corpus: Corpus) -> None:
    corpus.decide(NewActor(named(corpus, "b", "Karl Eichinger"), "company"))
    (row,) = corpus.rows("actors", name="Karl Eichinger")
    assert (row["actor_id"], row["kind"]) == ("karl-eichinger", "person")
