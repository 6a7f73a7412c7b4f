"""Where something was whose own clauses name no place: where `dort` or `wo` points, beside them, or in the story."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.claims.draft import Draft, place_of
from core.claims.lexicon import role_words
from core.claims.places import ClaimPlace, named_in
from core.claims.scene import Scene
from core.claims.triggers import has
from core.german.compounds import head_in


class _Told(NamedTuple):
    """A claim with its place: of which type it is, and in which sentence it stands."""

    type: str
    place: ClaimPlace
    at: int


def with_places(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, ClaimPlace | None]]:
    """The drafts of a document, in the order of the text, each with its place."""
    last: _Told | None = None
    for draft in drafts:
        place = place_of(draft) or _pointed_at(draft) or _beside(draft) or _going_on(draft, last)
        yield draft, place
        if place is not None and place.at not in draft.scene.dateline:
            last = _Told(draft.trigger.type, place, draft.scene.index)


def _pointed_at(draft: Draft) -> ClaimPlace | None:
    """The place that `dort` or `wo` in a claim's clause stands for: the last before it, or that of the sentence before.

    Behind a noun it says where that is, and not where it happened: `wegen der Lage dort`.
    """
    scene, home = draft.scene, draft.scene.home_of(draft.trigger.at)
    if home is None or has(draft.trigger, "spoken"):
        return None
    words = scene.words
    pointing = (i for i in home.tokens if words[i].text.lower() in role_words().there)
    word = next((i for i in pointing if i == home.tokens[0] or words[i - 1].tag != "NN"), None)
    if word is None:
        return None
    before = [place for place in named_in(scene) if place.at < word]
    return before[-1] if before else _only(named_in(Scene(scene.analysis, scene.index - 1)) if scene.index else [])


def _only(places: Sequence[ClaimPlace]) -> ClaimPlace | None:
    """The place where there is one."""
    return places[0] if len({place.name for place in places}) == 1 else None


def _is_bodily(draft: Draft) -> bool:
    """Whether a claim is of what happens at one spot, such as an accident, and its clause names none by a noun.

    A noun is `in der Hauptstadt`, which is another than that named beside it.
    """
    scene, home = draft.scene, draft.scene.home_of(draft.trigger.at)
    if draft.trigger.type not in role_words().bodily or draft.trigger.evidence == "noun" or home is None:
        return False
    row = scene.phrases[scene.clauses.index(home)]
    somewhere = (scene.words[phrase.head] for phrase in row if phrase.preposition in role_words().where)
    return not any(head_in(word.text, role_words().lands) is not None for word in somewhere)


def _beside(draft: Draft) -> ClaimPlace | None:
    """The only place that the sentence names before what happens at a spot."""
    if not _is_bodily(draft):
        return None
    return _only([place for place in named_in(draft.scene) if place.at < draft.trigger.at])


def _going_on(draft: Draft, last: _Told | None) -> ClaimPlace | None:
    """The place of the claim before, of the same type, where the next sentence goes on with it and names no other."""
    if last is None or last.type != draft.trigger.type or not _is_bodily(draft):
        return None
    near = 0 <= draft.scene.index - last.at <= 1
    return last.place if near and not draft.scene.places else None
