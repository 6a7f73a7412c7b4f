"""Where something was whose own clauses name no place: where `dort` or `wo` points, beside them, or in the story.

A story goes on at its spot, as it goes on on its day (`core/claims/story.py`): within two sentences, in the text's own
words, until another place or another day is named. What stands above a report is where the report has it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.claims.draft import Draft, place_of
from core.claims.lexicon import role_words, venues
from core.claims.places import ClaimPlace, is_joined, named_in, pointed_at
from core.claims.scene import Scene
from core.claims.triggers import has, of_verb
from core.german.compounds import head_in
from core.model import HEADINGS


class _Told(NamedTuple):
    """The place of what happened at one spot, and the sentences that name it and go on there last."""

    place: ClaimPlace
    begun: int
    at: int


def with_places(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, ClaimPlace | None]]:
    """The drafts of a document, in the order of the text, each with its place."""
    placed = list(_placed(drafts))
    for draft, place in placed:
        yield draft, place or _headed(draft, placed)


def _placed(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, ClaimPlace | None]]:
    last: _Told | None = None
    for draft in drafts:
        named = place_of(draft) or _pointed_at(draft) or _beside(draft)
        place = named or _going_on(draft, last)
        yield draft, place
        if place is not None and _is_spot(draft):
            at = draft.scene.index
            last = _Told(place, last.begun if last is not None and named is None else at, at)


_LEAD = 3
"""Sentences below a headline in which the text tells again, with its place, what the headline says."""


def _headed(draft: Draft, placed: Sequence[tuple[Draft, ClaimPlace | None]]) -> ClaimPlace | None:
    """The place of a headline or of what stands above the dateline: that of the first claim below of the same type."""
    lead = _lead_below(draft.scene) if _is_spot(draft) and _is_open(draft) else None
    if lead is None:
        return None
    below = ((other, place) for other, place in placed if other.scene.index >= lead)
    return next((place for other, place in below if other.trigger.type == draft.trigger.type), None)


def _lead_below(scene: Scene) -> int | None:
    """The sentence in which the text begins below a heading; None where a sentence stands in no heading."""
    sentences = scene.analysis.sentences
    near = range(scene.index + 1, min(scene.index + 1 + _LEAD, len(sentences)))
    if scene.sentence.kind in HEADINGS:
        return next((i for i in near if sentences[i].kind == "body"), None)
    return next((i for i in near if Scene(scene.analysis, i).dateline), None)


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
    found = pointed_at(scene, word) if word is not None else None
    return found[1] if found is not None else None


def _only(places: Sequence[ClaimPlace]) -> ClaimPlace | None:
    """The place where there is one."""
    return places[0] if len({place.name for place in places}) == 1 else None


def _is_spot(draft: Draft) -> bool:
    """Whether a claim is of what happens at one spot, such as an accident."""
    return draft.trigger.type in role_words().bodily


def _follows(draft: Draft) -> bool:
    """Whether a claim may be of what happens where something else has just happened: an attack, or who is arrested."""
    return _is_spot(draft) or draft.trigger.type in role_words().aftermath


def _is_open(draft: Draft) -> bool:
    """Whether a claim's clause leaves it open where something happened.

    It names no place by a noun (`in der Hauptstadt`, which is another than that named beside it), tells of no time that
    has gone on (`seit Oktober`), nor of what is the case everywhere.
    """
    scene, home = draft.scene, draft.scene.home_of(draft.trigger.at)
    if draft.trigger.evidence == "noun" or home is None:
        return False
    row = scene.phrases[scene.clauses.index(home)]
    somewhere = (scene.words[phrase.head] for phrase in row if phrase.preposition)
    words = {scene.words[i].text.lower() for i in home.tokens}
    everywhere = venues().everywhere | {"seit"}
    lasting = not scene.durations.isdisjoint(home.tokens) or not everywhere.isdisjoint(words)
    return not lasting and not any(head_in(word.text, role_words().lands) is not None for word in somewhere)


def _beside(draft: Draft) -> ClaimPlace | None:
    """The only place that the sentence names before what happens at a spot, or in a clause that tells when it did."""
    if not _is_spot(draft) or not _is_open(draft):
        return None
    scene = draft.scene
    when = {i for clause in scene.clauses if clause.opener in _WHEN for i in clause.tokens}
    return _only([place for place in _told_in(scene) if place.at < draft.trigger.at or place.at in when])


_WHEN = frozenset({"als", "nachdem", "wobei"})


def _told_in(scene: Scene) -> list[ClaimPlace]:
    """The places that a sentence says something to be in, but for where somebody says so; of joined ones the first."""
    said = _said(scene)
    return [place for place in named_in(scene) if place.at not in said and not is_joined(scene, place.at)]


def _said(scene: Scene) -> frozenset[int]:
    """The tokens that only tell who says something where; what stands in front says where the text is."""
    found: set[int] = set()
    for k, clause in enumerate(scene.clauses):
        trigger, verb = of_verb(scene, k), scene.finite(k)
        if trigger is not None and has(trigger, "spoken") and verb is not None:
            found.update(i for i in clause.tokens if clause.kind != "main" or i > verb)
    return frozenset(found)


_REACH = 2
"""Sentences after the last one of what happened at a spot, beyond which the text has to say again where it is."""


def _going_on(draft: Draft, last: _Told | None) -> ClaimPlace | None:
    """The place of what happened before at a spot, where the text goes on with it and names no other place."""
    if last is None or not _follows(draft) or not _is_open(draft):
        return None
    scene = draft.scene
    near = scene.index - last.at
    if near == 0:
        home = scene.home_of(draft.trigger.at)
        joined = home is not None and home.shares is not None
        return last.place if (joined or _is_spot(draft)) and draft.tokens.isdisjoint(scene.places) else None
    between = range(last.at + 1, draft.scene.index + 1)
    if near > _REACH or not all(_only_names(Scene(scene.analysis, i), last.place) for i in between):
        return None
    return last.place if _is_same(draft, last) else None


def _only_names(scene: Scene, place: ClaimPlace) -> bool:
    """Whether a sentence names no place but one, and where somebody speaks."""
    said = _said(scene)
    return all(other.name == place.name for i, row in scene.places.items() if i not in said for other in row)


def _is_same(draft: Draft, last: _Told) -> bool:
    """Whether a claim goes on with what was told before: in the text's own words, on the same day, against no other."""
    scene = draft.scene
    if "in_quotation" in draft.doubts or draft.status not in {"occurred", "ongoing"} or scene.sentence.kind != "body":
        return False
    before, since = (
        frozenset().union(*(_days_in(Scene(scene.analysis, i)) for i in row))
        for row in (range(max(0, last.begun - 1), last.at + 1), range(last.at + 1, scene.index + 1))
    )
    bodies = (part for part in draft.parts if scene.analysis.kinds[part.mention.actor_id] in {"state", "organisation"})
    aimed = any(part.role == "target" for part in bodies)
    return not aimed and (since <= before or not before)


def _days_in(scene: Scene) -> frozenset[str]:
    """The days that a sentence names, by their words."""
    text = scene.analysis.document.text
    return frozenset(text[time.start : time.end].lower() for time in scene.days)
