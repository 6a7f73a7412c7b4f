"""A clause as a main clause by itself, in the words of its sentence: the subject, then the finite verb and the rest.

Nothing is added and no phrase is cut: whole phrases are taken over, moved behind the verb, or left out. `dass X am
Montag den Vertrag unterzeichnet hat` gives `X` and `hat den Vertrag unterzeichnet`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from core.claims.scene import CLOSING_QUOTES, OPENING_QUOTES, Scene
from core.german.cases import GENITIVE_OF_NAMES, plural
from core.german.grammar import grammar
from core.german.phrases import Phrase, whole
from core.german.tags import DETERMINERS, FINITE, NOUNS, PREPOSITIONS, PRONOUNS, is_sign
from core.model import Token
from core.vocabulary import Entry, load

_UNCLEAR = frozenset({"PPER", "PDS", "PIS", "PRELS", "PRELAT", "PWS", "PWAT", "PWAV"})
"""Tags of words that mean nothing away from their sentence."""

_DASHES = frozenset({"–", "—", "-"})
"""Signs that stand around an aside."""

_BREAKS = frozenset({"–", "—", "/", ";"})
"""Signs behind which something else begins, or an aside."""

_STANDING = frozenset({"es", "man"})
"""Pronouns that stand for nobody in particular, and mean the same away from their sentence."""

_GOING_ON = frozenset({"KON", "KOKOM", "ADJA"})
"""Tags of words that go on with the phrase before them, which does not end there."""

_LEADING = PREPOSITIONS | {"ART", "KOKOM"}
"""Tags of words that mean nothing without the one behind them."""

_NUMBERS = frozenset({"CARD", "PIAT", "PIDAT"})
"""Tags of words before which an adverb belongs to the number: `mindestens 40`, `so viel`."""

INFINITIVES = frozenset({"PTKZU", "VVIZU"})
"""Tags that an infinitive has which completes a clause: `zu gehen`, `fortzugehen`."""

_VERBS = frozenset({"VV", "VA", "VM"})
"""What the tags of verbs begin with."""

_QUOTES = OPENING_QUOTES | CLOSING_QUOTES | {'"', "‚", "‘"}


class Words(Entry):
    """The file `gists.toml`: how long a title may be, and what may be left out of a sentence."""

    longest: int
    telling: int
    most: float
    circumstances: frozenset[str]
    telling_adverbs: frozenset[str]
    adding: frozenset[str]
    joining: frozenset[str]
    leading: frozenset[str]
    connecting: frozenset[str]
    against: frozenset[str]
    believing: frozenset[str]
    own: frozenset[str]
    when: frozenset[str]
    conditions: frozenset[str]
    either_case: frozenset[str]
    accusative: frozenset[str]
    articles: Mapping[str, frozenset[str]]
    clear: frozenset[str]
    unfinished: frozenset[str]
    completing: frozenset[str]
    correlatives: frozenset[str]
    halved: frozenset[str]
    near_times: frozenset[str]
    pointing: frozenset[str]
    denying_nothing: frozenset[str]
    compound: int
    measures: frozenset[str]
    uninflected: tuple[str, ...]


@cache
def words() -> Words:
    """The file, read once."""
    return load("gists.toml", Words)


class Subject(NamedTuple):
    """What a subject says by itself: its words, or the actor whom a pronoun or a bare name stands for.

    Both are None where a pronoun stands for nobody who is known; `name` is the bare name as it stands. Words that end
    with a known name have both: that name alone would do.
    """

    words: str | None
    actor: str | None = None
    name: str | None = None


class MainClause(NamedTuple):
    """A clause: its subject, and all behind it."""

    subject: Subject
    rest: str


def shortened(
    scene: Scene,
    at: int,
    *,
    completed: bool = False,
    without: Set[int] = frozenset(),
    timed: bool = False,
    known: Set[str] = frozenset(),
) -> Iterator[MainClause]:
    """A clause as a main clause: whole but for its time, then without adverbs, then with less and less circumstances.

    Where it is to be `timed`, its time goes with the adverbs. One of the `known` actors is its subject by name where a
    title stands for them.

    Nothing where it cannot be read by itself, or says no more than that somebody did something: `X betonte dann auch`.
    Where it is `completed` by another clause, that is said there. Words `without` which it is to be stay out, and so
    does in a relative clause what stands for the noun before it behind a preposition: `mit dem sie ausreiste`.
    """
    clause = scene.clauses[at]
    added = frozenset(_added(scene, at))
    behind_dateline = (i for i in clause.tokens if i > max(scene.dateline, default=-2) + 1 and i not in added)
    texts = {scene.words[i].text.lower() for i in behind_dateline}
    if clause.opener in words().conditions or texts & (words().correlatives | _BREAKS):
        return
    timed |= clause.verb is not None and clause.verb.lemma in words().when
    home, behind = at, subject(scene, at)
    if behind is None and clause.shares is not None and clause.kind == "main":
        home, behind = clause.shares, subject(scene, clause.shares)
    finite = next((i for k in (at, home) if (i := _finite(scene, k)) is not None), None)
    if clause.verb is None or finite is None or behind is None or clause.kind == "infinitive":
        return
    inserted = clause.tokens[0] == finite and finite and scene.words[finite - 1].text == ","
    if inserted and clause.verb.lemma in grammar().verbs.inserted:
        return  # `…, meint ein Experte` has no object of its own
    if finite not in clause.tokens and scene.words[finite].tag[:2] == "VV":
        return  # `trafen sich und besprochen`: no auxiliary that both could share
    if behind[0] > finite + 1 and scene.words[behind[0] - 1].text == ",":
        return  # an apposition to something: `wurden drei Insassen getötet, zwei Afghanen und ein Kenianer`
    verb = _verb(scene, at, finite)
    if verb is None or (_times(scene, at) > 1 and "," in {scene.words[i].text for i in clause.tokens}):
        return  # `im Mai übernahm X die Leitung, im Juni Y`
    said = named(scene, home, behind, known)
    if said.actor is not None and said.words is None and plural(scene.words[finite].text):
        return  # `X werden Y und Z vorgeworfen`
    if scene.words[finite].tag == "VMFIN" and finite in clause.tokens and len(clause.verb.tokens) == 1:
        return  # `muss die Schritte, die …, würdigen`: the verb stands behind a clause
    end = max(clause.verb.tokens)
    overhang = [i for i in clause.tokens if i - 1 > end and i not in added and i not in without]
    broken = next((i for i in overhang if scene.words[i - 1].text == ","), None)
    adds = broken is not None and scene.words[broken].text.lower() in words().adding
    broken = broken if clause.kind == "main" and len(clause.verb.tokens) > 1 and not adds else None
    if clause.verb.passive and len(behind) == 1 and behind[0] > finite and behind[0] + 1 == max(clause.verb.tokens):
        return  # `wird den Bedenken Rechnung getragen`
    left_out = (
        {finite, *behind, *without, *_apposed(scene, behind, finite)}
        | _left_out(scene, at, timed=timed)
        | _called(scene, at, behind)
        | _related(scene, at)
    )
    kept = sorted((i for i in clause.tokens if i not in left_out), key=lambda i: not _is_reflexive(scene, i))
    if broken is not None:  # `hat alles dafür getan, den Vertrag, den …, zu prüfen`: the begin of something else
        kept = [i for i in kept if i < broken]
        if _is_readable(scene, at, kept) and any(_tells(scene, i) for i in kept):
            yield MainClause(said, _around(verb, _joined(scene, kept), "…"))
        return
    for leaving in (
        frozenset[int](),
        _aside(scene, at) | _adverbs(scene, at),
        _front(scene, at, finite, behind, words().circumstances),
        *_circumstances(scene, at),
        _front(scene, at, finite, behind, _free(scene, at)),
    ):
        kept = [i for i in kept if i not in leaving]
        if not completed and not any(_tells(scene, i) for i in kept):
            return
        if _is_readable(scene, at, kept):
            yield MainClause(said, _around(verb, _joined(scene, kept)))
    for left, before in _without_attributes(scene, at, kept):
        if _is_readable(scene, at, left):
            yield MainClause(said, _around(verb, _joined(scene, left, before)))
    broken_off = ((end, len(scene.words)) for end in breaks(scene, at, kept)) if not verb[1] else ()
    for end, last in chain(broken_off, _gaps(scene, at, kept, verb[1])):
        begin = [i for i in kept if i <= end]
        if _is_readable(scene, at, begin):
            close = _joined(scene, [i for i in kept if i >= last])
            yield MainClause(said, _around(verb, _joined(scene, begin), "…", close))


def lessened(scene: Scene, at: int) -> Iterator[str]:
    """A clause that completes another as it stands, then without times and adverbs, circumstances and attributes.

    Pronouns stay: they mean whom the clause before names.
    """
    clause = scene.clauses[at]
    kept = [i for i in clause.tokens if i not in scene.dateline]
    yield text(scene, kept)
    for leaving in (_aside(scene, at), _adverbs(scene, at), *_circumstances(scene, at)):
        kept = [i for i in kept if i not in leaving]
        if _is_in_order(scene, at, kept):
            yield _joined(scene, kept, naming=False)
    for left, before in _without_attributes(scene, at, kept):
        if _is_in_order(scene, at, left):
            yield _joined(scene, left, before, naming=False)
    verbs = [i for i in clause.tokens if scene.words[i].tag in INFINITIVES]
    second = next((i for i in clause.tokens if verbs and i > verbs[0] and scene.words[i].tag == "KON"), None)
    if second is not None:
        yield f"{text(scene, [i for i in clause.tokens if i < second])} …"  # `den Rat zu bitten | und ihm zu schreiben`


def _around(verb: tuple[str, str], *parts: str) -> str:
    """What stands between the two parts of a verb, with these; empty ones are left out."""
    first, last = verb
    return " ".join(filter(None, (first, *parts, last)))


def _without_attributes(scene: Scene, at: int, kept: Sequence[int]) -> Iterator[tuple[Sequence[int], frozenset[int]]]:
    """What is left of a clause with dots for more and more of its phrases' attributes, the last ones first.

    With it come the words before the dots. First go those that name nobody; that of a noun that only measures it stays.
    """
    for named in (False, True):
        left, before = kept, frozenset[int]()
        for first, last in _attributes(scene, at, named=named):
            tokens = range(first, last + 1)
            if set(tokens) <= set(left):
                left = [i for i in left if i not in tokens]
                before = before - set(tokens) | {first - 1}
                yield left, before


def _attributes(scene: Scene, at: int, *, named: bool) -> Iterator[tuple[int, int]]:
    """The first and the last word of each attribute that a clause can do without, the last ones first.

    Before one that has to stay, or that names somebody where none such is wanted, all others of its phrase stay.
    """
    phrases = scene.phrases[at]
    for k in reversed(range(len(phrases))):
        if phrases[k].function not in {"object", "oblique"} or scene.words[phrases[k].head].tag not in NOUNS:
            continue
        end = max(whole(phrases, k))
        chain = [phrase for phrase in phrases[k:] if phrase.tokens[-1] <= end]
        if _goes_on(scene, at, end):
            continue
        for head, attribute in reversed(list(pairwise(chain))):
            tokens = range(head.tokens[-1] + 1, attribute.tokens[-1] + 1)
            if (
                scene.words[head.head].lemma in words().measures
                or (not named and any(i in scene.mentions for i in tokens))
                or not _denying().isdisjoint(scene.words[i].text.lower() for i in tokens)
            ):
                break
            yield tokens[0], tokens[-1]


def _goes_on(scene: Scene, at: int, i: int) -> bool:
    """Whether something goes on behind a phrase's last word: `der Grenz- und Küstenwache`, `der Schule für Fischer`."""
    tokens = scene.clauses[at].tokens
    behind = scene.words[i + 1] if i + 1 < len(scene.words) else None
    if behind is None:
        return False
    listed = behind.tag == "KON" or (behind.text == "," and i + 2 in tokens) or scene.words[i].text.endswith("-")
    return listed or behind.tag in PREPOSITIONS


