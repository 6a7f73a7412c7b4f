"""Who is the subject of a clause: named by it, taken from another clause, or the antecedent of a relative."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from core.claims.lexicon import role_words
from core.claims.participants import relatives
from core.claims.participants.affiliation import are_people_of, follows_no_thing, governed_from, only_says_whose
from core.claims.participants.apposition import apposed_persons, is_named_after_title, long_form
from core.claims.participants.descriptions import describing
from core.claims.participants.parts import Part
from core.claims.participants.phrase import parts_of_phrase
from core.claims.scene import Scene
from core.german.cases import plural, readings
from core.german.compounds import is_among
from core.german.grammar import grammar
from core.german.phrases import Phrase, before_preposition, first_of_list
from core.german.tags import FINITE


def subject_of(scene: Scene, at: int, says: bool = False) -> list[Part]:
    """The actors that are the subject of a clause, taken from where the clause has it from.

    A clause that goes on with another (`und besuchte …`), an infinitive and a relative clause have it from the
    clause before; a passive has its agent with `von`. They are speakers where it `says` something, else agents.
    """
    clause = scene.clauses[at]
    own = list(named_subject(scene, at))
    if own:
        return [part._replace(role="speaker" if says else "agent") for part in own]
    before = clause.shares if clause.shares is not None else clause.parent
    if clause.kind == "relative":
        return antecedent(scene, at) if is_subject(relatives.pronoun_of(scene, at)) else []
    if before is not None and (clause.shares is not None or clause.kind == "infinitive"):
        return subject_of(scene, before, says) if _number_fits(scene, at, before) else []
    return []


def _number_fits(scene: Scene, at: int, before: int) -> bool:
    """Whether two clauses may have one subject: not where one verb is singular, the other plural."""
    one, other = scene.finite(at), scene.finite(before)
    if one is None or other is None:
        return True
    return plural(scene.words[one].text) == plural(scene.words[other].text)


def is_subject(pronoun: Phrase | None) -> bool:
    """Whether a relative pronoun, if there is one, is the subject of its clause."""
    return pronoun is not None and pronoun.function == "subject" and not pronoun.preposition


def named_subject(scene: Scene, at: int) -> Iterator[Part]:
    """The actors that the subject of a clause names, as agents.

    Where it names none itself, these are those it belongs to (`ein Sprecher Norwegens`).
    """
    phrases, subjects = scene.phrases[at], _subjects(scene, at)
    parts = [
        part
        for k, phrase in enumerate(phrases)
        for part in parts_of_phrase(scene, phrase)
        if (k in subjects and not only_says_whose(scene, at, phrase, part.at))
        or is_named_after_title(scene, at, phrase, part.mention)
    ]
    apposed = apposed_persons(scene, at, subjects)
    skipped = {id(part.mention) for part in describing(scene, parts)}
    left = [part for part in parts if id(part.mention) not in skipped]
    left = [part for part in left if not _possesses(scene, part)] or left or parts
    left += [part for part in apposed if part not in left]
    if apposed:
        skipped = {id(part.mention) for part in describing(scene, left)}
        left = [part for part in left if id(part.mention) not in skipped]
    if not left:
        glosses = [(p, long_form(scene, at, p)) for p in phrases]
        left = [
            part for p, named in glosses if named and named.function == "subject" for part in parts_of_phrase(scene, p)
        ]
    if not left:
        owners = [(p, part) for p in phrases if p.host in subjects for part in parts_of_phrase(scene, p)]
        owners = [(p, part) for p, part in owners if not only_says_whose(scene, at, p, part.at)]
        left = [part for p, part in owners if follows_no_thing(scene, p, part.at)]
    if not left:  # `die Kämpfer von Muster`
        behind = [p for p in phrases if _are_people_of_listed(scene, at, p, subjects)]
        left = [
            part for phrase in behind for part in parts_of_phrase(scene, phrase) if _acts_by(scene, at, phrase, part)
        ]
    if not left:  # `die Regierung in Oslo`
        behind = [phrases[k + 1] for k in subjects if k + 1 < len(phrases) and phrases[k + 1].preposition == "in"]
        left = [part for p in behind for part in parts_of_phrase(scene, p) if governed_from(scene, at, p, part.mention)]
    yield from (part for k, part in enumerate(left) if k == 0 or not _follows_closely(scene, left[k - 1], part))


def _are_people_of_listed(scene: Scene, at: int, phrase: Phrase, subjects: Sequence[int]) -> bool:
    """Whether a subject names people of whom a phrase names, or of a list that it is in: `Chefs von X | und Y`."""
    phrases, first = scene.phrases[at], first_of_list(scene.phrases[at], phrase)
    before = phrases.index(first) - 1
    return before in subjects and are_people_of(scene, phrases[before], first)


def _acts_by(scene: Scene, at: int, phrase: Phrase, part: Part) -> bool:
    """Whether people act for whom they are of: a body, or a person whose government they are: `die Regierung von X`."""
    before = before_preposition(scene.phrases[at], phrase)
    is_ruled = before is not None and is_among(scene.words[before.head], role_words().governing)
    return is_ruled or scene.analysis.kinds[part.mention.actor_id] != "person"


def _possesses(scene: Scene, part: Part) -> bool:
    """Whether a name in the genitive stands before the noun it belongs to: `Norwegens Vorschlag`."""
    after = part.at + 1
    return part.mention.text.endswith("s") and after < len(scene.words) and scene.words[after].tag in {"NN", "ADJA"}


def _follows_closely(scene: Scene, before: Part, part: Part) -> bool:
    """Whether a name stands right behind another: `bezeichnete die NATO China …` has a subject and an object."""
    if part.mention.start < before.mention.end:
        return False  # `beide`, `sie`: one word for two
    between = scene.analysis.document.text[before.mention.end : part.mention.start]
    return between.isspace() or between == ""


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
    forms = [scene.words[i] for i in clause.verb.tokens]
    verb = next((form.text for form in forms if form.tag in FINITE), forms[-1].text)  # `vorwerfen` reads as infinitive
    acting = [
        k
        for k, phrase in enumerate(phrases)
        if phrase.function == "object"
        and not (plural(verb) and scene.landmarks.persons.intersection(phrase.tokens))
        and _can_act(scene, phrase, plural(verb))
        and scene.words[phrase.tokens[0]].text.lower() not in grammar().articles.not_nominative
        and parts_of_phrase(scene, phrase)
    ]
    listed = takewhile(lambda k: plural(verb) and _is_listed(scene, phrases[k]), acting[1:])
    return [*acting[:1], *listed] or subjects


def _is_listed(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase goes on a list: `die SPÖ | und ÖVP ablehnen`."""
    before = phrase.tokens[0] - 1
    return scene.words[before].tag == "KON" or scene.words[before].text == ","


def _can_act(scene: Scene, phrase: Phrase, several: bool) -> bool:
    """Whether a phrase can be the subject of a verb by its form: not `Gruppen, die der Hamas Schwäche vorwerfen`."""
    cases = readings(scene.words, phrase.tokens, scene.landmarks.persons)
    return bool(cases & ({"nom p"} if several else {"nom m", "nom f", "nom n"}))


def antecedent(scene: Scene, at: int) -> list[Part]:
    """Who a relative pronoun stands for: the name right before it, or the subject that a copula gives it.

    They are agents; none where nobody known is meant.
    """
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
        return list(named_subject(scene, clause.parent))
    return []
