"""Whom a common noun takes up: `beide Seiten`, `das Bündnis`, `der Konzern`, `des asiatischen Landes`."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from core.actors import possessives, spokespeople
from core.actors.demonyms import demonym
from core.actors.knowledge import Knowledge
from core.actors.memory import REACH, Memory, group_of
from core.actors.mentions import Named, taking_up
from core.actors.references import references
from core.actors.sentences import NamedSentence
from core.german.cases import readings
from core.german.compounds import head_in, heads
from core.german.grammar import grammar
from core.model import Token

_PAIR_REACH = 4  # sentences back in which two actors joined by `und` are looked for
_LAND_REACH = 1


def meant(memory: Memory, i: int, knowledge: Knowledge) -> Iterator[Named]:
    """Whom the noun at token `i` of the sentence that is read takes up, with the article or `beide` before it."""
    if i == 0:
        return
    before = memory.tokens[i - 1].text.lower()
    if before in {"beide", "beiden", "beider"} or (before == "zwei" and i > 1 and _is_definite(memory.tokens[i - 2])):
        yield from _both(memory, i, knowledge)
    elif before in {"ein", "eine"}:
        yield from spokespeople.meant(memory, i, knowledge)
    elif memory.tokens[i - 1].tag == "PPOSAT":
        yield from possessives.meant(memory, i, knowledge)
    else:
        yield from _definite(memory, i, knowledge)


def _both(memory: Memory, i: int, knowledge: Knowledge) -> Iterator[Named]:
    pairs = knowledge.patterns.pairs
    word = memory.tokens[i].text
    persons = word in pairs.persons or _are_persons(word, knowledge)
    if not persons and word not in pairs.nouns and head_in(word, pairs.compounded) is None:
        return
    for actor_id in _pair(memory, persons=persons):
        yield taking_up(memory.tokens, i - 1, i, actor_id, "pronoun")


def _is_definite(token: Token) -> bool:
    return token.text.lower() in {"die", "den", "der"}


def _are_persons(plural: str, knowledge: Knowledge) -> bool:
    """Whether a noun in the plural says of persons what they are: `beide Staatsführer`."""
    lower = plural.lower()
    return any(form.endswith(knowledge.patterns.title_endings) for form in (lower, lower[:-1], lower[:-2]))


def _pair(memory: Memory, *, persons: bool) -> tuple[str, ...]:
    """The last two actors joined by `und`, else the only two of the last sentences."""
    near: list[str] = []
    for back, (sentence, mentions) in enumerate(memory.back(_PAIR_REACH)):
        wanted = [m for m in mentions if (memory.actor(m.actor_id).kind == "person") == persons and m.kind != "pronoun"]
        if pair := _joined(wanted, sentence.sentence.tokens):
            return pair
        if back <= REACH:
            near.extend(m.actor_id for m in wanted)
    only = tuple(dict.fromkeys(near))
    return only if len(only) == 2 else ()


def pair_joined(memory: Memory, reach: int) -> tuple[str, ...]:
    """The last two persons, or the last two others, joined by `und` in so many sentences before."""
    for _, (sentence, mentions) in zip(range(1 + reach), memory.back(reach), strict=False):
        for persons in (True, False):
            wanted = [m for m in mentions if (memory.actor(m.actor_id).kind == "person") == persons and m.free]
            if pair := _joined(wanted, sentence.sentence.tokens):
                return pair
    return ()


def _joined(mentions: Sequence[Named], tokens: Sequence[Token]) -> tuple[str, str] | None:
    """The last two actors joined by `und`."""
    for one, other in reversed(list(pairwise(mentions))):
        between = [t.text for t in tokens[one.last + 1 : other.first] if t.tag != "ART"]
        if between in (["und"], ["sowie"]) and one.actor_id != other.actor_id:
            return one.actor_id, other.actor_id
    return None


def _definite(memory: Memory, i: int, knowledge: Knowledge) -> Iterator[Named]:
    """`das Bündnis`, `die Partei`, `der Konzern`, `des Landes`, `die Regierung`, `die Soldaten`."""
    tokens, taken_up = memory.tokens, knowledge.taken_up
    noun = tokens[i].text
    if i + 1 < len(tokens) and _goes_on(tokens[i + 1]):
        return
    first = i - 1
    adjective = tokens[first].text if tokens[first].tag == "ADJA" else None
    first -= adjective is not None
    article = tokens[first].text.lower() if first >= 0 else ""
    if article not in grammar().articles.definite or not _is_singular(tokens, first, i):
        return
    if groups := next((taken_up[form] for form in _uninflected(noun) if form in taken_up), None):
        actor_id = _of_listed(memory, i, groups, adjective, knowledge)
    elif groups := _of_kind(noun, knowledge):
        actor_id = _of_described(memory, i, groups, adjective, knowledge)
    else:
        actor_id = _of_called(memory, i, knowledge) if adjective is None else None
    if actor_id is None and groups and adjective is None:
        actor_id = _otherwise(memory, noun, groups)
    if actor_id is not None:
        cases = readings(tokens, range(first, i + 1), frozenset())
        yield taking_up(tokens, i, i, actor_id, "pronoun", free=any(case.startswith("nom") for case in cases))


def _of_listed(
    memory: Memory, i: int, groups: frozenset[str], adjective: str | None, knowledge: Knowledge
) -> str | None:
    """Whom the noun at token `i` takes up, which stands for all actors of some groups."""
    tokens = memory.tokens
    if "media" in groups and i + 1 < len(tokens) and tokens[i + 1].tag == "NN":
        return None  # "das Magazin Muster", with the name tagged as a noun
    if "state" in groups:
        return _land(memory, adjective, knowledge)
    if adjective is not None and not groups <= references().descriptions.described:
        return None
    return _of_described(memory, i, groups, adjective, knowledge)


def _of_kind(noun: str, knowledge: Knowledge) -> frozenset[str]:
    """The groups of what a compound says more closely: `Elektrokonzern`, `Tochterfirma`."""
    compounded = references().descriptions.compounded
    parts = (head for head in heads(noun.removesuffix("s")) if head != noun.lower())
    listed = (knowledge.taken_up.get(head.capitalize(), frozenset()) for head in parts)
    return next((groups for groups in listed if groups and groups <= compounded), frozenset())


def _of_described(
    memory: Memory, i: int, groups: frozenset[str], adjective: str | None, knowledge: Knowledge
) -> str | None:
    """The only actor of some groups, where an adjective before the noun may be said of it and tells it from no other.

    A demonym has to be that of its country, if that is known: `der deutsche Konzern`.
    """
    noun = memory.tokens[i].text
    actor_id = _of_group(memory, noun, groups, knowledge) if not _is_named(memory.tokens, i) else None
    if actor_id is None or adjective is None:
        return actor_id
    if state := demonym(adjective, knowledge):
        country = memory.actor(actor_id).country
        return actor_id if country in {None, knowledge.actors[state].country} else None
    return None if adjective.lower().startswith(references().descriptions.distinguishing) else actor_id


def _is_named(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands right behind a noun may be its name though it is tagged as a noun: `die Firma Westbahn`."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is not None and after.tag == "NN" and after.text == after.lemma


def _is_singular(tokens: Sequence[Token], first: int, noun: int) -> bool:
    """Whether an article and a noun may be singular: not `die Unternehmen`. Those for armed groups are plural."""
    words = references().descriptions
    if tokens[noun].text in words.forces | words.bands:
        return True
    return any(not form.endswith("p") for form in readings(tokens, range(first, noun + 1), frozenset()))


def _of_called(memory: Memory, i: int, knowledge: Knowledge) -> str | None:
    """The state whose government the noun at token `i` means, the forces of that spoken of, or who was called so."""
    words, noun = references().descriptions, memory.tokens[i].text
    elsewhere = [token.text for token in memory.tokens[i + 1 : i + 2]] == ["in"]  # `des Außenministeriums in Oslo`
    if noun in words.governments:
        return _mostly(memory, _land(memory, None, knowledge)) or memory.only_government()
    if noun.lower().removesuffix("s").endswith(words.ministries):
        known = memory.only_one_called(_uninflected(noun)) or _spoken_of(memory, knowledge)
        return known or (None if elsewhere else memory.home())
    if noun not in words.forces:
        called = memory.only_one_called(_uninflected(noun))
        force = called is not None and memory.actor(called).kind == "military"
        return _named_last(memory, {called}) if force else called  # farther back, another state's may be meant
    forces = memory.only_forces()
    country = memory.actor(forces).country if forces is not None else None
    about = country is not None and memory.countries[country] == max(memory.countries.values())
    return forces if about else None


def _otherwise(memory: Memory, noun: str, groups: frozenset[str]) -> str | None:
    """Whom a noun takes up that stands for no actor of its groups: who was called so, or the only body that may be.

    Not where one of these groups is named near: that one may be meant.
    """
    near = [mention for _, mentions in memory.back(REACH) for mention in mentions]
    if "ministry" in groups:
        return memory.only_ministry()
    if "party" in groups or any(group_of(memory.actor(mention.actor_id)) in groups for mention in near):
        return None
    called = memory.only_one_called(_uninflected(noun))
    if "union" not in groups:
        return called
    organisations = (m for m in near if memory.actor(m.actor_id).kind == "organisation" and m.kind in {"name", "alias"})
    bodies = {m.actor_id for m in organisations}
    if called in bodies:
        return called
    return bodies.pop() if len(bodies) == 1 and group_of(memory.actor(next(iter(bodies)))) is None else None


def _uninflected(noun: str) -> tuple[str, str, str]:
    """A noun as it stands and, where it is a genitive, without the ending."""
    shorter = noun.removesuffix("es")
    return noun, shorter, shorter.removesuffix("s")


def _goes_on(token: Token) -> bool:
    """Whether a noun is followed by what makes it another thing: `das Bündnis zwischen ...`, `das Land Hessen`.

    A particle does not: `teilte der Konzern mit`.
    """
    if token.tag == "PTKVZ":
        return False
    return token.tag in {"NE", "FM", "CARD"} or token.text in {"zwischen", "aus", "von", "mit", "der", "des"}


def _of_group(memory: Memory, noun: str, groups: frozenset[str], knowledge: Knowledge) -> str | None:
    """The only one of a group in the last sentence that has any; of alliances, unions and parties, the only one so far.

    Nobody where these sentences name another one by a noun alone (`die Vatikan-Bank`), and no source in passing.
    """
    only = memory.only_one_of(groups)
    if only and not groups.isdisjoint(references().descriptions.far):
        return _named_last(memory, {only, memory.only_one_called(_uninflected(noun))}) or only
    near: set[str] = set()
    for sentence, mentions in memory.back(REACH):
        of_group = [
            m
            for m in mentions
            if group_of(memory.actor(m.actor_id)) in groups and not _names_rival(m, sentence.sentence.tokens)
        ]
        near = near or {m.actor_id for m in of_group if m.free or "media" not in groups or _is_source(m, sentence)}
        covered = {i for m in of_group for i in range(m.first, m.last + 1)}
        described = {i - 1 for i in covered}  # `der Autohersteller Opel`
        if any(
            i not in covered | described and _is_another(t.text, noun, groups, knowledge)
            for i, t in _compounds(sentence)
        ):
            return None
    return near.pop() if len(near) == 1 else None


def _named_last(memory: Memory, actors: Collection[str | None]) -> str | None:
    """Of some actors the one named last in the last sentences, if one is."""
    near = (mention for _, mentions in memory.back(REACH) for mention in reversed(mentions))
    return next((mention.actor_id for mention in near if mention.actor_id in actors), None)


def _names_rival(mention: Named, tokens: Sequence[Token]) -> bool:
    """Whether a name is only the first link of a compound for whom it vies with: `der Nordbank-Rivale`."""
    rivals, last = references().descriptions.rivals, tokens[mention.last]
    return mention.end < last.end and head_in(last.text, rivals) is not None


def _is_source(mention: Named, sentence: NamedSentence) -> bool:
    """Whether a medium is named as a source: `Laut Nordpost`, `nach Informationen der Nordpost`."""
    tokens = sentence.sentence.tokens
    i = mention.first - 1
    if i >= 0 and tokens[i].tag == "ART":
        i -= 1
    return i >= 0 and tokens[i].text.lower() in references().descriptions.sources


def _compounds(sentence: NamedSentence) -> Iterator[tuple[int, Token]]:
    return ((i, t) for i, t in enumerate(sentence.sentence.tokens) if t.tag in {"NN", "NE"} and len(t.text) > _LONG)


_LONG = 7  # letters; no compound is shorter


def _is_another(word: str, noun: str, groups: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether a compound names a body of the same kind: `Vatikan-Bank`, `Nationalbank`."""
    lower = word.lower()
    if lower in {form.lower() for form in _uninflected(noun)}:
        return False
    return any(
        lower.endswith(taken.lower()) and lower != taken.lower()
        for taken, of in knowledge.taken_up.items()
        if not of.isdisjoint(groups)
    )


