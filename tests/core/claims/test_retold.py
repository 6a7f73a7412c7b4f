"""What is said without a clause that says so, and what a clause or a phrase tells of beside its verb."""

import pytest

from core.claims import claims
from core.model import Claim
from tests.core.claims.scenes import analysis


def told(text: str) -> list[Claim]:
    return list(claims(analysis(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Nach Angaben eines Arztes sind die Kinder noch im Haus.",
        "Der Wert liegt laut einer Studie deutlich über dem Durchschnitt.",
        "Die Lage sei sehr angespannt und schwierig.",
    ],
)
def test_words_of_nobody_in_particular_tell_of_nothing(text: str) -> None:
    assert told(text) == []


def test_a_source_in_the_middle_of_a_clause_leaves_it_one_saying() -> None:
    (claim,) = told("Der Wert liegt laut Bo Lund deutlich über dem Durchschnitt.")
    assert claim.quote == "Der Wert liegt laut Bo Lund deutlich über dem Durchschnitt"
    assert [(part.actor_id, part.role) for part in claim.participants] == [("Bo Lund", "speaker")]


def test_who_has_the_word_says_what_a_clause_names_nobody_for() -> None:
    claims_of = told("Bo Lund sagte, es eile sehr. Das Schiff sei verspätet, erklärte der Reeder.")
    assert [part.actor_id for part in claims_of[-1].participants] == ["Bo Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund ärgerte sich. Warum müsse die Brücke gesperrt werden.",
        "Anna Meier äußerte sich zufrieden. Sei die Brücke denn sicher?",
        "Anna Meier äußerte sich: „Wir bauen sie.“ „Was bringt uns diese Brücke?“",
    ],
)
def test_a_question_tells_of_nothing(text: str) -> None:
    assert all("Brücke" not in claim.quote for claim in told(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Laut Bo Lund müssen Wirte ein Buch führen.", "statement"),
        ("Bo Lund sagte, es eile. Man habe die Prognose ändern müssen.", "statement"),
        ("Bo Lund sagte, es eile. Das habe mehr Zeit gebraucht.", "statement"),
        ("Bo Lund sagte, es eile. Die Prognose müsse verbessert werden.", "request"),
        ("Bo Lund sagte, es eile. Die Gerichte müssten den Fall prüfen.", "request"),
        ("Bo Lund sagte, es eile. Wenn das so wäre, müssten die Gerichte den Fall prüfen.", "justice"),
    ],
)
def test_what_must_be_or_had_to_be_is_no_demand(text: str, kind: str) -> None:
    assert told(text)[-1].type == kind


@pytest.mark.parametrize("text", ["Die Lage könnte sehr schwierig sein.", "Ich habe eine wirklich gute Idee."])
def test_a_guess_of_the_writer_is_no_saying(text: str) -> None:
    assert told(text) == []


def test_what_is_planned_by_a_source_is_no_demand() -> None:
    planned = told("Die Gruppe soll laut einer Sprecherin am Donnerstag das Quartier wechseln.")
    assert "request" not in {claim.type for claim in planned}


def test_an_event_that_a_clause_in_the_past_is_about_was() -> None:
    (claim,) = told("Die Großfahndung nach dem Täter zog sich hin.")
    assert (claim.type, claim.status) == ("justice", "occurred")


def test_the_objects_of_a_frame_tell_who_acts() -> None:
    (claim,) = told("Zwei Millionen Euro hat Norwegen in die Anlage investiert.")
    assert [part.role for part in claim.participants] == ["agent"]


@pytest.mark.parametrize(
    "text",
    [
        "Wenn es am Abend regnet, werde alles viel schwieriger, sagte Bo Lund.",
        "Wir arbeiten gründlich, sind niemandem verpflichtet und werden alles zeigen, sagte Bo Lund.",
    ],
)
def test_a_quote_holds_all_that_is_said_before_its_speaker(text: str) -> None:
    (claim,) = told(text)
    assert claim.quote == text


def test_what_stands_before_a_colon_is_no_part_of_it() -> None:
    claims = told("Auch die Kammer wandte sich dagegen: Das sei ein großer Fehler, sagte Bo Lund.")
    assert [claim.quote.startswith("Das sei") for claim in claims if claim.type == "statement"] == [True]


def test_words_are_about_those_named_in_their_other_clauses_too() -> None:
    claims = told("Wir haben kein Interesse daran, Norwegen ganz abzusperren, sagte Bo Lund.")
    assert ("Norwegen", "topic") in {(p.actor_id, p.role) for p in claims[-1].participants}


