"""Participles at the end of a perfect that were taken for something else: `haben die Verordnung begrüßt`."""

from collections.abc import Callable, Iterator, Sequence

from core.german.tags import NON_FINITE, is_sign
from core.model import Token

_TAKEN_FOR = frozenset({"VVFIN", "VVIMP", "ADJD", "PTKVZ"})
_ENDS = frozenset({",", ";", ":", "–", "—", "-", "(", ".", "!", "?"})


def with_participles(tokens: Sequence[Token], participle: Callable[[str], str]) -> list[Token]:
    """The tokens of a sentence, with the last word of a clause set right that ends the bracket of `haben`.

    Args:
        tokens: the tokens.
        participle: the infinitive of what a word can be the participle of, empty where it can be none.
    """
    mended = list(tokens)
    for run in _runs(tokens):
        holding = next((k for k, i in enumerate(run) if _holds(tokens[i])), None)
        last = run[-1]
        if holding is None or last == run[holding] or tokens[last].tag not in _TAKEN_FOR:
            continue
        between = [tokens[i] for i in run[holding + 1 : -1]]
        if not any(_is_verb(word) for word in between) and not _begins_anew(between):
            lemma = participle(tokens[last].text)
            if lemma:
                mended[last] = tokens[last]._replace(tag="VVPP", lemma=lemma)
    return mended


def _runs(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """The words between signs."""
    run: list[int] = []
    for i, token in enumerate(tokens):
        if token.text in _ENDS:
            if run:
                yield run
            run = []
        elif not is_sign(token):
            run.append(i)
    if run:
        yield run


def _holds(word: Token) -> bool:
    return word.tag == "VAFIN" and word.lemma.lower() == "haben"


def _is_verb(word: Token) -> bool:
    return word.tag in NON_FINITE or (word.tag[0] == "V" and word.tag[2:] != "PP")


def _begins_anew(words: Sequence[Token]) -> bool:
    """Whether a conjunction goes on with somebody else: `haben Hunger und er erzählt`."""
    return any(word.tag == "KON" and k + 1 < len(words) and words[k + 1].tag == "PPER" for k, word in enumerate(words))
