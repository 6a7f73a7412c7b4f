"""Whom a description takes up: companies, speakers of bodies, former holders of an office."""

from collections.abc import Callable

import pytest

from core.actors import DocumentActors

Meant = Callable[..., list[str]]


@pytest.mark.parametrize("words", ["Konzern", "Elektrokonzern"])
def test_a_company_is_taken_up_by_what_it_is(meant_by: Meant, words: str) -> None:
    assert meant_by(words, f"Die Siemens AG legte Zahlen vor. Der deutsche {words} baut Stellen ab.") == ["siemens"]


def test_a_noun_in_front_of_a_name_is_no_other_company(meant_by: Meant) -> None:
    text = "Der US-Autohersteller General Motors (GM) zahlt Kunden Geld. Das teilte der Konzern am Freitag mit."
    assert meant_by("Konzern", text) == ["general-motors"]


@pytest.mark.parametrize("adjective", ["französische", "andere", "größte"])
def test_an_adjective_that_tells_another_one_takes_up_nobody(meant_by: Meant, adjective: str) -> None:
    assert meant_by("Konzern", f"Die Siemens AG legte Zahlen vor. Der {adjective} Konzern baut Stellen ab.") == []


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Beteiligungsunternehmen", "Die Siemens AG legte Zahlen vor. Die Beteiligungsunternehmen bauen Stellen ab."),
        ("Firma", "Die Siemens AG legte Zahlen vor. Auch die Firma Westbahn baut Stellen ab."),
    ],
)
def test_several_companies_or_one_with_a_name_are_others(meant_by: Meant, word: str, text: str) -> None:
    assert meant_by(word, text) == []


def test_a_speaker_is_that_of_the_only_body_before(meant_by: Meant) -> None:
    text = "Darüber entscheidet das Landgericht Stuttgart. Eine Sprecherin sagte, das dauere."
    assert meant_by("Eine Sprecherin", text) == ["landgericht-stuttgart"]


@pytest.mark.parametrize(
    "text",
    [
        "Darüber entscheidet das Landgericht Stuttgart. Eine Sprecherin der Stadt sagte, das dauere.",
        "Das Landgericht Stuttgart lud Angela Merkel vor. Merkel kam. Eine Sprecherin sagte, das dauere.",
        "Es kamen das Landgericht Stuttgart und die Siemens AG. Eine Sprecherin sagte, das dauere.",
    ],
)
def test_a_speaker_who_may_be_anothers_is_left_alone(meant_by: Meant, text: str) -> None:
    assert meant_by("Eine Sprecherin", text) == []


def test_a_name_with_a_title_in_it_is_taken_up_by_the_title(meant_by: Meant) -> None:
    assert meant_by("Papst", "Papst Franziskus reiste nach Kuba. Dort feierte der Papst eine Messe.") == [
        "pope-francis"
    ]


def test_a_former_holder_is_one_whom_the_text_calls_so(meant_by: Meant) -> None:
    text = "Alt-Landeshauptmann Otto Muster kam. Eine Zeugin sagte aus. Der Alt-Landeshauptmann schwieg."
    assert meant_by("Alt-Landeshauptmann", text) == ["otto-muster"]
    assert meant_by("Ex-Präsident", "Präsident Barack Obama reiste nach Rom. Der Ex-Präsident schwieg.") == []


def test_a_pronoun_is_not_who_is_named_behind_it_in_its_clause(meant_by: Meant) -> None:
    text = "Mark Rutte klagte Olaf Scholz. Er hatte ähnlich wie Rutte von Fälschung gesprochen."
    assert meant_by("Er", text) == ["olaf-scholz"]


def test_a_heading_leaves_the_article_of_a_title_out(actors_in: Callable[..., DocumentActors]) -> None:
    actors = actors_in("Bundespräsident traf Merkel. Darüber sprach Bundespräsident Heinz Fischer.", kind="headline")
    assert actors.mentions[0].actor_id == "heinz-fischer"


