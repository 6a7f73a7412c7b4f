"""The nouns that a text has most, as it has them."""

from core.claims.themes import themes_near
from tests.core.claims.scenes import analysis


def themes(text: str) -> tuple[str, ...]:
    return tuple(theme.shown for theme in analysis(text).themes)


def test_what_a_text_begins_with_and_has_often_comes_first() -> None:
    text = (
        "Die Werft baut eine Fähre. Die Fähre soll im Mai fertig sein. Das sagte ein Sprecher. "
        "Viele warten auf die Fähre. Die Gewerkschaft schweigt."
    )
    assert themes(text)[0] == "Fähre"
    assert "Sprecher" not in themes(text)
    assert "Mai" not in themes(text)


def test_a_noun_counts_more_where_others_have_it_in_them() -> None:
    text = (
        "Es geht um alles. Klar. So ist es. Der Brückenpfeiler bricht. Der Brückenbau stockt. Die Brücke ist alt."
        " Das Brückengeländer rostet. Die Suppe schmeckt. Die Suppe ist heiß."
    )
    assert themes(text)[0] == "Brücke"


def test_a_noun_has_the_form_that_the_text_has_most_but_for_genitives_and_datives() -> None:
    text = "Fischer streiken. Den Fischern droht eine Klage. Das Recht der Fischer ist alt. Die Fischer bleiben."
    assert themes(text)[0] == "Fischer"
    assert "Fischern" not in themes(text)


def test_of_plurals_with_the_umlaut_of_their_kind_none_is_shortened() -> None:
    assert "Kindergärten" in themes("Die Kindergärten streiken. Ein Kindergarten schließt. Kindergärten sind teuer.")


def test_a_theme_is_of_a_sentence_that_is_near_it_and_of_what_happens_if_the_text_begins_with_it() -> None:
    text = (
        "Der Hafen streikt. Die Fähre liegt. Alle warten. Viele lesen. Einige lachen. Der Kiosk öffnet. Er ist klein."
    )
    read = analysis(text)

    def near(at: int, *, headed: bool) -> set[str]:
        return {theme.shown for theme in themes_near(read.themes, at, headed=headed)}

    assert near(0, headed=False) == {"Hafen", "Fähre"}
    assert near(6, headed=False) == {"Kiosk"}
    assert near(6, headed=True) == {"Kiosk", "Hafen"}
