from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import german
from core.corpus.segments import segments
from core.model import Segment
from core.quotations import Span, quotations

Quoted = Callable[[str], list[tuple[str, str, str, str]]]


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


@pytest.fixture(scope="session")
def quoted() -> Quoted:
    """The quotations of a text as type, speaker, cue and quote, each as the words themselves."""

    def read(text: str) -> list[tuple[str, str, str, str]]:
        sentences = german.load().sentences(text, [Segment(0, len(text), "body")])
        return [
            (q.type, words(text, q.speaker), words(text, q.cue), words(text, q.quote))
            for q in quotations(text, sentences)
        ]

    return read


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "quote"),
    [
        ("Meier sagte: „Der Winter kommt früh.“", "Meier", "sagte", "„Der Winter kommt früh.“"),
        ("„Der Winter kommt früh“, sagte Anna Meier.", "Anna Meier", "sagte", "„Der Winter kommt früh“"),
        ("„Der Winter kommt früh“, so die Meteorologin.", "die Meteorologin", "so", "„Der Winter kommt früh“"),
        ("»Der Winter kommt früh«, erklärte sie.", "sie", "erklärte", "»Der Winter kommt früh«"),
        ('Meier sagte: "Der Winter kommt früh."', "Meier", "sagte", '"Der Winter kommt früh."'),
        ("Der Rat nannte den Vorschlag „völlig verfrüht“.", "Der Rat", "nannte", "„völlig verfrüht“"),
        (
            "Anna Lund, die Leiterin der Feuerwehr, sagte: „Wir kamen zu spät.“",
            "Anna Lund, die Leiterin der Feuerwehr",
            "sagte",
            "„Wir kamen zu spät.“",
        ),
        ("Anna Meier (FDP) erklärte: „Wir stimmen zu.“", "Anna Meier (FDP)", "erklärte", "„Wir stimmen zu.“"),
        ("Mit den Worten „Das reicht jetzt“ trat Lund ab.", "Lund", "Mit den Worten", "„Das reicht jetzt“"),
        ("Sie warf der Regierung „Totalversagen“ vor.", "Sie", "warf … vor", "„Totalversagen“"),
        ("Meier wurde deutlich: „So geht es nicht weiter.“", "Meier", "", "„So geht es nicht weiter.“"),
        (
            "„Wir gehen. Das ist entschieden. Es bleibt dabei“, sagte Lund.",
            "Lund",
            "sagte",
            "„Wir gehen. Das ist entschieden. Es bleibt dabei“",
        ),
    ],
)
def test_words_in_quotation_marks(quoted: Quoted, text: str, speaker: str, cue: str, quote: str) -> None:
    assert quoted(text) == [("Direct", speaker, cue, quote)]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "quote"),
    [
        ("Meier sagte, dass der Winter früh komme.", "Meier", "sagte", "dass der Winter früh komme"),
        ("Die Ministerin betonte, der Hafen sei sicher.", "Die Ministerin", "betonte", "der Hafen sei sicher"),
        ("Der Hafen sei sicher, sagte die Ministerin.", "die Ministerin", "sagte", "Der Hafen sei sicher"),
        ("Der Hafen sei sicher, so die Ministerin.", "die Ministerin", "so", "Der Hafen sei sicher"),
        ("Der Rat teilte mit, dass er nicht tage.", "Der Rat", "teilte mit", "dass er nicht tage"),
        ("Am Abend gab er bekannt, er wolle gehen.", "er", "gab … bekannt", "er wolle gehen"),
        ("Wie die Polizei mitteilte, brannten zwei Autos.", "die Polizei", "mitteilte", "brannten zwei Autos"),
        (
            "Wie das Amt heute bekannt gab, wird die Straße gesperrt.",
            "das Amt",
            "bekannt gab",
            "wird die Straße gesperrt",
        ),
        ("Laut Nordpost kommt der Winter früh.", "Nordpost", "Laut", "kommt der Winter früh"),
        (
            "Wie das Amt der im Norden regierenden Partei mitteilte, brannten zwei Autos.",
            "das Amt der im Norden regierenden Partei",
            "mitteilte",
            "brannten zwei Autos",
        ),
        ("Dem Wetterdienst zufolge kommt der Winter früh.", "Dem Wetterdienst", "zufolge", "kommt der Winter früh"),
        ("Nach Angaben der Polizei brannten zwei Autos.", "Angaben der Polizei", "Nach", "brannten zwei Autos"),
        ("Nach Meiers Angaben fehlt das Geld.", "Meiers Angaben", "Nach", "fehlt das Geld"),
        ("Der Zeuge gab später an, die Tür sei zu gewesen.", "Der Zeuge", "gab … an", "die Tür sei zu gewesen"),
        ("Es kam der Zeuge, dem Lund vorwirft, zu lügen.", "Lund", "vorwirft", "zu lügen"),
        ("Nach Polizeiangaben brannten zwei Autos.", "Polizeiangaben", "Nach", "brannten zwei Autos"),
        (
            "Lund forderte die Stadt auf, den Hafen zu schließen.",
            "Lund",
            "forderte … auf",
            "den Hafen zu schließen",
        ),
        (
            "Der Konzern habe, erklärte ein Sprecher, die Frist versäumt.",
            "ein Sprecher",
            "erklärte",
            "Der Konzern habe … die Frist versäumt",
        ),
        ("Aus Sicht der Fachleute ist der Plan gescheitert.", "Sicht der Fachleute", "Aus", "ist der Plan gescheitert"),
        ("Aus dem Papier geht hervor, dass es teurer wird.", "dem Papier", "geht hervor", "dass es teurer wird"),
        ("Lund zeigte sich überzeugt, dass es gelinge.", "Lund", "zeigte … überzeugt", "dass es gelinge"),
        ("Lund ist der Meinung, dass es reicht.", "Lund", "ist der Meinung", "dass es reicht"),
        (
            "Die Forderung der Grünen, den Hafen zu schließen, fand kein Gehör.",
            "der Grünen",
            "Forderung",
            "den Hafen zu schließen",
        ),
        ("Lund kam zu spät und sagte, es tue ihm leid.", "Lund", "sagte", "es tue ihm leid"),
        ("Von Berg betonte, der Hafen sei sicher.", "Von Berg", "betonte", "der Hafen sei sicher"),
    ],
)
def test_words_retold(quoted: Quoted, text: str, speaker: str, cue: str, quote: str) -> None:
    assert quoted(text) == [("Indirect", speaker, cue, quote)]


