"""Credits of pictures and signs of agencies, whose photographers and agencies are no actors of the news."""

from core.actors.knowledge import Knowledge
from core.model import Sentence


def credit_tokens(sentence: Sentence, knowledge: Knowledge) -> frozenset[int]:
    """The tokens of the credits in a sentence: brackets that name an agency, and all that follows `Foto:`.

    A bracket with an agency in it is a credit where a slash is in it as well, or nothing but agencies: `(dpa/AFP)`,
    `BERLIN (dpa) –`, `[Köln/dpa]`. So is an agency between bars: `Köln | dpa |`.
    """
    tokens, marks = sentence.tokens, knowledge.patterns.credits
    in_credits: set[int] = set()
    opened: int | None = None
    for i, token in enumerate(tokens):
        if token.text in marks.words and i + 1 < len(tokens) and tokens[i + 1].text == ":":
            return frozenset(in_credits | set(range(i, len(tokens))))
        if token.text in marks.agencies and 0 < i < len(tokens) - 1 and tokens[i - 1].text == tokens[i + 1].text == "|":
            in_credits.add(i)
        if token.text in {"(", "["}:
            opened = i
        elif token.text in {")", "]"} and opened is not None:
            inside = [t.text for t in tokens[opened + 1 : i]]
            agencies = marks.agencies.intersection(inside)
            if agencies and ("/" in inside or agencies.issuperset(inside)):
                in_credits.update(range(opened, i + 1))
            opened = None
    return frozenset(in_credits)
