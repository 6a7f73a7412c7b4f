"""Which words of a sentence are what somebody says: content clauses and reported speech."""

from collections.abc import Sequence, Set

from core.claims import attribution, triggers
from core.claims.gists.anaphora import is_first_person
from core.claims.gists.speakers import named_speaker, source_in, with_known_name
from core.claims.gists.speech import speech_gist
from core.claims.gists.subjects import UNKNOWN, Subject, is_impersonal, named_subject, subject_span
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.grammar import grammar
from core.german.tags import without_signs
from core.model import Gist


def content_gist(scene: Scene, own: int, content: Sequence[int], acting: Set[str]) -> Gist | None:
    """Who speaks in a clause, and what its content is; None where that is not what they say.

    Args:
        scene: the sentence.
        own: the clause that tells that somebody speaks.
        content: the clauses of what is said.
        acting: the known actors who speak.
    """
    if is_against(scene, own, content[0]) or _is_another_event(scene, own, content[0]):
        return None
    homes = [own, *([] if (shared := scene.clauses[own].shares) is None else [shared])]
    home = next((k for k in homes if subject_span(scene, k) is not None), own)
    speaker = subject_span(scene, home)
    named = UNKNOWN
    if speaker is not None and is_impersonal(scene, speaker):
        named, speaker = source_in(scene, home), None
        if named == UNKNOWN:
            return None
    if speaker is not None:
        named = with_known_name(scene, named_subject(scene, home, speaker, acting), speaker, acting)
    content_tokens = sorted(i for k in content for i in scene.clauses[k].tokens)
    return speech_gist(scene, named, speaker or (), content_tokens, by=acting)


def _is_another_event(scene: Scene, at: int, behind: int) -> bool:
    """Whether a main clause only follows one that says all it has to say: `sagte eine Krise voraus, Y sprach von Z`."""
    clause = scene.clauses[behind]
    plain = clause.kind == "main" and clause.verb is not None and clause.verb.mood == "indicative"
    follows = behind > at and scene.words[max(clause.tokens[0] - 1, 0)].text == ","
    says_it = any(phrase.function == "object" for phrase in scene.phrases[at])
    own = is_first_person(scene, clause.tokens)
    return plain and follows and says_it and not own and not scene.is_direct(behind)


def is_against(scene: Scene, at: int, content: int) -> bool:
    """Whether a clause denies or doubts the one that completes it; a main clause is what somebody says all the same.

    Not so one in reported speech that others are said to have done, or that is denied: `bestreitet, er habe …`. Who has
    no doubts is sure.
    """
    clause, quoted = scene.clauses[at], scene.clauses[content].kind == "main"
    before = [scene.words[i] for i in clause.tokens if i < scene.clauses[content].tokens[0] or quoted]
    denied = any(word.text.lower() in grammar().verbs.negations for word in before)
    lemmas = {word.lemma for word in before} | ({clause.verb.lemma} if clause.verb is not None else set())
    against = not lemmas.isdisjoint(words().against)
    verb = scene.clauses[content].verb
    if quoted and verb is not None and verb.mood != "indicative" and not lemmas.isdisjoint(words().of_others):
        return True
    return denied if quoted else denied != against


def reported_gist(scene: Scene, trigger: Trigger, tokens: frozenset[int], teller: str | None) -> Gist | None:
    """What is only somebody's word, in his words: a clause in reported speech, or one that says `wir`; else None.

    Args:
        scene: the sentence.
        trigger: the word that tells of the event.
        tokens: the words that carry the claim.
        teller: the known actor whose word it is; without one somebody must be named in words.
    """
    home = scene.home_of(trigger.at)
    if home is None or home.verb is None or home.kind != "main" or trigger.evidence == "speech":
        return None
    if not is_first_person(scene, tokens) and home.verb.mood != "subjunctive1":
        return None
    if scene.finite_of(home.tokens) is None or not tokens.issuperset(without_signs(home.tokens, scene.words)):
        return None
    said = sorted(tokens - _telling(scene))
    if teller is not None:
        return speech_gist(scene, Subject(None, teller), (), said, by={teller})
    source = named_speaker(scene, frozenset(said))
    return speech_gist(scene, source, (), said) if source.words is not None else None


def _telling(scene: Scene) -> frozenset[int]:
    """The words behind others that tell whose these are: `…, droht Bo Lund`, `…, so Bo Lund weiter`."""
    clauses = (c for c in scene.clauses[1:] if c.kind == "main" and c.verb is not None and c.verb.at == c.tokens[0])
    told = {i for c in clauses if c.verb and c.verb.lemma in grammar().verbs.inserted for i in c.tokens}
    source = attribution.source(scene)
    last = max(source.tokens) if source is not None else 0
    behind = range(min(source.tokens), len(scene.words)) if source is not None and last + 3 >= len(scene.words) else ()
    return frozenset(told).union(behind)


def gist_of_themselves(scene: Scene, trigger: Trigger, own: int, tokens: frozenset[int]) -> Gist | None:
    """What somebody says of themselves in reported speech, in these words: `Zudem wünsche er sich …`; else None.

    Args:
        scene: the sentence.
        trigger: the word that tells of the event.
        own: the clause that it stands in.
        tokens: the words that carry the claim.
    """
    verb, subject = scene.clauses[own].verb, subject_span(scene, own)
    if verb is None or subject is None or verb.mood != "subjunctive1" or not triggers.has(trigger, "spoken"):
        return None
    said = named_subject(scene, own, subject)
    if said.actor is None or scene.words[subject[0]].tag != "PPER":
        return None
    return speech_gist(scene, said, (), sorted(tokens), by={said.actor})
