import pytest
from HanTa.HanoverTagger import HanoverTagger
from hypothesis import given, settings
from hypothesis import strategies as st

from core.german.hanta import HantaBackbone
from core.german.tagger import Tagger
from core.model import Segment

HANTA = HanoverTagger("morphmodel_ger.pgz")
OURS = Tagger()
BACKBONE = HantaBackbone()

WORDS = ["Der", "Minister", "reist", "am", "Montag", "nach", "Tokio", "und", "will", "dort", "reden", ",", "die", "xqz"]


def assert_as_hanta(words: list[str]) -> None:
    expected = [(lemma, tag.replace("(", "").replace(")", "")) for _, lemma, tag in HANTA.tag_sent(words)]
    assert [(lemma, tag.replace("(", "")) for lemma, tag in OURS(words)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Sie traf am Dienstag den Kanzler , der sie eingeladen hatte .",
        "Meldungen zufolge greift die Armee an .",
        "9",
        "\x7f \u2028 –",
    ],
)
def test_sentences_have_the_tags_and_lemmas_that_hanta_gives(sentence: str) -> None:
    assert_as_hanta(sentence.split())


# Of two words that the tagger does not know either could be what the other is: one is enough.
@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), unique=True, max_size=9), st.text(min_size=1, max_size=6))
def test_so_has_any_row_of_words(words: list[str], strange: str) -> None:
    assert_as_hanta([*words[:4], strange, *words[4:]])


def test_no_words_have_no_tags() -> None:
    assert OURS([]) == []


@pytest.mark.slow
def test_any_number_of_words_has_tags() -> None:
    assert len(OURS(["Wien"] * 150_000)) == 150_000


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Die Länder verhängten neue Strafen gegen Banken.", "verhängen"),
        ("Die Rebellen eroberten alte Fabriken am Fluss.", "erobern"),
        ("Am Mittwoch durchsuchten Beamte das Rathaus.", "durchsuchen"),
        ("Die von den Ländern verhängten Strafen gegen Banken", None),
        ("Auf der einen Seite enttäuschte Kunden, auf der anderen Firmen.", None),
        ("Zwei verletzte Kinder in Oslo", None),
    ],
)
def test_a_verb_before_a_noun_is_no_adjective_where_the_sentence_has_no_other(text: str, verb: str | None) -> None:
    (sentence,) = BACKBONE.sentences(text, (Segment(0, len(text), "body"),))
    assert next((word.lemma for word in sentence.tokens if word.tag == "VVFIN"), None) == verb


def test_somebody_called_by_an_age_is_a_noun() -> None:
    text = "Ein 54-Jähriger steht vor Gericht."
    (sentence,) = BACKBONE.sentences(text, (Segment(0, len(text), "body"),))
    assert sentence.tokens[1].tag == "NNA"


@pytest.mark.parametrize("sign", ["–", "—", ":", "„", "-"])
@pytest.mark.parametrize(
    ("word", "tag"), [("Im", "APPRART"), ("Es", "PPER"), ("Er", "PPER"), ("Nur", "ADV"), ("In", "APPR")]
)
def test_a_sentence_begins_behind_a_sign(sign: str, word: str, tag: str) -> None:
    text = f"Oslo {sign} {word} vergangenen Jahr ist das so."
    (sentence,) = BACKBONE.sentences(text, (Segment(0, len(text), "body"),))
    assert next(token.tag for token in sentence.tokens if token.text == word) == tag


def test_the_words_around_a_dash_are_no_names() -> None:
    text = "Er kam – es war Montag – am Abend an."
    (sentence,) = BACKBONE.sentences(text, (Segment(0, len(text), "body"),))
    assert [token.tag for token in sentence.tokens if token.text in {"es", "war", "am"}] == ["PPER", "VAFIN", "APPRART"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Die Winzer hatten für Mai Frost vorhergesagt, für Juni Hagel.", "vorhersagen"),
        ("Die Winzer haben die Verordnung begrüßt, fordern aber Geld.", "begrüßen"),
        ("Die Miliz hat sich dazu bekannt, den Hafen gesperrt zu haben.", "bekennen"),
    ],
)
def test_a_word_that_ends_the_bracket_of_a_perfect_is_a_participle(text: str, verb: str) -> None:
    (sentence,) = BACKBONE.sentences(text, (Segment(0, len(text), "body"),))
    assert next(word.lemma for word in sentence.tokens if word.tag == "VVPP") == verb


@pytest.mark.parametrize(
    "text", ["Die Winzer haben recht.", "Sie haben Hunger und er kommt.", "Das hat er nicht frei."]
)
def test_a_word_that_can_be_no_participle_is_none(text: str) -> None:
    (sentence,) = BACKBONE.sentences(text, (Segment(0, len(text), "body"),))
    assert "VVPP" not in {word.tag for word in sentence.tokens}
