"""What a claim tells, in the words of its sentence and in the order of a main clause: its event's title is made of it.

Nothing is added and no phrase is cut: whole phrases are taken over, moved behind the verb, or left out. `dass X am
Montag den Vertrag unterzeichnet hat` gives `X` and `hat den Vertrag unterzeichnet`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from core.claims import triggers
from core.claims.scene import CLOSING_QUOTES, OPENING_QUOTES, Scene
from core.claims.topics import ABOUT
from core.claims.triggers import Trigger
from core.german.grammar import grammar
from core.german.phrases import whole
from core.german.tags import FINITE, NOUNS, PREPOSITIONS, PRONOUNS, is_sign
from core.german.values import Clause
from core.model import Gist

LONGEST = 90
"""Characters of a title, by what a line of a table or a card can show."""

_NAME = 25
"""Characters that an actor's name takes before what follows it, where it is not known yet."""

_TELLING = 25
"""Characters without which the begin of what somebody says tells nothing: `Ich glaube …`."""

_CIRCUMSTANCES = frozenset(
    {"in", "bei", "nach", "während", "seit", "wegen", "trotz", "laut", "aufgrund", "infolge", "neben"}
)
"""Prepositions of phrases without which a sentence stays whole and true."""

_UNCLEAR = frozenset({"PPER", "PDS", "PIS", "PRELS", "PRELAT", "PWS", "PWAT", "PWAV"})
"""Tags of words that mean nothing away from their sentence."""

_NUMBERS = frozenset({"CARD", "PIAT", "PIDAT"})
"""Tags of words before which an adverb belongs to the number: `mindestens 40`, `so viel`."""

_QUOTES = OPENING_QUOTES | CLOSING_QUOTES | {'"', "‚", "‘"}


def of_draft(scene: Scene, trigger: Trigger, tokens: frozenset[int], acting: int) -> Gist | None:
    """The gist of what some words of a sentence claim; None where they give none that can be read by itself.

    Args:
        scene: the sentence.
        trigger: the word that tells of the event.
        tokens: the words that carry the claim.
        acting: how many known actors act or speak in it: one alone can stand for a pronoun.
    """
    if scene.sentence.kind == "headline" and (title := _headline(scene)):
        return Gist("", title, says=False)
    if trigger.evidence == "noun":
        return None
    if trigger.evidence == "speech":
        return _said(scene, None, (), sorted(tokens)) if acting == 1 else None
    carrying = [k for k, clause in enumerate(scene.clauses) if tokens.issuperset(clause.tokens)]
    if not carrying:
        return None
    own = scene.clause_of(trigger.at, carrying)
    content = [k for k in carrying if k != own]
    if not triggers.has(trigger, "saying"):
        return _told(scene, own, carrying, acting)
    if not content:  # who only spoke, wherever that was, has said nothing yet
        about = any(phrase.function == "object" or phrase.preposition in ABOUT for phrase in scene.phrases[own])
        return _told(scene, own, carrying, acting) if about else None
    if scene.clauses[content[0]].kind in {"infinitive", "subordinate"}:
        whole_sentence = _told(scene, own, carrying, acting)
        if whole_sentence is not None:
            return whole_sentence
    speaker = _subject(scene, own)
    named = None if speaker is None else _words_of(scene, own, speaker)
    if named is None and acting != 1:
        return None
    return _said(scene, named, speaker or (), sorted(i for k in content for i in scene.clauses[k].tokens))


def _headline(scene: Scene) -> str | None:
    """A headline as it stands, where it is short enough to be a title."""
    text = _text(scene, range(len(scene.words)))
    return text if len(text) <= LONGEST else None


def _told(scene: Scene, own: int, carrying: Sequence[int], acting: int) -> Gist | None:
    """A clause with those that it depends on, as far as these carry the claim, and the clauses that complete them."""
    lead = own
    while (parent := scene.clauses[lead].parent) is not None and parent in carrying and scene.is_complement(lead):
        lead = parent
    told = _main(scene, lead, acting)
    if told is None:
        return None
    below = [k for k in scene.complements(lead) if not scene.is_question(k)]
    if not set(below) <= set(carrying):
        return None  # `war in der Lage, …`
    rest = ", ".join([told.rest, *(_text(scene, scene.clauses[k].tokens) for k in below)])
    fits = len(rest) <= _room(told.subject)
    return told._replace(rest=rest) if fits and (lead == own or own in below) else None


