"""Words that mean nothing away from their sentence, such as pronouns, and whose name can stand for one."""

from collections.abc import Iterable

from core.claims.gists.vocabulary import words
from core.claims.lexicon import role_words
from core.claims.places import before_place, pointed_at
from core.claims.scene import Scene
from core.german.cases import GENITIVE_OF_NAMES
from core.german.tags import NOUNS
from core.model import Token

_UNCLEAR = frozenset({"PPER", "PDS", "PIS", "PRELS", "PRELAT", "PWS", "PWAT", "PWAV"})
"""Tags of words that mean nothing away from their sentence."""


def is_anaphoric(word: Token) -> bool:
    """Whether a word means nothing away from its sentence: `er`, `dies`, `beide`; `viele` does."""
    return word.tag in _UNCLEAR and word.text.lower() not in words().clear


def is_unresolved(scene: Scene, i: int) -> bool:
    """Whether a word means nothing away from its sentence, nor has a name there."""
    behind = scene.words[i + 1].tag if i + 1 < len(scene.words) else ""
    determines = scene.words[i].tag == "PIS" and behind in NOUNS | {"ADJA"}  # `beide Seiten`
    unclear = is_anaphoric(scene.words[i]) and name_meant(scene, i) is None
    return unclear and not determines and not is_partitive(scene, i)


def is_partitive(scene: Scene, i: int) -> bool:
    """Whether an indefinite pronoun tells of whom it is one: `eines der Themen`, `viele von ihnen`."""
    behind = scene.words[i + 1] if i + 1 < len(scene.words) else None
    return scene.words[i].tag == "PIS" and behind is not None and behind.text.lower() in {"der", "von"}


def name_meant(scene: Scene, i: int) -> str | None:
    """The first name in full that the text has for whom a personal pronoun means: `gegen ihn`; names have no cases."""
    if scene.words[i].tag == "PRELS":
        return _person_before(scene, i)
    meant = {m.actor_id for m in scene.mentions.get(i, ()) if m.kind == "pronoun"}
    if scene.words[i].tag != "PPER" or len(meant) != 1:
        return None
    names = [m.text for m in scene.analysis.mentions if m.actor_id in meant and m.kind == "name"]
    return next((name for name in names if not name.endswith(GENITIVE_OF_NAMES)), None)


def _person_before(scene: Scene, i: int) -> str | None:
    """The bare name of a person right before a relative pronoun that stands for it: `Bo Lund, dem …`."""
    home, kinds = scene.home_of(i), scene.analysis.kinds
    if home is None or home.kind != "relative" or i < 2 or scene.words[i - 1].text != ",":
        return None
    named = (m for row in scene.mentions.values() for m in row if m.kind == "name" and m.end == scene.words[i - 2].end)
    name = next((m.text for m in named if kinds[m.actor_id] == "person"), None)
    return None if name is None or name.endswith(GENITIVE_OF_NAMES) else name


def place_meant(scene: Scene, i: int) -> tuple[int | None, str] | None:
    """The place that `dort` stands for, with its preposition as the text has it: `auf Sylt`.

    With it goes the token that it begins in, None where that is of another sentence; None altogether where a word
    stands for no place, or it is not known for which.
    """
    opens = i + 2 < len(scene.words) and scene.words[i + 2].tag == "PWAV"  # `dort, wo …`
    if opens or scene.words[i].tag != "ADV" or scene.words[i].text.lower() not in role_words().there:
        return None
    found = pointed_at(scene, i)
    begin = before_place(found[0], found[1].at) if found is not None else None
    if found is None or begin is None:
        return None
    where, place = found
    end = next(one.end for one in where.places[place.at] if one.name == place.name)
    said = " ".join(scene.analysis.document.text[where.words[begin].start : end].split())
    return place.at if where is scene else None, f"{said[0].lower()}{said[1:]}"


def points_back(scene: Scene, tokens: Iterable[int]) -> bool:
    """Whether one of some words means nothing away from its sentence, be it only whose something is: `ihr Streit`."""
    return any(is_anaphoric(scene.words[i]) or scene.words[i].tag == "PPOSAT" for i in tokens)


def is_first_person(scene: Scene, tokens: Iterable[int]) -> bool:
    """Whether one of some words stands for whoever speaks: `ich`, `uns`."""
    return any(scene.words[i].text.lower() in words().own for i in tokens)
