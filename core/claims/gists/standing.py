"""Whether what is told of a claim can be understood away from its text."""

import re
from collections.abc import Sequence
from functools import lru_cache

from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.german.compounds import head_in

_WORD = re.compile(r"\w+(?:-\w+)*|,")
_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des", "im", "am", "zum", "zur", "beim", "vom", "ins", "ans"})
_FURTHEST = 3
"""Words from an article to its noun: up to two adjectives stand between."""


def is_open(scene: Scene, said: str) -> bool:
    """Whether some words that tell of a claim mean something that only the text before them says.

    Those are `dies`, `davon`, `hier`, and a noun with `der` that there are many of: `die Halle`, but not `die Halle in
    Oslo`.

    Args:
        scene: the claim's sentence.
        said: words of it, in whatever order, and names.
    """
    told = _WORD.findall(said)
    aligned = _aligned(scene, told)
    return any(_points(scene, told, aligned, k) or _is_one_of_many(scene, told, aligned, k) for k in range(len(told)))


def _aligned(scene: Scene, told: Sequence[str]) -> list[int | None]:
    """For each word the token of the sentence that it is, the one behind that of the word before it if there is one."""
    places: dict[str, list[int]] = {}
    for i, word in enumerate(scene.words):
        places.setdefault(word.text.lower(), []).append(i)
    found: list[int | None] = []
    before = -1
    for one in told:
        every = places.get(one.lower(), ())
        at = min(every, key=lambda i: (i != before + 1, i < before, i), default=None) if every else None
        before = before if at is None else at
        found.append(at)
    return found


def _points(scene: Scene, told: Sequence[str], aligned: Sequence[int | None], k: int) -> bool:
    """Whether a word points to what was said before: not where a clause behind it says what: `davon, dass …`."""
    word, at = told[k].lower(), aligned[k]
    tag = "" if at is None else scene.words[at].tag
    behind = told[k + 1].lower() if k + 1 < len(told) else ""
    if word in words().pointing_there or (word in words().open_determiners and behind != "woche"):
        return True
    if word == "es":
        return behind in words().about_it
    if tag == "PDS" and behind not in {"heißt", ","}:
        return True
    return tag == "PROAV" and "," not in told[k + 1 :]


def _is_one_of_many(scene: Scene, told: Sequence[str], aligned: Sequence[int | None], k: int) -> bool:
    """Whether nothing says which one the noun behind a definite article is, though there are many."""
    if told[k].lower() not in _DEFINITE:
        return False
    noun = next((n for n in range(k + 1, min(k + 1 + _FURTHEST, len(told))) if told[n][0].isupper()), None)
    if noun is None or any(told[n] == "," for n in range(k, noun)):
        return False
    at = aligned[noun]
    if at is None or scene.words[at].tag != "NN" or at in scene.time_tokens or at in _named(scene):
        return False
    behind = told[noun + 1] if noun + 1 < len(told) else ""
    described = behind[:1].isupper() or behind.lower() in words().describing
    return not described and head_in(scene.words[at].lemma, words().known_nouns) is None


@lru_cache(maxsize=8)  # asked for each noun of each way to tell a claim
def _named(scene: Scene) -> frozenset[int]:
    """The tokens of a sentence that have a part in the name of somebody or of a place: `NATO-Stab`, too."""
    named = [one for rows in (scene.mentions, scene.places) for row in rows.values() for one in row]
    return frozenset(
        i for i, word in enumerate(scene.words) if any(one.start < word.end and word.start < one.end for one in named)
    )
