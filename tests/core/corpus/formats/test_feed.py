import pytest

from core.corpus.formats.feed import unpack
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.holders import rss
from tests.core.corpus.samples import GERMAN, MORE

TEASER = "holds a teaser, not the article; add the article itself, if its events matter"
HEADLINE = "holds a headline, not the article; add the article itself, if its events matter"


def test_entry_has_a_headline_a_text_and_what_the_feed_says() -> None:
    item = (
        "<title>Größe &amp;amp; Macht</title><link>https://example.org/a</link><dc:creator>Erika</dc:creator>"
        f"<pubDate>Tue, 19 Mar 2024 23:30:00 GMT</pubDate><description>Kurz</description>"
        f"<content:encoded><![CDATA[<p>{GERMAN}</p><script>x</script><p>{MORE}</p>]]></content:encoded>"
    )
    [text] = unpack(rss(item, channel="<title>Blatt</title><language>de-de</language>"), None)
    assert text.text == f"Größe & Macht\n\n{GERMAN}\n\n{MORE}"
    assert text.known == {
        "title": "Größe & Macht",
        "outlet": "Blatt",
        "author": "Erika",
        "url": "https://example.org/a",
        "language": "de",
        "published": "2024-03-20",
    }
    assert text.remark is None


@pytest.mark.parametrize(
    ("item", "read", "remark"),
    [
        (f"<title>T</title><description>{GERMAN}</description>", f"T\n\n{GERMAN}", TEASER),
        ("<title>T</title>", "T", HEADLINE),
        (f"<description>{GERMAN * 20}</description>", GERMAN * 20, None),
        (f"<content:encoded>{GERMAN} [&amp;hellip;]</content:encoded>", f"{GERMAN} […]", TEASER),
        (f"<title>{GERMAN}</title><description>{GERMAN}</description>", GERMAN, TEASER),
    ],
)
def test_teaser_is_kept_and_told(item: str, read: str, remark: str | None) -> None:
    [text] = unpack(rss(item), None)
    assert (text.text, text.remark) == (read, remark)


def test_atom_is_read() -> None:
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Blatt</title><entry><title>T</title><author><name>Erika</name>'
        '</author><link href="https://example.org/a"/><updated>2024-03-19T18:00:00+01:00</updated>'
        f'<content type="html">&lt;p&gt;{GERMAN}&lt;/p&gt;</content></entry></feed>'
    ).encode()
    [text] = unpack(data, None)
    assert text.text == f"T\n\n{GERMAN}"
    assert text.known == {
        "title": "T",
        "outlet": "Blatt",
        "author": "Erika",
        "url": "https://example.org/a",
        "published": "2024-03-19",
    }


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "utf-8"])
def test_encoding_is_the_one_that_the_feed_declares(encoding: str) -> None:
    item = f"<item><title>{MORE}</title></item>"
    data = f'<?xml version="1.0" encoding="{encoding}"?><rss><channel>{item}</channel></rss>'
    assert unpack(data.encode(encoding), None)[0].text == MORE


def test_names_of_signs_from_html_are_read() -> None:
    assert unpack(rss("<title>Gr&ouml;&szlig;e&nbsp;1</title>"), None)[0].text == "Größe 1"


def test_sitemap_of_news_gives_headlines() -> None:
    data = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
        "<url><loc>https://example.org/a</loc><n:news><n:publication><n:name>Blatt</n:name><n:language>de</n:language>"
        "</n:publication><n:publication_date>2024-03-19T23:30:00Z</n:publication_date><n:title>Größe</n:title></n:news>"
        "</url><url><loc>https://example.org/b</loc></url></urlset>"
    ).encode()
    [text] = unpack(data, None)
    assert (text.text, text.remark) == ("Größe", HEADLINE)
    assert text.known == {
        "title": "Größe",
        "outlet": "Blatt",
        "url": "https://example.org/a",
        "language": "de",
        "published": "2024-03-20",
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PKxx", "is no XML"),
        (b"", "is no XML"),
        (b"<a><b/></a>", "is XML with <a>, no feed and no sitemap"),
        (rss(), "is a feed without entries that have a text"),
        (rss("<link>https://example.org</link>"), "is a feed without entries that have a text"),
        (b"<urlset><url><loc>a</loc></url></urlset>", "is a sitemap without headlines"),
    ],
)
def test_other_files_are_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        unpack(data, None)
    assert str(error.value).startswith(message)


def test_file_of_the_folder_is_not_read_through_a_feed() -> None:
    laughs = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "ha">{laughs}]>'
    data = rss(f"<title>{GERMAN} &x; &i;</title>").replace(b"?>", f"?>{head}".encode(), 1)
    [text] = unpack(data, None)
    assert "root:" not in text.text
    assert len(text.text) < 1000
