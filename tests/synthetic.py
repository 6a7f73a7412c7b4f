"""Makes tables of any size that keep every rule of the real ones; the same arguments give the same tables."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import get_args

from core import model
from core.openset import OpenSet
from core.tables import Tables, from_rows, write_set

TYPES = (
    *("visit", "meeting", "summit", "statement", "agreement", "cooperation", "aid", "sanction"),
    *("institution", "invitation", "request", "rejection", "accusation", "armament", "force"),
)
VERBS = {
    "visit": "besucht",
    "meeting": "trifft",
    "summit": "berät mit",
    "statement": "spricht über",
    "agreement": "einigt sich mit",
    "cooperation": "arbeitet zusammen mit",
    "aid": "unterstützt",
    "sanction": "bestraft",
    "institution": "eröffnet ein Büro bei",
    "invitation": "lädt ein:",
    "request": "bittet",
    "rejection": "widerspricht",
    "accusation": "beschuldigt",
    "armament": "rüstet auf gegen",
    "force": "greift an:",
}
FIRST = (
    *("Anna", "Bert", "Clara", "David", "Emil", "Frieda", "Georg", "Hanna"),
    *("Igor", "Jana", "Karl", "Lea", "Max", "Nora", "Otto", "Paula"),
)
LAST = (
    *("Adler", "Birke", "Clausen", "Dorn", "Eiche", "Fuchs", "Grün", "Höller"),
    *("Iltis", "Jäger", "Krüger", "Löwe", "Möller", "Nuß", "Ötting"),
)
LANDS = ["Nordland", "Südland", "Westmark", "Ostmark", "Hochtal", "Tiefland", "Inselreich", "Seenland"]
MARKUP = '<script>window.__pwned = 1</script><img src=x onerror="window.__pwned = 2"> *Stern* `Zaun` :smile: $x$ [a](b)'
FILLER = "Das Wetter blieb unterdessen ruhig. Beobachter warteten auf weitere Meldungen. Die Börsen schlossen fest. "

Row = dict[str, object]
Dated = tuple[str | None, date | None, date | None, str | None, str]
SOURCES = {"text": "whole", "context": "event", "document": "writing"}


def tables(
    n_events: int = 60,
    n_actors: int = 12,
    n_documents: int = 4,
    *,
    seed: int = 1,
    dated: bool = True,
    first: date = date(2021, 1, 1),
    days: int = 1500,
    words: int = 0,
    copies: Mapping[str, str] = MappingProxyType({}),
) -> Tables:
    """A complete set of tables. `dated=False` makes one where no source gives a date.

    With `words`, each text is filled up with about so many words that tell of no event, as many different ones as
    newspapers have, and names of actors among them. `copies` marks documents as copies of others, and counts them so;
    their texts stay as different as they are.
    """
    if n_documents == 0:
        n_events = 0
    random = Random(seed)  # noqa: S311 - not for secrets
    actors = [_actor(number, n_actors) for number in range(n_actors)]
    texts = [f"Bericht {number} 😀\n{MARKUP if number == 0 else 'Meldungen'}\n" for number in range(n_documents)]
    claims: list[Row] = []
    events: list[Row] = []
    participants: list[Row] = []
    evidence: list[Row] = []
    mentions: list[Row] = []
    discrepancies: list[Row] = []
    for number in range(n_events):
        event_id = f"e{number:06d}"
        kind = TYPES[number % len(TYPES)]
        status = random.choices(get_args(model.Status), weights=(12, 2, 4, 2, 1))[0]
        acting = random.sample(actors, min(n_actors, random.choice((2, 2, 2, 3))))
        when = _date(random, first, days) if dated else _UNDATED
        title = f"{acting[0]['name']} {VERBS[kind]} {acting[-1]['name']}"
        sources = random.sample(range(n_documents), min(n_documents, random.choice((1, 1, 1, 2, 3))))
        status = _at_one(status, when, sources)
        ids = []
        for source in sources:
            texts[source] += random.choice(("", FILLER, FILLER * 2))
            start = len(texts[source])
            quote = f"{title}, wie am Rande von Vorgang {number} bekannt wurde."
            texts[source] += quote + random.choice((" ", "\n"))
            claim_id = f"c{len(claims):07d}"
            ids.append(claim_id)
            verb = start + len(str(acting[0]["name"])) + 1
            claims.append(
                {
                    "claim_id": claim_id,
                    "event_id": event_id,
                    "doc_id": _doc_id(source),
                    "start": start,
                    "end": start + len(quote),
                    "quote": quote,
                    "trigger_start": verb,
                    "trigger_end": verb + len(VERBS[kind]),
                    "type": kind,
                    "status": status,
                    **_date_columns(when),
                    "place": None,
                    "attributed_to": None,
                    "confidence": round(random.uniform(0.3, 1), 2),
                    "rule": "synthetic",
                }
            )
            if SOURCES.get(when[4]) in ("whole", "event"):
                evidence.append(_shown(claims[-1], str(acting[0]["name"])))
            for actor, role in zip(acting, ("agent", "partner", "topic"), strict=False):
                participants.append(
                    {"claim_id": claim_id, "event_id": event_id, "actor_id": actor["actor_id"], "role": role}
                )
                name = str(actor["name"])
                at = quote.find(name)
                if at >= 0:
                    mentions.append(_mention(source, start + at, actor))
        if len(ids) > 1 and number % 7 == 0:
            discrepancies.append(
                {
                    "event_id": event_id,
                    "field": "status",
                    "claim_a": ids[0],
                    "claim_b": ids[1],
                    "value_a": "occurred",
                    "value_b": "planned",
                    "relation": "contradiction",
                }
            )
        events.append(
            {
                "event_id": event_id,
                "type": kind,
                "status": status,
                "title": title,
                "title_en": title,
                **_date_columns(when),
                "place": random.choice((None, "Hafenstadt", "Bergdorf")),
                "n_claims": len(ids),
                "n_documents": len({copies.get(_doc_id(source), _doc_id(source)) for source in sources}),
                "confidence": round(random.uniform(0.3, 1), 2),
                "has_discrepancy": any(row["event_id"] == event_id for row in discrepancies[-1:]),
            }
        )
    for source in range(n_documents if words and actors else 0):
        filler, weights = _newspaper()
        texts[source] += "\n"
        for _ in range(words // SENTENCE):
            actor = random.choice(actors)
            start = len(texts[source])
            mentions.append(_mention(source, start, actor))
            texts[source] += (
                f"{actor['name']} {' '.join(random.choices(filler, cum_weights=weights, k=SENTENCE - 2))}. "
            )
    frames: dict[str, list[Row]] = {
        "documents": [_document(number, text, dated) for number, text in enumerate(texts)],
        "segments": [_segment(number, text) for number, text in enumerate(texts)],
        "mentions": mentions,
        "times": [],
        "claims": claims,
        "events": events,
        "participants": participants,
        "date_evidence": evidence,
        "figures": [],
        "actors": _counted(actors, participants, mentions, copies),
        "discrepancies": discrepancies,
        "candidates": [],
        "notes": [
            {"doc_id": _doc_id(number), "start": 0, "end": 7, "kind": "translation", **NOTE}
            for number in range(n_documents)
        ],
        "corrections": [],
        "copies": [{"doc_id": copy, "original": original, "similarity": 0.9} for copy, original in copies.items()],
        "texts": [{"doc_id": _doc_id(number), "text": text} for number, text in enumerate(texts)],
    }
    return Tables.of({name: from_rows(name, rows) for name, rows in frames.items()})


NOTE = {"text": "Read: “Meldung” (report)", "text_de": "Gemeint ist: Meldung"}

_UNDATED: Dated = (None, None, None, None, "unknown")


SENTENCE = 14


@cache
def _newspaper() -> tuple[list[str], list[float]]:
    """Words with their cumulated weights: few are frequent, most are rare."""
    begins = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu")
    middles = ("nder", "stra", "schwi", "ller", "mpfe", "rkt")
    heads = [begin + middle for begin in begins for middle in middles]
    made = [head + other + end for head in heads for other in heads for end in ("ung", "en", "er")]
    Random(1).shuffle(made)  # noqa: S311 - not for secrets
    return made, list(accumulate(1 / (rank + 10) for rank in range(len(made))))


def _shown(claim: Row, words: str) -> Row:
    """Where a claim's date is taken from: here, its first words."""
    start = int(str(claim["start"]))
    return {
        **{column: claim[column] for column in ("claim_id", "event_id", "doc_id")},
        "start": start,
        "end": start + len(words),
        "text": words,
        "part": "expression",
    }