def _room(named: str | None) -> int:
    """The characters that are left beside a subject and a blank; the name of a known actor has yet to be filled in."""
    return LONGEST - (_NAME if named is None else len(named)) - 1


def _said(scene: Scene, named: str | None, speaker: Sequence[int], content: Sequence[int]) -> Gist | None:
    """Who speaks and what is said: all of it, or its clauses as far as there is room, or its first one shortened."""
    words = [i for i in content if i not in scene.dateline]
    if not words or any(words[0] < i < words[-1] for i in speaker) or scene.words[words[0]].tag in FINITE:
        return None
    opening = scene.words[words[0]]
    if opening.tag == "KOUS" and opening.text.lower() != "dass":
        return None
    if opening.text[0].islower() and words[0] and not is_sign(scene.words[words[0] - 1]):
        return None  # the rest of something
    room = _room(named) - 1  # the colon
    first = scene.clause_of(words[0], range(len(scene.clauses)))
    if scene.clauses[first].verb is None:
        return None
    text = "" if scene.clauses[first].kind == "subordinate" else _begin(scene, words, room)
    if not text and (main := _main(scene, first, 0)):
        shown = f"{main.subject} {main.rest}"
        alone = set(words) <= set(scene.clauses[first].tokens)
        text = shown if len(shown) <= room and (alone or len(shown) >= _TELLING) else ""
    return Gist(named, text, says=True) if text else None


def _begin(scene: Scene, words: Sequence[int], room: int) -> str:
    """The words as they stand or, where there is no room, as many whole clauses of them, with dots after them."""
    first, last = words[0], words[-1]
    text = _text(scene, range(first, last + 1))
    if len(text) <= room:
        return text
    begins = {clause.tokens[0] for clause in scene.clauses if clause.shares is None} & set(range(first + 1, last))
    whole_clauses = (at for at in sorted(begins, reverse=True) if not _announces(scene, at))
    shown = (_text(scene, range(first, at)) for at in whole_clauses)
    return next((f"{text} …" for text in shown if _TELLING <= len(text) <= room - 2), "")


def _announces(scene: Scene, at: int) -> bool:
    """Whether the word before a clause has its content in it: `er arbeite daran, …`."""
    before = next((scene.words[i] for i in range(at - 1, -1, -1) if not is_sign(scene.words[i])), None)
    return before is not None and (before.tag == "PROAV" or before.text.lower() == "es")


def _main(scene: Scene, at: int, acting: int) -> Gist | None:
    """A clause as a main clause: its subject, and its finite verb with all that belongs to it."""
    clause = scene.clauses[at]
    home = at
    subject = _subject(scene, at)
    if subject is None and clause.shares is not None and clause.kind == "main":
        home = clause.shares
        subject = _subject(scene, home)
    finite = next((i for k in (at, home) if (i := _finite(scene, k)) is not None), None)
    if clause.verb is None or finite is None or subject is None or clause.kind == "infinitive":
        return None
    if finite not in clause.tokens and scene.words[finite].tag[:2] == "VV":
        return None  # `trafen sich und besprochen`: no auxiliary that both could share
    named = _words_of(scene, home, subject)
    verb = _verb(scene, clause, finite)
    if verb is None or (named is None and acting != 1):
        return None
    if subject[0] > finite + 1 and scene.words[subject[0] - 1].text == ",":
        return None  # an apposition to something: `wurden drei Insassen getötet, zwei Afghanen und ein Kenianer`
    if _times(scene, clause) > 1:
        return None  # `im Mai übernahm X die Leitung, im Juni Y`
    kept = [i for i in clause.tokens if i != finite and i not in subject and not _is_left_out(scene, clause, i)]
    kept.sort(key=lambda i: scene.words[i].tag != "PRF")
    for leaving in (frozenset[int](), _adverbs(scene, at), *_circumstances(scene, at)):
        kept = [i for i in kept if i not in leaving]
        if any(scene.words[i].tag in _UNCLEAR for i in kept):
            return None
        rest = " ".join(part for part in (verb[0], _joined(scene, kept), verb[1]) if part)
        if len(rest) <= _room(named):
            told = any(not is_sign(scene.words[i]) and scene.words[i].tag not in {"ADV", "PROAV"} for i in kept)
            return Gist(named, rest, says=False) if told else None  # `X betonte dann auch` says nothing
    return None


