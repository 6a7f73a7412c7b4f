from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import german
from core.german.clauses import Clause, clauses
from core.model import Segment, Sentence

Read = Callable[[str], Sentence]


def shown(sentence: Sentence) -> list[str]:
    return [
        " ".join(sentence.tokens[i].text for i in c.tokens if sentence.tokens[i].tag[0] != "$")
        for c in clauses(sentence)
    ]


def only(sentence: Sentence) -> Clause:
    (clause,) = clauses(sentence)
    return clause


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Am Montag traf die Kanzlerin den Präsidenten und besuchte die Werft.",
            ["Am Montag traf die Kanzlerin den Präsidenten", "besuchte die Werft"],
        ),
        (
            "Obwohl der Minister gewarnt hat, dass das Geld fehlt, bestellt das Heer neue Panzer.",
            ["Obwohl der Minister gewarnt hat", "dass das Geld fehlt", "bestellt das Heer neue Panzer"],
        ),
        (
            "Die Ministerin, die gestern ankam, reist heute ab.",
            ["Die Ministerin reist heute ab", "die gestern ankam"],
        ),
        (
            "Norwegen plant, sich mit Finnland, Schweden und Dänemark zu treffen.",
            ["Norwegen plant", "sich mit Finnland Schweden und Dänemark zu treffen"],
        ),
        (
            "Der Vertrag wurde im Mai vereinbart und im Juni unterzeichnet.",
            ["Der Vertrag wurde im Mai vereinbart", "im Juni unterzeichnet"],
        ),
        (
            "Das Land hat Hilfe geschickt, der Stadt Geld gegeben und einen Vertrag unterzeichnet.",
            ["Das Land hat Hilfe geschickt", "der Stadt Geld gegeben", "einen Vertrag unterzeichnet"],
        ),
        (
            "Während des Besuchs erklärte der Minister, Norwegen werde ein Büro einrichten.",
            ["Während des Besuchs erklärte der Minister", "Norwegen werde ein Büro einrichten"],
        ),
        (
            "Zwei Banden sollen in Oslo und im Irak Senfgas verwendet haben.",
            ["Zwei Banden sollen in Oslo im Irak Senfgas verwendet haben"],
        ),
        (
            "Wie schon bei der Feier gab es Streit, wie der Wirt sagte.",
            ["Wie schon bei der Feier gab es Streit", "wie der Wirt sagte"],
        ),
        ("Norwegen forderte Hilfe; Finnland lehnte das ab.", ["Norwegen forderte Hilfe", "Finnland lehnte das ab"]),
        ("Sie sagte: „Polen, Litauen und Lettland helfen.“", ["Sie sagte", "Polen Litauen und Lettland helfen"]),
        ("Schweden, Nachbar von Norwegen, liefert Waffen.", ["Schweden Nachbar von Norwegen liefert Waffen"]),
    ],
)
def test_a_sentence_falls_into_its_clauses(read: Read, text: str, expected: list[str]) -> None:
    assert shown(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "passive", "modal", "negated"),
    [
        ("Die NATO lud vier Länder zum Gipfel ein.", "einladen", "past", False, "", False),
        ("Die Regierung hat den Vertrag unterzeichnet.", "unterzeichnen", "perfect", False, "", False),
        ("Das Büro wird im Mai eröffnet.", "eröffnen", "present", True, "", False),
        ("Der Präsident wird nach Wien reisen.", "reisen", "future", False, "", False),
        ("Das Heer soll neue Panzer kaufen.", "kaufen", "present", False, "sollen", False),
        ("Das Heer wird neue Panzer erhalten.", "erhalten", "future", False, "", False),
        ("Der Minister ist nach Wien gereist.", "reisen", "perfect", False, "", False),
        ("Die Straße ist gesperrt.", "sperren", "present", True, "", False),
        ("Die Armee griff die Stadt nicht an.", "angreifen", "past", False, "", True),
        ("Die Regierung plant keine Reise.", "planen", "present", False, "", True),
        ("Der Verein hat das Geld erhalten.", "erhalten", "perfect", False, "", False),
        ("Der Verein hat das Geld zu zahlen.", "zahlen", "present", False, "", False),
        ("Mit dem Vertrag wird der Bau jetzt beschleunigt.", "beschleunigen", "present", True, "", False),
        ("Die Wachen sind seit Mai verstärkt im Norden.", "sein", "present", False, "", False),
    ],
)
def test_the_verb_tells_lemma_tense_voice_modal_and_negation(
    read: Read, text: str, lemma: str, tense: str, passive: bool, modal: str, negated: bool
) -> None:
    verb = only(read(text)).verb
    assert verb is not None
    assert (verb.lemma, verb.tense, verb.passive, verb.modal, verb.negated) == (lemma, tense, passive, modal, negated)


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Der Minister habe davon gewusst.", "subjunctive1"),
        ("Der Minister hätte davon gewusst.", "subjunctive2"),
        ("Der Minister hat davon gewusst.", "indicative"),
        ("Der Minister halte das für falsch.", "subjunctive1"),
        ("Es handle sich um einen Fehler.", "subjunctive1"),
        ("Dazu lägen die beiden zu weit auseinander.", "subjunctive2"),
        ("Die Fremden brächten viele Fähigkeiten mit.", "subjunctive2"),
        ("Die Preise blieben hoch.", "indicative"),
        ("Der Ball rollte.", "indicative"),
    ],
)
def test_the_mood_tells_what_is_only_reported(read: Read, text: str, mood: str) -> None:
    verb = only(read(text)).verb
    assert verb is not None
    assert verb.mood == mood


