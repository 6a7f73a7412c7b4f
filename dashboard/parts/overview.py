"""The parts of the overview: what this corpus is, and what a briefing would say first, each line a way to its page."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import hosting, state
from dashboard.asking import counting
from dashboard.asking.corpus import Corpus
from dashboard.asking.differences import value_text
from dashboard.asking.findings import LINES, Announced, Bond, Findings, Middle
from dashboard.asking.records import Candidate, Discrepancy, Event, record, records
from dashboard.asking.selection import Shown
from dashboard.asking.texts import begin
from dashboard.asking.titles import event_titles, is_quoted
from dashboard.components.links import Way, links
from dashboard.parts import cards
from dashboard.words import labels
from dashboard.words.dates import day, event_date, when
from dashboard.words.i18n import _, language_of_origin, listed, ngettext, number
from dashboard.words.markup import plain

DOCUMENTS = 12
OUTLETS = 3
"""So many outlets are named; the others are counted."""

KINDS = 3
"""So many types of events between two actors are named."""

QUOTE = 160
"""So many characters of a quote stand under a line."""


def what_it_is(corpus: Corpus) -> None:
    """What Lagebild is, and what this corpus holds: languages, outlets, days."""
    said = [_("Lagebild finds events and actors in German news texts; each line leads to the words that say so.")]
    if len(corpus.documents):
        said.append(_corpus_is(corpus.documents))
    st.markdown(" ".join(said))


def _corpus_is(documents: pd.DataFrame) -> str:
    """One sentence on the texts of a corpus that has any."""
    said = _("This corpus holds {texts}").format(texts=ngettext("{n} text", "{n} texts", len(documents)))
    outlets = [plain(str(name)) for name in documents["outlet"].dropna().value_counts().index]
    if outlets:
        others = len(outlets) - OUTLETS
        more = [ngettext("{n} other outlet", "{n} other outlets", others)] if others > 0 else []
        said += " " + _("from {outlets}").format(outlets=listed([*outlets[:OUTLETS], *more]))
    known = documents.dropna(subset=["published_start", "published_end"])
    if len(known):
        first, last = known["published_start"].min().date(), known["published_end"].max().date()
        said += ", " + _("written {days}").format(days=when(first, last, None))
    if unknown := len(documents) - len(known) if len(known) else 0:
        said += " " + _("({n} without a known day)").format(n=number(unknown))
    translated = documents["translated_from"].dropna()
    if len(translated):
        languages = listed(sorted({language_of_origin(code) for code in translated}))
        said += "; " + _("{n} of them translated from {language}").format(n=number(len(translated)), language=languages)
    return f"{said}."


def counters(corpus: Corpus, shown: Shown, differing: int) -> None:
    """How much the selection holds, in one line."""
    said = [
        counting.events(shown.events).told,
        ngettext("{n} quote", "{n} quotes", int(shown.events["n_claims"].sum())),
        ngettext("{n} source", "{n} sources", counting.sources(corpus, shown.events.index)),
        ngettext("{n} actor", "{n} actors", len(counting.actors(corpus, shown.events.index))),
        ngettext("{n} discrepancy", "{n} discrepancies", differing),
    ]
    st.caption(" · ".join(said))


def nothing(corpus: Corpus) -> None:
    """Where the texts yielded no events: what can be looked at and done instead."""
    if len(corpus.documents):
        st.page_link(
            "views/sources.py",
            label=_("What was read, and how"),
            icon=":material/library_books:",
            query_params=state.link(),
        )
    if hosting.may_add():
        st.page_link("views/add.py", label=_("Add sources"), icon=":material/note_add:", query_params=state.link())


def heading(text: str, page: str, label: str = "", **changes: Any) -> None:
    """A card's heading with a link to the page that shows it whole; the label says what else the link does."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.header(text, anchor=False)
        st.page_link(
            f"views/{page}.py",
            label=label or _("Show all"),
            icon=":material/arrow_forward:",
            query_params=state.link(**changes),
        )


