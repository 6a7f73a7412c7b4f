import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.german.clauses import Clause, clauses
from core.german.phrases import phrases
from core.model import Arc, Sentence, Token
from tests.core.german import parses
from tests.core.german.parses import parsed

TAGS = ["NN", "NE", "ART", "ADJA", "APPR", "KON", "VVFIN", "VAFIN", "VVPP", "VVINF", "VVIZU", "PTKZU", "PTKVZ"]
TAGS += ["PRELS", "KOUS", "$,", "$(", "$."]
LABELS = ["sb", "oa", "nk", "ag", "cd", "cj", "oc", "mo", "rc", "cp", "app", "svp", "pm", "punct", "rs"]


def words(sentence: Sentence, tokens: tuple[int, ...]) -> str:
    return " ".join(sentence.tokens[i].text for i in tokens if sentence.tokens[i].tag[0] != "$")


def shown(sentence: Sentence) -> list[tuple[str, str]]:
    return [(clause.kind, words(sentence, clause.tokens)) for clause in clauses(sentence)]


def functions(sentence: Sentence, clause: Clause) -> list[tuple[str, str, str]]:
    return [(words(sentence, p.tokens), p.function, p.preposition) for p in phrases(sentence, clause)]


@pytest.mark.parametrize(
    "table",
    [
        parses.PAST,
        parses.PARTICLE,
        parses.SHARED_AUXILIARY,
        parses.RELATIVE,
        parses.PURPOSE,
        parses.EXPECTED,
        parses.QUOTATION,
        parses.HEADLINE,
    ],
)
def test_a_parse_of_a_plain_sentence_gives_the_same_values_as_the_fields(table: str) -> None:
    sentence = parsed(table)
    by_fields = sentence._replace(arcs=())
    assert clauses(sentence) == clauses(by_fields)
    for clause in clauses(sentence):
        assert phrases(sentence, clause) == phrases(by_fields, clause)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            parses.SUBORDINATE,
            [
                ("subordinate", "Obwohl der Minister gewarnt hat"),
                ("subordinate", "dass das Geld fehlt"),
                ("main", "bestellt das Heer neue Panzer"),
            ],
        ),
        (parses.INFINITIVE, [("main", "Norwegen plant"), ("infinitive", "ein Büro in Wien zu eröffnen")]),
        (parses.PURPOSE, [("main", "Er reiste nach Wien"), ("infinitive", "um die Ministerin einzuladen")]),
        (parses.EXPECTED, [("main", "Eine Einigung ist nicht zu erwarten")]),
        (parses.RELATIVE, [("main", "Die Ministerin reist heute ab"), ("relative", "die gestern ankam")]),
        (parses.HEADLINE, [("fragment", "Neues Büro in Wien")]),
        (
            parses.CONDITION,
            [("subordinate", "Sollte die Regierung zurücktreten"), ("main", "so könnte Wien vermitteln")],
        ),
        (
            parses.REPORTED,
            [("main", "Der Minister erklärte"), ("main", "Polen werde helfen"), ("main", "Litauen habe geholfen")],
        ),
    ],
)
def test_a_parsed_sentence_falls_into_its_clauses(table: str, expected: list[tuple[str, str]]) -> None:
    assert shown(parsed(table)) == expected


@pytest.mark.parametrize(
    ("table", "at", "lemma", "tense", "mood", "passive", "modal", "negated"),
    [
        (parses.PARTICLE, 0, "einladen", "past", "indicative", False, "", False),
        (parses.PASSIVE, 0, "eröffnen", "past", "indicative", True, "", False),
        (parses.SHARED_AUXILIARY, 1, "unterzeichnen", "past", "indicative", True, "", False),
        (parses.SUBORDINATE, 0, "warnen", "perfect", "indicative", False, "", False),
        (parses.EXPECTED, 0, "erwarten", "present", "indicative", False, "", True),
        (parses.CONDITION, 1, "vermitteln", "present", "subjunctive2", False, "können", False),
        (parses.REPORTED, 1, "helfen", "future", "subjunctive1", False, "", False),
        (parses.REPORTED, 2, "helfen", "perfect", "subjunctive1", False, "", False),
    ],
)
def test_the_verb_complex_is_what_hangs_on_the_finite_verb(
    table: str, at: int, lemma: str, tense: str, mood: str, passive: bool, modal: str, negated: bool
) -> None:
    verb = clauses(parsed(table))[at].verb
    assert verb is not None
    assert (verb.lemma, verb.tense, verb.mood) == (lemma, tense, mood)
    assert (verb.passive, verb.modal, verb.negated) == (passive, modal, negated)