def test_a_second_verb_shares_the_subject_of_the_first(read: Read) -> None:
    first, second = clauses(read("Die Ministerin kam aus Wien und eröffnete das Büro."))
    assert (first.shares, second.shares) == (None, 0)


@pytest.mark.parametrize(
    ("text", "parent"),
    [
        ("Norwegen forderte Hilfe; Finnland lehnte das ab.", None),
        ("Der Minister sagte, Norwegen habe geholfen; Finnland habe das abgelehnt.", 1),
        ("Norwegen forderte, Finnland lehnte ab.", 0),
    ],
)
def test_a_semicolon_sets_a_main_clause_apart_but_for_what_is_said(read: Read, text: str, parent: int | None) -> None:
    assert clauses(read(text))[-1].parent == parent


def test_a_verb_in_front_in_another_number_has_a_subject_of_its_own(read: Read) -> None:
    sentence = read("Die Ministerin drohte mit Strafen, sollten bewaffnete Kämpfer die Stadt einnehmen.")
    assert [clause.shares for clause in clauses(sentence)] == [None, None]


def test_a_subject_of_its_own_is_not_shared(read: Read) -> None:
    _, second = clauses(read("Norwegen nimmt teil, und im Januar ernannte Oslo einen Botschafter."))
    assert second.shares is None


_WORDS = ("Der", "Minister", ",", "sagte", "dass", "er", "und", "kommt", "zu", "„", "“", "(", ")", ":", "wird", "Polen")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=25))
def test_every_word_of_any_sentence_is_in_one_clause_at_most(words: list[str]) -> None:
    text = " ".join(words)
    for sentence in german.load().sentences(text, [Segment(0, len(text), "body")]):
        placed = [i for clause in clauses(sentence) for i in clause.tokens]
        assert len(placed) == len(set(placed))
        missing = {sentence.tokens[i].text for i in range(len(sentence.tokens)) if i not in placed}
        assert missing <= {",", ";", ":", "–", "und"}


def test_who_tells_of_others_in_between_goes_on(read: Read) -> None:
    told = clauses(read("Die Ministerin erklärte, der Rat sei bereit, und verwies auf den Vertrag."))
    assert [clause.shares for clause in told] == [None, None, 0]


def test_what_is_retold_goes_on_with_what_was(read: Read) -> None:
    told = clauses(read("Die Ministerin erklärte, der Rat sei bereit und habe Geld."))
    assert told[-1].shares == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Als Minister Muster den Vertrag im Mai kündigte, verließen viele den Rat.", "subordinate"),
        ("Als Minister kündigte Muster den Vertrag, den viele lobten.", "main"),
    ],
)
def test_als_before_a_title_opens_a_clause_where_the_verb_ends_it(read: Read, text: str, kind: str) -> None:
    assert clauses(read(text))[0].kind == kind


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Die Ernte ist reicher ausgefallen als erwartet.", "ausfallen"),
        ("Der Damm brach früher als bisher angenommen.", "brechen"),
        ("Die Fähre ist wie geplant ausgelaufen.", "auslaufen"),
        ("Die Ernte hat sich mehr als verdoppelt.", "verdoppeln"),
        ("Der Hund wurde als vermisst gemeldet.", "melden"),
    ],
)
def test_a_participle_that_something_is_compared_with_is_not_the_verb(read: Read, text: str, verb: str) -> None:
    clause = only(read(text))
    assert clause.verb is not None
    assert clause.verb.lemma == verb


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Im Mai seien drei Boote beschlagnahmt und ein Hafen gesperrt worden.",
            ["Im Mai seien drei Boote beschlagnahmt", "ein Hafen gesperrt worden"],
        ),
        (
            "Der Kapitän sei bei dem Versuch, nach Malta zu fliehen, von Fischern erkannt worden.",
            ["Der Kapitän sei bei dem Versuch von Fischern erkannt worden", "nach Malta zu fliehen"],
        ),
    ],
)
def test_two_passives_share_what_they_end_in(read: Read, text: str, expected: list[str]) -> None:
    sentence = read(text)
    assert shown(sentence) == expected
    first = clauses(sentence)[0].verb
    assert first is not None
    assert first.passive
    assert first.tense == "perfect"