def _mention(source: int, start: int, actor: Row) -> Row:
    name = str(actor["name"])
    return {
        "doc_id": _doc_id(source),
        "start": start,
        "end": start + len(name),
        "text": name,
        "actor_id": actor["actor_id"],
        "kind": "name",
    }


def _doc_id(number: int) -> str:
    return f"text-{number:03d}"


def _actor(number: int, total: int) -> Row:
    lands = min(len(LANDS), max(2, total // 3))
    if number < lands:
        name, kind = LANDS[number], "state"
    else:
        name = f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]}"
        if number >= len(FIRST) * len(LAST):
            name += f" {number}"
        kind = "person" if number % 3 else "organisation"
    return {"actor_id": f"actor-{number}", "name": name, "kind": kind, "country": LANDS[number % lands]}


def _date(random: Random, first: date, days: int) -> Dated:
    day = first + timedelta(days=random.randrange(days))
    precision = random.choice(("day", "day", "day", "month", "year", "interval", "none"))
    basis = random.choice(("text", "text", "context", "document"))
    last = day + timedelta(days=random.randrange(1, 20)) if precision == "interval" else day
    if precision == "none":
        return _UNDATED
    if basis == "document":
        begin, end = ((None, day), (day, None), (day - timedelta(days=1), day))[day.toordinal() % 3]
        return f"{begin or '..'}/{end or '..'}", begin, end, None, basis
    if precision == "day":
        return day.isoformat(), day, day, "day", basis
    if precision == "month":
        begin = day.replace(day=1)
        return f"{day:%Y-%m}", begin, (begin + timedelta(days=31)).replace(day=1) - timedelta(days=1), "month", basis
    if precision == "year":
        return f"{day.year}", date(day.year, 1, 1), date(day.year, 12, 31), "year", basis
    return f"{day}/{last}", day, last, "interval", basis


