"""What a verb tells of, by the company it keeps."""

from collections.abc import Callable

import pytest

from core import german
from core.claims import triggers
from core.claims.analysis import Analysis
from core.claims.scene import Scene
from core.model import Document, Published, Segment

Senses = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def senses() -> Senses:
    """The types of the events that the verbs of a text tell of; nobody in it is known."""
    backbone = german.load()

    def read(text: str) -> list[str]:
        segments = (Segment(0, len(text), "body"),)
        analysis = Analysis(
            Document("d", "d.txt", "", text),
            segments,
            backbone.sentences(text, segments),
            Published(None, None, "unknown", ""),
            (), (), (), (), (), frozenset(), {}, {},
        )  # fmt: skip
        scenes = [Scene(analysis, index) for index in range(len(analysis.sentences))]
        carriers = [triggers.of_verb(scene, at) for scene in scenes for at in range(len(scene.clauses))]
        return [trigger.type for trigger in carriers if trigger is not None]

    return read


@pytest.mark.parametrize(
    ("event", "text"),
    [
        ("justice", "Die Staatsanwaltschaft erhob Anklage wegen Mordes."),
        ("justice", "Der Kassier muss sich vor dem Landgericht verantworten."),
        ("justice", "Dem Angeklagten drohen bis zu zehn Jahre Haft."),
        ("justice", "Die Wirtin sitzt in Untersuchungshaft."),
        ("justice", "Der Verteidiger legte Berufung ein."),
        ("justice", "Das Höchstgericht hob das Urteil auf."),
        ("justice", "Die Ermittler stellten zwei Kilo Kokain sicher."),
        ("justice", "Der Händler kam gegen Kaution frei."),
        ("justice", "Der 40-Jährige wurde angezeigt."),
        ("sanction", "Der Händler wurde verpflichtet, das Geld zurückzuzahlen."),
        ("agreement", "Die Regierung hat ein Paket für Familien geschnürt."),
        ("statement", "Für drei Länder wurden Flutwarnungen ausgegeben."),
        ("statement", "Zum Mangel gab der Obmann zu bedenken, dass er alt ist."),
        ("rejection", "Den Einwand ließ der Obmann nicht gelten."),
        ("disaster", "Zwei Menschen kamen bei dem Unfall ums Leben."),
        ("disaster", "Die Scheune steht in Flammen."),
        ("disaster", "Der Lenker zog sich schwere Verletzungen zu."),
        ("disaster", "Die Köchin wurde positiv getestet."),
        ("disaster", "Der Bach trat über die Ufer."),
        ("disaster", "Eine Lawine riss drei Wanderer mit."),
        ("business", "Die Aktie gab um drei Prozent nach."),
        ("business", "Der Konzern baut 500 Stellen ab."),
        ("business", "Die Molkerei meldete Insolvenz an."),
        ("business", "Die Arbeitslosigkeit sank auf fünf Prozent."),
        ("business", "Das Kraftwerk ging in Betrieb."),
        ("vote", "Die Grünen kamen auf 23 Prozent."),
        ("vote", "Die Partei kam auf 89 Sitze."),
        ("accusation", "Der Minister verurteilte die Flugblattaktion."),
        ("justice", "Der Richter verurteilte den Angeklagten."),
        ("statement", "Der Minister zeigte sich wenig beeindruckt."),
        ("statement", "Der Minister hält die Studie für lesenswert."),
        ("statement", "Der Minister führt das auf den Frost zurück."),
        ("accusation", "Der Minister hält den Plan für falsch."),
        ("sanction", "Die Regierung verschärfte die Visa-Bestimmungen."),
        ("rejection", "Die Staatsanwaltschaft sieht von Ermittlungen ab."),
        ("institution", "Der Sozialdemokrat wurde Minister."),
        ("vote", "Der Landtag beschloss das Gesetz mit großer Mehrheit."),
        ("vote", "Die Partei verlor zehn Mandate."),
        ("vote", "Die Abgeordneten stimmten gegen den Antrag."),
        ("protest", "Tausende gingen auf die Straße."),
        ("protest", "Studenten besetzten den Hörsaal."),
        ("protest", "Der Häftling trat in den Hungerstreik."),
        ("force", "Die Rebellen nahmen die Stadt ein."),
        ("force", "Der Attentäter sprengte sich in die Luft."),
        ("force", "Unbekannte steckten das Lager in Brand."),
        ("force", "Bei dem Anschlag starben 20 Menschen."),
        ("sanction", "Die Stadt verhängte eine Ausgangssperre."),
        ("sanction", "Das Dorf steht unter Quarantäne."),
        ("sanction", "Der Reeder muss eine Strafe von fünf Millionen Euro zahlen."),
        ("sanction", "Die Regierung kürzt die Mindestsicherung."),
        ("aid", "Die Flüchtlinge wurden in einer Turnhalle untergebracht."),
        ("aid", "Helfer haben Lebensmittel verteilt."),
        ("aid", "Die Pensionen werden um ein Prozent erhöht."),
        ("armament", "Das Heer verlegt 200 Soldaten an die Grenze."),
        ("armament", "Die Marine hält ein Manöver ab."),
        ("armament", "Die Miliz bildet Jugendliche für den Kampf aus."),
        ("visit", "Rund 300 Flüchtlinge passierten die Grenze."),
        ("visit", "Rund 300 Menschen kamen ins Land."),
        ("rejection", "Der Verein wandte sich gegen den Plan."),
        ("justice", "Der Kellner hat Attentatspläne gestanden."),
        ("justice", "Die Molkerei musste eine Niederlage vor Gericht hinnehmen."),
        ("sanction", "Die Regierung hielt die Banken geschlossen."),
        ("force", "Der Polizist wurde am Arm getroffen."),
        ("aid", "Die Flüchtlinge übernachteten in Zelten."),
        ("business", "Die Aktie setzte sich an die Spitze."),
        ("institution", "Die Ministerin wurde Chefredakteurin."),
        ("institution", "Der Direktor wurde in den Ruhestand versetzt."),
        ("institution", "Die Wirtin will Bürgermeisterin werden."),
        ("sanction", "Am Montag traten strengere Regeln in Kraft."),
        ("sanction", "Die Bahn sperrte die Strecke."),
        ("sanction", "Der Student wurde des Landes verwiesen."),
        ("sanction", "Das Land baut den Schutz der Grenze aus."),
        ("rejection", "Der Minister hält nichts von der Maut."),
        ("rejection", "Der Minister machte keine Angaben."),
        ("rejection", "Der Minister hat kein Verständnis für die Klage."),
        ("rejection", "Der Minister will keine Maut."),
        ("statement", "Der Minister hält viel von der Maut."),
        ("statement", "Der Minister sieht das anders."),
        ("statement", "Der Minister stellte den Schulen ein gutes Zeugnis aus."),
        ("statement", "Der Minister würde eine Maut begrüßen."),
        ("request", "Der Minister würde sich eine Maut wünschen."),
        ("request", "Ein Antrag auf eine Maut liegt vor."),
        ("agreement", "Darüber sind sich die Parteien einig."),
        ("agreement", "Die beiden Minister sind einer Meinung."),
        ("agreement", "Der Verein hat sich bereiterklärt, zu warten."),
        ("armament", "Die Zahl der Soldaten wurde erhöht."),
        ("force", "Drei Studenten zogen in den Krieg."),
        ("request", "Der Minister sprach sich dafür aus, zu warten."),
        ("request", "Das Gesetz wurde ins Parlament eingebracht."),
        ("accusation", "Die Wirte klagten über das Wetter."),
        ("accusation", "Der Minister störte sich an dem Ton."),
        ("rejection", "Der Minister enthielt sich eines Kommentars."),
        ("disaster", "Die Altstadt wurde überschwemmt."),
        ("visit", "Die Flüchtlinge wurden nach Bergen verlegt."),
        ("visit", "Die Flüchtlinge wurden den Behörden übergeben."),
        ("visit", "Ein Teil der Flüchtlinge wurde nach Bergen gebracht."),
        ("vote", "Zehn Prozent der Wähler gaben ihr die Stimme."),
        ("force", "Eine Reihe von Soldaten stürmte das Haus."),
        ("force", "Zehn Menschen wurden bei Zusammenstößen mit der Polizei verletzt."),
        ("sanction", "Eine Verschärfung der Gesetze trat in Kraft."),
        ("agreement", "Das Gesetz trat in Kraft."),
        ("meeting", "Wir werden an dem Treffen teilnehmen."),
        ("institution", "Das Land schloss das Flüchtlingslager."),
        ("accusation", "Der Minister geriet unter Druck."),
        ("accusation", "Rund die Hälfte der Befragten kritisierte den Ton."),
    ],
)
def test_a_verb_of_news_tells_of_its_event(senses: Senses, event: str, text: str) -> None:
    assert senses(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Er schlug die Trommel.",
        "Der Trainer schoss das entscheidende Tor.",
        "Die Regierung will Stärke demonstrieren.",
        "Der Verein kämpft um den Titel.",
        "Er besetzt einen hohen Posten.",
        "Das stimmt nicht.",
        "Die Kinder fielen ins Bett.",
        "Die Sonne ist untergegangen.",
        "Der Wein kommt aus der Region.",
        "Die Arbeiterschaft sitzt im Saal.",
        "Der Ausschuss wurde eingesetzt und tagt im Keller.",
        "Der Bericht griff das Thema Flüchtlinge auf.",
        "Das Thema Flüchtlinge wurde wieder aufgegriffen.",
        "Die Männer waren lange gesucht worden.",
    ],
)
def test_its_everyday_sense_tells_of_nothing_of_the_kind(senses: Senses, text: str) -> None:
    assert not set(senses(text)) & {"force", "protest", "justice", "disaster", "sanction", "vote", "armament", "aid"}