def test_a_spokesman_may_be_a_persons(meant_by: Meant) -> None:
    text = "Angela Merkel reiste ab. Ein Merkel-Sprecher bestätigte das."
    assert meant_by("Merkel-Sprecher", text) == ["angela-merkel"]


def test_rebels_are_the_only_militia_that_a_text_names(meant_by: Meant) -> None:
    assert meant_by("Rebellen", "Er traf die FARC in Havanna. Die Rebellen riefen zum Frieden auf.") == ["farc"]


def test_a_medium_named_as_a_source_is_taken_up(meant_by: Meant) -> None:
    assert meant_by("Zeitung", "Laut USA Today schließt das Werk. Die Zeitung nennt Zahlen.") == ["usa-today"]


def test_a_ministry_alone_is_that_of_the_state_which_the_text_is_about(meant_by: Meant) -> None:
    text = "Die SPÖ, die ÖVP, die FPÖ und die Neos in Österreich warten. Das Innenministerium rechnet damit."
    assert meant_by("Innenministerium", text) == ["austria"]
    assert meant_by("Innenministerium", "Die ÖVP und die CDU warten. Das Innenministerium rechnet damit.") == []


def test_a_land_is_taken_up_by_what_it_is_like(meant_by: Meant) -> None:
    assert meant_by("Land", "Montenegro will beitreten. Das kleine Land unterzeichnete am Montag.") == ["montenegro"]
    assert meant_by("Land", "Montenegro will beitreten. Das kleinere Land unterzeichnete am Montag.") == []


def test_a_region_says_of_a_company_of_no_known_country_where_it_is(meant_by: Meant) -> None:
    text = "Die Lundwurst GmbH ist pleite. Der steirische Konzern meldete das am Montag."
    assert meant_by("Konzern", text) == ["lundwurst-gmbh"]


def test_two_parties_are_the_two_that_were_joined(meant_by: Meant) -> None:
    text = "Die SPD und die FDP kamen. Die zwei Oppositionsfraktionen lehnten ab."
    assert meant_by("zwei Oppositionsfraktionen", text) == ["spd", "fdp"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Norwegen, Schweden: Die Regierung in Oslo kam. Es hagelt. Es regnet. Die Regierung geht.", ["norway"]),
        ("Die norwegische Regierung traf die schwedische Regierung. Es regnet. Nun geht die Regierung.", []),
    ],
)
def test_the_government_is_the_only_one_spoken_of(meant_by: Meant, text: str, states: list[str]) -> None:
    assert meant_by("Regierung", text)[-1:] == states


@pytest.mark.parametrize(
    ("words", "text", "who"),
    [
        ("Kommission", "Die EU-Kommission tagte. An dem Plan will die Kommission festhalten.", "european-commission"),
        ("Ministerium", "Das deutsche Sozialministerium zählte nach. Es sei genug, so das Ministerium.", "germany"),
        ("Gewerkschaft", "Die Pilotengewerkschaft Cockpit rief auf. Später ging die Gewerkschaft.", "cockpit"),
        ("Organisation", "Die Hilfsorganisation Musteria kam. Später half die Organisation.", "musteria"),
        ("Organisation", "Greenpeace kam mit Booten. Später half die Organisation.", "greenpeace"),
    ],
)
def test_a_noun_takes_up_who_was_called_so_or_the_only_body(meant_by: Meant, words: str, text: str, who: str) -> None:
    assert meant_by(words, text) == [who]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            "Ministerium",
            "Das deutsche Sozialministerium und das norwegische Finanzministerium gingen. Bald kam das Ministerium.",
        ),
        ("Organisation", "Greenpeace und die Caritas kamen. Später half die Organisation."),
        ("Partei", "Die Kleinpartei Musterliste kam. Es regnete. Es regnete. Es regnete. Dann verlor die Partei A."),
        ("Kommission", "Die Muster-Kommission und die EU-Kommission kamen. Später ging eine Kommission."),
    ],
)
def test_of_two_bodies_or_another_one_no_noun_takes_any_up(meant_by: Meant, words: str, text: str) -> None:
    assert meant_by(words, text) == []


