"""Known names in a sentence, and what they stand for there: an actor, its government, or only a place."""

from collections.abc import Mapping, Sequence

from core.actors.demonyms import demonym, demonyms
from core.actors.gazetteer import Alias, Use
from core.actors.knowledge import Knowledge
from core.actors.metonymy import acts, is_where
from core.actors.readings import Hit, Reading
from core.actors.references import references
from core.actors.words import Part, parts, without_genitive
from core.german.grammar import grammar
from core.model import MentionKind, Sentence, Token


def scan(sentence: Sentence, knowledge: Knowledge) -> list[Hit]:
    """The longest known names, from left to right, none overlapping."""
    tokens = sentence.tokens
    words = [part for part in parts(tokens) if part.ends_token or not _is_silent(tokens[part.token], knowledge)]
    hits = []
    i = 0
    while i < len(words):
        j, aliases = knowledge.names.longest(words, i)
        if not aliases:
            i += 1
            continue
        hits.append(_hit(words, i, j, aliases))
        i = j
    return hits


def _is_silent(token: Token, knowledge: Knowledge) -> bool:
    """Whether the first links of a compound name nobody (`EU-weit`, `US-Dollar`)."""
    adjective = token.tag == "ADJA" and not token.text.rpartition("-")[2][:1].isupper()
    return adjective or token.text in knowledge.patterns.no_mention


def _hit(words: Sequence[Part], i: int, j: int, aliases: Sequence[Alias]) -> Hit:
    first, last = words[i], words[j - 1]
    begins = i == 0 or words[i - 1].token != first.token
    return Hit(first.start, last.end, first.token, last.token, begins and last.ends_token, tuple(aliases))


def readings_of(sentence: Sentence, hits: Sequence[Hit], knowledge: Knowledge) -> list[Reading]:
    """What the names stand for, demonyms included, persons left out: `people.py` reads those."""
    readings: list[Reading] = []
    for hit in hits:
        alias = _meant(hit, sentence.tokens, knowledge)
        if alias is not None and not _is_anothers(alias, hit, sentence.tokens, knowledge):
            readings.extend(_readings(alias, hit, sentence, readings, knowledge))
    taken = {i for hit in hits if hit.whole for i in range(hit.first, hit.last + 1)}
    readings.extend(demonyms(sentence, taken, knowledge))
    return sorted(readings, key=lambda reading: (reading.start, reading.end))


_RANK: Mapping[Use, int] = {
    **dict.fromkeys(("name", "alias", "quoted"), 0),
    **dict.fromkeys(("seat", "context"), 1),
    **dict.fromkeys(("capital", "region"), 2),
    "place": 3,
}
"""How readily a name is read in each way, where several are open: the lowest first."""


def _meant(hit: Hit, tokens: Sequence[Token], knowledge: Knowledge) -> Alias | None:
    """The name that is meant, persons' left out; one that needs quotation marks only within them."""
    quoted = _in_quotes(hit, tokens) or _is_paper(hit, tokens, knowledge)
    aliases = [
        alias
        for alias in hit.aliases
        if (not alias.actor_id or knowledge.actors[alias.actor_id].kind != "person")
        and (quoted or alias.use != "quoted")
    ]
    return min(aliases, key=lambda alias: _RANK[alias.use], default=None)


_OPENING, _CLOSING = frozenset("„»\"“‚'«‹›"), frozenset("“”\"«»‘’'")


def _in_quotes(hit: Hit, tokens: Sequence[Token]) -> bool:
    before = tokens[hit.first - 1].text if hit.first else ""
    after = tokens[hit.last + 1].text if hit.last + 1 < len(tokens) else ""
    return before in _OPENING and after in _CLOSING


