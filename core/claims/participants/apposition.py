"""Who is named in apposition to a phrase, in brackets behind it, or beside it with the same part."""

from collections.abc import Sequence

from core.claims.lexicon import nouns_of, role_words
from core.claims.participants.affiliation import is_private
from core.claims.participants.parts import Part
from core.claims.participants.phrase import parts_of_phrase
from core.claims.scene import Scene
from core.german.compounds import is_among
from core.german.phrases import Phrase, before_preposition
from core.german.tags import PRONOUNS
from core.model import Mention


def apposed_persons(scene: Scene, at: int, subjects: Sequence[int]) -> list[Part]:
    """The person named after the last subject, which names none, and a comma: `der Chef der Truppen, Bo Lund, …`.

    `subjects` are the phrases of the clause that are its subject, by number. All that the phrase behind the comma names
    are given; none where there is no such phrase.
    """
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
    return [part for part in parts_of_phrase(scene, phrase) if scene.analysis.kinds[part.mention.actor_id] == "person"]


def is_named_after_title(scene: Scene, at: int, phrase: Phrase, mention: Mention) -> bool:
    """Whether a person's name stands after the attribute of a title: `der Vorsitzende des Ausschusses Bo Lund`.

    `phrase` is the one that `mention` stands in; the title is the subject's.
    """
    if phrase.function != "attribute" or phrase.host is None or scene.analysis.kinds[mention.actor_id] != "person":
        return False
    first = scene.words[phrase.tokens[0]]
    host = scene.phrases[at][phrase.host]
    titled = host.function == "subject" and not is_private(scene.words[host.head])
    return titled and mention.start > first.start and not mention.text.endswith("s")


def long_form(scene: Scene, at: int, phrase: Phrase) -> Phrase | None:
    """The phrase for a body, itself no name, that brackets give the short name of: `das Institut für Muster (IFM)`."""
    phrases, words = scene.phrases[at], scene.words
    k = phrases.index(phrase) - 1
    behind = phrase.tokens[-1] + 1
    if k < 0 or [words[phrase.tokens[0] - 1].text, *(word.text for word in words[behind : behind + 1])] != ["(", ")"]:
        return None
    end = phrase.tokens[0] - 2
    while k >= 0 and phrases[k].tokens[-1] == end and not parts_of_phrase(scene, phrases[k]):
        if is_among(words[phrases[k].head], nouns_of("body")) or scene.mentions.get(phrases[k].head):
            return phrases[k]  # `das Institut für Muster`, `das UN-Kommissariat`
        end = phrases[k].tokens[0] - (2 if phrases[k].preposition else 1)
        k -= 1
    return None


def shares_part_of(scene: Scene, at: int, phrase: Phrase) -> Phrase | None:
    """The phrase whose part another one has, too: `Länder, darunter Norwegen`, `neben Finnland auch gegen Norwegen`."""
    phrases, order = scene.phrases[at], scene.clauses[at].tokens
    if (named := long_form(scene, at, phrase)) is not None:
        return named
    if scene.words[phrase.tokens[0] - 1].text.lower() == "namens":
        return before_preposition(phrases, phrase)
    if phrase.preposition in role_words().beside:
        too = next((i for i in order if i > phrase.head and scene.words[i].text.lower() in role_words().too), None)
        return next((other for other in phrases if too is not None and other.head > too), None)
    k = phrases.index(phrase)
    while k and (gap := _between(scene, phrases[k - 1], phrases[k])) in (["und"], ["oder"], ["sowie"]):
        k -= 1
    if not k or gap[:1] != [","] or " ".join(gap[1:]) not in role_words().among:
        return None
    whole = phrases[k - 1]
    return phrases[whole.host] if whole.function == "attribute" and whole.host is not None else whole


def _between(scene: Scene, before: Phrase, phrase: Phrase) -> list[str]:
    """The words between two phrases, in small letters."""
    return [word.text.lower() for word in scene.words[before.tokens[-1] + 1 : phrase.tokens[0]]]
