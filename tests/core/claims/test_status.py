from collections.abc import Callable

import pytest

from core.claims.status import of_operator, status_of_clause
from core.model import Claim, Status
from tests.core.claims.scenes import clause_with, trigger_of

Told = Callable[..., list[Claim]]


def status(word: str, text: str) -> Status:
    scene, at, token = clause_with(word, text)
    return status_of_clause(scene, at, trigger_of(scene, at, token), None, scene.analysis.published.interval)


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("festgenommen", "Zwei Männer seien festgenommen worden, sagte Anna Meier.", "occurred"),
        ("angegriffen", "Die Soldaten hätten das Dorf angegriffen, sagte Bo Lund.", "occurred"),
        ("beschlagnahmt", "Bo Lund sagte, man sei froh. Die Soldaten hätten Waffen beschlagnahmt.", "occurred"),
        ("unterzeichnen", "Norwegen werde den Vertrag unterzeichnen, sagte Anna Meier.", "planned"),
        ("treffen", "Die Außenminister würden sich treffen, sagte Bo Lund.", "planned"),
        ("helfen", "Norwegen müsse helfen, sagte Bo Lund.", "planned"),
        ("angreifen", "Anna Meier könne Norwegen angreifen, hieß es.", "possible"),
        ("treffen", "Anna Meier würde Bo Lund gern treffen.", "possible"),
        ("treffen", "Anna Meier möchte Bo Lund treffen.", "planned"),
        ("treffen", "Anna Meier mag Bo Lund treffen.", "possible"),
        ("getroffen", "Anna Meier hätte Bo Lund getroffen.", "possible"),
        ("gestorben", "Bo Lund sagte, sonst wären mehr Menschen gestorben.", "possible"),
        ("getroffen", "Beinahe hätte Anna Meier Bo Lund getroffen.", "denied"),
        ("getroffen", "Anna Meier soll Bo Lund getroffen haben.", "occurred"),
        ("getroffen", "Anna Meier dürfte Bo Lund getroffen haben.", "occurred"),
        ("zustimmen", "Wenn Bo Lund geht, werden wir dem Vertrag nicht zustimmen.", "possible"),
        ("ändert", "Die Gespräche sollen dauern, bis die Regierung das Gesetz ändert.", "possible"),
        ("Besuch", "Einen Besuch bei Bo Lund hält Anna Meier für unwahrscheinlich.", "possible"),
        ("getroffen", "Anna Meier könnte Bo Lund getroffen haben.", "possible"),
        ("eingebracht", "Es heißt, dass Glut eingebracht worden sein dürfte.", "occurred"),
    ],
)
def test_mood_tells_report_from_mere_thought(word: str, text: str, expected: Status) -> None:
    assert status(word, text) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("stoppt", "Norwegen stoppt wohl den Handel.", "possible"),
        ("gestoppt", "Norwegen hat offenbar den Handel gestoppt.", "occurred"),
        ("treffen", "Sollte Bo Lund kommen, werde sie ihn treffen.", "possible"),
        ("schließt", "Für den Fall, dass Norwegen die Grenze schließt, gibt es Pläne.", "possible"),
        ("berichtete", "Norwegen zahlt, wie der Rat am Montag berichtete.", "occurred"),
        ("verantworten", "Bo Lund muss sich vor Gericht verantworten.", "planned"),
        ("verlegt", "Zehn Flüchtlinge wurden nach Bergen verlegt.", "occurred"),
        ("kritisiert", "Anna Meier hat Norwegen als nicht hilfreich kritisiert.", "occurred"),
        ("kritisiert", "Anna Meier hat Norwegen nicht kritisiert.", "denied"),
    ],
)
def test_hedges_and_conditions(word: str, text: str, expected: Status) -> None:
    assert status(word, text) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("Treffen", "Ein Treffen von Anna Meier und Bo Lund ist nicht geplant.", "denied"),
        ("Treffen", "Ein Treffen mit Bo Lund ist nicht vorgesehen.", "denied"),
        ("Treffen", "Ein Treffen mit Bo Lund ist geplant.", "planned"),
        ("Besuch", "Anna Meier kündigte einen Besuch an.", "planned"),
        ("Treffen", "Das Treffen wurde auf den 5. Juni verlegt.", "planned"),
        ("Treffen", "Das Treffen fiel aus.", "denied"),
        ("Treffen", "Das Treffen wurde nicht abgesagt.", "planned"),
        ("Ermittlungsverfahren", "Bo Lund entging einem Ermittlungsverfahren.", "denied"),
        ("Prozess", "Bo Lund droht ein Prozess.", "possible"),
        ("Treffen", "Norwegen braucht ein Treffen mit Bo Lund.", "possible"),
        ("Treffen", "Ein Treffen mit Bo Lund ist nötig.", "possible"),
        ("getroffen", "Die Firma bestreitet, dass Anna Meier Bo Lund getroffen hat.", "denied"),
        ("getroffen", "Dass Anna Meier Bo Lund getroffen hat, wurde dementiert.", "denied"),
        ("getroffen", "Niemand bestreitet, dass Anna Meier Bo Lund getroffen hat.", "occurred"),
        ("getroffen", "Es wurde nie bestritten, dass Anna Meier Bo Lund getroffen hat.", "occurred"),
    ],
)
def test_a_verb_says_what_became_of_what_a_noun_names(word: str, text: str, expected: Status) -> None:
    assert status(word, text) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("schloss", "Der Verband schloss den Spieler Bo Lund aus dem Klub aus.", "occurred"),
        ("ausgeschlossen", "Bo Lund wurde aus der Partei ausgeschlossen.", "occurred"),
        ("ausgeschlossen", "Bo Lund wurde nicht aus der Partei ausgeschlossen.", "denied"),
        ("Angriff", "Ein Angriff auf Norwegen ist ausgeschlossen.", "denied"),
        ("fiel", "In Teilen von Oslo fiel der Strom aus.", "occurred"),
        ("fiel", "Die Abstimmung fiel am Montag knapp aus.", "occurred"),
        ("Abstimmung", "Die Abstimmung fiel am Montag aus.", "denied"),
    ],
)
def test_a_verb_that_is_the_event_itself_does_not_deny_it(word: str, text: str, expected: Status) -> None:
    assert status(word, text) == expected


