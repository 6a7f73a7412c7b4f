"""What each kind of stop shows, in the interface's words."""

from collections.abc import Callable

from core import anchors
from core.anchors import Anchor
from core.briefings import Event, Network, Passages, Stop, Text, Timeline
from core.handouts.links import to_words
from core.handouts.model import Kind, Passage, Section, sha256
from dashboard.asking import differences
from dashboard.asking.corpus import Corpus
from dashboard.asking.documents import about
from dashboard.asking.records import Claim, Document, record
from dashboard.asking.records import Event as EventRow
from dashboard.asking.texts import around
from dashboard.asking.titles import title
from dashboard.scenes import found
from dashboard.scenes.pictures import Drawn
from dashboard.words import labels
from dashboard.words.dates import event_date
from dashboard.words.i18n import _, percent

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
    return Section(
        shown.kind,
        stop.title or shown.title,
        shown.facts,
        shown.passages,
        shown.differences,
        stop.words,
        shown.picture,
        shown.legend,
        shown.missing,
    )


def _event(corpus: Corpus, what: Event) -> Section:
    event_id = found.event(corpus, what.event)
    if event_id is None:
        gone = [_gone(corpus, anchor) for anchor in (what.passages or (what.event.anchor,)) if anchor]
        return Section(
            "event", _("An event"), passages=tuple(gone), missing=_("The tables do not hold this event any more.")
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
    return Section("event", title(corpus, event_id), facts, tuple(passages), differing)


def _passages(corpus: Corpus, anchors: tuple[Anchor, ...]) -> Section:
    claims = [found.claim(corpus, anchor) for anchor in anchors]
    events = {one.event_id for one in claims if one}
    named = title(corpus, events.pop()) if len(events) == 1 else _("Passages") if anchors[1:] else _("A passage")
    return Section(
        "passages", named, passages=tuple(passage(corpus, *two) for two in zip(anchors, claims, strict=True))
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
    return Passage(anchor, anchor.prefix, anchor.suffix, source, "", "", stands=False)
