"""Known names in a sentence, and what they stand for there: an actor, its government, or only a place."""

from collections.abc import Sequence
from typing import NamedTuple

from core.actors.gazetteer import Alias
from core.actors.knowledge import Knowledge
from core.actors.words import Part, fold, parts
from core.model import MentionKind, Sentence, Token


class Hit(NamedTuple):
    """A known name. `first` and `last` are its tokens; `whole` is false for a link of a compound (`NATO` in `NATO-Gipfel`)."""

    start: int
    end: int
    first: int
    last: int
    whole: bool
    aliases: tuple[Alias, ...]


class Reading(NamedTuple):
    """What a stretch stands for: an actor (with how it is named), or a place where `actor_id` is empty."""

    start: int
    end: int
    first: int
    last: int
    actor_id: str
    kind: MentionKind
    name: str
    place: bool
    whole: bool


def scan(sentence: Sentence, knowledge: Knowledge) -> list[Hit]:
    """The longest known names, from left to right, none overlapping."""
    tokens = sentence.tokens
    words = [w for w in parts(tokens) if w.ends_token or tokens[w.token].tag != "ADJA"]
    found = []
    i = 0
    while i < len(words):
        j, aliases = knowledge.names.longest(words, i)
        if not aliases:
            i += 1
            continue
        found.append(_hit(words, i, j, aliases))
        i = j
    return found


def _hit(words: Sequence[Part], i: int, j: int, aliases: Sequence[Alias]) -> Hit:
    first, last = words[i], words[j - 1]
    begins = i == 0 or words[i - 1].token != first.token
    return Hit(first.start, last.end, first.token, last.token, begins and last.ends_token, tuple(aliases))


def read(sentence: Sentence, hits: Sequence[Hit], knowledge: Knowledge) -> list[Reading]:
    """What the names stand for, persons left out: `persons.py` reads those."""
    tokens = sentence.tokens
    found: list[Reading] = []
    for hit in hits:
        for alias in _meant(hit, tokens, knowledge):
            found.extend(_readings(alias, hit, sentence, found, knowledge))
    found.extend(_demonyms(sentence, hits, knowledge))
    return sorted(found, key=lambda r: (r.start, r.end))


def _meant(hit: Hit, tokens: Sequence[Token], knowledge: Knowledge) -> list[Alias]:
    """The aliases that can be meant here: those of persons never, those that need quotation marks only within them."""
    aliases = [a for a in hit.aliases if not a.actor_id or knowledge.actors[a.actor_id].kind != "person"]
    quoted = [a for a in aliases if a.use == "quoted"]
    if quoted:
        inside = _in_quotes(hit, tokens) or _is_paper(hit, tokens, knowledge)
        aliases = [a for a in aliases if (a.use == "quoted") == inside] if len(aliases) > len(quoted) or inside else []
    order = {"name": 0, "alias": 0, "seat": 1, "capital": 2, "region": 2, "place": 4, "quoted": 0, "context": 1}
    if not aliases:
        return []
    best = min(order[a.use] for a in aliases)
    return [a for a in aliases if order[a.use] == best][:1]


_OPENING = frozenset("„»\"“‚'«‹›")


def _in_quotes(hit: Hit, tokens: Sequence[Token]) -> bool:
    before = tokens[hit.first - 1].text if hit.first else ""
    after = tokens[hit.last + 1].text if hit.last + 1 < len(tokens) else ""
    return before in _OPENING and after in {"“", "”", '"', "«", "»", "‘", "’", "'"}