def test_another_subject_set_off_says_nothing_of_what_was_asked_for() -> None:
    claims = told("Bo Lund hatte die Freilassung verlangt, der Richter aber lehnte sie ab.")
    assert claims[0].quote == "Bo Lund hatte die Freilassung verlangt"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sollte Norwegen den Vertrag nun ablehnen, komme das Leben in allen Dörfern zum Erliegen, sagte Bo Lund.",
            "das Leben komme in allen Dörfern zum Erliegen, sollte …",
        ),
        (
            "Wir arbeiten seit dem Sommer an einem neuen Plan, sind niemandem verpflichtet und werden ihn bald auch "
            "allen Gemeinden zeigen, sagte Bo Lund.",
            "Wir arbeiten seit dem Sommer an einem neuen Plan, sind niemandem verpflichtet",
        ),
        (
            "Nach Meinung von Bo Lund würden schärfere Regeln am Ende zu niedrigeren Löhnen führen.",
            "schärfere Regeln würden am Ende zu niedrigeren Löhnen führen",
        ),
    ],
)
def test_of_what_is_said_as_much_is_told_as_stands_by_itself(text: str, expected: str) -> None:
    gist = told(text)[-1].gist
    assert gist is not None
    assert gist.rests[0].words == expected
    assert gist.rests[0].form == "speech"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Das sei traurig, sagte ein Richter am Montag. Die Tat sei die Folge einer Krankheit.", True),
        ("Nach Angaben der Polizei war das Wetter schlecht.", True),
        ("Nach Angaben der Ärzte war der Zustand lebensbedrohlich.", True),
        ("Das sei traurig, sagte Gruberova am Montag. Die Tat sei die Folge einer Krankheit.", False),
        ("Das sei traurig, sagte der Minister am Montag. Die Tat sei die Folge einer Krankheit.", False),
    ],
)
def test_what_somebody_without_a_name_says_is_told(text: str, told: bool) -> None:
    words = [claim for claim in claims(analysis(text)) if "traurig" not in claim.quote]
    assert bool(words) == told
    assert not any(claim.participants for claim in words)


def test_who_says_of_himself_what_he_thinks_goes_on_speaking() -> None:
    text = "Das sei gut, sagte Bo Lund. Ich bin überzeugt, dass der Plan hilft. Die Lage sei ernst."
    assert [claim.attributed_to for claim in claims(analysis(text))[1:]] == ["Bo Lund", "Bo Lund"]


def test_what_all_should_know_is_not_what_they_say() -> None:
    text = "Bo Lund sagte, es eile. Das müssten auch die Nachbarn wissen. Die Lage sei ernst."
    assert {claim.attributed_to or "Bo Lund" for claim in claims(analysis(text))} == {"Bo Lund"}


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Bo Lund will seine Forderungen durchsetzen.", "statement", "occurred"),
        ("Bo Lund will verhindern, dass die Halle verfällt.", "statement", "occurred"),
        ("Bo Lund plant, die Halle zu schmücken.", "statement", "occurred"),
        ("Bei den Zulagen sieht Bo Lund keinen Spielraum.", "statement", "occurred"),
        ("Als Erklärung führt Bo Lund den Mangel an.", "statement", "occurred"),
        ("Eine Rückkehr seiner Partei an den Tisch schloss Bo Lund aus.", "rejection", "occurred"),
        ("Bo Lund ließ sich im Juli wiederwählen.", "vote", "occurred"),
        ("Norwegen hat seine Kooperation zugesagt.", "cooperation", "planned"),
        ("Bo Lund plant, die Mautpflicht auszuweiten.", "sanction", "planned"),
        ("Bo Lund kann dem Vorschlag etwas abgewinnen.", "statement", "occurred"),
        ("Bo Lund zeigte sich davon nicht überzeugt.", "statement", "occurred"),
        ("Bo Lund ist von dem Plan begeistert.", "statement", "occurred"),
        ("Norwegen ist bereit, einen Rabatt einzuräumen.", "statement", "occurred"),
    ],
)
def test_what_somebody_named_wants_is_a_stance(text: str, type_: str, status: str) -> None:
    assert [(claim.type, claim.status) for claim in claims(analysis(text))] == [(type_, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund will den Männern die Hände schütteln.",
        "Die Leute wollen den Saal schmücken.",
        "Er wollte den Saal schmücken.",
    ],
)
def test_what_nobody_declares_to_want_is_none(text: str) -> None:
    assert not claims(analysis(text))


def test_somebody_says_so_where_what_is_said_is_not_worth_telling() -> None:
    text = "Bo Lund zeigte sich optimistisch, dass sich die Beziehungen verbessern würden."
    (claim,) = claims(analysis(text))
    assert (claim.type, [part.actor_id for part in claim.participants]) == ("statement", ["Bo Lund"])