def told(corpus: Corpus, findings: Findings) -> None:
    """What most sources tell, each with its surest quote; where no two tell of one event, what stands out otherwise."""
    several = bool(findings.compared)
    heading(_("What several sources tell") if several else _("What is told"), "timeline")
    if not several:
        st.caption(_why_these(corpus, findings.told))
    links(
        [
            _line(
                corpus,
                event,
                title,
                *([ngettext("told by {n} source", "told by {n} sources", event.n_documents)] if several else []),
                quote=findings.quotes[event.event_id],
            )
            for event, title in zip(records(findings.told, Event), event_titles(findings.told), strict=True)
        ],
        key="told",
    )


def _why_these(corpus: Corpus, told: pd.DataFrame) -> str:
    """Why events of which no more than one source tells stand first."""
    alone = (
        _("There is one text, and nothing to compare it with.")
        if len(corpus.documents) == 1
        else _("No event of this selection is told by more than one source; copies of a text count as one.")
    )
    first = (
        _("First what has most quotes:") if told["n_claims"].max() > 1 else _("First what was recognised most surely:")
    )
    return f"{alone} {first}"


def discrepancies(corpus: Corpus, findings: Findings) -> None:
    """What is told differently, with both values, each a way to the two passages in the reader."""
    rows, pairs = findings.told_differently, findings.perhaps.head(LINES)
    if rows.empty:
        st.caption(_compared(findings))
    events = list(dict.fromkeys([*rows["event_id"], *pairs["event_a"]]))
    titles = dict(zip(events, event_titles(corpus.events.loc[events]), strict=True))
    told = findings.sources
    contradicted = [
        Way("≠", titles[row.event_id], _values(corpus, row, told), "reader", _both(row.event_id, row, told))
        for row in records(rows, Discrepancy)
    ]
    perhaps = [
        Way("≈", titles[row.event_a], _days(corpus, row, told), "reader", _both(row.event_a, row, told))
        for row in records(pairs, Candidate)
    ]
    links([*contradicted, *perhaps], key="discrepancies")


def _compared(findings: Findings) -> str:
    """What was compared without a contradiction, and what of it is told anew or more exactly."""
    if not findings.compared:
        return _("Nothing could be compared: no event of this selection is told by more than one source.")
    said = [
        ngettext("{n} event is told by several sources.", "{n} events are told by several sources.", findings.compared),
        _(
            "Dates, places and numbers were compared where two of them give some, and whether one denies what another"
            " tells: no contradiction was found. A plan and the report of it are none."
        ),
    ]
    if n := len(findings.refined):
        said.append(
            ngettext("On {n} point one is newer or more exact.", "On {n} points one is newer or more exact.", n)
        )
    return " ".join(said)


def _values(corpus: Corpus, row: Discrepancy, sources: Mapping[str, str]) -> str:
    """What the two sides of a discrepancy say, with their documents, and whether these are one source."""
    sides = (
        _("{value} ({source})").format(value=value_text(corpus, row.field, value), source=corpus.title(sources[claim]))
        for claim, value in ((row.claim_a, row.value_a), (row.claim_b, row.value_b))
    )
    said = f"{labels.field_label(row.field)}: {' ≠ '.join(sides)}"
    left, right = sources[row.claim_a], sources[row.claim_b]
    if left == right:
        return f"{said} · {_('both in one text')}"
    return f"{said} · {_('two copies of one text')}" if corpus.source(left) == corpus.source(right) else said


def _days(corpus: Corpus, row: Candidate, sources: Mapping[str, str]) -> str:
    """The days of two events that are perhaps one, with the document that tells of each."""
    sides = (
        _("{value} ({source})").format(
            value=event_date(record(corpus.events, event, Event)), source=corpus.title(sources[claim])
        )
        for event, claim in ((row.event_a, row.claim_a), (row.event_b, row.claim_b))
    )
    return f"{_('perhaps one event')}: {' ≠ '.join(sides)}"


