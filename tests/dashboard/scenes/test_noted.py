"""Which notes go with a selection, and where they stand in a text."""

import json

from core.anchors import Anchor, anchor
from core.briefings import Note, Reference
from core.briefings.noting import About, OnActor, OnEvent, OnPassage
from dashboard.asking import export, reader
from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Filters, Shown, select
from dashboard.scenes import noted
from dashboard.words.i18n import speaking


def note(about: About, text: str = "Noch zu prüfen", by: str | None = "Eva") -> Note:
    return Note(f"n{hash(about)}", about, text, by, "2026-11-30T10:00:00+00:00", "2026-11-30T10:00:00+00:00")


def kept(corpus: Corpus, shown: Shown, *abouts: About) -> list[About]:
    return [one.about for one in noted.among(corpus, shown, [note(about) for about in abouts])]


def test_a_selection_has_the_notes_on_what_it_shows_and_on_what_is_gone(corpus: Corpus) -> None:
    visits = select(corpus, Filters(types=("visit",)))
    other = corpus.events.index[corpus.events["type"] != "visit"][0]
    shown, hidden = OnEvent(Reference(visits.events.index[0])), OnEvent(Reference(other))
    gone = OnEvent(Reference("nowhere"))
    assert kept(corpus, visits, shown, hidden, gone) == [shown, gone]
    assert kept(corpus, select(corpus, Filters()), shown, hidden, gone) == [shown, hidden, gone]


def test_notes_on_texts_and_actors_go_with_the_texts_and_actors_of_the_selection(corpus: Corpus) -> None:
    some = select(corpus, Filters(types=("visit",), sources=("text-000",)))
    documents, actors = (
        export.table(corpus, some, name)[column].to_pylist()
        for name, column in (("documents", "doc_id"), ("actors", "actor_id"))
    )
    inside, outside = (
        OnPassage(anchor(doc, corpus.texts.of(doc), 0, 7))
        for doc in (documents[0], next(doc for doc in corpus.documents.index if doc not in documents))
    )
    gone = OnPassage(Anchor("no-text", 0, 5, "Worte"))
    named = OnActor(Reference(actors[0]))
    assert kept(corpus, some, inside, outside, gone, named) == [inside, gone, named]


def test_the_download_has_the_notes_that_it_is_given(corpus: Corpus) -> None:
    about = OnPassage(anchor("text-000", corpus.texts.of("text-000"), 0, 7))
    made = json.loads(export.interchange(corpus, select(corpus, Filters()), "annotations", [note(about)]))
    assert made["first"]["items"][-1]["creator"] == {"type": "Person", "name": "Eva"}


def test_a_note_stands_in_the_reader_where_its_words_do_with_what_it_says_and_whose_it_is(corpus: Corpus) -> None:
    hostile = "<script>alert(1)</script>"
    text = corpus.texts.of("text-000")
    about = OnPassage(anchor("text-000", text, 3, 12))
    others: list[About] = [
        OnPassage(anchor("text-001", corpus.texts.of("text-001"), 3, 12)),
        OnEvent(Reference("e000003")),
        OnPassage(Anchor("text-000", 3, 9, "Solche Worte stehen nirgends")),
    ]
    every = [note(about, hostile), *(note(one) for one in others), note(about, "", None)]
    with speaking("en"):
        shown = reader.with_notes(reader.document(corpus, "text-000"), noted.inside(corpus, "text-000", every))
    marks = [span for span in shown["spans"] if span[2] == "comment"]
    units = text.encode("utf-16-le")
    assert [units[2 * start : 2 * end].decode("utf-16-le") for start, end, *_rest in marks] == [text[3:12]] * 2
    assert [span[4] for span in marks] == [f"Note by Eva: {hostile}", "Note: bookmark"]
    assert shown["spans"] == sorted(shown["spans"], key=lambda span: (span[0], -span[1]))
