"""Whom a title without a name means: `der Premierminister`, `Kishidas Nachfolger`, `sein japanischer Amtskollege`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from core.actors.demonyms import demonym
from core.actors.knowledge import Knowledge
from core.actors.memory import REACH, GivenTitle, Memory
from core.actors.mentions import Named, taking_up
from core.actors.references import references
from core.actors.salience import Pronoun, antecedent
from core.actors.schema import Gender
from core.actors.titles import Title, singular
from core.actors.values import Actor
from core.actors.whose import title_of
from core.german.cases import plural
from core.german.compounds import head_in
from core.german.grammar import grammar
from core.german.tags import FINITE
from core.model import HEADINGS, Interval, Token


def meant(memory: Memory, title: Title, knowledge: Knowledge, written: Interval | None) -> Iterator[Named]:
    """The person whom a title in the sentence that is read takes up, if it is clear who that is.

    Args:
        memory: what the document said so far.
        title: the title, which no name stands beside.
        knowledge: the vocabulary.
        written: the days on which the document can have been written, where that is known.
    """
    tokens = memory.tokens
    whose = memory.person_at(title.first - 1)
    if title.noun.startswith(knowledge.patterns.successors):
        actor_id = _successor(memory, whose, knowledge) if whose is not None else None
        if whose is not None and actor_id is not None:
            yield taking_up(tokens, whose.first, title.last, actor_id, "title")
        return
    of = title_of(title, memory.sentence, knowledge)
    if title.noun.startswith(knowledge.patterns.colleagues):
        actor_id = _colleague(memory, title, of, knowledge, written)
    elif _is_somebody_in_particular(memory, title, of, knowledge):
        if of is None and _belongs_elsewhere(tokens, title, knowledge):
            actor_id = _titled_alike(memory, title)
        else:
            actor_id = _holder(memory, title, of, knowledge, written) or _described(memory, title, of, knowledge)
        actor_id = actor_id or _woman_near(memory, title, of)
    else:
        return
    if actor_id is not None:
        yield taking_up(tokens, title.first, title.last, actor_id, "title")


def _is_somebody_in_particular(memory: Memory, title: Title, of: str | None, knowledge: Knowledge) -> bool:
    """Whether a title is definite, or has an owner before it, and no adjective makes it another person's."""
    tokens = memory.tokens
    if title.noun.lower() in knowledge.peoples and title.first > 1 and tokens[title.first - 2].tag == "NN":
        return False  # "die Sicht der Norweger"
    owner = title.first >= 1 and tokens[title.first - 1].tag == "NE" and of is not None
    adjectives = [word for word in title.modifiers if word[:1].islower()]
    heading = memory.sentence.sentence.kind in HEADINGS or memory.names_nobody_yet
    return (owner or _is_definite(tokens, title, heading=heading)) and all(
        demonym(word, knowledge) is not None or word.startswith(knowledge.patterns.times_of_office)
        for word in adjectives
    )


def _is_definite(tokens: Sequence[Token], title: Title, *, heading: bool) -> bool:
    """Whether a definite article stands before a title in the singular that means a person, not the office.

    Headings, and what a text begins with, leave the article out: `Bundespräsident trifft Merkel`.
    """
    if title.first == 0:
        return heading and len(tokens) > title.last + 1 and _acts(tokens[title.last + 1])
    article = tokens[title.first - 1].text.lower()
    before = tokens[title.first - 2] if title.first > 1 else None
    if before is not None and before.text in references().titles.office_nouns:
        return False  # "das Amt des Präsidenten"
    if article in {"die", "diese"} and not title.feminine:
        return False
    if article in {"den", "dem", "der", "zum", "vom"} and tokens[title.last].text.endswith(("fs", "ern", "innen")):
        return False  # "mit den Regierungschefs"
    if article == "der" and not title.feminine and before is not None and _is_of_many(before, tokens[title.last]):
        return False  # "das Treffen der Außenminister", "einer der Täter"
    return article in grammar().articles.definite - {"das", "zur"} or (title.feminine and article == "zur")


def _acts(after: Token) -> bool:
    """Whether a word behind a title makes it one person who does or says something: a verb or a colon.

    With a copula it tells what somebody is: `Bürgermeister bleibt Otto Muster`.
    """
    verb = after.tag in FINITE and not plural(after.text) and after.lemma.lower() not in grammar().verbs.copulas
    return verb or after.text == ":"


def _is_of_many(before: Token, noun: Token) -> bool:
    """Whether `der` between these words makes a genitive in the plural: by the ending, or after a noun or `einer`."""
    if noun.text.endswith(("en", "fs")):
        return True
    if before.tag in {"PIS", "CARD"} or before.text.lower() in {"einem", "einer", "eines", "einen", "keiner", "jeder"}:
        return True
    return before.tag in {"NN", "NNA"} and before.text.lower() not in grammar().nouns.of_time


