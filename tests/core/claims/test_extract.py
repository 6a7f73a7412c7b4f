from collections.abc import Callable

import pytest

from core.model import Claim

Told = Callable[..., list[Claim]]


def actors(claim: Claim) -> set[str]:
    return {p.actor_id for p in claim.participants}


@pytest.mark.parametrize(
    ("text", "kind", "status", "who"),
    [
        ("Anna Meier besuchte Norwegen.", "visit", "occurred", {"Anna Meier", "Norwegen"}),
        ("Anna Meier traf sich mit Bo Lund.", "meeting", "occurred", {"Anna Meier", "Bo Lund"}),
        ("Norwegen und Finnland unterzeichneten einen Vertrag.", "agreement", "occurred", {"Norwegen", "Finnland"}),
        ("Norwegen verhängte Sanktionen gegen Finnland.", "sanction", "occurred", {"Norwegen", "Finnland"}),
        ("Norwegen hat Finnland angegriffen.", "force", "occurred", {"Norwegen", "Finnland"}),
        (
            "Norwegen lud Finnland und Schweden zum Gipfel ein.",
            "invitation",
            "occurred",
            {"Norwegen", "Finnland", "Schweden"},
        ),
        ("Anna Meier wird nach Norwegen reisen.", "visit", "planned", {"Anna Meier", "Norwegen"}),
        ("Norwegen plant, ein Büro in Finnland zu eröffnen.", "institution", "planned", {"Norwegen", "Finnland"}),
        ("Norwegen erwägt, Truppen nach Finnland zu verlegen.", "armament", "possible", {"Norwegen", "Finnland"}),
        ("Norwegen könnte Finnland angreifen.", "force", "possible", {"Norwegen", "Finnland"}),
        ("Norwegen hat Finnland nicht angegriffen.", "force", "denied", {"Norwegen", "Finnland"}),
        ("Norwegen und Finnland arbeiten weiterhin zusammen.", "cooperation", "ongoing", {"Norwegen", "Finnland"}),
        ("Norwegen erhöhte sein Verteidigungsbudget.", "armament", "occurred", {"Norwegen"}),
        ("Anna Meier warf Bo Lund Betrug vor.", "accusation", "occurred", {"Anna Meier", "Bo Lund"}),
        ("Norwegen bat Finnland um Munition.", "request", "occurred", {"Norwegen", "Finnland"}),
        ("Anna Meier lehnte den Vorschlag von Bo Lund ab.", "rejection", "occurred", {"Anna Meier", "Bo Lund"}),
        ("Norwegen leistet Finnland humanitäre Hilfe.", "aid", "ongoing", {"Norwegen", "Finnland"}),
        ("Anna Meier nahm am Gipfel in Oslo teil.", "summit", "occurred", {"Anna Meier"}),
        ("Anna Meier sagte, der Winter sei mild.", "statement", "occurred", {"Anna Meier"}),
        ("Anna Meier sagte ihren Besuch in Norwegen ab.", "visit", "denied", {"Anna Meier", "Norwegen"}),
        ("Anna Meier verschob das Treffen mit Bo Lund.", "meeting", "planned", {"Anna Meier", "Bo Lund"}),
        ("Wenn Norwegen Finnland angreift, hilft niemand.", "force", "possible", {"Norwegen", "Finnland"}),
        ("Norwegen soll Finnland angegriffen haben.", "force", "possible", {"Norwegen", "Finnland"}),
        ("Norwegen soll Finnland Waffen liefern.", "aid", "planned", {"Norwegen", "Finnland"}),
        ("Norwegen hätte Finnland angegriffen.", "force", "possible", {"Norwegen", "Finnland"}),
        ("Anna Meier bestreitet, Norwegen besucht zu haben.", "rejection", "occurred", {"Anna Meier", "Norwegen"}),
        ("Voraussichtlich besucht Anna Meier Norwegen.", "visit", "planned", {"Anna Meier", "Norwegen"}),
    ],
)
def test_a_sentence_tells_of_an_event_with_type_status_and_actors(
    told: Told, text: str, kind: str, status: str, who: set[str]
) -> None:
    (claim,) = told(text)
    assert (claim.type, claim.status, actors(claim)) == (kind, status, who)