def _denying() -> frozenset[str]:
    """Words that change what is said, and so are never left out."""
    return grammar().verbs.negations | words().telling_adverbs


def _is_reflexive(scene: Scene, i: int) -> bool:
    """Whether a word is a reflexive pronoun by itself, which stands right behind the verb: not so `zu sich`."""
    return scene.words[i].tag == "PRF" and not (i and scene.words[i - 1].tag in PREPOSITIONS)


def _gaps(scene: Scene, at: int, kept: Sequence[int], particle: str) -> Iterator[tuple[int, int]]:
    """Where dots can stand in what is left of a clause before its verb's last words, the late ones first.

    Those are the last word before the dots and the first behind them, or one behind all where a split-off particle
    stands last. What the verb needs is said before, and no word that denies what is said is left out.
    """
    verb = scene.clauses[at].verb
    order = [i for i in kept if not is_sign(scene.words[i])]
    if verb is None or not order:
        return
    denying = _denying()
    closing = {*verb.tokens, *(i for i in order if scene.words[i].text.lower() in denying)}
    closing |= {i - 1 for i in closing if _is_preposition(scene, i - 1)}  # `vor allem`
    last = next((i for k, i in enumerate(order) if set(order[k:]) <= closing), order[-1] + 1)
    if verb.lemma in words().unfinished or (last > order[-1] and not particle):
        return
    objects, about = _completing(scene, at, order)
    first = max(objects) if objects else -1 if verb.passive else min(about, default=len(scene.words))
    begins = [order[0] - 1] if first < 0 else []
    for i in (*_phrase_breaks(scene, at, order), *begins):
        left_out = [scene.words[k] for k in order if i < k < last]
        parted = any(scene.words[k].text == "," for k in range(order[0], i))
        kept_whole = not any(word.text.lower() in denying or word.tag[:2] in _VERBS for word in left_out)
        if first <= i and left_out and not parted and kept_whole:
            yield i, last


