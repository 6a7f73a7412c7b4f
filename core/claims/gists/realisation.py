"""How words of a sentence are put together as text: as they stand, or side by side though others stood between."""

from collections.abc import Iterable, Sequence, Set

from core.claims.gists.anaphora import name_meant, place_meant
from core.claims.scene import CLOSING_QUOTES, OPENING_QUOTES, Scene
from core.german.tags import NOUNS, is_sign

QUOTES = OPENING_QUOTES | CLOSING_QUOTES | {'"', "‚", "‘"}


def text(scene: Scene, tokens: Iterable[int]) -> str:
    """The stretch from the first to the last word; signs at both ends and half brackets and quotations left out.

    In place of `dort` stands the place that is meant.
    """
    order = [i for i in tokens if not is_sign(scene.words[i]) or scene.words[i].text in {*QUOTES, "(", ")", "%"}]
    bracket = next((k for k, i in enumerate(order) if scene.words[i].text in "()"), None)
    if bracket is not None and scene.words[order[bracket]].text == ")":
        order = order[bracket + 1 :]
    while order and scene.words[order[0]].text in CLOSING_QUOTES:
        order.pop(0)
    if not order:
        return ""
    stretch = _stretch(scene, order[0], order[-1])
    opened, shut = (sum(sign in marks for sign in stretch) for marks in (OPENING_QUOTES, CLOSING_QUOTES))
    return " ".join((stretch if opened == shut else stretch.strip("".join(QUOTES))).split())


def _stretch(scene: Scene, first: int, last: int) -> str:
    """The text from one word to another, with the place in place of a word for it that they do not name."""
    said, begin = scene.analysis.document.text, scene.words[first].start
    parts: list[str] = []
    for i in range(first, last + 1):
        place = place_meant(scene, i)
        if place is not None and (place[0] is None or not first <= place[0] <= last):
            parts += [said[begin : scene.words[i].start], place[1]]
            begin = scene.words[i].end
    return "".join((*parts, said[begin : scene.words[last].end]))


def joined(scene: Scene, tokens: Sequence[int], before_dots: Set[int] = frozenset(), *, naming: bool = True) -> str:
    """The words in their order, those that stand side by side as they stand; small where a sentence began with them.

    Behind some of them stand dots; in place of a pronoun stands the name that the text has for who is meant, if
    `naming` is wanted.
    """
    runs: list[list[int]] = []
    for i in tokens:
        around = (i, *(runs[-1][-1:] if runs else ()))
        named = naming and any(name_meant(scene, k) is not None for k in around)
        touches = runs and runs[-1][-1] < i and are_adjacent(scene, runs[-1][-1], i) and not named
        if touches and runs[-1][-1] not in before_dots:
            runs[-1].append(i)
        else:
            runs.append([i])
    parts = ((_small(scene, run, naming=naming), "…" if run[-1] in before_dots else "") for run in runs)
    return " ".join(word for part in parts for word in part if word)


def are_adjacent(scene: Scene, before: int, behind: int) -> bool:
    """Whether nothing but signs stands between two words, and no bracket."""
    between = [scene.words[i] for i in range(before + 1, behind)]
    return all(is_sign(word) and word.text not in {"(", ")", *QUOTES} for word in between)


def _small(scene: Scene, run: Sequence[int], *, naming: bool) -> str:
    """Words as they stand, but for the capital letter that a sentence or its report began with."""
    if naming and (name := name_meant(scene, run[0])) is not None:
        return name
    stretch = text(scene, run)
    proper = scene.words[run[0]].tag in NOUNS or run[0] in scene.mentions
    return stretch if proper else stretch[:1].lower() + stretch[1:]