@pytest.mark.parametrize("name", ["Klingbeil", "Bombe", "Wolf"])
def test_a_name_is_no_thing_that_it_sounds_like(told: Told, name: str) -> None:
    (claim,) = told(f"Anna Meier traf {name} in Oslo.", **{name: "Bo Lund"})
    assert (claim.type, actors(claim)) == ("meeting", {"Anna Meier", "Bo Lund"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Meier griff Bo Lund an.", "accusation"),
        ("Anna Meier attackierte Bo Lund in Oslo.", "accusation"),
        ("Anna Meier griff Bo Lund mit einem Messer an.", "force"),
        ("Ein Mann griff Bo Lund in Oslo an.", "force"),
        ("Norwegen griff Finnland an.", "force"),
    ],
)
def test_an_attack_of_one_name_on_another_is_one_in_words_unless_it_is_made_with_a_weapon(
    told: Told, text: str, kind: str
) -> None:
    (claim,) = told(text)
    assert claim.type == kind


def day(claim: Claim) -> tuple[str, str] | None:
    return (claim.date.edtf, claim.date.basis) if claim.date else None


def test_every_quote_stands_at_its_offsets(told: Told) -> None:
    text = "Am Montag traf Anna Meier Bo Lund – den Chef. Sie reiste danach, wie sie sagte, nach Norwegen ab."
    for claim in told(text, Sie="Anna Meier"):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start <= claim.trigger_start < claim.trigger_end <= claim.end


def test_two_verbs_are_two_events_and_the_second_shares_its_actor(told: Told) -> None:
    visit, agreement = told("Anna Meier besuchte Norwegen und unterzeichnete einen Vertrag mit Finnland.")
    assert (visit.type, agreement.type) == ("visit", "agreement")
    assert actors(visit) == {"Anna Meier", "Norwegen"}
    assert actors(agreement) == {"Anna Meier", "Finnland"}


def test_a_title_does_not_take_part(told: Told) -> None:
    (claim,) = told("Norwegens Ministerpräsidentin Anna Meier besuchte Finnland.")
    assert actors(claim) == {"Anna Meier", "Finnland"}


def test_a_description_after_the_name_does_not_take_part(told: Told) -> None:
    (claim,) = told("Anna Meier, die Botschafterin von Norwegen, besuchte Finnland.")
    assert actors(claim) == {"Anna Meier", "Finnland"}


def test_a_medium_is_the_source_and_not_a_party(told: Told) -> None:
    (claim,) = told("Laut Nordpost besuchte Anna Meier Finnland.")
    assert claim.attributed_to == "Nordpost"
    assert actors(claim) == {"Anna Meier", "Finnland"}


def test_a_clause_can_name_the_source(told: Told) -> None:
    (claim,) = told("Finnland hat Norwegen angegriffen, wie der Rat mitteilte.")
    assert (claim.type, claim.attributed_to, actors(claim)) == ("force", "Rat", {"Finnland", "Norwegen"})


def test_what_somebody_says_is_told_on_their_word(told: Told) -> None:
    (claim,) = told("Anna Meier sagte, dass Norwegen im Mai Finnland angegriffen habe.", "2020-06-01")
    assert (claim.type, claim.attributed_to, day(claim)) == ("force", "Anna Meier", ("2020-05", "text"))


def test_a_quotation_is_a_statement_and_its_inner_date_does_not_date_it(told: Told) -> None:
    (claim,) = told("Anna Meier sagte: „Norwegen wird im Jahr 2035 alles anders machen.“", "2020-06-01")
    assert (claim.type, day(claim)) == ("statement", None)


def test_refusing_a_plan_is_a_rejection(told: Told) -> None:
    (claim,) = told("Anna Meier erklärte, dass Norwegen nicht vorhabe, dem Rat beizutreten.")
    assert (claim.type, claim.status) == ("rejection", "occurred")
    assert actors(claim) == {"Anna Meier", "Norwegen", "Rat"}