def test_a_source_says_what_tells_of_no_event_that_counts() -> None:
    (claim,) = told("Nach Ansicht von Bo Lund erfolgte die Auflösung nicht nach dem Statut.")
    assert (claim.type, claim.attributed_to) == ("statement", "Bo Lund")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norwegen gelang es am Montag, einen Kompromiss zu erreichen.", "agreement"),
        ("Dem Rat gelang es, Dutzende Menschen zu retten.", "aid"),
        ("Der Rat begann mit der Evakuierung der Stadt.", "aid"),
    ],
)
def test_whoever_succeeds_in_something_or_begins_with_it_did_it(text: str, type_: str) -> None:
    (claim,) = told(text)
    assert (claim.type, claim.status, [part.role for part in claim.participants]) == (type_, "occurred", ["agent"])


def test_several_people_without_a_name_expect_something() -> None:
    assert [claim.type for claim in told("Wirtschaftsforscher erwarten ein Wachstum von drei Prozent.")] == [
        "statement"
    ]
    assert not told("Wirtschaftsforscher müssen ein Wachstum erwarten.")


def test_nobody_succeeds_where_nobody_is_named_who_did() -> None:
    assert not told("Von dort gelang es am Montag, mit Norwegen einen Kompromiss zu erreichen.")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Am Montag habe ich den Vertrag unterzeichnet, sagte Bo Lund.", "agent"),
        ("Bo Lund: Im Mai 2019 hat mich der Rat entlassen.", "target"),
    ],
)
def test_whoever_has_the_word_takes_part_in_what_they_tell_of_themselves(text: str, role: str) -> None:
    assert [part.role for claim in told(text) for part in claim.participants if part.actor_id == "Bo Lund"] == [role]


def test_beside_ich_a_reflexive_pronoun_names_nobody_else() -> None:
    (claim,) = told("Bo Lund: Das würde ich mir auch vom Rat wünschen.")
    assert ("Bo Lund", "target") not in {(part.actor_id, part.role) for part in claim.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Der Plan ist zwar gut, aber er schadet den Beziehungen zu Norwegen sehr, so Bo Lund.",
        "Bo Lund sagte, es eile. Es habe keinen Weg gegeben, Norwegen habe ihn nie gehabt.",
        "Bo Lund äußerte sich besorgt. Er wisse nicht, wie eng die Bande der Fischer zu Norwegen seien.",
    ],
)
def test_words_are_also_about_who_is_named_in_their_last_clause(text: str) -> None:
    parts = {(part.actor_id, part.role) for part in told(text)[-1].participants}
    assert parts == {("Bo Lund", "speaker"), ("Norwegen", "topic")}


def test_a_source_behind_the_last_clause_is_no_topic() -> None:
    (claim,) = told("Der Plan ist zwar gut, aber er schadet den Fischern sehr, so Bo Lund aus Norwegen.")
    assert [(part.actor_id, part.role) for part in claim.participants] == [("Bo Lund", "speaker")]


def test_who_says_something_according_to_a_paper_says_it() -> None:
    (claim,) = told("Das Schiff sei verspätet, sagte Bo Lund der Zeitung zufolge weiter.")
    assert [(part.actor_id, part.role) for part in claim.participants] == [("Bo Lund", "speaker")]


def test_a_postposition_leaves_the_clause_around_it_whole() -> None:
    (claim,) = told("Rund hundert Fischer waren Bo Lund zufolge vor das Rathaus gezogen.")
    assert claim.quote == "Rund hundert Fischer waren Bo Lund zufolge vor das Rathaus gezogen"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Norwegen will die Grenze schließen. Ist das klug?", [("sanction", "planned")]),
        ("Norwegen hat die Grenze geschlossen. War das klug?", [("sanction", "occurred")]),
        ("Hat Norwegen die Grenze geschlossen?", []),
        ("Wir haben die Grenze geschlossen. War das klug?", []),
    ],
)
def test_what_an_interviewer_tells_is_told(asked: str, expected: list[tuple[str, str]]) -> None:
    text = f"Nordblatt: {asked}\n\nBo Lund: Nein.\n\nNordblatt: Warum?\n\nBo Lund: Darum."
    assert [(claim.type, claim.status) for claim in told(text)] == expected


def test_how_somebody_says_it_is_a_way_of_saying_it() -> None:
    (claim,) = told("Zu der Rede hat mich der Verein überredet, grinst Bo Lund.")
    assert (claim.type, [part.actor_id for part in claim.participants]) == ("statement", ["Bo Lund"])
    assert told("Als der Verein kam, grinste Bo Lund.") == []
