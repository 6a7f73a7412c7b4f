"""What a sentence tells of somebody's saying: who, by which words we know, and what is said."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.german.clauses import Clause, Verb
from core.german.compounds import head_in
from core.german.extent import phrase_end
from core.german.tags import DETERMINERS, FINITE
from core.model import Token
from core.quotations.lexicon import cues
from core.quotations.reading import SAID, Reading, first_word
from core.quotations.speakers import governed, inserted_subject, phrase_at, subject

_NO_COMPLEMENT = frozenset({"um", "ohne", "statt", "anstatt"})
_AGENT = frozenset({"von", "durch"})
_WHERE_SAID = frozenset({"in", "aus", "von", "seitens", "vonseiten"})
_CARRYING = "zitieren"
_PARTS_OF_VERB = frozenset({"ADJD", "ADV", "PTKVZ", "PROAV", "VVPP"})


class Frame(NamedTuple):
    """Somebody's saying, as token indices of its sentence.

    `clause` is the clause that the cue is the verb of, or None; `said` the words of this sentence that are said;
    `points_back` is set where the sentence before is said as well (`Das teilte die Polizei mit`).
    """

    clause: int | None
    speaker: tuple[int, ...]
    cue: tuple[int, ...]
    said: tuple[int, ...]
    points_back: bool = False


def frames(reading: Reading) -> tuple[Frame, ...]:
    """The frames of a sentence, in no particular order."""
    return (
        *_sources(reading),
        *_brackets(reading),
        *_particles(reading),
        *_verbs(reading),
        *_nouns(reading),
        *_with_words(reading),
    )


def _sources(reading: Reading) -> Iterator[Frame]:
    """`Laut X`, `X zufolge`, `nach Angaben von X`, `Angaben von X nach`, `demnach`."""
    words, known = reading.words, cues()
    for i, word in enumerate(words):
        lower = word.text.lower()
        opens = i == 0 or words[i - 1].tag[0] == "$"
        if lower in known.postpositions:
            speaker = range(_phrase_begin(words, i), i)
        elif lower in known.references:
            speaker = range(i, i + 1)
        elif (
            lower in known.prepositions
            or (lower == "nach" and _head_is_one_of(words, i, known.sources))
            or (lower == "aus" and opens and _head_is_one_of(words, i, known.views))
        ):
            speaker = range(i + 1, phrase_end(words, i + 1))
        elif lower == "nach" and i and head_in(words[i - 1].lemma, known.sources):
            begin = _phrase_begin(
                words, i
            )  # with a preposition there, `nach` is one as well: `aus Studien nach dem Krieg`
            speaker = range(begin, begin if words[begin].tag in {"APPR", "APPRART"} else i)
        else:
            continue
        if speaker:
            named = {*speaker, i}
            yield Frame(None, tuple(speaker), (i,), tuple(k for k in _said_around(reading, i) if k not in named))


def _brackets(reading: Reading) -> Iterator[Frame]:
    """`… (Quelle: X)`."""
    words = reading.words
    for i in range(1, len(words) - 2):
        if words[i - 1].text == "(" and words[i].text.lower() in cues().brackets and words[i + 1].text == ":":
            speaker = range(i + 2, phrase_end(words, i + 2))
            if speaker:
                yield Frame(None, tuple(speaker), (i,), tuple(range(i - 1)))


def _head_is_one_of(words: Sequence[Token], at: int, nouns: frozenset[str]) -> bool:
    """Whether the noun behind a preposition is one of those: `Angaben`, `ersten Meldungen`, `Polizeiangaben`."""
    for word in words[at + 1 : at + 6]:
        if word.tag == "NE" and word.text.endswith("s") and head_in(word.lemma, nouns) is None:
            continue  # whose it is: `nach Meiers Angaben`
        if word.tag in {"NN", "NE", "NNA"}:
            return head_in(word.lemma, nouns) is not None
        if word.tag not in {"ART", "ADJA", "PPOSAT", "ADV", "ADJD", "CARD", "PIAT", "PDAT"}:
            return False
    return False


def _phrase_begin(words: Sequence[Token], end: int) -> int:
    """Where the noun phrases that reach to `end` begin: behind the last verb, sign, adverb or pronoun before them."""
    i = end
    while i and words[i - 1].tag[0] not in "V$" and words[i - 1].tag not in {"ADV", "KOUS", "PPER", "PRF", "PTKNEG"}:
        i -= 1
    return i


def _said_around(reading: Reading, at: int) -> tuple[int, ...]:
    """What the source named at a token says: its clause with its dependents, a main clause with all that follows."""
    k = reading.clause_of.get(at)
    if k is None:
        return tuple(range(len(reading.words)))
    if reading.clauses[k].kind in {"main", "fragment"}:
        return tuple(range(reading.clauses[k].tokens[0], len(reading.words)))
    return reading.extent(k)


def _particles(reading: Reading) -> Iterator[Frame]:
    """`…, so X`."""
    words = reading.words
    for i in range(1, len(words) - 1):
        set_off = words[i - 1].tag in {"$,", SAID} or words[i - 1].text == "("
        if words[i].text.lower() not in cues().particle or not set_off:
            continue
        end = phrase_end(words, i + 1)
        stop = next(
            (k for k in range(end, len(words)) if words[k].tag in {"$,", "$.", SAID} or words[k].text == ")"),
            len(words),
        )
        if end > i + 1 and not any(word.tag in FINITE for word in words[end:stop]):
            said = (*range(i - 1), *range(stop, len(words)))
            yield Frame(reading.clause_of.get(i), tuple(range(i + 1, end)), (i,), said)


def _verbs(reading: Reading) -> Iterator[Frame]:
    """`X sagt, dass …`, `…, sagt X`, `wie X sagt`, `X ist der Meinung, …`, `das sagt X`."""
    for k, clause in enumerate(reading.clauses):
        verb = clause.verb
        retold = verb is not None and verb.mood == "subjunctive1"  # what it introduces is a part of what another said
        if verb is None or retold or clause.opener in _NO_COMPLEMENT or _is_to_be_said(verb):
            continue
        noun = _noun_before_complement(reading.words, clause)
        name, cue = _cue_verb(reading.words, clause, verb)
        if not name and not noun:
            continue
        complement = _complement(reading, k, name, bool(noun))
        if not name and complement is None:
            continue
        speaker = _speaker(reading, k, verb, name)
        if (not name and set(noun) & set(speaker)) or (clause.opener == "wie" and not speaker):
            continue  # `wie manche behaupten` gives it as nobody's word
        said, points_back = _said(reading, k, name, complement, speaker)
        marking = {*cue, *(noun if complement is not None else ())} - set(said)
        yield Frame(k, speaker, tuple(marking), said, points_back)


def _is_to_be_said(verb: Verb) -> bool:
    """Whether somebody only should or could say it: `Das müssten alle wissen`; who would like to say it does."""
    return verb.mood == "subjunctive2" and verb.modal not in {"", "mögen"}


def _cue_verb(words: Sequence[Token], clause: Clause, verb: Verb) -> tuple[str, tuple[int, ...]]:
    """The cue verb of a clause in its base form, empty where it has none, and the tokens of the whole verb complex.

    An infinitive beside another verb counts (`ließ verbreiten`), and so does an adverb that makes one verb with it
    (`gab bekannt`).
    """
    known = cues().verbs
    last = max(i for i in clause.tokens if i == clause.tokens[0] or words[i].tag[0] != "$")
    for i in clause.tokens:
        part = words[i].tag in _PARTS_OF_VERB or (i == last and words[i].tag == "APPR")
        if part and (name := _joined(words[i].text.lower(), words[verb.at].lemma.lower())):
            return name, (*verb.tokens, i)
    if verb.lemma in known:
        return verb.lemma, verb.tokens
    spoken = (words[i].lemma.lower() for i in verb.tokens if words[i].tag in {"VVINF", "VVIZU", "VVFIN"})
    return next((lemma for lemma in spoken if lemma in known), ""), verb.tokens


def _joined(part: str, verb: str) -> str:
    return next((word for word in (f"{part} {verb}", part + verb) if word in cues().verbs), "")


def _noun_before_complement(words: Sequence[Token], clause: Clause) -> tuple[int, ...]:
    """The last noun of a clause with its article where it takes what is said: `ist [der Meinung], dass …`."""
    at = next((i for i in reversed(clause.tokens) if words[i].tag in {"NN", "NNA"}), None)
    if at is None or words[at].lemma.lower() not in cues().nouns:
        return ()
    return (at - 1, at) if at and words[at - 1].tag in {"ART", "PPOSAT", "APPRART"} else (at,)


def _complement(reading: Reading, at: int, name: str, noun: bool) -> int | None:
    """The clause behind the verb of a clause that tells what is said, or None."""
    clauses, words = reading.clauses, reading.words
    begin = next((i for i in clauses[at].tokens if words[i].tag in FINITE), clauses[at].tokens[0])
    for k in range(at + 1, len(clauses)):
        clause = clauses[k]
        if clause.tokens[0] < begin or not (_hangs_on(clauses, k, at) or _touches(reading, k, at)):
            continue
        retold = clause.verb is not None and clause.verb.mood != "indicative"
        if clause.opener == "wie" and clause.verb is not None and clause.verb.lemma in cues().saying:
            continue  # `wie er sagte` says who says it
        if clause.kind == "subordinate" and (clause.opener in cues().complementisers or retold):
            return k
        if clause.kind == "infinitive" and clause.opener not in _NO_COMPLEMENT:
            return k if noun or name in cues().urging else None
        if _is_statement(words, clause) and (retold or (name in cues().saying and not _has_said(reading, at, k))):
            return k
        if clause.kind in {"main", "subordinate"}:
            return None
    return None


def _has_said(reading: Reading, at: int, k: int) -> bool:
    """Whether a clause has in it what is said; behind its comma is then another: `X lobte den Plan, Y …`."""
    if reading.words[reading.clauses[k].tokens[0] - 1].text != ",":
        return False
    objects = (phrase for phrase in reading.phrases(at) if phrase.function == "object")
    return any(reading.words[phrase.tokens[0]].text.lower() not in _DATIVE for phrase in objects)


_DATIVE = frozenset({"dem", "der", "einem", "einer", "ihm", "ihr", "ihnen", "mir", "uns"})
"""Words that may begin who is told: `sagte dem Sender, …`."""


def _hangs_on(clauses: Sequence[Clause], k: int, at: int) -> bool:
    """Whether a clause depends on another, be it over a relative clause or an adverbial infinitive in it."""
    parent = clauses[k].parent
    while parent is not None and parent > at and clauses[parent].kind in {"relative", "infinitive"}:
        parent = clauses[parent].parent
    return parent == at


def _touches(reading: Reading, k: int, at: int) -> bool:
    """Whether a clause begins at the sign that ends another."""
    return reading.clause_of.get(reading.clauses[k].tokens[0] - 2) == at


def _is_statement(words: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause that a comma or colon sets off has its verb second.

    The tagger takes the article of `sagte, die Lage sei ernst` for a relative pronoun at times.
    """
    first = clause.tokens[0]
    set_off = words[first].tag not in FINITE | {"KON"} and words[first - 1].text in {",", ":"}
    if clause.kind == "relative":
        last = next((i for i in reversed(clause.tokens) if words[i].tag[0] != "$"), first)
        return set_off and words[last].tag[0] != "V" and words[first].tag == "PRELS"
    return set_off and clause.kind == "main" and clause.shares is None and clause.verb is not None


