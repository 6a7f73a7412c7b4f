"""Who takes part in a claim, and as what, by the phrase that a mention stands in."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from core.claims import relatives
from core.claims.circumstances import is_of_circumstance
from core.claims.independent import is_independent
from core.claims.lexicon import EventType, names_doer, nouns_of, role_words
from core.claims.scene import Scene
from core.claims.whereabouts import only_says_where
from core.german.cases import plural, readings
from core.german.compounds import head_in
from core.german.grammar import grammar
from core.german.phrases import Phrase, before_preposition
from core.german.tags import DETERMINERS, FINITE, PRONOUNS
from core.model import Mention, Participant, Role, Token


class Part(NamedTuple):
    """A mention with the token it begins in and the role it has."""

    mention: Mention
    at: int
    role: Role


_RANK: dict[Role, int] = {"speaker": 0, "agent": 1, "partner": 2, "target": 3, "topic": 4}


def participants(parts: Iterable[Part]) -> tuple[Participant, ...]:
    """One participant for each actor, with its strongest role, in the order of the text."""
    best: dict[str, Role] = {}
    for part in parts:
        known = best.get(part.mention.actor_id)
        if known is None or _RANK[part.role] < _RANK[known]:
            best[part.mention.actor_id] = part.role
    return tuple(Participant(actor, role) for actor, role in best.items())


def parts_of_clause(scene: Scene, at: int, event: EventType, says: bool, noun: int | None = None) -> list[Part]:
    """The actors named in a clause itself, those that only describe a person or name a source left out.

    Args:
        scene: the sentence.
        at: the clause.
        event: the type of its event; gives the role of objects.
        says: whether the event is an utterance, so that its subject is a speaker.
        noun: the token of the noun that names the event, if a noun does.
    """
    acting = {id(part.mention) for part in _named_subject(scene, at)}
    inverted = () if "harm" in event.traits else _behind_its_object(scene, at)
    parts = []
    for i in scene.clauses[at].tokens:
        for mention in scene.mentions.get(i, ()):
            phrase = _whose_seat(scene, at, i, mention)
            if phrase is not None and "saying" not in event.traits and _is_whose(scene, at, phrase, i):
                continue
            if (
                _takes_no_part(scene, i, mention)
                or (phrase is not None and _is_compared(scene, phrase))
                or _hears(scene, at, mention, phrase, says, acts=id(mention) in acting)
            ):
                continue
            if only_says_where(scene, i, mention, phrase, event) or is_of_circumstance(scene, at, phrase, event, noun):
                continue
            where = scene.analysis.kinds.get(mention.actor_id) in {"state", "place"}
            role = _role(scene, at, phrase, event, noun, acts=id(mention) in acting, where=where)
            if _attacks(scene, i, mention) or phrase in inverted or _is_adjective_of_deed(scene, i, phrase, noun):
                role = "agent"
            elif noun == i and _is_aimed_at(scene, i, mention, event):
                role = "target"
            elif noun is not None and phrase is not None and _owns_what_befell(scene, at, phrase, noun, i):
                role = event.object_role
            if role == "agent" and id(mention) in acting and _gets(scene, at, event):
                role = "target"
            parts.append(Part(mention, i, "speaker" if says and role == "agent" else role))
    skipped = {id(part.mention) for part in _describing(scene, parts)} - acting
    return [part for part in parts if id(part.mention) not in skipped]


def _whose_seat(scene: Scene, at: int, i: int, mention: Mention) -> Phrase | None:
    """The phrase that names an actor; for whom a city stands, that of its government: `gegen die Regierung in Oslo`."""
    phrase = scene.phrase_of(i, at)
    if phrase is None or mention.kind != "metonym" or phrase.preposition != "in":
        return phrase
    return before_preposition(scene.phrases[at], phrase) or phrase


def _role(
    scene: Scene, at: int, phrase: Phrase | None, event: EventType, noun: int | None, *, acts: bool, where: bool
) -> Role:
    """The role of an actor in a clause, by the phrase that names it.

    `acts` says that it is what the subject names, `where` that it is a state or a place.
    """
    verb = scene.clauses[at].verb
    passive = verb is not None and verb.passive
    other = _shares_part_of(scene, at, phrase) if phrase is not None else None
    if other is not None:
        return _role(scene, at, other, event, noun, acts=other.function == "subject", where=where)
    if noun is not None and phrase is not None and _does(phrase, noun, scene, at):
        return event.object_role if _undergoes(phrase, noun, scene, at) else "agent"
    if acts:
        return "target" if passive else "agent"
    done = _done_by(scene, at, phrase) if phrase is not None else None
    if done is not None:
        if noun in done.tokens or _names(scene, done, event):
            return "agent"
        return event.object_role if done.function == ("subject" if passive else "object") else "topic"
    if phrase is not None and (_reports(phrase, scene, at) or _likewise(phrase, scene)):
        return "agent"
    if phrase is not None and _gives(scene, at, phrase):
        return "agent"
    host = _owner_of(phrase, scene, at) if phrase is not None else None
    by_whom = phrase is not None and passive and phrase.preposition == "von" and not scene.is_in_front(at, phrase)
    if host is not None and not by_whom and event.traits.isdisjoint({"demand", "encounter"}):
        if host.function == ("subject" if passive else "object"):
            return event.object_role
        if passive and host.preposition in {"von", "durch"}:
            return "agent"
    if phrase is not None and "saying" in event.traits and _is_dative(scene, at, phrase):
        return "target"
    if phrase is not None and "journey" in event.traits and phrase.preposition in {"in", "nach"} and where:
        return "target"
    role = _role_of_phrase(_governing(phrase, scene, at, event), passive, event)
    if role in {"partner", "target"} and phrase is not None and _hangs_on_topic(scene, at, phrase, noun):
        return "topic"
    if role == "target" and phrase is not None and event.object_role == "partner" and _is_for(scene, at, phrase, noun):
        return "topic"
    return event.object_role if role == "agent" and not passive else role


def _done_by(scene: Scene, at: int, phrase: Phrase) -> Phrase | None:
    """The phrase, around another one, of what those did whom that names: `die von Norwegen verhängten Sanktionen`."""
    if phrase.preposition not in {"von", "durch"}:
        return None
    around = (other for other in scene.phrases[at] if other.tokens[0] < phrase.tokens[0] < other.tokens[-1])
    return next((p for p in around if any(scene.words[i].tag == "ADJA" for i in p.tokens if i > phrase.head)), None)


def _names(scene: Scene, phrase: Phrase, event: EventType) -> bool:
    """Whether a phrase is for an event of a type."""
    nouns = frozenset(noun.lower() for noun in event.nouns)
    return _is_among(scene.words[phrase.head], nouns)


def _shares_part_of(scene: Scene, at: int, phrase: Phrase) -> Phrase | None:
    """The phrase whose part another one has, too: `Länder, darunter Norwegen`, `neben Finnland auch gegen Norwegen`."""
    phrases, order = scene.phrases[at], scene.clauses[at].tokens
    if (named := _named_in_brackets(scene, at, phrase)) is not None:
        return named
    if scene.words[phrase.tokens[0] - 1].text.lower() == "namens":
        return before_preposition(phrases, phrase)
    if phrase.preposition in role_words().beside:
        too = next((i for i in order if i > phrase.head and scene.words[i].text.lower() in role_words().too), None)
        return next((other for other in phrases if too is not None and other.tokens[0] > too), None)
    k = phrases.index(phrase)
    while k and (gap := _between(scene, phrases[k - 1], phrases[k])) in (["und"], ["oder"], ["sowie"]):
        k -= 1
    if not k or gap[:1] != [","] or " ".join(gap[1:]) not in role_words().among:
        return None
    whole = phrases[k - 1]
    return phrases[whole.host] if whole.function == "attribute" and whole.host is not None else whole


def _named_in_brackets(scene: Scene, at: int, phrase: Phrase) -> Phrase | None:
    """The phrase for a body, itself no name, that brackets give the short name of: `das Institut für Muster (IFM)`."""
    phrases, words = scene.phrases[at], scene.words
    k = phrases.index(phrase) - 1
    behind = phrase.tokens[-1] + 1
    if k < 0 or [words[phrase.tokens[0] - 1].text, *(word.text for word in words[behind : behind + 1])] != ["(", ")"]:
        return None
    end = phrase.tokens[0] - 2
    while k >= 0 and phrases[k].tokens[-1] == end and not _parts(scene, phrases[k]):
        if _is_body(words[phrases[k].head]):
            return phrases[k]
        end = phrases[k].tokens[0] - (2 if phrases[k].preposition else 1)
        k -= 1
    return None


def _between(scene: Scene, before: Phrase, phrase: Phrase) -> list[str]:
    """The words between two phrases, in small letters."""
    return [word.text.lower() for word in scene.words[before.tokens[-1] + 1 : phrase.tokens[0]]]


def _is_dative(scene: Scene, at: int, phrase: Phrase) -> bool:
    """Whether a phrase names to whom something is said, by its form or because a thing is said beside it."""
    if phrase.function != "object":
        return False
    cases = readings(scene.words, phrase.tokens, scene.landmarks.persons)
    if cases and all(reading[:3] in {"dat", "gen"} for reading in cases):
        return True
    if phrase.tokens[0] - 1 in scene.landmarks.ends:
        return False  # `von Lunds | Demokraten`
    behind = [p for p in scene.phrases[at] if p.function == "object" and p.tokens[0] > phrase.head]
    return scene.words[phrase.tokens[0]].tag not in DETERMINERS and any(
        scene.words[p.head].tag == "NN" and not _parts(scene, p) for p in behind
    )


def _governing(phrase: Phrase | None, scene: Scene, at: int, event: EventType) -> Phrase | None:
    """The phrase whose preposition tells the part of an owner in the genitive: `gegen die Politik Norwegens`."""
    host = phrase
    while host is not None and host.function == "attribute" and host.host is not None:
        host = scene.phrases[at][host.host]
    if host is None or host is phrase:
        return phrase
    partner = host.preposition in role_words().partner and names_doer(scene.words[host.head])
    blamed = event.traits >= {"harm", "spoken"} and host.preposition in role_words().target
    return host if partner or blamed or host.preposition in role_words().against else phrase


def _hangs_on_topic(scene: Scene, at: int, phrase: Phrase, noun: int | None) -> bool:
    """Whether a phrase belongs to a noun that only says what it is about: `Gespräche über Hilfen für Norwegen`."""
    before = before_preposition(scene.phrases[at], phrase)
    against = phrase.preposition == "gegen"  # `eine Klage auf Schadenersatz gegen die Regierung`
    return before is not None and before.head != noun and before.preposition in role_words().content and not against


def _is_for(scene: Scene, at: int, phrase: Phrase, noun: int | None) -> bool:
    """Whether a phrase says for whom a thing is that others agree on: `eine Einigung auf eine Lösung für Norwegen`."""
    before = before_preposition(scene.phrases[at], phrase)
    return phrase.preposition == "für" and before is not None and before.head != noun


def _gives(scene: Scene, at: int, phrase: Phrase) -> bool:
    """Whether a phrase names who utters what somebody gets, or what there is: `Kritik kam von Norwegen`."""
    verb = scene.clauses[at].verb
    if verb is None or verb.passive:
        return False
    return phrase.preposition == "von" and verb.lemma in role_words().coming and _is_beside_verb(scene, phrase)


def _gets(scene: Scene, at: int, event: EventType) -> bool:
    """Whether the subject of a clause is who is told something: `Norwegens Vorschlag stieß auf Kritik`."""
    verb = scene.clauses[at].verb
    return verb is not None and "spoken" in event.traits and verb.lemma in role_words().getting


def _is_beside_verb(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase with a preposition says nothing of a person or body named right before it: `der Chef von …`."""
    first = phrase.tokens[0] - 1
    while first > 0 and scene.words[first].tag == "ADV":  # `von rund 100 Menschen`
        first -= 1
    if first < 1 or scene.words[first - 1].tag == "NE" or first - 1 in scene.time_tokens:
        return True
    noun = scene.words[first - 1]
    inside = any(first - 1 == other.head and other.preposition for row in scene.phrases for other in row)
    return not names_doer(noun) and not (noun.tag == "NN" and inside)


