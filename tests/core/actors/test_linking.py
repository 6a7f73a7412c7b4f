"""One actor across documents, and the questions that stay open."""

from collections.abc import Callable, Mapping
from datetime import date

from core.actors import Actor, Ambiguity, DocumentActors, ambiguities, link
from core.actors.knowledge import Knowledge
from core.actors.values import Linked
from core.model import Interval

Find = Callable[..., DocumentActors]


def linked_across(
    documents: Mapping[str, DocumentActors], knowledge: Knowledge, published: Mapping[str, Interval] | None = None
) -> Linked:
    return link({doc_id: actors.cast for doc_id, actors in documents.items()}, knowledge, published)


def test_a_surname_in_one_document_is_the_full_name_in_another(actors_in: Find, knowledge: Knowledge) -> None:
    documents = {"a": actors_in("Der Sprecher Jörn Quandtmeier kam."), "b": actors_in("Sprecher Quandtmeier ging.")}
    linked = linked_across(documents, knowledge)
    assert linked.id_of("b", "quandtmeier") == "joern-quandtmeier"
    assert set(linked.actors) == {"joern-quandtmeier"}
    assert linked.actors["joern-quandtmeier"].name == "Jörn Quandtmeier"


def test_a_surname_that_two_bear_stays_apart(actors_in: Find, knowledge: Knowledge) -> None:
    documents = {
        "a": actors_in("Sprecher Jörn Quandtmeier und Sprecherin Tilda Quandtmeier kamen."),
        "b": actors_in("Präsident Quandtmeier ging."),
    }
    linked = linked_across(documents, knowledge)
    assert set(linked.actors) == {"joern-quandtmeier", "tilda-quandtmeier", "quandtmeier"}


def test_an_abbreviation_is_the_organisation_introduced_with_it(actors_in: Find, knowledge: Knowledge) -> None:
    documents = {
        "a": actors_in("Das sagt der Deutsche Schneckenverband (DSV)."),
        "b": actors_in("Die Umweltorganisation DSV widerspricht."),
    }
    assert set(linked_across(documents, knowledge).actors) == {"deutscher-schneckenverband"}


def test_every_mention_has_a_row(actors_in: Find, knowledge: Knowledge) -> None:
    documents = {
        "a": actors_in("Sprecher Jörn Quandtmeier lobte Polen. Die peruanische Armee übt."),
        "b": actors_in("Sprecher Quandtmeier traf Mark Rutte in Rom. Er lächelte."),
    }
    linked = linked_across(documents, knowledge)
    for doc_id, document in documents.items():
        for mention in document.mentions:
            assert linked.id_of(doc_id, mention.actor_id) in linked.actors


def test_roles_are_those_of_the_time(actors_in: Find, knowledge: Knowledge) -> None:
    documents = {"a": actors_in("Fumio Kishida kam.")}
    early = {"a": Interval(date(2015, 1, 1), date(2015, 1, 31))}
    late = {"a": Interval(date(2023, 1, 1), date(2023, 1, 31))}
    assert linked_across(documents, knowledge, early).actors["fumio-kishida"].role == "Außenminister (Japan)"
    assert linked_across(documents, knowledge, late).actors["fumio-kishida"].role == "Premierminister (Japan)"


def test_the_role_of_a_day(knowledge: Knowledge) -> None:
    merkel = knowledge.actors["angela-merkel"]
    chancellor, leader = (knowledge.with_role(merkel, date(year, 1, 1)) for year in (2010, 2003))
    assert (chancellor.role, chancellor.role_en) == ("Bundeskanzlerin (Deutschland)", "Federal Chancellor (Germany)")
    assert (leader.role, leader.role_en) == ("Vorsitzende (CDU)", "Leader (CDU)")


def test_open_questions_are_listed(knowledge: Knowledge) -> None:
    actors = {
        actor.actor_id: actor
        for actor in (
            Actor("jana-muster", "Jana Muster", "person"),
            Actor("j-muster", "J. Muster", "person"),
            Actor("tom-muster", "Tom Muster", "person"),
            Actor("rot-ag", "Rot AG", "company", ("RAG",)),
            Actor("rad-ag", "Rad AG", "company", ("RAG",)),
        )
    }
    assert ambiguities(actors, knowledge) == [
        Ambiguity("name claimed twice", "RAG", ("rad-ag", "rot-ag")),
        Ambiguity("same actor?", "Muster", ("j-muster", "jana-muster")),
    ]