def test_who_says_two_things_says_both(quoted: Quoted) -> None:
    assert quoted("Lund räumte ein, man habe Fehler gemacht, und kündigte an, die Akten zu öffnen.") == [
        ("Indirect", "Lund", "räumte ein", "man habe Fehler gemacht"),
        ("Indirect", "Lund", "kündigte an", "die Akten zu öffnen"),
    ]


def test_the_speaker_may_stand_inside(quoted: Quoted) -> None:
    assert quoted("„Das ist“, sagte der Sprecher, „ein schlechter Witz.“") == [
        ("Direct", "der Sprecher", "sagte", "„Das ist“"),
        ("Direct", "der Sprecher", "sagte", "„ein schlechter Witz.“"),
    ]


def test_what_follows_in_quotation_marks_is_the_same_speakers(quoted: Quoted) -> None:
    assert quoted("„Es reicht uns“, sagte Lund. „Wir gehen jetzt. Das war es.“") == [
        ("Direct", "Lund", "sagte", "„Es reicht uns“"),
        ("Direct", "Lund", "", "„Wir gehen jetzt. Das war es.“"),
    ]


def test_who_is_spoken_of_before_speech_that_stands_alone_is_its_speaker(quoted: Quoted) -> None:
    assert quoted("Lund war enttäuscht. „Das ist ein schwerer Schlag.“") == [
        ("Direct", "Lund", "", "„Das ist ein schwerer Schlag.“")
    ]


def test_a_new_paragraph_ends_what_somebody_says(quoted: Quoted) -> None:
    assert len(quoted("„Es reicht uns“, sagte Lund.\n\n„Wir gehen jetzt nach Hause.“")) == 1


