"""Which texts are copies: what outlets do to an agency's text, and what only looks like it."""

import os
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.corpus import read_as, segments
from core.events.copies import Copy, Signature, copies, earliest_first, signature
from core.model import Interval, Segment

AGENCY = """Hafenstadt und Bergdorf wollen künftig gemeinsam Straßenbahnen kaufen.

Die Bürgermeisterinnen der beiden Orte unterschrieben am Dienstag im alten Rathaus einen Vertrag, nach dem sie ihre \
Bestellungen ab dem nächsten Jahr zusammenlegen. Das soll nach Angaben der Verwaltung rund ein Zehntel der Kosten \
sparen, die zuletzt stark gestiegen waren.

„Wir haben lange genug jede für sich verhandelt“, sagte die Bürgermeisterin der Hafenstadt nach der Feier. Ihre \
Kollegin sprach von einem Tag, an den man sich noch erinnern werde, wenn die ersten Wagen über die neue Brücke rollen.

Kritik kam von der Opposition im Stadtrat. Der Vertrag binde beide Seiten für zwölf Jahre, ohne dass der Rat über die \
Modelle mitreden könne, hieß es in einer Erklärung. Die Fahrer der Bahnen begrüßten dagegen, dass sie künftig auf \
beiden Netzen mit demselben Führerschein fahren dürfen. Über die Werkstatt, die beide Orte brauchen, soll erst im \
Herbst entschieden werden, wenn ein Gutachten über den Baugrund am Fluss vorliegt.
"""
OTHER_REPORT = """Zwei Nachbarn, eine Bahn

Lange haben sie gestritten, jetzt liegt die Unterschrift auf dem Tisch: Bergdorf und Hafenstadt bestellen ihre \
Straßenbahnen von nun an als ein Kunde. Wer am Dienstag im Rathaus dabei war, sah zwei zufriedene \
Bürgermeisterinnen. „Wir haben lange genug jede für sich verhandelt“, sagte eine von ihnen.

Ein Zehntel billiger sollen die Wagen werden, so rechnet es die Verwaltung vor. Ob das stimmt, weiß freilich niemand, \
denn der Hersteller hat sein Angebot noch nicht abgegeben. Die Opposition ärgert sich über die lange Laufzeit von \
zwölf Jahren und darüber, dass sie bei den Modellen nichts zu sagen hat. Und wo die Wagen repariert werden, steht \
auch noch nicht fest. Ein Gutachten zum Baugrund am Fluss wird im Herbst erwartet.
"""
SHORT = "Im Hafen von Hafenstadt ist am Montag ein Schiff mit Bananen auf Grund gelaufen, verletzt wurde niemand."
WORDS = [f"wort{number}" for number in range(3000)]


def signed(text: str) -> Signature:
    return signature(text, segments(text))


def of(**texts: str) -> dict[str, str]:
    """The copies among texts given in the order of their publication, with their originals."""
    copied = copies({doc_id: signed(text) for doc_id, text in texts.items()}, list(texts))
    return {doc_id: copy.original for doc_id, copy in copied.items()}


def prose(seed: int, n_words: int) -> str:
    return " ".join(Random(seed).choices(WORDS, k=n_words)) + "."  # noqa: S311 - not for secrets


def test_the_same_text_is_a_copy() -> None:
    assert copies({"a": signed(AGENCY), "b": signed(AGENCY)}, ["a", "b"]) == {"b": Copy("a", 1.0)}


def test_a_text_under_another_headline_with_its_end_cut_is_a_copy() -> None:
    cut = AGENCY.partition("Kritik kam")[0].partition("\n\n")[2]
    assert of(agency=AGENCY, outlet=f"Sparen auf Schienen\n\nVon Erika Mustermann\n\n{cut}") == {"outlet": "agency"}


def test_a_text_with_another_lead_and_a_word_changed_here_and_there_is_a_copy() -> None:
    edited = AGENCY.replace("Hafenstadt und Bergdorf wollen", "Die Nachbarorte wollen von nächstem Jahr an")
    edited = edited.replace("am Dienstag", "am 4. Mai").replace("rund ein", "etwa ein").replace("dagegen", "jedoch")
    assert of(agency=AGENCY, outlet=edited) == {"outlet": "agency"}


def test_two_reports_of_one_event_by_different_authors_are_no_copies() -> None:
    assert of(agency=AGENCY, other=OTHER_REPORT) == {}


def test_a_later_text_that_quotes_a_short_one_in_full_is_its_own() -> None:
    lead = " ".join(AGENCY.split()[:60])
    assert of(flash=lead, report=lead + " " + prose(1, 300)) == {}


def test_an_update_that_adds_less_than_it_keeps_is_a_copy() -> None:
    assert of(first=AGENCY, update=prose(1, 60) + "\n\n" + AGENCY) == {"update": "first"}


def test_only_running_text_counts() -> None:
    framed = "Foto: Erika Mustermann/Beispielbild\n\n" + AGENCY + "\nLesen Sie auch:\nEin ganz anderes Thema\n"
    assert {part.kind for part in segments(framed)} > {"caption", "boilerplate"}
    assert signed(framed) == signed(AGENCY)