def subject_of(scene: Scene, at: int, says: bool = False) -> list[Part]:
    """The actors that are the subject of a clause, taken from where the clause has it from.

    A clause that goes on with another (`und besuchte …`), an infinitive and a relative clause have it from the
    clause before; a passive has its agent with `von`.
    """
    clause = scene.clauses[at]
    own = list(_named_subject(scene, at))
    if own:
        return [part._replace(role="speaker" if says else "agent") for part in own]
    before = clause.shares if clause.shares is not None else clause.parent
    if clause.kind == "relative":
        return antecedent(scene, at) if _is_subject(relatives.pronoun_of(scene, at)) else []
    if before is not None and (clause.shares is not None or clause.kind == "infinitive"):
        return subject_of(scene, before, says) if _number_fits(scene, at, before) else []
    return []


def _number_fits(scene: Scene, at: int, before: int) -> bool:
    """Whether two clauses may have one subject: not where one verb is singular, the other plural."""
    one, other = scene.finite(at), scene.finite(before)
    if one is None or other is None:
        return True
    return plural(scene.words[one].text) == plural(scene.words[other].text)


def _is_subject(pronoun: Phrase | None) -> bool:
    return pronoun is not None and pronoun.function == "subject" and not pronoun.preposition


def nobody_travels(scene: Scene, at: int, parts: Iterable[Part]) -> bool:
    """Whether a clause names only where people come that act for nobody: `Flüchtlinge trafen in Norwegen ein`.

    The state is a mere place then, and receives nobody.
    """
    kinds = {scene.analysis.kinds.get(part.mention.actor_id, "state") for part in parts if part.role != "topic"}
    subjects = [scene.words[phrase.head] for phrase in scene.phrases[at] if phrase.function == "subject"]
    sent = any(_is_among(noun, role_words().officials) for noun in subjects)
    return bool(kinds) and kinds <= {"state", "place"} and not sent and all(part.role != "agent" for part in parts)


