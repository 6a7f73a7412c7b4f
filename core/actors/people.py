"""Persons named in a sentence, with what the sentence says of them, before it is settled who they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.actors.knowledge import Knowledge
from core.actors.names import given, joined, sequence
from core.actors.readings import Hit
from core.actors.schema import Gender
from core.actors.titles import Title, singular, title_at
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
    """The persons named in a sentence, and all titles in it. `taken` marks the tokens of other actors."""
    tokens = sentence.tokens
    titles = [title for i in range(len(tokens)) if (title := title_at(tokens, i, knowledge))]
    ends = {title.last: title for title in titles}
    found = _known(tokens, hits, taken, ends, knowledge)
    if sentence.kind == "byline" and not any(taken):
        return _byline(sentence), titles
    i = 0
    while i < len(tokens):
        end = i if taken[i] else sequence(tokens, i, taken, knowledge)
        if end == i and not taken[i] and i and _is_surname(tokens, i, ends, knowledge):
            end = i + 1
        while i < end - 1 and (i in ends or tokens[i].text in knowledge.patterns.honorifics):
            i += 1  # "Richter Klaus Tolksdorf", with the title tagged as a name
        if end > i and not (end == i + 1 and i in ends and tokens[i].tag == "NN"):
            found.append(_unknown(sentence, i, end, ends, knowledge))
        i = max(end, i + 1)
    return sorted(found, key=lambda name: name.start), titles


def _is_surname(tokens: Sequence[Token], i: int, ends: Mapping[int, Title], knowledge: Knowledge) -> bool:
    """Whether a noun is a surname: after a form of address, or a known person's after a title."""
    token = tokens[i]
    if token.tag not in {"NN", "NNA"} or not token.text[0].isupper() or i in ends:
        return False
    if tokens[i - 1].text in knowledge.patterns.address:
        return True
    forms = (loose(token.text), loose(without_genitive(token.text)))
    return i - 1 in ends and any(form in knowledge.surnames for form in forms)


def _byline(sentence: Sentence) -> list[PersonName]:
    """The name that a line of two or three capital words names as the text's author."""
    tokens = [t for t in sentence.tokens if t.text.lower() not in {"von", "by"}]
    words = tuple(token.text for token in tokens)
    if not 2 <= len(words) <= 3 or not all(word[0].isupper() and word.isalpha() for word in words):
        return []
    first = len(sentence.tokens) - len(tokens)
    last = len(sentence.tokens) - 1
    return [PersonName(tokens[0].start, tokens[-1].end, first, last, words, strong=True, sure=True)]


def _known(
    tokens: Sequence[Token], hits: Sequence[Hit], taken: list[bool], ends: Mapping[int, Title], knowledge: Knowledge
) -> list[PersonName]:
    found = []
    for hit in hits:
        persons = [a for a in hit.aliases if a.actor_id and knowledge.actors[a.actor_id].kind == "person"]
        if not persons or taken[hit.first]:
            continue
        before = ends.get(hit.first - 1) if hit.whole else None
        if before is None and any(a.use == "context" for a in persons):
            continue  # "Salman", "Franziskus": only with a title
        before = before or (_with_comma(tokens, hit.first, hit.last + 1, ends) if hit.whole else None)
        title = before or _apposition(tokens, hit.last, ends)
        found.append(
            PersonName(
                hit.start,
                hit.end,
                hit.first,
                hit.last,
                persons[0].words,
                strong=True,
                sure=True,
                title=title,
                candidates=tuple(dict.fromkeys(a.actor_id for a in persons)),
                compound=not hit.whole,
            )
        )
        taken[hit.first : hit.last + 1] = [True] * (hit.last + 1 - hit.first)
    return found


_APPOSITION = 6  # words between the comma and the end of the title: "Klara Muster, die erste gewählte Präsidentin"


def _apposition(tokens: Sequence[Token], last: int, ends: Mapping[int, Title]) -> Title | None:
    """The title in `Jun Nagashima, Professor an ...`."""
    if last + 1 < len(tokens) and tokens[last + 1].text in {"von", "vom", "aus"}:  # "Lea Muster von Beispiel AG, ..."
        last = next((i - 1 for i in range(last + 2, min(last + 6, len(tokens))) if tokens[i].text == ","), last)
    if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
        return None
    for i in range(last + 2, min(last + 2 + _APPOSITION, len(tokens))):
        if tokens[i].tag in {"NN", "NE", "NNA"}:
            return ends.get(i)
        if tokens[i].tag not in {"ART", "ADJA", "ADV", "CARD"}:
            return None
    return None


