"""What stands on a web page beside its article."""

import pytest

from core.corpus.formats.html import extract
from tests.core.corpus.samples import GERMAN, MORE, html


def body(*parts: str) -> list[str]:
    page = f'<html><head><meta charset="utf-8"></head><body><article>{"".join(parts)}</article></body></html>'
    return extract(page.encode(), None).text.split("\n\n")


@pytest.mark.parametrize(
    "head",
    [
        '<span class="byline">Von Erika Muster</span> <span class="date">20. März 2024</span> <span>Teilen</span>',
        "<div>Von Erika Muster</div><time>20. März 2024</time><ul><li>Teilen</li><li>Facebook</li></ul>",
        "<p>Von <a href='/e'>Erika Muster</a></p><p>20. März 2024</p><div class='share'><a href='#'>Per Post</a></div>",
    ],
)
def test_byline_and_day_are_not_glued_to_the_body_of_a_short_article(head: str) -> None:
    lines = body("<h1>Abkommen in Wien</h1>", head, f"<p>{GERMAN}</p>")
    assert lines[0] == "Abkommen in Wien"
    assert lines[-1] == GERMAN
    assert set(lines[1:-1]) <= {"Von Erika Muster", "20. März 2024", "Teilen"}
    assert "20. März 2024" in lines


@pytest.mark.parametrize(
    "stray",
    [
        "<p>Wir und unsere 142 Partner verarbeiten Daten, um Inhalte zu personalisieren.</p>",
        '<div class="cookie-banner"><p>Bitte wählen Sie aus, was Sie erlauben wollen und was nicht.</p></div>',
        '<p>Lesen Sie auch: <a href="/2">Die Präsidentin in Tokio</a></p>',
        '<h3>Meistgelesen</h3><ul><li><a href="/2">Die Präsidentin in Tokio</a></li></ul>',
        '<p>Mehr zum Thema</p><p><a href="/2">Die Präsidentin in Tokio</a></p><p><a href="/3">Neue Übungen</a></p>',
    ],
)
def test_consent_dialogs_and_pointers_to_other_articles_are_left_out(stray: str) -> None:
    assert body(f"<p>{GERMAN}</p><p>{MORE}</p>", stray, f"<p>{MORE} {GERMAN}</p>") == [GERMAN, MORE, f"{MORE} {GERMAN}"]


def test_article_that_breaks_off_at_a_paywall_is_kept_with_a_remark() -> None:
    offer = "<p>Weiterlesen mit M+</p><p>Testen Sie M+ für 1 Euro im Monat.</p><p>Bereits Abonnent? Hier anmelden.</p>"
    extracted = extract(html(GERMAN, MORE).replace("</article>", f"{offer}</article>").encode(), None)
    assert extracted.text == f"{GERMAN}\n\n{MORE}"
    assert extracted.remark is not None
    assert "breaks off at a paywall (“Weiterlesen mit M+”)" in extracted.remark


def test_paid_content_is_remarked_on() -> None:
    declared = '{"@type": "NewsArticle", "isAccessibleForFree": "False"}'
    page = html(GERMAN, head=f'<meta charset="utf-8"><script type="application/ld+json">{declared}</script>')
    assert "is marked as paid content" in (extract(page.encode(), None).remark or "")


def test_offer_far_from_a_paywall_is_part_of_the_article() -> None:
    price = "Das Abkommen kostet den Staat 20 Euro im Monat, sagte der Minister."
    assert body(f"<p>{GERMAN}</p><p>{price}</p><p>{MORE}</p>", "<p>Weiterlesen mit M+</p>") == [GERMAN, price, MORE]
