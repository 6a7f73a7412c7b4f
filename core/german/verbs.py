"""What a verb form says: tense and mood from the form and its lemma, since the tagger gives neither."""

from typing import Literal

Tense = Literal["present", "past", "perfect", "pluperfect", "future"]
Mood = Literal["indicative", "subjunctive1", "subjunctive2"]

_SUBJUNCTIVE1 = frozenset(
    "sei seien habe werde könne müsse solle wolle dürfe möge wisse gebe gehe komme nehme sehe stehe lasse".split()
)
SUBJUNCTIVE2 = frozenset(
    "wäre wären hätte hätten würde würden könnte könnten müsste müssten dürfte dürften möchte möchten käme kämen gäbe"
    " gäben ginge gingen stünde stünden ließe ließen bliebe blieben täte täten bräuchte fände fänden".split()
)
_PAST_IN_T = (
    "trat",
    "bat",
    "bot",
    "hielt",
    "riet",
    "galt",
    "litt",
    "ritt",
    "schnitt",
    "stritt",
    "glitt",
    "focht",
    "tat",
    "briet",
    "geriet",
)
_AUXILIARY_PRESENT = frozenset(
    "hat haben habe ist sind sei seien bin bist wird werden werde kann können könne muss müssen müsse soll sollen solle"
    " will wollen wolle darf dürfen dürfe mag mögen möge weiß wissen wisse".split()
)
_WITH_SEIN = tuple(
    "reisen kommen gehen treten steigen sterben fallen fliegen fahren laufen kehren bleiben werden sein geschehen passieren"
    " erscheinen entstehen scheitern flüchten fliehen gelingen misslingen folgen wachsen sinken stürzen rücken landen"
    " marschieren begegnen scheiden springen schreiten dringen wandern eintreffen zusammentreffen ausbrechen ausziehen"
    " einziehen abziehen umkommen".split()
)


def past(word: str, lemma: str) -> bool:
    """Whether a finite form is past tense: `traf`, `besuchte`, `lud`; a form that could be either is present."""
    word, lemma = word.lower(), lemma.lower()
    if word in _AUXILIARY_PRESENT or word == lemma:
        return False
    stem = lemma.removesuffix("n").removesuffix("e")
    if word in {stem + ending for ending in ("t", "et", "e", "st", "est")}:
        return False
    if word.endswith(("te", "ten")):
        return True
    if word.endswith("t"):
        return word.endswith(_PAST_IN_T)
    return True


def mood(word: str, lemma: str) -> Mood:
    """The mood of a finite form, third person taken for granted: `habe` is reported speech, `hätte` is not fact."""
    word, lemma = word.lower(), lemma.lower()
    if word in SUBJUNCTIVE2:
        return "subjunctive2"
    if word in _SUBJUNCTIVE1:
        return "subjunctive1"
    stem = lemma.removesuffix("n").removesuffix("e")
    if word == stem + "e" and len(stem) > 2 and not stem.endswith("t"):
        return "subjunctive1"
    return "indicative"


def perfect_with_sein(lemma: str) -> bool:
    """Whether `ist` + participle of this verb tells what happened (`ist gereist`) and not a state (`ist geöffnet`)."""
    return lemma.endswith(_WITH_SEIN)
