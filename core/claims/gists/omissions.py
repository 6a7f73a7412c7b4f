"""What may be left out of a clause so that it still says the same, or no more than before."""

from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from core.claims.gists.realisation import QUOTES
from core.claims.gists.vocabulary import denying, words
from core.claims.scene import Scene
from core.german.adjectives import is_of_place
from core.german.grammar import grammar
from core.german.phrases import whole
from core.german.tags import DASHES, FINITE, PREPOSITIONS, QUANTIFIERS, is_sign


def out_of_place(scene: Scene, at: int, *, timed: bool) -> set[int]:
    """The words of a clause that have no place in a sentence by itself.

    Those are conjunctions and an adverb in front, adverbs that only join it to what was said before, times, datelines,
    quotation marks, and what is only added.
    """
    left_out, begun = set(scene.dateline) | asides(scene, at, timed=timed) | _behind_dash(scene, at), False
    for i in scene.clauses[at].tokens:
        word = scene.words[i]
        in_front = word.tag in {"KON", "ADV", "PWAV"} and not begun
        joining = in_front or (word.tag in {"ADV", "PROAV"} and word.text.lower() in words().connecting)
        opens = i + 1 < len(scene.words) and scene.words[i + 1].tag in {"KOUS", "KOUI"}  # `nur weil`
        passing_on = joining and (opens or word.text.lower() not in denying())
        if passing_on or _denies_nothing(scene, i) or word.tag in {"KOUS", "KOUI"} or word.text in QUOTES:
            left_out.add(i)
        begun |= not is_sign(word)
    return left_out


def _behind_dash(scene: Scene, at: int) -> frozenset[int]:
    """What is added to a clause behind a dash when all of its verb has been said: `nannte zwei Orte | – eben Häfen`."""
    clause, added = scene.clauses[at], parenthetical(scene, at)
    said = max(clause.verb.tokens) if clause.verb is not None else clause.tokens[-1]
    behind = range(said + 1, clause.tokens[-1])
    dashes = (i for i in behind if scene.words[i].text in DASHES and i not in added)
    dash = next((i for i in dashes if scene.words[i - 1].end < scene.words[i].start), clause.tokens[-1])
    return frozenset(i for i in clause.tokens if i > dash)


def _denies_nothing(scene: Scene, i: int) -> bool:
    """Whether a word is one of two that look like a negation and are none: `nicht zuletzt`."""
    around = [word.text.lower() for word in scene.words[max(i - 1, 0) : i + 2]]
    return any(" ".join(pair) in words().denying_nothing for pair in pairwise(around))


def asides(scene: Scene, at: int, *, timed: bool = False) -> frozenset[int]:
    """The times of a clause, if it is not to be `timed`, and what is in brackets, between dashes or only added."""
    when, tokens = frozenset[int]() if timed else _dates(scene, at), scene.clauses[at].tokens
    aside, bracketed = set(when | parenthetical(scene, at)), False
    for i in range(tokens[0], tokens[-1] + 1):
        word = scene.words[i]
        bracketed |= word.text == "(" and i in tokens
        of_time = _is_preposition(scene, i) and _begins_time(scene, i, when)
        near = word.text.lower() in words().near_times and _begins_time(scene, i + 1, when)
        if i in tokens and (bracketed or of_time or near or word.text == ")"):
            aside.add(i)
        bracketed &= word.text != ")"
    return frozenset(aside)


def _is_preposition(scene: Scene, i: int) -> bool:
    return i < len(scene.words) and scene.words[i].tag in PREPOSITIONS


def _begins_time(scene: Scene, i: int, when: frozenset[int]) -> bool:
    """Whether a time begins at a word, be it with its prepositions: `bis zum Montag`."""
    while _is_preposition(scene, i):
        i += 1
    return i in when


def _dates(scene: Scene, at: int) -> frozenset[int]:
    """The tokens of a clause that say when it was, not how long, and are no part of a phrase that says something else.

    `Im Laufe der Woche` and `dem Ende August ergangenen Urteil` stay whole.
    """
    if n_times(scene, at) > 1:
        return frozenset()  # what is compared with what: `im April gegenüber dem März`
    bound = {
        i
        for phrase in scene.phrases[at]
        if phrase.function == "attribute" or not scene.time_tokens.issuperset(phrase.tokens)
        for i in range(phrase.tokens[0], phrase.tokens[-1] + 1)
    }
    return _times(scene, at) - bound


