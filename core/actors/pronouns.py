"""Whom `er` and `sie` mean: the person near who is clearly the likeliest, or nobody."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.actors.common_nouns import pair_joined
from core.actors.knowledge import Knowledge
from core.actors.memory import REACH, Memory
from core.actors.mentions import Named, taking_up
from core.actors.references import references
from core.actors.salience import Pronoun, antecedent, last_in_clause_before, last_named, last_speaker
from core.actors.schema import Gender
from core.actors.verbs import LONGEST_CLAUSE, deed_of
from core.german.cases import plural
from core.german.compounds import head_in
from core.german.grammar import grammar
from core.german.tags import FINITE, PREPOSITIONS
from core.model import Token


def meant(memory: Memory, i: int, knowledge: Knowledge) -> Iterator[Named]:
    """The person, or the two persons, whom the pronoun at token `i` of the sentence that is read means."""
    tokens = memory.tokens
    word = tokens[i].text.lower()
    if is_age(tokens[i]):
        yield from _of_that_age(memory, i, knowledge)
        return
    if word in {"beide", "beiden"}:
        yield from (taking_up(tokens, i, i, person, "pronoun") for person in _the_two(memory, i))
        return
    if tokens[i].tag != "PPER":
        yield from _this_one(memory, i, knowledge)
        return
    if tokens[i].text == "Sie" and i and tokens[i - 1].tag not in {"$.", "$("}:
        return  # who is spoken to
    if word in {"er", "ihn", "ihm"}:
        gender: Gender = "m"
    elif word == "sie" and _is_she(tokens, i):
        gender = "f"
    else:
        if word == "sie" and i == 0 and _is_of_persons(tokens, i, knowledge) and not _is_own_speech(tokens):
            named = _two_before(memory) or _listed_before(memory)
            yield from (taking_up(tokens, i, i, actor_id, "pronoun") for actor_id in named)
        return
    speaks = _is_of_persons(tokens, i, knowledge)
    reporting = _ends_speech(tokens, i) and (speaks or _is_alone(tokens, i))
    colon = next((j for j in range(i, len(tokens)) if tokens[j].text == ":"), len(tokens))
    if not reporting and (_is_own_speech(tokens[:colon]) or _is_quoted(memory, i)):
        return
    subject = word in {"er", "sie"}
    if not subject and _is_in_infinitive(tokens, i):
        return
    if subject:
        human = reporting or _is_retold(tokens, i) or _is_of_persons(tokens, i, knowledge)
    else:
        human = _is_charged(tokens, i)
    actor_id = antecedent(memory, Pronoun(i, gender, subject, human, reporting), knowledge)
    if actor_id is None and reporting and speaks:
        actor_id = last_speaker(memory, gender, knowledge)
    if actor_id is not None:
        yield taking_up(tokens, i, i, actor_id, "pronoun", free=subject)


def _is_retold(tokens: Sequence[Token], i: int) -> bool:
    """Whether a pronoun is the subject of a clause in reported speech, which is mostly of people: `Er habe …`.

    What something is done to (`solle er ausgearbeitet werden`) is as often a thing.
    """
    beside = (tokens[j] for j in (i + 1, i - 1) if 0 <= j < len(tokens))
    passive = any(token.text in {"werden", "worden"} for token in tokens[i : i + LONGEST_CLAUSE])
    return not passive and any(token.text.lower() in grammar().verbs.subjunctive1 for token in beside)


def _is_charged(tokens: Sequence[Token], i: int) -> bool:
    """Whether the clause of a pronoun tells of what is brought against people: `fordert für ihn Haft`."""
    begin = next((j + 1 for j in range(i - 1, -1, -1) if tokens[j].tag in {"$,", "$."}), 0)
    end = next((j for j in range(i, len(tokens)) if tokens[j].tag in {"$,", "$."}), len(tokens))
    nouns = (token.text for token in tokens[begin:end] if token.tag == "NN")
    return any(head_in(noun, references().persons.charges) is not None for noun in nouns)


def _this_one(memory: Memory, i: int, knowledge: Knowledge) -> Iterator[Named]:
    """Whom `dieser` means at the head of a sentence: the last person of the sentence before who is not its subject.

    Behind a conjunction that is the last person of the clause before: `bestellte Otto Muster ein, nachdem dieser …`.
    """
    tokens = memory.tokens
    gender = references().persons.this_one.get(tokens[i].text.lower())
    if gender is not None and is_this_one(tokens, i):
        actor_id = last_in_clause_before(memory, gender, i - 1)
        if actor_id is not None:
            yield taking_up(tokens, i, i, actor_id, "pronoun")
        return
    if i or gender is None or len(tokens) < _SHORTEST or not _is_of_persons(tokens, i, knowledge):
        return
    if not _has_singular_verb(tokens, i) or _is_own_speech(tokens):
        return
    actor_id = last_named(memory, gender)
    if actor_id is not None:
        yield taking_up(tokens, i, i, actor_id, "pronoun")


def is_this_one(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word stands for somebody behind a conjunction; names have no determiner (`nachdem dieser Lund …`)."""
    pointing = i > 0 and tokens[i - 1].tag == "KOUS" and tokens[i].text.lower() in references().persons.this_one
    return pointing and (tokens[i].tag == "PDS" or (i + 1 < len(tokens) and tokens[i + 1].tag == "NE"))