def is_unclear(word: Token) -> bool:
    """Whether a word means nothing away from its sentence: `er`, `dies`, `beide`; `viele` does."""
    return word.tag in _UNCLEAR and word.text.lower() not in words().clear


def is_dangling(scene: Scene, i: int) -> bool:
    """Whether a word means nothing away from its sentence, nor has a name there."""
    behind = scene.words[i + 1].tag if i + 1 < len(scene.words) else ""
    determines = scene.words[i].tag == "PIS" and behind in NOUNS | {"ADJA"}  # `beide Seiten`
    return is_unclear(scene.words[i]) and _name_of(scene, i) is None and not determines and not is_partitive(scene, i)


def is_partitive(scene: Scene, i: int) -> bool:
    """Whether an indefinite pronoun tells of whom it is one: `eines der Themen`, `viele von ihnen`."""
    behind = scene.words[i + 1] if i + 1 < len(scene.words) else None
    return scene.words[i].tag == "PIS" and behind is not None and behind.text.lower() in {"der", "von"}


def breaks(scene: Scene, at: int, kept: Sequence[int]) -> Iterator[int]:
    """The words of a clause behind which what is left of it may be broken off with dots, the last ones first.

    Those are the ends of phrases. What the verb needs is said by then: where it is one word, an object or what it is
    about; else its own last word.
    """
    verb = scene.clauses[at].verb
    if verb is None:
        return
    order = [i for i in kept if not is_sign(scene.words[i])]
    if len(verb.tokens) > 1:
        first = max(verb.tokens)
    elif scene.words[verb.at].tag != "VVFIN" or verb.lemma in words().unfinished:
        return  # what completes the verb would be missing
    else:
        objects, about = _completing(scene, at, order)
        first = min((*objects, *about), default=len(scene.words))
    for end in _phrase_breaks(scene, at, order):
        if first <= end and not any(scene.words[k].text == "," for k in range(first, end)):
            yield end


