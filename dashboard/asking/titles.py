"""Titles of events in the interface's language."""

import pandas as pd

from dashboard.asking.corpus import Corpus
from dashboard.words.i18n import language

_COLUMNS = {"de": "title", "en": "title_en"}


def title(corpus: Corpus, event_id: str) -> str:
    """The title of an event."""
    return str(corpus.events.at[event_id, _COLUMNS[language()]])


def event_titles(events: pd.DataFrame) -> list[str]:
    """The titles of many events."""
    return events[_COLUMNS[language()]].tolist()
