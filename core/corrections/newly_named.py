"""Actors that the machine did not find and people have named: they are read into their documents before all else."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.actors import Actor
from core.actors.words import slug
from core.anchors import Place, find, occurrences
from core.corrections.model import Line, NewActor
from core.model import Mention
from core.stages import Analysed


def by_document(lines: Iterable[Line]) -> dict[str, list[NewActor]]:
    """What is said of new actors, by the documents whose words name them.

    Args:
        lines: those that hold; see `core.corrections.model.in_force`.
    """
    named: dict[str, list[NewActor]] = {}
    for line in lines:
        if isinstance(line.what, NewActor) and line.what.about.mention is not None:
            named.setdefault(line.what.about.mention.doc_id, []).append(line.what)
    return named


def with_them(one: Analysed, named: Sequence[NewActor]) -> Analysed:
    """A document with actors that people have named in it, wherever their name stands and nobody else's does.

    Words that name somebody already stay with whom they name. Those that the text no longer has name nobody.
    """
    for new in named:
        one = _with(one, new)
    return one


def _with(one: Analysed, new: NewActor) -> Analysed:
    found, text = one.entities.actors, one.read.document.text
    place = find(new.about.mention, text) if new.about.mention is not None else None
    if place is None or _taken(found.mentions, place):
        return one
    name = " ".join(text[place.start : place.end].split())
    actor_id = slug(name)
    if not actor_id:
        return one
    places = {
        place,
        *(there for there in occurrences(text[place.start : place.end], text) if not _taken(found.mentions, there)),
    }
    mentions = (Mention(start, end, text[start:end], actor_id, "name") for start, end in places)
    actors = replace(
        found,
        mentions=tuple(sorted((*found.mentions, *mentions), key=lambda mention: (mention.start, mention.end))),
        unknown=(*found.unknown, Actor(actor_id, name, new.value)),
    )
    return replace(one, entities=replace(one.entities, actors=actors))


def _taken(mentions: Iterable[Mention], place: Place) -> bool:
    return any(mention.start < place.end and place.start < mention.end for mention in mentions)
