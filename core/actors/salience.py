"""How likely those who were named are taken up by a pronoun: by their part in the sentence and by nearness."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from core.actors.knowledge import Knowledge
from core.actors.memory import REACH, Memory
from core.actors.mentions import Named
from core.actors.references import Part, references
from core.actors.rivals import rivals
from core.actors.schema import Gender
from core.actors.sentences import NamedSentence
from core.actors.verbs import verb_of
from core.german.cases import GENITIVE_OF_NAMES
from core.german.grammar import grammar
from core.german.tags import FINITE, OPENERS
from core.model import Token


class Pronoun(NamedTuple):
    """A pronoun to be resolved.

    Attributes:
        at: its token in the sentence that is read.
        gender: its gender, in the singular.
        subject: it is the subject of its clause.
        human: its verb is one whose subject is a person, or a body that acts like one.
        reporting: its clause ends what somebody is retold to have said (`…, sagte er`).
    """

    at: int
    gender: Gender
    subject: bool
    human: bool
    reporting: bool


def antecedent(memory: Memory, pronoun: Pronoun, knowledge: Knowledge) -> str | None:
    """The actor that a pronoun means, where nobody and nothing else is nearly as likely."""
    weights = references().weights
    scores: dict[str, float] = {}
    backs: dict[str, set[int]] = defaultdict(set)
    others = 0.0  # the best of those without a name
    beside = set() if pronoun.reporting else _named_behind(memory, pronoun)
    for back, (sentence, mentions) in enumerate(memory.back(REACH)):
        tokens = sentence.sentence.tokens
        until = _begin_of_clause(tokens, pronoun) if back == 0 else len(tokens)
        tellers = {m.actor_id for m in mentions if pronoun.human and back and _tells(memory, tokens, m, knowledge)}
        for mention, part in zip(mentions, _parts(memory, tokens, mentions), strict=True):
            if mention.attributive or part is None or not _may_be(memory, tokens, mention, pronoun.gender):
                continue
            own = mention.first >= until
            if own and not pronoun.reporting and part != "owner":
                beside.add(mention.actor_id)  # `er` is not who else is named in its own clause
            if own and (part != "subject" if pronoun.reporting else part != "owner"):
                continue
            if not pronoun.subject and back == 0 and part == "subject" and _goes_on(tokens, until):
                beside.add(mention.actor_id)  # `Anna Muster kam und sah sie`
            score = weights.of(part) - (weights.retold if own and pronoun.reporting else weights.distance * back)
            if tellers and mention.actor_id not in tellers:
                score -= weights.retold
            if pronoun.reporting and back < REACH and _speaks(tokens, mention, knowledge):
                score += weights.speaker
            scores[mention.actor_id] = max(score, scores.get(mention.actor_id, score))
            backs[mention.actor_id].add(back)
        for rival in rivals(tokens, pronoun.gender, _covered(mentions), _titled(sentence)):
            if rival.at < until and (rival.acts or not pronoun.human):
                thing = 0 if rival.person else weights.thing
                others = max(others, weights.of(rival.part) - weights.distance * back - thing)
    for actor_id, where in backs.items():
        scores[actor_id] += weights.continuity if len(where) > 1 else 0
    if pronoun.reporting and (teller := _before_colon(memory, pronoun)) in scores:
        return teller
    ranked = sorted(((score, actor_id) for actor_id, score in scores.items() if actor_id not in beside), reverse=True)
    if not ranked:
        return None
    first, second = ranked[0][0], max([others, *(score for score, _ in ranked[1:])])
    least = weights.least_of_persons if pronoun.human else weights.least
    return ranked[0][1] if first >= least and (second <= 0 or first - second >= weights.margin) else None


def _before_colon(memory: Memory, pronoun: Pronoun) -> str | None:
    """The person named right before the colon that begins what is said: `… Otto Muster: Das geht, sagte er`."""
    begin = _begin_of_clause(memory.tokens, pronoun)
    near = memory.person_at(begin - 1) if begin else None
    return near.actor_id if near is not None else None


def _named_behind(memory: Memory, pronoun: Pronoun) -> set[str]:
    """Who is named behind a pronoun in its clause: somebody else than it means."""
    tokens, first = memory.tokens, pronoun.at + 1
    end = next(
        (j for j in range(first, len(tokens)) if tokens[j].tag in {"$,", "$."} or tokens[j].text in _SIGNS), first
    )
    return {name.actor_id for name in memory.ahead(first, end) if not _owns(memory, tokens, name)}


def last_named(memory: Memory, gender: Gender) -> str | None:
    """The person of a gender named last in the sentence before, if no other noun may be meant.

    It is not the subject, unless nobody else is named there.
    """
    for sentence, mentions in memory.back(1):
        if sentence is memory.sentence:
            continue
        tokens = sentence.sentence.tokens
        of_gender = [
            (mention, part)
            for mention, part in zip(mentions, _parts(memory, tokens, mentions), strict=True)
            if part is not None and not mention.attributive and _may_be(memory, tokens, mention, gender)
        ]
        others = rivals(tokens, gender, _covered(mentions), _titled(sentence))
        if of_gender and not any(rival.acts for rival in others):
            mention, part = of_gender[-1]
            alone = len({other.actor_id for other, _ in of_gender}) == 1
            return mention.actor_id if alone or part in {"object", "oblique"} else None
    return None


def last_in_clause_before(memory: Memory, gender: Gender, end: int) -> str | None:
    """The person of a gender named last before a token, and not as a subject, if no other noun there may be meant."""
    tokens, mentions = memory.tokens, memory.here()
    of_gender = [
        (mention, part)
        for mention, part in zip(mentions, _parts(memory, tokens, mentions), strict=True)
        if part is not None
        and mention.last < end
        and not mention.attributive
        and memory.actor(mention.actor_id).kind == "person"
        and _may_be(memory, tokens, mention, gender)
    ]
    if not of_gender or of_gender[-1][1] not in {"object", "oblique"}:
        return None
    mention = of_gender[-1][0]
    others = rivals(tokens[:end], gender, _covered(mentions), _titled(memory.sentence))
    return mention.actor_id if not any(rival.acts and rival.at > mention.last for rival in others) else None


def last_speaker(memory: Memory, gender: Gender, knowledge: Knowledge) -> str | None:
    """Who spoke last, farther back than a pronoun mostly reaches: the only person that may be meant and is named there.

    `Wir haben viel gelacht, sagt Anna Muster. … (drei Sätze) … Wir hatten Spaß, sagt sie.`
    """
    named: set[str] = set()
    speaks = False
    for sentence, mentions in memory.back(_FAR):
        tokens = sentence.sentence.tokens
        others = rivals(tokens, gender, _covered(mentions), _titled(sentence))
        if any(rival.person for rival in others):
            return None
        for mention in mentions:
            if memory.actor(mention.actor_id).kind == "person" and _may_be(memory, tokens, mention, gender):
                named.add(mention.actor_id)
                speaks |= _speaks(tokens, mention, knowledge)
    return named.pop() if len(named) == 1 and speaks else None


_FAR = 4  # sentences back


def _parts(memory: Memory, tokens: Sequence[Token], mentions: Sequence[Named]) -> list[Part | None]:
    """The part of each mention in its sentence, by its form and its place; None inside a compound."""
    parts: list[Part | None] = []
    subject: Named | None = None
    for mention in mentions:
        if mention.start != tokens[mention.first].start or mention.end != tokens[mention.last].end:
            parts.append(None)
            continue
        if _owns(memory, tokens, mention):
            parts.append("owner")
            continue
        if not mention.free or (mention.first and tokens[mention.first - 1].tag == "KOKOM"):
            parts.append("oblique")
            continue
        new = subject is None or _is_boundary_between(tokens, subject.last, mention.first)
        listed = subject is not None and _joined(tokens, subject.last, mention.first)
        parts.append("subject" if new or listed else "object")
        if new or listed:
            subject = mention
    return parts


def _owns(memory: Memory, tokens: Sequence[Token], mention: Named) -> bool:
    """Whether a name in the genitive stands before its noun (`Merkels Rede`)."""
    word, after = tokens[mention.last].text, mention.last + 1
    genitive = word.endswith(GENITIVE_OF_NAMES) and word not in memory.actor(mention.actor_id).name.split()
    return genitive and after < len(tokens) and tokens[after].tag in {"NN", "ADJA", "NNA"}


def _joined(tokens: Sequence[Token], last: int, first: int) -> bool:
    return {t.text for t in tokens[last + 1 : first] if t.tag not in {"ART", "NN", "NE"}} <= {"und", "sowie", ","}


def _is_boundary_between(tokens: Sequence[Token], last: int, first: int) -> bool:
    """Whether another clause begins between two tokens: a sign, and a verb on either side of it."""
    between = tokens[last + 1 : first]
    return any(t.tag in OPENERS or t.text in {":", ";"} for t in between) or (
        any(t.tag == "$," for t in between) and any(t.tag in FINITE for t in between)
    )


def _begin_of_clause(tokens: Sequence[Token], pronoun: Pronoun) -> int:
    """The first token of the clause that a pronoun stands in; of what was said, for one that only says who said it."""
    if pronoun.reporting:
        return max((j for j in range(pronoun.at) if tokens[j].text == ":"), default=0)
    for j in range(pronoun.at - 1, -1, -1):
        token = tokens[j]
        if token.tag in OPENERS or token.tag == "$," or token.text in _SIGNS:
            return j + 1
        if token.tag == "KON" and (j == pronoun.at - 1 or _joins_clauses(tokens, j, pronoun.at)):
            return j + 1
    return 0


_SIGNS = frozenset({":", ";", "–", "-", "(", "„", "“", "»", "«", '"'})


def _goes_on(tokens: Sequence[Token], begin: int) -> bool:
    """Whether a clause goes on with the subject of the one before: `… und sah ihn`."""
    return begin > 0 and tokens[begin - 1].tag == "KON" and begin < len(tokens) and tokens[begin].tag in FINITE


def _joins_clauses(tokens: Sequence[Token], j: int, i: int) -> bool:
    """Whether the conjunction at `j` has a finite verb on either side, the one after it near the pronoun at `i`."""
    return any(t.tag in FINITE for t in tokens[j + 1 : i + 2]) and any(t.tag in FINITE for t in tokens[:j])


def _may_be(memory: Memory, tokens: Sequence[Token], mention: Named, gender: Gender) -> bool:
    """Whether an actor agrees with a pronoun: a person by gender, anything else by the article before its name."""
    actor = memory.actor(mention.actor_id)
    if actor.kind == "person":
        return actor.gender in ({gender} if gender == "f" else {"m", None})
    if not mention.first or mention.kind == "metonym":
        return False
    article = tokens[_article(tokens, mention)].text.lower()
    if gender == "m" and tokens[mention.last].text.lower().endswith(grammar().nouns.feminine):
        return False  # `schwebt der Arbeiterkammer vor`
    if gender == "m":
        return article in {"der", "ein"} and mention.free and actor.group != "party"  # `der Grüne` is one of them
    return article in {"die", "eine"} and mention.free and _is_singular(tokens, mention)


def _article(tokens: Sequence[Token], mention: Named) -> int:
    """The token before a name and the adjectives in front of it: `die regierende SPÖ`."""
    at = mention.first - 1
    while at > 0 and tokens[at].tag == "ADJA":
        at -= 1
    return at


def _is_singular(tokens: Sequence[Token], mention: Named) -> bool:
    """Whether the verb beside a name is in the singular: `die EU hat`, not `die USA haben`."""
    for j in (mention.last + 1, _article(tokens, mention) - 1):
        if 0 <= j < len(tokens) and tokens[j].tag in FINITE:
            return not tokens[j].text.endswith("n") and tokens[j].text != "sind"
    return False


def _tells(memory: Memory, tokens: Sequence[Token], mention: Named, knowledge: Knowledge) -> bool:
    """Whether a person is said to say something: whom the words themselves name is less likely taken up then."""
    person = memory.actor(mention.actor_id).kind == "person" and mention.free and not mention.attributive
    return person and _speaks(tokens, mention, knowledge)


def _speaks(tokens: Sequence[Token], mention: Named, knowledge: Knowledge) -> bool:
    """Whether a verb of speech stands beside a mention, or `so` before it."""
    if mention.first and tokens[mention.first - 1].text.lower() in {"so", "laut"}:
        return True
    verbs = knowledge.patterns.speech_verbs
    return verb_of(tokens, mention.first) in verbs or verb_of(tokens, mention.last) in verbs


def _covered(mentions: Sequence[Named]) -> Collection[int]:
    """The tokens of names and of their titles."""
    covered = {i for m in mentions for i in range(m.first, m.last + 1)}
    return covered | {m.title.last for m in mentions if m.title is not None}


def _titled(sentence: NamedSentence) -> Collection[int]:
    return {title.last for title in sentence.titles}
