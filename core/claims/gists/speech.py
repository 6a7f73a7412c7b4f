"""What somebody says, in these words: whole, shortened, or broken off."""

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from core.claims import attribution
from core.claims.assertion import is_condition
from core.claims.gists.anaphora import is_first_person, is_unresolved
from core.claims.gists.complements import complement_clauses, complement_variants, with_complements
from core.claims.gists.dependence import is_incomplete
from core.claims.gists.fitting import fitting_gist
from core.claims.gists.main_clause import main_clauses
from core.claims.gists.omissions import behind_conjunction
from core.claims.gists.realisation import text
from core.claims.gists.subjects import Subject, subject_span
from core.claims.gists.verbatim import begins_as_spoken, begins_with_whole_phrases, opening_of
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.german.tags import FINITE, is_sign, without_signs
from core.model import Gist, RestForm

_SHORTEST = 3  # words of a main clause that may end with its verb: `Anna Meier geht`


def speech_gist(
    scene: Scene,
    speaker: Subject,
    spoken_by: Sequence[int],
    content: Sequence[int],
    form: RestForm = "speech",
    *,
    by: Set[str] = frozenset(),
) -> Gist | None:
    """Who speaks and what is said: all of it, or its clauses as far as there is room, or its first one shortened.

    None where it cannot be told so.

    Args:
        scene: the sentence.
        speaker: who speaks.
        spoken_by: the words that name the speaker, none of which may stand within what is said.
        content: the words of what is said, in order.
        form: what the gist is to be: `speech` of the speaker, or a `sentence` by itself.
        by: the actors whose words they are. Others who are meant by `er` there are named, but for those whom the
            sentence names behind it.
    """
    tokens = [i for i in content if i not in scene.dateline]
    tokens = behind_conjunction(scene, tokens)
    last = max(tokens, default=0)
    by = by | {m.actor_id for i, row in scene.mentions.items() if i > last for m in row if m.kind != "pronoun"}
    if not tokens or any(tokens[0] < i < tokens[-1] for i in spoken_by):
        return None
    first = scene.words[tokens[0]]
    at = scene.clause_of(tokens[0], range(len(scene.clauses)))
    if (first.tag == "KOUS" and first.text.lower() != "dass") or is_condition(scene, at):
        return fitting_gist(speaker, _conditioned(scene, at, tokens), form)
    before = scene.words[tokens[0] - 1] if tokens[0] else None
    if first.text[0].islower() and before is not None and not is_sign(before) and before.tag != "KON":
        source = frozenset(i for i in scene.clauses[at].tokens if i < tokens[0])
        return fitting_gist(speaker, _shortened(scene, at, tokens, source), form) if first.tag in FINITE else None
    stands = _begins_as_main_clause(scene, at, tokens)
    clear = not any(is_unresolved(scene, i) for i in tokens)
    opening = opening_of(scene, at, tokens, by) if stands and (form == "speech" or clear) else None
    rests = [
        *(begins_as_spoken(scene, at, opening, tokens) if opening else ()),
        *_shortened(scene, at, tokens),
        *_believed(scene, at, tokens),
        *(_broken_off(scene, at, tokens, by, stands=stands) if form == "speech" else ()),
    ]
    return fitting_gist(speaker, [_of_speaker(scene, at, rest, speaker) for rest in rests], form)


def _of_speaker(scene: Scene, at: int, said: str, speaker: Subject) -> str:
    """What is said with the pronoun that the text has for who speaks, rather than with the same words once more."""
    subject = subject_span(scene, at)
    pronoun = scene.words[subject[0]] if subject is not None and len(subject) == 1 else None
    again = speaker.words is not None and said.startswith(f"{speaker.words} ")
    if pronoun is None or pronoun.tag != "PPER" or not again:
        return said
    return f"{pronoun.text}{said.removeprefix(speaker.words or '')}"


def _believed(scene: Scene, at: int, tokens: Sequence[int]) -> Iterator[str]:
    """What somebody says that they believe: `Ich glaube, dass die Zahlen steigen` gives `die Zahlen steigen`."""
    clause = scene.clauses[at]
    own = any(scene.words[i].text.lower() in {"ich", "wir"} for i in clause.tokens)
    if own and clause.verb is not None and not clause.verb.negated and clause.verb.lemma in words().believing:
        for k in complement_clauses(scene, at)[:1]:
            yield from _shortened(scene, k, tokens)


