import pytest

from core.events.labels import label
from core.events.titled import Titled
from core.model import Participant, Role, Status

NAMES = {
    "ann": "Ann Ody",
    "bo": "Bo Lund",
    "cy": "Cy Rex",
    "dora": "Dora May",
    "oslo": "Norwegen",
    "cross": "Rotes Kreuz",
}


def event(
    type_: str,
    *parts: tuple[str, Role],
    place: str | None = None,
    topic: str | None = None,
    status: Status = "occurred",
    deed: str | None = None,
    themes: tuple[str, ...] = (),
) -> Titled:
    some = [Participant(*part) for part in parts]
    return Titled(type_, status, some, place, topic, None, deed=deed, themes=themes)


def test_a_label_tells_who_does_what_to_whom_and_where() -> None:
    attack = event("force", ("ann", "agent"), ("oslo", "target"), ("ann", "topic"), place="Oslo")
    assert label(attack, NAMES) == "Gewalt von Ann Ody gegen Norwegen (Oslo)"


def test_the_noun_of_the_text_stands_in_place_of_the_type() -> None:
    assert label(event("force", ("oslo", "target"), deed="Anschlag"), NAMES) == "Anschlag gegen Norwegen"
    assert label(event("force", ("oslo", "target"), deed="angreifen"), NAMES) == "Angriff gegen Norwegen"
    assert label(event("force", ("oslo", "target"), deed="IS-anschlag"), NAMES) == "IS-Anschlag gegen Norwegen"
    assert label(event("force", ("oslo", "target"), deed="tummeln"), NAMES) == "Gewalt gegen Norwegen"


def test_a_name_that_would_need_another_case_stands_by_itself() -> None:
    assert label(event("aid", ("cross", "agent")), NAMES) == "Hilfe: Rotes Kreuz"
    assert label(event("aid", ("cross", "target")), NAMES) == "Hilfe: Rotes Kreuz"
    assert label(event("force", ("cross", "target")), NAMES) == "Gewalt gegen Rotes Kreuz"
    court = event("statement", ("court", "speaker"))
    assert label(court, {**NAMES, "court": "Rechnungshof"}) == "Äußerung: Rechnungshof"


def test_a_compound_of_the_words_stands_behind_what_their_text_is_about() -> None:
    spoken = event("statement", ("ann", "speaker"), themes=("Fähren", "Häfen"))
    told = spoken._replace(nouns=("Hafenverwaltung", "Tag"))
    assert label(told, NAMES) == "Äußerung von Ann Ody (Thema: Fähren, Hafenverwaltung)"
    assert label(spoken._replace(nouns=("Hafenarbeit",)), NAMES) == "Äußerung von Ann Ody (Thema: Fähren, Häfen)"


def test_a_long_list_is_cut_and_says_so() -> None:
    meeting = event("meeting", *((actor, "agent") for actor in [*NAMES][:5]))
    assert label(meeting, NAMES) == "Treffen von Ann Ody, Bo Lund, Cy Rex und weitere"


def test_topics_stand_in_where_nobody_acts_but_of_whom_somebody_speaks_does_not_speak() -> None:
    assert label(event("force", ("oslo", "topic")), NAMES) == "Gewalt gegen Norwegen"
    assert label(event("statement", ("oslo", "topic"), topic="Fische"), NAMES) == "Äußerung (Thema: Fische)"


@pytest.mark.parametrize(
    ("topic", "shown"),
    [
        ("mehr Geld", None),
        ("Fische im Norden", "Fische im Norden"),
        ("den Bau einer Werft", "Bau einer Werft"),
        ("für eine neue Werft", "eine neue Werft"),
        ("den neuen Werften", None),
        ("ihre Werft", None),
        ("auf die Werft", None),
        ("Auf die Werft", None),
        ("die insgesamt 40 Boote", None),
        ("verankerte) Boote", None),
    ],
)
def test_words_of_the_source_are_shown_where_they_can_stand_by_themselves(topic: str, shown: str | None) -> None:
    request = event("request", ("ann", "agent"), topic=topic)
    assert label(request, NAMES) == ("Forderung von Ann Ody" + (f" (Thema: {shown})" if shown else ""))


def test_the_nouns_of_the_text_stand_where_those_words_cannot() -> None:
    request = event("request", ("ann", "agent"), topic="ihre Werft", themes=("Fähren", "Hafenausbau"))
    assert label(request, NAMES) == "Forderung von Ann Ody (Thema: Fähren, Hafenausbau)"


def test_what_would_make_a_title_too_long_is_left_out_whole() -> None:
    request = event("request", ("ann", "agent"), topic="Sehr " * 18 + "viel Geld")
    assert label(request, NAMES) == "Forderung von Ann Ody"


@pytest.mark.parametrize(
    ("status", "expected"), [("planned", "Hilfe (geplant)"), ("possible", "Hilfe (möglich)"), ("occurred", "Hilfe")]
)
def test_a_label_says_what_has_not_happened(status: Status, expected: str) -> None:
    assert label(event("aid", status=status), NAMES) == expected


def test_the_noun_for_what_is_done_to_somebody_has_who_does_it_behind_durch() -> None:
    killing = event("force", ("ann", "agent"), ("bo", "target"), deed="töten")
    assert label(killing, NAMES) == "Tötung von Bo Lund durch Ann Ody"
    assert label(event("force", ("ann", "agent"), deed="töten"), NAMES) == "Tötung durch Ann Ody"
    assert label(event("force", ("cross", "target"), deed="töten"), NAMES) == "Tötung: Rotes Kreuz"
    assert label(event("request", ("ann", "agent"), deed="fordern"), NAMES) == "Forderung von Ann Ody"


def test_whom_sources_name_as_both_is_one_whom_it_concerns() -> None:
    both = event("justice", ("ann", "agent"), ("ann", "target"), deed="ermitteln")
    assert label(both, NAMES) == "Ermittlungen: Ann Ody"
    assert label(event("force", ("ann", "agent"), ("ann", "target")), NAMES) == "Gewalt gegen Ann Ody"