def test_indirect_speech_goes_on_in_the_subjunctive_and_ends_with_it(quoted: Quoted) -> None:
    text = "Lund sagte, der Hafen sei sicher. Er werde bald geöffnet. Am Montag kam ein Schiff an."
    assert quoted(text) == [("Indirect", "Lund", "sagte", "der Hafen sei sicher … Er werde bald geöffnet")]


def test_words_in_quotation_marks_inside_what_is_retold(quoted: Quoted) -> None:
    assert quoted("Meier sagte, der Plan sei „ein Schlag ins Wasser“.") == [
        ("Indirect", "Meier", "sagte", "der Plan sei „ein Schlag ins Wasser“"),
        ("Direct", "Meier", "sagte", "„ein Schlag ins Wasser“"),
    ]


def test_a_pointer_takes_the_sentence_before(quoted: Quoted) -> None:
    assert quoted("In der Nacht brannten zwei Autos. Das teilte die Polizei mit.") == [
        ("Indirect", "die Polizei", "teilte … mit", "In der Nacht brannten zwei Autos. … Das")
    ]


def test_a_passive_has_a_speaker_only_where_it_names_one(quoted: Quoted) -> None:
    assert quoted("Es wird vermutet, dass der Fahrer schlief.")[0][:2] == ("Indirect", "")
    assert quoted("Von der Polizei wird vermutet, dass der Fahrer schlief.")[0][:2] == ("Indirect", "der Polizei")


@pytest.mark.parametrize(
    "text",
    [
        "Er las „Der lange Weg“ und trank Wasser.",
        "Die Zeitung „Nordpost“ hat einen neuen Besitzer.",
        "Meier sagte der Zeitung „Nordpost“ ab.",
        "Lund sagte der „Nordpost“ ab.",
        "Am Montag besuchte Meier den Hafen, der seit Jahren leer steht.",
        "Der Hafen ist so groß, dass zehn Schiffe Platz haben.",
        "Nach dem Regen kam die Sonne.",
        "Aus Studien nach dem Krieg lernte man viel.",
        "Lund ging, ohne zu sagen, dass er krank ist.",
    ],
)
def test_no_quotation(quoted: Quoted, text: str) -> None:
    assert quoted(text) == []


SIGNS = tuple('„“”»«‚‘"(),.:;!–\n')
WORDS = (
    *(
        "sagte",
        "so",
        "laut",
        "nach",
        "zufolge",
        "wie",
        "dass",
        "Meier",
        "die",
        "Polizei",
        "Angaben",
        "Forderung",
        "sei",
    ),
    *(
        "zu",
        "gehen",
        "sie",
        "er",
        "und",
        "Das",
        "teilte",
        "mit",
        "ist",
        "der",
        "Meinung",
        "Von",
        "demnach",
        "gab",
        "bekannt",
    ),
)
PIECES = st.sampled_from((*SIGNS, *WORDS, "\n\n"))
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join))


@settings(deadline=None)
@given(TEXTS)
def test_any_text_gives_spans_inside_it_in_order(text: str) -> None:
    sentences = german.load().sentences(text, segments(text))
    for quotation in quotations(text, sentences):
        assert quotation.quote
        for spans in (quotation.speaker, quotation.cue, quotation.quote):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))


def test_whoever_is_named_before_a_colon_says_what_is_told_in_the_first_person_behind_it(quoted: Quoted) -> None:
    text = "Die Bahn widersprach. Anna Meier sieht andere Gründe: Wir haben zu wenig Personal."
    assert ("Direct", "Anna Meier", "", "Wir haben zu wenig Personal") in quoted(text)


def test_what_the_text_tells_behind_the_words_of_others_is_not_the_last_speakers(quoted: Quoted) -> None:
    text = (
        "Das sei falsch, sagte Meier. Nach Vorwürfen aus Oslo, es gebe Tote, leitete die Stadt eine Untersuchung ein."
    )
    assert [speaker for _, speaker, _, _ in quoted(text)] == ["Meier"]
