"""Mails: `.eml`, `.mbox`, and as Outlook saves them."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from core.corpus.formats import Enclosed, Extracted
from core.corpus.formats.eml import unpack
from core.corpus.formats.mbox import unpack as unpack_folder
from core.corpus.formats.msg import unpack as unpack_outlook
from core.corpus.unreadable import UnreadableError
from tests.core.corpus import outlook
from tests.core.corpus.holders import mail
from tests.core.corpus.samples import GERMAN, MORE, html

MOMENT = "Tue, 19 Mar 2024 23:30:00 +0000"


def one(data: bytes) -> Extracted:
    [part] = unpack(data, None)
    assert isinstance(part, Extracted)
    return part


def test_mail_has_a_text_a_subject_and_its_day_in_germany() -> None:
    part = one(mail(GERMAN + "\n\n" + MORE, subject="Größere Übungen", date=MOMENT))
    assert part.text == f"{GERMAN}\n\n{MORE}"
    assert part.known == {"title": "Größere Übungen", "published": "2024-03-20"}


@pytest.mark.parametrize(
    ("sender", "known"),
    [
        ("Erika Mustermann <e@example.org>", {"author": "Erika Mustermann"}),
        ("dpa Landesdienst <x@example.org>", {"outlet": "dpa Landesdienst"}),
        ("Musterblatt <x@example.org>", {"outlet": "Musterblatt"}),
        ("APA OTS <x@example.org>", {"outlet": "APA OTS"}),
        ("Redaktion <redaktion@example.org>", {"outlet": "example.org"}),
        ("redaktion@example.org", {}),
        ("", {}),
    ],
)
def test_sender_is_a_person_or_an_outlet(sender: str, known: dict[str, str]) -> None:
    assert one(mail(GERMAN, **{"from": sender, "x": "y"})).known == known


def test_plain_text_goes_before_a_page_and_a_page_is_read_where_there_is_none() -> None:
    message = EmailMessage()
    message["subject"] = "Betreff"
    message.set_content(GERMAN)
    message.add_alternative(html(MORE), subtype="html")
    assert one(message.as_bytes()).text == GERMAN
    page = EmailMessage()
    page["subject"] = "Betreff"
    page.set_content(html(GERMAN, MORE), subtype="html")
    part = one(page.as_bytes())
    assert (part.text, part.known["title"]) == (f"{GERMAN}\n\n{MORE}", "Betreff")


def test_old_encodings_are_read_where_they_are_declared_or_not() -> None:
    for head in (
        'Content-Type: text/plain; charset="iso-8859-1"',
        "Subject: a",
        'Content-Type: text/plain; charset="x-?"',
    ):
        assert one(head.encode() + b"\n\n" + "„Größe“ kostet 5 €.".encode("cp1252")).text == "„Größe“ kostet 5 €."


def test_lines_that_flow_are_joined() -> None:
    data = b"Content-Type: text/plain; format=flowed\n\nDer Minister \nreist.\n\nEr kommt.\n"
    assert one(data).text == "Der Minister reist.\n\nEr kommt."


@pytest.mark.parametrize(
    "rest",
    [
        "\n\nAm 18.03.2024 um 10:12 schrieb Erika\nMustermann <e@example.org>:\n> alt\n>> noch älter\n",
        "\n\nOn Mon, Mar 18, 2024 at 10:12, Erika wrote:\n> alt\n",
        "\n\n-----Ursprüngliche Nachricht-----\nVon: a\nalt\n",
        "\n\n-- \nErika Mustermann\nTel. 1234\n",
    ],
)
def test_what_is_quoted_and_the_signature_are_left_out(rest: str) -> None:
    assert one(mail(GERMAN + rest, subject="a")).text == GERMAN


@pytest.mark.parametrize(
    "text", [f"> {GERMAN}\n> {MORE}", f"-- \n{GERMAN}", f"{GERMAN}\n--\n{MORE}", f"Er schrieb 2024:\n\n{MORE}"]
)
def test_what_may_be_the_text_itself_is_kept(text: str) -> None:
    assert one(mail(text, subject="a")).text == text


def test_mail_that_is_passed_on_is_the_text_and_says_who_wrote_it() -> None:
    text = (
        "Zur Kenntnis\n\n-- \nErika\n\n----- Weitergeleitete Nachricht -----\nVon: Max Muster <m@example.org>\n"
        f"Gesendet: Montag, 18. März 2024 18:00\nAn: Verteiler\nBetreff: Abkommen in Wien\n\n{GERMAN}"
    )
    part = one(mail(text, subject="WG: Abkommen", date=MOMENT, **{"from": "Erika Kollegin <e@example.org>"}))
    assert part.text == GERMAN
    assert part.known == {"title": "Abkommen in Wien", "published": "2024-03-18", "author": "Max Muster"}


HEAD = f"{'_' * 32}\nVon: Max Muster <m@example.org>\nGesendet: 18.03.2024 18:00\nAn: x\nBetreff: Wien\n\n"
SENDER = {"from": "Erika M <e@example.org>", "date": MOMENT}


def test_head_that_outlook_puts_in_begins_what_is_passed_on_or_what_is_answered() -> None:
    part = one(mail(f"Zur Kenntnis\n\n{HEAD}{GERMAN}", subject="WG: Wien", **SENDER))
    assert part.text == GERMAN
    assert part.known == {"title": "Wien", "published": "2024-03-18", "author": "Max Muster"}
    part = one(mail(f"{MORE}\n\n{HEAD}{GERMAN}", subject="AW: Wien", **SENDER))
    assert part.text == MORE
    assert part.known == {"title": "Wien", "published": "2024-03-20", "author": "Erika M"}
    assert one(mail(f"{MORE}\n\n{HEAD}{GERMAN}", subject="Wien", **SENDER)).text.endswith(GERMAN)


def test_day_of_passing_on_is_not_that_of_the_text() -> None:
    assert one(mail(GERMAN, subject="Fwd: Wien", date=MOMENT)).known == {"title": "Wien"}


def test_attached_files_and_mails_follow_and_pictures_do_not() -> None:
    message = EmailMessage()
    message.set_content(GERMAN)
    message.add_attachment(b"%PDF", "application", "pdf", filename="Größe.pdf")
    message.add_attachment(b"x", "image", "png", filename="logo.png")
    inner = EmailMessage()
    inner["subject"] = "innen"
    inner.set_content(MORE)
    message.add_attachment(inner)
    text, file, attached = unpack(message.as_bytes(), None)
    assert isinstance(text, Extracted)
    assert file == Enclosed("Größe.pdf", b"%PDF")
    assert isinstance(attached, Enclosed)
    assert attached.name == "mail.eml"
    assert one(attached.data).text == MORE


def test_mail_with_nothing_but_a_file_is_that_file() -> None:
    assert unpack(mail("\n", {"a.txt": b"Text"}, subject="a"), None) == [Enclosed("a.txt", b"Text")]


@pytest.mark.parametrize("data", [b"PKxx", b"", b"\n\n", b"Subject: a\n\n"])
def test_mail_without_a_text_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        unpack(data, None)


def test_folder_of_mails_is_a_text_a_mail() -> None:
    begin = b"From a@example.org Tue Mar 19 18:00:00 2024\n"
    first = mail(
        f"{GERMAN}\n\n>From Wien heißt es 2024 nichts.\n\nFrom Wien kam nichts.", {"a.txt": b"x"}, subject="eins"
    )
    data = begin + first + b"\n\n" + begin + b"Subject: leer\n\n\n\n" + begin + mail(MORE, subject="zwei")
    texts = unpack_folder(data, None)
    assert [part.known["title"] if isinstance(part, Extracted) else part.name for part in texts] == [
        "eins",
        "a.txt",
        "zwei",
    ]
    assert isinstance(texts[0], Extracted)
    assert texts[0].text.endswith("\n\nFrom Wien heißt es 2024 nichts.\n\nFrom Wien kam nichts.")


@pytest.mark.parametrize("data", [b"PKxx", b"From a@b Tue Mar 19 18:00:00 2024\n", b"Subject: a\n\ntext"])
def test_folder_without_mails_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        unpack_folder(data, None)


def test_mail_of_outlook_has_a_text_its_head_and_files() -> None:
    sent = datetime(2024, 3, 19, 23, 30, tzinfo=UTC)
    text, file = unpack_outlook(outlook.mail("Größe", "Erika Mustermann", sent, f"{GERMAN}\r\n", a_txt=b"Text"), None)
    assert text == Extracted(GERMAN, {"title": "Größe", "published": "2024-03-20", "author": "Erika Mustermann"})
    assert isinstance(file, Enclosed)
    assert (file.name, file.data.strip()) == ("a.txt", b"Text")
    [text] = unpack_outlook(outlook.mail("Größe", "dpa", sent, page=html(GERMAN, MORE).encode()), None)
    assert isinstance(text, Extracted)
    assert (text.text, text.known["outlet"]) == (f"{GERMAN}\n\n{MORE}", "dpa")


def test_other_bytes_are_no_mail_of_outlook() -> None:
    with pytest.raises(UnreadableError, match="no Outlook mail"):
        unpack_outlook(b"PKxx", None)