def test_the_clause_of_the_event_gives_its_date(told: Told) -> None:
    visit, agreement = told(
        "Anna Meier besuchte am 3. Mai 2020 Norwegen, und am 5. Juni 2020 besuchte Bo Lund Finnland."
    )
    assert day(visit) == ("2020-05-03", "text")
    assert day(agreement) == ("2020-06-05", "text")


def test_a_story_goes_on_on_the_day_it_began(told: Told) -> None:
    first, second = told("Am 3. Mai 2020 traf Anna Meier Bo Lund. Danach besuchte sie Norwegen.", sie="Anna Meier")
    assert day(first) == ("2020-05-03", "text")
    assert day(second) == ("2020-05-03", "context")


def test_without_a_date_there_is_none(told: Told) -> None:
    (claim,) = told("Anna Meier besuchte Norwegen.", "2020-06-01")
    assert day(claim) is None


def test_a_truth_without_anybody_is_no_event(told: Told) -> None:
    assert told("Zusammenarbeit hilft in der Regel allen.") == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Bo Lund flog nach Oslo, wo er Anna Meier traf.", ["visit", "meeting"]),
        ("Bo Lund fragte am Montag, wo er Anna Meier getroffen habe.", ["statement"]),
        ("Der Rat, welcher zuvor Klage erhoben hatte, reiste nach Oslo.", ["visit", "justice"]),
    ],
)
def test_a_clause_that_goes_on_about_a_noun_is_no_question(told: Told, text: str, types: list[str]) -> None:
    assert [claim.type for claim in told(text, er="Bo Lund")] == types


def test_a_circumstance_in_front_is_not_what_somebody_says(told: Told) -> None:
    text = "Nachdem Anna Meier eine Steuer gefordert hatte, kritisierte Bo Lund den Rat."
    assert [(claim.type, actors(claim)) for claim in told(text)] == [
        ("request", {"Anna Meier"}),
        ("accusation", {"Bo Lund", "Rat"}),
    ]


def test_what_is_not_told_by_the_clause_before_is_told_on_its_own(told: Told) -> None:
    (claim,) = told("Dort sorgt der Bericht für Aufregung, die Gewerkschaften fordern Aufklärung.")
    assert claim.type == "request"


def test_an_infinitive_or_an_indirect_question_asserts_nothing(told: Told) -> None:
    assert told("Es ist schön, Norwegen zu besuchen.") == []
    assert told("Niemand weiß, wie Norwegen Finnland angreift.") == []


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        # A thing that a pronoun stands for is what is done, not who does it.
        ("Der Plan, den Finnland ablehnte, ist alt.", "rejection", {"Finnland": "agent"}),
        ("Das ist das Angebot, das Finnland am Donnerstag ablehnte.", "rejection", {"Finnland": "agent"}),
        ("Es gelten die Zölle, die Finnland verhängt hatte.", "sanction", {"Finnland": "agent"}),
        ("Es gelten die Zölle, die gegen Finnland verhängt wurden.", "sanction", {"Finnland": "target"}),
        ("Das Abkommen, das Finnland unterzeichnete, gilt ab Juni.", "agreement", {"Finnland": "agent"}),
    ],
)
def test_a_relative_clause_tells_who_did_it_to_its_noun(
    told: Told, text: str, kind: str, roles: dict[str, str]
) -> None:
    (claim,) = told(text)
    assert (claim.type, {p.actor_id: p.role for p in claim.participants}) == (kind, roles)


def test_a_relative_clause_in_the_present_says_what_kind_of_thing_that_is(told: Told) -> None:
    assert told("Es fehlt an Beamten, die nach Norwegen versandt werden.") == []


def test_a_headline_noun_names_its_event(told: Told) -> None:
    (claim,) = told("Besuch von Anna Meier in Norwegen am 3. Mai 2020")
    assert (claim.type, day(claim), claim.rule.split(":")[0]) == ("visit", ("2020-05-03", "text"), "noun")
    assert actors(claim) == {"Anna Meier", "Norwegen"}


