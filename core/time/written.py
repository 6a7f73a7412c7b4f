"""When was a text written? The narrowest interval that its content supports, with the words it rests on."""

from collections.abc import Sequence

from core.model import Interval, OfficeMention, Published, Segment
from core.time import edtf, evidence
from core.time.day_sets import ALWAYS, EARLIEST, LATEST, DaySet, common, since
from core.time.piece import Evidence, Rank
from core.time.reasons import joint, reason, sentence
from core.time.recognise import annotate

_TOLD = 6  # reasons that a reader is given


def estimate(
    text: str, offices: Sequence[OfficeMention] = (), segments: Sequence[Segment] = (), file: str = ""
) -> Published:
    """The interval in which a text was written, told from the text alone.

    Evidence is weighed from the surest to the vaguest. A piece that contradicts what surer pieces agree on is set
    aside, and named as such. Unless surer pieces than months without a year bound the time on both sides, it stays
    unknown.

    Args:
        text: the text.
        offices: persons named together with an office, with the term of it.
        segments: the text's parts, if known, so that captions date themselves alone.
        file: the name of its file, if known.
    """
    pieces = evidence.collect(text, annotate(text, segments=segments), offices, segments, file)
    used, against = _weigh(_later_wins(pieces))
    used = _needed(used)
    bounds = _possible([piece for piece in used if piece.bounds])
    reasons = _listed(used) + (joint("against") + _listed(against) if against else "")
    spans = tuple(sorted({piece.span for piece in used if piece.span[0] < piece.span[1]}))
    if bounds[0].first == EARLIEST or bounds[-1].last == LATEST:
        return Published(None, None, "unknown", _unbounded(bounds, reasons), spans)
    possible = _possible(used)
    stretch = Interval(possible[0].first, possible[-1].last)
    if stretch.first == stretch.last:
        said = sentence("on", day=stretch.first, reasons=reasons)
    else:
        said = sentence("between", first=stretch.first, last=stretch.last, reasons=reasons)
    return Published(edtf.format(stretch), stretch, "inferred", said, spans)


def _later_wins(pieces: Sequence[Evidence]) -> list[Evidence]:
    """The pieces, a term in office or an era bounding from below alone where another piece is of after its end.

    A text may look back on what has ended, but not ahead on what nobody knew yet.
    """
    begins = max(piece.allowed[0].first for piece in pieces) if pieces else EARLIEST
    return [
        piece._replace(allowed=since(piece.allowed[0].first))
        if piece.rank in {Rank.OFFICE, Rank.ERA} and piece.allowed[-1].last < begins
        else piece
        for piece in pieces
    ]


def _weigh(pieces: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """The pieces that narrow what is possible, and those that contradict what surer ones agree on."""
    state = ALWAYS
    used: list[Evidence] = []
    against: list[Evidence] = []
    for piece in pieces:
        shared = common(state, piece.allowed)
        if not shared:
            against.append(piece)
        elif shared != state:
            used.append(piece)
            state = shared
    return used, against


def _possible(used: Sequence[Evidence]) -> DaySet:
    """The days that all pieces allow."""
    state = ALWAYS
    for piece in used:
        state = common(state, piece.allowed)
    return state


def _needed(used: list[Evidence]) -> list[Evidence]:
    """The pieces without which more days would be possible; of equal ones, the surest."""
    possible = _possible(used)
    for piece in reversed(used):
        rest = [other for other in used if other is not piece]
        if _possible(rest) == possible:
            used = rest
    return used


def _listed(pieces: Sequence[Evidence]) -> str:
    reasons = list(dict.fromkeys(piece.reason for piece in pieces))
    more = [reason("more", n=len(reasons) - _TOLD)] if len(reasons) > _TOLD else []
    return joint("next").join(reasons[:_TOLD] + more)


def _unbounded(bounds: DaySet, reasons: str) -> str:
    first, last = bounds[0].first, bounds[-1].last
    if first > EARLIEST:
        return sentence("not_before", day=first, reasons=reasons)
    if last < LATEST:
        return sentence("not_after", day=last, reasons=reasons)
    return sentence("nothing")