def _date_columns(when: Dated) -> Row:
    edtf, start, end, precision, basis = when
    return {
        "date_edtf": edtf,
        "date_start": start,
        "date_end": end,
        "date_precision": precision,
        "date_basis": basis,
        "date_source": SOURCES.get(basis),
    }


def _at_one(status: str, when: Dated, sources: list[int]) -> str:
    """A status that goes with a date and with the days on which the sources were written."""
    days = [_written(source) for source in sources]
    late = when[1] is not None and when[1] > min(days, default=date.max)
    early = when[2] is not None and when[2] < max(days, default=date.min)
    if (status == "occurred" and late) or (status == "planned" and early):
        return "possible" if late and early else "planned" if late else "occurred"
    return status


def _written(number: int) -> date:
    return date(2023, 3, 1) + timedelta(days=40 * number)


def _document(number: int, text: str, dated: bool) -> Row:
    day = _written(number)
    return {
        "doc_id": _doc_id(number),
        "file": f"{_doc_id(number)}.txt",
        "sha256": sha256(text.encode()).hexdigest(),
        "title": f"Bericht {number}" if number else "Bericht <b>null</b>",
        "outlet": "Tagesblatt" if number % 2 else None,
        "url": None,
        "language": "de",
        "translated_from": "en" if number % 2 else None,
        "published": day.isoformat() if dated else None,
        "published_start": day if dated else None,
        "published_end": day if dated else None,
        "published_basis": "inferred" if dated else "unknown",
        "author_basis": "unknown",
        "outlet_basis": "unknown",
        "published_evidence": "„am Mittwoch“ steht neben einem datierten Ereignis." if dated else None,
        "n_chars": len(text),
        "n_words": len(text.split()),
        "author": "Erika Mustermann" if number % 2 else None,
        "bundle": None,
        "page": None,
    }


def _segment(number: int, text: str) -> Row:
    return {"doc_id": _doc_id(number), "start": 0, "end": len(text), "kind": "body"}


def _counted(actors: list[Row], participants: list[Row], mentions: list[Row], copies: Mapping[str, str]) -> list[Row]:
    claims: dict[object, int] = {}
    named: dict[object, set[object]] = {}
    times: dict[object, int] = {}
    for row in participants:
        claims[row["actor_id"]] = claims.get(row["actor_id"], 0) + 1
    for row in mentions:
        times[row["actor_id"]] = times.get(row["actor_id"], 0) + 1
        doc_id = str(row["doc_id"])
        named.setdefault(row["actor_id"], set()).add(copies.get(doc_id, doc_id))
    return [
        {
            "actor_id": actor["actor_id"],
            "name": actor["name"],
            "aliases": [str(actor["name"]).split()[-1]],
            "kind": actor["kind"],
            "country": None,
            "role": "Ministerin" if actor["kind"] == "person" else None,
            "member_of": [],
            "wikidata_id": None,
            "n_mentions": times.get(actor["actor_id"], 0),
            "n_claims": claims.get(actor["actor_id"], 0),
            "n_documents": len(named.get(actor["actor_id"], ())),
            "first_date": None,
            "last_date": None,
        }
        for actor in actors
    ]


def opened(made: Tables) -> OpenSet:
    """Tables as the app reads them: open files, whose folder is gone already."""
    with TemporaryDirectory() as folder:
        write_set(made, Path(folder))
        return OpenSet(Path(folder))
