"""When was a text written? The narrowest interval that its content supports, with the words it rests on."""

from collections.abc import Mapping, Sequence

from core.model import Interval, OfficeMention, Published, Reason, Segment, Why
from core.time import edtf, evidence
from core.time.day_sets import ALWAYS, EARLIEST, LATEST, DaySet, common, since
from core.time.piece import Evidence, Rank
from core.time.reasons import reason, told
from core.time.recognise import annotate

_TOLD = 6  # reasons that a reader is given


def given(day: str, file: str) -> Published:
    """When a text was written, by what a file says of it; `day` is a date in EDTF.

    Raises:
        ValueError: `day` is none.
    """
    why = Why("given", {"file": file})
    return Published(day, edtf.parse(day), "metadata", told(why), why=why)


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
    reasons = {"reasons": _listed(used), "against": _listed(against)}
    spans = tuple(sorted({piece.span for piece in used if piece.span[0] < piece.span[1]}))
    if bounds[0].first == EARLIEST or bounds[-1].last == LATEST:
        why = _unbounded(bounds, reasons)
        return Published(None, None, "unknown", told(why), spans, why)
    possible = _possible(used)
    stretch = Interval(possible[0].first, possible[-1].last)
    if stretch.first == stretch.last:
        why = Why("on", {"day": str(stretch.first)}, **reasons)
    else:
        why = Why("between", {"first": str(stretch.first), "last": str(stretch.last)}, **reasons)
    return Published(edtf.format(stretch), stretch, "inferred", told(why), spans, why)


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


def _listed(pieces: Sequence[Evidence]) -> tuple[Reason, ...]:
    """What a reader is given of the reasons, each once."""
    reasons: list[Reason] = []
    for piece in pieces:
        if piece.reason not in reasons:
            reasons.append(piece.reason)
    more = [reason("more", n=len(reasons) - _TOLD)] if len(reasons) > _TOLD else []
    return (*reasons[:_TOLD], *more)


def _unbounded(bounds: DaySet, reasons: Mapping[str, tuple[Reason, ...]]) -> Why:
    first, last = bounds[0].first, bounds[-1].last
    if first > EARLIEST:
        return Why("not_before", {"day": str(first)}, **reasons)
    if last < LATEST:
        return Why("not_after", {"day": str(last)}, **reasons)
    return Why("nothing")