def _completing(scene: Scene, at: int, order: Sequence[int]) -> tuple[list[int], list[int]]:
    """The last words of a clause's objects, and of what its verb is about, as far as they are left."""
    phrases = scene.phrases[at]
    objects = (max(whole(phrases, k)) for k, phrase in enumerate(phrases) if phrase.function == "object")
    about = (max(whole(phrases, k)) for k, phrase in enumerate(phrases) if phrase.preposition in words().completing)
    return [i for i in objects if i in order], [i for i in about if i in order]


def _phrase_breaks(scene: Scene, at: int, order: Sequence[int]) -> Iterator[int]:
    """The ends of phrases, or of the verb, with which nothing goes on that is left of a clause; the last ones first."""
    verb, inside = scene.clauses[at].verb, {i for phrase in scene.phrases[at] for i in phrase.tokens}
    if any(scene.words[i].tag in DETERMINERS and i not in inside for i in order):
        return  # `den seit Jahren von allen verhandelten Vertrag` is one phrase
    ends = {*_ends(scene, at), *(() if verb is None or len(verb.tokens) == 1 else (max(verb.tokens),))}
    for follows, end in pairwise(reversed(order)):
        goes_on = (scene.words[follows].tag in _GOING_ON and not _adds(scene, at, end, follows)) or scene.words[
            end + 1
        ].text in {"(", "„"}
        if end in ends and not goes_on:
            yield end


def _adds(scene: Scene, at: int, end: int, conjunction: int) -> bool:
    """Whether behind a phrase another is only added: `forderte X | sowie Y`, not `zwischen X und Y`."""
    phrase = next((p for p in scene.phrases[at] if p.tokens[-1] == end), None)
    begins = {p.tokens[0] for p in scene.phrases[at]}
    added = scene.words[conjunction].text.lower() in words().joining and conjunction + 1 in begins
    return added and phrase is not None and phrase.preposition != "zwischen"


def phrase_ends(scene: Scene, at: int, before: int) -> Iterator[int]:
    """Where phrases of a clause end before a word, each with all that belongs to it and goes on with it, in reverse."""
    yield from (end for end in _ends(scene, at) if end < before and scene.words[end + 1].tag not in _GOING_ON)


def _ends(scene: Scene, at: int) -> Iterator[int]:
    """The ends of the phrases of a clause, each with its attributes; not of those that stand within another."""
    row = scene.phrases[at]
    outer = (k for k in reversed(range(len(row))) if not any(_is_inside(row[k], other) for other in row))
    return (max(whole(row, k)) for k in outer)


def subject(scene: Scene, at: int) -> range | None:
    """The tokens from the first to the last of a clause's subject with its attributes; None where it has none."""
    phrases = scene.phrases[at]
    mine = [k for k, phrase in enumerate(phrases) if phrase.function == "subject"]
    if not mine or any(max(whole(phrases, a)) + 1 == phrases[b].tokens[0] for a, b in pairwise(mine)):
        return None  # two that nothing joins cannot both be the subject
    verb = scene.clauses[at].verb
    if verb is not None and verb.passive:  # `wurden vom Parlament verabschiedet`: `vom Parlament` is the agent
        owned = (p for p in phrases if p.function == "attribute" and p.host in mine and not p.preposition)
        tokens = [i for p in (*(phrases[k] for k in mine), *owned) for i in p.tokens]
    else:
        tokens = [i for k in mine for i in whole(phrases, k)]
    every, first = scene.words, min(tokens)
    if first and every[first].tag == "NE" and every[first - 1].tag in NOUNS:
        return None  # an attribute of the noun before it: `im Norden Bayerns`
    if first and every[first - 1].tag in PREPOSITIONS:
        return None  # `Im Burgenland warnt …`
    if first and first - 1 in scene.landmarks.persons and _owns(every[first - 1], every[first]):
        first -= 1
        while first and first - 1 in scene.landmarks.persons:
            first -= 1  # `Anna Meiers Anwältin`
    if every[first].tag == "ADJA" and first - 1 in scene.time_tokens:
        return None  # the rest of something: `der 27 Jahre | alte mutmaßliche Täter`
    while first and every[first].tag in _NUMBERS and every[first - 1].tag in {"ADV", "ADJD"}:
        first -= 1  # `mindestens 40 Menschen`, `so viel Regen`
    while first < min(tokens) and first and every[first - 1].text.lower() in words().telling_adverbs:
        first -= 1  # `nur rund 40 Menschen`
    last, finite = max(tokens), _finite(scene, at)
    if scene.clauses[at].kind == "main" and finite is not None and last < finite:
        between = range(last + 1, finite)  # in front of the verb stands one phrase, with all that belongs to it
        dated = next((i for i in between if i in scene.time_tokens), finite)
        dated -= dated < finite and every[dated - 1].tag in PREPOSITIONS
        last = last if any(every[i].text == "," for i in between) else max(last, dated - 1)
    return range(first, last + 1)


def _owns(name: Token, noun: Token) -> bool:
    """Whether a name in the genitive stands right before its noun."""
    return noun.tag in {"NN", "ADJA"} and noun.start == name.end + 1 and name.text.endswith(GENITIVE_OF_NAMES)


def stands_for_nobody(scene: Scene, subject: range) -> bool:
    """Whether a subject is a pronoun that means nobody in particular, and so can do something, but not be quoted."""
    return scene.words[subject[0]].text.lower() in _STANDING


