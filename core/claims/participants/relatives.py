"""Whom the pronoun stands for that begins a relative clause: by nearness, and by the gender and number of both."""

from core.claims.scene import Scene
from core.german.cases import determiner, readings
from core.german.grammar import Reading
from core.german.phrases import Phrase
from core.german.tags import NON_FINITE, PREPOSITIONS
from core.model import Mention

Genders = frozenset[str]
_LONGEST_FIELD = 2  # verbs that may stand between a noun and its relative clause: `hat Bo Lund getroffen, der …`


def pronoun_of(scene: Scene, at: int) -> Phrase | None:
    """The phrase of a relative clause that its pronoun is; none where it only says whose (`dessen Antrag`)."""
    first = _first(scene, at)
    if scene.clauses[at].kind != "relative" or scene.words[first].tag != "PRELS":
        return None
    phrase = scene.phrase_of(first, at)
    return phrase._replace(function="object") if phrase is not None and _is_dative(scene, at) else phrase


def _is_dative(scene: Scene, at: int) -> bool:
    """Whether `der` stands for a feminine beside another nominative: `die Kammer, der sie Untätigkeit vorwirft`."""
    first = _first(scene, at)
    behind = scene.words[first + 1 : first + 2]
    if scene.words[first].text != "der" or not any(word.text in _NOMINATIVE for word in behind):
        return False
    near = _ending_at(scene, _end_before(scene, at))
    return bool(near) and genders(scene, *near[-1]) == {"f"}


_NOMINATIVE = frozenset({"er", "sie", "es", "man", "ich", "wir"})


def owned(scene: Scene, at: int) -> Phrase | None:
    """The phrase of what belongs to whom a relative clause is about: `dessen Antrag abgelehnt wurde`."""
    first = _first(scene, at)
    if scene.clauses[at].kind != "relative" or scene.words[first].tag != "PRELAT":
        return None
    return scene.phrase_of(first, at) or scene.phrase_of(first + 1, at)


def antecedents(scene: Scene, at: int) -> list[tuple[int, Mention]]:
    """The actors named right before a relative clause that its pronoun agrees with, each with its first token.

    Those in brackets and the verbs that close a clause do not stand between (`hat Bo Lund (RX) getroffen, der …`). A
    pronoun in the plural takes two that `und` joins.
    """
    end = _end_before(scene, at)
    near = [(i, mention) for i, mention in _ending_at(scene, end) if genders(scene, i, mention) & _wanted(scene, at)]
    if near:
        return near[-1:]
    return _joined(scene, end) if _wanted(scene, at) == {"p"} else []


def continues(scene: Scene, at: int) -> bool:
    """Whether a relative clause goes on with what the one before it is about: `…, der schrieb und der sang`."""
    parent, first = scene.clauses[at].parent, min(scene.clauses[at].tokens)
    return (
        parent is not None
        and scene.clauses[parent].kind == "relative"
        and scene.words[first - 1].tag == "KON"
        and bool(_wanted(scene, at) & _wanted(scene, parent))
    )


def genders(scene: Scene, token: int, mention: Mention) -> Genders:
    """The genders that a mention may have in its phrase, `p` for the plural."""
    at = next((k for k, clause in enumerate(scene.clauses) if token in clause.tokens), None)
    phrase = scene.phrase_of(token, at) if at is not None else None
    kind = scene.analysis.kinds.get(mention.actor_id)
    if phrase is None:
        return frozenset("mf") if kind == "person" else frozenset("mfnp")
    forms = _in_case(readings(scene.words, phrase.tokens, scene.landmarks.persons), phrase)
    genders = frozenset(form[-1] for form in forms)
    if kind == "person":
        return genders & frozenset("mf") or frozenset("mf")
    bare = scene.words[phrase.tokens[0]].tag == "NE"
    return frozenset("n") if bare and kind in {"state", "place"} and not mention.text.isupper() else genders


def _wanted(scene: Scene, at: int) -> Genders:
    """The genders that a relative pronoun may have, by its form, its case and, where it is the subject, the verb."""
    first = _first(scene, at)
    word = scene.words[first].text.lower()
    if word == "dessen":
        return frozenset("mn")
    if word == "deren":
        return frozenset("fp")
    phrase = pronoun_of(scene, at)
    forms = _in_case(determiner(word), phrase) if phrase is not None else determiner(word)
    allowed = frozenset(form[-1] for form in forms)
    if phrase is None or phrase.function != "subject":
        return allowed
    several = scene.tells_of_several(at)
    others = [p for p in scene.phrases[at] if p.function == "object" and scene.words[p.head].tag != "PRF"]
    if several:
        return allowed & {"p"} or allowed
    return allowed - {"p"} or allowed if several is not None and not others else allowed


def _in_case(forms: frozenset[Reading], phrase: Phrase) -> frozenset[Reading]:
    """Those of some readings that the function of a phrase allows; all where it allows none."""
    if phrase.preposition:
        cases = {"gen", "dat", "acc"}
    else:
        cases = {"subject": {"nom"}, "object": {"dat", "acc"}, "attribute": {"gen"}}.get(phrase.function, set())
    return frozenset(form for form in forms if form.split()[0] in cases) or forms


def _first(scene: Scene, at: int) -> int:
    """The first word of a clause that is neither a sign nor a preposition."""
    tokens = sorted(scene.clauses[at].tokens)
    return next((i for i in tokens if scene.words[i].tag[0] != "$" and scene.words[i].tag not in PREPOSITIONS), 0)


def _end_before(scene: Scene, at: int) -> int:
    """The last token of what stands right before a relative clause."""
    i = min(scene.clauses[at].tokens) - 1
    if i >= 0 and scene.words[i].text == ",":
        i -= 1
    for _ in range(_LONGEST_FIELD):
        i -= i >= 0 and scene.words[i].tag in NON_FINITE | {"PTKVZ"}
    if i >= 0 and scene.words[i].text == ")":
        i = next((k - 1 for k in range(i, -1, -1) if scene.words[k].text == "("), -1)
    return i


def _ending_at(scene: Scene, end: int) -> list[tuple[int, Mention]]:
    return [
        (i, mention)
        for i in range(max(0, end - _LONGEST_NAME), end + 1)
        for mention in scene.mentions.get(i, ())
        if mention.end == scene.words[end].end
    ]


_LONGEST_NAME = 8  # tokens


def _joined(scene: Scene, end: int) -> list[tuple[int, Mention]]:
    """Two actors joined by `und` that end at a token."""
    last = _ending_at(scene, end)[-1:]
    if not last or last[0][0] < 2 or scene.words[last[0][0] - 1].text != "und":
        return []
    first = _ending_at(scene, last[0][0] - 2)[-1:]
    return [*first, *last] if first else []