@pytest.mark.parametrize(
    "text",
    [
        "Das Verwaltungsgericht Bergen hob die Entscheidung auf.",
        "Die Staatsanwaltschaft Krems prüfte den Vorwurf.",
        "Richterin Ida Rex verfügte die Haft.",
    ],
)
def test_a_noun_before_a_name_says_what_kind_of_body_it_is(senses: Senses, text: str) -> None:
    assert senses(text) == ["justice"]


def test_the_same_verb_tells_of_an_accident_or_of_violence_by_its_nouns(senses: Senses) -> None:
    assert senses("Bei einem Lawinenabgang wurden zwei Wanderer getötet.") == ["disaster"]
    assert senses("Bei einem Luftangriff wurden zwei Wanderer getötet.") == ["force"]


def test_an_age_stands_for_a_person(senses: Senses) -> None:
    assert senses("Der Notarzthubschrauber flog den 23-Jährigen ins Krankenhaus.") == ["disaster"]


@pytest.mark.parametrize(
    ("event", "text"),
    [
        ("statement", "Die Sprecherin hielt fest, dass der Bau sicher sei."),
        ("statement", "Der Minister machte auf die Mängel aufmerksam."),
        ("statement", "Der Kanzler trat am Abend vor die Presse."),
        ("accusation", "Die Staatsanwaltschaft legte ihm Untreue zur Last."),
        ("rejection", "Der Abgeordnete stellte das in Abrede."),
        ("sanction", "Der Landesrat schob dem Handel einen Riegel vor."),
        ("justice", "Der Rechnungshof nahm die Ausgaben der Stadt unter die Lupe."),
        ("justice", "Der Mann bleibt in Untersuchungshaft."),
        ("force", "Weitere elf Tote gab es bei einem Angriff auf das Lager."),
        ("business", "Die Mieten stiegen um drei Prozent."),
        ("business", "Der Verlag stellt die Zeitung im Herbst ein."),
        ("vote", "Zwei Drittel der Delegierten stimmten für den Antrag."),
        ("justice", "Die Partei will gegen das Urteil berufen."),
        ("meeting", "Die Kanzlerin zitierte den Minister zu sich."),
        ("protest", "Die Abschiebung führte zu Protesten vor der Botschaft."),
        ("justice", "Dem Kassier werden Untreue und Betrug vorgeworfen."),
        ("justice", "Zwei Schmuggler gingen der Polizei ins Netz."),
        ("justice", "Für Hinweise wurde eine Belohnung ausgesetzt."),
        ("justice", "Die Zahl der Einbrüche sank um vier Prozent."),
        ("disaster", "Ein Baum stürzte auf den Wagen."),
        ("disaster", "Der Waggon sprang aus dem Gleis."),
        ("armament", "Die Kaserne wird aufgelassen."),
        ("business", "Zwei Sparkassen haben den Stresstest nicht bestanden."),
        ("business", "Die Wertschöpfung stieg um zwei Prozent."),
        ("vote", "Die Novelle kommt im Herbst ins Parlament."),
        ("vote", "Die Liberalen eröffneten den Wahlkampf."),
        ("protest", "Die Mahnwache wurde aufgelöst."),
        ("protest", "Der Friedensmarsch wurde abgesagt."),
        ("visit", "Die Zahl der Migranten ist im Mai zurückgegangen."),
        ("visit", "Der Oppositionsführer floh ins Exil."),
        ("institution", "Der Landesrat wird nicht mehr kandidieren."),
        ("institution", "Der Bürgermeister holte die Anwältin als Stellvertreterin."),
        ("institution", "Der Landtag setzt eine Expertengruppe ein."),
        ("visit", "Die Flüchtlinge wurden mit Bussen nach Linz gebracht."),
        ("justice", "Ein Mann hat gestanden, den Schuppen angezündet zu haben."),
        ("justice", "Der Kassier erschien nicht vor Gericht."),
        ("justice", "Das Urteil wurde auf Juni verschoben."),
        ("justice", "Fahnder kamen dem Schmuggler auf die Spur."),
        ("rejection", "Die Partei scheiterte mit einem Antrag auf Neuwahl."),
        ("agreement", "Zwei Händler hatten Preise abgesprochen."),
        ("accusation", "Für den Schaden wird der Betreiber verantwortlich gemacht."),
        ("business", "Der Gewinn fiel niedriger aus als erwartet."),
    ],
)
def test_fixed_phrases_and_word_families(senses: Senses, event: str, text: str) -> None:
    assert senses(text) == [event]


