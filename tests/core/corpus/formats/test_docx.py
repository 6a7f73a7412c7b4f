import docx
import pytest

from core.corpus.formats import extract
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.samples import GERMAN, MORE, repacked, saved, word

XML = (
    '<?xml version="1.0"?>{}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{}</w:body></w:document>'
)


def text(data: bytes) -> str:
    return extract("docx", data, None).text


def with_body(body: str, doctype: str = "") -> bytes:
    return repacked(word(), {"word/document.xml": XML.format(doctype, body).encode()})


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def test_paragraphs_and_cells_are_read_in_order() -> None:
    document = docx.Document()
    document.add_heading("Abkommen")
    document.add_paragraph("Der Minister ").add_run("unterzeichnet.").bold = True
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Land", "Anteil", "Japan", ""), strict=True):
        cell.text = words
    document.add_paragraph("Ende.")
    parts = ["Abkommen", "Der Minister unterzeichnet.", "Land", "Anteil", "Japan", "Ende."]
    assert text(saved(document)) == "\n\n".join(parts)


def test_suggested_changes_are_read_as_if_accepted() -> None:
    body = f"<w:p>{run('Er ')}<w:del><w:r><w:delText>kam</w:delText></w:r></w:del><w:ins>{run('ging')}</w:ins>"
    body += f"<w:moveFrom>{run('weg')}</w:moveFrom></w:p>"
    assert text(with_body(body)) == "Er ging"


def test_text_box_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('Kasten')}</w:p></w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert text(with_body(f"<w:p>{run('Vor ')}<w:r>{choice}</w:r>{run('nach')}</w:p>")) == "Vor nach\n\nKasten"


def test_title_is_known_and_the_dates_of_the_file_are_not() -> None:
    assert extract("docx", word(GERMAN, title="Abkommen"), None).known["title"] == "Abkommen"
    assert "title" not in extract("docx", word(GERMAN), None).known
    assert "published" not in extract("docx", word(GERMAN), None).known


def test_file_without_properties_has_none_made_up() -> None:
    links = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="word/document.xml"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    assert extract("docx", repacked(word(GERMAN), {"_rels/.rels": links.encode()}), None).known == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": XML.format("", " " * 30_000_000).encode()},
        {"word/media/image.png": bytes(250_000_000)},
        {f"word/media/{number}.png": b"" for number in range(6000)},
    ],
    ids=["text", "picture", "parts"],
)
def test_zip_bomb_is_refused(parts: dict[str, bytes]) -> None:
    with pytest.raises(UnreadableError, match="unpacks to more than an article can hold"):
        extract("docx", repacked(word(GERMAN), parts), None)


@pytest.mark.slow
def test_zip_bomb_that_lies_about_its_size_is_refused() -> None:
    bomb = repacked(word(GERMAN), {"word/media/image.png": bytes(250_000_000)})
    lying = bomb.replace((250_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != bomb
    with pytest.raises(UnreadableError, match="left out, save it anew as"):
        extract("docx", lying, None)


def test_entities_are_not_expanded(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "a.txt"
    secret.write_text("geheim")
    doctype = (
        f'<!DOCTYPE x [<!ENTITY a "{"a" * 1000}"><!ENTITY b "{"&a;" * 1000}"><!ENTITY s SYSTEM "file://{secret}">]>'
    )
    content = text(with_body(f"<w:p>{run('&s;' + GERMAN)}</w:p><w:p>{run(MORE)}</w:p>", doctype))
    assert "geheim" not in content
    assert MORE in content
    lots = doctype.replace("]>", "".join(f'<!ENTITY c{n} "{"&b;" * 1000}">' for n in range(9)) + "]>")
    with pytest.raises(UnreadableError):
        extract("docx", with_body(f"<w:p>{run('&c1;')}</w:p>", lots), None)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", word(GERMAN)[:-100], repacked(word(), {"[Content_Types].xml": b"<x/>"})],
    ids=["empty", "old", "truncated", "other"],
)
def test_what_is_no_word_file_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="left out, save it anew"):
        extract("docx", data, None)