def _finite(scene: Scene, at: int) -> int | None:
    """The finite verb of a clause; a plural that stands last looks like an infinitive: `die sie abgelehnt haben`."""
    clause = scene.clauses[at]
    last = clause.verb.tokens[-1:] if clause.verb and clause.kind in {"subordinate", "relative"} else ()
    finite = (i for i in clause.tokens if scene.words[i].tag in FINITE)
    return next(finite, next((i for i in last if scene.words[i].tag[1:] in {"AINF", "MINF", "VINF"}), None))


def _times(scene: Scene, clause: Clause) -> int:
    """How many stretches of a clause say a time."""
    inside = [i for i in clause.tokens if i in scene.time_tokens]
    return sum(i - 1 not in inside for i in inside)


def _verb(scene: Scene, clause: Clause, finite: int) -> tuple[str, str] | None:
    """A finite verb as it stands second in a sentence, and what then stands last: `stimmte` and `mit`."""
    text = scene.words[finite].text
    text = text[0].lower() + text[1:]
    last = [i for i in clause.tokens if not is_sign(scene.words[i])][-1]
    if clause.kind == "main" or finite != last or scene.words[finite].tag[:2] != "VV":
        return text, ""
    particles = grammar().verbs
    if text.startswith(particles.perhaps_separable):
        return None
    lemma = clause.verb.lemma if clause.verb else ""
    particle = next((p for p in particles.separable if text.startswith(p) and lemma.startswith(p)), "")
    return text.removeprefix(particle), particle


def _subject(scene: Scene, at: int) -> range | None:
    """The tokens from the first to the last of a clause's subject with its attributes; None where it has none."""
    phrases = scene.phrases[at]
    mine = [k for k, phrase in enumerate(phrases) if phrase.function == "subject"]
    if not mine or any(max(whole(phrases, a)) + 1 == phrases[b].tokens[0] for a, b in pairwise(mine)):
        return None  # two that nothing joins cannot both be the subject
    verb = scene.clauses[at].verb
    if verb is not None and verb.passive:  # `wurden vom Parlament verabschiedet`: `vom Parlament` is the agent
        tokens = [i for k in mine for i in phrases[k].tokens]
    else:
        tokens = [i for k in mine for i in whole(phrases, k)]
    words, first = scene.words, min(tokens)
    if first and words[first].tag == "NE" and words[first - 1].tag in NOUNS:
        return None  # an attribute of the noun before it: `im Norden Bayerns`
    while first and words[first].tag in _NUMBERS and words[first - 1].tag in {"ADV", "ADJD"}:
        first -= 1  # `mindestens 40 Menschen`, `so viel Regen`
    last, finite = max(tokens), _finite(scene, at)
    if scene.clauses[at].kind == "main" and finite is not None and last < finite:
        between = range(last + 1, finite)  # in front of the verb stands one phrase, with all that belongs to it
        last = last if any(words[i].text == "," or i in scene.time_tokens for i in between) else finite - 1
    return range(first, last + 1)


def _words_of(scene: Scene, at: int, subject: range) -> str | None:
    """What a subject says by itself; None where it is a pronoun, or the bare name of an actor who is known."""
    first = scene.words[subject[0]]
    if first.text.lower() == "es":
        return first.text
    if first.tag in PRONOUNS or any(scene.words[i].tag in _UNCLEAR for i in subject):
        return None
    mention = next(iter(scene.mentions.get(subject[0], ())), None)
    if mention is not None and mention.kind in {"name", "alias"} and mention.end >= scene.words[subject[-1]].end:
        return None
    if any(i in scene.clauses[k].tokens for k in range(len(scene.clauses)) if k != at for i in subject):
        return None
    words = [scene.words[i].text for i in subject]
    apposition = words.index(",") if "," in words and not {"und", "sowie", "oder"} & set(words) else len(words)
    return _text(scene, subject[:apposition])