def is_relative(scene: Scene, at: int) -> bool:
    """Whether the subject of a clause is a relative pronoun."""
    tokens = subject(scene, at)
    return tokens is not None and scene.words[tokens[0]].tag == "PRELS"


def named(scene: Scene, at: int, tokens: range, known: Set[str] = frozenset()) -> Subject:
    """What the subject of a clause says by itself; a title for one of the `known` actors gives way to their name."""
    first = scene.words[tokens[0]]
    if stands_for_nobody(scene, tokens):
        return Subject(first.text)
    mention = next(iter(scene.mentions.get(tokens[0], ())), None)
    whole_name = mention is not None and mention.end >= scene.words[tokens[-1]].end
    if mention is None and first.tag == "ART" and len(tokens) > 1:
        mention = next((m for m in scene.mentions.get(tokens[1], ()) if m.kind == "title"), None)
        whole_name = mention is not None and mention.end >= scene.words[tokens[-1]].end
    titled = mention is not None and mention.kind == "title" and mention.actor_id in known
    if (
        mention is not None
        and whole_name
        and (titled or mention.kind == "pronoun" or first.tag in PRONOUNS | {"PPOSAT"})
    ):
        beside = (m for i in scene.clauses[at].tokens if i not in tokens for m in scene.mentions.get(i, ()))
        return Subject(None, None if any(m.actor_id == mention.actor_id for m in beside) else mention.actor_id)
    if first.tag == "PRELS" and len(tokens) == 1:
        return Subject(_antecedent(scene, at))
    if first.tag == "PPER" and len(tokens) == 1 and (meant := _subject_before(scene, at, tokens[0])) is not None:
        return meant
    if any(is_dangling(scene, i) for i in tokens) or (first.tag in PRONOUNS and not is_partitive(scene, tokens[0])):
        return Subject(None)
    if mention is not None and whole_name and mention.kind in {"name", "alias"}:
        return Subject(None, mention.actor_id, text(scene, tokens))
    if any(i in clause.tokens for k, clause in enumerate(scene.clauses) if k != at for i in tokens):
        return Subject(None)
    texts = [scene.words[i].text for i in tokens]
    if words().joining.isdisjoint(texts) and "," in texts:
        if texts[:-1].count(",") > 1:
            return Subject(None)  # an enumeration, or more than one can tell apart from it
        tokens = tokens[: texts.index(",")]
    if texts[-1] == ")" and texts.count("(") == 1:
        tokens = tokens[: texts.index("(")]
    said = text(scene, tokens)
    return Subject(said, _name_in(scene, at, tokens)) if said else Subject(None)


def _subject_before(scene: Scene, at: int, pronoun: int) -> Subject | None:
    """The subject of the clause that a clause depends on or follows, where its own can only mean that.

    `Der Lenker war gefahren, als er ins Schleudern geriet`: of the same gender and number, and no known actor.
    """
    parent = scene.clauses[at].parent
    before = None if parent is None or parent > at else subject(scene, parent)
    finites = [None if k is None else _finite(scene, k) for k in (parent, at)]
    if parent is None or before is None or before[0] > pronoun or None in finites:
        return None
    several = [plural(scene.words[i].text) for i in finites if i is not None]
    form, first = scene.words[pronoun].text.lower(), scene.words[before[0]]
    fitting = words().articles.get("sie_plural" if form == "sie" and several[1] else form, frozenset())
    bare = form == "sie" and all(several) and first.tag not in DETERMINERS
    if several[0] != several[1] or not (bare or first.text.lower() in fitting):
        return None
    meant = named(scene, parent, before)
    phrase = next((p.tokens for p in scene.phrases[parent] if p.tokens[0] == before[0]), None)
    if meant.words is None or phrase is None:
        return None
    return meant if len(meant.words) <= words().telling else Subject(text(scene, phrase))


def _antecedent(scene: Scene, at: int) -> str | None:
    """The phrase right before a relative clause that its pronoun stands for, where it can stand as a subject so."""
    clause = scene.clauses[at]
    if clause.kind != "relative" or clause.parent is None:
        return None
    row = scene.phrases[clause.parent]
    ends = {min(clause.tokens) - 1, min(clause.tokens) - 2}
    case_kept = (p for p in row if p.function in {"subject", "object"} or p.preposition in words().accusative)
    phrase = next((p for p in case_kept if p.tokens[-1] in ends), None)
    if phrase is None or any(is_unclear(scene.words[i]) or scene.words[i].tag == "PPOSAT" for i in phrase.tokens):
        return None
    first = scene.words[phrase.tokens[0]]
    either = first.tag not in DETERMINERS or first.text.lower() in words().either_case
    as_subject = phrase.function == "subject" or either
    return text(scene, phrase.tokens) if as_subject else None


def _name_in(scene: Scene, at: int, tokens: range) -> str | None:
    """The known actor whose name is the head and end of a subject: `Präsident Bo Lund`, not `ein Freund Bo Lunds`."""
    ends = (m for i in tokens for m in scene.mentions.get(i, ()) if m.end == scene.words[tokens[-1]].end)
    mention = next((m for m in ends if m.kind == "name"), None)
    touching = [phrase for phrase in scene.phrases[at] if set(phrase.tokens) & set(tokens)]
    mine = [p for p in touching if not any(_is_inside(p, other) for other in touching)]
    if mention is None or len(mine) != 1 or scene.analysis.kinds.get(mention.actor_id) in {"state", "place"}:
        return None
    if tokens[-1] + 1 < len(scene.words) and scene.words[tokens[-1] + 1].tag in NOUNS:
        return None  # `der Hersteller Lund | Automobile`
    return mention.actor_id if mention.start <= scene.words[mine[0].head].start < mention.end else None