_SHORTEST = 3  # tokens of a sentence with a subject, a verb and its end


_AGE = re.compile(r"\d{1,3}-[Jj]ährigen?")


def is_age(token: Token) -> bool:
    """Whether a word calls somebody by the age: `70-Jährige`."""
    return token.text[:1].isdigit() and _AGE.fullmatch(token.text) is not None


def _of_that_age(memory: Memory, i: int, knowledge: Knowledge) -> Iterator[Named]:
    """Whom `der 70-Jährige` means, as the pronoun of that gender would."""
    tokens = memory.tokens
    article = tokens[i - 1].text.lower() if i else ""
    held = i > 1 and tokens[i - 2].tag in PREPOSITIONS
    noun = i + 1 < len(tokens) and tokens[i + 1].tag in {"NN", "NNA", "NE", "ADJA"}
    genders: dict[str, Gender] = {"der": "m", "dem": "m", "den": "m", "die": "f"}
    if article not in genders or noun or (held and article == "der"):
        return
    if article == "die" and tokens[i].text.endswith("n"):
        return  # more than one
    actor_id = antecedent(memory, Pronoun(i, genders[article], True, True, False), knowledge)
    if actor_id is not None:
        yield taking_up(tokens, i, i, actor_id, "pronoun", free=article in {"der", "die"})


