"""Two thousand random, truncated and hostile files: each is built or listed with a reason, and nothing breaks."""

import io
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from core.corpus import read
from core.corpus.lines import printable
from tests.core.corpus.samples import GERMAN, MORE, assembled, html, pdf, record, repacked, word

pytestmark = pytest.mark.slow

FILES = 2000
XML = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
TEXT = f"{GERMAN}\n\n{MORE}\n\n„Nein“, sagte er am 3. Mai 2021 – und ging.\n"
MARKDOWN = f"---\ntitle: Abkommen\ndate: 2021-05-03\n---\n# Titel\n\n{GERMAN}\n\n* a\n* [b](c)\n\n|a|b|\n|-|-|\n|c|d|\n"
PAGE = html(GERMAN, MORE, head='<meta charset="utf-8"><meta name="date" content="2021-05-03">')
PDF, WORD = pdf([GERMAN]), word(GERMAN)

Make = Callable[[random.Random], bytes]


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The bytes, cut off, with some of them changed, or with a stretch of them put elsewhere."""
    content = bytearray(data)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(content) + 1)
        match dice.randrange(5):
            case 0:
                del content[at:]
            case 1:
                for place in dice.choices(range(len(content)), k=dice.randint(1, 20)) if content else ():
                    content[place] = dice.randrange(256)
            case 2:
                content[at:at] = content[(begin := dice.randrange(len(content) + 1)) : begin + dice.randrange(500)]
            case 3:
                del content[at : at + dice.randrange(500)]
            case _:
                content[at:at] = dice.choice(
                    [b"\0", b"\xff\xfe", b"<" * 99, b"\xed\xa0\x80", b"&a;", b"(" * 999, b"\n", dice.randbytes(99)]
                )
    return bytes(content)


def mutant(data: bytes) -> Make:
    return lambda dice: damaged(data, dice)


def records(dice: random.Random) -> bytes:
    first, second = dice.sample(range(10**9), 2)
    return record(id=first, text=GERMAN, published="2021") + record(id=f"{second}a", text=MORE) + record(text="?")


def damaged_inside(dice: random.Random) -> bytes:
    """A sound zip file with one damaged part in it."""
    with ZipFile(io.BytesIO(WORD)) as archive:
        name = dice.choice(["word/document.xml", dice.choice(archive.namelist())])
        return repacked(WORD, {name: damaged(archive.read(name), dice)})


def noise(dice: random.Random) -> bytes:
    return dice.randbytes(dice.choice([1, 10, 1000, 100_000]))


def nested_page(dice: random.Random) -> bytes:
    tag = dice.choice(["div", "b", "ul><li", "table><tr><td", "blockquote", "svg", "font"])
    return f"<html><body>{f'<{tag}>' * dice.choice([200, 300, 20_000])}<p>{GERMAN}</p>".encode()


def other_kind(dice: random.Random) -> bytes:
    """A sound file, under the ending of another kind where the ending is drawn again."""
    return dice.choice([TEXT.encode(), MARKDOWN.encode(), PAGE.encode(), PDF, WORD, records(dice)])


def bomb(dice: random.Random) -> bytes:
    spaces = XML.encode() + b" " * 30_000_000
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    laughs = XML.replace("?>", f'?><!DOCTYPE x [<!ENTITY a "ha">{entities}]>')
    laughs += "<w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    return repacked(WORD, {"word/document.xml": dice.choice([spaces, laughs.encode()])})


KINDS: tuple[tuple[int, str, Make], ...] = (  # how many in a hundred, and how
    (20, ".txt", mutant(TEXT.encode())),
    (5, ".txt", mutant(TEXT.encode("cp1252"))),
    (9, ".md", mutant(MARKDOWN.encode())),
    (9, ".html", mutant(PAGE.encode())),
    (3, ".html", nested_page),
    (11, ".pdf", mutant(pdf(TEXT.replace("„", "").replace("“", "").replace("–", "-").splitlines(), [MORE]))),
    (2, ".pdf", mutant(assembled(b"0 0 m 9 9 l S"))),
    (4, ".docx", mutant(word(GERMAN, MORE, title="Abkommen"))),
    (6, ".docx", damaged_inside),
    (1, ".docx", bomb),
    (16, ".jsonl", lambda dice: damaged(records(dice), dice)),
    (7, "", other_kind),
    (7, "", noise),
)
ENOUGH = 15  # of each kind of file at least must be built, and as many listed: else the run tries too little


def hostile_names(folder: Path, outside: Path) -> Iterator[bytes]:
    """Entries that are hostile by what they are and not by what they hold; gives their names."""
    for number, name in enumerate(
        [b"a\nb", b"\xff\xfe", b"\x1b[31m", b"..", b" ", b"-rf", b"'\"<b>", b"\xe2\x80\xa8", b"\\"]
    ):
        for suffix in (b".txt", b".jsonl", b".exe"):
            entry = b"%d%s%s" % (number, name, suffix)
            Path(os.fsdecode(os.fsencode(folder) + b"/" + entry)).write_bytes(TEXT.encode())
            yield entry
    for link in ("link.txt", "link.pdf", "link.jsonl", "link"):
        (folder / link).symlink_to(outside)
        yield link.encode()
    for loop in ("loop.txt", "loop.html"):
        (folder / loop).symlink_to(folder / loop)
        yield loop.encode()
    (folder / "folder.md").mkdir()
    (folder / "folder.md" / "odd.xyz").touch()
    os.mkfifo(folder / "pipe.docx")
    yield from (b"folder.md", b"pipe.docx")


def test_every_file_is_built_or_listed_with_a_reason(tmp_path: Path) -> None:
    dice = random.Random(7)  # noqa: S311 - not for secrets
    (outside := tmp_path / "outside.txt").write_text("geheim")
    (folder := tmp_path / "corpus").mkdir()
    names = {printable(os.fsdecode(name)) for name in hostile_names(folder, outside)}
    shares = [share for share, _, _ in KINDS]
    for number, (_, suffix, make) in enumerate(dice.choices(KINDS, shares, k=FILES - len(names))):
        name = f"{number:04}{suffix or dice.choice(['.txt', '.md', '.html', '.pdf', '.docx', '.jsonl', '.zip'])}"
        (folder / name).write_bytes(make(dice))
        names.add(name)
    assert len(names) == FILES

    corpus = read(folder)

    built = {document.file for document in corpus.documents}
    listed = {notice.file for notice in corpus.notices}
    # What is wrong with a file within an archive or a folder is told of that file.
    assert {file.partition("/")[0] for file in built | listed} == names
    assert [notice for notice in corpus.notices if "\n" in str(notice) or len(str(notice)) > 500] == []
    ids = [document.doc_id for document in corpus.documents]
    assert len(set(ids)) == len(ids)
    assert all(doc_id.strip() and len(doc_id) <= 200 and doc_id.isprintable() for doc_id in ids)
    assert not any("geheim" in document.text or "\0" in document.text for document in corpus.documents)
    for document in corpus.documents:
        document.text.encode()
    for suffix in (".txt", ".md", ".html", ".pdf", ".docx", ".jsonl"):
        assert sum(name.endswith(suffix) for name in built) >= ENOUGH
        assert sum(name.endswith(suffix) for name in listed) >= ENOUGH