@pytest.mark.parametrize(
    "other",
    [
        AGENCY.upper(),
        AGENCY.replace(" ", " \t"),
        AGENCY.replace("ß", "ss"),
        AGENCY.replace("„", "»").replace("“", "«"),
        AGENCY.replace("Bürgermeisterin", "Bürger\u00admeisterin"),
        unicodedata.normalize("NFD", AGENCY),
    ],
    ids=["case", "white space", "swiss spelling", "quotation marks", "soft hyphens", "decomposed umlauts"],
)
def test_how_a_text_is_set_does_not_count(other: str) -> None:
    def plain(text: str) -> Signature:
        read = read_as(text).text
        return signature(read, [Segment(0, len(read), "body")])

    assert plain(other) == plain(AGENCY)


def test_short_texts_are_copies_only_where_they_are_the_same() -> None:
    assert of(a=SHORT, b=SHORT.upper()) == {"b": "a"}
    assert of(a=SHORT, b=SHORT.replace("Bananen", "Kohle")) == {}
    assert of(a=AGENCY, teaser=AGENCY.partition("\n\n")[2].partition(".")[0] + ".") == {}
    assert of(a="Ja.", b="ja", c="Nein.") == {"b": "a"}


def test_texts_without_words_are_no_copies() -> None:
    assert of(a="", b="", c=" \n", d="…", e="…") == {}
    assert copies({}, []) == {}


def form_letter(seed: int) -> str:
    random = Random(seed)  # noqa: S311 - not for secrets
    figures = [f"{random.randrange(1000, 9999)},{random.randrange(10)}" for _ in range(6)]
    return (
        f"Im vergangenen Monat waren bei uns {figures[0]} Menschen ohne Arbeit gemeldet, teilte das Amt mit. Das waren"
        f" {figures[1]} weniger als im Monat davor. Die Quote lag bei {figures[2]} Prozent. Offene Stellen gab es"
        f" {figures[3]}, davon {figures[4]} in der Pflege und auf dem Bau. Im Jahr zuvor waren es um diese Zeit"
        f" {figures[5]} gewesen. Die nächsten Zahlen gibt es in vier Wochen."
    )


def test_reports_by_one_form_with_other_figures_are_no_copies() -> None:
    assert of(may=form_letter(1), june=form_letter(2)) == {}


def test_a_copy_is_found_among_very_many_reports_by_one_form() -> None:
    letters = {f"letter-{number:03d}": form_letter(number) for number in range(300)}
    assert of(**letters, copy=letters["letter-250"]) == {"copy": "letter-250"}


def test_every_one_of_very_many_copies_is_found() -> None:
    assert len(of(**{f"outlet-{n:03d}": prose(n, 20) + "\n\n" + AGENCY for n in range(200)})) == 199


def test_of_two_originals_the_one_with_more_of_it_counts() -> None:
    first, second = prose(1, 100), prose(2, 100)
    both = " ".join(first.split()[50:] + second.split()[20:])
    assert of(a=first, b=second, c=both) == {"c": "b"}


def test_the_original_is_the_earliest_and_of_one_day_the_longest() -> None:
    day, later = (Interval(date(2021, 5, n), date(2021, 5, n)) for n in (3, 4))
    sizes = {"long-later": 90, "a-cut": 50, "long": 80, "b-undated": 200, "a-undated": 60, "long-too": 80}
    written = {"long-later": later, "a-cut": day, "long": day, "long-too": day}
    signatures = {doc_id: Signature(n_runs, b"", ()) for doc_id, n_runs in sizes.items()}
    assert earliest_first(signatures, written) == ["long", "long-too", "a-cut", "long-later", "b-undated", "a-undated"]


@st.composite
def corpora(draw: st.DrawFn) -> dict[str, Signature]:
    """Texts that were made of the same few blocks, so that many have much in common."""
    blocks = [prose(number, 40) for number in range(6)]
    texts = draw(st.lists(st.lists(st.sampled_from(blocks), max_size=4).map(" ".join), max_size=12))
    return {f"text-{number}": signed(text) for number, text in enumerate(texts)}


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_insertion_does_not_matter_and_no_original_is_a_copy(
    signatures: dict[str, Signature], random: Random
) -> None:
    copied = copies(signatures, earliest_first(signatures, {}))
    shuffled = list(signatures.items())
    random.shuffle(shuffled)
    again = dict(shuffled)
    assert copies(again, earliest_first(again, {})) == copied
    order = earliest_first(signatures, {})
    for doc_id, copy in copied.items():
        assert copy.original not in copied
        assert order.index(copy.original) < order.index(doc_id)
        assert 0.5 <= copy.similarity <= 1


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_makes_the_same_signature(seed: str) -> None:
    code = (
        "import sys; from core.events.copies import signature; from core.corpus import segments;"
        " text = sys.argv[1]; print(signature(text, segments(text)))"
    )
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run([sys.executable, "-c", code, AGENCY], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(signed(AGENCY))
