"""A claim told by its own words as they stand, or by its sentence."""

from collections.abc import Sequence

from core.claims import triggers
from core.claims.gists.anaphora import is_anaphoric
from core.claims.gists.breaks import clause_breaks
from core.claims.gists.dependence import is_conditional
from core.claims.gists.omissions import behind_conjunction
from core.claims.gists.realisation import text
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.tags import without_signs
from core.model import Rest


def sentence_rests(scene: Scene, trigger: Trigger, tokens: frozenset[int]) -> tuple[Rest, ...]:
    """The claim's own words, where they are a main clause, or else its sentence, where most of it is the claim.

    Only what can be read by itself; nothing of a question. What is too long ends behind a clause, with dots. Where
    somebody speaks, the sentence alone: in the claim may be no more than that.
    """
    every = [i for i in without_signs(range(len(scene.words)), scene.words) if i not in scene.dateline]
    every = behind_conjunction(scene, every)
    own = [i for i in every if min(tokens) <= i <= max(tokens)]
    if not own or scene.words[-1].text == "?" or (scene.words[own[0]].tag == "PPOSAT" and own[0] in scene.mentions):
        return ()  # a question, or `Ihre Regierung …`, which has a name
    speaks = triggers.has(trigger, "spoken") and trigger.evidence != "speech"
    mostly = len(tokens.intersection(every)) >= words().most * len(every)
    stretch = own if not speaks and _is_main(scene, own) else every if mostly else []
    if not stretch or scene.finite_of(stretch) is None or is_conditional(scene, stretch):
        return ()
    ends = () if speaks else (end for end in clause_breaks(scene, stretch) if end > trigger.at)
    stretches = ((stretch, ""), *(([i for i in stretch if i < end], " …") for end in ends))
    return tuple(
        Rest(said, "sentence")
        for part, dots in stretches
        if not any(is_anaphoric(scene.words[i]) for i in part)
        and words().telling <= len(said := text(scene, part) + dots) <= words().longest
    )


def _is_main(scene: Scene, stretch: Sequence[int]) -> bool:
    """Whether some words begin with a main clause, whose verb stands neither first nor last, and end where it does.

    `könne der Einsatz …` stands behind something, `zwischen dem 24.` before something.
    """
    first, last = stretch[0], scene.words[stretch[-1]]
    home = scene.home_of(first)
    opens = home is not None and home.kind == "main" and home.tokens[0] in {first, first - 1}
    verb_inside = scene.finite_of(stretch) not in {None, first, stretch[-1]}
    return opens and verb_inside and scene.words[first].tag != "KON" and not last.text[0].isdigit()
