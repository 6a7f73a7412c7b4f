"""A claim told by its own words as they stand, by its sentence, or by the part of a line above a report."""

from collections.abc import Sequence
from itertools import pairwise

from core.claims import triggers
from core.claims.gists.anaphora import is_anaphoric, points_back
from core.claims.gists.breaks import clause_breaks
from core.claims.gists.dependence import is_conditional
from core.claims.gists.fitting import is_closed
from core.claims.gists.omissions import behind_conjunction
from core.claims.gists.readability import BREAKS
from core.claims.gists.realisation import text
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.tags import NON_FINITE, without_signs
from core.model import Rest

_LAST_ABOVE = 2
"""The last sentence that can be one of the lines above a report, by number."""


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


def heading_rests(scene: Scene, trigger: Trigger) -> tuple[Rest, ...]:
    """What a line above a report tells of an event between its dashes: `Lenker festgenommen | – Trauer in Oslo`.

    No part of such a line has a finite verb; what was done stands last in its part.
    """
    cuts = [-1, *(i for i, word in enumerate(scene.words) if word.text in BREAKS), len(scene.words)]
    begin, end = next((a + 1, b) for a, b in pairwise(cuts) if b > trigger.at)
    part = without_signs(range(begin, end), scene.words)
    last = scene.words[part[-1]].tag
    done = last in NON_FINITE if trigger.evidence != "noun" else last not in NON_FINITE
    above = scene.index <= _LAST_ABOVE and not scene.dateline and scene.finite_of(range(len(scene.words))) is None
    named = trigger.evidence == "noun" and any(scene.words[i].text == ":" for i in range(begin, end))
    begins = scene.words[part[0]].text[0].isupper() or scene.words[part[0]].tag == "CARD"
    if not above or not done or named or not begins or points_back(scene, part):
        return ()
    said = text(scene, part)
    return (Rest(said, "sentence"),) if words().telling <= len(said) <= words().longest and is_closed(said) else ()


def _is_main(scene: Scene, stretch: Sequence[int]) -> bool:
    """Whether some words begin with a main clause, whose verb stands neither first nor last, and end where it does.

    `könne der Einsatz …` stands behind something, `zwischen dem 24.` before something.
    """
    first, last = stretch[0], scene.words[stretch[-1]]
    home = scene.home_of(first)
    opens = home is not None and home.kind == "main" and home.tokens[0] in {first, first - 1}
    finite = scene.finite_of(stretch)
    verb_inside = finite not in {None, first, stretch[-1]} and scene.words[(finite or 1) - 1].tag != "KON"
    return opens and verb_inside and scene.words[first].tag != "KON" and not last.text[0].isdigit()