def test_what_is_not_planned_is_no_refusal() -> None:
    scene, at, _ = clause_with("Treffen", "Ein Treffen mit Bo Lund ist nicht geplant.")
    assert of_operator(scene, at) is None


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("verletzt", "Niemand wurde verletzt."),
        ("verletzt", "Bei dem Unfall wurden keine Menschen verletzt."),
        ("getroffen", "Anna Meier hat Bo Lund nie getroffen."),
        ("treffen", "Sie reiste ab, ohne Bo Lund zu treffen."),
        ("reiste", "Sie reiste nicht ab, sondern blieb in Oslo."),
        ("Treffen", "Das Treffen fand nicht statt."),
        ("Treffen", "Kein weiteres Treffen ist bekannt."),
        ("Besuch", "Der Verzicht auf einen Besuch ärgerte Norwegen."),
        ("getroffen", "Anna Meier hat Bo Lund noch nie getroffen."),
        ("unterzeichnet", "Norwegen hat so etwas wie einen Vertrag nicht unterzeichnet."),
    ],
)
def test_a_negation_denies_what_it_reaches(word: str, text: str) -> None:
    assert status(word, text) == "denied"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Gesprächen", "In beiden Gesprächen mit Norwegen habe es keinen Streit gegeben."),
        ("getroffen", "Anna Meier hat nicht nur Bo Lund getroffen."),
        ("getroffen", "Anna Meier hat Bo Lund nicht in Oslo, sondern in Bergen getroffen."),
        ("getrennt", "Infizierte wurden von nicht infizierten Mitarbeitern getrennt."),
        ("getötet", "Bei dem Angriff wurden nicht weniger als zehn Menschen getötet."),
        ("getroffen", "Bo Lund bestätigte nicht, dass er Anna Meier getroffen hat."),
        ("prüfte", "Der Rat prüfte Anzeigen – die meisten waren nicht gemeldet."),
        ("gesenkt", "Der Rat hat die Gebühren so stark gesenkt wie seit Jahren nicht."),
        ("gesenkt", "Der Rat hat die Gebühren so stark gesenkt wie noch nie."),
        ("getroffen", "Noch nie haben sich so viele Minister getroffen."),
        ("gestreikt", "Die Fahrer haben nicht rechtmäßig gestreikt."),
        ("prüfte", "Der Rat prüfte Anzeigen - „Anteil der nicht zu meldenden Beträge“."),
    ],
)
def test_a_negation_leaves_what_it_does_not_reach(word: str, text: str) -> None:
    assert status(word, text) == "occurred"


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("treffen", "Anna Meier wird Bo Lund nicht mehr treffen.", "planned"),
        ("treffen", "Anna Meier wird Bo Lund nicht treffen.", "denied"),
        ("liefen", "Die Gespräche liefen seit Stunden.", "ongoing"),
        ("liefen", "Die Gespräche liefen am Montag.", "occurred"),
        ("fliegen", "Seit Wochen fliegen die Rebellen Luftangriffe.", "ongoing"),
        ("droht", "Anna Meier droht mit Strafen, sollten ausländische Händler nicht zahlen.", "occurred"),
        ("beraten", "Der Rat berät in Oslo. Darüber wird noch beraten.", "ongoing"),
        ("beraten", "Zehn Länder beraten in Oslo über den Vertrag.", "ongoing"),
        ("beschnitten", "Das Recht wird immer öfter beschnitten.", "ongoing"),
        ("verboten", "Anna Meier sagte, dass der Verein bald verboten werde.", "planned"),
        ("kehrt", "Anna Meier kehrt bald darauf zurück.", "occurred"),
        ("Treffen", "Nach dem Treffen mit Bo Lund wollte Anna Meier warten.", "occurred"),
        ("kämpfen", "Die Soldaten kämpfen gegen die Rebellen.", "ongoing"),
        ("kämpften", "Die Soldaten kämpften gegen die Rebellen.", "occurred"),
        ("erhalten", "Norwegen wird von Bo Lund eine Einladung erhalten.", "planned"),
        ("abgeschlossen", "Die Gespräche sind noch nicht abgeschlossen.", "ongoing"),
        ("wird", "Anna Meier wird Präsidentin.", "planned"),
        ("wurde", "Anna Meier wurde Präsidentin.", "occurred"),
        ("treffen", "Anna Meier will Bo Lund treffen, und nicht den Minister.", "planned"),
    ],
)
def test_what_comes_ends_or_runs(word: str, text: str, expected: Status) -> None:
    assert status(word, text) == expected


