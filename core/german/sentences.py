"""Tokens to sentences: a full stop, question mark, exclamation mark or ellipsis ends one where a new one can begin."""

from collections.abc import Iterable, Iterator, Sequence

from core.german.grammar import grammar
from core.german.tags import is_picture
from core.german.tokens import Piece, pieces
from core.model import UNREAD, Segment, SegmentKind

_STOPS = frozenset({".", "!", "?", "…", "..."})
_CLOSING = frozenset("“”»«’‘'\")]›‹")
_OPENING = frozenset("„“‚‘»«\"'([–-")


def of_segments(text: str, segments: Iterable[Segment]) -> Iterator[tuple[SegmentKind, list[Piece]]]:
    """The sentences of every segment but the boilerplate, in order, each with the kind of its segment."""
    for segment in segments:
        if segment.kind not in UNREAD:
            for group in split(list(pieces(text[segment.start : segment.end], segment.start))):
                yield segment.kind, group


def split(tokens: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The tokens of one segment as sentences, none of them empty.

    A stop and the closing quotes after it belong to the sentence that they end. A colon ends none: what is said
    stays with who says it.
    """
    begin = 0
    i = 0
    while i < len(tokens):
        i += 1
        if not _stops(tokens, i - 1):
            continue
        while i < len(tokens) and tokens[i].text in _CLOSING and _closes(tokens, i):
            i += 1
        if i < len(tokens) and _begins(tokens, i):
            yield list(tokens[begin:i])
            begin = i
    if begin < len(tokens):
        yield list(tokens[begin:])


def _stops(tokens: Sequence[Piece], i: int) -> bool:
    """Whether the token ends a sentence, or an ordinal does (`am 8.`, `am 8.5.`), as far as the token itself goes."""
    word = tokens[i].text
    if word in _STOPS:
        return not _is_of_ordinal(tokens, i)
    if word.endswith(".") and word.replace(".", "").isdigit() and i + 1 < len(tokens):
        return tokens[i + 1].text in grammar().sentences.openers
    return False


def _is_of_ordinal(tokens: Sequence[Piece], i: int) -> bool:
    """Whether a stop makes an ordinal of the number before it: `zum 200. Geburtstag`, `das 100. Tor`."""
    if tokens[i].text != "." or i < 2 or i + 1 == len(tokens) or not tokens[i - 1].text.isdigit():
        return False
    following = tokens[i + 1].text
    touches = tokens[i - 1].end == tokens[i].start
    before = tokens[i - 2].text.lower()
    return touches and before in _BEFORE_ORDINALS and following[0].isupper() and not _opens(following)


def _opens(word: str) -> bool:
    return word in grammar().sentences.openers or word.lower() in grammar().sentences.beginnings


_BEFORE_ORDINALS = frozenset({"am", "beim", "das", "dem", "den", "der", "des", "die", "im", "vom", "zum", "zur"})


def _closes(tokens: Sequence[Piece], i: int) -> bool:
    """Whether a quotation mark after a stop belongs to what came before: it touches it, or white space follows it."""
    if tokens[i].start == tokens[i - 1].end:
        return True
    return i + 1 >= len(tokens) or tokens[i + 1].start > tokens[i].end


def _begins(tokens: Sequence[Piece], i: int) -> bool:
    """Whether a sentence can begin here: with a capital, a digit, an opening sign or an emoji, not with a comma."""
    word = tokens[i].text
    first = word[0]
    if tokens[i - 1].text in {"…", "..."}:
        return first.isupper() and tokens[i].start > tokens[i - 1].end
    return first.isupper() or first.isdigit() or first in _OPENING or is_picture(word)