def taken_up(scene: Scene, at: int, event: EventType) -> list[Part]:
    """Whom a relative clause is about though its pronoun is no subject: `Bo Lund, den die Polizei festnahm`.

    So is who owns what is done something to: `Bo Lund, dessen Antrag abgelehnt wurde`.
    """
    verb = scene.clauses[at].verb
    passive = verb is not None and verb.passive
    pronoun, belonging = relatives.pronoun_of(scene, at), relatives.owned(scene, at)
    if belonging is not None:
        done_to = belonging.function == ("subject" if passive else "object") and not belonging.preposition
        role: Role = event.object_role if done_to else "topic"
    elif pronoun is not None and not _is_subject(pronoun):
        role = _role_of_phrase(pronoun, passive, event)
    else:
        role = "topic"
    return [part._replace(role=role) for part in antecedent(scene, at)] if role != "topic" else []


def _named_subject(scene: Scene, at: int) -> Iterator[Part]:
    """The actors that the subject names; where it names none itself, those it belongs to (`ein Sprecher Norwegens`)."""
    phrases, subjects = scene.phrases[at], _subjects(scene, at)
    parts = [
        part
        for k, phrase in enumerate(phrases)
        for part in _parts(scene, phrase)
        if (k in subjects and not _is_whose(scene, at, phrase, part.at))
        or _named_after(scene, at, phrase, part.mention)
    ]
    skipped = {id(part.mention) for part in _describing(scene, parts)}
    left = [part for part in parts if id(part.mention) not in skipped]
    left = [part for part in left if not _possesses(scene, part)] or left or parts
    left += [part for part in _apposed(scene, at, subjects) if part not in left]
    if not left:
        glosses = [(p, _named_in_brackets(scene, at, p)) for p in phrases]
        left = [part for p, named in glosses if named and named.function == "subject" for part in _parts(scene, p)]
    if not left:
        owners = [(p, part) for p in phrases if p.host in subjects for part in _parts(scene, p)]
        owners = [(p, part) for p, part in owners if not _is_whose(scene, at, p, part.at)]
        left = [part for p, part in owners if _is_next(scene, p, part.at)]
    if not left:  # `die Kämpfer von Muster`
        behind = [p for k, p in enumerate(phrases) if k - 1 in subjects and _is_of_whom(scene, phrases[k - 1], p)]
        people = [part for phrase in behind for part in _parts(scene, phrase)]
        left = [part for part in people if scene.analysis.kinds[part.mention.actor_id] != "person"]
    if not left:  # `die Regierung in Oslo`
        behind = [phrases[k + 1] for k in subjects if k + 1 < len(phrases) and phrases[k + 1].preposition == "in"]
        left = [part for phrase in behind for part in _parts(scene, phrase) if part.mention.kind == "metonym"]
    yield from (part for k, part in enumerate(left) if k == 0 or not _follows_closely(scene, left[k - 1], part))


