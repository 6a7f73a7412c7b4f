from pathlib import Path

import pytest

from core.corpus.sources import CorpusError, Source, load

FILES = {"a.txt", "Straße 1.txt"}


def loaded(folder: Path, text: str) -> dict[str, Source]:
    (folder / "sources.toml").write_text(text, encoding="utf-8")
    return {file: entry for (file, doc_id), entry in load(folder, FILES).items() if doc_id is None}


def test_no_file_and_an_empty_file_say_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, FILES) == {}
    assert loaded(tmp_path, "") == {}


def test_all_keys_are_read(tmp_path: Path) -> None:
    entry = loaded(
        tmp_path,
        """
        [[document]]
        file = "Straße 1.txt"
        title = "Ein Titel"
        language = "de"
        outlet = "Blatt"
        author = "Jane Roe"
        page = "4"
        bundle = "Auswahl"
        url = "https://example.org/1"
        translated_from = "en"
        published = "2021-05"
        encoding = "cp1252"
        """,
    )["Straße 1.txt"]
    assert entry.model_dump() == {
        "file": "Straße 1.txt",
        "title": "Ein Titel",
        "language": "de",
        "outlet": "Blatt",
        "author": "Jane Roe",
        "page": "4",
        "bundle": "Auswahl",
        "id": None,
        "url": "https://example.org/1",
        "translated_from": "en",
        "published": "2021-05",
        "encoding": "cp1252",
    }


def test_file_names_are_compared_in_normal_form(tmp_path: Path) -> None:
    assert list(load_one(tmp_path, 'file = "Stra\\u00dfe 1.txt"')) == ["Straße 1.txt"]
    (tmp_path / "sources.toml").write_text('[[document]]\nfile = "u\\u0308.txt"', encoding="utf-8")
    assert list(load(tmp_path, {"ü.txt"})) == [("ü.txt", None)]


def test_an_entry_may_be_for_one_text_of_a_file(tmp_path: Path) -> None:
    entry = '[[document]]\nfile = "a.txt"\n'
    (tmp_path / "sources.toml").write_text(f'{entry}{entry}id = "a-1"\ntitle = "T"', encoding="utf-8")
    assert {key: entry.title for key, entry in load(tmp_path, FILES).items()} == {
        ("a.txt", None): None,
        ("a.txt", "a-1"): "T",
    }
    (tmp_path / "sources.toml").write_text(f'{entry}id = "a"\n{entry}id = "a"', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"line 5: `a` has two entries; join them"):
        load(tmp_path, FILES)


def load_one(folder: Path, lines: str) -> dict[str, Source]:
    return loaded(folder, f"# Quellen\n[[document]]\n{lines}\n")


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2021-05-03", "2021-05-03"),  # a date of TOML's own
        ("2021", "2021"),
        ('"2021-05-03/2021-05-09"', "2021-05-03/2021-05-09"),
        ('"2021-SU"', "2021-SU"),
    ],
)
def test_dates_are_read_with_and_without_quotation_marks(tmp_path: Path, value: str, published: str) -> None:
    assert load_one(tmp_path, f'file = "a.txt"\npublished = {value}')["a.txt"].published == published


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('file = "b.txt"', "line 3: there is no text `b.txt`; did you mean `a.txt`?"),
        ('file = "zzzzzzz"', "line 3: there is no text `zzzzzzz`; correct it or remove the entry"),
        ('file = "../a.txt"', "line 3: file: `../a.txt` is no path in the corpus folder"),
        ('file = "a.txt"\ntitel = "x"', "line 4: unknown key `titel`; did you mean `title`?"),
        ('file = "a.txt"\nprio = 1', "line 4: unknown key `prio`; correct it or remove it"),
        ('title = "x"', "line 2: the entry has no `file`"),
        (
            'file = "a.txt"\n\npublished = "3. Mai 2021"',
            "line 5: published: `3. Mai 2021` is no date; write 2025-04-08",
        ),
        ('file = "a.txt"\npublished = "2021-02-30"', "line 4: published: `2021-02-30` is no date"),
        ('file = "a.txt"\npublished = 19', "line 4: published: `19` is no date"),
        ('file = "a.txt"\npublished = true', "line 4: published: "),
        ('file = "a.txt"\nlanguage = "Deutsch"', 'line 4: language: `Deutsch` is not valid; write it as "de"'),
        ('file = "a.txt"\nurl = "example.org"', 'line 4: url: `example.org` is not valid; write it as "https://…"'),
        ('file = "a.txt"\nencoding = "latin-x"', "line 4: encoding: `latin-x` is no known text encoding"),
        ('file = "a.txt"\nencoding = "base64"', "line 4: encoding: `base64` is no known text encoding"),
        ('file = "a.txt"\ntitle = 5', "line 4: title: input should be a valid string"),
        (f'file = "a.txt"\ntitle = "{"a" * 501}"', "line 4: title: is longer than 500 characters; shorten it"),
        ('file = "a.txt"\ntitle = ""', "line 4: title: "),
        ('file = "a.txt"\n[[document]]\nfile = "a.txt"', "line 5: `a.txt` has two entries; join them"),
        ('file = "a.txt"\ntitle = "x', "line 4: "),
        ('file = "a.txt"\nfile = "a.txt"', "line 4: "),
        ('file = "a.txt"\n[[documents]]\nfile = "a.txt"', "line 4: `documents` is unknown; write [[document]]"),
    ],
)
def test_wrong_entry_is_an_error_with_line_and_mend(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(CorpusError) as error:
        load_one(tmp_path, lines)
    assert str(error.value).startswith(f"sources.toml, {message}")
    assert "\n" not in str(error.value)


def test_single_brackets_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"line 1: write \[\[document\]\] in double brackets"):
        loaded(tmp_path, '[document]\nfile = "a.txt"')


def test_file_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_bytes('title = "Größe"'.encode("cp1252"))
    with pytest.raises(CorpusError, match="save the file as UTF-8"):
        load(tmp_path, FILES)
