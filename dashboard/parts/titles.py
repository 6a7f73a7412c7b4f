"""Titles of events in the interface's language. The tables hold them in German, made of type, names and place."""

import re
from collections.abc import Sequence
from functools import lru_cache

import pandas as pd

from dashboard.asking.corpus import Corpus
from dashboard.words.i18n import language
from dashboard.words.labels import type_label
from dashboard.words.vocabulary import event_types, vocabulary


def title(corpus: Corpus, event_id: str) -> str:
    """The title of an event."""
    return titles(corpus, corpus.events.loc[[event_id]])[0]


def titles(corpus: Corpus, events: pd.DataFrame) -> list[str]:
    """The titles of many events."""
    return [_said(corpus, *event) for event in zip(events.index, events["type"], events["title"], strict=True)]


def _said(corpus: Corpus, event_id: str, kind: str, german: str) -> str:
    """The title with its type, and the words between its names, in the interface's language; others as they are."""
    label = event_types().get(kind, {}).get("label_de")
    if not label or not (german == label or german.startswith(f"{label}:")):
        return german
    names, mark, topic = german[len(label) :].partition(vocabulary("titles.toml")["topic_mark"])
    if language() != "de" and any(f" {word['de']}" in names for word in _words().values()):
        names = _joined(names, tuple(corpus.name(actor) for actor in corpus.parts.actors_of(event_id)), language())
    return type_label(kind) + names + mark + topic


@lru_cache(maxsize=20_000)
def _joined(text: str, names: Sequence[str], lang: str) -> str:
    """The text with the German words between these names in another language; what is in a name stays."""
    longest = sorted(names, key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, longest))})", text) if longest else [text]
    for word in _words().values():
        parts[::2] = [re.sub(rf"(?<= ){re.escape(word['de'])}\b", word[lang], between) for between in parts[::2]]
    return "".join(parts)


def _words() -> dict[str, dict[str, str]]:
    """The words that join names, by language."""
    return {key: word for key, word in vocabulary("titles.toml").items() if isinstance(word, dict)}
