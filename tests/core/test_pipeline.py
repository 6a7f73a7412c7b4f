"""From documents to tables, in memory."""

from core import pipeline
from core.check import check
from core.model import Document
from core.tables import Tables


def built(*documents: Document) -> Tables:
    return pipeline.tables(documents)


def text(doc_id: str, words: str, **more: str) -> Document:
    return Document(doc_id, f"{doc_id}.txt", doc_id, words, **more)


def quotes(tables: Tables, **wanted: str) -> list[str]:
    claims = tables.claims
    for column, value in wanted.items():
        claims = claims[claims[column] == value]
    return [str(quote) for quote in claims.quote]


def test_speech_that_goes_on_in_the_subjunctive_stays_the_speakers_word() -> None:
    tables = built(
        text(
            "a",
            "Außenministerin Annalena Baerbock sagte in Berlin, Russland setze den Krieg fort. Moskau habe am Montag"
            " zwei Städte angegriffen. Deutschland habe Polen zu Gesprächen eingeladen.",
            published="2024-11-20",
        )
    )
    told = quotes(tables, attributed_to="annalena-baerbock")
    assert any("angegriffen" in quote for quote in told)
    assert any("eingeladen" in quote for quote in told)


def test_two_reports_of_one_event_are_one_row_with_both_sources() -> None:
    tables = built(
        text("a", "Emmanuel Macron besuchte am 3. Mai 2021 Wien.", published="2021-05-04"),
        text("b", "Präsident Emmanuel Macron hat im Mai 2021 Wien besucht.", published="2021-05-20"),
    )
    (event,) = tables.events[tables.events.type == "visit"].itertuples()
    assert (event.n_claims, event.n_documents, event.date_edtf) == (2, 2, "2021-05-03")


def test_a_text_in_another_language_is_listed_and_not_read() -> None:
    tables = built(text("a", "Emmanuel Macron visited Vienna on Monday.", language="en"))
    assert list(tables.documents.doc_id) == ["a"]
    assert tables.claims.empty
    assert tables.mentions.empty


def test_a_corpus_without_any_event_gives_tables_in_order() -> None:
    tables = built(text("a", "Blau ist eine Farbe."))
    assert tables.events.empty
    assert check(tables) == []


def test_every_row_leads_to_its_words() -> None:
    tables = built(
        text(
            "a",
            "Die NATO eröffnete im Mai 2022 ein Büro in Wien 😀. Jens Stoltenberg sprach von einem Erfolg.\r\nEnde.",
        ),
    )
    texts = dict(zip(tables.texts.doc_id, tables.texts.text, strict=True))
    assert len(tables.claims) >= 2
    for row in tables.claims.itertuples():
        assert texts[row.doc_id][row.start : row.end] == row.quote
    for frame in (tables.mentions, tables.times):
        for row in frame.itertuples():
            assert texts[row.doc_id][row.start : row.end] == row.text


def test_the_same_documents_give_the_same_tables() -> None:
    documents = (
        text("a", "Emmanuel Macron besuchte am 3. Mai 2021 Wien.", published="2021-05-04"),
        text("b", "Die EU verhängte Sanktionen gegen Belarus.", published="2021-05-20"),
    )
    once, again = built(*documents), built(*documents)
    assert all(frame.equals(dict(again.items())[name]) for name, frame in once.items())


def test_one_word_for_two_persons_makes_both_act() -> None:
    tables = built(
        text("a", "Angela Merkel traf Emmanuel Macron. Sie unterzeichneten einen Vertrag.", published="2021-05-04")
    )
    (claim,) = tables.claims[tables.claims.type == "agreement"].claim_id
    parts = tables.participants[tables.participants.claim_id == claim]
    assert dict(zip(parts.actor_id, parts.role, strict=True)) == {"angela-merkel": "agent", "emmanuel-macron": "agent"}


def test_a_ministry_in_a_capital_speaks_for_its_state() -> None:
    tables = built(text("a", "Das Verteidigungsministerium in Moskau bestätigte den Angriff.", published="2021-05-04"))
    assert list(tables.participants.actor_id) == ["russia"]


AGENCY = (
    "Emmanuel Macron besuchte am 3. Mai 2021 Wien. Der Präsident sprach dort zwei Stunden lang über die Fischerei vor"
    " der Küste und über den Ausbau der Nachtzüge, die beide Länder seit langem planen. Am Abend ging er in die Oper,"
    " in der ein Stück gegeben wurde, das ihm nach eigenen Worten sehr gefiel. Danach fuhr er mit dem Zug nach Hause."
)


def test_five_outlets_with_one_agency_text_are_one_source() -> None:
    outlets = [
        text(f"outlet-{n}", f"{head}\n\n{AGENCY}", published=f"2021-05-0{n}")
        for n, head in enumerate(("Hoher Gast in Wien", "Oper und Nachtzug", "Macron reist", "Fisch", "Zug um Zug"), 4)
    ]
    other = text("other", "Im Mai 2021 hat Präsident Emmanuel Macron Wien besucht.", published="2021-05-20")
    tables = built(*outlets, other)
    assert list(tables.copies.doc_id) == ["outlet-5", "outlet-6", "outlet-7", "outlet-8"]
    assert set(tables.copies.original) == {"outlet-4"}
    (event,) = tables.events[tables.events.type == "visit"].itertuples()
    assert (event.n_claims, event.n_documents) == (6, 2)
    assert tables.actors.set_index("actor_id").n_documents["emmanuel-macron"] == 2
    assert check(tables) == []
    assert built(other, *outlets[::-1]).copies.equals(tables.copies)


def test_a_copied_text_in_another_language_is_marked_too() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    tables = built(text("a", words, language="en"), text("b", words, language="en"))
    assert [tuple(row) for row in tables.copies.itertuples(index=False)] == [("b", "a", 1.0)]
