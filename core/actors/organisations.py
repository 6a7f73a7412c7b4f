"""Organisations that no list knows: by head noun, legal form, descriptor and the abbreviation in brackets."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from core.actors import authorities, societies
from core.actors.demonyms import demonym
from core.actors.knowledge import Knowledge
from core.actors.names import given
from core.actors.schema import GrammaticalGender
from core.actors.words import fold, without_genitive
from core.german.tags import NAMES
from core.model import ActorKind, Sentence, Token


class OrganisationName(NamedTuple):
    """A name of an organisation in the nominative; `short` is the abbreviation that the text introduces with it."""

    start: int
    end: int
    first: int
    last: int
    name: str
    kind: ActorKind
    short: str | None


class _Found(NamedTuple):
    first: int
    end: int
    kind: ActorKind
    gender: GrammaticalGender | None = None


_LONGEST = 6
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,3}[A-ZÄÖÜ]\d?")
_NOMINATIVE: Mapping[GrammaticalGender, str] = {"f": "e", "m": "er", "n": "es"}


def organisations(sentence: Sentence, taken: list[bool], knowledge: Knowledge) -> list[OrganisationName]:
    """The organisations named in a sentence. `taken` marks the tokens of other actors; theirs are marked as well."""
    tokens = sentence.tokens
    names = []
    i = 0
    while i < len(tokens):
        if named := _branch(tokens, i, knowledge) or _authority(tokens, i, knowledge):
            names.append(named)
            taken[i : i + 2] = [True, True]
            i += 2
            continue
        read = None if taken[i] or not _is_capital(tokens[i]) else _at(tokens, i, taken, knowledge)
        if read is None or _names_a_known_one(read, taken):
            i = i + 1 if read is None else read.end
            continue
        short, after = _abbreviation(tokens, read.end)
        first, last = tokens[read.first], tokens[read.end - 1]
        name = _nominative(tokens[read.first : read.end], read.gender, knowledge)
        names.append(OrganisationName(first.start, last.end, read.first, read.end - 1, name, read.kind, short))
        taken[read.first : after] = [True] * (after - read.first)
        i = after
    return names


def _branch(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> OrganisationName | None:
    """A party's branch in a region or city: `SPÖ Tirol`, and `die Tiroler SPÖ`, which is named the same way."""
    if i + 1 >= len(tokens):
        return None
    one, other = tokens[i], tokens[i + 1]
    if _is_party(one.text, knowledge) and (place := _place(other.text, knowledge)):
        name = f"{one.text} {place}"
    elif _is_party(other.text, knowledge) and (place := _of_place(one.text, knowledge)):
        name = f"{other.text} {place}"
    else:
        return None
    return OrganisationName(one.start, other.end, i, i + 1, name, "organisation", None)


