"""What a verb form says: tense and mood from the form and its lemma, since the tagger gives neither."""

from core.german.grammar import grammar
from core.german.values import Mood


def past(word: str, lemma: str) -> bool:
    """Whether a finite form is past tense: `traf`, `besuchte`, `lud`; a form that could be either is present."""
    word, lemma = word.lower(), lemma.lower()
    if word in grammar().verbs.present or word == lemma or mood(word, lemma) != "indicative":
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
    forms = grammar().verbs
    if word in forms.subjunctive1:
        return "subjunctive1"
    stem = lemma.removesuffix("n").removesuffix("e")
    in_e = {stem + "e", stem.removesuffix("el") + "le"}  # `es handle sich`
    # The tagger takes some past forms for infinitives: `rollten`.
    if word in in_e and len(stem) > 2 and (not stem.endswith("t") or lemma.endswith(forms.stems_in_t)):
        return "subjunctive1"
    if word in forms.subjunctive2 or (word != lemma and word.endswith(forms.subjunctive2_ends)):
        return "subjunctive2"
    return "indicative"


def perfect_with_sein(lemma: str) -> bool:
    """Whether `ist` + participle of this verb tells what happened (`ist gereist`) and not a state (`ist geöffnet`)."""
    return lemma.endswith(grammar().verbs.perfect_with_sein)
