"""The parts of the page on what is new: since when, and each change as a way to the passages that it rests on."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from core.changes import corrected
from core.changes.compare import (
    Actor,
    Change,
    ChangedActor,
    ChangedSource,
    Changes,
    ComparedSource,
    Discrepancy,
    Event,
    Plan,
)
from core.changes.corrected import People
from core.changes.outcomes import Outcome
from core.changes.since import News
from core.time import edtf
from dashboard import data, state
from dashboard.asking import changes as asking
from dashboard.asking.corpus import Corpus
from dashboard.asking.differences import value_text
from dashboard.asking.documents import about
from dashboard.asking.records import Document, record
from dashboard.asking.records import Event as EventRow
from dashboard.asking.selection import Shown
from dashboard.asking.texts import begin
from dashboard.components.links import Way, links
from dashboard.parts import cards
from dashboard.parts.way import way
from dashboard.state import current, tied
from dashboard.words import labels
from dashboard.words.dates import event_date, moment, moments, when
from dashboard.words.i18n import _, language, listed, ngettext, number

LINES = 15
"""So many lines of each kind are shown at first."""

MOST = 300
"""No more lines than this of a kind are shown, opened or not."""

QUOTE = 160
"""So many characters of a quote stand under a line."""


def since(news: News) -> None:
    """Since when things are new, with the choice of another time, and a link that remembers it."""
    if news.since is None:
        st.info(
            _("These are the first tables that are remembered: what is new can be told from the next build on."),
            icon=":material/history:",
        )
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _chosen_build()
        _chosen_day()
        way(
            "changes",
            _("From here on"),
            ":material/bookmark:",
            key="from_here_on",
            since=data.set_name(),
            help=_(
                "Keep the address that this opens, as a bookmark: when you come back, it shows what is new"
                " since then. This stands in the address alone; nothing about you is kept."
            ),
        )
    st.caption(since_text(news))
    if news.changes.code and news.changes:
        st.caption(_("Lagebild's code or vocabulary has changed since then, too: part of this may come of that."))


def since_text(news: News) -> str:
    """Between which builds things are new, in words."""
    assert news.since is not None  # noqa: S101 - asked for only where there is one
    now, before = moments([news.build.time, news.since.time])
    said = _("New in the tables of {now}, compared with those of {before}.").format(now=now, before=before)
    if news.forgotten:
        asked = _("The build of {time}, which the address names, is not remembered any more.")
        said = f"{asked.format(time=moment(news.forgotten.time))} {said}"
    return said if news.exact else f"{said} {_('No older ones are remembered.')}"


def _chosen_build() -> None:
    builds = data.builds()
    names = dict(zip((build.name for build in builds), moments([build.time for build in builds]), strict=True))
    asked = current().since
    # A set that is not remembered any more stands for the last one before it; a day is chosen beside this.
    other = [asked] if asked and asked not in names and not _day(asked) else []
    labels_ = {
        "": _("the build before the last new texts"),
        **{name: _("the build of {time}").format(time=time) for name, time in names.items()},
        **dict.fromkeys(other, _("the build that you saw last")),
    }
    st.selectbox(
        _("Since"),
        list(labels_),
        format_func=labels_.__getitem__,
        **tied("since_build", "" if asked is None or _day(asked) else asked, lambda name: {"since": name or None}),
        disabled=_day(asked) is not None,
        width=330,
    )


def _chosen_day() -> None:
    asked = _day(current().since)
    st.date_input(
        _("or since the day"),
        format="DD.MM.YYYY" if language() == "de" else "YYYY-MM-DD",
        max_value=max(datetime.date.today(), asked or datetime.date.min),
        width=180,
        **tied("since_day", asked, lambda day: {"since": day.isoformat() if day else None}),
    )


def _day(text: str | None) -> datetime.date | None:
    """The day that an address names; None where it names a build, or nothing."""
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError:
        return None


class _Section(NamedTuple):
    """A kind of changes: its heading, the key of its list, and how many there are, with the lines of each."""

    heading: str
    key: str
    changes: Sequence[Change]
    way: Callable[[Any], Way]
    under: Callable[[Any], Sequence[Way]] = lambda _one: ()

    def ways(self, changes: Sequence[Change]) -> list[Way]:
        """The lines of some of its changes."""
        return [way for one in changes for way in (self.way(one), *self.under(one))]

    def told(self, people: People) -> "_Section":
        """The part of it that is news."""
        return self._replace(changes=[one for one in self.changes if not corrected.deciding(one, people)])

    def decided(self, people: People) -> "_Section":
        """The part of it that follows from what people have decided, each line with who decided what."""

        def way(change: Change) -> Way:
            line = self.way(change)
            who = map(_decided, dict.fromkeys(corrected.deciding(change, people)))
            return line._replace(aside=" · ".join(filter(None, (line.aside, *who))))

        some = [one for one in self.changes if corrected.deciding(one, people)]
        return self._replace(key=f"decided_{self.key}", changes=some, way=way)


def _decided(one: corrected.DecidedBy) -> str:
    """Who has decided what, or has taken it back."""
    what = labels.decision_label(one.field)
    if one.taken_back:
        what = _("{what}: taken back").format(what=what)
    return _("{what}, by {name}").format(what=what, name=one.by) if one.by else _("corrected: {what}").format(what=what)


def all_of_it(corpus: Corpus, news: News, shown: Shown) -> None:
    """All changes that the selection shows, a list for each kind that there is any of."""
    changes, left_out = asking.select(corpus, news.changes, shown, current().filters)
    if left_out:
        st.caption(ngettext("The selection leaves out {n} change.", "The selection leaves out {n} changes.", left_out))
    if not changes:
        st.success(_("Nothing is new."), icon=":material/check:")
        return
    people = data.by_people()
    sections = list(_sections(corpus, changes))
    _grid([one.told(people) for one in sections])
    decided = [one.decided(people) for one in sections]
    if count := sum(len(one.changes) for one in decided):
        with st.expander(
            ngettext("What follows from corrections: {n} change", "What follows from corrections: {n} changes", count),
            icon=":material/edit:",
            key="by_people",
            expanded=True,
        ):
            st.caption(_("No source tells this; people have decided it, or have taken it back."))
            _grid(decided)


def _grid(every: Sequence[_Section]) -> None:
    """Lists side by side, those with nothing in them left out."""
    sections = [one for one in every if one.changes]
    if not sections:
        return
    grid = st.grid(2, min_column_width=330)
    for at in range(2):
        with grid.cell():
            for section in sections[at::2]:
                _section(section)


def _section(section: _Section) -> None:
    with st.container(border=True):
        st.header(f"{section.heading} ({number(len(section.changes))})", anchor=False)
        links(section.ways(section.changes[:LINES]), key=f"new_{section.key}")
        if len(section.changes) > LINES:
            with st.expander(ngettext("{n} more", "{n} more", len(section.changes) - LINES)):
                links(section.ways(section.changes[LINES:MOST]), key=f"more_{section.key}")
                if len(section.changes) > MOST:
                    st.caption(
                        _("The first {n} are shown; narrow the selection to see the others.").format(n=number(MOST))
                    )


def _sections(corpus: Corpus, changes: Changes) -> Iterator[_Section]:
    events, points, actors, sources = changes.events, changes.discrepancies, changes.actors, changes.sources
    quotes = asking.quotes(corpus, _now(changes))

    def line(event: Event, *more: str) -> Way:
        return _line(corpus, event, quotes, *more)

    for outcome in ("reported", "moved", "denied"):
        plans = [plan for plan in events.plans if plan.outcome == outcome]
        yield _Section(
            _outcomes()[outcome],
            outcome,
            plans,
            lambda one: _plan(one, line(one.event, _was(corpus, one))),
            lambda one: _announced(corpus, one),
        )
    yield _Section(_("New events"), "events", events.new, lambda one: line(one, _date_now(corpus, one)))
    yield _Section(
        _("Told by more sources"),
        "more",
        events.more_sources,
        lambda one: line(
            one.event,
            _date_now(corpus, one.event),
            _("{before} → {now}").format(before=number(one.before), now=ngettext("{n} source", "{n} sources", one.now)),
        ),
    )
    yield _Section(
        _("Told otherwise"),
        "changed",
        events.changed,
        lambda one: line(one.event, *(_change(corpus, one.was, one.event, field) for field in one.fields)),
    )
    yield _Section(
        _("Several events that are one now"),
        "joined",
        events.joined,
        lambda one: line(one.event, ngettext("{n} event before", "{n} events before", len(one.were))),
    )
    yield _Section(
        _("One event that is several now"),
        "parted",
        events.parted,
        lambda one: line(one.events[0], ngettext("{n} event now", "{n} events now", len(one.events))),
    )
    yield _Section(_("New discrepancies"), "differing", points.new, lambda one: line(one.event, _point(corpus, one)))
    yield _Section(
        _("Resolved discrepancies"), "resolved", points.resolved, lambda one: line(one.event, _point(corpus, one))
    )
    yield _Section(_("New sources"), "sources", sources.new, lambda one: _source(corpus, one))
    yield _Section(_("Changed sources"), "edited", sources.changed, lambda one: _source(corpus, one))
    yield _Section(_("New actors"), "actors", actors.new, lambda one: _actor(corpus, one))
    yield _Section(_("Actors merged into others"), "merged", actors.merged, lambda one: _actor(corpus, one))
    yield _Section(_("Actors under another id"), "renamed", actors.renamed, lambda one: _actor(corpus, one))
    yield _Section(_("Actors parted from others"), "split", actors.parted, lambda one: _actor(corpus, one))
    yield _Section(_("Sources that are gone"), "gone_sources", sources.gone, lambda one: _gone(one.title))
    yield _Section(
        _("Events that are gone"), "gone_events", events.gone, lambda one: _gone(_title(one), _date(one), one, corpus)
    )
    yield _Section(_("Actors that are gone"), "gone_actors", actors.gone, lambda one: _gone(_name(one)))


def _outcomes() -> Mapping[Outcome, str]:
    return {
        "reported": _("Planned, and reported now"),
        "moved": _("Planned, and moved now"),
        "denied": _("Planned, and denied or called off now"),
    }


def _now(changes: Changes) -> Iterator[Event]:
    """The events of now that lines lead to."""
    events = changes.events
    yield from events.new
    for some in (events.plans, events.more_sources, events.changed, events.joined):
        yield from (one.event for one in some)
    yield from (one.events[0] for one in events.parted)
    for points in changes.discrepancies:
        yield from (one.event for one in points)


def _line(corpus: Corpus, event: Event, quotes: Mapping[str, str], *more: str) -> Way:
    """A way to the passages of an event, in the reader: those of a document that did not tell of it before are left."""
    return Way(
        labels.MARKS[event.status].sign,
        _title(event),
        " · ".join(more),
        "reader",
        state.link(**cards.reading(corpus, event.event_id, event.documents[0])),
        begin(quotes.get(event.event_id, ""), QUOTE),
    )


def _title(event: Event) -> str:
    return event.title if language() == "de" else event.title_en


def _name(actor: Actor) -> str:
    return actor.name if language() == "de" else actor.name_en or actor.name


def _date(event: Event) -> str:
    return when(event.first, event.last, event.date and edtf.precision(event.date))


def _date_now(corpus: Corpus, event: Event) -> str:
    """The date of an event of now or, where no source dates it, what bounds it: nothing is remembered of bounds."""
    if event.first is None and event.last is None and event.event_id in corpus.events.index:
        return event_date(record(corpus.events, event.event_id, EventRow))
    return _date(event)


def _was(corpus: Corpus, plan: Plan) -> str:
    """What was announced, and what is told now."""
    days = ((plan.was, _date(plan.was)), (plan.event, _date_now(corpus, plan.event)))
    before, now = (f"{labels.status_label(one.status)}, {day}" for one, day in days)
    return _("{before} → {now}").format(before=before, now=now)


def _plan(plan: Plan, line: Way) -> Way:
    """A way to both passages side by side: that which tells of a plan now, and that which announced it."""
    if plan.told is None or plan.announced is None:
        return line
    params = state.link(event=plan.event.event_id, left=plan.told.doc_id, right=plan.announced.doc_id)
    return line._replace(params=params, quote=begin(plan.told.quote, QUOTE))


def _announced(corpus: Corpus, plan: Plan) -> Sequence[Way]:
    """A way to the passage that announced what a plan is of, where that is known."""
    if plan.announced is None:
        return ()
    passage = plan.announced
    return [
        Way(
            "↳",
            _("Announced: {title}").format(title=_title(plan.was)),
            about(record(corpus.documents, passage.doc_id, Document)),
            "reader",
            state.link(**cards.reading(corpus, plan.plan_id, passage.doc_id)),
            begin(passage.quote, QUOTE),
        )
    ]


def _change(corpus: Corpus, was: Event, event: Event, field: str) -> str:
    before, now = (_value(corpus, one, field) for one in (was, event))
    if field == "date":
        now = _date_now(corpus, event)
    return f"{labels.field_label(field)}: " + _("{before} → {now}").format(before=before, now=now)


def _value(corpus: Corpus, event: Event, field: str) -> str:
    """What is told of an event on a point, in words."""
    if field == "date":
        return _date(event)
    value = getattr(event, field)
    return value_text(corpus, field, value) if value else _("none")


def _point(corpus: Corpus, one: Discrepancy) -> str:
    values = " ≠ ".join(value_text(corpus, one.field, value) for value in one.values)
    return f"{labels.field_label(one.field)}: {values}"


def _source(corpus: Corpus, source: ComparedSource | ChangedSource) -> Way:
    """A way to a document in the reader, with what has changed of it."""
    said = [about(record(corpus.documents, source.doc_id, Document))]
    if isinstance(source, ChangedSource):
        said.append(_("other than it was: {what}").format(what=listed([_source_field(one) for one in source.fields])))
    return Way("▤", source.title, " · ".join(said), "reader", state.link(left=source.doc_id, right=None, event=None))


def _source_field(name: str) -> str:
    return {
        "text": _("text"),
        "title": _("title"),
        "outlet": _("outlet"),
        "published": _("date"),
        "name": _("file name"),
    }[name]


def _actor(corpus: Corpus, one: Actor | ChangedActor) -> Way:
    """A way to an actor with its events, and which it was before."""
    actor, said = (
        (one.actor, [_("before: {name}").format(name=_name(one.was))]) if isinstance(one, ChangedActor) else (one, [])
    )
    return Way(
        labels.NODES[actor.kind].sign,
        corpus.names.get(actor.actor_id, _name(actor)),
        " · ".join([labels.kind_label(actor.kind), *said]),
        "actors",
        state.link(actor=actor.actor_id, event=None),
    )


def _gone(text: str, aside: str = "", event: Event | None = None, corpus: Corpus | None = None) -> Way:
    """What is gone, as a way to the document that told of it if that is still there, else to the documents."""
    left = next((doc for doc in event.documents if doc in corpus.documents.index), None) if event and corpus else None
    page, params = ("reader", state.link(left=left, right=None, event=None)) if left else ("sources", state.link())
    return Way("–", text, aside, page, params)


def summary(changes: Changes) -> str:
    """What is new in one line: how much there is of what matters most; empty where that is nothing."""
    outcomes = [sum(plan.outcome == outcome for plan in changes.events.plans) for outcome in _outcomes()]
    counted: Iterable[tuple[int, Callable[[int], str]]] = (
        (outcomes[0], lambda n: ngettext("{n} plan reported", "{n} plans reported", n)),
        (outcomes[1], lambda n: ngettext("{n} plan moved", "{n} plans moved", n)),
        (outcomes[2], lambda n: ngettext("{n} plan denied", "{n} plans denied", n)),
        (len(changes.sources.new), lambda n: ngettext("{n} source", "{n} sources", n)),
        (len(changes.events.new), lambda n: ngettext("{n} event", "{n} events", n)),
        (
            len(changes.events.more_sources),
            lambda n: ngettext("{n} event told by more sources", "{n} events told by more sources", n),
        ),
        (len(changes.discrepancies.new), lambda n: ngettext("{n} discrepancy", "{n} discrepancies", n)),
        (len(changes.actors.new), lambda n: ngettext("{n} actor", "{n} actors", n)),
    )
    said = [words(n) for n, words in counted if n]
    return listed(said) if said else _("smaller changes") if changes else ""


def finding(corpus: Corpus, news: News | None, shown: Shown) -> None:
    """What of the selection is new, in one line that leads to all of it, if there is more than people have decided."""
    if news is None or news.since is None:
        return
    told = corrected.without(news.changes, data.by_people())
    changes = asking.select(corpus, told, shown, current().filters).changes
    if not changes:
        return
    text = _("New since {time}: {what}").format(time=moment(news.since.time), what=summary(changes))
    with st.container(border=True):
        links([Way("✳", text, "", "changes", state.link())], key="new")