def _is_inside(phrase: Phrase, other: Phrase) -> bool:
    """Whether a phrase stands within another: `die | von Rebellen | kontrollierte Stadt`."""
    return other.tokens[0] < phrase.tokens[0] and phrase.tokens[-1] < other.tokens[-1]


def text(scene: Scene, tokens: Iterable[int]) -> str:
    """The stretch from the first to the last word; signs at both ends and half brackets and quotations left out."""
    order = [i for i in tokens if not is_sign(scene.words[i]) or scene.words[i].text in {*_QUOTES, "(", ")", "%"}]
    bracket = next((k for k, i in enumerate(order) if scene.words[i].text in "()"), None)
    if bracket is not None and scene.words[order[bracket]].text == ")":
        order = order[bracket + 1 :]
    while order and scene.words[order[0]].text in CLOSING_QUOTES:
        order.pop(0)
    if not order:
        return ""
    stretch = scene.analysis.document.text[scene.words[order[0]].start : scene.words[order[-1]].end]
    opened, shut = (sum(sign in marks for sign in stretch) for marks in (OPENING_QUOTES, CLOSING_QUOTES))
    return " ".join((stretch if opened == shut else stretch.strip("".join(_QUOTES))).split())


def _finite(scene: Scene, at: int) -> int | None:
    """The finite verb of a clause; a plural that stands last looks like an infinitive: `die sie abgelehnt haben`."""
    clause = scene.clauses[at]
    last = clause.verb.tokens[-1:] if clause.verb and clause.kind in {"subordinate", "relative"} else ()
    like_one = next((i for i in last if scene.words[i].tag[1:] in {"AINF", "MINF", "VINF"}), None)
    finite = scene.finite(at)
    return like_one if finite is None else finite


def _times(scene: Scene, at: int) -> int:
    """How many stretches of a clause say when it was."""
    inside = scene.time_tokens.intersection(scene.clauses[at].tokens) - scene.durations
    return sum(i - 1 not in inside for i in inside)


def _verb(scene: Scene, at: int, finite: int) -> tuple[str, str] | None:
    """A finite verb as it stands second in a sentence, and what then stands last: `stimmte` and `mit`."""
    clause, form = scene.clauses[at], scene.words[finite].text
    form = form[0].lower() + form[1:]
    last = [i for i in clause.tokens if not is_sign(scene.words[i])][-1]
    if clause.kind == "main" or finite != last or scene.words[finite].tag[:2] != "VV":
        return form, ""
    particles = grammar().verbs
    if form.startswith(particles.perhaps_separable):
        return None
    lemma = clause.verb.lemma if clause.verb else ""
    fitting = (p for p in particles.separable if form.startswith(p) and lemma.startswith(p))
    particle = max(fitting, key=len, default="")  # `darstellen`: `dar`, not `da`
    return form.removeprefix(particle), particle


def _left_out(scene: Scene, at: int, *, timed: bool) -> set[int]:
    """The words of a clause that have no place in a sentence by itself.

    Those are conjunctions and an adverb in front, adverbs that only join it to what was said before, times, datelines,
    quotation marks, and what is only added.
    """
    left_out, begun = set(scene.dateline) | _aside(scene, at, timed=timed), False
    for i in scene.clauses[at].tokens:
        word = scene.words[i]
        in_front = word.tag in {"KON", "ADV", "PWAV"} and not begun
        joining = in_front or (word.tag in {"ADV", "PROAV"} and word.text.lower() in words().connecting)
        opens = i + 1 < len(scene.words) and scene.words[i + 1].tag in {"KOUS", "KOUI"}  # `nur weil`
        passing_on = joining and (opens or word.text.lower() not in _denying())
        if passing_on or _denies_nothing(scene, i) or word.tag in {"KOUS", "KOUI"} or word.text in _QUOTES:
            left_out.add(i)
        begun |= not is_sign(word)
    return left_out


def _aside(scene: Scene, at: int, *, timed: bool = False) -> frozenset[int]:
    """The times of a clause, if it is not to be `timed`, and what is in brackets, between dashes or only added."""
    when, tokens = frozenset[int]() if timed else _dates(scene, at), scene.clauses[at].tokens
    aside, bracketed = {*when, *_added(scene, at)}, False
    for i in range(tokens[0], tokens[-1] + 1):
        word = scene.words[i]
        bracketed |= word.text == "(" and i in tokens
        of_time = _is_preposition(scene, i) and _begins_time(scene, i, when)
        near = word.text.lower() in words().near_times and _begins_time(scene, i + 1, when)
        if i in tokens and (bracketed or of_time or near or word.text == ")"):
            aside.add(i)
        bracketed &= word.text != ")"
    return frozenset(aside)