def _belongs_elsewhere(tokens: Sequence[Token], title: Title, knowledge: Knowledge) -> bool:
    """Whether words after a title say whose it is that no vocabulary knows: `der Präsident des Wiener Landtags`."""
    after = title.last + 1
    if after + 1 >= len(tokens):
        return False
    if tokens[after].text in {"des", "von", "vom", "für"}:
        wanted = tokens[after].text == "für" and tokens[after + 1].text.startswith("ein")  # `warb … für eine Lösung`
        return not wanted and tokens[after + 1].tag != "CARD"
    listener = knowledge.taken_up.get(tokens[after + 1].text, frozenset())
    return tokens[after].text == "der" and tokens[after + 1].tag in {"NN", "ADJA"} and "media" not in listener


def _titled_alike(memory: Memory, title: Title) -> str | None:
    """The only person to whom the text gave that very title of no body that is known: `die Rektorin der Hochschule`.

    Nobody where a name follows, which may be the holder's; of an office there are many (`der Präsident des …`).
    """
    if title.offices or _names_person_behind(memory, title):
        return None
    alike = [
        person
        for person, titles in memory.persons()
        if any(given.noun == singular(title.noun) and given.of is None for given in titles)
    ]
    return alike[0] if len(alike) == 1 else None


def _woman_near(memory: Memory, title: Title, of: str | None) -> str | None:
    """The only woman named in the last sentences, where a title for one says more of her: `die Rektorin der …`.

    Nobody where a name follows, or a preposition holds the title, nor who is known to belong to another body.
    """
    tokens, before = memory.tokens, title.first - 2
    if not title.feminine or title.first < 1 or tokens[title.first - 1].text.lower() != "die":
        return None
    if before >= 0 and tokens[before].tag not in FINITE | {"$,", "$(", "KON"}:
        return None
    near = {m.actor_id for _, mentions in memory.back(REACH) for m in mentions if not m.attributive}
    women = [one for one in near if memory.actor(one).kind == "person" and memory.actor(one).gender == "f"]
    behind = [token.tag for token in tokens[title.last : title.last + _TITLE]]
    apposed = ("$,", "NE") in pairwise(behind)
    if len(women) != 1 or apposed or _names_person_behind(memory, title):
        return None
    woman = memory.actor(women[0])
    told = (given.of for one, titles in memory.persons() if one == women[0] for given in titles)
    known = {*woman.member_of, *(tenure.of for tenure in woman.tenures), *told} - {None}
    return women[0] if of is None or not known or of in known else None


def _names_person_behind(memory: Memory, title: Title) -> bool:
    """Whether a name behind a title may be the holder's; that of no office stands before the verb, if one follows."""
    behind = range(title.last, min(len(memory.tokens), title.last + _TITLE))
    verbs = (i for i in behind if memory.tokens[i].tag in FINITE and not title.offices)
    end = next(verbs, behind.stop)
    return any(memory.actor(name.actor_id).kind == "person" for name in memory.ahead(title.last, end))


_TITLE = 12  # tokens from a title to the name of who holds it: `Der Präsident der Kammer für Muster, Otto Muster, …`


def _successor(memory: Memory, whose: Named, knowledge: Knowledge) -> str | None:
    """Who came after a person in office; where the words are in apposition, the person named before them."""
    if whose.first >= 2 and memory.tokens[whose.first - 1].text == ",":
        named = memory.person_at(whose.first - 2)
        if named is not None:
            return named.actor_id
    for tenure in reversed(memory.actor(whose.actor_id).tenures):
        for holder, begins, _ in knowledge.holders.get((tenure.office, tenure.of), ()):
            if begins and tenure.ends and begins >= tenure.ends and holder != whose.actor_id:
                return holder
    return None


def _colleague(
    memory: Memory, title: Title, of: str | None, knowledge: Knowledge, written: Interval | None
) -> str | None:
    """Who holds, for the state of the title, the office of the last person of the sentence named with one."""
    if of is None:
        return None
    for mention in reversed(memory.here()):
        offices = mention.title.offices if mention.title is not None else ()
        if offices:
            return _holder(memory, title._replace(offices=offices), of, knowledge, written)
    return None