def _is_of_whom(scene: Scene, phrase: Phrase, behind: Phrase) -> bool:
    """Whether a phrase right behind another says whose people it names: `Kämpfer von X`, `Richter am Gericht`."""
    touches = behind.preposition in {"von", "an"} and behind.tokens[0] == phrase.tokens[-1] + 2
    noun = scene.words[phrase.head]
    return touches and names_doer(noun) and not _is_private(noun)


def _is_whose(scene: Scene, at: int, phrase: Phrase, name: int) -> bool:
    """Whether a name only says whose people somebody is who does not act for them: `zwei Kunden von Muster`.

    Those who work for a body are none of it where something is done to them, but may act for it.
    """
    host = scene.phrases[at][phrase.host] if phrase.host is not None else None
    if phrase.preposition in {"von", "bei"}:
        host = before_preposition(scene.phrases[at], phrase)
    noun = scene.words[host.head] if host is not None else None
    last = _last_of_name(scene, name)
    if phrase.tokens[0] < name and scene.words[last].text.endswith("s") and scene.words[name - 1].tag == "NN":
        host, noun = phrase, scene.words[name - 1]  # `Kritiker Putins`
    elif scene.words[last].text.endswith("s") and any(_is_private(word) for word in scene.words[last + 1 : last + 2]):
        return True  # `Bo Lunds Sohn`
    if host is None or noun is None or not (host is phrase or _is_next(scene, phrase, name)):
        return False
    verb = scene.clauses[at].verb
    acts = host.function == "subject" and not (verb is not None and verb.passive)
    return _is_private(noun) or (not acts and _is_among(noun, role_words().staff))


def _last_of_name(scene: Scene, name: int) -> int:
    """The last token of a name that begins in a token."""
    end = max((m.end for m in scene.mentions.get(name, ())), default=0)
    return max((i for i in range(name, len(scene.words)) if scene.words[i].end <= end), default=name)


def _is_private(noun: Token) -> bool:
    return _is_among(noun, role_words().private)


def _is_among(noun: Token, nouns: frozenset[str]) -> bool:
    """Whether a noun is, or ends in, one of some nouns."""
    return any(head_in(form, nouns) is not None for form in (noun.lemma, noun.text))


