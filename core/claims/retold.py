"""What is said without a clause that says so: sentences of a quotation, and of reported speech that goes on."""

from collections.abc import Collection, Iterator, Sequence

from core.claims import triggers, wording
from core.claims.assertion import is_asked, is_condition, is_withdrawn
from core.claims.attribution import NamedSource
from core.claims.draft import Draft
from core.claims.gists.anaphora import is_first_person
from core.claims.participants import Part
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.clauses import Verb
from core.german.tags import is_sign
from core.model import Mention, Saying

_FEWEST_WORDS = 4
"""A shorter piece within quotation marks is a name or a word that is not one's own, and tells of nothing by itself."""


def of_sentence(scene: Scene, told: Collection[Draft], source: NamedSource | None) -> Iterator[Draft]:
    """A claim of each saying, as far as it stands in a sentence, that no other claim of the sentence covers.

    Args:
        scene: the sentence.
        told: its other claims.
        source: the source that the sentence names.
    """
    covered = {i for draft in told for i in draft.tokens}
    for saying, tokens in _around(scene, source):
        if _goes_on_answering(scene, saying):
            continue  # mostly explains what the first sentence of the answer has said
        main = _main_clause(scene, tokens)
        mention = source.mention if source is not None and not saying.direct else None
        speaker_id = saying.actor_id or (mention.actor_id if mention is not None else None)
        quoted = any(other.direct for other in scene.sayings if other != saying)
        if speaker_id is None and (quoted or not saying.unnamed):
            continue  # read by hand, 6 of 30 such claims were right: mostly somebody says so whom the text names
        if main is not None and _is_question(scene, main[0], saying):
            continue
        if main is not None and not covered.intersection(tokens) and not is_withdrawn(scene, main[0]):
            covered.update(tokens)
            yield _draft(scene, speaker_id, tokens, *main, direct=saying.direct)


def _around(scene: Scene, source: NamedSource | None) -> Iterator[tuple[Saying, list[int]]]:
    """The sayings with their tokens in the sentence; two around the words that name their source are one."""
    named = source.tokens if source is not None else frozenset()
    before: tuple[Saying, list[int]] | None = None
    for saying in scene.sayings:
        tokens = [i for i, word in enumerate(scene.words) if saying.start <= word.start and word.end <= saying.end]
        between = range(before[1][-1] + 1, tokens[0]) if before and before[1] and tokens else range(0)
        if before and between and all(i in named or is_sign(scene.words[i]) for i in between):
            before[1].extend((*between, *tokens))
            continue
        if before:
            yield before
        before = saying, tokens
    if before:
        yield before


def _goes_on_answering(scene: Scene, saying: Saying) -> bool:
    """Whether a sentence without `ich` or `wir` goes on with an answer in an interview of one paragraph."""
    text, start = scene.analysis.document.text, saying.start
    asked = "?" in text[text.rfind("\n", 0, start) + 1 : start]
    answers = saying.direct and start < scene.sentence.start and text[start - 1] == ":" and asked
    return answers and not _in_first_person(scene) and not _names_somebody(scene)


def _names_somebody(scene: Scene) -> bool:
    return any(mention.kind in {"name", "alias"} for row in scene.mentions.values() for mention in row)


def _in_first_person(scene: Scene) -> bool:
    return is_first_person(scene, range(len(scene.words)))


def _is_question(scene: Scene, at: int, saying: Saying) -> bool:
    """Whether a clause of a saying asks, be it without a question mark, as in reported speech: `Warum müsse sie gehen.`

    Who asks `Sollen wir ihnen das antun?` says what he thinks, who asks `Was bringt uns zusammen?` does not.
    """
    first = next((i for i in scene.clauses[at].tokens if not is_sign(scene.words[i])), None)
    asks = first is not None and scene.words[first].tag in {"PWAV", "PWS", "PWAT"}
    if asks and scene.clauses[at].kind == "main":
        return True
    return is_asked(scene, at) and not (saying.direct and _in_first_person(scene))


def _main_clause(scene: Scene, tokens: Sequence[int]) -> tuple[int, Verb] | None:
    """The first clause among the tokens that states something; None where they are no sentence."""
    if sum(not is_sign(scene.words[i]) for i in tokens) < _FEWEST_WORDS:
        return None
    inside = frozenset(tokens)
    for at, clause in enumerate(scene.clauses):
        verb = clause.verb
        stated = clause.kind == "main" or (clause.opener == "dass" and not is_condition(scene, at))
        if stated and verb is not None and inside.issuperset(verb.tokens):
            return at, verb
    return None


def _draft(
    scene: Scene, speaker_id: str | None, tokens: Sequence[int], main: int, verb: Verb, *, direct: bool
) -> Draft:
    name = wording.kind(scene, main)
    if not direct and verb.modal == "müssen" and verb.mood == "indicative" and scene.clauses[main].kind == "main":
        name = triggers.type_with("saying")  # `Laut Lund müssen die Wirte ein Buch führen` passes on a rule
    first = scene.words[tokens[0]]
    speaking = () if speaker_id is None else (Mention(first.start, first.end, first.text, speaker_id, "name"),)
    speaker = (Part(mention, tokens[0], "speaker") for mention in speaking)
    mine = frozenset(tokens)
    beside = (part for part in wording.beside(scene, _told_in(scene, mine), main) if part.at in mine)
    parts = (*speaker, *wording.about(scene, main, name), *beside)
    trigger = Trigger(name, verb.at, "speech")
    return Draft(scene, trigger, mine, parts, "occurred", None, None, None, ("saying",))


def _told_in(scene: Scene, tokens: frozenset[int]) -> list[int]:
    """The clauses among some tokens, and those that end outside them with their source: `…, doch er irrt, so Lund`."""
    own = (k for k, clause in enumerate(scene.clauses) if clause.verb and tokens.issuperset(clause.verb.tokens))
    return sorted({*scene.inside(tokens), *own})