@pytest.mark.parametrize(
    ("table", "openers", "parents", "shares"),
    [
        (parses.SHARED_SUBJECT, ["", ""], [None, None], [None, 0]),
        (parses.SHARED_AUXILIARY, ["", ""], [None, None], [None, 0]),
        (parses.SUBORDINATE, ["obwohl", "dass", ""], [2, 0, None], [None, None, None]),
        (parses.RELATIVE, ["", "die"], [None, 0], [None, None]),
        (parses.PURPOSE, ["", "um"], [None, 0], [None, None]),
        (parses.QUOTATION, ["", ""], [None, 0], [None, None]),
        (parses.REPORTED, ["", "", ""], [None, 0, 0], [None, None, None]),
    ],
)
def test_clauses_know_their_opener_their_parent_and_whose_subject_they_share(
    table: str, openers: list[str], parents: list[int | None], shares: list[int | None]
) -> None:
    all_clauses = clauses(parsed(table))
    assert [clause.opener for clause in all_clauses] == openers
    assert [clause.parent for clause in all_clauses] == parents
    assert [clause.shares for clause in all_clauses] == shares


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (parses.PASSIVE, [("Das Büro", "subject", ""), ("der Ministerin", "oblique", "von")]),
        (
            parses.TITLES,
            [
                ("Norwegens Premierminister Bo Lund", "subject", ""),
                ("Chef", "subject", ""),
                ("der Partei", "attribute", ""),
            ],
        ),
        (
            parses.COORDINATION,
            [
                ("Die Regierung", "subject", ""),
                ("des Landes", "attribute", ""),
                ("Polen", "object", ""),
                ("Litauen", "object", ""),
                ("Lettland", "object", ""),
                ("die sehr schnelle Hilfe", "oblique", "für"),
                ("Bonn", "oblique", "in"),
                ("Wien", "oblique", "in"),
            ],
        ),
        (
            parses.EXPLETIVE,
            [("ein Abkommen", "object", ""), ("Wien", "oblique", "zwischen"), ("Bonn", "oblique", "zwischen")],
        ),
        (parses.HEADLINE, [("Neues Büro", "subject", ""), ("Wien", "oblique", "in")]),
    ],
)
def test_phrases_have_the_function_of_their_label(table: str, expected: list[tuple[str, str, str]]) -> None:
    sentence = parsed(table)
    assert functions(sentence, clauses(sentence)[0]) == expected


def test_an_attribute_names_its_host_and_a_name_behind_a_title_is_the_head() -> None:
    sentence = parsed(parses.TITLES)
    subject, _, attribute = phrases(sentence, clauses(sentence)[0])
    assert sentence.tokens[subject.head].text == "Lund"
    assert attribute.host == 1


@st.composite
def any_parse(draw: st.DrawFn) -> Sentence:
    """Any words in any tree, with any number of roots: what a parser gives for text that is no German."""
    order = draw(st.permutations(range(draw(st.integers(1, 12)))))
    tokens, arcs = [], [Arc(0, "ROOT")] * len(order)
    for rank, i in enumerate(order):
        head = draw(st.sampled_from(order[:rank])) if rank and draw(st.integers(0, 9)) else i
        arcs[i] = Arc(head, "ROOT" if head == i else draw(st.sampled_from(LABELS)))
    for i in range(len(order)):
        tag = draw(st.sampled_from(TAGS))
        text = {"$,": ",", "$(": "„", "$.": "."}.get(tag, "wort")
        tokens.append(Token(6 * i, 6 * i + len(text), text, text, tag))
    return Sentence(0, tokens[-1].end, "body", tuple(tokens), tuple(arcs))


@pytest.mark.slow
@settings(deadline=None)
@given(any_parse())
def test_every_word_of_any_parse_is_in_one_clause_and_dependence_has_an_end(sentence: Sentence) -> None:
    all_clauses = clauses(sentence)
    placed = [i for clause in all_clauses for i in clause.tokens]
    assert len(placed) == len(set(placed))
    missing = set(range(len(sentence.tokens))) - set(placed)
    assert all(sentence.tokens[i].tag == "$," or sentence.arcs[i].label == "cd" for i in missing)
    firsts = [min(c.tokens) for c in all_clauses]
    assert firsts == sorted(firsts)
    for start in range(len(all_clauses)):
        at: int | None = start
        for _ in all_clauses:
            at = all_clauses[at].parent if at is not None else None
        assert at is None
    for clause in all_clauses:
        for phrase in phrases(sentence, clause):
            assert set(phrase.tokens) <= set(clause.tokens)
            assert phrase.head in phrase.tokens
