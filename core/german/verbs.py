"""What a verb form says: tense and mood from the form and its lemma, since the tagger gives neither."""

from core.german.grammar import grammar
from core.german.values import Mood


def past(word: str, lemma: str) -> bool:
    """Whether a finite form is past tense: `traf`, `besuchte`, `lud`; a form that could be either is present."""
    word, lemma = word.lower(), lemma.lower()
    if word in grammar().verbs.present or word == lemma:
        return False
    stem = lemma.removesuffix("n").removesuffix("e")
    if word in {stem + ending for ending in ("t", "et", "e", "st", "est")}:
        return False
    if word.endswith(("te", "ten")):
        return True
    if word.endswith("t"):
        return word.endswith(grammar().verbs.past_in_t)
    return True


def mood(word: str, lemma: str) -> Mood:
    """The mood of a finite form, third person taken for granted: `habe` is reported speech, `hätte` is not fact."""
    word, lemma = word.lower(), lemma.lower()
    if word in grammar().verbs.subjunctive2:
        return "subjunctive2"
    if word in grammar().verbs.subjunctive1:
        return "subjunctive1"
    stem = lemma.removesuffix("n").removesuffix("e")
    if word == stem + "e" and len(stem) > 2 and not stem.endswith("t"):
        return "subjunctive1"
    return "indicative"


def perfect_with_sein(lemma: str) -> bool:
    """Whether `ist` + participle of this verb tells what happened (`ist gereist`) and not a state (`ist geöffnet`)."""
    return lemma.endswith(grammar().verbs.perfect_with_sein)
