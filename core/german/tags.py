"""Classes of STTS tags and of signs that both ways to clauses and phrases go by."""

from collections.abc import Iterable, Sequence
from unicodedata import category

from core.model import Token

FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
"""Finite verbs but imperatives."""

FINITE_OR_IMPERATIVE = FINITE | {"VVIMP", "VAIMP"}

OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"})
"""Words that open a dependent clause."""

RELATIVE = frozenset({"PRELS", "PRELAT"})

PREPOSITIONS = frozenset({"APPR", "APPRART"})

DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "PRELAT"})

NOUNS = frozenset({"NN", "NE", "FM", "NNA", "NNI", "TRUNC", "CARD"})
"""What can be the head of a noun phrase; HanTa tells nouns made of adjectives (NNA) and infinitives (NNI) apart."""

NAMES = frozenset({"NE", "FM"})
"""Names, and words of other languages, of which names are made."""

NOUNS_AND_NAMES = NAMES | {"NN", "NNA"}
"""Nouns that name somebody or something, but no infinitives, numbers or parts of words."""

PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS"})
"""Pronouns that are a noun phrase by themselves."""

QUANTIFIERS = frozenset({"CARD", "PIAT", "PIDAT"})
"""Words in front of a noun that say how many or how much: `40`, `viele`, `beide`."""

NON_FINITE = frozenset({"VVPP", "VVINF", "VVIZU"})
"""Participles and infinitives of main verbs."""

INSIDE = frozenset({"ADJA", "ADJD", "ADV", "CARD", "KON", "PTKNEG", "$(", "VVPP"})
"""What can stand between the determiner and the noun of a phrase."""

CUTS = frozenset({",", ";", ":", "–", "—", "-", "|"})
"""Signs between clauses; they belong to none."""

DASHES = frozenset("–—-")
"""Signs that stand around an aside, and behind the place of a report."""

SIGNS = dict.fromkeys("„“”‚‘’»«›‹\"'()[]–—-/…|•", "$(") | {
    ",": "$,",
    ".": "$.",
    "!": "$.",
    "?": "$.",
    ":": "$.",
    ";": "$.",
}
"""Sign -> its tag, whatever the tagger takes it for."""


def is_picture(word: str) -> bool:
    """Whether a word is an emoji, or another picture (`►`)."""
    return category(word[0]) == "So"


def tag(word: str, given: str) -> str:
    """The tag of a word that the tagger has given one: signs and pictures have theirs, whatever it takes them for."""
    return "$(" if is_picture(word) else SIGNS.get(word, given)


def is_sign(word: Token) -> bool:
    """Whether a token is no word but a sign."""
    return word.tag[0] == "$"


def without_signs(tokens: Iterable[int], words: Sequence[Token]) -> list[int]:
    """Those of the tokens that are words."""
    return [i for i in tokens if not is_sign(words[i])]


def in_complex(word: Token) -> bool:
    """Whether a word can be a part of the verb complex: a verb form, or a separated particle."""
    return word.tag[0] == "V" or word.tag == "PTKVZ"


def any_finite(tokens: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether one of the tokens is a finite verb or an imperative."""
    return any(words[i].tag in FINITE_OR_IMPERATIVE for i in tokens)