def _added(scene: Scene, at: int) -> Iterator[int]:
    """What a clause can be read without, between two dashes, or two commas where it tells who is among these.

    `holte 190 Menschen – darunter viele Kinder – aus dem Zug`.
    """
    tokens = scene.clauses[at].tokens
    begin = max(scene.dateline, default=tokens[0] - 2) + 2
    marks = [i for i in range(max(begin, tokens[0]), tokens[-1] + 1) if scene.words[i].text in {",", *_DASHES}]
    for begin, end in pairwise(marks):
        inside = range(begin + 1, end)
        first = scene.words[begin + 1].text.lower()
        enclosed = all(scene.words[i].text in _DASHES for i in (begin, end)) or first in words().adding
        own = all(i in tokens or is_sign(scene.words[i]) for i in inside)
        if enclosed and own and not any(scene.words[i].tag in FINITE for i in inside):
            yield from range(begin, end + 1)


def _related(scene: Scene, at: int) -> set[int]:
    """The relative pronoun of a clause with its preposition."""
    clause = scene.clauses[at]
    phrase = next((p for p in scene.phrases[at] if scene.words[p.head].tag == "PRELS"), None)
    if clause.kind != "relative" or phrase is None or not phrase.preposition:
        return set()
    return {phrase.tokens[0] - 1, *phrase.tokens}


def _denies_nothing(scene: Scene, i: int) -> bool:
    """Whether a word is one of two that look like a negation and are none: `nicht zuletzt`."""
    around = [word.text.lower() for word in scene.words[max(i - 1, 0) : i + 2]]
    return any(" ".join(pair) in words().denying_nothing for pair in pairwise(around))


def _called(scene: Scene, at: int, subject: range) -> frozenset[int]:
    """What a subject is said to be before its name: `Der Leiter der Schule, Otto Muster, …`."""
    phrases = scene.phrases[at]
    behind_comma = subject[0] >= 2 and scene.words[subject[0] - 1].text == ","
    before = [k for k in range(len(phrases)) if max(whole(phrases, k)) == subject[0] - 2 and not phrases[k].preposition]
    return frozenset(i for k in before for i in whole(phrases, k)) if behind_comma else frozenset()


def _apposed(scene: Scene, subject: range, finite: int) -> range:
    """What stands between commas behind a subject and before its verb: `Bo Lund, ein Linker und der Sprecher, ging`."""
    begin = subject[-1] + 1
    enclosed = begin < finite - 1 and scene.words[begin].text == scene.words[finite - 1].text == ","
    return range(begin, finite) if enclosed else range(0)


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
    if _times(scene, at) > 1:
        return frozenset()  # what is compared with what: `im April gegenüber dem März`
    bound = {
        i
        for phrase in scene.phrases[at]
        if phrase.function == "attribute" or not scene.time_tokens.issuperset(phrase.tokens)
        for i in range(phrase.tokens[0], phrase.tokens[-1] + 1)
    }
    return scene.time_tokens.intersection(scene.clauses[at].tokens) - scene.durations - bound


def _adverbs(scene: Scene, at: int) -> frozenset[int]:
    """The adverbs of a clause outside its phrases, but those of negation and number, which change what is said.

    With one goes what measures it: `relativ bald`.
    """
    inside = {i for phrase in scene.phrases[at] for i in phrase.tokens}
    kept = _denying()
    every = scene.words
    adverbs = frozenset(
        i
        for i in scene.clauses[at].tokens
        if (every[i].tag == "ADV" or every[i].text.lower() in words().pointing)
        and i not in inside
        and every[i].text.lower() not in kept
        and every[min(i + 1, len(every) - 1)].text.lower() not in {",", *words().telling_adverbs}  # `einmal mehr`
        and every[min(i + 1, len(every) - 1)].tag not in _NUMBERS
        and "KON" not in {every[max(i - 1, 0)].tag, every[min(i + 1, len(every) - 1)].tag}
    )
    return adverbs | {i - 1 for i in adverbs if i and every[i - 1].tag == "ADJD" and i - 1 not in inside}


def _front(scene: Scene, at: int, finite: int, subject: range, free: Set[str]) -> frozenset[int]:
    """What stands before the verb of a main clause, one phrase with all that belongs to it, if it can be left out.

    That is a phrase behind one of the `free` prepositions.
    """
    front = [i for i in scene.clauses[at].tokens if i < finite and i not in scene.dateline]
    first = next((p for p in scene.phrases[at] if p.tokens[0] in front), None)
    if scene.clauses[at].kind != "main" or first is None or subject[0] < finite:
        return frozenset()
    circumstance = first.function == "oblique" and first.preposition in free
    return frozenset(front) if circumstance else frozenset()


def _free(scene: Scene, at: int) -> frozenset[str]:
    """The prepositions of a clause that its verb can do without in front, those that complete one if it has an object.

    `Auf Betreiben von X hat das Parlament … beschlossen`; not `Gegen das Urteil will er berufen`.
    """
    has_object = any(phrase.function == "object" for phrase in scene.phrases[at])
    every = {phrase.preposition for phrase in scene.phrases[at] if phrase.preposition}
    return frozenset(every if has_object else every - words().completing)