def _is_next(scene: Scene, phrase: Phrase, name: int) -> bool:
    """Whether no noun for a thing stands before a name in its phrase: not `Gegner eines Beitritts Norwegens`.

    A noun right before a person's name is a title: `der Sohn des Medienmoguls Bo Lund`.
    """
    title = {name - 1} if name in scene.landmarks.persons and not scene.words[name].text.endswith("s") else set()
    before = (i for i in phrase.tokens if i < name and i not in title)
    return all(scene.words[i].tag != "NN" or names_doer(scene.words[i]) for i in before)


def _subjects(scene: Scene, at: int) -> list[int]:
    """The phrases of a clause that are its subject.

    A relative pronoun that stands for a thing may be subject or object by its form. An actor beside it is the subject
    then, for things seldom act: `das Angebot, das die Gewerkschaft ablehnte`.
    """
    clause, phrases = scene.clauses[at], scene.phrases[at]
    subjects = [k for k, phrase in enumerate(phrases) if phrase.function == "subject"]
    if clause.kind != "relative" or scene.sentence.arcs or clause.verb is None or clause.verb.passive or not subjects:
        return subjects
    pronoun = scene.words[phrases[subjects[0]].tokens[0]]
    either = pronoun.tag == "PRELS" and pronoun.text.lower() in grammar().articles.nominative_or_accusative
    if not either or antecedent(scene, at):
        return subjects
    verb = next((scene.words[i].text for i in clause.verb.tokens if scene.words[i].tag in FINITE), "")
    acting = [
        k
        for k, phrase in enumerate(phrases)
        if phrase.function == "object"
        and not (plural(verb) and scene.landmarks.persons.intersection(phrase.tokens))
        and scene.words[phrase.tokens[0]].text.lower() not in grammar().articles.not_nominative
        and _parts(scene, phrase)
    ]
    return acting[:1] or subjects


def _behind_its_object(scene: Scene, at: int) -> Sequence[Phrase]:
    """The actors behind the verb whose object, a thing that word order takes for the subject, stands in front of it.

    Several actors are in the number of the verb (`Die stärksten Rückgänge meldeten Norwegen und Finnland`), and a thing
    without an article is seldom a subject (`Kritik übte Norwegen`).
    """
    clause, phrases = scene.clauses[at], scene.phrases[at]
    finite = scene.finite(at)
    front = next((phrase for phrase in phrases if phrase.function == "subject"), None)
    if clause.kind != "main" or scene.sentence.arcs or clause.verb is None or clause.verb.passive:
        return ()
    if front is None or finite is None or front.tokens[-1] > finite or scene.words[front.head].tag != "NN":
        return ()
    if _parts(scene, front) or any(phrase.host is not None and phrase.head < finite for phrase in phrases):
        return ()
    if names_doer(scene.words[front.head]):
        return ()
    acting = [
        phrase
        for phrase in phrases
        if phrase.function == "object"
        and phrase.tokens[0] > finite
        and scene.words[phrase.tokens[0]].text.lower() not in grammar().articles.not_nominative
    ]
    named = [phrase for phrase in acting if _parts(scene, phrase)]
    several = plural(scene.words[finite].text)
    bare = scene.words[front.tokens[0]].tag in {"NN", "ADJA"}
    if not acting or acting != named or several != (len(named) > 1) or not (several or bare):
        return ()
    return named


def _is_body(noun: Token) -> bool:
    return _is_among(noun, nouns_of("body"))


def _apposed(scene: Scene, at: int, subjects: Sequence[int]) -> list[Part]:
    """The person named after the last subject, which names none, and a comma: `der Chef der Truppen, Bo Lund, …`."""
    phrases = scene.phrases[at]
    if (
        not subjects
        or scene.words[phrases[subjects[-1]].head].tag in PRONOUNS
        or _persons(scene, phrases[subjects[-1]])
        or _is_apposed(scene, phrases, subjects)
    ):
        return []
    begin = phrases[subjects[-1]].head
    for phrase in phrases[subjects[-1] + 1 :]:
        if any(word.tag[0] == "V" for word in scene.words[begin : phrase.tokens[0]]):
            break
        if scene.words[phrase.tokens[0] - 1].text == "," and (persons := _persons(scene, phrase)):
            return persons
    return []


def _is_apposed(scene: Scene, phrases: Sequence[Phrase], subjects: Sequence[int]) -> bool:
    """Whether the last subject says who a person before it is: `Bo Lund, Obfrau von X, …`."""
    if len(subjects) < 2:
        return False
    before, last = phrases[subjects[-2]], phrases[subjects[-1]]
    return bool(_persons(scene, before)) and _between(scene, before, last) == [","]


def _persons(scene: Scene, phrase: Phrase) -> list[Part]:
    return [part for part in _parts(scene, phrase) if scene.analysis.kinds[part.mention.actor_id] == "person"]