@pytest.mark.parametrize(
    ("words", "text", "who"),
    [
        (
            "Flughafen",
            "Die Flughafen Wien AG legte Zahlen vor. Später kündigte der Flughafen den Vertrag.",
            "flughafen-wien",
        ),
        ("Post", "Die Deutsche Post baut um. Die Post lehnte das ab.", "deutsche-post"),
    ],
)
def test_a_company_is_taken_up_by_the_noun_in_its_name(meant_by: Meant, words: str, text: str, who: str) -> None:
    assert meant_by(words, text) == [who]


@pytest.mark.parametrize("noun", ["Konzern", "börsennotierte Konzern"])
def test_a_particle_behind_a_description_leaves_it_one(meant_by: Meant, noun: str) -> None:
    text = f"Die Siemens AG legte Zahlen vor. Die Dividende steigt, teilte der {noun} mit."
    assert meant_by("Konzern", text) == ["siemens"]
    assert meant_by("Konzern", f"Die Siemens AG legte Zahlen vor. Es kam der {noun} mit Sitz in Oslo.") == []


def test_of_two_bodies_the_one_called_so_near_is_taken_up(meant_by: Meant) -> None:
    text = "Die UNO bat um Hilfe. Das Haus leitet die Hilfsorganisation Caritas. Es fehle Geld, sagte die Organisation."
    assert meant_by("Organisation", text) == ["caritas"]
    assert meant_by("Organisation", "Die UNO bat um Hilfe. Es fehle Geld, sagte die Organisation.") == [
        "united-nations"
    ]


def test_a_force_is_taken_up_near_alone(meant_by: Meant) -> None:
    text = "Die norwegische Küstenwache half. {}Zwölf Menschen starben, teilte die Küstenwache mit."
    assert meant_by("Küstenwache", text.format("")) == ["norway-coast-guard"]
    assert meant_by("Küstenwache", text.format("Vor Finnland sank ein Boot. " * 3)) == []


def test_a_states_own_council_is_not_that_of_the_united_nations(meant_by: Meant) -> None:
    assert meant_by("Sicherheitsrat", "Der nationale Sicherheitsrat tagte.") == []
    assert meant_by("Sicherheitsrat", "Der Sicherheitsrat tagte.") == ["un-security-council"]
    assert meant_by("Kurden", "Die syrischen Kurden tagten.") == ["kurds"]


def test_a_ministry_is_that_of_the_capital_that_a_report_is_from(meant_by: Meant) -> None:
    text = "Am Montag sagte das Finanzministerium, es fehle an Geld."
    assert meant_by("Finanzministerium", f"Oslo/Bergen – {text}") == ["norway"]
    assert meant_by("Finanzministerium", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Oslo – In Peru wird gestreikt. Am Montag sagte das Finanzministerium, es fehle an Geld.",
        "Oslo/Lima – Am Montag sagte das Finanzministerium, es fehle an Geld.",
        "Oslo – Am Montag sagte das Finanzministerium in Wien, es fehle an Geld.",
    ],
)
def test_a_ministry_may_be_that_of_another_state(meant_by: Meant, text: str) -> None:
    assert "norway" not in meant_by("Finanzministerium", text)


@pytest.mark.parametrize(
    ("text", "court"),
    [
        ("Perus Oberster Gerichtshof entschied das am Montag.", []),
        ("Der Oberste Gerichtshof Norwegens entschied das am Montag.", []),
        ("Der Oberste Gerichtshof entschied das am Montag.", ["austrian-supreme-court"]),
        ("Österreichs Oberster Gerichtshof entschied das am Montag.", ["austrian-supreme-court"]),
    ],
)
def test_a_court_is_that_of_its_owner(meant_by: Meant, text: str, court: list[str]) -> None:
    named = [who for words in ("Oberste Gerichtshof", "Oberster Gerichtshof") for who in meant_by(words, text)]
    assert [who for who in named if who == "austrian-supreme-court"] == court
