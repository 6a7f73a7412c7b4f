"""What a briefing would say first of a selection: pure functions on frames, no Streamlit.

Days are closed intervals. Only the claims of the few documents that a finding rests on are read.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Shown


class Written(NamedTuple):
    """Between which days, both possible, a text was written."""

    first: date
    last: date


class Announced(NamedTuple):
    """What is planned or possible, by the day on which the newest source was written at the earliest.

    `ahead` is for that day or a later one, the soonest first, and after it what has no date, the latest announcements
    first. `passed` is for a day before it, the latest first: no source reports that it took place. Without a dated
    source all is ahead.
    """

    newest: Written | None
    ahead: pd.DataFrame
    passed: pd.DataFrame


class Middle(NamedTuple):
    """The actor with a part in most events, and in how many."""

    actor: str
    events: int


def most_told(shown: Shown) -> pd.DataFrame:
    """The events that more than one source tells, most sources first, then most quotes, then the latest."""
    events = shown.events
    return _by_telling(events[events["n_documents"] > 1])


def most_quoted(shown: Shown) -> pd.DataFrame:
    """All events, most quotes first: what stands out where no two sources tell of one event."""
    return _by_telling(shown.events)


def _by_telling(events: pd.DataFrame) -> pd.DataFrame:
    order = ["n_documents", "n_claims", "confidence", "placed_start"]
    return events.sort_values(order, ascending=False, na_position="last", kind="stable")


def newest(documents: pd.DataFrame) -> Written | None:
    """When the newest of the documents was written; None where of none is known when."""
    known = documents.dropna(subset=["published_start", "published_end"])
    if known.empty:
        return None
    last = known.sort_values(["published_start", "published_end"]).iloc[-1]
    return Written(last["published_start"].date(), last["published_end"].date())


def announced(corpus: Corpus, shown: Shown) -> Announced:
    """What the selection holds of planned and possible events, as of the corpus' newest source."""
    dated, undated = (part[part["status"].isin(AHEAD)] for part in (shown.dated, shown.undated))
    if shown.narrowed:
        undated = undated[undated.index.isin(shown.placed.index)]
    undated = undated.sort_values("placed_start", ascending=False, na_position="last", kind="stable")
    as_of = newest(corpus.documents)
    if as_of is None:
        return Announced(None, pd.concat([dated, undated]), dated.iloc[:0])
    gone = dated["date_end"] < pd.Timestamp(as_of.first)
    return Announced(as_of, pd.concat([dated[~gone], undated]), dated[gone].iloc[::-1])


AHEAD = ("planned", "possible")
"""The statuses of what is announced."""


def middle(corpus: Corpus, shown: Shown) -> Middle | None:
    """Who has a part in most of the shown events, other than as their speaker; None where nobody has."""
    parts = corpus.parts.among(shown.events.index)
    counts = parts[parts["role"] != "speaker"].groupby("actor_id")["event_id"].nunique()
    if counts.empty:
        return None
    first = counts.sort_values(ascending=False, kind="stable").index[0]
    return Middle(str(first), int(counts[first]))


def quotes(corpus: Corpus, events: Iterable[str]) -> dict[str, str]:
    """Of each of these events the quote of the surest claim, of equally sure ones the first in reading order."""
    claims = _claims(corpus, events, ("event_id", "quote", "confidence", "doc_id", "start"))
    best = claims.sort_values(["confidence", "doc_id", "start"], ascending=[False, True, True]).drop_duplicates(
        "event_id"
    )
    return dict(zip(best["event_id"], best["quote"], strict=True))


def sources_of(corpus: Corpus, discrepancies: pd.DataFrame) -> dict[str, str]:
    """The document of each claim that these discrepancies name."""
    claims = _claims(corpus, discrepancies["event_id"], ("event_id", "claim_id", "doc_id"))
    return dict(zip(claims["claim_id"], claims["doc_id"], strict=True))


def _claims(corpus: Corpus, events: Iterable[str], columns: Sequence[str]) -> pd.DataFrame:
    wanted = set(events)
    documents = {document for event in wanted for document in corpus.documents_of(event)}
    claims: pd.DataFrame = corpus.tables.of("claims", documents, columns).to_pandas()
    return claims[claims["event_id"].isin(wanted)]


def compared(shown: Shown) -> int:
    """How many of the shown events more than one source tells: only in those can sources differ."""
    return int((shown.events["n_documents"] > 1).sum())
