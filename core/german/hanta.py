"""The default backbone: spaCy's German tokenizer, sentence rules, HanTa's tags."""

from collections.abc import Sequence

from core.german.grammar import grammar
from core.german.sentences import of_segments
from core.german.tagger import Tagger
from core.german.tags import FINITE
from core.german.tags import tag as tag_of
from core.german.tokens import Piece
from core.model import Segment, SegmentKind, Sentence, Token


class HantaBackbone:
    """Implements `core.german.Backbone`."""

    def __init__(self) -> None:
        self._tag = Tagger()

    def sentences(self, text: str, segments: Sequence[Segment]) -> tuple[Sentence, ...]:
        """The sentences of every segment but the boilerplate, in order, unparsed."""
        return tuple(self._sentence(kind, group) for kind, group in of_segments(text, segments))

    def _sentence(self, kind: SegmentKind, group: Sequence[Piece]) -> Sentence:
        tagged = self._tag([_as_tagger_knows(piece.text) for piece in group])
        tokens = [
            Token(*piece, lemma, tag_of(piece.text, tag)) for piece, (lemma, tag) in zip(group, tagged, strict=True)
        ]
        return Sentence(group[0].start, group[-1].end, kind, tuple(_mended(tokens)))


_QUOTES = frozenset("„“”‚‘»«›‹")


def _as_tagger_knows(word: str) -> str:
    """The form under which the tagger is most likely to know a word.

    It takes every word in capitals for a name, and a word that a stray blank cut off (`NATO -Gipfel`), or that has a
    gender form in it (`Politiker:innen`, `eine:r`), for anything.
    """
    bare = _gender_neutral(word.lstrip("-") or word)
    if bare.isupper() and len(bare) > 5:
        return bare.capitalize()
    return '"' if bare in _QUOTES else bare


def _gender_neutral(word: str) -> str:
    head, colon, tail = word.partition(":")
    if not colon or not head.isalpha():
        return word
    return head + tail if tail.startswith("in") else head


def _mended(tokens: list[Token]) -> list[Token]:
    """The tokens with past-tense verbs that were taken for adjectives, and abbreviations taken for verbs, set right.

    In `stieg in die Fregatte und inspizierte Geräte` the tagger sees an adjective before a noun; after a verb in the
    past tense, `und` and a word in -te without an article, it is the second verb of the sentence.
    """
    past = False
    for i, token in enumerate(tokens):
        if (
            token.tag[0] == "V"
            and token.text.isupper()
            and not all(t.text.isupper() for t in tokens if t.text.isalpha())
        ):
            tokens[i] = token._replace(tag="NE", lemma=token.text)  # `IS`, `DAI`
        elif token.text == "In" and token.tag == "FM" and tokens[i + 1 : i + 2] and tokens[i + 1].tag != "FM":
            tokens[i] = token._replace(tag="APPR", lemma="in")  # behind a foreign name: `Rabat – In Marokko`
        elif token.tag == "VVFIN":
            past = token.text.endswith(("te", "ten")) or not token.text.endswith(("t", "en", "e"))
        elif (
            past
            and token.tag == "ADJA"
            and token.text.endswith(("te", "ten"))
            and token.text.islower()
            and i
            and tokens[i - 1].text in {"und", "oder", "sowie", "aber"}
            and _verb_of_past(token.text)
        ):
            tokens[i] = token._replace(tag="VVFIN", lemma=_verb_of_past(token.text))
    return _finite_plurals(tokens)


def _finite_plurals(tokens: list[Token]) -> list[Token]:
    """The tokens with infinitives that nothing calls for set right: in `Polen und Litauen helfen` it is the verb."""
    begin = 0
    for end in [i for i, token in enumerate(tokens) if token.text in {":", ";"}] + [len(tokens)]:
        stretch = range(begin, end)
        called_for = any(
            tokens[i].tag[:2] == "VM" or tokens[i].lemma.lower() in grammar().verbs.with_infinitive for i in stretch
        )
        finite = any(tokens[i].tag in FINITE for i in stretch)
        for i in stretch:
            if tokens[i].tag == "VVINF" and not called_for and not finite and tokens[i - 1].tag != "PTKZU":
                tokens[i] = tokens[i]._replace(tag="VVFIN")
                break
        begin = end
    return tokens


def _verb_of_past(word: str) -> str:
    """The infinitive of a weak verb's past tense: `inspizierte` -> `inspizieren`; empty where it cannot be one."""
    stem = word.removesuffix("n").removesuffix("te")
    return stem + "en" if len(stem) > 2 and not stem.startswith("ge") else ""