def _holder(memory: Memory, title: Title, of: str | None, knowledge: Knowledge, written: Interval | None) -> str | None:
    """The only person in the document who bears the title, or the only one near; else the known holder then."""
    bearers = [
        actor_id
        for actor_id, given in memory.persons()
        if _bears(memory.actor(actor_id), given, title, of, knowledge) or _is_member(memory, actor_id, title, of)
    ]
    if len(bearers) > 1:
        near = _near(memory)
        bearers = [actor_id for actor_id in bearers if actor_id in near]
        return bearers[0] if len(bearers) == 1 else None
    if bearers:
        return bearers[0]
    if title.former or title.deputy:
        return None
    first = memory.names_nobody_yet and title.first <= 1 and title.noun not in knowledge.patterns.kin
    later = {person for person, given in memory.still_to_come() if _is_named_so(given, title, of, first=first)}
    if not later and of is not None:  # `Anna Muster … die SPD-Stadträtin … Stadträtin Muster`
        known = {person for person, _ in memory.persons()}
        later = {
            person
            for person, given in memory.still_to_come()
            if person in known and given.noun == singular(title.noun) and given.of in {None, of}
        }
    if len(later) == 1:
        return next(iter(later))
    if of is None and not later and (holder := _near_holder(written, memory, title)) is not None:
        return holder
    return _holder_in(written, memory, title, of, knowledge) if written is not None and not later else None


def _described(memory: Memory, title: Title, of: str | None, knowledge: Knowledge) -> str | None:
    """The one person whom the last sentences are about, where a noun only says more of them: `der Ökonom`.

    Somebody of a people (`der Norweger`) is of that state as far as is known.
    """
    tokens, people = memory.tokens, title.noun.lower() in knowledge.peoples
    article = tokens[title.first - 1] if title.first else None
    begins = title.first < 2 or tokens[title.first - 2].tag in FINITE | {"$,", "$(", "KON"}
    if article is None or article.text.lower() not in {"der", "die"} or not begins or title.former or title.deputy:
        return None
    if not people and not _describes(singular(title.noun)):
        return None
    if title.last + 1 < len(tokens) and tokens[title.last + 1].tag in {"NE", "NN", "CARD"}:
        return None
    gender: Gender = "f" if title.feminine else "m"
    actor_id = antecedent(memory, Pronoun(title.last, gender, subject=True, human=True, reporting=False), knowledge)
    body = knowledge.actors.get(of) if of is not None else None
    if actor_id is None or memory.actor(actor_id).kind != "person" or (of is not None and body is None):
        return None
    known = memory.actor(actor_id).country
    if body is not None and (body.kind not in {"state", "place"} or known not in {None, body.country}):
        return None  # `die RX-Juristin`
    reach = REACH if body is not None and known is None else 1  # farther back may stand who is of that state
    mentions = (m for _, mentions in memory.back(reach) for m in mentions)
    near = {m.actor_id for m in mentions if _is_person_of(memory.actor(m.actor_id), gender)}
    return actor_id if near <= {actor_id} else None


def _describes(noun: str) -> bool:
    """Whether a noun says what somebody is by trade, more closely as well: `Ökonom`, `Politökonom`."""
    titles = references().titles
    return noun in titles.describing or head_in(noun, titles.describing - titles.of_works) is not None


def _is_person_of(actor: Actor, gender: Gender) -> bool:
    return actor.kind == "person" and actor.gender in {gender, None}


def _near(memory: Memory) -> set[str]:
    """Who is named, or taken up, in the last sentences."""
    return {m.actor_id for _, mentions in memory.back(REACH) for m in mentions}


def _near_holder(written: Interval | None, memory: Memory, title: Title) -> str | None:
    """The only person named in the last sentences who is known to hold such an office, on the last day if it is known.

    `Merkel reiste nach Paris. Die Kanzlerin …`
    """
    holders = [
        actor_id
        for actor_id in _near(memory)
        if (memory.actor(actor_id).gender == "f") == title.feminine
        and any(
            tenure.office in title.offices and (written is None or tenure.covers(written.last))
            for tenure in memory.actor(actor_id).tenures
        )
    ]
    return holders[0] if len(holders) == 1 else None


def _holder_in(written: Interval, memory: Memory, title: Title, of: str | None, knowledge: Knowledge) -> str | None:
    """Who is known to hold the office on all the days on which a text may be written.

    A federal title alone is of the state that the text speaks of.
    """
    noun = singular(title.noun).removesuffix("in")
    if of is None and noun in knowledge.state_of_title:
        of = _state_spoken_of(memory, title.offices, knowledge) or knowledge.state_of_title[noun]
    for office in title.offices:
        for holder, begins, ends in knowledge.holders.get((office, of or ""), ()):
            if begins and begins <= written.first and (ends is None or written.last <= ends):
                return holder if (knowledge.actors[holder].gender == "f") == title.feminine else None
    return None


def _state_spoken_of(memory: Memory, offices: Iterable[str], knowledge: Knowledge) -> str | None:
    """Of the states that have one of the offices, the one whose actors the text names most."""
    states = {of for office, of in knowledge.holders if office in offices and of in knowledge.actors}
    named = {of: memory.countries[knowledge.actors[of].country or ""] for of in states}
    first = max(named, key=lambda of: named[of], default=None)
    if first is None or named[first] == 0 or list(named.values()).count(named[first]) > 1:
        return None
    return first


