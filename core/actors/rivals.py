"""What a pronoun may mean besides the actors that are named: things, and people without a name."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from core.actors.references import Cases, Part, references
from core.actors.schema import Gender
from core.german.grammar import grammar
from core.german.tags import FINITE, OPENERS, PREPOSITIONS
from core.model import Token


class Rival(NamedTuple):
    """A noun without a name that a pronoun of its gender may mean: a `person`, a body that `acts`, or a thing."""

    at: int
    part: Part
    person: bool
    acts: bool


def rivals(tokens: Sequence[Token], gender: Gender, named: Collection[int], titled: Collection[int]) -> list[Rival]:
    """The nouns of a gender in a sentence that stand for nobody who is named.

    Args:
        tokens: the sentence.
        gender: that of the pronoun.
        named: the tokens that name or take up an actor, titles before names included.
        titled: the tokens that say what a person is (`Sprecher`).
    """
    return list(_rivals(tokens, gender, named, titled))


def _rivals(
    tokens: Sequence[Token], gender: Gender, named: Collection[int], titled: Collection[int]
) -> Iterator[Rival]:
    known = references()
    cases = known.determiners.m if gender == "m" else known.determiners.f
    people, bodies = known.persons.unnamed[gender], known.persons.bodies[gender]
    has_subject, asked = False, any(token.text == "?" for token in tokens)
    for i, token in enumerate(tokens):
        if token.tag in OPENERS or token.tag == "$," or token.text in {":", ";"}:
            has_subject = False
        pronoun = token.tag == "PIS" or (token.tag == "PWS" and not asked)
        indefinite = pronoun and token.text.lower() in known.persons.indefinite
        if indefinite and gender == "m" and not _is_one_of_things(tokens, i, titled):
            yield Rival(i, "subject", person=True, acts=True)
        if indefinite or (token.tag in {"PPER", "PIS"} and token.text.lower() in known.persons.nominative):
            has_subject = True
        if i in named:
            has_subject |= i == 0 or tokens[i - 1].tag not in PREPOSITIONS
            continue
        noun = token.tag in {"NN", "NNA"} or (token.tag == "ADJA" and not token.text[:1].islower() and _ends(tokens, i))
        if not noun or token.text.lower() in grammar().nouns.of_time:
            continue
        if _is_apposition(tokens, i) or _is_named_behind(tokens, i, named, titled) or _is_title_too(tokens, i, named):
            continue
        part = _determined(tokens, i, gender, cases)
        if part is None and _is_owned(tokens, i) and i in titled:
            part = "subject" if token.text.endswith("in") == (gender == "f") else None
        if part == "subject" and has_subject:
            part = "object"  # `er ist ein Held`
        if part is not None:
            person = i in titled or token.tag != "NN" or token.text in people
            yield Rival(i, part, person, acts=person or token.text.lower().endswith(bodies))
        has_subject |= part == "subject"


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """Whether no noun follows: a capital adjective is the noun then (`der 70-Jährige kam`)."""
    return i + 1 >= len(tokens) or tokens[i + 1].tag not in {"NN", "NE", "ADJA", "NNA", "FM"}


def _is_apposition(tokens: Sequence[Token], noun: int) -> bool:
    """Whether commas enclose a noun with its article: `Klara Muster, die frühere Richterin, …`."""
    first = noun
    while first and tokens[first - 1].tag in {"ADJA", "ART"}:
        first -= 1
    after = tokens[noun + 1].text if noun + 1 < len(tokens) else ""
    return first > 1 and tokens[first - 1].text == "," and after == ","


def _is_named_behind(tokens: Sequence[Token], noun: int, named: Collection[int], titled: Collection[int]) -> bool:
    """Whether an apposition with a name says who a noun is: `der Landesrat, der blaue Vize Otto Muster, …`.

    It may be the name alone: `die Chefin der Behörde, Anna Muster, …`.
    """
    comma = next((j for j in range(noun + 1, len(tokens)) if tokens[j].tag[0] in "$V"), len(tokens))
    if [t.tag for t in tokens[comma : comma + 2]] == ["$,", "NE"] and comma + 1 in named and noun in titled:
        return True
    if [t.tag for t in tokens[comma : comma + 2]] != ["$,", "ART"]:
        return False
    begin = comma + 2
    end = next((j for j in range(begin, len(tokens)) if tokens[j].tag in {"$,", "$."} or tokens[j].tag in FINITE), 0)
    return any(j in named for j in range(begin, end))


def _is_title_too(tokens: Sequence[Token], noun: int, named: Collection[int]) -> bool:
    """Whether a noun is the first of two that say who is named behind them: `der Autor und Forscher Otto Muster`."""
    behind = tokens[noun + 1 : noun + 3]
    return [t.tag for t in behind] == ["KON", "NN"] and noun + 3 in named and tokens[noun + 3].tag == "NE"


def _is_one_of_things(tokens: Sequence[Token], i: int, titled: Collection[int]) -> bool:
    """Whether `einer` is one of what stands behind it, which are no people: `einer der Gründe`."""
    noun = next((j for j in range(i + 2, min(i + 4, len(tokens))) if tokens[j].tag == "NN"), None)
    of = i + 1 < len(tokens) and tokens[i + 1].text in {"der", "dieser", "ihrer", "seiner"}
    return of and tokens[i].text.lower() == "einer" and noun is not None and noun not in titled


def _determined(tokens: Sequence[Token], noun: int, gender: Gender, cases: Cases) -> Part | None:
    """The part of a noun in its sentence by its determiner; None where that is of the other gender or plural."""
    i = noun - 1
    while i >= 0 and tokens[i].tag in {"ADJA", "ADV", "CARD", "ADJD"}:
        i -= 1
    if i < 0 or tokens[i].tag not in {"ART", "PPOSAT", "PDAT", "PIAT", "APPRART"}:
        return _bare(tokens, noun, gender)
    word, before = tokens[i].text.lower(), tokens[i - 1] if i else None
    if _is_plural(tokens[noun]) and (gender == "f" or word in cases.object):
        return None
    if word == "die" and any(0 <= j < len(tokens) and _is_plural_verb(tokens[j]) for j in (i - 1, noun + 1)):
        return None
    held = before is not None and before.tag in PREPOSITIONS
    if (
        word == "der"
        and gender == "m"
        and _is_plural(tokens[noun])
        and before is not None
        and before.tag in {"NN", "NNA"}
    ):
        return None  # `73 Prozent der Befragten`, `die erste Runde der Wahlen`
    if word == "der":
        behind = held or (before is not None and before.tag in {"NN", "NE", "NNA"} and i == noun - 1 and _of(tokens, i))
        if behind != (gender == "f"):
            return None
        return "oblique" if behind else "subject"
    if word in cases.oblique or (held and (word in cases.object or word in cases.subject)):
        return "oblique"
    if word in cases.subject:
        return None if gender == "m" and _is_feminine(tokens[noun].text) else "subject"
    return "object" if word in cases.object else None


def _of(tokens: Sequence[Token], article: int) -> bool:
    """Whether `der` after a noun makes a genitive of a feminine noun (`die Rede der Ministerin`)."""
    noun = tokens[article + 1].text
    return _is_feminine(noun) or noun.endswith("in")


def _bare(tokens: Sequence[Token], noun: int, gender: Gender) -> Part | None:
    """The part of a noun without a determiner: only the feminine ones are known by their form."""
    if gender != "f" or not _is_feminine(tokens[noun].text):
        return None
    return "subject" if _is_owned(tokens, noun) else "oblique"


def _is_owned(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a name in the genitive stands before a noun (`Merkels Politik`)."""
    return noun > 0 and tokens[noun - 1].tag == "NE" and tokens[noun - 1].text.endswith("s")


def _is_feminine(noun: str) -> bool:
    return noun.endswith(references().determiners.feminine_endings)


def _is_plural(noun: Token) -> bool:
    return noun.text.lower() != noun.lemma.lower() and noun.tag == "NN"


def _is_plural_verb(token: Token) -> bool:
    return token.tag in FINITE and (token.text.endswith("n") or token.text == "sind")
