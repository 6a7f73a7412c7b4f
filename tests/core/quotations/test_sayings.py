import pytest

from core.claims.voices import sayings_at, teller
from core.model import Saying
from tests.core.claims.scenes import analysis


def said(text: str) -> list[tuple[str, str | None, bool]]:
    """The sayings of a text as their words, whose they are, and whether they stand in quotation marks."""
    return [(text[s.start : s.end], s.actor_id, s.direct) for s in analysis(text).sayings]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norwegen werde zahlen, sagte Anna Meier.", "Anna Meier"),
        ("Anna Meier äußerte sich zufrieden. Norwegen werde zahlen.", "Anna Meier"),
        ("Bo Lund kritisierte den Plan. Norwegen werde zahlen. Das sei falsch. Die Bürger hätten verloren.", "Bo Lund"),
        ("„Das ist gut“, sagte Anna Meier. Norwegen werde zahlen.", "Anna Meier"),
        ("Kritik kam von Anna Meier. Norwegen werde zahlen.", "Anna Meier"),
        ("Bo Lund sagte, es eile. Die Länder brächten mehr Geld auf, Norwegen werde zahlen.", "Bo Lund"),
        ("Nach Angaben von Bo Lund wird Norwegen zahlen.", "Bo Lund"),
        ("Norwegen wird zahlen (so Bo Lund).", "Bo Lund"),
        ("Norwegen wird zahlen (Quelle: Bo Lund).", "Bo Lund"),
        ("Anna Meier: Norwegen wird zahlen.", "Anna Meier"),
        ("Norwegen werde zahlen. Das stellte der Rat bei einer Prüfung der Pläne von Norwegen fest.", "Rat"),
        ("Wir sind froh. Norwegen wird zahlen, sagte Bo Lund.", "Bo Lund"),
        ("Bo Lund sagte, es eile. Die Länder wollten wieder zahlen. Norwegen habe es zugesagt.", "Bo Lund"),
        ("Norwegen werde zahlen, sagten Oslo-Experten.", None),
        ("Bo Lund gibt zu bedenken, dass Norwegen zahlen wird.", "Bo Lund"),
        ("Norwegen werde zahlen, sagte Bo Lund, Annas Anwalt.", "Bo Lund"),
        ("Bo Lund sagte, es eile. Nach seinen Angaben wird Norwegen zahlen.", "Bo Lund"),
        ("Bo Lund sagte, es eile. Den Angaben zufolge wird Norwegen zahlen.", "Bo Lund"),
        ("Bo Lund sagte, es eile. Norwegen wird demnach zahlen.", "Bo Lund"),
        ("Bo Lund sagte, es eile. Der Umfrage zufolge wird Norwegen zahlen.", None),
        ("Bo Lund sagte, es eile. Es war spät. Norwegen werde zahlen, so der Sprecher.", "Bo Lund"),
        ("Bo Lund sagte, es eile. Norwegen werde zahlen, erklärte der Minister.", None),
        ("Bo Lund sagte, es eile. Norwegen werde zahlen, heißt es in der Branche.", None),
        ("Wer das analysiert und liest, weiß, dass es eilt, sagte Bo Lund. Norwegen werde zahlen.", "Bo Lund"),
        ("Laut dem Sekretär im Amt für Verkehr, Bo Lund, wird Norwegen zahlen.", "Bo Lund"),
        ("Anna Meier, Sprecherin des Rats: Wir werden mit Norwegen zahlen.", "Anna Meier"),
        ("Bo Lund übte Kritik. Es war spät. Es regnete. Norwegen werde zahlen.", None),
        ("Norwegen werde zahlen, sagte ein Sprecher.", None),
        ("Norwegen werde zahlen.", None),
    ],
)
def test_whose_word_it_is(text: str, who: str | None) -> None:
    read = analysis(text)
    assert sayings_at(read.sayings, text.index("zahlen"))
    assert teller(read.sayings, text.index("zahlen")) == who


@pytest.mark.parametrize(("word", "who"), [("wir", "Norwegen"), ("ich", None)])
def test_a_body_goes_on_with_wir_and_not_with_ich(word: str, who: str | None) -> None:
    text = f"Norwegen sagte, es eile. Deshalb habe {word} Sorgen."
    read = analysis(text)
    assert teller(read.sayings, text.index("Sorgen")) == who


def test_a_quotation_of_several_sentences_without_a_cue_is_who_was_just_spoken_of() -> None:
    text = "Anna Meier war zufrieden. „Das ist gut. Norwegen wird zahlen.“"
    assert said(text) == [("„Das ist gut. Norwegen wird zahlen.“", "Anna Meier", True)]


def test_speech_in_quotation_marks_is_a_saying_though_nobodys() -> None:
    text = "In Oslo stand an der Wand: „Norwegen wird am Ende zahlen müssen.“"
    assert said(text) == [("„Norwegen wird am Ende zahlen müssen.“", None, True)]


def test_what_was_said_ends_with_the_subjunctive() -> None:
    text = "Anna Meier sagte, Norwegen zahle. Am Montag kam ein Schiff an."
    assert teller(analysis(text).sayings, text.index("Schiff")) is None


def test_who_speaks_up_takes_the_word_from_the_last_speaker() -> None:
    text = "Anna Meier sagte, Norwegen zahle. Bo Lund widersprach. Das Geld fehle."
    assert teller(analysis(text).sayings, text.index("Geld")) == "Bo Lund"


def test_the_unnamed_inner_speaker_passes_on_to_the_outer_one() -> None:
    sayings = (Saying(0, 50, "Bo Lund"), Saying(10, 30, None))
    assert teller(sayings, 20) == "Bo Lund"
    assert [saying.actor_id for saying in sayings_at(sayings, 20)] == [None, "Bo Lund"]


