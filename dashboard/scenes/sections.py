"""What each kind of stop shows, in the interface's words."""

from collections.abc import Callable

import msgspec

from core import anchors
from core.anchors import Anchor
from core.briefings import Event, Network, Passages, Stop, Text, Timeline
from core.handouts.links import to_words
from core.handouts.model import Kind, Passage, Section, sha256
from dashboard.asking import differences
from dashboard.asking.corpus import Corpus
from dashboard.asking.documents import about, cited
from dashboard.asking.records import Claim, Document, record, records
from dashboard.asking.records import Event as EventRow
from dashboard.asking.texts import around, begin
from dashboard.asking.titles import title
from dashboard.scenes import found
from dashboard.scenes.corrected import corrected
from dashboard.scenes.pictures import Drawn
from dashboard.words import labels
from dashboard.words.dates import event_date
from dashboard.words.i18n import _, ngettext, percent

_WEB = ("http://", "https://")

Draw = Callable[[Timeline | Network], Drawn | None]
"""Draws a stretch of the timeline or a part of the network; None where nothing of it is left."""


def section(corpus: Corpus, stop: Stop, draw: Draw) -> Section:
    """What a stop shows, with the title and the words of who made it."""
    match stop.what:
        case Event():
            shown = _event(corpus, stop.what)
        case Passages(passages=passages):
            shown = _passages(corpus, passages)
        case Timeline() | Network():
            shown = _drawn(stop.what, draw)
        case Text():
            shown = Section("text", "")
    return msgspec.structs.replace(shown, title=stop.title or shown.title, words=stop.words)


def _event(corpus: Corpus, what: Event) -> Section:
    event_id = found.event(corpus, what.event)
    if event_id is None:
        held = [anchor for anchor in (what.passages or (what.event.anchor,)) if anchor]
        return Section(
            "event",
            _("“{words}”").format(words=begin(" ".join(held[0].quote.split()))) if held else _("An event"),
            passages=tuple(passage(corpus, anchor, found.claim(corpus, anchor)) for anchor in held),
            missing=_("The tables do not hold this event any more."),
        )
    row = record(corpus.events, event_id, EventRow)
    where = [corpus.place(row.place)] if row.place else []
    facts = (
        " · ".join([labels.type_label(row.type), labels.status_text(row.status), *where]),
        f"{event_date(row)} ({labels.source_label(row.date_source)})",
        _("confidence {share}").format(share=percent(row.confidence)),
    )
    if what.passages:
        passages = [passage(corpus, anchor, found.claim(corpus, anchor, event_id)) for anchor in what.passages]
    else:
        passages = [passage(corpus, found.anchored(corpus, one), one) for one in found.best(corpus, event_id)]
    differing = tuple(differences.told(corpus, event_id))
    return Section(
        "event",
        title(corpus, event_id),
        facts,
        tuple(passages),
        differing,
        parties=parties(corpus, event_id),
        corrected=corrected(corpus, event_id),
    )


MOST_PARTIES = 8
"""So many actors are named of those who take part in an event."""


def parties(corpus: Corpus, event_id: str) -> str:
    """Who takes part in an event, with their roles, in a line; empty where nobody is named."""
    roles: dict[str, list[str]] = {}
    for actor_id, role in corpus.parts.of(event_id)[["actor_id", "role"]].to_numpy().tolist():
        roles.setdefault(actor_id, []).append(labels.role_label(role))
    told = [f"{corpus.name(actor)} ({', '.join(own)})" for actor, own in roles.items()]
    left = len(told) - MOST_PARTIES
    rest = [ngettext("{n} more", "{n} more", left)] if left > 0 else []
    return _("Participants: {names}").format(names=", ".join([*told[:MOST_PARTIES], *rest])) if told else ""


def _passages(corpus: Corpus, anchors: tuple[Anchor, ...]) -> Section:
    claims = [found.claim(corpus, anchor) for anchor in anchors]
    events = {one.event_id for one in claims if one}
    shown = tuple(passage(corpus, *two) for two in zip(anchors, claims, strict=True))
    if len(events) != 1:
        return Section("passages", _("Passages") if anchors[1:] else _("A passage"), passages=shown)
    [event_id] = events
    return Section(
        "passages",
        title(corpus, event_id),
        passages=shown,
        parties=parties(corpus, event_id),
        corrected=corrected(corpus, event_id),
    )


def _drawn(what: Timeline | Network, draw: Draw) -> Section:
    kind: Kind = "timeline" if isinstance(what, Timeline) else "network"
    named = _("Timeline") if isinstance(what, Timeline) else _("Network")
    if (drawn := draw(what)) is None:
        return Section(kind, named, missing=_("The tables hold nothing any more that could be drawn here."))
    return Section(kind, drawn.title, drawn.facts, picture=drawn.picture, legend=drawn.legend)


def passage(corpus: Corpus, anchor: Anchor, claim: Claim | None) -> Passage:
    """A quote between the words around it, with its source, and what it says of an event if it is a claim."""
    stands = found.place(corpus, anchor)
    if stands is None:
        return _gone(corpus, anchor)
    text = corpus.texts.of(anchor.doc_id)
    document = record(corpus.documents, anchor.doc_id, Document)
    now = anchors.anchor(anchor.doc_id, text, stands.start, stands.end)
    before, after = around(text, stands.start, stands.end)
    return Passage(
        now,
        before,
        after,
        f"{document.title} · {about(document)}",
        known(corpus, claim) if claim else "",
        sha256(text),
        _footnote(corpus, now, stands=True),
        url=_address(document.url, now.quote),
    )


def _address(url: str | None, words: str) -> str | None:
    """The address of words in a document on the web; None for one that has no address, or a strange one."""
    return to_words(url, words) if url and url.startswith(_WEB) else None


def known(corpus: Corpus, claim: Claim) -> str:
    """What a claim says of its event: status, date and how that is known, and who says so."""
    words = [_("“{words}”").format(words=words) for words in corpus.claims.date_words.get(claim.claim_id, ())]
    how = ": ".join([labels.source_label(claim.date_source), *([", ".join(words)] if words else [])])
    said = [labels.status_text(claim.status)]
    said.append(f"{event_date(claim)} ({how})" if claim.date_basis != "unknown" else how)
    if claim.attributed_to:
        said.append(_("according to {name}").format(name=corpus.name(claim.attributed_to)))
    return " · ".join(said)


def _gone(corpus: Corpus, anchor: Anchor) -> Passage:
    """A quote that does not stand in its text any more, as it was."""
    source = anchor.doc_id
    if anchor.doc_id in corpus.documents.index:
        document = record(corpus.documents, anchor.doc_id, Document)
        source = f"{document.title} · {about(document)}"
    return Passage(
        anchor, anchor.prefix, anchor.suffix, source, "", "", _footnote(corpus, anchor, stands=False), stands=False
    )


def _footnote(corpus: Corpus, at: Anchor, *, stands: bool) -> str:
    """Where in which document a quote is; the document's id where others are named like it, or where it is gone."""
    if at.doc_id not in corpus.documents.index:
        return _("{source}: this text is no longer there").format(source=at.doc_id)
    document = record(corpus.documents, at.doc_id, Document)
    source = cited(document)
    alike = corpus.documents[corpus.documents["title"] == document.title]
    id_ = f" ({at.doc_id})" if sum(cited(one) == source for one in records(alike, Document)) > 1 else ""
    if not stands:
        return _("{source}: the text no longer has these words").format(source=source) + id_
    said = _("{source}, characters {start} to {end}")
    return said.format(source=source, start=at.start, end=at.end) + id_