def _unknown(sentence: Sentence, i: int, end: int, ends: Mapping[int, Title], knowledge: Knowledge) -> PersonName:
    tokens = sentence.tokens
    words = joined(tokens[i:end])
    many = len(words) > 1
    k = i - 1
    while k > 0 and tokens[k].text in knowledge.patterns.honorifics and k not in ends:
        k -= 1
    before = _with_comma(tokens, i, end, ends) or ends.get(k) or (_with_genitive(tokens, k, ends) if many else None)
    addressed = i > 0 and tokens[i - 1].text in knowledge.patterns.honorifics
    apposition = _apposition(tokens, end - 1, ends) if before is None else None
    where = i > 0 and (tokens[i - 1].text.lower() == "in" or tokens[i - 1].text in knowledge.place_nouns)
    named = many and given(words[0], knowledge) and not where  # "in Maria Gugging", "die Insel Isla Margarita"
    strong = named or before is not None or addressed or (many and apposition is not None)
    abbreviation = words[0].isupper() and len(words[0]) < _LONGEST_ABBREVIATION
    if not many and not addressed and (tokens[i].tag == "NN" or abbreviation):
        strong = False
    title = before or (apposition if many or strong else None)
    return PersonName(
        tokens[i].start,
        tokens[end - 1].end,
        i,
        end - 1,
        words,
        strong,
        strong or (many and (_speaks(tokens, i, end, knowledge) or _age(tokens, end))),
        title,
        _role(tokens, title, i, knowledge),
        _gender(words, title, tokens[i - 1].text if i else "", knowledge),
    )


_LONGEST_ABBREVIATION = 7
_LONGEST_ROLE = 8


def _role(tokens: Sequence[Token], title: Title | None, first: int, knowledge: Knowledge) -> str | None:
    """The role in the words of the text: the title up to the name, or in apposition with what follows it."""
    if title is None or title.noun in knowledge.patterns.address:
        return None
    if title.last < first:
        comma = next((j for j in range(title.last + 1, first) if tokens[j].text == ","), None)
        noun = first - title.last < _LONGEST_ROLE and tokens[first - 1].tag == "NN"
        end = comma or (first if noun else title.last + 1)
    else:
        end = title.last + 1
        while end < len(tokens) and end - title.last < _LONGEST_ROLE and tokens[end].tag in _ROLE:
            end += 1
        while tokens[end - 1].tag not in {"NN", "NE", "NNA", "FM"}:
            end -= 1
    return " ".join([_nominative(tokens[title.last]), *(token.text for token in tokens[title.last + 1 : end])])


def _with_comma(tokens: Sequence[Token], i: int, end: int, ends: Mapping[int, Title]) -> Title | None:
    """The title before a comma and a name in apposition: `der Sprecher der Polizei, Oberst Otto Muster, ...`.

    A comma or the sentence's end must follow the name, so that it is no list.
    """
    if end >= len(tokens) or tokens[end].text not in {",", ".", ":"}:
        return None
    rank = ends.get(i - 1)
    comma = (rank.first if rank is not None else i) - 1
    if comma < 1 or tokens[comma].text != ",":
        return None
    found = None
    for k in range(comma - 1, max(-1, comma - 1 - _LONGEST_ROLE), -1):
        if tokens[k].tag not in _ROLE:
            break
        title = ends.get(k)
        if title is not None and _is_one(tokens, title) and (k + 1 == comma or _goes_on(tokens[k + 1])):
            found = title
    return found


def _is_one(tokens: Sequence[Token], title: Title) -> bool:
    """Whether a title begins the sentence or has an article, and is no plural."""
    if title.first == 0:
        return True
    article = tokens[title.first - 1].text.lower()
    return article in {"der", "dem", "den", "des", "zum", "vom"} or (article in {"die", "zur"} and title.feminine)


def _goes_on(token: Token) -> bool:
    """Whether the token after a title begins what says whose it is."""
    return token.tag in {"APPR", "APPRART"} or token.text in {"der", "des"} or token.text.endswith("s")


def _nominative(title: Token) -> str:
    """A title as it stands alone: `Premierministers` -> `Premierminister`."""
    if "-" in title.text:
        return title.text[: len(singular(title.text))]
    return title.lemma if title.lemma[:1].isupper() and title.tag == "NN" else title.text


def _with_genitive(tokens: Sequence[Token], k: int, ends: Mapping[int, Title]) -> Title | None:
    """The title before a genitive: `Mitglied des japanischen Unterhauses Kenji Muster`."""
    if k < 2 or tokens[k].tag != "NN":
        return None
    i = k - 1
    while i > 0 and tokens[i].tag == "ADJA":
        i -= 1
    if tokens[i].text not in {"des", "der"} or not (title := ends.get(i - 1)):
        return None
    return title._replace(modifiers=(*title.modifiers, *(token.text for token in tokens[i + 1 : k])))


_ROLE = frozenset({"NN", "NE", "NNA", "FM", "ART", "ADJA", "APPR", "APPRART", "CARD"})


def _gender(words: Sequence[str], title: Title | None, before: str, knowledge: Knowledge) -> Gender | None:
    if before in {"Frau", "Herr", "Herrn"}:
        return "f" if before == "Frau" else "m"
    if title is not None and title.feminine:
        return "f"
    named = knowledge.gender(words[0]) if len(words) > 1 else None
    return named or ("m" if title is not None and title.offices else None)


def _speaks(tokens: Sequence[Token], i: int, end: int, knowledge: Knowledge) -> bool:
    """Whether a verb of speech stands right before or after the name."""
    near = (j for j in (i - 1, end) if 0 <= j < len(tokens) and tokens[j].tag == "VVFIN")
    return any(infinitive(tokens, j) in knowledge.patterns.speech_verbs for j in near)


def _age(tokens: Sequence[Token], end: int) -> bool:
    """Whether an age in brackets follows: `(45)`."""
    bracket = [token.text for token in tokens[end : end + 3]]
    return len(bracket) == 3 and bracket[0] == "(" and bracket[1].isdigit() and bracket[2] in {")", ","}