def test_hearsay_behind_a_source_is_the_sources_word() -> None:
    text = "Nach Angaben von Bo Lund starben zwei Menschen. Zwei weitere sollen verletzt worden sein."
    assert teller(analysis(text).sayings, text.index("verletzt")) == "Bo Lund"


def test_a_possessive_breaks_off_no_reported_speech() -> None:
    text = "Bo Lund sagte, es eile. Auch sein Vorschlag, dass Norwegen zahle, sei abgelehnt worden."
    assert said(text)[-1] == ("Auch sein Vorschlag, dass Norwegen zahle, sei abgelehnt worden", "Bo Lund", False)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund sagte, es eile. Die Länder wollten wieder zahlen. Norwegen sagte zu.",
        "Es eile, sagte Bo Lund, der im Mai versprochen hatte zu zahlen.",
    ],
)
def test_what_happened_is_no_reported_speech(text: str) -> None:
    assert not sayings_at(analysis(text).sayings, text.index("zahlen"))


def test_an_interview_in_one_paragraph_goes_from_name_to_name() -> None:
    text = "Sie kam. RADIO: Was nun? Anna Meier: Es eilt. Norwegen zahlt. RADIO: Und er? Anna Meier: Er schweigt."
    assert [words.strip() for words, who, _ in said(text) if who == "Anna Meier"] == [
        "Es eilt. Norwegen zahlt.",
        "Er schweigt.",
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Meier sagte, es eile. Auch Bo Lund ist nicht begeistert. Norwegen werde zahlen.", "Bo Lund"),
        ("Anna Meier sagte, es eile. Bo Lund wird Betrug vorgeworfen. Norwegen werde zahlen.", None),
        ("Bo Lund habe gezögert und Zeit verloren, Norwegen werde zahlen, erklärte Anna Meier.", "Anna Meier"),
    ],
)
def test_the_word_goes_to_who_is_spoken_of_last(text: str, who: str | None) -> None:
    assert teller(analysis(text).sayings, text.index("zahlen")) == who


def test_an_interview_gives_each_answer_to_whose_name_stands_before_it() -> None:
    text = (
        "POST: Wie geht es? Lund: Gut. Wir zahlen. POST: Warum? Lund: Anna Meier drängt. Wir helfen. Es hilft Bo Lund."
    )
    read = analysis(text)
    assert teller(read.sayings, text.index("zahlen")) == "Bo Lund"
    assert teller(read.sayings, text.index("helfen")) == "Bo Lund"
    assert teller(read.sayings, text.index("Warum")) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Es eile, sagte Bo Lund. Norwegen wird zahlen, so der Vertreter.", "Bo Lund"),
        ("Bo Lund war dabei. Das Wetter war schön. Norwegen werde zahlen, sagt er.", "Bo Lund"),
        ("Es eile, sagte Bo Lund. Norwegen wird zahlen, heißt es in der Aussendung.", "Bo Lund"),
        ("Es eile, sagte Bo Lund. Das führt zu nichts. Norwegen werde nicht zahlen, wie manche behaupten.", "Bo Lund"),
        ("Bo Lund blieb ruhig, hielt nach dem Treffen aber fest, Norwegen werde zahlen.", "Bo Lund"),
        ("Norwegen wird nach eigenen Angaben zahlen.", "Norwegen"),
        # nobody who was named
        ("Bo Lund traf Anna Meier. Norwegen wird zahlen, so der Vertreter.", None),
        ("Es eile, sagte Bo Lund. Norwegen wird zahlen, so ein Vertreter.", None),
        ("Es eile, sagte Bo Lund. Norwegen wird zahlen, so der Konzern.", None),
        ("Es eile, sagte Bo Lund. Der Statistik zufolge wird Norwegen zahlen.", None),
    ],
)
def test_who_speaks_is_taken_up_without_a_name(text: str, who: str | None) -> None:
    assert teller(analysis(text).sayings, text.index("zahlen")) == who


def test_who_a_speaker_is_is_not_said() -> None:
    assert [words for words, _, _ in said("Norwegen werde zahlen, sagte Bo Lund, Obmann der Partei.")] == [
        "Norwegen werde zahlen"
    ]


def test_what_could_be_is_the_writers_guess() -> None:
    text = "Anna Meier sagte, Norwegen zahle. Ein Urteil könnte bald fallen."
    assert teller(analysis(text).sayings, text.index("Urteil")) is None


@pytest.mark.parametrize(("who", "speaker"), [("Norwegen", None), ("Der Rat", "Rat")])
def test_a_body_that_has_spoken_goes_on_with_wir_and_a_state_does_not(who: str, speaker: str | None) -> None:
    assert said(f"{who} weist darauf hin, dass es eilt. Wir sprechen über Waffen.")[-1] == (
        "Wir sprechen über Waffen",
        speaker,
        True,
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Bo Lund: "Wir werden das sicher nicht tun." Der Rat stimmte zu. Norwegen wird zahlen.', None),
        ("Bo Lund: Das tun wir nicht. Der Rat stimmte zu. Bo Lund warb dafür. Norwegen wird zahlen.", None),
        ("Bo Lund: Das tun wir nicht. Der Rat stimmte zu. Norwegen wird zahlen.", "Bo Lund"),
    ],
)
def test_a_label_reaches_no_farther_than_its_quotation_or_the_next_mention_of_who_speaks(
    text: str, who: str | None
) -> None:
    read = analysis(text)
    assert teller(read.sayings, text.index("Norwegen")) == who