def _speaker(reading: Reading, at: int, verb: Verb, name: str) -> tuple[int, ...]:
    if verb.passive and name not in cues().citing:
        return governed(reading, at, _AGENT)
    if name in cues().impersonal and all(reading.words[i].lemma.lower() != "lassen" for i in verb.tokens):
        return governed(reading, at, _WHERE_SAID)
    if name == _CARRYING and (cited := _cited(reading, at)):
        return cited
    return subject(reading, at)


def _cited(reading: Reading, at: int) -> tuple[int, ...]:
    """The person whose words a medium passes on: `zitiert die Nordpost den Minister Otto Muster`."""
    words = reading.words
    objects = (phrase for phrase in reading.phrases(at) if phrase.function == "object")
    person = next((p for p in objects if any(words[i].tag == "NE" for i in p.tokens)), None)
    return phrase_at(words, person) if person is not None else ()


def _said(
    reading: Reading, at: int, name: str, complement: int | None, speaker: tuple[int, ...]
) -> tuple[tuple[int, ...], bool]:
    """The words that are said with the verb of a clause, and whether the sentence before is said with it."""
    words, clause = reading.words, reading.clauses[at]
    first = first_word(words, clause.tokens)
    if words[first].text.lower() == "wie" and name in cues().saying:
        return _all_but(reading, at), False
    if complement is not None:
        return reading.extent(complement), False
    if name not in cues().saying or any(words[i].tag == SAID for i in clause.tokens):
        return (), False
    opens = words[first].text.lower() in cues().particle | cues().pointers  # `…, so sagte X`, `…, das sagte X`
    verb_first = first + 1 if opens else first
    inserted = words[verb_first].tag in FINITE and first > 1 and words[first - 1].text == ","
    if inserted and (name in cues().impersonal or inserted_subject(reading, at)):
        return _around(reading, at, speaker), False
    active = clause.verb is not None and not clause.verb.passive and clause.kind == "main"
    points = words[first].text.lower() in cues().pointers and words[first + 1].tag not in {"NN", "ADJA"}
    if active and points and speaker and first not in speaker:  # not so `Dieses Mal klagt …`
        return (first,), True
    return (), False