@pytest.mark.parametrize("text", ["Das geht nicht, sagte die Lehrerin weiter.", "Das geht nicht, meinte sie dagegen."])
def test_an_adverb_is_no_particle_of_a_verb(senses: Senses, text: str) -> None:
    assert "statement" in senses(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Behörde ist dem Ministerium unterstellt.", []),
        ("Ihm wurde Betrug unterstellt.", ["accusation"]),
        ("Ihn drängte es nie ins Rampenlicht.", []),
        ("Das ist man den Menschen schuldig.", []),
        ("Der Bischof erwartet von der Regierung mehr Hilfe.", ["request"]),
        ("Das Verteidigungsministerium forderte mehr Geld.", ["request"]),
        ("Die Opposition forderte ein Ende der Luftangriffe.", ["request"]),
        ("Die Opposition verlangte eine Untersuchung.", ["request"]),
        ("Die Luftangriffe forderten 20 Tote.", ["force"]),
        ("In Oslo fanden sich Bürger zu einer Gruppe zusammen.", ["institution"]),
    ],
)
def test_figures_of_speech_and_what_is_expected(senses: Senses, text: str, expected: list[str]) -> None:
    assert senses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Ministerin machte sich ein Bild von der Lage.", ["visit"]),
        ("Die Ministerin machte sich auf den Weg nach Oslo.", ["visit"]),
        ("Die Spitze der Partei zog sich zur Klausur zurück.", ["meeting"]),
        ("Die Staats- und Regierungschefs kamen in Brüssel zusammen.", ["meeting"]),
        ("Der Abgeordnete sprach von einem Wortbruch.", ["accusation"]),
        ("Der Abgeordnete sprach von einem Fest.", ["statement"]),
        ("Der Bischof griff dem Verein unter die Arme.", ["aid"]),
        ("Der Minister brachte das Gesetz auf den Weg.", ["agreement"]),
        ("Die Behörde hat neue Vorschriften erlassen.", ["agreement"]),
        ("Der Minister ließ die Frist verstreichen.", ["rejection"]),
        ("Der Minister rückte von seinem Plan ab.", ["rejection"]),
        ("Das Gericht kippte die Verordnung.", ["justice"]),
        ("Das Gericht entschied, dass der Händler zahlen muss.", ["justice"]),
        ("Der Händler wurde der Untreue beschuldigt.", ["justice"]),
        ("Der Minister gab seinen Rücktritt bekannt.", ["institution"]),
        ("Der Abgeordnete wurde aus der Partei gedrängt.", ["institution"]),
        ("Der Abgeordnete kandidiert im Mai.", ["vote"]),
        ("Der Bischof warnte vor einer Verschärfung der Gesetze.", ["statement"]),
        ("Der Minister gab der Behörde den Auftrag.", ["request"]),
        ("Die Lage verlangt nach Antworten.", []),
        ("Die Zahl der Todesopfer stieg auf neun.", ["disaster"]),
        ("Der Konzern legte ein Sparprogramm auf.", ["business"]),
    ],
)
def test_words_that_newspapers_use_every_day(senses: Senses, text: str, expected: list[str]) -> None:
    assert senses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zwei Fußgänger wurden vom Täter niedergefahren.", ["force"]),
        ("Der Amokfahrer rammte zwei Fußgänger.", ["force"]),
        ("Zwei Fußgänger wurden von einem Bus niedergefahren.", ["disaster"]),
        ("Die Fahrgäste konnten sich retten.", []),
        ("An Bord waren Fahrgäste, die sich alle retten konnten.", []),
        ("Die Helfer retteten die Fahrgäste.", ["aid"]),
        ("Die Wanderin brachte sich in Sicherheit.", []),
        ("Tausende flohen vor der Gewalt.", ["visit"]),
        ("Nach dem Angriff kamen Tausende in die Stadt.", []),
        ("Die Polizisten bezogen vor dem Haus Stellung.", []),
        ("Der Minister bezog Stellung.", ["statement"]),
        ("Der Verein will vor den Gerichtshof für Bürgerrechte ziehen.", ["justice"]),
        ("Der Händler plädierte auf unschuldig.", ["justice"]),
        ("Der Minister drohte den Händlern mit Haft.", ["accusation"]),
        ("Den Händlern droht Haft.", ["justice"]),
        ("Die Behörden gehen gegen die Opposition vor.", ["justice"]),
        ("Die Armee geht gegen die Rebellen vor.", ["force"]),
        ("Der Minister war schlecht beraten.", []),
        ("Die Rebellen begannen einen Kampf um die Provinz.", ["force"]),
        ("In Bergen gab es gewaltsame Auseinandersetzungen.", ["force"]),
        ("Das Heft wurde in einer Auflage von 500 Stück vertrieben.", []),
        ("Dazu kommen zehn Verträge.", []),
        ("Der Landesrat übernahm die Regierungsgeschäfte.", ["institution"]),
    ],
)
def test_who_does_it_and_what_is_beside_it_set_senses_apart(senses: Senses, text: str, expected: list[str]) -> None:
    assert senses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Regierung erhielt den Auftrag, das Moor zu schützen.", []),
        ("Die Werft erhielt den Auftrag für zwei Fähren.", ["business"]),
        ("Im Vorjahr besuchten 40 Prozent der Kinder das Gymnasium.", []),
        ("Die Bäcker haben mit großen Verlusten zu kämpfen.", []),
        ("Die Rebellen kämpften gegen die Armee.", ["force"]),
        ("Er hatte als Anwalt mehrere Händler beraten.", []),
        ("Die Minister berieten über die Lage.", ["meeting"]),
        ("Der Wagen verschwand in der Nacht.", []),
        ("Das Flugzeug verschwand über dem Meer.", ["disaster"]),
        ("Die Lehrerkonferenz findet am Montag statt.", []),
        ("Die Friedenskonferenz findet am Montag statt.", ["summit"]),
        ("Ein Soldat wurde tödlich getroffen.", ["force"]),
        ("Ein Wanderer wurde vom Blitz tödlich getroffen.", ["disaster"]),
        ("Damit trifft die Ministerin den Ton.", []),
        ("Im Bericht wird auf eine Liste von Ländern verwiesen.", ["statement"]),
        ("Der Minister verwies auf das Land.", ["statement"]),
        ("Die Zahl der Schüler wurde erhöht.", []),
        ("Das Amt hat mich als Richter eingesetzt.", []),
        ("Die Abgeordneten verabschiedeten sich in die Ferien.", []),
        ("Der Konzern geriet durch die Konkurrenz unter Druck.", []),
        ("Das Amt setzte zehn Leute für die Suche ein.", []),
        ("Die Patienten klagten über Schmerzen.", ["disaster"]),
        ("Die Zahl der Flüchtlinge wurde nach Bergen gebracht.", []),
        ("Der Fahrer brachte es auf der Bundesstraße auf 160 km/h.", []),
        ("Das Gesetz brachte Tausende Studenten auf die Straße.", ["protest"]),
        ("Die Frau hatte nach dem Attentat eine Fehlgeburt erlitten.", []),
    ],
)
def test_words_that_mean_less_in_other_company(senses: Senses, text: str, expected: list[str]) -> None:
    assert senses(text) == expected


def test_a_levy_is_no_investigation(senses: Senses) -> None:
    assert "justice" not in senses("Das Amt soll die Erhebung der Maut übernehmen.")
    assert senses("Die Polizei hat die Erhebungen übernommen.") == ["justice"]