def _both(event: str, row: Discrepancy | Candidate, sources: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    left, right = sources[row.claim_a], sources[row.claim_b]
    return state.link(event=event, left=left, right=right if right != left else None)


def ahead(corpus: Corpus, announced: Announced) -> None:
    """What is announced as of the newest source; apart from it what has no day, and what was for a day before that."""
    if announced.ahead.empty and announced.undated.empty and announced.passed.empty:
        st.caption(_("Nothing in this selection is planned or possible."))
        return
    if announced.newest:
        as_of = _("As of {day}: the newest source is of that day or later.").format(day=day(announced.newest))
        st.caption(as_of if len(announced.ahead) else f"{as_of} {_('Nothing is announced for a day from then on.')}")
    for events, key, before in (
        (announced.ahead, "ahead", ""),
        (announced.undated, "open", _("Announced without a day, the latest first; some of it may have passed:")),
        (announced.passed, "passed", _("Announced for a day before that; no source here was found to report it:")),
    ):
        if events.empty:
            continue
        if before:
            st.caption(before)
        first = events.head(LINES)
        titles = event_titles(first)
        bare = [one for one, title in zip(first.index, titles, strict=True) if ":" not in title]  # its type alone
        said = corpus.claims.surest_quotes(bare)
        links(
            [
                _line(corpus, event, title, *_status(event, title), quote=said.get(event.event_id, ""))
                for event, title in zip(records(first, Event), titles, strict=True)
            ],
            key=key,
        )


def _status(event: Event, title: str) -> list[str]:
    """The status of an event, unless its title has it, with what else stands in brackets: `(planned; topic: …)`."""
    status = labels.status_label(event.status)
    return [] if re.search(rf"\({re.escape(status)}[;)]", title) else [status]


def middle(corpus: Corpus, shown: Shown, first: Middle | None, bonds: Sequence[Bond]) -> None:
    """Who takes part in most events, and what is between the strongest pairs, each a way to it."""
    if first is None:
        st.caption(_("No event of this selection names an actor."))
        return
    if first.events.total == 1 < len(shown.events):
        st.caption(_("Nobody: each actor takes part in one event of this selection at most."))
        return
    text = _("{name} takes part in {part} of {whole} events").format(
        name=corpus.name(first.actor), part=number(first.events.total), whole=number(len(shown.events))
    )
    sign = labels.NODES[corpus.kind(first.actor)].sign
    ways = [Way(sign, text, first.events.apart, "actors", state.link(actor=first.actor, event=None))]
    ways += [_bond(corpus, bond) for bond in bonds]
    links(ways, key="relations")
    if not bonds:
        st.caption(_("No event of this selection names two actors."))


def _bond(corpus: Corpus, bond: Bond) -> Way:
    """A way to a relation: what is between its two actors, with a quote of it."""
    kinds = [f"{labels.type_label(kind)} ({number(n)})" for kind, n in list(bond.types.items())[:KINDS]]
    said = (
        _("{a} and {b} take part together, most often: {kinds}") if len(bond.types) > 1 else _("{a} and {b}: {kinds}")
    )
    text = said.format(a=corpus.name(bond.relation.a), b=corpus.name(bond.relation.b), kinds=listed(kinds))
    return cards.relation_way(text, bond.relation)._replace(quote=begin(bond.quote, QUOTE))


def _line(corpus: Corpus, event: Event, title: str, *more: str, quote: str = "") -> Way:
    """A way to an event's passages in the reader: what it is, its date or what bounds it if that is known, and more.

    Where the title is words of the quote, these stand once.
    """
    dated = [] if event.date_basis == "unknown" else [event_date(event)]
    words = begin(quote, QUOTE)
    once = bool(quote) and is_quoted(title, words)
    return Way(
        labels.MARKS[event.status].sign,
        _("“{words}”").format(words=words) if once else title,
        " · ".join([*dated, *more]),
        "reader",
        state.link(**cards.reading(corpus, event.event_id)),
        "" if once else words,
    )


def documents(corpus: Corpus, shown: Shown) -> None:
    """The documents that tell of what is shown, with their dates; each opens in the reader."""
    told = counting.documents(corpus, shown.events.index)
    telling = told.any(axis=1)
    # Where no event was found at all, the texts are all that there is.
    some = corpus.documents[telling] if telling.any() else corpus.documents
    cards.documents(some.head(DOCUMENTS), told, "documents")
    said = []
    if (more := len(some) - DOCUMENTS) > 0:
        said.append(ngettext("{n} more tells of this selection", "{n} more tell of this selection", more))
    if silent := len(corpus.documents) - len(some):
        said.append(ngettext("{n} tells of nothing in this selection", "{n} tell of nothing in this selection", silent))
    if said:
        st.caption("; ".join(said) + ".")