def _all_but(reading: Reading, at: int) -> tuple[int, ...]:
    """The words of a sentence without those of a clause."""
    own = set(reading.clauses[at].tokens)
    return tuple(i for i in range(len(reading.words)) if i not in own)


def _around(reading: Reading, at: int, speaker: tuple[int, ...]) -> tuple[int, ...]:
    """The words of a sentence before and behind an inserted clause, which the sign behind its speaker ends.

    A relative clause right behind that tells of the speaker: `…, sagte Lund, der im Mai gewählt worden war.`
    """
    begin = reading.clauses[at].tokens[0]
    behind = range(max((begin, *speaker)) + 1, len(reading.words))
    end = next((i for i in behind if reading.words[i].tag in {"$,", "$."}), len(reading.words))
    following = (k for k, clause in enumerate(reading.clauses) if clause.tokens[0] == end + 1)
    about = next((k for k in following if reading.clauses[k].kind == "relative"), None)
    if about is not None and not _is_statement(reading.words, reading.clauses[about]):
        return (*range(begin), *(i for i in range(end, len(reading.words)) if i not in reading.extent(about)))
    if _is_apposition(reading.words[end:]):
        return tuple(range(begin))
    return (*range(begin), *range(end, len(reading.words)))


def _is_apposition(words: Sequence[Token]) -> bool:
    """Whether the end of a sentence only says who a speaker is: `…, sagte Lund, Obmann des Verbands.`"""
    noun = next((word for word in words[1:] if word.tag not in DETERMINERS | {"ADJA", "ADV"}), None)
    return noun is not None and noun.tag == "NN" and all(word.tag[0] != "V" for word in words)


