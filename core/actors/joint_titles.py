"""All titles that a sentence gives to a person, also those joined to the one beside the name: `Rektor und Dekan X`."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from core.actors.mentions import Named
from core.actors.sentences import NamedSentence
from core.actors.titles import Title
from core.model import Token


def titles_given(named: NamedSentence, names: Sequence[Named]) -> Iterator[tuple[str, Title]]:
    """The ids of the persons named in a sentence, each with a title that it gives them.

    Args:
        named: the sentence.
        names: the names in it.
    """
    own = {mention.title.last for mention in names if mention.title is not None}
    free = {title.last: title for title in named.titles if title.last not in own}
    taken = {i for mention in names if mention.title is not None for i in range(mention.first, mention.last + 1)}
    for mention in names:
        if mention.title is not None:
            for title in (mention.title, *_joined(named.sentence.tokens, mention.title, free, taken)):
                yield mention.actor_id, title


def _joined(
    tokens: Sequence[Token], title: Title, free: Mapping[int, Title], taken: Collection[int]
) -> Iterator[Title]:
    """The titles joined to one by `und`, before it or behind it; `free` are those that stand beside no name.

    Between them stands what says whose a title is, or since when: `Direktor der Messe und seit Mai Präsident des
    Verbands`; no other person, no verb and no comma does.
    """
    before = free.get(title.first - 2)
    if before is not None and tokens[title.first - 1].text in _AND:
        yield before
    joint = None
    for i in range(title.last + 1, min(len(tokens), title.last + _FARTHEST)):
        if tokens[i].tag[0] == "V" or tokens[i].tag in {"$,", "$."} or i in taken:
            return
        if tokens[i].text in _AND:
            joint = i
        elif joint is not None and i in free and i - joint <= _LONGEST_TIME:
            yield free[i]
            return


_AND = frozenset({"und", "sowie"})
_FARTHEST = 14  # tokens from a title to another one: what says whose the first is may be long
_LONGEST_TIME = 5  # tokens from `und` to a title: `und seit dieser Woche Präsident`