def _land(memory: Memory, adjective: str | None, knowledge: Knowledge) -> str | None:
    """The state the document is about, where the last sentences name no other; with a continent, one on it."""
    words = references().descriptions
    plain = adjective is not None and adjective.lower().startswith(words.of_lands)
    if adjective is not None and (not plain or adjective.lower().startswith(words.distinguishing)):
        return _land_of(memory, adjective, knowledge)
    for _, mentions in memory.back(_LAND_REACH):
        named = [m for m in mentions if memory.actor(m.actor_id).kind == "state" and not m.attributive]
        near = {m.actor_id for m in named}
        if len(near) > 1:
            near = {m.actor_id for m in named if m.free}
        if near:
            state = near.pop()
            states = memory.states()
            return state if not near and states[state] == max(states.values()) else None
    return None


def _spoken_of(memory: Memory, knowledge: Knowledge) -> str | None:
    """The state that the whole document is about: more than half of those whom it names are of its country."""
    countries = {code: n for code, n in memory.countries.items() if code}
    first = max(countries, key=lambda code: countries[code], default="")
    about = countries.get(first, 0) * 2 > sum(countries.values()) and countries[first] >= _FEWEST
    return knowledge.states.get(first) if about else None


_FEWEST = 5  # names of a country in a document that is about it


def _mostly(memory: Memory, state: str | None) -> str | None:
    """The state where the document has named it more often than all others together."""
    states = memory.states()
    return state if state is not None and states[state] * 2 > sum(states.values()) and states[state] > 1 else None


def _land_of(memory: Memory, adjective: str, knowledge: Knowledge) -> str | None:
    """The state of that part of the world which makes up most of those named so far."""
    for continent, stem in knowledge.patterns.continents.items():
        if adjective.startswith(stem):
            there = {s: n for s, n in memory.states().items() if continent in knowledge.continent.get(s, ())}
            first = max(there, key=lambda s: there[s], default=None)
            return first if first is not None and there[first] * 2 > sum(there.values()) else None
    return None
