"""From a claim to its gist: which ways to tell it are open, and which of them come first."""

from collections.abc import Set

from core.claims import attribution, triggers
from core.claims.gists.nominals import nominal_rests
from core.claims.gists.predicates import predicate_gist
from core.claims.gists.quoting import quoted_rests
from core.claims.gists.realisation import text
from core.claims.gists.reported import content_gist, gist_of_themselves, is_against, reported_gist
from core.claims.gists.sentences import heading_rests, sentence_rests
from core.claims.gists.speakers import speaker_around
from core.claims.gists.speech import speech_gist
from core.claims.gists.standing import is_open
from core.claims.gists.subjects import UNKNOWN
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.claims.topics import ABOUT
from core.claims.triggers import Trigger
from core.model import Gist, Rest


def of_draft(
    scene: Scene, trigger: Trigger, tokens: frozenset[int], taking_part: Set[str], acting: Set[str], teller: str | None
) -> Gist | None:
    """The gist of what some words of a sentence claim; None where they give none, and have no room for themselves.

    The words as they stand come last.

    Args:
        scene: the sentence.
        trigger: the word that tells of the event.
        tokens: the words that carry the claim.
        taking_part: the known actors that take part: one of them can stand for a pronoun.
        acting: those of them who act or speak: one alone can stand for any subject that is not named.
        teller: the known actor whose word all of it is.
    """
    if scene.sentence.kind == "headline" and 0 < len(title := text(scene, range(len(scene.words)))) <= words().longest:
        return Gist(None, None, (Rest(title, "sentence"),))
    gist = _of_words(scene, trigger, tokens, taking_part, acting, teller)
    return (
        None if gist is None else gist._replace(rests=tuple(_with_openness(scene, gist, rest) for rest in gist.rests))
    )


def _with_openness(scene: Scene, gist: Gist, rest: Rest) -> Rest:
    """A rest that knows whether it means something which is not said with it."""
    by_itself = rest.form in {"sentence", "name", "quote"} or gist.subject is None
    return rest._replace(open=rest.open or is_open(scene, rest.words if by_itself else f"{gist.subject} {rest.words}"))


def _of_words(
    scene: Scene, trigger: Trigger, tokens: frozenset[int], taking_part: Set[str], acting: Set[str], teller: str | None
) -> Gist | None:
    """The gist of words that stand in no headline."""
    by_others = _of_actors(_of_sentence(scene, trigger, tokens, acting), taking_part, acting)
    gist = _either_whole(reported_gist(scene, trigger, tokens, teller), by_others)
    sentences = sentence_rests(scene, trigger, tokens) or heading_rests(scene, trigger)
    name = nominal_rests(scene, trigger, taking_part)
    quoted = quoted_rests(scene, tokens)
    if gist is None:
        told = (*(sentences or name), *quoted)
        return Gist(None, None, told) if told else None
    timeless = sentences if scene.time_tokens.isdisjoint(tokens) else ()  # nothing has to be left out or moved
    whole = [] if gist.rests[0].form == "speech" else [r for r in timeless if not r.words.endswith("…")]
    first = tuple(rest for rest in whole if not _goes_on(rest.words))
    return gist._replace(rests=first + gist.rests + sentences + name + quoted)


def _goes_on(said: str) -> bool:
    """Whether a sentence goes on with one before it: `Drei Menschen kamen dabei um`."""
    return not (words().pointing | words().leading - {"und"}).isdisjoint(said.lower().split())


def _either_whole(said: Gist | None, told: Gist | None) -> Gist | None:
    """What somebody says in his own words, if there is room for it, or else what is told."""
    whole = said is not None and "…" not in said.rests[0].words
    return said if whole or told is None else told


def _of_actors(gist: Gist | None, taking_part: Set[str], acting: Set[str]) -> Gist | None:
    """A gist whose subject stands for who takes part, or for somebody without a name; None where it may for several.

    What is said can be told of several.
    """
    if gist is None or gist.subject is not None or gist.actor in taking_part or gist.rests[0].form == "sentence":
        return gist
    return gist if gist.actor is None and (len(acting) < 2 or gist.rests[0].form == "speech") else None


def _of_sentence(scene: Scene, trigger: Trigger, tokens: frozenset[int], acting: Set[str]) -> Gist | None:
    """What the sentence tells of the event: what somebody does, or who speaks and what is said."""
    if trigger.evidence == "speech":
        return _of_speech(scene, tokens, acting)
    named = attribution.source(scene)
    carrying = scene.inside(tokens if named is None or named.whole else tokens | named.tokens)
    if not carrying:
        return None
    own = scene.clause_of(trigger.at, carrying)
    if trigger.evidence == "noun" and not _is_central(scene, own, trigger):
        return None
    content = [k for k in carrying if k != own and scene.clauses[k].shares != own]
    quoting = triggers.has(trigger, "spoken") and any(scene.clauses[k].kind == "main" for k in content[:1])
    if triggers.has(trigger, "saying") or quoting:
        if content:
            reported = scene.clauses[content[0]].kind in {"infinitive", "subordinate"} or is_against(
                scene, own, content[0]
            )
            told = predicate_gist(scene, own, carrying, acting) if reported else None
            said = _either(told, content_gist(scene, own, content, acting))
            if said is not None or not _stands_alone(scene, own, content[0]):
                return said
            return predicate_gist(scene, own, [own], acting, alone=True)
        if not any(phrase.function == "object" or phrase.preposition in ABOUT for phrase in scene.phrases[own]):
            return None  # who only spoke, wherever that was, has said nothing yet
    return gist_of_themselves(scene, trigger, own, tokens) or predicate_gist(scene, own, carrying, acting)


def _stands_alone(scene: Scene, at: int, behind: int) -> bool:
    """Whether what somebody says is told in a main clause, and the next one only follows: `geißelte X, Y tat …`."""
    one, other = scene.clauses[at], scene.clauses[behind]
    main = at < behind and one.kind == other.kind == "main" and not scene.is_direct(behind)
    reported = other.verb is None or other.verb.mood != "indicative"
    has_object = any(phrase.function == "object" for phrase in scene.phrases[at])
    return main and not reported and has_object


def _of_speech(scene: Scene, tokens: frozenset[int], acting: Set[str]) -> Gist | None:
    """What is said in words that are a claim whoever says them: that it is said is heard in it."""
    at = scene.clause_of(min(tokens), range(len(scene.clauses)))
    lead = scene.clauses[at].parent if scene.clauses[at].kind == "subordinate" else None
    if lead is not None and is_against(scene, lead, at):
        return predicate_gist(scene, lead, [lead, *scene.below(lead)], acting)
    speaker = UNKNOWN if acting else speaker_around(scene, tokens)
    by_itself = None if acting or speaker.words else speech_gist(scene, UNKNOWN, (), sorted(tokens), "sentence")
    said = by_itself or speech_gist(scene, speaker, (), sorted(tokens), by=acting)
    return said or (speech_gist(scene, UNKNOWN, (), sorted(tokens)) if speaker.words else None)


def _either(told: Gist | None, said: Gist | None) -> Gist | None:
    """What is told in a whole sentence, or, if there is no room for that, in the words of who speaks in it."""
    if told is not None and said is not None and (told.subject or "").endswith("…"):
        return said
    if told is None or said is None or told.subject != said.subject or told.actor != said.actor:
        return told or said
    return told._replace(rests=told.rests + said.rests)


def _is_central(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a clause tells of the event that one of its nouns names: it is what happens, or is done."""
    phrase = scene.phrase_of(trigger.at, at)
    return phrase is not None and phrase.head == trigger.at and phrase.function in {"subject", "object"}
