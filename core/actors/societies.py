"""Societies named by whom they are of: `Bund Deutscher Architekten`, `Verein Freier Händler und Bauern`."""

from collections.abc import Sequence

from core.actors.schema import OrganisationWords
from core.german.adjectives import is_of_place
from core.model import Token


def end_of(tokens: Sequence[Token], i: int, taken: Sequence[bool], words: OrganisationWords) -> int | None:
    """The index behind the name of a society that begins at token `i`; None where none does.

    Behind its noun stand an adjective in the genitive plural with a capital, and a noun, or two joined by `und`.
    `taken` marks the tokens of other actors.
    """
    noun = tokens[i].text.removesuffix("s").removesuffix("e")
    if not {tokens[i].text, noun} & words.societies or i + 2 >= len(tokens):
        return None
    adjective, of = tokens[i + 1 : i + 3]
    capital = is_of_place(adjective) and adjective.tag in {"ADJA", "NN", "NNA"}
    end = i + 3
    if not capital or of.tag not in {"NN", "NNA"} or any(taken[i:end]):
        return None
    behind = tokens[end : end + 2]
    if [token.tag for token in behind] == ["KON", "NN"] and behind[0].text == "und" and not any(taken[end : end + 2]):
        end += 2
    return end
