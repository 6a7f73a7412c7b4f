"""An event told by the noun that names it."""

import re
from collections.abc import Set

from core.claims.gists.anaphora import points_back
from core.claims.gists.fitting import is_closed
from core.claims.gists.nominative import noun_by_itself
from core.claims.gists.realisation import text
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.phrases import whole
from core.model import Rest

_YEAR = re.compile(r"(?:19|20)\d\d")


def nominal_rests(scene: Scene, trigger: Trigger, taking_part: Set[str]) -> tuple[Rest, ...]:
    """The noun that names an event, with what belongs to it behind it: `Nationalratswahl 2013`, `Streit um den Bau`.

    A noun by itself tells enough only where nobody else does, and it is a compound.
    """
    at = scene.clause_of(trigger.at, range(len(scene.clauses)))
    phrases = scene.phrases[at]
    k = next((k for k, phrase in enumerate(phrases) if phrase.head == trigger.at), None)
    if trigger.evidence != "noun" or k is None:
        return ()
    form = noun_by_itself(scene, phrases[k])
    behind = [i for i in whole(phrases, k) if i > trigger.at]
    end = behind[-1] if behind else trigger.at
    if not behind and _YEAR.fullmatch(scene.words[min(end + 1, len(scene.words) - 1)].text):
        behind.append(end + 1)
    elif k + 1 < len(phrases) and phrases[k + 1].preposition in words().completing:
        following = list(whole(phrases, k + 1))
        behind += [end + 1, *following] if following[0] == end + 2 else []
    if form is None or points_back(scene, behind) or (not behind and (taking_part or len(form) < words().compound)):
        return ()
    said = f"{form} {text(scene, behind)}" if behind else form
    return (Rest(said, "name"),) if len(said) <= words().longest and is_closed(said) else ()