def _is_left_out(scene: Scene, clause: Clause, i: int) -> bool:
    """Whether a word has no place in a sentence by itself: conjunctions, times, what is in brackets, quote marks."""
    word = scene.words[i]
    before = [k for k in clause.tokens if k < i]
    if word.tag in {"KOUS", "KOUI"} or (word.tag in {"KON", "ADV"} and all(is_sign(scene.words[k]) for k in before)):
        return True
    when = _dates(scene, clause)
    if i in when or i in scene.dateline or word.text in _QUOTES:
        return True
    if word.tag in PREPOSITIONS and i + 1 in when:
        return True
    opened = [k for k in before if scene.words[k].text == "("]
    return word.text in "()" or (bool(opened) and not any(scene.words[k].text == ")" for k in range(opened[-1], i)))


def _dates(scene: Scene, clause: Clause) -> frozenset[int]:
    """The tokens of a clause that say when it was, not how long, and are no part of a phrase that says something else.

    `Im Laufe der Woche` and `dem Ende August ergangenen Urteil` stay whole.
    """
    at = scene.clauses.index(clause)
    durations = scene.durations
    bound = {
        i
        for phrase in scene.phrases[at]
        if phrase.function == "attribute" or not scene.time_tokens.issuperset(phrase.tokens)
        for i in phrase.tokens
    }
    return frozenset(i for i in clause.tokens if i in scene.time_tokens and i not in durations and i not in bound)


def _adverbs(scene: Scene, at: int) -> frozenset[int]:
    """The adverbs of a clause outside its phrases, but those of negation and number, which change what is said."""
    inside = {i for phrase in scene.phrases[at] for i in phrase.tokens}
    kept = grammar().verbs.negations | {"nur", "fast", "kaum", "beinahe", "mehr"}
    words = scene.words
    return frozenset(
        i
        for i in scene.clauses[at].tokens
        if words[i].tag == "ADV"
        and i not in inside
        and words[i].text.lower() not in kept
        and words[min(i + 1, len(words) - 1)].tag not in _NUMBERS
    )


def _circumstances(scene: Scene, at: int) -> Iterator[frozenset[int]]:
    """The phrases of a clause that can be left out, each with its preposition and attributes.

    The last phrase stays: it stands where the verb's own does (`ins Schleudern kommen`, `in einer Krise stecken`).
    """
    phrases = scene.phrases[at]
    for k, phrase in enumerate(phrases[:-1]):
        if phrase.preposition in _CIRCUMSTANCES and phrase.function == "oblique":
            tokens = list(whole(phrases, k))
            follows = scene.words[tokens[-1] + 1]  # what hangs on a phrase would hang on nothing: `Kämpfe mit X`
            if tokens[-1] < phrases[-1].tokens[0] and follows.tag not in PREPOSITIONS:
                yield frozenset({tokens[0] - 1, *tokens})


def _joined(scene: Scene, tokens: Sequence[int]) -> str:
    """The words in their order, those that stand side by side as they stand; small where a sentence began with them."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and runs[-1][-1] + 1 == i:
            runs[-1].append(i)
        else:
            runs.append([i])
    return " ".join(text for run in runs if (text := _small(scene, run)))


def _small(scene: Scene, run: Sequence[int]) -> str:
    """Words as they stand, but for the capital letter that a sentence or its report began with."""
    text = _text(scene, run)
    proper = scene.words[run[0]].tag in NOUNS or run[0] in scene.mentions
    return text if proper else text[:1].lower() + text[1:]


def _text(scene: Scene, tokens: Iterable[int]) -> str:
    """The stretch from the first to the last word; signs at both ends and brackets of which one is missing left out."""
    order = [
        i
        for i in tokens
        if not is_sign(scene.words[i]) or scene.words[i].text in _QUOTES or scene.words[i].text in "()%"
    ]
    shut = next((k for k, i in enumerate(order) if scene.words[i].text in "()"), None)
    if shut is not None and scene.words[order[shut]].text == ")":
        order = order[shut + 1 :]
    while order and scene.words[order[0]].text in CLOSING_QUOTES:
        order.pop(0)
    if not order:
        return ""
    text = scene.analysis.document.text[scene.words[order[0]].start : scene.words[order[-1]].end]
    marks = [mark for mark in text if mark in _QUOTES]
    opened, shut = (sum(mark in side for mark in marks) for side in (OPENING_QUOTES, CLOSING_QUOTES))
    return " ".join((text if opened == shut else text.strip("".join(_QUOTES))).split())
