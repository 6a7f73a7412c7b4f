"""Persons named in a sentence, with what the sentence says of them, before it is settled who they are."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.actors.knowledge import Knowledge
from core.actors.known import Hit
from core.actors.names import given, sequence
from core.actors.schema import Gender
from core.actors.titles import Title, title_at
from core.model import Sentence, Token


@dataclass(slots=True)
class PersonName:
    """A person's name in the text.

    `candidates` are the known persons of that full name; `sure` says that title, given name or apposition prove a
    person where no list does.
    """

    start: int
    end: int
    first: int
    last: int
    words: tuple[str, ...]
    sure: bool
    title: Title | None = None
    role: str | None = None
    gender: Gender | None = None
    candidates: tuple[str, ...] = ()
    compound: bool = False
    alias: bool = False
    ids: tuple[str, ...] = field(default=())


def people(
    sentence: Sentence, hits: Sequence[Hit], taken: list[bool], knowledge: Knowledge
) -> tuple[list[PersonName], list[Title]]:
    """The persons named in a sentence, and all titles in it. Marks their tokens as taken."""
    tokens = sentence.tokens
    titles = [title for i in range(len(tokens)) if (title := title_at(tokens, i, knowledge))]
    ends = {title.last: title for title in titles}
    found = _known(tokens, hits, taken, ends, knowledge)
    i = 0
    while i < len(tokens):
        end = i if taken[i] else sequence(tokens, i, taken, knowledge)
        if end == i:
            i += 1
            continue
        if (title := ends.get(i)) and end > i and tokens[i].tag == "NN":
            i += 1
            continue
        name = _unknown(tokens, i, end, ends, knowledge)
        if name is not None:
            found.append(name)
            if name.sure and len(name.words) > 1 or name.title:
                taken[i:end] = [True] * (end - i)
        i = end
    return sorted(found, key=lambda n: n.start), titles


def _known(
    tokens: Sequence[Token], hits: Sequence[Hit], taken: list[bool], ends: dict[int, Title], knowledge: Knowledge
) -> list[PersonName]:
    found = []
    for hit in hits:
        persons = [a for a in hit.aliases if a.actor_id and knowledge.actors[a.actor_id].kind == "person"]
        if not persons or len(persons) < len(hit.aliases):
            continue
        if any(a.use == "context" for a in persons) and not _titled(tokens, hit.first, ends):
            continue
        title = ends.get(hit.first - 1) if hit.whole else None
        found.append(
            PersonName(
                hit.start,
                hit.end,
                hit.first,
                hit.last,
                persons[0].words,
                True,
                title or _apposition(tokens, hit.last, ends),
                candidates=tuple(dict.fromkeys(a.actor_id for a in persons)),
                compound=not hit.whole,
            )
        )
        taken[hit.first : hit.last + 1] = [True] * (hit.last + 1 - hit.first)
    return found


def _titled(tokens: Sequence[Token], i: int, ends: dict[int, Title]) -> bool:
    return i - 1 in ends


def _apposition(tokens: Sequence[Token], last: int, ends: dict[int, Title]) -> Title | None:
    """The title in `Jun Nagashima, Professor an ...`, at most four words after the comma."""
    if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
        return None
    for i in range(last + 2, min(last + 7, len(tokens))):
        if tokens[i].tag in {"NN", "NE", "NNA"}:
            return ends.get(i)
        if tokens[i].tag not in {"ART", "ADJA", "ADV", "CARD"}:
            return None
    return None


def _unknown(
    tokens: Sequence[Token], i: int, end: int, ends: dict[int, Title], knowledge: Knowledge
) -> PersonName | None:
    words = tuple(token.text for token in tokens[i:end])
    before = tokens[i - 1] if i else None
    title = ends.get(i - 1)
    honorific = before is not None and before.text in knowledge.patterns.honorifics
    if honorific and title is None and i >= 2:
        title = ends.get(i - 2)
    apposition = None if title else _apposition(tokens, end - 1, ends)
    has_given = given(words[0], knowledge)
    many = len(words) > 1
    sure = bool(
        title
        or honorific
        or (many and has_given)
        or (many and given(words[-1], knowledge))
        or (many and apposition)
        or (many and _speaks(tokens, i, end, knowledge))
        or (many and _age(tokens, end))
    )
    if (
        title is not None
        and before is not None
        and before.tag == "NN"
        and not many
        and tokens[i].tag not in {"NE", "FM"}
    ):
        sure = False
    if not many and words[0].isupper() and len(words[0]) < 7:
        sure = False
    return PersonName(
        tokens[i].start,
        tokens[end - 1].end,
        i,
        end - 1,
        words,
        sure,
        title or apposition,
        gender=_gender(words, title or apposition, before, knowledge),
    )


def _gender(words: Sequence[str], title: Title | None, before: Token | None, knowledge: Knowledge) -> Gender | None:
    if before is not None and before.text in {"Frau", "Herr", "Herrn"}:
        return "f" if before.text == "Frau" else "m"
    if title is not None and title.feminine:
        return "f"
    named = knowledge.gender(words[0]) if len(words) > 1 else None
    return named or ("m" if title is not None and title.offices else None)


def _speaks(tokens: Sequence[Token], i: int, end: int, knowledge: Knowledge) -> bool:
    """Whether a verb of speech stands right before or after the name."""
    near = [tokens[i - 1]] if i else []
    near += tokens[end : end + 1]
    return any(t.tag == "VVFIN" and t.lemma in knowledge.patterns.speech_verbs for t in near)


def _age(tokens: Sequence[Token], end: int) -> bool:
    """Whether an age in brackets follows: `(45)`."""
    return (
        end + 2 < len(tokens)
        and tokens[end].text == "("
        and tokens[end + 1].text.isdigit()
        and tokens[end + 2].text in {")", ","}
    )
