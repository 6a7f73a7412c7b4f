"""Persons named in a sentence, with what the sentence says of them, before it is settled who they are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.actors.description import apposition, role, title_before, with_genitive
from core.actors.knowledge import Knowledge
from core.actors.names import given, joined, sequence
from core.actors.readings import Hit
from core.actors.schema import Gender
from core.actors.titles import Title, title_at
from core.actors.verbs import infinitive
from core.actors.words import loose, without_genitive
from core.model import Sentence, Token


@dataclass(frozen=True, slots=True, eq=False)
class PersonName:
    """A person's name in the text.

    Attributes:
        start, end: its characters.
        first, last: its tokens.
        words: its words, as written.
        strong: a title, a given name or an apposition proves that this is one person.
        sure: that, or a verb of speech or an age beside it says so.
        title: the title before it or in apposition after it.
        role: the role as the text gives it.
        candidates: the known persons of that full name.
        compound: it is a link of a compound (`Merkel-Besuch`).
    """

    start: int
    end: int
    first: int
    last: int
    words: tuple[str, ...]
    strong: bool
    sure: bool
    title: Title | None = None
    role: str | None = None
    gender: Gender | None = None
    candidates: tuple[str, ...] = ()
    compound: bool = False


def people(
    sentence: Sentence, hits: Sequence[Hit], taken: list[bool], knowledge: Knowledge
) -> tuple[list[PersonName], list[Title]]:
    """The persons named in a sentence, and all titles in it.

    `taken` marks the tokens of other actors; those of known persons are marked as well.
    """
    tokens = sentence.tokens
    titles = [title for i in range(len(tokens)) if (title := title_at(tokens, i, knowledge))]
    ends = {title.last: title for title in titles}
    compounds = {hit.last: hit.first for hit in hits if not hit.whole}
    persons = _known(tokens, hits, taken, ends, knowledge)
    if sentence.kind == "byline" and not any(taken):
        return _byline(sentence, knowledge), titles
    i = 0
    while i < len(tokens):
        end = i if taken[i] else sequence(tokens, i, taken, knowledge)
        if end == i and not taken[i] and i and _is_surname(tokens, i, ends, knowledge):
            end = i + 1
        if i < end - 1 and (i in ends or tokens[i].text in knowledge.patterns.honorifics):
            i += 1  # "Richter Klaus Tolksdorf", with the title tagged as a name
            continue
        if end > i and not (end == i + 1 and i in ends and tokens[i].tag == "NN"):
            persons.append(_unknown(sentence, i, end, ends, compounds, knowledge))
        i = max(end, i + 1)
    persons += _partners(tokens, persons, knowledge)
    return _listed(tokens, sorted(persons, key=lambda name: name.start)), titles


def _listed(tokens: Sequence[Token], persons: Sequence[PersonName]) -> list[PersonName]:
    """The persons with those made sure whom `und` joins to one, or whom a list has between two: `A B, C D und E F`."""
    clear = {
        end for person in persons if person.strong and len(person.words) > 1 for end in (person.first, person.last)
    }
    listed: list[PersonName] = []
    for person in persons:
        before, after = person.first - 1, person.last + 1
        joins_before = before > 0 and before - 1 in clear and tokens[before].text in _LISTING
        joins_after = after + 1 < len(tokens) and after + 1 in clear and tokens[after].text in _LISTING
        by_and = (joins_before and tokens[before].text != ",") or (
            joins_after and tokens[after].text != "," and (not before + 1 or tokens[before].tag not in _NO_LIST)
        )
        sure = person.sure or (len(person.words) > 1 and (by_and or (joins_before and joins_after)))
        listed.append(person if sure == person.sure else replace(person, sure=True))
    return listed


_LISTING = frozenset({",", "und", "sowie"})
_NO_LIST = frozenset({"ART", "APPR", "APPRART", "ADJA", "NE"})


def _partners(tokens: Sequence[Token], persons: Sequence[PersonName], knowledge: Knowledge) -> Iterator[PersonName]:
    """The first of two who share a surname: `Jana und Otto Muster`."""
    taken = {i for person in persons for i in range(person.first, person.last + 1) if person.strong}
    for person in persons:
        i = person.first - 2
        if i < 0 or i in taken or tokens[i + 1].text != "und" or len(person.words) != 2:
            continue
        alone = not i or tokens[i - 1].tag not in {"NE", "FM"}
        if alone and given(tokens[i].text, knowledge) and given(person.words[0], knowledge):
            words = (tokens[i].text, person.words[1])
            gender = knowledge.gender(words[0])
            yield PersonName(tokens[i].start, tokens[i].end, i, i, words, strong=True, sure=True, gender=gender)


def _is_surname(tokens: Sequence[Token], i: int, ends: Mapping[int, Title], knowledge: Knowledge) -> bool:
    """Whether a noun is a surname: after a form of address, or a known person's after a title."""
    token = tokens[i]
    if token.tag not in {"NN", "NNA"} or not token.text[0].isupper() or i in ends:
        return False
    if tokens[i - 1].text in knowledge.patterns.address:
        return True
    forms = (loose(token.text), loose(without_genitive(token.text)))
    return i - 1 in ends and any(form in knowledge.surnames for form in forms)