def _parts(scene: Scene, phrase: Phrase) -> list[Part]:
    return [
        Part(mention, i, "agent")
        for i in phrase.tokens
        for mention in scene.mentions.get(i, ())
        if not _takes_no_part(scene, i, mention)
    ]


def _takes_no_part(scene: Scene, at: int, mention: Mention) -> bool:
    """Whether a mention only says where a report is from, or whose or where from somebody is: `Oslo –`, `US-Firma`."""
    if at in scene.dateline or _is_compared_in_brackets(scene, at):
        return True
    if scene.analysis.kinds.get(mention.actor_id) not in {"state", "organisation", "place"}:
        return False
    word = scene.words[at]
    if word.start == mention.start and mention.end < word.end:
        return is_independent(word.text)
    if not mention.text.endswith("s") or mention.end != word.end:
        return False
    behind = next((w for w in scene.words[at + 1 : at + 3] if w.tag != "ADJA"), None)
    return behind is not None and behind.tag == "NN" and is_independent(behind.text)


def _is_compared_in_brackets(scene: Scene, at: int) -> bool:
    """Whether a name stands in brackets that give examples or what came before: `(nach Norwegen 2008)`, `(wie …)`."""
    begin = next((i for i in range(at - 1, -1, -1) if scene.words[i].text in {"(", ")"}), -1)
    if begin < 0 or scene.words[begin].text == ")" or begin + 1 == at:
        return False
    return scene.words[begin + 1].text.lower() in role_words().compared


def _hears(scene: Scene, at: int, mention: Mention, phrase: Phrase | None, says: bool, *, acts: bool) -> bool:
    """Whether a mention names the medium that something is said to: `sagte der dpa`, `im Interview mit der dpa`."""
    if phrase is None or acts or scene.analysis.kinds.get(mention.actor_id) != "media":
        return False
    if phrase.preposition in role_words().hearers:
        return True
    if phrase.preposition == "mit":
        before = scene.words[max(0, phrase.tokens[0] - 2) : phrase.tokens[0]]
        return any(head_in(word.text, role_words().interviews) for word in before)
    host = scene.phrases[at][phrase.host] if phrase.host is not None else phrase
    told = host is not phrase and (
        host.function == "attribute" or mention.kind == "pronoun"
    )  # `sagte Lund der Zeitung`
    return says and (phrase.function == "object" or told)


def _attacks(scene: Scene, at: int, mention: Mention) -> bool:
    """Whether a mention is the part of a compound that says who attacks: `IS-Anschlag`, `US-Luftangriff`."""
    word = scene.words[at]
    if word.start != mention.start or mention.end >= word.end:
        return False
    state = scene.analysis.kinds.get(mention.actor_id) in {"state", "place"}
    return not (state and not mention.text.isupper()) and head_in(word.text, role_words().attacks) is not None


def _is_aimed_at(scene: Scene, at: int, mention: Mention, event: EventType) -> bool:
    """Whether a mention is the part of a compound that says whom a harm is meant for: `Norwegen-Sanktionen`."""
    word = scene.words[at]
    part = word.start == mention.start and mention.end < word.end
    state = scene.analysis.kinds.get(mention.actor_id) in {"state", "place"}
    return part and state and "harm" in event.traits and not mention.text.isupper()


def _is_adjective_of_deed(scene: Scene, at: int, phrase: Phrase | None, noun: int | None) -> bool:
    """Whether a mention is the adjective that says who does what a noun names: `bei norwegischen Luftangriffen`."""
    if phrase is None or scene.words[at].tag != "ADJA" or phrase.head <= at:
        return False
    return phrase.head == noun or head_in(scene.words[phrase.head].text, role_words().attacks) is not None


def _follows_closely(scene: Scene, before: Part, part: Part) -> bool:
    """Whether a name stands right behind another: `bezeichnete die NATO China …` has a subject and an object."""
    if part.mention.start < before.mention.end:
        return False  # `beide`, `sie`: one word for two
    between = scene.analysis.document.text[before.mention.end : part.mention.start]
    return between.isspace() or between == ""


def _possesses(scene: Scene, part: Part) -> bool:
    """Whether a name in the genitive stands before the noun it belongs to: `Norwegens Vorschlag`."""
    after = part.at + 1
    return part.mention.text.endswith("s") and after < len(scene.words) and scene.words[after].tag in {"NN", "ADJA"}


def _named_after(scene: Scene, at: int, phrase: Phrase, mention: Mention) -> bool:
    """Whether a person's name stands after the attribute of a title: `der Vorsitzende des Ausschusses Bo Lund`."""
    if phrase.function != "attribute" or phrase.host is None or scene.analysis.kinds[mention.actor_id] != "person":
        return False
    first = scene.words[phrase.tokens[0]]
    host = scene.phrases[at][phrase.host]
    titled = host.function == "subject" and not _is_private(scene.words[host.head])
    return titled and mention.start > first.start and not mention.text.endswith("s")