def _nouns(reading: Reading) -> Iterator[Frame]:
    """`Die Forderung der Grünen, … zu …`, `ihre Ansicht, dass …`; not so the latter in reported speech."""
    words, clauses = reading.words, reading.clauses
    for i, word in enumerate(words):
        if word.tag != "NN" or word.lemma.lower() not in cues().nouns:
            continue
        speaker = _whose(words, i)
        if words[i - 1].tag == "PPOSAT" and _is_retold(reading, i):
            continue
        end = max((i, *speaker)) + 1
        k = reading.clause_of.get(end + 1)
        if not speaker or k is None or clauses[k].tokens[0] != end + 1 or words[end].text != ",":
            continue
        clause = clauses[k]
        adverbial = clause.kind == "infinitive" and clause.opener in _NO_COMPLEMENT
        if (clause.kind == "infinitive" and not adverbial) or clause.opener in {"dass", "ob", "daß"}:
            yield Frame(None, speaker, (i,), reading.extent(k))


def _is_retold(reading: Reading, at: int) -> bool:
    """Whether a token stands in a clause in the subjunctive of reported speech."""
    k = reading.clause_of.get(at)
    verb = reading.clauses[k].verb if k is not None else None
    return verb is not None and verb.mood == "subjunctive1"


def _whose(words: Sequence[Token], noun: int) -> tuple[int, ...]:
    """Whose a noun is: the genitive or `von …` behind it, or the possessive before it."""
    behind = noun + 1
    if behind < len(words) and (words[behind].tag == "ART" or words[behind].text.lower() in {"von", "vom"}):
        begin = behind + (words[behind].tag != "ART")
        return tuple(range(begin, phrase_end(words, begin)))
    return (noun - 1,) if noun and words[noun - 1].tag == "PPOSAT" else ()


def _with_words(reading: Reading) -> Iterator[Frame]:
    """`Mit den Worten „…“ begrüßte X …`."""
    words = reading.words
    for i in range(2, len(words)):
        k = reading.clause_of.get(i)
        if words[i].text == "Worten" and words[i - 2].text.lower() == "mit" and k is not None:
            yield Frame(k, subject(reading, k), (i - 2, i - 1, i), ())