def _is_of_persons(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> bool:
    """Whether only persons, and bodies that act like them, do what the verb beside a pronoun says, or undergo it."""
    verb, passive = deed_of(tokens, i)
    verbs = references().verbs
    if passive:
        return verb in verbs.to_persons
    return verb in knowledge.patterns.speech_verbs or verb in verbs.of_persons


def _the_two(memory: Memory, i: int) -> tuple[str, ...]:
    """Whom `die beiden` means: the last two persons, bodies or states joined by `und`, else the two before."""
    tokens = memory.tokens
    behind = i + 1 < len(tokens) and tokens[i + 1].tag in {"NN", "NE", "ADJA", "NNA", "CARD", "ADV", "APPR", "APPRART"}
    if behind or (i and tokens[i - 1].text.lower() != "die") or _is_own_speech(tokens):
        return ()
    return pair_joined(memory, REACH) or _two_before(memory)


def _listed_before(memory: Memory) -> tuple[str, ...]:
    """The bodies or states that are, joined by `und`, the subject of the sentence before and all that it names.

    One alone is where its name is plural: `Die Neos begrüßen das. Sie …`.
    """
    for sentence, mentions in memory.back(1):
        if sentence is memory.sentence:
            continue
        tokens = sentence.sentence.tokens
        named = [m for m in mentions if not m.attributive]
        if (several := _plural_subject(memory, tokens, named)) is not None:
            return (several,)
        gaps = [{t.text for t in tokens[a.last + 1 : b.first] if t.tag != "ART"} for a, b in pairwise(named)]
        joined = bool(gaps) and all(gap <= {",", "und", "sowie"} and gap for gap in gaps) and "," not in gaps[-1]
        verb = named[-1].last + 1 if named else len(tokens)
        acting = joined and all(m.free for m in named) and verb < len(tokens) and tokens[verb].tag in FINITE
        return tuple(dict.fromkeys(m.actor_id for m in named)) if acting else ()
    return ()


def _plural_subject(memory: Memory, tokens: Sequence[Token], named: Sequence[Named]) -> str | None:
    """The only body that stands right before a verb in the plural, which begins its sentence."""
    first = next((m for m in named if memory.actor(m.actor_id).kind != "person"), None)
    if first is None or not first.free or first.kind == "metonym" or first.last + 1 >= len(tokens):
        return None
    opens = all(token.tag in {"ART", "ADJA"} for token in tokens[: first.first])
    whole = first.end == tokens[first.last].end
    verb = tokens[first.last + 1]
    return first.actor_id if opens and whole and verb.tag in FINITE and plural(verb.text) else None


def _two_before(memory: Memory) -> tuple[str, ...]:
    """The two persons of the sentence before, where it has just two, and one of them as its subject."""
    for sentence, mentions in memory.back(1):
        if sentence is memory.sentence:
            continue
        named = [m for m in mentions if not m.attributive]
        persons = dict.fromkeys(m.actor_id for m in named if memory.actor(m.actor_id).kind == "person")
        subject = any(m.free for m in named if m.actor_id in persons)
        return tuple(persons) if len(persons) == 2 and subject else ()
    return ()


def _ends_speech(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb and a pronoun follow what was said: `Der Plan sei gut, sagte er`."""
    return i >= 2 and tokens[i - 1].tag in FINITE and tokens[i - 2].tag in {"$,", "$(", "$."}


def _is_alone(tokens: Sequence[Token], i: int) -> bool:
    """Whether the clause ends with the pronoun: `…, dämpft sie: …`, or says how sure it is: `…, ist er überzeugt`."""
    return i + 1 < len(tokens) and (
        tokens[i + 1].text in {":", ",", "."} or tokens[i + 1].text in references().speech.sure
    )


def _is_quoted(memory: Memory, i: int) -> bool:
    """Whether a pronoun stands within quotation marks: it is not the one who speaks, and mostly somebody far away.

    Signs that open and close alike count within the sentence alone.
    """
    signs, quoted = references().speech, False
    for sentence, _ in reversed(list(memory.back(REACH))):
        here = sentence is memory.sentence
        tokens = sentence.sentence.tokens
        for token in tokens[:i] if here else tokens:
            if token.text in signs.opening or token.text in signs.closing:
                quoted = token.text in signs.opening
            elif here and token.text in signs.either:
                quoted = not quoted
    return quoted


def _is_in_infinitive(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause without a finite verb holds the pronoun: whose verb it is decides whom it can't mean."""
    begin = max((j for j in range(i) if tokens[j].tag == "$,"), default=-1)
    end = next((j for j in range(i, len(tokens)) if tokens[j].tag in {"$,", "$."}), len(tokens))
    return begin >= 0 and not any(t.tag in FINITE for t in tokens[begin:end])


def _is_own_speech(tokens: Sequence[Token]) -> bool:
    """Whether somebody speaks of himself in a sentence: who that is, is not whom it calls `er` or `sie`."""
    return any(token.text.lower() in references().speech.first_person for token in tokens)


def _is_she(tokens: Sequence[Token], i: int) -> bool:
    """Whether `sie` is one who is the subject: no preposition before it, no other subject, a verb in the singular."""
    if i and (tokens[i - 1].tag in PREPOSITIONS or _has_subject(tokens, i)):
        return False
    return _has_singular_verb(tokens, i)


def _has_subject(tokens: Sequence[Token], i: int) -> bool:
    """Whether a subject stands before the verb that `sie` follows: `Das Gericht lobte sie`, `weil man sie sah`."""
    before = tokens[i - 1]
    if before.text.lower() in {"man", "er", "es", "ich", "wer"}:
        return True
    if before.tag not in FINITE:
        return False
    begin = next((j + 1 for j in range(i - 2, -1, -1) if tokens[j].tag in {"$,", "$(", "$.", "KON"}), 0)
    first = tokens[begin]
    if first.text.lower() in {"er", "es", "man", "ich", "wir", "der", "ein", "das", "wer"} and first.tag != "PDS":
        return first.text.lower() != "das" or begin + 1 < i - 1
    return first.tag == "NE" and begin + 1 == i - 1


def _has_singular_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether the finite verb next to `sie`, or else at the end of its clause, is in the third person singular."""
    for j in (i + 1, i - 1, i + 2):
        if 0 <= j < len(tokens) and tokens[j].tag in FINITE:
            return not tokens[j].text.endswith("n") and tokens[j].text != "sind"
    return tokens[-1].text != "sind" and _last_verb_singular(tokens, i)


def _last_verb_singular(tokens: Sequence[Token], i: int) -> bool:
    for token in tokens[i + 1 : i + 1 + LONGEST_CLAUSE]:
        if token.tag in FINITE:
            return not token.text.endswith("n")
        if token.tag in {"$,", "$."}:
            break
    return False
