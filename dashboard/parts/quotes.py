"""The words of a source that carry an event, between those around them."""

import streamlit as st

from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Claim
from dashboard.words.markup import plain

CONTEXT = 160
"""How many characters of the source stand before and after a quote on a card."""

LETTERS = 100
"""No more letters than this of a quote stand in a table: as many as there is room for."""


def quote(corpus: Corpus, claim: Claim) -> None:
    """A claim's quote between the words around it in its paragraph."""
    text, start, end = corpus.texts.of(claim.doc_id), claim.start, claim.end
    before = text[max(0, start - CONTEXT) : start]
    before = (before if start <= CONTEXT else before.partition(" ")[2]).rpartition("\n")[2]
    after = text[end : end + CONTEXT]
    after = (after if end + CONTEXT >= len(text) else after.rpartition(" ")[0]).partition("\n")[0]
    lead = f":gray[… {plain(before)}]{_gap(before[-1:])}" if before.strip() else ""
    tail = f"{_gap(after[:1])}:gray[{plain(after)} …]" if after.strip() else ""
    st.markdown(f"{lead}**{plain(text[start:end])}**{tail}")


def _gap(letter: str) -> str:
    """A blank where the source has one: between a quote and a comma there is none."""
    return " " if letter.isspace() else ""


def begin(quote: str, letters: int = LETTERS) -> str:
    """As many words of a quote as there is room for."""
    return quote if len(quote) <= letters else f"{quote[:letters].rpartition(' ')[0]} …"
