"""The words of a source that carry an event, between those around them."""

import streamlit as st

from dashboard.asking.corpus import Corpus
from dashboard.asking.documents import about
from dashboard.asking.records import Claim, Document, record
from dashboard.asking.texts import around
from dashboard.words.markup import plain


def quote(corpus: Corpus, claim: Claim, marked: tuple[int | None, int | None] = (None, None)) -> None:
    """A claim's quote between the words around it in its paragraph.

    Args:
        corpus: the corpus.
        claim: the claim.
        marked: where the words of its document begin and end that are to stand out.
    """
    passage(corpus, claim.doc_id, (claim.start, claim.end), marked)


def passage(
    corpus: Corpus, doc_id: str, span: tuple[int, int], marked: tuple[int | None, int | None] = (None, None)
) -> None:
    """Some words of a text between those around them in their paragraph.

    Args:
        corpus: the corpus.
        doc_id: the document.
        span: where the words begin and end.
        marked: which of them are to stand out.
    """
    text, (start, end) = corpus.texts.of(doc_id), span
    before, after = around(text, start, end)
    lead = f":gray[… {plain(before)}]{_gap(before[-1:])}" if before.strip() else ""
    tail = f"{_gap(after[:1])}:gray[{plain(after)} …]" if after.strip() else ""
    st.markdown(f"{lead}{_with_mark(text, span, marked)}{tail}")


def source(corpus: Corpus, doc_id: str) -> str:
    """Where a quote is from, as Markdown: the document's title, its outlet and its day."""
    return plain(f"{corpus.title(doc_id)} · {about(record(corpus.documents, doc_id, Document))}")


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
