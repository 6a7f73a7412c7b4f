"""The words of a clause's verb complex to what they say together: lemma, tense, mood, voice, modal, negation."""

from collections.abc import Sequence

from core.german import verbs
from core.german.grammar import grammar
from core.german.tags import FINITE_OR_IMPERATIVE, NON_FINITE, without_signs
from core.german.values import Tense, Verb
from core.model import Token

_INFINITIVES = frozenset({"VAINF", "VMINF", "VVINF"})


def verb_complex(
    own: Sequence[int], shared: Sequence[int], tokens: Sequence[int], *, verb_last: bool, words: Sequence[Token]
) -> Verb | None:
    """The verb of a clause, or None where it has none.

    Args:
        own: the verb forms and separated particles of the clause, in order.
        shared: the auxiliaries that it takes from the clause it goes on with: `wurde vereinbart und unterzeichnet`.
        tokens: all tokens of the clause.
        verb_last: whether its finite verb stands last, as in a subordinate clause.
        words: the tokens of the sentence, which all the numbers are indices into.
    """
    if not own:
        return None
    group = [*shared, *own]
    finite = next((i for i in group if words[i].tag in FINITE_OR_IMPERATIVE), None)
    if finite is None and verb_last and words[own[-1]].tag in _INFINITIVES:
        finite = own[-1]  # a plural present looks like an infinitive
    main = _main(own, finite, tokens, words)
    lemma = words[main].lemma.lower()
    if main == finite:
        lemma = _with_particle(lemma, own, words)
    auxiliaries = [words[i].lemma.lower() for i in group if i != main and words[i].tag[:2] == "VA"]
    form = words[finite] if finite is not None else None
    received = auxiliaries == ["werden"] and lemma in grammar().verbs.received
    plural = finite is None and not shared and _is_plural(main, tokens, words)
    past = words[main].tag == "VVPP" or _is_perfect(main, group, words) or _is_misread(main, finite, tokens, words)
    participle = past and not received and not plural
    passive = participle and ("werden" in auxiliaries or _statal(auxiliaries, lemma))
    return Verb(
        lemma=lemma,
        at=main,
        tokens=tuple(own),
        tense=_tense(form, auxiliaries, participle, passive),
        mood=verbs.mood(form.text, form.lemma) if form else "indicative",
        passive=passive,
        modal=next((words[i].lemma.lower() for i in group if i != main and words[i].tag[:2] == "VM"), ""),
        negated=_negated(tokens, words),
        reflexive=any(words[i].tag == "PRF" and not _is_of_others(words[i], form, tokens, words) for i in tokens),
    )


def _is_of_others(pronoun: Token, finite: Token | None, tokens: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether `mich` or `mir` stands beside a verb of which somebody else is the subject: `Lund hat mich entlassen`."""
    if pronoun.text.lower() not in {"mich", "mir"} or finite is None or not finite.text.endswith(("t", "d")):
        return False
    return all(words[i].text.lower() != "ich" for i in tokens)  # `ich fand mich wieder`


def auxiliaries(own: Sequence[int], words: Sequence[Token]) -> list[int]:
    """The finite auxiliary or modal of a verb complex, for the clause that goes on with it."""
    return [i for i in own if words[i].tag in {"VAFIN", "VMFIN"}]


def _main(own: Sequence[int], finite: int | None, tokens: Sequence[int], words: Sequence[Token]) -> int:
    """The verb that carries the meaning: a finite full verb, or else the last participle or infinitive."""
    if finite is not None and words[finite].tag in {"VVFIN", "VVIMP"}:
        return finite
    lexical = [i for i in own if words[i].tag in NON_FINITE or (i != finite and _is_infinitive(words[i]))]
    if not lexical and _is_misread(own[-1], finite, tokens, words):
        return own[-1]
    if lexical:
        return lexical[-1]
    if finite is not None:
        return finite
    return next((i for i in own if words[i].tag[0] == "V"), own[0])


def _is_perfect(main: int, group: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether an infinitive beside `haben` is a participle of the same form: `hat Hilfe erhalten`, no `zu erhalten`."""
    beside = {words[i].lemma.lower() for i in group if i != main and words[i].tag[0] == "V"}
    infinitive = words[main].tag == "VVINF" or _is_infinitive(words[main])
    return infinitive and beside == {"haben"} and words[main - 1].tag != "PTKZU"


def _is_misread(at: int, finite: int | None, tokens: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether what the tagger took for finite is a participle at the end of a bracket: `wird der Bau beschleunigt`.

    Weak verbs with a prefix that stays have one form for both.
    """
    word = words[at]
    if any(i > at for i in without_signs(tokens, words)):
        return False  # `sind verstärkt im Norden`
    if finite is None or words[finite].tag != "VAFIN" or word.tag != "VVFIN" or at <= finite:
        return False
    weak = word.text.lower() in {word.lemma.lower().removesuffix("n").removesuffix("e") + end for end in ("t", "et")}
    joined = any(one.tag in {"$,", "KOKOM", "KOUS"} for one in words[finite:at])  # `wäre etwas, wie es Oslo bekommt`
    return weak and not joined and word.text.lower().startswith(_PREFIXES)


_PREFIXES = ("be", "ge", "er", "ver", "zer", "ent", "emp", "über", "unter", "miss")


def _is_infinitive(word: Token) -> bool:
    """Whether a form that the tagger took for a plural looks like the infinitive: `müsse die Grenze schließen`."""
    return word.tag == "VVFIN" and word.text.lower() == word.lemma.lower()


def _is_plural(main: int, tokens: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether a participle without auxiliary is a plural present, which looks like it: `Die Länder beraten in Oslo`.

    At the end of what a headline says it is one: `Zwei Männer aus der Haft entlassen`.
    """
    at, behind = tokens.index(main), [i for i in tokens if i > main and words[i].tag[0] != "$"]
    return bool(at and behind) and words[main].text == words[main].lemma


def _with_particle(lemma: str, own: Sequence[int], words: Sequence[Token]) -> str:
    """The lemma of a finite verb with the particle that stands apart from it, unless the tagger has put it there."""
    particle = next((words[i].text.lower() for i in reversed(own) if words[i].tag == "PTKVZ"), "")
    return lemma if lemma.startswith(particle) else particle + lemma


def _statal(auxiliaries: Sequence[str], lemma: str) -> bool:
    return auxiliaries == ["sein"] and not verbs.perfect_with_sein(lemma)


def _tense(form: Token | None, auxiliaries: Sequence[str], participle: bool, passive: bool) -> Tense:
    """The tense, where `form` is the finite verb and `auxiliaries` are the lemmas beside the verb of meaning."""
    if form is None:
        return "perfect" if participle else "present"
    is_past = verbs.past(form.text, form.lemma)
    simple: Tense = "past" if is_past else "present"
    if passive and auxiliaries == ["sein"]:  # a state: `sind beteiligt`
        return simple
    auxiliary = form.lemma.lower() if form.tag[:2] == "VA" else ""
    if participle and auxiliary in {"haben", "sein"}:
        return "pluperfect" if is_past else "perfect"
    if auxiliary == "werden" and ((not participle and "werden" in auxiliaries) or "werden" in auxiliaries[1:]):
        return "future"
    return simple


def _negated(tokens: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether a negation stands in the clause that is not taken back by the word after it (`nicht nur`)."""
    known = grammar().verbs
    for i, after in zip(tokens, [*tokens[1:], None], strict=True):
        if words[i].text.lower() in known.negations:
            following = words[after].text.lower() if after is not None else ""
            if following not in known.not_negated:
                return True
    return False
