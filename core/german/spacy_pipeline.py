"""A backbone to choose: an installed German spaCy pipeline that tags and parses, such as `de_core_news_lg`.

It is fed Lagebild's own tokens and sentences, so that glued tokens are split and offsets are the same as ever.
"""

from collections.abc import Sequence
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.german import BackboneError
from core.german.sentences import of_segments
from core.german.tags import tag
from core.german.tokens import Piece
from core.model import Arc, Segment, SegmentKind, Sentence, Token

_NEEDED = {"VVFIN": "a tagger with STTS tags", "sb": "a parser with TIGER labels"}
"""A label that a pipeline must know -> the component that gives it."""


def load(name: str) -> "PipelineBackbone":
    """The backbone of an installed pipeline.

    Raises:
        BackboneError: the pipeline does not load, or does not tag and parse German in the schemes needed.
    """
    try:
        pipeline = spacy.load(name, exclude=["ner"])
    except (OSError, ValueError, ImportError) as error:
        raise BackboneError(f"{name} does not load: {error}") from error
    return PipelineBackbone(pipeline, name)


class PipelineBackbone:
    """Implements `core.german.Backbone`; its sentences are parsed."""

    def __init__(self, pipeline: Language, name: str) -> None:
        labels = {label for component in pipeline.pipe_labels.values() for label in component}
        lacking = [what for label, what in _NEEDED.items() if label not in labels]
        if pipeline.lang != "de":
            lacking.append("German")
        if lacking:
            raise BackboneError(f"{name} cannot be the backbone: it lacks {' and '.join(lacking)}")
        self._pipeline = pipeline

    def sentences(self, text: str, segments: Sequence[Segment]) -> tuple[Sentence, ...]:
        """The sentences of every segment but the boilerplate, in order, with their parses."""
        groups = list(of_segments(text, segments))
        docs = self._pipeline.pipe(self._doc(group) for _, group in groups)
        return tuple(_sentence(kind, group, doc) for (kind, group), doc in zip(groups, docs, strict=True))

    def _doc(self, group: Sequence[Piece]) -> Doc:
        """The tokens of one sentence, which the parser is told not to divide."""
        spaces = [after.start > piece.end for piece, after in pairwise(group)]
        return Doc(
            self._pipeline.vocab,
            words=[piece.text for piece in group],
            spaces=[*spaces, False],
            sent_starts=[i == 0 for i in range(len(group))],
        )


def _sentence(kind: SegmentKind, group: Sequence[Piece], doc: Doc) -> Sentence:
    tokens = tuple(
        Token(*piece, word.lemma_ or piece.text, tag(piece.text, word.tag_))
        for piece, word in zip(group, doc, strict=True)
    )
    return Sentence(group[0].start, group[-1].end, kind, tokens, tuple(Arc(word.head.i, word.dep_) for word in doc))
