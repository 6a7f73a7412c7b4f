"""Actors across documents: the same one under one id, without comparing every pair."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from core.actors.knowledge import Knowledge, surname
from core.actors.values import Actor, Cast, Linked, genders_agree
from core.actors.words import fold, loose
from core.model import Interval


def link(
    casts: Mapping[str, Cast],
    knowledge: Knowledge,
    published: Mapping[str, Interval | None] | None = None,
) -> Linked:
    """Join the actors of all documents.

    Unknown actors of the same id are the same. One known by surname alone is the one person of that surname with a
    given name in the corpus, where there is only one; an abbreviation is the one organisation introduced with it.
    Cost is linear in the number of actors: candidates are looked up by surname or short name.

    Args:
        casts: who acts in each document, by doc_id.
        knowledge: the vocabulary.
        published: when each document was written, where that is known; a person's role is the one at the time of the
            latest document that names the person.
    """
    unknown = _unknown(casts.values())
    mentioned = set[str]().union(*(cast.mentioned for cast in casts.values()))
    joined = _surnames(unknown, mentioned, knowledge) | _short_names(unknown)
    final = {
        doc_id: {actor.actor_id: joined[actor.actor_id] for actor in cast.unknown if actor.actor_id in joined}
        for doc_id, cast in casts.items()
        if any(actor.actor_id in joined for actor in cast.unknown)
    }
    parties = _parties(casts.values(), joined)
    days = _last_days(casts, published or {})
    actors = {
        actor_id: _told(actor, knowledge, days.get(actor_id), parties.get(actor_id, ()))
        for actor_id, actor in sorted(_actors(unknown, mentioned, joined, knowledge).items())
    }
    return Linked(actors, final)


def _unknown(casts: Iterable[Cast]) -> dict[str, Actor]:
    """The actors that the vocabulary does not know by id, those of the same id made one."""
    unknown: dict[str, Actor] = {}
    for cast in casts:
        for actor in cast.unknown:
            known = unknown.get(actor.actor_id)
            unknown[actor.actor_id] = actor if known is None else merged(known, actor)
    return unknown


def _last_days(casts: Mapping[str, Cast], published: Mapping[str, Interval | None]) -> dict[str, date]:
    """The last day on which the latest document that names an actor can have been written, by the actor's id."""
    days: dict[str, date] = {}
    for doc_id, cast in casts.items():
        if interval := published.get(doc_id):
            for actor_id in cast.mentioned:
                days[actor_id] = max(interval.last, days.get(actor_id, interval.last))
    return days


def _parties(casts: Iterable[Cast], joined: Mapping[str, str]) -> dict[str, dict[str, None]]:
    """The parties of persons that the documents tell, by the person's final id, each once."""
    parties: dict[str, dict[str, None]] = defaultdict(dict)
    for cast in casts:
        for member, party in cast.memberships:
            parties[joined.get(member, member)][party] = None
    return parties


def _actors(
    unknown: Mapping[str, Actor], mentioned: Iterable[str], joined: Mapping[str, str], knowledge: Knowledge
) -> dict[str, Actor]:
    """All actors by their final ids."""
    actors = {actor_id: knowledge.actors[actor_id] for actor_id in mentioned if actor_id in knowledge.actors}
    for actor_id, actor in unknown.items():
        target = joined.get(actor_id, actor_id)
        known = actors.get(target)
        if target in knowledge.actors:
            actors.setdefault(target, knowledge.actors[target])
        else:
            actors[target] = merged(known, actor) if known else unknown.get(target, actor)
    return actors


def _told(actor: Actor, knowledge: Knowledge, day: date | None, parties: Iterable[str]) -> Actor:
    """The actor with the role of that day and with the parties that the documents tell."""
    return replace(knowledge.with_role(actor, day), member_of=tuple(dict.fromkeys((*actor.member_of, *parties))))


def merged(one: Actor, other: Actor) -> Actor:
    """Two rows of the same actor as one; the longer name stays, what one does not know comes from the other.

    Of two spellings of a name that with umlauts stays: `Jörg Müßiggang`, not `Joerg Muessiggang`.
    """
    longer, shorter = sorted((one, other), key=lambda actor: (-len(fold(actor.name)), len(actor.name)))
    aliases = dict.fromkeys((*longer.aliases, shorter.name, *shorter.aliases))
    aliases.pop(longer.name, None)
    return replace(
        longer,
        actor_id=one.actor_id,
        aliases=tuple(aliases),
        country=longer.country or shorter.country,
        role=longer.role or shorter.role,
        gender=longer.gender or shorter.gender,
        member_of=tuple(dict.fromkeys((*longer.member_of, *shorter.member_of))),
    )


def _surnames(unknown: Mapping[str, Actor], mentioned: set[str], knowledge: Knowledge) -> dict[str, str]:
    """Persons known by surname alone -> the only one of that surname with a given name."""
    full: dict[str, list[str]] = defaultdict(list)
    for actor_id in mentioned:
        actor = unknown.get(actor_id) or knowledge.actors.get(actor_id)
        if actor is not None and actor.kind == "person" and " " in actor.name:
            full[loose(surname(actor.name, actor.country, knowledge.names_of))].append(actor_id)
    with_given_name = {}
    for actor_id, actor in unknown.items():
        if actor.kind == "person" and " " not in actor.name:
            same = full.get(loose(actor.name), [])
            if len(same) == 1 and _agree(actor, unknown.get(same[0]) or knowledge.actors[same[0]]):
                with_given_name[actor_id] = same[0]
    return with_given_name


def _agree(one: Actor, other: Actor) -> bool:
    """Whether gender and country, as far as they are known, allow that two persons are one."""
    compatriots = one.country is None or other.country is None or one.country == other.country
    return genders_agree(one, other) and compatriots


def _short_names(unknown: Mapping[str, Actor]) -> dict[str, str]:
    """Organisations found under their abbreviation alone -> the one that introduces it elsewhere."""
    long: dict[str, set[str]] = defaultdict(set)
    for actor_id, actor in unknown.items():
        for alias in actor.aliases:
            if actor.kind != "person":
                long[fold(alias)].add(actor_id)
    return {
        actor_id: next(iter(longer))
        for actor_id, actor in unknown.items()
        if actor.kind != "person" and len(longer := long.get(fold(actor.name), set()) - {actor_id}) == 1
    }
