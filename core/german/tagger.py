"""Part of speech and base form of German words, by the Hannover Tagger (Wartena 2019), whose model is in its wheel."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from HanTa.HanoverTagger import HanoverTagger

from core.german.grammar import grammar
from core.german.morphemes import Morphemes
from core.german.sequence import sequence

# The model is a gzipped pickle, and unpickling runs what the file says: only the file of the pinned release is read.
_MODEL_SHA256 = "d0a23caa212663fe7715e18e937074287f80b9e3bab64ccebc12a81e0094db23"
_WORDS_REMEMBERED = 200_000  # about 100 MB at most; a word's analysis does not depend on its sentence


class Tagger:
    """Tags sentences. Making one reads the model (0.2 s); a word analysed once is remembered."""

    def __init__(self) -> None:
        model = files("HanTa") / "morphmodel_ger.pgz"
        if (digest := hashlib.sha256(model.read_bytes()).hexdigest()) != _MODEL_SHA256:
            raise RuntimeError(f"HanTa's German model has changed (SHA-256 {digest}): install HanTa==1.2.1 again")
        hanta: Any = HanoverTagger(str(model))
        morphemes = Morphemes(hanta)
        hanta.analyze_forward, hanta.analyze_viterbi = morphemes.tags, morphemes.chain
        self._hanta = hanta
        self._names = {number: _stts(tag) for number, tag in hanta.int2tag.items()}
        self._tags = lru_cache(_WORDS_REMEMBERED)(self._tags_of)
        self._lemma = lru_cache(_WORDS_REMEMBERED)(self._lemma_of)
        self._known = lru_cache(_WORDS_REMEMBERED)(morphemes.knows)

    def __call__(self, words: Sequence[str]) -> list[tuple[str, str]]:
        """The lemma and the STTS tag of each word of one sentence."""
        if not words:
            return []
        cased = [(word, at > 0 and not _begins_again(words, at)) for at, word in enumerate(words)]
        tags = sequence(cased, self._tags, self._hanta.LP_trans_word)
        return [(self._lemma(word, tag), self._names[tag]) for word, tag in zip(words, tags, strict=True)]

    def participle(self, word: str) -> str:
        """The infinitive that a word can be the participle of, empty where it can be none."""
        number = next((tag for tag in self._tags(word, True) if self._names[tag] == "VVPP"), None)
        return "" if number is None else self._lemma(word, number)

    def knows(self, word: str) -> bool:
        """Whether a word is made of morphemes that the model has seen: most names of places and people are not."""
        return self._known(word.lower())

    def _tags_of(self, word: str, cased: bool) -> dict[int, float]:
        return dict(self._hanta._tag_word(word, cutoff=5, casesensitive=cased, conditional=True))

    def _lemma_of(self, word: str, tag: int) -> str:
        return str(self._hanta._analyze(word, tag, taglevel=1)[0])


_BEFORE = frozenset({"-", ":", '"'})
"""Signs behind which a sentence begins within another."""


def _begins_again(words: Sequence[str], at: int) -> bool:
    """Whether a word has its capital from a sentence that begins with it: `Wien – Im Mai …`, `Lund sagte: Es …`."""
    return words[at - 1] in _BEFORE and words[at].lower() in grammar().sentences.beginnings


def _stts(tag: str) -> str:
    """HanTa writes `VV(FIN)` for STTS `VVFIN`; `$(` and `ADJ(A)` are told apart by their length."""
    return tag.replace("(", "").replace(")", "") if len(tag) > 2 else tag