def _conditioned(scene: Scene, at: int, tokens: Sequence[int]) -> Iterator[str]:
    """What is said under a condition: all of it, or the main clause with the begin of the condition behind it.

    `Wenn das nicht gelinge, drohe ein Kollaps` gives `Ein Kollaps drohe, wenn …`.
    """
    yield text(scene, range(tokens[0], tokens[-1] + 1))
    clause = scene.clauses[at]
    mains = (k for k, one in enumerate(scene.clauses) if one.kind == "main" and one.tokens[0] > tokens[0])
    home = next((k for k in mains if k != at), None)
    if home is None or not set(tokens).issuperset(without_signs(scene.clauses[home].tokens, scene.words)):
        return
    opener = clause.opener or scene.words[tokens[0]].text.lower()  # `sollte das nicht gelingen, …`
    for main in main_clauses(scene, home):
        if main.whole is not None:
            yield f"{main.whole}, {opener} …"


def _begins_as_main_clause(scene: Scene, at: int, tokens: Sequence[int]) -> bool:
    """Whether some words begin with a main clause, and not with its verb, and are no question."""
    clause = scene.clauses[at]
    if clause.kind != "main" or clause.verb is None:
        return False
    own = without_signs(clause.tokens, scene.words)
    verb_last = len(own) > _SHORTEST and scene.finite(at) == own[-1]  # `mit der Betrüger abkassieren wollen`
    return scene.words[-1].text != "?" and scene.words[tokens[0]].tag not in FINITE and not verb_last


def _shortened(scene: Scene, at: int, tokens: Sequence[int], source: frozenset[int] = frozenset()) -> Iterator[str]:
    """The first clause of what is said as a main clause by itself; dots stand in place of what completes it.

    Left out of it is the source that stands in it, as `Nach Meinung von Bo Lund könnten …` or `…, so Bo Lund`.
    """
    clause = scene.clauses[at]
    if not source and (named := attribution.source(scene)) is not None and named.tokens.isdisjoint(tokens):
        source = named.tokens & frozenset(clause.tokens)
    carried = {*tokens, *scene.dateline, *source}
    is_carried = all(i in carried or is_sign(scene.words[i]) or scene.words[i].tag == "KON" for i in clause.tokens)
    if clause.kind not in {"main", "subordinate"} or not is_carried or scene.words[-1].text == "?":
        return
    below = [k for k in complement_clauses(scene, at) if carried.issuperset(scene.clauses[k].tokens)]
    completing = [variants for k in below if (variants := list(complement_variants(scene, k)))]
    dots = " …" if len(completing) < len(complement_clauses(scene, at)) or is_incomplete(scene, {at, *below}) else ""
    said = subject_span(scene, at)
    every = [
        main
        for timed in (True, False)
        for main in main_clauses(scene, at, completed=bool(completing), without=source, timed=timed)
    ]
    for subject, alike in groupby(every, lambda main: main.subject.shown):
        some = list(alike)
        spoken = text(scene, said) if said and (source or is_first_person(scene, said[:1])) else None
        for rest in with_complements([main.rest for main in some], completing):
            shown = f"{subject or spoken} {rest}{'' if rest.endswith('…') else dots}"
            if (subject or spoken) and (set(tokens) <= set(clause.tokens) or len(shown) >= words().telling):
                yield shown


def _broken_off(scene: Scene, at: int, tokens: Sequence[int], by: Set[str], *, stands: bool) -> Iterator[str]:
    """As many phrases of some words as there is room for, with all of the verb of the first clause.

    A verb of one word may need any of the phrases behind it.
    """
    verb = scene.clauses[at].verb
    if stands and verb is not None and len(verb.tokens) > 1:
        yield from begins_with_whole_phrases(scene, at, tokens, by, max(verb.tokens) - 1)
    yield from _uncompleted(scene, at, tokens)


def _uncompleted(scene: Scene, at: int, tokens: Sequence[int]) -> Iterator[str]:
    """The first clause of what is said, with dots in place of the clauses that complete it."""
    own = without_signs(scene.clauses[at].tokens, scene.words)
    if not complement_clauses(scene, at) or not set(tokens).issuperset(own):
        return
    for main in main_clauses(scene, at, completed=True, timed=True):
        if main.whole is not None and len(main.whole) >= words().telling:
            yield f"{main.whole} …"