def antecedent(scene: Scene, at: int) -> list[Part]:
    """Who a relative pronoun stands for: the name right before it, or the subject that a copula gives it."""
    clause = scene.clauses[at]
    near = [Part(mention, i, "agent") for i, mention in relatives.antecedents(scene, at)]
    if near or clause.parent is None:
        return near
    if relatives.continues(scene, at):
        return antecedent(scene, clause.parent)
    matrix, first = scene.clauses[clause.parent], min(clause.tokens)
    before = next((p for p in scene.phrases[clause.parent] if p.tokens[-1] in {first - 1, first - 2}), None)
    predicate = before is None or before.function in {"subject", "object"}
    if predicate and matrix.verb is not None and matrix.verb.lemma in grammar().verbs.copulas:
        return list(_named_subject(scene, clause.parent))
    return []


def _does(phrase: Phrase, noun: int, scene: Scene, at: int) -> bool:
    """Whether a phrase names who does what a noun names: `der Besuch der Ministerin`, `der Besuch von Bo Lund`."""
    if phrase.function == "attribute" and phrase.host is not None:
        return noun in scene.phrases[at][phrase.host].tokens
    if phrase.preposition == "durch" and noun < phrase.tokens[0] <= noun + _LONGEST_DEED:
        return not any(scene.words[i].tag[0] == "V" for i in range(noun, phrase.tokens[0]))
    return phrase.preposition in {"von", "durch"} and noun < phrase.tokens[0] <= noun + 2


def _owns_what_befell(scene: Scene, at: int, phrase: Phrase, noun: int, name: int) -> bool:
    """Whether a name stands in the phrase of a noun for what is done to whose it is: `Bo Lunds Festnahme`."""
    return noun in phrase.tokens and name != noun and _undergoes(phrase, noun, scene, at)


def _undergoes(phrase: Phrase, noun: int, scene: Scene, at: int) -> bool:
    """Whether whose event it is, is who it is done to: `die Festnahme Bo Lunds`, `der Angriff auf … durch Norwegen`."""
    if phrase.preposition == "durch":
        return False
    by_another = any(other.preposition == "durch" and _does(other, noun, scene, at) for other in scene.phrases[at])
    return by_another or _is_among(scene.words[noun], role_words().undergone)


_LONGEST_DEED = 8  # tokens from a noun to who does it: `die Abschiebung von rund 100 Menschen durch Norwegen`


def _role_of_phrase(phrase: Phrase | None, passive: bool, event: EventType) -> Role:
    """The role by function and preposition alone."""
    if phrase is None:
        return "topic"
    if phrase.function == "subject":
        return "target" if passive else "agent"
    if phrase.function == "object":
        return event.object_role
    if phrase.preposition in {"von", "durch"} and passive:
        return "agent"
    if phrase.preposition in role_words().partner:
        return "topic" if "saying" in event.traits else "partner"
    if phrase.preposition in role_words().target or _is_asked(phrase, event):
        return "target"
    if "harm" in event.traits and phrase.preposition == ("über" if "spoken" in event.traits else "auf"):
        return "target"
    return "topic"


def _reports(phrase: Phrase, scene: Scene, at: int) -> bool:
    """Whether a phrase names whose words somebody passes on: `hieß es aus dem Ministerium`."""
    verb = scene.clauses[at].verb
    host = scene.phrases[at][phrase.host] if phrase.host is not None else phrase
    if verb is None or verb.lemma != "heißen" or host.preposition not in role_words().quoted:
        return False
    return any(scene.words[i].text.lower() == "es" for i in scene.clauses[at].tokens)


def _likewise(phrase: Phrase, scene: Scene) -> bool:
    """Whether a phrase names one who does the same as the subject: `Norwegen hat ebenso wie Finnland …`."""
    before = scene.words[max(0, phrase.tokens[0] - 2) : phrase.tokens[0]]
    return [word.text.lower() for word in before] in (["ebenso", "wie"], ["genauso", "wie"], ["wie", "auch"])