def _circumstances(scene: Scene, at: int) -> Iterator[frozenset[int]]:
    """The phrases of a clause that can be left out, each with its preposition and attributes.

    The last phrase stays: it stands where the verb's own does (`ins Schleudern kommen`, `in einer Krise stecken`).
    """
    phrases = scene.phrases[at]
    for k, phrase in enumerate(phrases[:-1]):
        asks = any(scene.words[i].tag in {"PWAT", "PWS", "PRELS", "PRELAT"} for i in phrase.tokens)
        if phrase.preposition in words().circumstances and phrase.function == "oblique" and not asks:
            tokens = list(whole(phrases, k))
            follows = scene.words[tokens[-1] + 1]  # what hangs on a phrase would hang on nothing: `Kämpfe mit X`
            joined = follows.tag in PREPOSITIONS or follows.tag == "KON"
            if tokens[-1] < phrases[-1].tokens[0] and not joined:
                yield frozenset({tokens[0] - 1, *tokens})


def _is_readable(scene: Scene, at: int, kept: Sequence[int]) -> bool:
    """Whether what is left of a clause means something by itself, in the order in which it comes to stand."""
    return not any(is_dangling(scene, i) for i in kept) and _is_in_order(scene, at, kept)


def _is_in_order(scene: Scene, at: int, kept: Sequence[int]) -> bool:
    """Whether what is left of a clause is no jumble: no word is torn from what it leads to, none closes up."""
    torn = any(scene.words[i].tag in _LEADING and i + 1 != behind for i, behind in pairwise(kept))
    return not torn and not _is_bridged(scene, at, kept)


def _is_bridged(scene: Scene, at: int, kept: Sequence[int]) -> bool:
    """Whether words come to stand side by side that a sign and words of the clause had parted: more than an aside."""
    tokens, added = scene.clauses[at].tokens, frozenset(_added(scene, at))
    return any(
        all(i in tokens or is_sign(scene.words[i]) for i in range(before + 1, behind))
        and any(scene.words[i].text in {",", ":", *_BREAKS} for i in range(before + 1, behind) if i not in added)
        for before, behind in pairwise(i for i in kept if not is_sign(scene.words[i]))
        if before + 1 < behind and not _touch(scene, before, behind)
    )


def _touch(scene: Scene, before: int, behind: int) -> bool:
    """Whether nothing but signs stands between two words, and no bracket."""
    between = [scene.words[i] for i in range(before + 1, behind)]
    return all(is_sign(word) and word.text not in {"(", ")", *_QUOTES} for word in between)


def _tells(scene: Scene, i: int) -> bool:
    """Whether a word says something beside when, how or whereupon."""
    return not is_sign(scene.words[i]) and scene.words[i].tag not in {"ADV", "PROAV", "PRF"}


def spoken(scene: Scene, tokens: Iterable[int], speaker: Set[str]) -> str:
    """The stretch from the first to the last word as `text` gives it, the first `er` with the name of whom it means.

    Not where whoever speaks is meant, or is named in these words.
    """
    order = list(tokens)
    named = {m.actor_id for i in order for m in scene.mentions.get(i, ()) if m.kind != "pronoun"} | speaker
    at = next((i for i in order if _name_of(scene, i) is not None), None)
    if at is None or not named.isdisjoint(m.actor_id for m in scene.mentions[at]) or _is_plural(scene, at):
        return text(scene, order)
    parts = (text(scene, [i for i in order if i < at]), _name_of(scene, at), text(scene, [i for i in order if i > at]))
    return " ".join(filter(None, parts))


def _is_plural(scene: Scene, at: int) -> bool:
    """Whether a pronoun is the subject of a verb in the plural, as one name could not be."""
    home = scene.home_of(at)
    finite = scene.finite_of(home.tokens) if home is not None else None
    return scene.words[at].text.lower() == "sie" and finite is not None and plural(scene.words[finite].text)


def _joined(scene: Scene, tokens: Sequence[int], before_dots: Set[int] = frozenset(), *, naming: bool = True) -> str:
    """The words in their order, those that stand side by side as they stand; small where a sentence began with them.

    Behind some of them stand dots; in place of a pronoun stands the name that the text has for who is meant, if
    `naming` is wanted.
    """
    runs: list[list[int]] = []
    for i in tokens:
        around = (i, *(runs[-1][-1:] if runs else ()))
        named = naming and any(_name_of(scene, k) is not None for k in around)
        touches = runs and runs[-1][-1] < i and _touch(scene, runs[-1][-1], i) and not named
        if touches and runs[-1][-1] not in before_dots:
            runs[-1].append(i)
        else:
            runs.append([i])
    parts = ((_small(scene, run, naming=naming), "…" if run[-1] in before_dots else "") for run in runs)
    return " ".join(word for part in parts for word in part if word)


def _name_of(scene: Scene, i: int) -> str | None:
    """The first name in full that the text has for whom a personal pronoun means: `gegen ihn`; names have no cases."""
    meant = {m.actor_id for m in scene.mentions.get(i, ()) if m.kind == "pronoun"}
    if scene.words[i].tag != "PPER" or len(meant) != 1:
        return None
    names = [m.text for m in scene.analysis.mentions if m.actor_id in meant and m.kind == "name"]
    return next((name for name in names if not name.endswith(GENITIVE_OF_NAMES)), None)


def _small(scene: Scene, run: Sequence[int], *, naming: bool) -> str:
    """Words as they stand, but for the capital letter that a sentence or its report began with."""
    if naming and (name := _name_of(scene, run[0])) is not None:
        return name
    stretch = text(scene, run)
    proper = scene.words[run[0]].tag in NOUNS or run[0] in scene.mentions
    return stretch if proper else stretch[:1].lower() + stretch[1:]
