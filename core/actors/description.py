"""What a sentence says a person is: the title before the name or in apposition to it, and the role in its words."""

from collections.abc import Mapping, Sequence

from core.actors.knowledge import Knowledge
from core.actors.schema import Gender
from core.actors.titles import Title, adjectival, singular
from core.german.tags import NOUNS_AND_NAMES
from core.model import Token

_LONGEST_ROLE = 8
_LONGEST_BODY = 12  # words from a title to the comma: its body's name may be long, with the short form in brackets
_LONGEST_APPOSITION = 6  # words between the comma and the title's end: "Klara Muster, die erste gewählte Präsidentin"
_ROLE = frozenset({"NN", "NE", "NNA", "FM", "ART", "ADJA", "APPR", "APPRART", "CARD"})
_INSIDE_BODY = frozenset({"(", ")", "und"})
_CLOSING, _AND = frozenset({",", ".", ":", "("}), frozenset({"und", "sowie", "oder"})


def title_before(tokens: Sequence[Token], i: int, end: int, titles: Mapping[int, Title]) -> Title | None:
    """The title before the name from token `i` to `end`: `General`, or what the comma before that ends."""
    return _with_comma(tokens, i, end, titles) or titles.get(i - 1)


def _with_comma(tokens: Sequence[Token], i: int, end: int, titles: Mapping[int, Title]) -> Title | None:
    """The title before a comma and a name in apposition: `der Sprecher der Polizei, Oberst Otto Muster, ...`.

    So that it is no list, a comma or the sentence's end must follow the name; after a name with a rank, anything but
    `und`.
    """
    rank = titles.get(i - 1)
    if end >= len(tokens) or tokens[end].text in _AND or (rank is None and tokens[end].text not in _CLOSING):
        return None
    comma = (rank.first if rank is not None else i) - 1
    if comma < 1 or tokens[comma].text != ",":
        return None
    leftmost = None
    for k in range(comma - 1, max(-1, comma - 1 - _LONGEST_BODY), -1):
        inside = tokens[k].text in _INSIDE_BODY and leftmost is None  # `der Rat für Handel und Verkehr (RHV), Bo Lund,`
        if tokens[k].tag not in _ROLE and not inside:
            break
        title = titles.get(k)
        if title is not None and _is_one(tokens, title) and (k + 1 == comma or _goes_on(tokens[k + 1])):
            leftmost = title
    return leftmost


def _is_one(tokens: Sequence[Token], title: Title) -> bool:
    """Whether a title begins the sentence or has an article, and is no plural."""
    if title.first == 0:
        return True
    article = tokens[title.first - 1].text.lower()
    return article in {"der", "dem", "den", "des", "zum", "vom"} or (article in {"die", "zur"} and title.feminine)


def _goes_on(token: Token) -> bool:
    """Whether the token after a title begins what says whose it is."""
    return token.tag in {"APPR", "APPRART"} or token.text in {"der", "des"} or token.text.endswith("s")


def with_genitive(tokens: Sequence[Token], k: int, titles: Mapping[int, Title]) -> Title | None:
    """The title before a genitive that ends with token `k`: `Mitglied des japanischen Unterhauses Kenji Muster`."""
    if k < 2 or tokens[k].tag != "NN":
        return None
    i = k - 1
    while i > 0 and tokens[i].tag == "ADJA":
        i -= 1
    if tokens[i].text not in {"des", "der"} or not (title := titles.get(i - 1)):
        return None
    return title._replace(modifiers=(*title.modifiers, *(token.text for token in tokens[i + 1 : k])))


def apposition(tokens: Sequence[Token], last: int, titles: Mapping[int, Title]) -> Title | None:
    """The title in `Jun Nagashima, Professor an ...`, after the name that ends with token `last`."""
    if last + 1 < len(tokens) and tokens[last + 1].text in {"von", "vom", "aus"}:  # "Lea Muster von Beispiel AG, ..."
        last = next((i - 1 for i in range(last + 2, min(last + 6, len(tokens))) if tokens[i].text == ","), last)
    if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
        return None
    for i in range(last + 2, min(last + 2 + _LONGEST_APPOSITION, len(tokens))):
        if tokens[i].tag in {"NN", "NE", "NNA"}:
            return titles.get(i)
        if tokens[i].tag not in {"ART", "ADJA", "ADV", "CARD"}:
            return None
    return None


def role(
    tokens: Sequence[Token], title: Title, begins: int, first: int, gender: Gender | None, knowledge: Knowledge
) -> str | None:
    """The role in the words of the text: the title up to the name, or in apposition with what follows it.

    Args:
        tokens: the sentence.
        title: the person's title.
        begins: the title's first word, where it is one with names before it (`Human Rights Watch-Sprecher`).
        first: the first token of the person's name.
        gender: the person's.
        knowledge: the vocabulary.
    """
    if title.noun in knowledge.patterns.address or title.noun.lower() in knowledge.peoples:
        return None
    if title.last < first:
        comma = next((j for j in range(title.last + 1, first) if tokens[j].text == ","), None)
        noun = first - title.last < _LONGEST_ROLE and tokens[first - 1].tag == "NN"
        end = comma or (first if noun else title.last + 1)
    else:
        end = title.last + 1
        while end < len(tokens) and end - title.last < _LONGEST_ROLE and tokens[end].tag in _ROLE:
            end += 1
        while tokens[end - 1].tag not in NOUNS_AND_NAMES:
            end -= 1
    before, after = tokens[begins : title.last], tokens[title.last + 1 : end]
    return " ".join(
        [*(t.text for t in before), _nominative(tokens[title.last], gender, knowledge), *(t.text for t in after)]
    )


def _nominative(title: Token, gender: Gender | None, knowledge: Knowledge) -> str:
    """A title as it stands alone: `Premierministers` -> `Premierminister`, `Vorsitzenden` -> `Vorsitzender`."""
    both = adjectival(knowledge.patterns.title_endings)
    weak = title.text.removesuffix("n").removesuffix("r")
    if weak.lower().endswith(both):
        return weak if gender == "f" else weak + "r"
    if "-" in title.text:
        return title.text[: len(singular(title.text))]
    return title.lemma if title.lemma[:1].isupper() and title.tag == "NN" else title.text
