"""What the clauses of a claim say, in base forms: what titles in another language are made of."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from core.claims import triggers
from core.claims.assertion import is_condition
from core.claims.gists.complements import complement_clauses
from core.claims.gists.vocabulary import words
from core.claims.lexicon import names_doer, source_nouns
from core.claims.scene import Scene
from core.claims.topics import ABOUT
from core.claims.triggers import Trigger
from core.german.cases import GENITIVE_OF_NAMES, readings
from core.german.compounds import is_among
from core.german.grammar import grammar
from core.german.hearsay import as_told, is_hearsay
from core.german.phrases import Phrase
from core.german.tags import DETERMINERS, NAMES, PREPOSITIONS
from core.german.values import PAST_TENSES, Function
from core.model import Member, Mention, Outline, Slot, Token
from core.vocabulary import Entry, load


class _Words(Entry):
    """The file `outlines.toml`."""

    completed: frozenset[str]
    limiting: frozenset[str]
    measures: frozenset[str]
    degrees: frozenset[str]
    cited: frozenset[str]
    dative: frozenset[str]
    several: frozenset[str]
    feminine: tuple[str, ...]


@cache
def _words() -> _Words:
    return load("outlines.toml", _Words)


_BEING = frozenset({"sein", "werden", "bleiben"})
"""Verbs with a second phrase in the nominative."""
_JOINING = frozenset({"und", "aber", "oder", "sondern"})
_UNCLEAR = "?"
"""A number of something else than the head of a phrase."""
_NOUNS = frozenset({"NN", "NNA", "NNI"})
_NOT = "nicht"
_MORE = frozenset({"mehr", "weniger"})
_CITING = frozenset({"nach", "laut", "zufolge"})
"""Prepositions of who says so."""
_SINGULAR = ("", "s", "es", "e", "n", "en", "ns", "ens")
"""Endings of nouns of which no other form is one of the singular."""
_COMPARED = ("er", "st", "ßt")
"""Ends of comparatives and superlatives: `höher`, `größt`."""
_ONE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
_CASES_OF: dict[Function, frozenset[str]] = {
    "subject": frozenset({"nom"}),
    "object": frozenset({"acc", "dat"}),
    "attribute": frozenset({"gen"}),
    "oblique": frozenset({"acc", "dat", "gen"}),
}


def outlines(scene: Scene, trigger: Trigger, tokens: frozenset[int]) -> tuple[Outline, ...]:
    """The outline of the clause that tells of an event, and of the first one that completes it; less where unclear.

    Args:
        scene: the sentence.
        trigger: the word that tells of the event.
        tokens: the words that carry the claim.
    """
    if trigger.evidence == "speech":
        own = scene.clause_of(min(tokens), range(len(scene.clauses)))
        said = _outline(scene, own)
        return () if said is None else (said,)
    carrying = scene.inside(tokens)
    if not carrying:
        return ()
    own = scene.clause_of(trigger.at, carrying)
    completing = [
        k for k in complement_clauses(scene, own) if triggers.has(trigger, "saying") or not _is_apart(scene, k)
    ]
    if triggers.has(trigger, "saying") and not completing:
        completing = [k for k in carrying if k != own and scene.clauses[k].shares != own]
    if any(p.function == "object" or p.preposition in ABOUT for p in scene.phrases[own]):
        completing = [k for k in completing if k < own or not _is_apart(scene, k)]  # `hofft auf Regen, auch Y …`
    every = [_outline(scene, k) for k in (own, *(k for k in completing[:1] if k in carrying))]
    return tuple(one for one in every if one is not None) if every[0] is not None else ()


def _is_apart(scene: Scene, at: int) -> bool:
    """Whether a clause may only follow another one, rather than complete it: a main clause in the indicative."""
    verb = scene.clauses[at].verb
    return scene.clauses[at].kind == "main" and verb is not None and verb.mood == "indicative"


def _outline(scene: Scene, at: int) -> Outline | None:
    """A clause in base forms; None where it says something under a condition, or with a word that changes it."""
    clause = scene.clauses[at]
    verb = as_told(clause.verb, scene.words)
    if (
        verb is None
        or clause.verb is None
        or is_condition(scene, at)
        or clause.opener in words().conditions
        or scene.is_question(at)
    ):
        return None
    low = [scene.words[i].text.lower() for i in clause.tokens]
    finite = scene.finite(at)
    counted = any(scene.words[i].tag == "CARD" for i in clause.tokens)
    unclear = finite is None and clause.kind != "infinitive" and (clause.shares is None or counted)
    if not _words().limiting.isdisjoint(low) or scene.words[-1].text == "?" or unclear:
        return None
    purpose = clause.kind == "infinitive" and clause.opener != ""
    partly = any(one in _JOINING and other == _NOT for one, other in pairwise(low))  # `hilft der Polizei, aber nicht …`
    if purpose or partly or not scene.brackets.isdisjoint(clause.tokens) or _is_unlikely(scene, at):
        return None
    denying = [one for one in low if one in grammar().verbs.negations]
    if len(denying) > 1 or (denying == [_NOT] and not verb.negated):
        return None
    members = tuple(_with_names(_members(scene, at)))
    if clause.shares is not None and not any(one.slot == "subject" for one in members):
        members = (*(one for one in _members(scene, clause.shares) if _is_of_subject(one)), *members)
    of_several = scene.tells_of_several(at)
    subjects = [one for one in members if one.slot == "subject"]
    if of_several is not None and clause.shares is None and len(subjects) == 1 and subjects[0].noun:
        if of_several and subjects[0].plural is False:
            return None  # its subject is another: `Den Vertrag müssen die Werften unterschreiben`
        told = subjects[0]._replace(plural=of_several)
        members = tuple(told if one is subjects[0] else one for one in members)
    quantified = any(one.quantifier.startswith("kein") for one in members)
    predicates = [
        _predicate(scene.words[i]) for i in clause.tokens if scene.words[i].tag == "ADJD" and i not in verb.tokens
    ]
    return Outline(
        f"sich {verb.lemma}" if verb.reflexive else verb.lemma,
        "past" if verb.tense in PAST_TENSES else "future" if verb.tense == "future" else "present",
        members,
        verb.modal,
        verb.mood == "subjunctive2" and not (of_several and not verb.modal and not _has_condition(scene)),
        verb.passive,
        bool(denying) and not quantified,
        predicates[-1] if predicates and verb.lemma in _words().completed else "",
        bool(complement_clauses(scene, at)),
        clause.kind == "infinitive",
        is_hearsay(clause.verb, scene.words),
        of_several,
    )


def _is_unlikely(scene: Scene, at: int) -> bool:
    """Whether the subject of a clause cannot be in the nominative, or an object can be in no other case."""
    for phrase in scene.phrases[at]:
        cases = readings(scene.words, phrase.tokens, scene.landmarks.persons)
        nominative = {case for case in cases if case.startswith("nom")}
        relative = scene.words[phrase.head].tag == "PRELS"
        named = not scene.landmarks.persons.isdisjoint(phrase.tokens)
        if phrase.function == "subject" and not relative and not named:
            texts = [scene.words[i].text.lower() for i in phrase.tokens]
            counted = any(scene.words[i].tag == "CARD" for i in phrase.tokens)
            if not nominative or (texts[0] == "der" and counted):
                return True  # `der drei Männer`
        if phrase.function == "object" and nominative == cases and scene.words[phrase.head].tag != "PRELS":
            verb = scene.clauses[at].verb
            return verb is None or verb.lemma not in _BEING
    return False


def _has_condition(scene: Scene) -> bool:
    """Whether a sentence has a condition, so that `würden` in it is no reported speech."""
    return any(clause.opener in words().conditions for clause in scene.clauses)


def _is_of_subject(member: Member) -> bool:
    return member.slot == "subject"


def _members(scene: Scene, at: int) -> Iterator[Member]:
    """The phrases of a clause but for times, in order; those left out leave out what stands in the genitive of them."""
    row = scene.phrases[at]
    told: Phrase | None = None
    for phrase in row:
        of = row[phrase.host] if phrase.function == "attribute" and phrase.host is not None else None
        if phrase.function == "attribute" and (told is None or of is None or of != told):
            continue
        is_time = phrase.head in scene.time_tokens or phrase.head in scene.dateline
        word = scene.words[phrase.head]
        is_time |= phrase.function == "oblique" and word.lemma.lower() in grammar().nouns.of_time
        before = scene.words[max(phrase.tokens[0] - 2, 0)].text.lower()
        is_time |= before in _MORE and scene.words[phrase.tokens[0] - 1].tag == "KOKOM"  # `mehr als ein Jahr`
        is_source = phrase.preposition in _CITING and is_among(word, source_nouns() | _words().cited)
        if is_time or is_source or word.tag == "PRF":
            continue
        yield from _told(scene, at, phrase, told, apart=told is not None and _stands_apart(scene, at, phrase, told))
        told = phrase


def _stands_apart(scene: Scene, at: int, phrase: Phrase, before: Phrase) -> bool:
    """Whether a phrase right behind a subject is of the verb, as it may be there: `dass X für Y sorgt`."""
    verb = scene.clauses[at].verb
    of_noun = {"zwischen", ""} if verb is not None and verb.passive else {"von", "zwischen", ""}
    subject = before.function == "subject" and phrase.preposition not in of_noun
    return subject and not scene.is_in_front(at, phrase)


def _with_names(members: Iterable[Member]) -> Iterator[Member]:
    """Members, without a title in front of the name of who has it: `der Gouverneur | Bo Lund`."""
    before: Member | None = None
    for one in members:
        titled = before is not None and before.slot == "subject" and before.noun and before.actor is None
        if before is not None and titled and one.slot == "object" and one.touching and one.actor and not one.noun:
            before = one._replace(slot="subject", touching=False)
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _told(scene: Scene, at: int, phrase: Phrase, before: Phrase | None, *, apart: bool) -> Iterator[Member]:
    """A phrase; as two of them where its noun has a name in the genitive: `die Auslieferung | Bo Lunds`."""
    tokens, head = phrase.tokens, phrase.head
    if scene.words[head].tag == "PRELS" and (noun := scene.noun_of(phrase, at)) is not None:
        homes = (p for row in scene.phrases for p in row if p.head == noun.at)
        stands_for = next((p.tokens for p in homes), (noun.at,))
        if _is_told_of(scene, at, stands_for, noun.at):
            tokens, head = stands_for, noun.at
    member = _member(scene, phrase, tokens, head, before)
    if apart:
        member = member._replace(touching=False)
    owner = next((i for i in tokens if i < head and _is_owned(scene, i, tokens)), None)
    if owner is None:
        yield member
        yield from _owner(scene, phrase, tokens, head)
        return
    held = tuple(i for i in tokens if i <= owner)
    yield _member(scene, phrase, held, owner, before)
    yield member._replace(slot="attribute", preposition="", joined=False, adjectives=(), quantifier="", number="")


def _is_told_of(scene: Scene, at: int, tokens: Sequence[int], noun: int) -> bool:
    """Whether a relative clause stands right behind the noun that it tells of, and that is no unknown name."""
    begin = scene.clauses[at].tokens[0]
    behind = begin - noun <= len((",", "mit", "der")) and scene.words[begin - 1].text == ","
    several = scene.words[noun].text.lower() != scene.words[noun].lemma.lower()
    named = _mention(scene, tokens, noun) is not None or scene.words[noun].tag in NAMES
    bare = not any(scene.words[i].tag in DETERMINERS or scene.words[i].tag in {"ADJA", "CARD"} for i in tokens)
    return behind and (named or not (bare and scene.tells_of_several(at) is False and several))


def _owner(scene: Scene, phrase: Phrase, tokens: Sequence[int], head: int) -> Iterator[Member]:
    """Whose something is that a name in the genitive before it says: `Norwegens | Regierung`."""
    first = tokens[0]
    end = next((m.end for m in scene.mentions.get(first, ()) if m.end < scene.words[head].end), None)
    if end is None or scene.words[first].tag not in NAMES or not scene.words[first].text.endswith(GENITIVE_OF_NAMES):
        return
    name = tuple(i for i in tokens if scene.words[i].end <= end)
    if all(scene.words[i].tag in NAMES for i in name) and scene.words[head].tag in _NOUNS:
        yield _member(scene, phrase, name, name[-1], None)._replace(
            slot="attribute", preposition="", number="", adjectives=(), quantifier="", instead=False
        )


def _is_owned(scene: Scene, at: int, tokens: Sequence[int]) -> bool:
    """Whether a noun in a phrase is something of the name in the genitive behind it, and no title of that."""
    word, behind = scene.words[at], at + 1
    last = max(tokens)
    text = scene.words[last].text
    mention = _mention(scene, tokens, last)
    base = mention is not None and mention.actor_id.endswith(text.lower())
    base |= any(place.name == text for place in scene.places.get(last, ()))
    if (
        base
        or (mention is None and last not in scene.places)
        or word.tag not in {"NN", "NNI"}
        or behind not in tokens
        or scene.words[behind].tag not in NAMES
    ):
        return False
    return not names_doer(word) and text.endswith(GENITIVE_OF_NAMES)


def _member(scene: Scene, phrase: Phrase, tokens: Sequence[int], head: int, before: Phrase | None) -> Member:
    word = scene.words[head]
    mention = _mention(scene, tokens, head)
    first = scene.words[phrase.tokens[0] - 1] if phrase.tokens[0] else None
    compared = first is not None and first.tag == "KOKOM"
    joins = before is not None and _between(scene, before, phrase) in ({"und"}, {","}, {"sowie"})
    instead = mention is not None and mention.kind == "metonym"
    of_place = instead and phrase.preposition != "" and word.tag in NAMES
    texts = [scene.words[i].text.lower() for i in tokens]
    tags = [scene.words[i].tag for i in tokens]
    owned = "PPOSAT" in tags and names_doer(word)  # `sein Bruder`, of somebody else
    quantifier = next((t for t, tag in zip(texts, tags, strict=True) if tag in {"PIAT", "PIDAT"}), "")
    return Member(
        slot=_slot(phrase, readings(scene.words, phrase.tokens, scene.landmarks.persons)),
        preposition="als" if compared and not phrase.preposition else phrase.preposition,
        actor=mention.actor_id if mention is not None and not of_place else None,
        noun=word.lemma if word.tag in _NOUNS and not owned and not _has_noun(scene, tokens, head) else "",
        word="" if owned or _has_noun(scene, tokens, head) else _word(scene, tokens, head),
        number=_count(scene, tokens, head),
        plural=_are_several(scene, phrase, tokens, head),
        quantifier=quantifier,
        adjectives=tuple(_adjective(scene.words[i]) for i in tokens if scene.words[i].tag == "ADJA" and i < head),
        joined=joins and before is not None and (before.function == phrase.function or phrase.joined),
        touching=before is not None and _touches(scene, before, phrase),
        instead=instead,
    )


def _has_noun(scene: Scene, tokens: Sequence[int], head: int) -> bool:
    """Whether one of the adjectives before a noun is a noun itself: `die Minderjährigen Zigaretten verkaufen`."""
    adjectives = (i for i in tokens if 0 < i < head and scene.words[i].tag == "ADJA")
    return any(scene.words[i].text[0].isupper() and not scene.words[i].text.endswith("er") for i in adjectives)


def _are_several(scene: Scene, phrase: Phrase, tokens: Sequence[int], head: int) -> bool | None:
    """Whether a phrase means several, by its determiner, its adjective and its noun; None where unclear."""
    word = scene.words[head]
    if any(scene.words[i].text.lower() in _words().several for i in tokens):
        return True
    bare = not any(scene.words[i].tag in DETERMINERS or scene.words[i].tag == "ADJA" for i in tokens)
    if bare and word.tag == "NN" and word.text.lower() != word.lemma.lower():
        fused = scene.words[tokens[0] - 1].tag == "APPRART" if tokens[0] else False  # `im Jahre`, `zum Präsidenten`
        return None if fused or word.text.endswith("s") else True
    if any(scene.words[i].tag in DETERMINERS and scene.words[i].text.lower() in _ONE for i in tokens):
        return False
    if scene.words[tokens[0]].text.lower() == "die" and word.lemma.lower().endswith("er") and word.tag == "NN":
        return not word.lemma.lower().endswith(_words().feminine) or None  # `die Gläubiger`
    low, lemma = word.text.lower(), word.lemma.lower()
    if word.tag == "NN" and low not in {f"{lemma}{end}" for end in _SINGULAR}:
        return True
    cases = readings(scene.words, tokens, scene.landmarks.persons)
    possible = _CASES_OF[phrase.function]
    if phrase.preposition in _words().dative | words().accusative:
        possible = frozenset({"dat" if phrase.preposition in _words().dative else "acc"})
    fitting = {case for case in cases if case[:3] in possible} or cases
    if all(case.endswith("p") for case in fitting):
        return True
    return None if any(case.endswith("p") for case in fitting) else False


def _predicate(word: Token) -> str:
    """An adjective that completes a verb, in base form; in the comparative as it stands: `höher`."""
    return word.text.lower() if word.text.lower().endswith("er") and not word.lemma.endswith("er") else word.lemma


def _adjective(word: Token) -> str:
    """An adjective in base form; in the comparative or superlative without its ending: `höher`, `jüngst`."""
    stem = word.text.lower()
    stem = next((stem.removesuffix(end) for end in ("en", "em", "es", "er", "e") if stem.endswith(end)), stem)
    compared = stem != word.lemma and stem.endswith(_COMPARED) and not word.lemma.endswith(_COMPARED)
    return stem if compared else word.lemma


def _slot(phrase: Phrase, cases: frozenset[str]) -> Slot:
    if phrase.function == "object" and all(case.startswith("dat") for case in cases):
        return "dative"
    return phrase.function


def _mention(scene: Scene, tokens: Sequence[int], head: int) -> Mention | None:
    """Who the head of a phrase names or stands for."""
    end = scene.words[head].end
    every = (mention for i in tokens for mention in scene.mentions.get(i, ()) if mention.end >= end)
    return next(every, None)


def _word(scene: Scene, tokens: Sequence[int], head: int) -> str:
    """The head of a phrase as it stands: a noun, all of a name, or a pronoun in small letters."""
    word = scene.words[head]
    if word.tag in NAMES:
        before = next((i for i in range(head, tokens[0] - 1, -1) if scene.words[i].tag not in NAMES), tokens[0] - 1)
        return " ".join(scene.words[i].text for i in range(before + 1, head + 1))
    return word.text if word.tag in _NOUNS else word.text.lower()


def _count(scene: Scene, tokens: Sequence[int], head: int) -> str:
    """The number in a phrase before its head, with the measure that belongs to it: `105 Millionen`."""
    numbers = [i for i in tokens if i < head and _is_number(scene.words[i])]
    if not any(scene.words[i].tag == "CARD" for i in numbers):
        return ""
    before = range(max(numbers[0] - 2, 0), numbers[0])
    near = [scene.words[i].text.lower() for i in before]
    if any(scene.words[i].tag == "NN" for i in range(numbers[-1] + 1, head)):
        return _UNCLEAR  # `322 Liter Wasser`
    degree = next((some for some in (near, near[1:]) if " ".join(some) in _words().degrees), [])
    return " ".join([*degree, *(scene.words[i].text for i in range(numbers[0], numbers[-1] + 1))])


def _is_number(word: Token) -> bool:
    return word.tag == "CARD" or not {word.lemma, word.text}.isdisjoint(_words().measures)


def _between(scene: Scene, before: Phrase, phrase: Phrase) -> set[str]:
    return {scene.words[i].text for i in range(before.tokens[-1] + 1, phrase.tokens[0])}


def _touches(scene: Scene, before: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase stands right behind another, be it behind its preposition."""
    gap = range(before.tokens[-1] + 1, phrase.tokens[0])
    return all(scene.words[i].tag in PREPOSITIONS for i in gap) and len(gap) <= 1
