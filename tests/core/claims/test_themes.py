"""The nouns that a text has most, as it has them."""

from tests.core.claims.scenes import analysis


def themes(text: str) -> tuple[str, ...]:
    return analysis(text).themes


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
