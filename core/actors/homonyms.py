"""Names that bodies of several countries bear (`Bundesrat`, `die Grünen`), by the country that the text is about."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.actors.demonyms import demonym
from core.actors.knowledge import Knowledge
from core.actors.readings import Reading
from core.actors.sentences import NamedSentence


def by_country(named: Sequence[NamedSentence], knowledge: Knowledge) -> list[NamedSentence]:
    """The sentences with each such name read as the body of one country.

    A demonym right before the name decides (`der Schweizer Bundesrat`), then a capital right after it (`in Bern`), then
    the country that the document names most often. Where that says nothing, it is the first one in the vocabulary.
    """
    if not any(reading.name in knowledge.homonyms for sentence in named for reading in sentence.readings):
        return list(named)
    about = Counter(country for sentence in named for country in _countries(sentence, knowledge))
    return [
        replace(sentence, readings=[_settled(reading, sentence, about, knowledge) for reading in sentence.readings])
        for sentence in named
    ]


def _settled(reading: Reading, sentence: NamedSentence, about: Counter[str], knowledge: Knowledge) -> Reading:
    bearers = knowledge.homonyms.get(reading.name, ())
    if reading.actor_id not in bearers:
        return reading
    country_of = {actor_id: knowledge.actors[actor_id].country for actor_id in bearers}
    beside = _beside(reading, sentence, knowledge)
    said = next((actor_id for actor_id in bearers if country_of[actor_id] == beside), None)
    if said is not None:
        return reading._replace(actor_id=said, needs_context=False)
    return reading._replace(actor_id=max(bearers, key=lambda actor_id: about[country_of[actor_id] or ""]))


def _beside(reading: Reading, sentence: NamedSentence, knowledge: Knowledge) -> str | None:
    """The country of the demonym before a name, or of the capital that `in` joins to it."""
    tokens = sentence.sentence.tokens
    before = demonym(tokens[reading.first - 1].text, knowledge) if reading.first else None
    if before is None and reading.last + 2 < len(tokens) and tokens[reading.last + 1].text == "in":
        before = _capital_of(tokens[reading.last + 2].text, knowledge)
    return knowledge.actors[before].country if before else None


def _capital_of(name: str, knowledge: Knowledge) -> str | None:
    return next(iter(knowledge.names.bearers(name, "capital")), None)


def _countries(sentence: NamedSentence, knowledge: Knowledge) -> Iterator[str]:
    """The countries of what a sentence names, homonyms left out; a capital or region that is only a place counts."""
    for reading in sentence.readings:
        if reading.name in knowledge.homonyms:
            continue
        actor_id = reading.actor_id or next(iter(knowledge.names.bearers(reading.name, "capital", "region")), "")
        actor = knowledge.actors.get(actor_id)
        if actor is not None and actor.country:
            yield actor.country
    for person in sentence.people:
        if len(person.candidates) == 1 and (country := knowledge.actors[person.candidates[0]].country):
            yield country