def n_times(scene: Scene, at: int) -> int:
    """How many stretches of a clause say when it was."""
    inside = _times(scene, at)
    return sum(i - 1 not in inside for i in inside)


def _times(scene: Scene, at: int) -> frozenset[int]:
    """The words of a clause that say when something was, not how long."""
    return scene.time_tokens.intersection(scene.clauses[at].tokens) - scene.durations


def parenthetical(scene: Scene, at: int) -> frozenset[int]:
    """What a clause can be read without, between two dashes, or two commas where it tells who is among these.

    `holte 190 Menschen – darunter viele Kinder – aus dem Zug`.
    """
    tokens, added = scene.clauses[at].tokens, set[int]()
    begin = max(scene.dateline, default=tokens[0] - 2) + 2
    marks = [i for i in range(max(begin, tokens[0]), tokens[-1] + 1) if scene.words[i].text in {",", *DASHES}]
    for begin, end in pairwise(marks):
        inside = range(begin + 1, end)
        first = scene.words[begin + 1].text.lower()
        enclosed = all(scene.words[i].text in DASHES for i in (begin, end)) or first in words().adding
        own = all(i in tokens or is_sign(scene.words[i]) for i in inside)
        if enclosed and own and not any(scene.words[i].tag in FINITE for i in inside):
            added.update(range(begin, end + 1))
    return frozenset(added)


def relative_phrase(scene: Scene, at: int) -> set[int]:
    """The pronoun of a relative clause with its preposition; no words where it has none: `mit dem`."""
    clause = scene.clauses[at]
    phrase = next((p for p in scene.phrases[at] if scene.words[p.head].tag == "PRELS"), None)
    if clause.kind != "relative" or phrase is None or not phrase.preposition:
        return set()
    return {phrase.tokens[0] - 1, *phrase.tokens}


def apposed_before(scene: Scene, at: int, subject: range) -> frozenset[int]:
    """What a subject is said to be before its name: `Der Leiter der Schule, Otto Muster, …`."""
    phrases = scene.phrases[at]
    behind_comma = subject[0] >= 2 and scene.words[subject[0] - 1].text == ","
    before = [k for k in range(len(phrases)) if max(whole(phrases, k)) == subject[0] - 2 and not phrases[k].preposition]
    return frozenset(i for k in before for i in whole(phrases, k)) if behind_comma else frozenset()


def apposed_behind(scene: Scene, subject: range, finite: int) -> range:
    """What stands between commas behind a subject and before its verb: `Bo Lund, ein Linker und der Sprecher, ging`."""
    begin = subject[-1] + 1
    enclosed = begin < finite - 1 and scene.words[begin].text == scene.words[finite - 1].text == ","
    return range(begin, finite) if enclosed else range(0)


def _is_enclosed(scene: Scene, at: int, begin: int) -> bool:
    """Whether what begins behind a comma is an apposition that ends with one, or no phrase of the clause at all."""
    end = next((p.tokens[-1] for p in scene.phrases[at] if p.tokens[0] == begin), None)
    return end is None or end + 1 >= len(scene.words) or scene.words[end + 1].text == ","


def is_denying(scene: Scene, tokens: Iterable[int]) -> bool:
    """Whether one of some words denies what is told, not only what something is like: `bei keiner Firma`."""
    negations = [i for i in tokens if scene.words[i].text.lower() in grammar().verbs.negations]
    return any(scene.words[min(i + 1, len(scene.words) - 1)].tag != "ADJA" for i in negations)


def is_focused(scene: Scene, first: int) -> bool:
    """Whether something is said of a phrase, by its first word, that is not without it: `vor allem | in Oslo`."""
    return first > 1 and scene.words[first - 2].text.lower() in words().focusing


def behind_conjunction(scene: Scene, tokens: list[int]) -> list[int]:
    """The words without the conjunction in front that only joins them to what was said before: `Denn …`."""
    joins = len(tokens) > 1 and scene.words[tokens[0]].text.lower() in words().leading
    return tokens[1:] if joins and scene.words[tokens[0]].tag == "KON" else tokens