def _byline(sentence: Sentence, knowledge: Knowledge) -> list[PersonName]:
    """The name that a line of two or three words names as the text's author: all capitals, or with a given name."""
    tokens = [t for t in sentence.tokens if t.text.lower() not in {"von", "by"}]
    words = tuple(token.text for token in tokens)
    if not 2 <= len(words) <= 3 or not all(word[0].isupper() and word.isalpha() for word in words):
        return []
    if not any(word.isupper() or given(word, knowledge) for word in words):
        return []
    first = len(sentence.tokens) - len(tokens)
    last = len(sentence.tokens) - 1
    return [PersonName(tokens[0].start, tokens[-1].end, first, last, words, strong=True, sure=True)]


def _known(
    tokens: Sequence[Token], hits: Sequence[Hit], taken: list[bool], ends: Mapping[int, Title], knowledge: Knowledge
) -> list[PersonName]:
    """The persons of known names, with the given names that stand before these; marks their tokens in `taken`."""
    known_persons = []
    for hit in hits:
        persons = [a for a in hit.aliases if a.actor_id and knowledge.actors[a.actor_id].kind == "person"]
        if not persons or taken[hit.first]:
            continue
        titled = hit.whole and hit.first - 1 in ends
        if not titled and any(a.use == "context" for a in persons):
            continue  # "Salman", "Franziskus": only with a title
        first = hit.first
        if hit.whole and first > 1 and tokens[first - 1].text in knowledge.names_of.nobiliary:
            first -= _is_given(tokens[first - 2], knowledge)  # "Karl-Theodor Freiherr zu Guttenberg"
        while hit.whole and first and not taken[first - 1] and _is_given(tokens[first - 1], knowledge):
            first -= 1  # "Muhammad Husni Mubarak", known as Husni Mubarak
        before = title_before(tokens, first, hit.last + 1, ends) if hit.whole else None
        title = before or apposition(tokens, hit.last, ends)
        known_persons.append(
            PersonName(
                min(hit.start, tokens[first].start) if hit.whole else hit.start,
                hit.end,
                first,
                hit.last,
                persons[0].words,
                strong=True,
                sure=True,
                title=title,
                candidates=tuple(dict.fromkeys(a.actor_id for a in persons)),
                compound=not hit.whole,
            )
        )
        taken[first : hit.last + 1] = [True] * (hit.last + 1 - first)
    return known_persons


def _is_given(token: Token, knowledge: Knowledge) -> bool:
    return token.tag == "NE" and given(token.text, knowledge)


