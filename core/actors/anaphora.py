"""From what stands in the text to mentions: names first, then what takes them up again."""

from collections.abc import Iterator, Sequence

from core.actors.knowledge import Knowledge
from core.actors.people import PersonName
from core.actors.resolve import Settled, attribute, terms, title_of
from core.actors.sentences import NamedSentence
from core.actors.values import DocumentActors, Place
from core.actors.words import slug
from core.model import Interval, Mention, OfficeMention


def take_up(
    text: str, named: Sequence[NamedSentence], settled: Settled, knowledge: Knowledge, published: Interval | None
) -> DocumentActors:
    """All mentions of the document."""
    mentions: list[Mention] = []
    places: list[Place] = []
    offices: list[OfficeMention] = []
    attributive: set[tuple[int, int]] = set()
    for sentence, people in zip(named, settled.people, strict=True):
        for reading in sentence.readings:
            if reading.actor_id:
                mentions.append(
                    Mention(
                        reading.start, reading.end, text[reading.start : reading.end], reading.actor_id, reading.kind
                    )
                )
            if reading.place:
                places.append(Place(reading.start, reading.end, reading.name))
        for title in sentence.titles:
            if (reading := attribute(title, sentence)) is not None:
                attributive.add((reading.start, reading.end))
        for organisation in sentence.organisations:
            mentions.append(
                Mention(
                    organisation.start,
                    organisation.end,
                    text[organisation.start : organisation.end],
                    slug(organisation.name),
                    "name",
                )
            )
        for person, actor_id in people:
            kind = "name" if len(person.words) > 1 else "alias"
            mentions.append(Mention(person.start, person.end, text[person.start : person.end], actor_id, kind))
            offices.extend(_office(text, sentence, person, actor_id, knowledge))
    return DocumentActors(
        tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
        tuple(settled.unknown.values()),
        tuple(offices),
        tuple(places),
        frozenset(attributive),
    )


def _office(
    text: str, sentence: NamedSentence, person: PersonName, actor_id: str, knowledge: Knowledge
) -> Iterator[OfficeMention]:
    """The office that a title gives a known person, with the terms that the title can mean taken together."""
    title = person.title
    actor = knowledge.actors.get(actor_id)
    if title is None or actor is None or title.deputy:
        return
    held = terms(actor, title, title_of(title, sentence, knowledge))
    if not held:
        return
    tokens = sentence.sentence.tokens
    start, end = min(tokens[title.first].start, person.start), max(tokens[title.last].end, person.end)
    begins = [t.begins for t in held]
    ends = [t.ends for t in held]
    yield OfficeMention(
        start,
        end,
        text[start:end],
        actor_id,
        held[-1].office,
        None if None in begins else min(filter(None, begins)),
        None if None in ends else max(filter(None, ends)),
        title.former,
    )
