"""Who says words, where that is told by words without a name."""

from collections.abc import Set

from core.claims import attribution, triggers
from core.claims.gists.anaphora import points_back
from core.claims.gists.realisation import text
from core.claims.gists.subjects import UNKNOWN, Subject, is_impersonal, named_subject, subject_span
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.german.grammar import grammar
from core.german.phrases import whole
from core.german.tags import is_sign


def named_speaker(scene: Scene, tokens: Set[int], *, inserted: bool = False) -> Subject:
    """Who says words without a name, in words: `sagte ein Sprecher`, `so die Polizei`, `wie das Fernsehen meldete`.

    Only what is `inserted` into the words or stands behind them, if so wanted: that begins with its verb.
    """
    for k, clause in enumerate(scene.clauses):
        verb, speaker = clause.verb, subject_span(scene, k)
        if verb is None or speaker is None or not tokens.isdisjoint(clause.tokens):
            continue
        saying = triggers.of_verb(scene, k)
        says = verb.lemma in grammar().verbs.inserted or (saying is not None and triggers.has(saying, "saying"))
        verb_first = verb.at == clause.tokens[0] and k > 0
        if says and (verb_first or not inserted) and not is_impersonal(scene, speaker):
            return named_subject(scene, k, speaker)
    source = attribution.source(scene)
    behind = sorted(source.tokens - tokens) if source is not None else []
    if len(behind) < 2 or scene.words[behind[0]].text.lower() != "so":
        return UNKNOWN
    signs = (i for i in behind if is_sign(scene.words[i]) or i in scene.time_tokens)
    return Subject(text(scene, range(behind[1], next(signs, behind[-1] + 1))) or None)


def source_in(scene: Scene, at: int) -> Subject:
    """Where something is said that nobody is named for, with the preposition: `hieß es | aus dem Amt | in Oslo`."""
    row = scene.phrases[at]
    for k, phrase in enumerate(row):
        tokens = list(whole(row, k))
        if k + 1 < len(row) and row[k + 1].preposition in words().of_events and row[k + 1].tokens[0] == tokens[-1] + 2:
            tokens += range(tokens[-1] + 1, max(whole(row, k + 1)) + 1)  # `in einem Entwurf für den Rat`
        if phrase.preposition in words().sources and not scene.time_tokens.issuperset(phrase.tokens):
            return UNKNOWN if points_back(scene, tokens) else Subject(text(scene, range(tokens[0] - 1, tokens[-1] + 1)))
    return UNKNOWN


def speaker_around(scene: Scene, tokens: Set[int]) -> Subject:
    """The source of words in their sentence or, where reported speech goes on, of those before: `…, sagte X.`"""
    source = named_speaker(scene, tokens)
    home = scene.home_of(min(tokens))
    goes_on = home is not None and home.verb is not None and home.verb.mood == "subjunctive1"
    if source != UNKNOWN or not goes_on or not scene.index or scene.sentence.kind != "body":
        return source
    before = Scene(scene.analysis, scene.index - 1)
    between = scene.analysis.document.text[before.sentence.end : scene.sentence.start]
    if "\n" in between or before.sentence.kind != "body":
        return UNKNOWN
    said = named_speaker(before, frozenset(), inserted=True)
    return said if said.words is not None else UNKNOWN


def with_known_name(scene: Scene, subject: Subject, tokens: range, acting: Set[str]) -> Subject:
    """A subject with the one known actor who acts and is named in it: their name can stand where it is too long."""
    named = {mention.actor_id for i in tokens for mention in scene.mentions.get(i, ()) if mention.kind != "metonym"}
    if subject.words is None or subject.actor is not None or len(acting) != 1 or not acting <= named:
        return subject
    return subject._replace(actor=next(iter(acting)))