def _is_named_so(given: GivenTitle, title: Title, of: str | None, *, first: bool) -> bool:
    """Whether an office, or with `first` any title, is given to a person in the very words of a title."""
    if given.noun != singular(title.noun) or not (first or title.offices):
        return False
    return of is None or given.of == of or (given.of is None and bool(title.offices))


def _bears(actor: Actor, titles: Iterable[GivenTitle], title: Title, of: str | None, knowledge: Knowledge) -> bool:
    """Whether a person is called so, by the titles that the text gave or by the offices that the vocabulary knows."""
    if title.feminine and actor.gender != "f":
        return False
    noun = singular(title.noun)
    if of is None and any(alias.lower().startswith(f"{noun} ") for alias in actor.aliases):
        return True  # `Papst Franziskus`
    for given in titles:
        if title.former and of is None and not given.former:
            continue  # "der Ex-Präsident": who is in office now is not meant
        same = given.noun == noun or not given.offices.isdisjoint(title.offices)
        same |= not title.offices and _is_one(given.noun, title)
        same |= given.noun.removeprefix("ex") in references().titles.also_called.get(noun, ())
        same |= of is None and noun in references().titles.of_heads and _is_head_of(actor, title)
        same |= of is not None and of == given.of and _leads(noun, of, knowledge) and _leads(given.noun, of, knowledge)
        if same and (of is None or of == given.of or (given.of is None and _may_serve(actor, of, knowledge))):
            return True
    if of is not None and any(t.office in title.offices and t.of == of for t in actor.tenures):
        return True
    past = title.former and of is None
    return not title.offices and not past and _is_known_as(actor, title, of, knowledge)


def _is_member(memory: Memory, person: str, title: Title, of: str | None) -> bool:
    """Whether the text told that a person belongs to the party of a title that any member has: `der SPD-Politiker`."""
    if of is None or title.former or not singular(title.noun).endswith(tuple(references().titles.of_members)):
        return False
    gender = memory.actor(person).gender
    return of in memory.parties.get(person, ()) and (gender is None or (gender == "f") == title.feminine)


def _leads(noun: str, of: str, knowledge: Knowledge) -> bool:
    """Whether one of that title leads a body."""
    titles, body = references().titles, knowledge.actors.get(of)
    return noun in titles.of_heads or (
        noun in titles.of_secretaries and body is not None and body.kind != "state" and body.group != "party"
    )


def _is_head_of(actor: Actor, title: Title) -> bool:
    """Whether the role that a text gives a person names the body before a title (`die Hauptverbands-Chefin`)."""
    body = title.modifiers[0].removesuffix("s").lower() if title.modifiers and title.modifiers[0][:1].isupper() else ""
    return len(body) >= _SHORTEST_BODY and body in (actor.role or "").lower()


_SHORTEST_BODY = 4


def _may_serve(actor: Actor, of: str, knowledge: Knowledge) -> bool:
    """Whether a person may hold an office of a state, by the country that is known of the person."""
    body = knowledge.actors.get(of)
    return body is None or body.kind != "state" or actor.country in {None, body.country}


def _is_one(given: str, title: Title) -> bool:
    """Whether a longer title is one of that kind: an `Außenminister` is a `Minister`, a deputy only if asked for."""
    noun = singular(title.noun)
    if noun.startswith("minister") and given.startswith("premier"):
        return False  # "der Minister" is one of the others
    return given.endswith(noun) and title.deputy == given.startswith("vize")


def _is_known_as(actor: Actor, title: Title, of: str | None, knowledge: Knowledge) -> bool:
    """Whether the vocabulary knows a person, of the title's gender, as that: a minister, or a politician of a party."""
    if (actor.gender == "f") != title.feminine:
        return False
    if singular(title.noun).removesuffix("in") in knowledge.patterns.politicians:
        return _may_be_of(actor, of, knowledge) and (bool(actor.tenures) or (actor.role or "").startswith(title.noun))
    labels = (knowledge.label(actor, tenure).partition(" (")[0].lower() for tenure in actor.tenures)
    return of is None and any(_is_one(label, title) for label in labels)


def _may_be_of(actor: Actor, of: str | None, knowledge: Knowledge) -> bool:
    """Whether a person may be a politician of a state or of a party, as far as is known."""
    known = {*actor.member_of, *(tenure.of for tenure in actor.tenures)}
    if of is None or of in known:
        return True
    body = knowledge.actors.get(of)
    states = {one for one in known if one in knowledge.actors and knowledge.actors[one].kind == "state"}
    if body is None or (body.kind != "state" and known != states):
        return False  # one of another party
    return actor.country in (None, body.country)