def _unknown(
    sentence: Sentence,
    i: int,
    end: int,
    ends: Mapping[int, Title],
    compounds: Mapping[int, int],
    knowledge: Knowledge,
) -> PersonName:
    """The person of no known name whom the tokens from `i` to `end` name.

    `ends` are the titles by their last token, `compounds` the first tokens of compounds by their last.
    """
    tokens = sentence.tokens
    words = joined(tokens[i:end])
    many = len(words) > 1
    before = _title_in_front(tokens, i, end, ends, knowledge, many=many)
    called = many and i > 0 and tokens[i - 1].text == "namens"
    addressed = i > 0 and (called or tokens[i - 1].text in knowledge.patterns.honorifics)
    after = apposition(tokens, end - 1, ends) if before is None else None
    named = many and given(words[0], knowledge) and not _is_where(tokens, i, knowledge)
    strong = named or before is not None or addressed or (many and after is not None)
    abbreviation = words[0].isupper() and len(words[0]) < _LONGEST_ABBREVIATION
    if not many and not addressed and (tokens[i].tag == "NN" or abbreviation):
        strong = False
    title = before or (after if many or strong else None)
    gender = _gender(words, title, tokens[i - 1].text if i else "", knowledge)
    begins = compounds.get(title.last, title.last) if title is not None else 0
    return PersonName(
        tokens[i].start,
        tokens[end - 1].end,
        i,
        end - 1,
        words,
        strong=strong,
        sure=strong or (many and _is_shown(tokens, i, end, ends, knowledge)),
        title=title,
        role=role(tokens, title, begins, i, gender, knowledge) if title is not None else None,
        gender=gender,
    )


def _title_in_front(
    tokens: Sequence[Token], i: int, end: int, ends: Mapping[int, Title], knowledge: Knowledge, *, many: bool
) -> Title | None:
    """The title before a name and its forms of address; with `many` words to the name, before a genitive too."""
    k = i - 1
    while k > 0 and tokens[k].text in knowledge.patterns.honorifics and k not in ends:
        k -= 1
    title = title_before(tokens, k + 1, end, ends) or (with_genitive(tokens, k, ends) if many else None)
    if title is not None and not many and title.noun in knowledge.patterns.kin and not _has_article(tokens, title):
        return None  # "Bruder Leichtfuß"
    return title


def _is_where(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> bool:
    """Whether what stands before token `i` makes it a place: `in Maria Gugging`, `die Insel Isla Margarita`."""
    return i > 0 and (tokens[i - 1].text.lower() == "in" or tokens[i - 1].text in knowledge.place_nouns)


def _has_article(tokens: Sequence[Token], title: Title) -> bool:
    return title.first > 0 and tokens[title.first - 1].tag in {"ART", "PPOSAT", "APPRART"}


_LONGEST_ABBREVIATION = 7


def _gender(words: Sequence[str], title: Title | None, before: str, knowledge: Knowledge) -> Gender | None:
    addressed = knowledge.patterns.gendered_address.items()
    if gender := next((gender for gender, words in addressed if before in words), None):
        return gender
    if title is not None and title.feminine:
        return "f"
    named = knowledge.gender(words[0]) if len(words) > 1 else None
    return named or ("m" if title is not None and title.offices else None)


def _is_shown(tokens: Sequence[Token], i: int, end: int, ends: Mapping[int, Title], knowledge: Knowledge) -> bool:
    """Whether what stands beside a name that no list knows shows that it is a person's."""
    described = end + 1 < len(tokens) and tokens[end].text == "(" and end + 1 in ends
    withheld = bool(_INITIAL.fullmatch(tokens[end - 1].text)) and not _is_where(tokens, i, knowledge)
    return described or withheld or speaks(tokens, i, end, knowledge) or _has_age(tokens, end)


_INITIAL = re.compile(r"[A-ZÄÖÜ]\.")
"""A surname that is withheld: `Amar B. wurde festgenommen`."""


def speaks(tokens: Sequence[Token], i: int, end: int, knowledge: Knowledge) -> bool:
    """Whether a verb of speech stands right before or after the name."""
    near = (j for j in (i - 1, end) if 0 <= j < len(tokens) and tokens[j].tag == "VVFIN")
    return any(infinitive(tokens, j) in knowledge.patterns.speech_verbs for j in near)


def _has_age(tokens: Sequence[Token], end: int) -> bool:
    """Whether an age in brackets follows: `(45)`."""
    bracket = [token.text for token in tokens[end : end + 3]]
    return len(bracket) == 3 and bracket[0] == "(" and bracket[1].isdigit() and bracket[2] in {")", ","}
