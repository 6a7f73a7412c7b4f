"""Makes German news texts of any number: the same arguments give the same texts."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

PERSONS = (
    *("Olaf Scholz", "Emmanuel Macron", "Joe Biden", "Fumio Kishida", "Jens Stoltenberg", "Ursula von der Leyen"),
    *("Annalena Baerbock", "Wolodymyr Selenskyj", "Wladimir Putin", "Xi Jinping", "Narendra Modi", "Rishi Sunak"),
)
STATES = (
    *("Deutschland", "Frankreich", "Polen", "Japan", "China", "Indien", "Russland", "Italien", "Spanien", "Finnland"),
    *(
        "Schweden",
        "Norwegen",
        "Estland",
        "Lettland",
        "Litauen",
        "Ungarn",
        "Rumänien",
        "Bulgarien",
        "Kanada",
        "Australien",
    ),
    *("Brasilien", "Ägypten", "Kenia", "Nigeria", "Israel", "Jordanien", "Südkorea", "Vietnam", "Indonesien"),
)
BODIES = ("die NATO", "die EU", "die Vereinten Nationen", "die G7", "die EU-Kommission", "die Weltbank", "die OSZE")
CITIES = (
    *("Berlin", "Paris", "Warschau", "Tokio", "Peking", "Rom", "Madrid", "Helsinki", "Stockholm", "Oslo", "Tallinn"),
    *("Riga", "Vilnius", "Budapest", "Ottawa", "Canberra", "Kairo", "Nairobi", "Seoul", "Hanoi", "Jakarta", "Genf"),
)
FIRST = ("Anna", "Bernd", "Clara", "Dieter", "Eva", "Frank", "Greta", "Hans", "Ines", "Jonas", "Klara", "Lutz", "Maria")
SYLLABLES = ("ber", "dorn", "fel", "gar", "hel", "kam", "lind", "mar", "nor", "ost", "rei", "sand", "tal", "vor", "wes")
TOPICS = (
    *("Handel", "Klima", "Energie", "Verteidigung", "Grenzschutz", "Forschung", "Raumfahrt", "Fischerei", "Zoll"),
    *("Digital", "Gesundheit", "Verkehr", "Migration", "Rüstung", "Wasser", "Bildung", "Landwirtschaft", "Sicherheit"),
)
HEADS = (
    "abkommen",
    "gipfel",
    "bericht",
    "fonds",
    "büro",
    "vertrag",
    "rat",
    "projekt",
    "strategie",
    "ausschuss",
    "plan",
)
EVENTS = (
    "{person} besuchte am {day} {city} und sprach dort mit {other} über {topic}.",
    "Am {day} trafen sich {person} und {other} in {city}, um über {topic} zu beraten.",
    "{body} eröffnete im {month} in {city} ein Büro für {topic}.",
    "{state} verhängte am {day} Sanktionen gegen {state2}, wie {unknown} mitteilte.",
    "{state} und {state2} unterzeichneten am {day} in {city} ein {compound}.",
    "{person} lud {other} für {month} nach {city} ein.",
    "{state} plant, {state2} mit Material für {topic} zu unterstützen.",
    "Nach Angaben von {unknown} lehnte {state} den Vorschlag von {body2} zum {compound} ab.",
    "{person} warf {state2} am {day} vor, das {compound} gebrochen zu haben.",
    "„Wir werden die {compound2} ausbauen“, sagte {unknown}, Sprecher von {unknown2}, am {day} in {city}.",
    "{state} griff am {day} Stellungen von {state2} an, teilte {body} mit.",
    "{body} will im {month} eine Delegation nach {city} schicken.",
    "{state} erhöhte {year} seinen Haushalt für {topic} und bestellte neue Schiffe.",
    "{person} könnte im {month} nach {city} reisen, um das {compound} zu unterzeichnen.",
    "Die {compound2} sollte laut {unknown} bereits {year} beginnen.",
)
FILLERS = (
    "Beobachter in {city} hielten sich mit einer Bewertung zunächst zurück, denn die Lage blieb unübersichtlich.",
    "Der {compound} gilt seit Jahren als schwierig, und viele Fachleute rechnen mit weiteren Verzögerungen.",
    "Die Kosten für {topic} waren zuletzt deutlich gestiegen, was vor allem kleinere Gemeinden belastet.",
    "In der Bevölkerung überwiegt die Skepsis, wie eine Umfrage unter {number} Erwachsenen nahelegt.",
    "Ob die {compound2} tatsächlich den erhofften Nutzen bringt, ist unter Fachleuten weiterhin umstritten.",
    "Zahlreiche Verbände hatten zuvor auf die Bedeutung von {topic} hingewiesen und mehr Geld verlangt.",
    "Das Wetter in {city} war an diesem Tag regnerisch, doch auf den Plätzen standen viele Menschen.",
)
MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November"),
    "Dezember",
)


def articles(count: int, words: int = 400, *, seed: int = 1) -> Iterator[tuple[str, date]]:
    """So many texts of about so many words, each with the day it was written.

    Actors and topics are drawn so that few of them are in most texts, as in an archive; names of persons and compounds
    are made up of syllables, so that new words keep coming.
    """
    chance = Random(seed)  # noqa: S311 - not for secrets
    for _ in range(count):
        written = date(2015, 1, 1) + timedelta(days=chance.randrange(3650))
        yield _article(chance, written, words), written


def _article(chance: Random, written: date, words: int) -> str:
    lines = [f"{_of(chance, TOPICS)}: {_of(chance, CITIES)} und die Folgen", ""]
    length = 0
    while length < words:
        paragraph = []
        for _ in range(chance.randint(2, 4)):
            patterns = EVENTS if chance.random() < 0.45 else FILLERS
            paragraph.append(_sentence(chance, chance.choice(patterns), written))
        lines.append(" ".join(paragraph))
        length += sum(len(sentence.split()) for sentence in paragraph)
    return "\n".join(lines) + "\n"


def _sentence(chance: Random, pattern: str, written: date) -> str:
    day = written + timedelta(days=chance.randint(-60, 20))
    person, other = chance.sample(PERSONS, 2)
    state, state2 = _of(chance, STATES), chance.choice(STATES)
    said = pattern.format(
        person=person,
        other=other,
        state=state,
        state2=state2,
        body=_of(chance, BODIES),
        body2=_of(chance, BODIES).replace("die ", "der "),
        city=_of(chance, CITIES),
        topic=_of(chance, TOPICS),
        unknown=f"{chance.choice(FIRST)} {_made(chance).capitalize()}",
        unknown2=f"{_made(chance).capitalize()} AG",
        compound=f"{_of(chance, TOPICS)}{chance.choice(HEADS)}",
        compound2=f"{_made(chance).capitalize()}{chance.choice(('strategie', 'planung', 'förderung', 'linie'))}",
        day=f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
        month=f"{MONTHS[day.month - 1]} {day.year}",
        year=day.year,
        number=chance.randrange(500, 5000),
    )
    return said[0].upper() + said[1:]


def _made(chance: Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 3)))


def _of(chance: Random, several: Sequence[str]) -> str:
    """One of several, the first ones much more often than the last."""
    return several[min(int(chance.expovariate(4 / len(several))), len(several) - 1)]
