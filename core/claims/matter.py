"""What a claim is about, in nouns: those of its own words and those of its text, without who says it, where and how."""

from collections.abc import Iterable

from core.claims import triggers
from core.claims.lexicon import source_nouns
from core.claims.scene import Scene
from core.claims.themes import themes_near
from core.claims.triggers import Trigger
from core.german.compounds import is_among
from core.german.phrases import whole

_BELOW_HEADLINE = 5
"""The last sentence, by number, in which words are of what the headline tells."""


def nouns(scene: Scene, tokens: Iterable[int]) -> tuple[str, ...]:
    """The base forms of the nouns among some words, in order, without times and the names of actors."""
    named = {i for i in tokens for mention in scene.mentions.get(i, ()) if mention.end >= scene.words[i].end}
    return tuple(
        scene.words[i].lemma
        for i in sorted(tokens)
        if scene.words[i].tag == "NN" and i not in named and i not in scene.time_tokens
    )


def own_nouns(scene: Scene, trigger: Trigger, tokens: frozenset[int]) -> tuple[str, ...]:
    """The nouns that say what a claim is about, in its own words.

    None of who speaks, as in `Der Hersteller Lund warnte …`, and none for the words themselves: `in einem Bericht`.
    """
    sources = {i for i in tokens if is_among(scene.words[i], source_nouns())}
    spoken = triggers.has(trigger, "spoken")
    return nouns(scene, tokens - {trigger.at} - (sources if spoken else set()) - _of_speaker(scene, trigger))


def text_nouns(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """The nouns that say what the text is about near a claim, those that tell most of it first; no speaker's.

    What is said far below a headline may be of something else than what happened.
    """
    spoken = triggers.has(trigger, "spoken")
    headed = not spoken or scene.index <= _BELOW_HEADLINE
    near = themes_near(scene.analysis.themes, scene.index, headed=headed)
    speaker = {scene.words[i].lemma for i in _of_speaker(scene, trigger)}
    return tuple(theme.shown for theme in near if theme.lemma not in speaker)


def names_speaker(scene: Scene, trigger: Trigger) -> bool:
    """Whether the subject of a trigger is who speaks: that of a verb of speech which is not in the passive."""
    home = scene.home_of(trigger.at)
    verb = home.verb if home is not None else None
    active = verb is not None and not verb.passive and trigger.at in verb.tokens
    return active and trigger.evidence != "speech" and triggers.has(trigger, "spoken")


def _of_speaker(scene: Scene, trigger: Trigger) -> set[int]:
    """The words that name who speaks, with all that hangs on them."""
    home = scene.home_of(trigger.at)
    if home is None or not names_speaker(scene, trigger):
        return set()
    row = scene.phrases[scene.clauses.index(home)]
    return {i for k, phrase in enumerate(row) if phrase.function == "subject" for i in whole(row, k)}
