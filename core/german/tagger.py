"""Part of speech and base form of German words, by the Hannover Tagger (Wartena 2019), whose model is in its wheel."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from HanTa.HanoverTagger import HanoverTagger

from core.german.morphemes import Morphemes

# The model is a gzipped pickle, and unpickling runs what the file says: only the file of the pinned release is read.
_MODEL_SHA256 = "d0a23caa212663fe7715e18e937074287f80b9e3bab64ccebc12a81e0094db23"
_WORDS_REMEMBERED = 200_000  # about 100 MB at most; a word's analysis does not depend on its sentence


class Tagger:
    """Tags sentences. Making one reads the model (0.2 s); a word analysed once is remembered."""

    def __init__(self) -> None:
        model = files("HanTa") / "morphmodel_ger.pgz"
        if (found := hashlib.sha256(model.read_bytes()).hexdigest()) != _MODEL_SHA256:
            raise RuntimeError(f"HanTa's German model has changed (SHA-256 {found}): install HanTa==1.2.1 again")
        hanta: Any = HanoverTagger(str(model))
        morphemes = Morphemes(hanta)
        hanta.analyze_forward, hanta.analyze_viterbi = morphemes.tags, morphemes.chain
        hanta._tag_word = lru_cache(_WORDS_REMEMBERED)(hanta._tag_word)
        hanta._analyze = lru_cache(_WORDS_REMEMBERED)(hanta._analyze)
        self._hanta = hanta

    def __call__(self, words: Sequence[str]) -> list[tuple[str, str]]:
        """The lemma and the STTS tag of each word of one sentence."""
        if not words:
            return []
        return [(lemma, _stts(tag)) for _, lemma, tag in self._hanta.tag_sent(list(words))]


def _stts(tag: str) -> str:
    """HanTa writes `VV(FIN)` for STTS `VVFIN`; `$(` and `ADJ(A)` are told apart by their length."""
    return tag.replace("(", "").replace(")", "") if len(tag) > 2 else tag