def free_adverbs(scene: Scene, at: int) -> frozenset[int]:
    """The adverbs of a clause outside its phrases, but those of negation and number, which change what is said.

    With one goes what measures it: `relativ bald`. What measures something else stays: `einmal mehr`.
    """
    inside = {i for phrase in scene.phrases[at] for i in phrase.tokens}
    kept = denying()
    every = scene.words
    joining = {i for i in scene.clauses[at].tokens if every[i].text.lower() in words().leading | words().connecting}
    adverbs = frozenset(
        i
        for i in scene.clauses[at].tokens
        if (every[i].tag == "ADV" or every[i].text.lower() in words().pointing)
        and i not in inside
        and every[i].text.lower() not in kept
        and (i in joining or every[min(i + 1, len(every) - 1)].text.lower() not in {",", *words().telling_adverbs})
        and every[min(i + 1, len(every) - 1)].tag not in QUANTIFIERS
        and every[min(i + 1, len(every) - 1)].text.lower() not in {"von", "vom"}  # `abseits von Oslo`
        and "KON" not in {every[max(i - 1, 0)].tag, every[min(i + 1, len(every) - 1)].tag}
    )
    return adverbs | {i - 1 for i in adverbs if i and every[i - 1].tag == "ADJD" and i - 1 not in inside}


def free_front(scene: Scene, at: int, finite: int, subject: range, free: Set[str]) -> frozenset[int]:
    """What stands before the verb of a main clause, one phrase with all that belongs to it, if it can be left out.

    That is a phrase behind one of the `free` prepositions.
    """
    front = [i for i in scene.clauses[at].tokens if i < finite and i not in scene.dateline]
    first = next((p for p in scene.phrases[at] if p.tokens[0] in front), None)
    telling = not words().focusing.isdisjoint(scene.words[i].text.lower() for i in front)
    telling |= is_denying(scene, front)
    if scene.clauses[at].kind != "main" or first is None or subject[0] < finite or telling:
        return frozenset()
    circumstance = first.function == "oblique" and (
        first.preposition in free or scene.time_tokens.issuperset(first.tokens)  # `Drei Jahre nach dem Krieg …`
    )
    return frozenset(front) if circumstance else frozenset()


def free_prepositions(scene: Scene, at: int) -> frozenset[str]:
    """The prepositions of a clause that its verb can do without in front, those that complete one if it has an object.

    `Auf Betreiben von X hat das Parlament … beschlossen`; not `Gegen das Urteil will er berufen`.
    """
    has_object = any(phrase.function == "object" for phrase in scene.phrases[at])
    verb = scene.clauses[at].verb
    bound = {"", "als"} if verb is not None and verb.lemma in words().unfinished else {""}  # `nannte als Grund X`
    every = {phrase.preposition for phrase in scene.phrases[at]} - bound
    return frozenset(every if has_object else every - words().completing)


def free_circumstances(scene: Scene, at: int) -> Iterator[frozenset[int]]:
    """The phrases of a clause that can be left out, each with its preposition and attributes.

    The last phrase stays: it stands where the verb's own does (`ins Schleudern kommen`, `in einer Krise stecken`).
    """
    phrases = scene.phrases[at]
    for k, phrase in enumerate(phrases[:-1]):
        asks = any(scene.words[i].tag in {"PWAT", "PWS", "PRELS", "PRELAT"} for i in phrase.tokens)
        if phrase.preposition in words().circumstances and phrase.function == "oblique" and not asks:
            tokens = list(whole(phrases, k))
            follows = scene.words[tokens[-1] + 1]  # what hangs on a phrase would hang on nothing: `Kämpfe mit X`
            timed = tokens[-1] + 2 in scene.time_tokens and follows.text.lower() != "als"  # `nach mehr als drei Tagen`
            hangs = follows.tag in PREPOSITIONS and not timed
            listed = follows.text == "," and not _is_enclosed(scene, at, tokens[-1] + 2)
            head = scene.words[phrase.head]
            apart = tokens[-1] + 1 in scene.time_tokens or head.tag == "NE" or head.lemma in words().measures
            apart |= is_of_place(head)  # `auf dem Linzer | Hauptplatz`
            listed |= apart and follows.tag in {"NN", "NE"}  # `in den Monaten | Juli und August`, `in Lunds | Haus`
            listed |= head.lemma in words().measures and follows.tag == "CARD"  # `in der Höhe | 40 Meter`
            listed |= scene.words[max(tokens[0] - 2, 0)].tag == "KON"  # `in Oslo und | in Bergen`
            joined = hangs or listed or follows.tag in {"KON", "KOUI", "KOKOM"} or follows.text == "statt"
            kept = joined or is_focused(scene, tokens[0]) or is_denying(scene, tokens)
            if tokens[-1] < phrases[-1].tokens[0] and not kept:
                yield frozenset({tokens[0] - 1, *tokens})
