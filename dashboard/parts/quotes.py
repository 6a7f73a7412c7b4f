"""The words of a source that carry an event, between those around them."""

import streamlit as st

from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Claim
from dashboard.asking.texts import around
from dashboard.words.markup import plain


def quote(corpus: Corpus, claim: Claim, marked: tuple[int | None, int | None] = (None, None)) -> None:
    """A claim's quote between the words around it in its paragraph.

    Args:
        corpus: the corpus.
        claim: the claim.
        marked: where the words of its document begin and end that are to stand out.
    """
    text, start, end = corpus.texts.of(claim.doc_id), claim.start, claim.end
    before, after = around(text, start, end)
    lead = f":gray[… {plain(before)}]{_gap(before[-1:])}" if before.strip() else ""
    tail = f"{_gap(after[:1])}:gray[{plain(after)} …]" if after.strip() else ""
    st.markdown(f"{lead}{_with_mark(text, (start, end), marked)}{tail}")


def _with_mark(text: str, quoted: tuple[int, int], marked: tuple[int | None, int | None]) -> str:
    """A quote in bold, with a mark on the words that are to stand out, as far as it has them."""
    (start, end), (first, last) = quoted, marked
    if first is None or last is None or not start <= first < last <= end:
        return f"**{plain(text[start:end])}**"
    return f"{_bold(text[start:first])}:orange-background[{_bold(text[first:last])}]{_bold(text[last:end])}"


def _bold(words: str) -> str:
    """Words in bold, the blanks around them outside: Markdown knows no bold that ends with one."""
    bare = words.strip()
    before, _bare, behind = words.partition(bare) if bare else (words, "", "")
    return f"{before}**{plain(bare)}**{behind}" if bare else before


def _gap(letter: str) -> str:
    """A blank where the source has one: between a quote and a comma there is none."""
    return " " if letter.isspace() else ""
