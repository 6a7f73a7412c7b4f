"""Mentions that only say who a person is: in titles and offices, behind a name, as whose somebody is."""

from collections.abc import Collection, Iterator, Sequence

from core.claims.lexicon import names_doer
from core.claims.participants.parts import Part
from core.claims.scene import Scene
from core.model import Token

_LONGEST_TITLE = 8  # tokens from a mention to the name of the person whose title it is in
_LONGEST_ORIGIN = 4  # tokens from a person's name to that of where the person comes from


def describing(scene: Scene, parts: Collection[Part]) -> Iterator[Part]:
    """Those of some parts that only say who a person is: `Japans Minister X`, `X von der Firma Y`, `X, Chef der Y, …`.

    The person is another of these parts.
    """
    persons = [part for part in parts if scene.analysis.kinds.get(part.mention.actor_id) == "person"]
    for part in parts:
        described = _owns_in_front if part in persons else _describes
        if (part.mention.start, part.mention.end) in scene.analysis.attributive or any(
            described(scene, part, person) for person in persons if person is not part
        ):
            yield part


def _owns_in_front(scene: Scene, part: Part, person: Part) -> bool:
    """Whether a person is named only for whose another one is: `Merkels Sprecher Bo Lund`."""
    between = scene.words[part.at : person.at]
    owner = [word for word in between if word.end <= part.mention.end]
    return (
        bool(owner)
        and owner[-1].text.endswith("s")
        and len(between) > len(owner)
        and all(word.tag in {"NN", "ADJA", "NNA"} or "-" in word.text for word in between[len(owner) :])
    )


def _describes(scene: Scene, part: Part, person: Part) -> bool:
    """Whether a mention is in the title or office of a person, or says behind the name where the person is from."""
    words = scene.words
    if part.at < person.at or part.mention.end <= person.mention.start:
        return _is_in_title(words[part.at : person.at]) or _is_office_in_front(scene, part, person)
    end = _last_token(scene, person)
    if part.at == end + 1:
        return False
    after = words[end + 1]
    if after.text in {"von", "vom", "aus"} and part.at <= end + _LONGEST_ORIGIN:
        return not any(word.tag in {"$,", "KON"} or word.tag[0] == "V" for word in words[end + 1 : part.at])
    if after.text == "," and end + 2 < len(words) and words[end + 2].tag in {"ART", "ADJA", "NN", "PPOSAT", "ADV"}:
        commas = [i for i in range(end + 2, part.at) if words[i].text == ","]
        listed = all(words[i - 1].tag == "NE" and words[i + 1].tag == "NE" for i in commas)
        return listed and not any(word.tag[0] == "V" for word in words[end + 2 : part.at])
    return False


def _last_token(scene: Scene, part: Part) -> int:
    """The last token of a mention."""
    tokens = range(part.at, len(scene.words))
    return next((i for i in tokens if scene.words[i].end >= part.mention.end), part.at)


def _is_office_in_front(scene: Scene, part: Part, person: Part) -> bool:
    """Whether an office is named with a name behind it and a comma: `der Chef des Rates (RX), Bo Lund, …`."""
    words = scene.words
    if _begins_title(scene, part, person):
        return True
    between = [word.text for word in words[_last_token(scene, part) + 1 : person.at]]
    if between[:1] == ["("] and ")" in between:
        between = between[between.index(")") + 1 :]
    if between == [")", ","] and words[part.at - 1].text == "(":
        return True  # the short form of the body in front of it
    title = words[max(0, part.at - _LONGEST_TITLE) : part.at]
    begin = next((k for k in range(len(title), 0, -1) if title[k - 1].tag[0] in "V$"), 0)
    return between == [","] and any(word.tag == "NN" and names_doer(word) for word in title[begin:])


def _begins_title(scene: Scene, part: Part, person: Part) -> bool:
    """Whether a mention opens a title with the name behind a comma: `der UN-Beauftragte für Muster, Bo Lund`."""
    title, *between = scene.words[part.at : person.at]
    if part.mention.end >= title.end or not names_doer(title) or not between or between[-1].text != ",":
        return False
    return all(word.tag[0] not in "V$" and word.text != "und" for word in between[:-1])


def _is_in_title(between: Sequence[Token]) -> bool:
    """Whether the words from a mention to a person's name are the person's title, which the mention is a part of."""
    if len(between) == 1 and "-" in between[0].text:
        return True  # `IHS-Mann Lund`
    return (
        len(between) <= _LONGEST_TITLE
        and all(
            word.tag in {"NN", "NE", "ADJA", "NNA", "FM", "TRUNC"} or word.text.lower() in {"des", "der", "für", "und"}
            for word in between[1:]
        )
        and any(word.tag in {"NN", "NNA"} for word in between)
        and not _joined(between)
    )


def _joined(between: Sequence[Token]) -> bool:
    """Whether `und` stands right before the name, or right after the mention: then the two are different actors."""
    words = [word.text for word in between]
    return (len(words) > 1 and words[-1] in {"und", ","}) or words[1:2] == ["und"]
