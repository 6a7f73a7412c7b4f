"""What a text is about, in nouns: what a title that means little away from its text is completed by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from core.actors.values import Place
from core.model import Mention, Sentence, Timex, Token
from core.vocabulary import Entry, load

_KINDS = frozenset({"headline", "body"})
_LEADING = 2
"""The last sentence, by number, that tells what all of the text is about."""
_LONG = 11
"""Characters of a noun that mostly is a compound, and so tells more than others."""
_SHORTEST = 4
_STEM = 6
"""Characters of a noun by which compounds that begin with it are known."""
_MORE = 1.6
"""How much more a noun counts that is a compound, or that the text begins with."""
_MOST_KIN = 6
_MANY = 6
_LIKELY = 40
"""How many nouns, those that a text has most, are compared with the others."""
_BEFORE, _BEHIND = 2, 1
"""How many sentences before and behind one are of the same matter."""


class Theme(NamedTuple):
    """A noun that a text has much: as a title shows it, its base form, and the sentences that have it, by number.

    `heads`: the first sentence or a headline has it, too.
    """

    shown: str
    lemma: str
    sentences: frozenset[int]
    heads: bool


class _Words(Entry):
    """The file `themes.toml`: nouns that no text is about."""

    general: frozenset[str]


@cache
def general() -> frozenset[str]:
    """Nouns that no text is about, read once."""
    return load("themes.toml", _Words).general


def themes(sentences: Sequence[Sentence], named: Iterable[Mention | Place | Timex]) -> tuple[Theme, ...]:
    """The nouns that a text has most, as it has them, those that tell most of it first.

    Names, times and nouns that could be of any text are none. A noun counts more where the text begins with it, where
    it is a compound, and where others have it in them: `Flüchtling` and `Flüchtlingslager`.

    Args:
        sentences: the sentences of the text.
        named: who is named in it, which places, and when.
    """
    inside = {i for one in named for i in range(one.start, one.end)}
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    where: dict[str, set[int]] = defaultdict(set)
    for at, sentence in enumerate(sentences):
        for word in sentence.tokens if sentence.kind in _KINDS else ():
            if _can_be(word) and word.start not in inside:
                forms[word.lemma][word.text] += 1
                where[word.lemma].add(at)
    first = {lemma: min(every) for lemma, every in where.items()}
    alone = {lemma: forms[lemma].total() * _telling(lemma, leads=first[lemma] <= _LEADING) for lemma in forms}
    likely = sorted(alone, key=lambda lemma: (-alone[lemma], first[lemma]))[:_LIKELY]
    weight = {
        lemma: alone[lemma] + _kin(lemma, forms) / 2 * _telling(lemma, leads=first[lemma] <= _LEADING)
        for lemma in likely
    }
    best = sorted(weight, key=lambda lemma: (-weight[lemma], first[lemma]))[:_MANY]
    heading = {i for i, sentence in enumerate(sentences) if i == 0 or sentence.kind == "headline"}
    return tuple(
        Theme(_shown(lemma, forms[lemma]), lemma, frozenset(where[lemma]), not heading.isdisjoint(where[lemma]))
        for lemma in best
    )


def themes_near(themes: Sequence[Theme], at: int, *, headed: bool) -> Iterator[Theme]:
    """The themes that a sentence or one right beside it has, as its matter is one of these; then those of the headline.

    Args:
        themes: those of the text.
        at: the number of the sentence.
        headed: whether what the headline or the first sentence has is of the matter, too.
    """
    near = frozenset(range(at - _BEFORE, at + _BEHIND + 1))
    yield from (theme for theme in themes if not near.isdisjoint(theme.sentences))
    if headed:
        yield from (theme for theme in themes if theme.heads and near.isdisjoint(theme.sentences))


def _can_be(word: Token) -> bool:
    plain = word.tag == "NN" and word.text.isalpha() and not word.text.isupper()
    return plain and len(word.lemma) >= _SHORTEST and not {word.lemma, word.text} & general()


def _telling(lemma: str, *, leads: bool) -> float:
    """How much a noun tells by what it is and where it stands first."""
    return (_MORE if len(lemma) >= _LONG else 1) * (_MORE if leads else 1)


def _kin(lemma: str, forms: Mapping[str, Counter[str]]) -> int:
    """How many other words of a text a noun begins or ends."""
    own = lemma.lower()
    if len(own) < _STEM:
        return 0
    alike = (other for other in forms if other != lemma)
    kin = sum(forms[k].total() for k in alike if k.lower().endswith(own) or k.lower().startswith(own[:-1]))
    return min(kin, _MOST_KIN)


def _shown(lemma: str, forms: Counter[str]) -> str:
    """A noun as it stands by itself: in the form that the text has most, if that is no genitive and no dative."""
    standing = [form for form in forms if not _is_oblique(form, lemma, forms)]
    best = max(standing, key=lambda form: forms[form], default=lemma)
    dative = best.endswith("en") and not lemma.endswith("en") and _umlauts(best) > _umlauts(lemma)
    return best[:-1] if dative else best  # `Einsätzen`, not `Gärten`


def _umlauts(word: str) -> int:
    return sum(word.lower().count(sign) for sign in "äöü")


def _is_oblique(form: str, lemma: str, forms: Set[str] | Counter[str]) -> bool:
    genitive = form in {f"{lemma}s", f"{lemma}es"} and not lemma.endswith(("a", "o", "i", "u", "y"))
    dative = form.endswith("n") and form != lemma and (form[:-1] in forms or form.endswith(("ern", "eln", "lingen")))
    return genitive or dative