def _is_compared(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase only says whom others are like, or more than: `ähnlich wie Norwegen`, `schneller als Norwegen`.

    Not so behind a noun, of which it names some (`Länder wie Norwegen`).
    """
    first = phrase.tokens[0]
    if first < 2 or scene.words[first - 1].text.lower() not in {"wie", "als"} or _likewise(phrase, scene):
        return False
    before = scene.words[first - 2].text.lower()
    return before.startswith(role_words().likened)


def _owner_of(phrase: Phrase, scene: Scene, at: int) -> Phrase | None:
    """The phrase of what a phrase says whose it is: `die Politik Norwegens`, `den Vorschlag von Bo Lund`."""
    phrases = scene.phrases[at]
    if phrase.function == "attribute" and phrase.host is not None:
        host = phrases[phrase.host]
        return _owner_of(host, scene, at) or host
    before = before_preposition(phrases, phrase)
    if before is None or before.preposition:
        return None
    border = phrase.preposition == "zu" and head_in(scene.words[before.head].text, role_words().lands) is not None
    return before if border or phrase.preposition == "von" else None


def place_of(scene: Scene, at: int, phrase: Phrase) -> str:
    """Where a phrase stands to its verb: the preposition or the function by which a frame gives its part.

    Whose the object is has the object's place: `lobte die Arbeit Norwegens`; other owners have none.
    """
    owned = _owner_of(phrase, scene, at)
    if owned is not None and (phrase.function == "attribute" or owned.function in {"subject", "object"}):
        return "object" if owned.function == "object" else ""
    return phrase.preposition or phrase.function


def _is_asked(phrase: Phrase, event: EventType) -> bool:
    """Whether a phrase names of whom something is demanded: `beim Fonds beantragen`, `von Norwegen fordern`."""
    return "demand" in event.traits and phrase.preposition in role_words().asked


def _describing(scene: Scene, parts: Collection[Part]) -> Iterator[Part]:
    """The mentions that only say who a person is: `Japans Minister X`, `X von der Firma Y`, `X, Chef der Y, …`."""
    persons = [part for part in parts if scene.analysis.kinds.get(part.mention.actor_id) == "person"]
    for part in parts:
        described = _owns_in_front if part in persons else _describes
        if (part.mention.start, part.mention.end) in scene.analysis.attributive or any(
            described(scene, part, person) for person in persons if person is not part
        ):
            yield part


def _owns_in_front(scene: Scene, part: Part, person: Part) -> bool:
    """Whether a person is named only for whose another one is: `Merkels Sprecher Bo Lund`."""
    between = scene.words[part.at : person.at]
    owner = [word for word in between if word.end <= part.mention.end]
    return (
        bool(owner)
        and owner[-1].text.endswith("s")
        and len(between) > len(owner)
        and all(word.tag in {"NN", "ADJA", "NNA"} or "-" in word.text for word in between[len(owner) :])
    )


def _describes(scene: Scene, part: Part, person: Part) -> bool:
    words = scene.words
    if part.at < person.at or part.mention.end <= person.mention.start:
        return _is_in_title(words[part.at : person.at]) or _is_office_in_front(scene, part, person)
    end = next((i for i in range(person.at, len(words)) if words[i].end >= person.mention.end), person.at)
    if part.at == end + 1:
        return False
    after = words[end + 1]
    if after.text in {"von", "vom", "aus"} and part.at <= end + _LONGEST_ORIGIN:
        return not any(word.tag in {"$,", "KON"} or word.tag[0] == "V" for word in words[end + 1 : part.at])
    if after.text == "," and end + 2 < len(words) and words[end + 2].tag in {"ART", "ADJA", "NN", "PPOSAT", "ADV"}:
        commas = [i for i in range(end + 2, part.at) if words[i].text == ","]
        listed = all(words[i - 1].tag == "NE" and words[i + 1].tag == "NE" for i in commas)
        return listed and not any(word.tag[0] == "V" for word in words[end + 2 : part.at])
    return False


def _is_office_in_front(scene: Scene, part: Part, person: Part) -> bool:
    """Whether an office is named with a name behind it and a comma: `der Chef des Rates (RX), Bo Lund, …`."""
    words = scene.words
    last = next(i for i in range(part.at, len(words)) if words[i].end >= part.mention.end)
    between = [word.text for word in words[last + 1 : person.at]]
    if between[:1] == ["("] and ")" in between:
        between = between[between.index(")") + 1 :]
    if between == [")", ","] and words[part.at - 1].text == "(":
        return True  # the short form of the body in front of it
    title = words[max(0, part.at - _LONGEST_TITLE) : part.at]
    begin = next((k for k in range(len(title), 0, -1) if title[k - 1].tag[0] in "V$"), 0)
    return between == [","] and any(word.tag == "NN" and names_doer(word) for word in title[begin:])


_LONGEST_TITLE = 8  # tokens from a mention to the name of the person whose title it is in
_LONGEST_ORIGIN = 4  # tokens from a person's name to that of where the person comes from


def _is_in_title(between: Sequence[Token]) -> bool:
    """Whether the words from a mention to a person's name are the person's title, which the mention is a part of."""
    if len(between) == 1 and "-" in between[0].text:
        return True  # `IHS-Mann Lund`
    return (
        len(between) <= _LONGEST_TITLE
        and all(
            word.tag in {"NN", "NE", "ADJA", "NNA", "FM", "TRUNC"} or word.text.lower() in {"des", "der", "für", "und"}
            for word in between[1:]
        )
        and any(word.tag in {"NN", "NNA"} for word in between)
        and not _joined(between)
    )


def _joined(between: Sequence[Token]) -> bool:
    """Whether `und` stands right before the name, or right after the mention: then the two are different actors."""
    words = [word.text for word in between]
    return (len(words) > 1 and words[-1] in {"und", ","}) or words[1:2] == ["und"]