def _is_paper(hit: Hit, tokens: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether a word for a newspaper stands before the name (`das Magazin Focus`)."""
    before = tokens[hit.first - 1].text if hit.first else ""
    return hit.whole and before in knowledge.patterns.organisation_words.descriptor.get("media", ())


def _readings(
    alias: Alias, hit: Hit, sentence: Sentence, before: Sequence[Reading], knowledge: Knowledge
) -> list[Reading]:
    def reading(actor_id: str, kind: MentionKind, *, place: bool) -> Reading:
        context = alias.use == "context"
        return Reading(*hit[:4], actor_id, kind, alias.name, place, hit.whole, needs_context=context)

    where = hit.whole and is_where(sentence.tokens, hit.first, knowledge)
    if alias.use == "seat":
        return [reading("" if where else alias.actor_id, "metonym", place=where)]
    if alias.use in {"capital", "region", "place"}:
        if not hit.whole or _is_noun(alias, hit, sentence.tokens):
            return []
        acting = _acting(alias, hit, sentence, before, knowledge)
        kind: MentionKind = "name" if alias.use == "region" else "metonym"
        return [reading(acting, kind, place=not acting)]
    where = where and knowledge.actors[alias.actor_id].kind == "state"
    return [reading(alias.actor_id, "name" if alias.use == "name" else "alias", place=where)]


def _is_noun(alias: Alias, hit: Hit, tokens: Sequence[Token]) -> bool:
    """Whether a city's name is a common noun here (`ein geplantes Essen`, `auf einem Hof`)."""
    before = tokens[hit.first - 1] if hit.first else None
    single = alias.use == "place" and hit.first == hit.last and tokens[hit.first].tag == "NN"
    if before is None or not single:
        return False
    indefinite = before.tag == "ART" and before.text.lower() not in grammar().articles.definite
    return indefinite or before.tag in {"ADJA", "PPOSAT", "PIAT", "CARD"}


def _is_anothers(alias: Alias, hit: Hit, tokens: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether words beside the noun for a body make it another state's: `der nationale Sicherheitsrat`.

    That of one state is another's by its owner: `Mexikos Oberster Gerichtshof`, `der Oberste Gerichtshof Nordkoreas`.
    Names that bodies of several states bear are left to `homonyms.py`.
    """
    actor = knowledge.actors.get(alias.actor_id)
    words = tokens[hit.first : hit.last + 1]
    bodies = tuple(ending for of_gender in references().persons.bodies.values() for ending in of_gender)
    noun = words[-1].tag == "NN" and without_genitive(words[-1].text.lower()).endswith(bodies)
    if actor is None or actor.kind != "organisation" or not noun or alias.name in knowledge.homonyms:
        return False
    if any(word.tag == "NE" for word in words):
        return False
    before = tokens[hit.first - 1] if hit.first else None
    if actor.country is None:
        if before is None or before.tag != "ADJA" or hit.first != hit.last:
            return False
        return before.text.lower().startswith("national") or _state_of(before.text, knowledge) is not None
    behind = tokens[hit.last + 1 : hit.last + 2]
    beside = [word.text for word in (before, *behind) if word is not None]
    owners = {knowledge.actors[state].country for word in beside if (state := _state_of(word, knowledge)) is not None}
    return bool(owners) and actor.country not in owners


def _state_of(word: str, knowledge: Knowledge) -> str | None:
    """The state of a demonym (`norwegische`), or of a name in the genitive (`Norwegens`)."""
    owner = without_genitive(word)
    named = knowledge.names.bearers(owner, "name", "alias") if owner != word else ()
    return demonym(word, knowledge) or next((i for i in named if knowledge.actors[i].kind == "state"), None)


def _acting(alias: Alias, hit: Hit, sentence: Sentence, before: Sequence[Reading], knowledge: Knowledge) -> str:
    """For whom a capital, a region or a seat stands in this clause; empty where it is only a place."""
    candidates = (alias.actor_id,) if alias.actor_id else knowledge.seats.get(alias.name, ())
    if not candidates or not acts(sentence, hit, before, knowledge):
        return ""
    return next((r.actor_id for r in reversed(before[-_NEAR:]) if r.actor_id in candidates), candidates[-1])


_NEAR = 10  # names looked back at in the sentence