def test_more_doubts_make_a_claim_less_sure(told: Told) -> None:
    (plain,) = told("Anna Meier besuchte Norwegen.")
    (planned,) = told("Anna Meier wird Norwegen besuchen.")
    (passive,) = told("Norwegen wurde besucht.")
    assert plain.confidence > planned.confidence > passive.confidence


def test_ids_tell_claims_apart_and_stay(told: Told) -> None:
    text = "Anna Meier besuchte Norwegen und traf Bo Lund."
    ids = [claim.claim_id for claim in told(text)]
    assert len(set(ids)) == 2
    assert ids == [claim.claim_id for claim in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Meier rechnet nicht mit einem Streik.",
        "Bo Lund hält den Umbau nicht für dringend.",
        "Norwegen erwartet keine rasche Lösung.",
    ],
)
def test_what_somebody_does_not_think_is_a_stance_all_the_same(told: Told, text: str) -> None:
    assert [(claim.type, claim.status) for claim in told(text)] == [("statement", "occurred")]


def test_what_somebody_did_not_say_is_none(told: Told) -> None:
    assert not told("Anna Meier sagte nicht, wer den Umbau bezahlt.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Die Mieten, die im Mai gestiegen sind, seien zu hoch, sagte Anna Meier.", True),
        ("Anna Meier sagte, der Hafen sei sicher, seit im Mai zwei Männer bei einem Brand starben.", True),
        ("Anna Meier sagte, im Mai seien zwei Männer bei einem Brand gestorben.", False),
    ],
)
def test_an_event_told_by_the_way_leaves_the_statement(told: Told, text: str, said: bool) -> None:
    types = [claim.type for claim in told(text, "2020-06-01")]
    assert ("statement" in types) == said
    assert len(types) == 1 + said


def test_a_clause_on_when_it_was_is_nobodys_words(told: Told) -> None:
    text = "Nachdem der Richter das Verfahren geschlossen hatte, bedankte sich Anna Meier bei den Zuhörern."
    assert [claim.type for claim in told(text)] == ["justice", "statement"]


def test_a_colon_goes_on_with_more(told: Told) -> None:
    first, second = told("Norwegen stärkte Anna Meier den Rücken: Bo Lund soll Minister werden.")
    assert (first.type, second.type) == ("statement", "institution")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kurdische Kämpfer rücken auf die Stadt vor.", "force"),
        ("Seit Mai sitzen mehrere Verdächtige im Gefängnis.", "justice"),
        ("Drei der acht Räuber wurden verhaftet.", "justice"),
        ("Er hielt an, sprang aus dem Boot und attackierte zwei Männer mit einem Messer.", "force"),
        ("Zwei wurden schwer verletzt.", "disaster"),
    ],
)
def test_some_people_need_no_name(told: Told, text: str, kind: str) -> None:
    assert [claim.type for claim in told(text)] == [kind]


@pytest.mark.parametrize(
    "text", ["Ärzte können Patienten verletzen.", "Vor Kundgebungen verhaften Polizisten oft Bürger."]
)
def test_what_people_do_in_general_is_none(told: Told, text: str) -> None:
    assert not told(text)


def test_two_deeds_behind_one_auxiliary_have_their_own_objects(told: Told) -> None:
    quotes = [claim.quote for claim in told("Zwei Männer wurden festgenommen und drei Wohnungen durchsucht.")]
    assert quotes == ["Zwei Männer wurden festgenommen", "drei Wohnungen durchsucht."]


def test_what_is_denied_goes_on(told: Told) -> None:
    (claim,) = told("Im Mai wurden keine Räuber verhaftet oder Wohnungen durchsucht.", "2020-06-01")
    assert (claim.quote, claim.status) == ("Wohnungen durchsucht.", "denied")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Rebellen versuchten am Montag, Norwegen anzugreifen.", [("force", "occurred")]),
        ("Bo Lund hat versucht, eine Partei zu gründen.", [("institution", "possible")]),
        ("Norwegen verlegte am Montag Soldaten nach Oslo.", [("armament", "occurred")]),
    ],
)
def test_what_was_tried_or_moved_is_no_plan(told: Told, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim.type, claim.status) for claim in told(text)] == expected