def _is_paper(hit: Hit, tokens: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether a word for a newspaper stands before the name (`das Magazin Focus`)."""
    before = tokens[hit.first - 1].text if hit.first else ""
    return hit.whole and before in knowledge.patterns.organisation_words.descriptor.get("media", ())


def _readings(
    alias: Alias, hit: Hit, sentence: Sentence, before: Sequence[Reading], knowledge: Knowledge
) -> list[Reading]:
    def reading(actor_id: str, kind: MentionKind, *, place: bool) -> Reading:
        return Reading(hit.start, hit.end, hit.first, hit.last, actor_id, kind, alias.name, place, hit.whole)

    tokens = sentence.tokens
    if alias.use == "seat":
        return [reading(alias.actor_id, "metonym", place=_is_where(tokens, hit.first, knowledge))]
    if alias.use in {"capital", "region", "place"}:
        acting = [] if not hit.whole else _acting(alias, hit, sentence, before, knowledge)
        if not acting:
            return [reading("", "name", place=True)] if hit.whole else []
        kind: MentionKind = "name" if alias.use == "region" else "metonym"
        return [reading(actor_id, kind, place=False) for actor_id in acting]
    actor = knowledge.actors[alias.actor_id]
    place = actor.kind == "state" and hit.whole and _is_where(tokens, hit.first, knowledge)
    return [reading(alias.actor_id, "name" if alias.use == "name" else "alias", place=place)]


def _acting(alias: Alias, hit: Hit, sentence: Sentence, before: Sequence[Reading], knowledge: Knowledge) -> list[str]:
    """For whom a capital, a region or a seat stands in this clause; for nobody where it is only a place."""
    candidates = [alias.actor_id] if alias.actor_id else list(knowledge.seats.get(alias.name, ()))
    if not candidates or not _acts(sentence, hit, before, knowledge):
        return []
    if len(candidates) == 1:
        return candidates
    named = [r.actor_id for r in before if r.actor_id in candidates]
    return named[-1:] or [max(candidates, key=lambda c: c == "european-union")]


def _acts(sentence: Sentence, hit: Hit, before: Sequence[Reading], knowledge: Knowledge) -> bool:
    """Whether a place name is used as an actor: as subject, in the genitive before a noun, or after `mit`, `gegen` ..."""
    tokens, patterns = sentence.tokens, knowledge.patterns
    previous = tokens[hit.first - 1] if hit.first else None
    following = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    if following is None or sentence.kind == "caption":
        return False
    if previous is not None and previous.text in {"und", "sowie", "oder", ","} and before:
        twin = before[-1]
        if twin.last == hit.first - 2 or (twin.last == hit.first - 3 and previous.tag == "ART"):
            return not twin.place
    if previous is not None and (previous.text in patterns.locative and previous.text != "über"):
        return False
    if previous is not None and previous.text.lower() in patterns.agentive and previous.tag in {"APPR", "KON"}:
        if previous.tag == "KON" or (previous.text == "von" and not _passive(tokens, hit)):
            return False
        return not any(token.text in patterns.travel for token in tokens) and previous.text.lower() != "durch"
    if tokens[hit.last].text.endswith("s") and not hit.aliases[0].name.endswith("s"):
        return following.tag in {"NN", "ADJA", "NNA"} and (previous is None or previous.tag not in {"NN", "ART"})
    if following.tag in _FINITE and (previous is None or previous.tag in _OPENS):
        return following.lemma not in {"liegen", "sein"} or following.tag != "VVFIN"
    if previous is not None and previous.tag in _FINITE:
        return following.tag in {
            "ART",
            "ADV",
            "PPOSAT",
            "PIAT",
            "APPR",
            "ADJA",
            "CARD",
            "PTKNEG",
            "ADJD",
            "NN",
            "PRF",
            "NE",
        }
    return previous is not None and previous.tag == "KOUS" and following.tag not in {"$,", "$("}


def _passive(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether `von` names who acts: a participle follows in the clause, and no noun stands right before."""
    before = tokens[hit.first - 2].tag if hit.first > 1 else ""
    after = [token.tag for token in tokens[hit.last + 1 : hit.last + 6]]
    return before not in {"NN", "NE"} and "VVPP" in after


_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_OPENS = frozenset({"$,", "$(", "KON", "KOUS", "$.", "ADV", "PROAV"})


def _is_where(tokens: Sequence[Token], first: int, knowledge: Knowledge) -> bool:
    """Whether a preposition of place stands before the name, with or without an article."""
    i = first - 1
    while i >= 0 and tokens[i].tag in {"ART", "ADJA"}:
        i -= 1
    if i < 0 or tokens[i].tag not in {"APPR", "APPRART"}:
        return False
    return tokens[i].text.lower() in {"in", "im", "nach", "aus", "bei", "nahe", "vor", "ins"}


def _demonyms(sentence: Sentence, hits: Sequence[Hit], knowledge: Knowledge) -> list[Reading]:
    """Adjectives of states that stand for the state, and for its armed forces: `die russische Armee`."""
    tokens, found = sentence.tokens, []
    taken = {i for hit in hits if hit.whole for i in range(hit.first, hit.last + 1)}
    for i, token in enumerate(tokens):
        if i in taken or token.tag not in {"ADJA", "ADJD", "NN", "NE", "NNA", "TRUNC"}:
            continue
        state = demonym(token.text, knowledge)
        if state is None:
            state = _stance(token.text, knowledge)
            if state:
                found.append(Reading(token.start, token.end, i, i, state, "alias", token.text, False, True))
            continue
        j = i + 1
        while j < len(tokens) and tokens[j].tag == "ADJA":
            j += 1
        if j < len(tokens) and tokens[j].text[:1].isupper():
            found.extend(_government(tokens, i, j, state, knowledge))
    return found


def _government(tokens: Sequence[Token], i: int, j: int, state: str, knowledge: Knowledge) -> list[Reading]:
    """What a demonym at `i` and a noun at `j` stand for together."""
    noun, patterns = tokens[j].text, knowledge.patterns
    start, end = tokens[i].start, tokens[j].end
    base = noun if noun in patterns.government else noun.removesuffix("es").removesuffix("s")
    if {noun, base} & patterns.government or noun.lower().endswith(patterns.ministry_endings):
        return [Reading(start, end, i, j, state, "metonym", noun, False, True)]
    if {noun, base, noun.removesuffix("n")} & patterns.state_acts:
        return [Reading(start, tokens[i].end, i, i, state, "alias", tokens[i].text, False, True)]
    for force in (noun, base):
        if force in patterns.forces:
            actor_id = f"{state}-{patterns.forces[force]}"
            return [Reading(start, end, i, j, actor_id, "name", f"{tokens[i].text} {force}", False, True)]
    return []


def demonym(word: str, knowledge: Knowledge) -> str | None:
    """The state or region of a demonym adjective in any form; None for other words."""
    folded = fold(word)
    found = knowledge.adjectives.get(folded)
    if found:
        return found
    for ending in ("en", "er", "es", "em", "e"):
        if folded.endswith(ending) and (found := knowledge.adjectives.get(folded[: -len(ending)])):
            return found
    return None


def _stance(word: str, knowledge: Knowledge) -> str | None:
    """The state of `antirussisch` or `pro-chinesische`."""
    for prefix in knowledge.patterns.stance_prefixes:
        if word.startswith(prefix):
            return demonym(word[len(prefix) :], knowledge)
    return None