def _authority(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> OrganisationName | None:
    """A city or a region that acts: `die Stadt Salzburg`, `das Land Tirol`."""
    if i + 1 >= len(tokens):
        return None
    one, other = tokens[i], tokens[i + 1]
    if one.text not in knowledge.patterns.organisation_words.of_places or not authorities.acts(tokens, i):
        return None
    place = _place(other.text, knowledge)
    name = f"{one.text} {place}"
    return OrganisationName(one.start, other.end, i, i + 1, name, "organisation", None) if place else None


def _is_party(word: str, knowledge: Knowledge) -> bool:
    """Whether a word is a party's abbreviation; other names of parties are nouns as well (`Demokraten Hamburg`)."""
    if sum(map(str.isupper, word)) < _FEWEST_CAPITALS:
        return False
    ids = knowledge.names.bearers(word, "name", "alias")
    return any(knowledge.actors[actor_id].group == "party" for actor_id in ids)


_FEWEST_CAPITALS = 2


def _place(word: str, knowledge: Knowledge) -> str | None:
    """The place that a word names, in the genitive too."""
    return next((form for form in (word, without_genitive(word)) if knowledge.names.is_place(form)), None)


def _of_place(adjective: str, knowledge: Knowledge) -> str | None:
    """The place of an adjective (`Tiroler`, `Innsbrucker`, `steirische`); those of states name no branch."""
    known = knowledge.actors.get(demonym(adjective, knowledge) or "")
    if known is not None:
        return known.name if known.kind == "place" else None
    base = adjective.removesuffix("er")
    if base == adjective or not adjective[0].isupper():
        return None
    return next((form for form in (base, base + "en", base + "e") if knowledge.names.is_place(form)), None)


def is_longer(tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge) -> bool:
    """Whether a known name only begins that of another company (`Coca-Cola Erfrischungsgetränke AG`)."""
    if tokens[first].tag not in NAMES:
        return False
    j = last + 1
    while j < len(tokens) and j - first < _LONGEST and _in_run(tokens[j], begins=False):
        if j > last + 1 and tokens[j].text in knowledge.patterns.legal_forms:
            return True
        j += 1
    return False


def _names_a_known_one(read: _Found, taken: Sequence[bool]) -> bool:
    """Whether the words only describe a known name beside them (`die Vereinte Dienstleistungsgewerkschaft Ver.di`)."""
    return read.gender is not None and any(taken[read.end : read.end + 2])


def _at(tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge) -> _Found | None:
    """The organisation whose name begins at token `i`, or right after its descriptor there."""
    words = knowledge.patterns.organisation_words
    text = tokens[i].text
    if abbreviated := _abbreviated(tokens, i, taken, knowledge):
        return abbreviated
    if (end := societies.end_of(tokens, i, taken, words)) is not None:
        return _Found(i, end, "organisation")
    if kind := _described(tokens, i, knowledge):
        end = _run(tokens, i + 1, taken, words.joining)
        if end > i + 1 and (tokens[i + 1].tag in NAMES or _ABBREVIATION.fullmatch(tokens[i + 1].text)):
            return _Found(i + 1, end, kind)
        return _quoted(tokens, i + 1, taken, kind) or _introduced(tokens, i, taken, knowledge)
    if kind := _kind(text, words.first) or _kind(_undeclined(text), words.first) or _with_place(tokens, i, knowledge):
        if i + 1 < len(tokens) and _place(tokens[i + 1].text, knowledge):
            return _Found(i, i + 2, kind)
        end = _named_after(tokens, i, _run(tokens, i, taken, words.joining))
        return _Found(i, end, kind) if end > i + 1 else None
    if tokens[i].tag in NAMES:
        end = _run(tokens, i, taken, words.joining)
        for last in range(end - 1, i, -1):
            if " ".join(token.text for token in tokens[i : last + 1]) in words.common:
                return None
            if kind := _kind(tokens[last].text, words.last):
                return _Found(i, end if last + 1 < end and _joins(tokens, last + 1, words.joining) else last + 1, kind)
    head = i + (tokens[i].tag == "ADJA")
    return (
        _introduced(tokens, head, taken, knowledge)
        or _with_field(tokens, i, taken, knowledge)
        or _by_head(tokens, i, taken, knowledge)
    )


def _with_place(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> ActorKind | None:
    """The kind of a body whose noun only a place behind it makes a name: `das Handelsgericht Graz`; None for others."""
    noun = _undeclined(tokens[i].text).lower()
    endings = knowledge.patterns.organisation_words.with_place
    named = tokens[i].tag == "NN" and noun.endswith(endings) and noun not in endings
    return "organisation" if named and i + 1 < len(tokens) and _place(tokens[i + 1].text, knowledge) else None


def _abbreviated(tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge) -> _Found | None:
    """`die Lotteriegesellschaft (LG)`: a head noun alone, of whose letters those in brackets are some in order."""
    noun, head = tokens[i].text.lower(), _ends(tokens[i].text, knowledge)
    short, _ = _abbreviation(tokens, i + 1)
    if head is None or short is None or tokens[i].tag != "NN" or taken[i] or taken[i + 2] or _is_any(tokens, i):
        return None
    letters = iter(noun)
    in_order = noun[0] == short[0].lower() and all(letter in letters for letter in short.lower())
    return _Found(i, i + 1, *head) if in_order else None


_ATTRIBUTE = frozenset({"ART", "APPR", "APPRART", "ADJA", "NN", "NNI", "NNA", "NE", "KON", "TRUNC"})
_LONGEST_ATTRIBUTE = 8
"""Words between a head noun and the abbreviation: `Verband der Hersteller von Möbeln und Polstern (VHMP)`."""


def _introduced(tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge) -> _Found | None:
    """`Verband der Winzer (VdW)`: a head noun whose attributes an abbreviation in brackets makes a part of the name."""
    if i + 1 >= len(tokens) or tokens[i].tag != "NN" or taken[i] or not _begins_attribute(tokens[i + 1]):
        return None
    head = _ends(tokens[i].text, knowledge)
    end = i + 1
    while end < len(tokens) and end - i <= _LONGEST_ATTRIBUTE and tokens[end].tag in _ATTRIBUTE:
        end += 1
    short, _ = _abbreviation(tokens, end)
    if head is None or short is None or taken[end + 1] or tokens[end - 1].tag not in {"NN", "NNI", "NNA", "NE"}:
        return None
    adjective = i > 0 and tokens[i - 1].tag == "ADJA" and tokens[i - 1].text[0].isupper() and not taken[i - 1]
    return _Found(i - adjective, end, *head)


def _begins_attribute(token: Token) -> bool:
    """Whether a word after a noun begins what the body is of, for or against."""
    return token.text in {"der", "des", "für", "zur", "zum", "gegen"} or (
        token.tag == "ADJA" and token.text[0].isupper()
    )


def _described(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> ActorKind | None:
    """The kind of organisation that a noun says the name behind it is of: itself, or as a compound by its last part.

    Behind a compound, a person is whose it is, and a place where (`der Drogeriekette Bo Lunds`, `die Hausbank Oslo`).
    """
    words = knowledge.patterns.organisation_words
    if kind := _kind(tokens[i].text, words.descriptor):
        return kind
    if tokens[i].tag != "NN" or i + 1 >= len(tokens):
        return None
    following = tokens[i + 1].text
    if given(following, knowledge) or _place(following, knowledge):
        return None
    forms = {tokens[i].text.lower(), _undeclined(tokens[i].text).lower()}
    kinds = (kind for kind, ends in words.described.items() if any(f.endswith(ends) and f not in ends for f in forms))
    return next(kinds, None)


def _undeclined(noun: str) -> str:
    """A noun without a genitive's ending: `Landeskriminalamtes` -> `Landeskriminalamt`."""
    return noun.removesuffix("s").removesuffix("e") if noun.endswith(("es", "s")) else noun


def _with_field(tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge) -> _Found | None:
    """`Institut für Weltwirtschaft`: a head noun, `für` and the field, two of them joined by `und` at the most."""
    if i + 2 >= len(tokens) or tokens[i].tag != "NN" or tokens[i + 1].text != "für" or _is_any(tokens, i):
        return None
    head = _ends(tokens[i].text, knowledge)
    end = _field(tokens, i + 2)
    if head is None or end == i + 2 or any(taken[i:end]):
        return None
    if end + 1 < len(tokens) and tokens[end].text == "und" and tokens[end + 1].tag == "NN":
        end = _field(tokens, end + 1)
    return _Found(i, end, head[0])


def _field(tokens: Sequence[Token], i: int) -> int:
    """The index after adjectives and a noun; `i` where there are none."""
    j = i
    while j < len(tokens) and tokens[j].tag == "ADJA":
        j += 1
    return j + 1 if j < len(tokens) and tokens[j].tag == "NN" else i


def _is_any(tokens: Sequence[Token], i: int) -> bool:
    """Whether an indefinite article, a possessive or an adjective in small letters makes the noun a common one."""
    before = tokens[i - 1] if i else None
    return before is not None and (
        before.text.lower().startswith(("ein", "kein")) or before.tag in {"PPOSAT", "PIAT", "ADJA", "CARD"}
    )


_OPENING, _CLOSING = frozenset('„»"‚“'), frozenset('“«"‘”')


def _quoted(tokens: Sequence[Token], i: int, taken: Sequence[bool], kind: ActorKind) -> _Found | None:
    """The name in quotation marks at token `i` (`der Sender „Kanal Zehn“`)."""
    if i + 1 >= len(tokens) or tokens[i].text not in _OPENING or not tokens[i + 1].text[0].isupper():
        return None
    for end in range(i + 2, min(i + 2 + _LONGEST, len(tokens))):
        if tokens[end].text in _CLOSING:
            return None if any(taken[i + 1 : end]) else _Found(i + 1, end, kind)
    return None


def _run(tokens: Sequence[Token], i: int, taken: Sequence[bool], joining: Collection[str]) -> int:
    """The index after the run of name tokens that begins at `i`."""
    j = i
    while j < len(tokens) and j - i < _LONGEST and not taken[j]:
        if _in_run(tokens[j], begins=j == i):
            j += 1
        elif j > i and _joins(tokens, j, joining) and not taken[j + 1]:
            j += 2
        else:
            break
    return j


def _named_after(tokens: Sequence[Token], i: int, end: int) -> int:
    """The end of a name that begins with a noun for what it is: `legte die Staatsanwaltschaft München Berufung ein`.

    A noun behind the place or the namesake is the next phrase.
    """
    return next((j for j in range(i + 2, end) if tokens[j].tag == "NN" and tokens[j - 1].tag == "NE"), end)


def _in_run(token: Token, *, begins: bool) -> bool:
    if token.text == "&":
        return not begins
    if token.text[0].isdigit():
        return token.tag in NAMES
    return _is_capital(token) and (token.tag in NAMES or token.tag == "NN")


def _is_capital(token: Token) -> bool:
    """Whether a word is written like a name (`Boeing`, `eBay`)."""
    return token.text[0].isupper() or (token.text[1:2].isupper() and token.tag in NAMES)


def _joins(tokens: Sequence[Token], i: int, joining: Collection[str]) -> bool:
    """Whether a small foreign word joins the words of a name (`Movement for Change`)."""
    return (
        tokens[i].text in joining
        and tokens[i].tag in NAMES
        and i + 1 < len(tokens)
        and tokens[i + 1].tag in NAMES
        and _is_capital(tokens[i + 1])
    )


def _by_head(tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge) -> _Found | None:
    """`Deutsche Umwelthilfe`: a capital adjective inside a sentence before a noun that ends like an organisation's."""
    if i == 0 or tokens[i - 1].tag in {"$.", "$("} or tokens[i].text.isupper():
        return None
    if tokens[i].text.startswith("US-") or _is_any(tokens, i):
        return None  # "die US-amerikanische Klinik" is any clinic there
    j = i
    while j < len(tokens) and j - i < 2 and tokens[j].tag == "ADJA" and tokens[j].text[0].isupper() and not taken[j]:
        j += 1
    if j == i or j >= len(tokens) or taken[j] or tokens[j].tag not in {"NN", "NE"}:
        return None
    if _kind(tokens[j].text, knowledge.patterns.organisation_words.descriptor):
        return None  # "der Düsseldorfer Rüstungskonzern" only describes one
    head = _ends(tokens[j].text, knowledge)
    if head is None or tokens[i - 1].text.lower() in _OTHER_GENDER[head[1]]:
        return None  # `den Betroffenen Hilfe`
    scientific = tokens[j].text.lower().endswith(knowledge.patterns.organisation_words.of_field)
    end = _field(tokens, j + 2) if scientific and j + 2 < len(tokens) and tokens[j + 1].text == "für" else j + 2
    return _Found(i, j + 1 if end == j + 2 or any(taken[j:end]) else end, *head)


_OTHER_GENDER: Mapping[GrammaticalGender, frozenset[str]] = {
    "f": frozenset({"den", "dem", "das", "des", "einem", "einen", "eines"}),
    "m": frozenset({"das", "die"}),
    "n": frozenset({"den", "die"}),
}
"""Articles that stand before no singular noun of a gender."""


def _nominative(tokens: Sequence[Token], gender: GrammaticalGender | None, knowledge: Knowledge) -> str:
    """The name as it stands alone: `der Deutschen Umwelthilfe` -> `Deutsche Umwelthilfe`."""
    words = [token.text for token in tokens]
    head = next((n for n, token in enumerate(tokens) if token.tag[0] == "N"), 0)
    if gender is not None and head + 1 < len(tokens) and tokens[head].tag == "NN" and tokens[head + 1].tag != "NN":
        return " ".join([_nominative(tokens[: head + 1], gender, knowledge), *words[head + 1 :]])
    if gender is None:
        if words[1:2] == ["für"] and "-" not in words[0]:
            words[0] = tokens[0].lemma
        elif _kind(words[0], (first := knowledge.patterns.organisation_words.first)) is None:
            noun = _undeclined(words[0])
            named = _kind(noun, first) or noun.lower().endswith(knowledge.patterns.organisation_words.with_place)
            words[0] = noun if named or noun in knowledge.patterns.organisation_words.societies else words[0]
        return " ".join([*words[:-1], words[-1] if len(words) > 1 else without_genitive(words[-1])])
    for n, token in enumerate(tokens[:-1]):
        base = token.text.removesuffix("er")
        city = base != token.text and fold(base) not in knowledge.adjectives
        if not city:
            words[n] = re.sub(r"(?:e[nmrs]?)$", "", token.text) + _NOMINATIVE[gender]
    last = tokens[-1]
    words[-1] = last.lemma if last.lemma[:1].isupper() and "-" not in last.text else without_genitive(last.text)
    return " ".join(words)


def _abbreviation(tokens: Sequence[Token], end: int) -> tuple[str | None, int]:
    """The abbreviation in brackets after a name, and the index after it."""
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        short = tokens[end + 1].text
        if _ABBREVIATION.fullmatch(short):
            return short, end + 3
    return None, end


def _kind(word: str, words: Mapping[ActorKind, frozenset[str]]) -> ActorKind | None:
    return next((kind for kind, known in words.items() if word in known), None)


def _ends(noun: str, knowledge: Knowledge) -> tuple[ActorKind, GrammaticalGender] | None:
    """Kind and grammatical gender of an organisation's head noun, in any case; None for other nouns."""
    lower = noun.lower()
    forms = {lower, lower.removesuffix("s"), lower.removesuffix("es"), lower.removesuffix("en")}
    for kind, genders in knowledge.patterns.organisation_words.ending.items():
        for gender, endings in genders.items():
            if any(form.endswith(endings) for form in forms):
                return kind, gender
    return None
