"""The default backbone: spaCy's German tokenizer, sentence rules, HanTa's tags."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.german.grammar import grammar
from core.german.participles import with_participles
from core.german.relative_pronouns import with_relative_pronouns
from core.german.sentences import of_segments
from core.german.tagger import Tagger
from core.german.tags import DETERMINERS, FINITE, NOUNS, OPENERS, PREPOSITIONS
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
        read = with_relative_pronouns(with_participles(_mended(tokens), self._tag.participle))
        return Sentence(group[0].start, group[-1].end, kind, tuple(self._named(read)))

    def _named(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """The tokens with those taken for names that the tagger takes for nouns, unknown ones, right behind a noun.

        `die Gemeinde Pregarten`, `Politologe Filzmaier`; not so `in einem Gespräch Kritik`.
        """
        yield from tokens[:1]
        for before, token in pairwise(tokens):
            named = before.tag == token.tag == "NN" and token.text[0].isupper() and not self._tag.knows(token.text)
            yield token._replace(tag="NE", lemma=token.text) if named else token


_SIGNS = {**dict.fromkeys("„“”‚‘»«›‹", '"'), **dict.fromkeys("–—", "-")}
"""Signs that the tagger does not know, nor what is around them, and those that it knows in their place."""


def _as_tagger_knows(word: str) -> str:
    """The form under which the tagger is most likely to know a word.

    It takes every word in capitals for a name, and a word that a stray blank cut off (`NATO -Gipfel`), or that has a
    gender form in it (`Politiker:innen`, `eine:r`), for anything; behind a dash that it does not know, too.
    """
    bare = _gender_neutral(word.lstrip("-") or word)
    if bare.isupper() and len(bare) > 5:
        return bare.capitalize()
    return _SIGNS.get(bare, bare)


def _gender_neutral(word: str) -> str:
    head, colon, tail = word.partition(":")
    if not colon or not head.isalpha():
        return word
    return head + tail if tail.startswith("in") else head


_PERSON_OF_AGE = re.compile(r"\d+-Jährige[rnms]?")
"""Somebody who is called by an age: `ein 54-Jähriger`."""


def _mended(tokens: list[Token]) -> list[Token]:
    """The tokens with verbs and people that were taken for adjectives, and abbreviations taken for verbs, set right.

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
        elif token.tag == "ADJA" and _PERSON_OF_AGE.fullmatch(token.text):
            tokens[i] = token._replace(tag="NNA", lemma=token.text)
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
    return _opening_conjunctions(_finite_plurals(_past_of_main_clause(tokens)))


def _opening_conjunctions(tokens: list[Token]) -> list[Token]:
    """The tokens with an `als` set right that opens a clause: `Als Minister Muster den Vertrag kündigte, …`.

    Before a title the tagger takes it for that of `als Minister`, but then no verb ended the stretch up to the comma.
    """
    begins = [0, *(i + 1 for i, token in enumerate(tokens) if token.text in {",", "–", "-"})]
    for begin, end in pairwise([*begins, len(tokens) + 1]):
        stretch = tokens[begin : end - 1]
        finite = [k for k, token in enumerate(stretch) if token.tag in FINITE]
        opens = bool(stretch) and stretch[0].text.lower() == "als" and stretch[0].tag[:2] != "KO"
        if opens and finite == [len(stretch) - 1] and end <= len(tokens):
            tokens[begin] = stretch[0]._replace(tag="KOUS")
    return tokens


def _past_of_main_clause(tokens: list[Token]) -> list[Token]:
    """The tokens with the verb of a main clause set right that was taken for an adjective before a noun.

    In `Die USA verhängten neue Sanktionen` the word could be the participle of an attribute, but then the main clause
    had no verb. Behind the begin of an attribute (`Die von den USA verhängten …`) it is left alone.
    """
    begins = [0, *(i + 1 for i, token in enumerate(tokens) if token.text == ",")]
    stretches = [range(begin, end) for begin, end in pairwise([*begins, len(tokens)])]
    for k, stretch in enumerate(stretches):
        finite = any(tokens[i].tag in FINITE for i in stretch)
        if finite and (k == 0 or not {token.tag for token in tokens[stretch[0] : stretch[0] + 2]} & OPENERS):
            return tokens
    for i in stretches[0][1:]:
        token, before = tokens[i], tokens[i - 1]
        past = token.tag == "ADJA" and token.text.islower() and token.text.endswith(("te", "ten"))
        if past and before.tag in NOUNS - {"CARD", "TRUNC"} and _verb_of_past(token.text) and _has_room(tokens, i):
            tokens[i] = token._replace(tag="VVFIN", lemma=_verb_of_past(token.text))
            break
    return tokens


def _has_room(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word can be the verb of the phrases around it: its subject before it, or that and more behind it."""
    tags = [token.tag for token in tokens]
    if any(tag in DETERMINERS and following in PREPOSITIONS for tag, following in pairwise(tags[:at])):
        return False
    begin = at - 1
    while begin and tags[begin - 1] in DETERMINERS | NOUNS | {"ADJA"}:
        begin -= 1
    if not begin or tags[begin - 1] not in PREPOSITIONS:
        return True
    end = next((i for i in range(at + 1, len(tags)) if tags[i] in NOUNS - {"CARD"}), len(tags))
    return not {"CARD", *DETERMINERS}.isdisjoint(tags[end + 1 : end + 2])


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


_STRESSED = ("eer", "eel", "iel", "ier")
"""Endings of stems that keep the `e` of the infinitive: `operieren`, `spielen`."""


def _verb_of_past(word: str) -> str:
    """The infinitive of a weak verb's past tense, empty where it cannot be one.

    `inspizierte` is of `inspizieren`, `eroberte` of `erobern`.
    """
    stem = word.removesuffix("n").removesuffix("te")
    if len(stem) <= 2 or stem.startswith("ge"):
        return ""
    short = stem.endswith("eier") or (stem.endswith(("er", "el")) and not stem.endswith(_STRESSED))
    return stem + ("n" if short else "en")