def of_unknown_day(word: str, text: str) -> Status:
    """The status in a text of which nobody knows when it was written."""
    scene, at, token = clause_with(word, text, published=None)
    return status_of_clause(scene, at, trigger_of(scene, at, token), None, None)


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("treffen", "Am Mittwoch treffen die Minister Bo Lund.", "planned"),
        ("trifft", "Anna Meier trifft am 3. Mai Bo Lund.", "planned"),
        ("treffen", "Die Minister treffen in der kommenden Woche Bo Lund.", "planned"),
        ("traf", "Am Mittwoch traf Anna Meier Bo Lund.", "occurred"),
        ("trifft", "Anna Meier trifft heute, Mittwoch, Bo Lund.", "occurred"),
        ("trifft", "Vor der Wahl am Sonntag trifft Anna Meier Bo Lund.", "occurred"),
        ("trifft", "Anna Meier trifft die am Sonntag gewählten Räte.", "occurred"),
        ("treffen", "Die Minister treffen seit Mittwoch Bo Lund.", "ongoing"),
        ("trifft", "Als der Rat am Mittwoch tagte, trifft Anna Meier am Abend Bo Lund.", "occurred"),
    ],
)
def test_the_present_with_a_day_tells_what_is_to_come(word: str, text: str, expected: Status) -> None:
    assert of_unknown_day(word, text) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("geplündert", "Die Rebellen hätten das Museum geplündert.", "occurred"),
        ("geplündert", "Die Rebellen hätten das Museum lieber geplündert.", "possible"),
        ("geplündert", "Wenn Bo Lund gegangen wäre, hätten Rebellen das Museum geplündert.", "possible"),
        ("getroffen", "Die Räte hätten Bo Lund fast getroffen.", "denied"),
        ("treffen", "Der Rat sei einig. Die Minister würden Bo Lund treffen.", "planned"),
        ("treffen", "Der Rat ist einig. Die Minister würden Bo Lund treffen.", "possible"),
    ],
)
def test_a_plural_that_has_no_first_subjunctive_reports(word: str, text: str, expected: Status) -> None:
    assert status(word, text) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("überfallen", "Die Bande soll drei Läden überfallen und einen Wächter verletzt haben.", "occurred"),
        ("verhaftet", "Der Mann soll in Oslo verhaftet und einen Tag danach ausgeliefert werden.", "planned"),
        ("erhalten", "Anna Meier hat in Oslo Hilfe erhalten.", "occurred"),
        ("bricht", "Die Sorge wächst, dass der Damm bricht.", "possible"),
        ("bricht", "Sie flohen aus Angst, dass der Damm bricht.", "possible"),
        ("brach", "Der Fall zeigte, dass der Damm brach.", "occurred"),
    ],
)
def test_what_is_said_or_feared(word: str, text: str, expected: Status) -> None:
    assert status(word, text) == expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("Verletzungen", "Es gab keine Brände oder Verletzungen.", "denied"),
        ("Verletzungen", "Es gab keinen Regen, aber Verletzungen.", "occurred"),
        ("prüft", "Der Rat prüft die Anzeige: Antrag noch nicht behandelt.", "ongoing"),
        ("verletzt", "Kapitän seit Mai nicht mehr aufgetaucht – Zwei Matrosen bei Sturm verletzt.", "occurred"),
    ],
)
def test_how_far_a_negation_reaches(word: str, text: str, expected: Status) -> None:
    assert status(word, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Werk in Lier wird geschlossen.", "planned"),
        ("Das Werk in Lier werde geschlossen, sagte Anna Meier.", "planned"),
        ("Das Werk in Lier wird gerade geschlossen.", "occurred"),
        ("Der Mann wird festgenommen.", "occurred"),
        ("Das Werk in Lier wurde geschlossen.", "occurred"),
    ],
)
def test_the_present_passive_of_companies_tells_what_is_decided(told: Told, text: str, expected: Status) -> None:
    assert {claim.status for claim in told(text)} == {expected}
