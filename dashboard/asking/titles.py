"""Titles of events in the interface's language."""

import re
from collections import Counter

import pandas as pd

from dashboard.asking.corpus import Corpus
from dashboard.words.i18n import language

_COLUMNS = {"de": "title", "en": "title_en"}


def is_quoted(title: str, quote: str) -> bool:
    """Whether a title says nothing but words of a quote."""
    return _words(title) <= _words(quote)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def title(corpus: Corpus, event_id: str) -> str:
    """The title of an event."""
    return str(corpus.events.at[event_id, _COLUMNS[language()]])


def event_titles(events: pd.DataFrame) -> list[str]:
    """The titles of many events."""
    return events[_COLUMNS[language()]].tolist()
