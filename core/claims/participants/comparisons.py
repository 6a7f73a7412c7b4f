"""Whom others are only compared with, and who is named by comparison because they do the same."""

from core.claims.lexicon import role_words
from core.claims.scene import Scene
from core.german.phrases import Phrase


def is_compared(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase only says whom others are like, or more than: `ähnlich wie Norwegen`, `schneller als Norwegen`.

    Not so one that does the same as the subject (`acts_likewise`), nor one behind a noun, of which it names some
    (`Länder wie Norwegen`).
    """
    first = phrase.tokens[0]
    if first < 2 or scene.words[first - 1].text.lower() not in {"wie", "als"} or acts_likewise(scene, phrase):
        return False
    before = scene.words[first - 2].text.lower()
    return before.startswith(role_words().likened)


def is_example(scene: Scene, at: int) -> bool:
    """Whether the name at a token is in brackets that give examples or what was before: `(nach Norwegen 2008)`."""
    begin = next((i for i in range(at - 1, -1, -1) if scene.words[i].text in {"(", ")"}), -1)
    if begin < 0 or scene.words[begin].text == ")" or begin + 1 == at:
        return False
    return scene.words[begin + 1].text.lower() in role_words().compared


def acts_likewise(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names one who does the same as the subject: `Norwegen hat ebenso wie Finnland …`."""
    before = scene.words[max(0, phrase.tokens[0] - 2) : phrase.tokens[0]]
    return [word.text.lower() for word in before] in (["ebenso", "wie"], ["genauso", "wie"], ["wie", "auch"])
