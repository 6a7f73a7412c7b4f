"""Bundles as press databases give them out, made of articles by code."""

import textwrap
from collections.abc import Iterator, Sequence
from html import escape

from tests.core.corpus.bundles.press import Written

_MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
_ENGLISH_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _german(article: Written) -> str:
    return f"{article.day.day}. {_MONTHS[article.day.month - 1]} {article.day.year}"


def _english(article: Written) -> str:
    return f"{_ENGLISH[article.day.month - 1]} {article.day.day}, {article.day.year}"


def _sign(article: Written, number: int) -> str:
    return f"MUSTER00{article.day:%Y%m%d}ejbm{number:05}"


def _wrapped(paragraph: str) -> str:
    return textwrap.fill(paragraph, 76, break_long_words=False, break_on_hyphens=False)


def _middle(line: str) -> str:
    return "\n".join(part.center(76).rstrip() for part in textwrap.wrap(line, 60))


def nexis_text(articles: Sequence[Written], german: bool = True) -> str:
    """The older form, each article under its number, wrapped at 76 signs, lines of the head in the middle."""
    count = len(articles)
    cover = (
        f"\n\nDownload Request: Selected Items: 1-{count}\nTime Of Request: Friday, March 20, 2018  16:51:31\n\n"
        "Send To:\n\nBEISPIEL, EVA\nMUSTERINSTITUT\n\nTerms: (Muster AND Beispiel)\n\n"
    )
    return cover + "".join(_nexis_numbered(article, n, count, german) for n, article in enumerate(articles, 1))


def _nexis_numbered(article: Written, n: int, count: int, german: bool) -> str:
    day = (
        f"{_german(article)} {_DAYS[article.day.weekday()]}"
        if german
        else f"{_english(article)} {_ENGLISH_DAYS[article.day.weekday()]}"
    )
    page = f"; {'S.' if german else 'Pg.'} {article.page}" if article.page else ""
    head = [f"{'AUTOR' if german else 'BYLINE'}: {article.author}"] if article.author else []
    head += [
        f"{'RUBRIK' if german else 'SECTION'}: {article.section}{page}",
        "LÄNGE: 212 Wörter" if german else "LENGTH: 212 words",
    ]
    foot = (
        ["UPDATE: 23. November 2023", "SPRACHE: GERMAN; DEUTSCH", "PUBLICATION-TYPE: Zeitung"]
        if german
        else ["LOAD-DATE: November 23, 2023", "LANGUAGE: GERMAN", "PUBLICATION-TYPE: Newspaper"]
    )
    number = f"{n} von {count} DOKUMENTEN" if german else f"{n} of {count} DOCUMENTS"
    edition = f"\n{_middle('Hauptausgabe')}" if n % 2 else ""
    blocks = [_wrapped(article.headline), *head, *map(_wrapped, article.body), *foot]
    reserved = "Alle Rechte vorbehalten" if german else "All Rights Reserved"
    rights = f"{_middle(f'Copyright {article.day.year} Muster Verlag')}\n{_middle(reserved)}"
    return (
        f"\n{_middle(number)}\n\n\n\n{_middle(article.outlet)}\n\n{_middle(day)}{edition}\n\n"
        + "\n\n".join(blocks)
        + f"\n\n\n{rights}\n"
    )


def nexis_paragraphs(articles: Sequence[Written], german: bool = False) -> list[str]:
    """The later form, in Word or PDF, a paragraph each, every article closed by a line."""
    cover = [
        f"Page 1 of {len(articles)}",
        "User Name: Eva Beispiel",
        "Date and Time: Mittwoch, 20. März 2024 09:12 Uhr",
        "Job Number: 123456789",
        f"Documents ({len(articles)})",
    ]
    for n, article in enumerate(articles, 1):
        cover += [f"{n}. {article.headline}", "Client/Matter: -None-", "Search Terms: Muster AND Beispiel"]
    return [*cover, *(line for n, article in enumerate(articles) for line in _nexis_closed(article, n, german))]


def _nexis_closed(article: Written, n: int, german: bool) -> Iterator[str]:
    yield from (article.headline, article.outlet)
    yield f"{_german(article)} {_DAYS[article.day.weekday()]}" + (" 10:15 AM GMT" if n % 3 == 0 else "")
    if n % 2:
        yield "Hauptausgabe"
    yield f"Copyright {article.day.year} Muster Verlag Alle Rechte vorbehalten"
    page = f"; {'S.' if n % 4 else 'Pg.'} {article.page}" if article.page else ""
    yield f"{'Rubrik' if german else 'Section'}: {article.section}{page}"
    yield "Länge: 212 Wörter" if german else "Length: 212 words"
    if article.author:
        yield f"{'Autor' if german else 'Byline'}: {'Von ' if n % 2 else ''}{article.author}"
    yield "Body"
    yield from article.body
    yield from (
        "Classification",
        "Language: GERMAN; DEUTSCH",
        "Publication-Type: Zeitung",
        "Subject: REGIERUNG (90%); WAHLEN (78%)",
    )
    yield from (f"Load-Date: {_english(article)}", "Ende des Dokuments" if german else "End of Document")


def genios_text(articles: Sequence[Written], values_below: bool = False) -> str:
    """A line with outlet and day above each article, labels and the vendor's line below it."""
    return "\n\n".join(block for n, article in enumerate(articles) for block in _genios(article, n, values_below))


def _genios_source(article: Written, n: int) -> str:
    page = f", {'S.' if n % 2 else 'Seite'} {article.page}" if article.page else ""
    return f"{article.outlet} vom {article.day:%d.%m.%Y}{', Nr. 271' if n % 3 else ''}{page}"


def _genios(article: Written, n: int, values_below: bool) -> Iterator[str]:
    gap = "\n\t" if values_below else " "
    yield from (_genios_source(article, n), article.headline)
    yield from article.body
    yield f"Quelle:{gap}{_genios_source(article, n)}"
    yield f"Ressort:{gap}{article.section}"
    if article.author:
        yield f"Autor:{gap}{article.author}"
    yield f"Dokumentnummer:{gap}MUZ__A{n:012}"
    yield f"Dauerhafte Adresse des Dokuments:\nhttps://www.wiso-net.example/document/MUZ__A{n:012}"
    yield f"Alle Rechte vorbehalten:{gap}(c) Muster Verlag GmbH"
    if not values_below:
        yield "© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH"
    yield "_" * 60


def genios_labels(articles: Sequence[Written]) -> str:
    """Labels above each article."""
    return "\n\n".join(_genios_labelled(article, n) for n, article in enumerate(articles))


def _genios_labelled(article: Written, n: int) -> str:
    lines = [f"Titel: {article.headline}", f"Quelle: {_genios_source(article, n)}", f"Ressort: {article.section}"]
    lines += [f"Autor: {article.author}"] if article.author else []
    lines += [f"Dokumentnummer: MUZ__A{n:012}", "Text:"]
    return "\n".join(lines) + "\n" + "\n\n".join(article.body) + "\n\n" + "=" * 40


def genios_page(articles: Sequence[Written]) -> str:
    """The same as a page."""
    documents = "".join(_genios_div(article, n) for n, article in enumerate(articles))
    return f"<!doctype html><html><head><title>Dokumente</title></head><body>{documents}</body></html>"


def _genios_div(article: Written, n: int) -> str:
    labels = {"Quelle": _genios_source(article, n), "Ressort": article.section, "Dokumentnummer": f"MUZ__A{n:012}"}
    labels |= {"Autor": article.author} if article.author else {}
    rows = "".join(f"<tr><td>{label}:</td><td>{escape(value)}</td></tr>" for label, value in labels.items())
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.body)
    return (
        f'<div class="document"><span class="source">{escape(_genios_source(article, n))}</span>'
        f"<h2>{escape(article.headline)}</h2>{body}"
        f"<table>{rows}</table><div>Alle Rechte vorbehalten: (c) Muster Verlag</div>"
        f"<div>© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH</div></div><hr>"
    )


def factiva_lines(articles: Sequence[Written], german: bool = True) -> list[str]:
    """The display form, a paragraph each."""
    return [line for n, article in enumerate(articles) for line in _factiva(article, n, german)] + [
        "Search Summary",
        "Text",
        "Muster AND Beispiel",
        "Date",
        "In the last year",
        "Results Found",
        str(len(articles)),
    ]


def _factiva(article: Written, n: int, german: bool) -> Iterator[str]:
    if n % 3 == 0:
        yield article.section
    yield article.headline
    if article.author:
        yield f"{'Von ' if n % 2 else ''}{article.author}"
    yield "1,212 Wörter" if german else "512 words"
    yield _german(article) if german else f"{article.day.day} {_ENGLISH[article.day.month - 1]} {article.day.year}"
    if n % 4 == 0:
        yield "08:15"
    yield from (article.outlet, "MUSTER")
    if article.page:
        yield str(article.page)
    yield "Deutsch" if german else "German"
    yield f"Copyright {article.day.year}. Muster Verlag GmbH. Alle Rechte vorbehalten."
    yield from article.body
    yield f"{'Dokument' if german else 'Document'} {_sign(article, n)}"


def _factiva_fields(article: Written, n: int) -> dict[str, str]:
    fields = {"SE": article.section} if n % 3 == 0 else {}
    fields["HD"] = article.headline
    if article.author:
        fields["BY"] = f"Von {article.author}" if n % 2 else article.author
    fields |= {
        "WC": "512 words",
        "PD": f"{article.day.day} {_ENGLISH[article.day.month - 1]} {article.day.year}",
        "ET": "08:15",
    }
    fields |= {"SN": article.outlet, "SC": "MUSTER"} | ({"PG": str(article.page)} if article.page else {})
    return fields | {"LA": "German", "CY": f"Copyright {article.day.year} Muster Verlag"}


def _factiva_foot(article: Written, n: int) -> dict[str, str]:
    foot = {
        "CO": "muster : Muster AG",
        "IN": "i257 : Arzneien | i951 : Chemie",
        "NS": "gpol : Innenpolitik",
        "RE": "gfr : Deutschland",
    }
    return (foot if n % 2 else {}) | {"PUB": "Muster Verlag", "AN": f"Document {_sign(article, n)}"}


def factiva_codes(articles: Sequence[Written], gap: str = "  ") -> str:
    """The form with codes, each with its value behind a gap or on the next line."""
    blocks = []
    for n, article in enumerate(articles):
        lead, *rest = article.body or ("",)
        fields = _factiva_fields(article, n) | ({"LP": lead} if lead else {})
        blocks += [f"{code}{gap}{value}" for code, value in fields.items()]
        blocks += [f"TD{gap}{rest[0]}", *rest[1:]] if rest else []
        blocks += [f"{code}{gap}{value}" for code, value in _factiva_foot(article, n).items()]
    return "\n\n".join(blocks)


def factiva_page(articles: Sequence[Written], german: bool = True) -> str:
    """The display form as a page."""
    divs = []
    for n, article in enumerate(articles):
        *head, sign = (escape(line) for line in _factiva(article._replace(author=None, body=()), n, german))
        above = f"<div>{head.pop(0)}</div>" if n % 3 == 0 else ""
        author = f'<div class="author">{escape(article.author)}</div>' if article.author else ""
        body = "".join(
            f'<p class="articleParagraph deArticleParagraph">\n  {escape(paragraph)}</p>' for paragraph in article.body
        )
        lines = "".join(f"<div>{line}\n</div>" for line in head[1:])
        divs.append(
            f'<div id="article-{n}" class="article"><div class="article deArticle"><p>{above}'
            f"<div id=\"hd\"><span class='deHeadline'> {head[0]}</span>\n</div>{author}{lines}</p>"
            f"{body}<p>{sign}\n</p></div></div><br/><span></span>"
        )
    return f"<html><head><title>Factiva</title><script>var x = 1;</script></head><body>{''.join(divs)}</body></html>"


def factiva_table(articles: Sequence[Written]) -> str:
    """The form with codes as a page."""
    divs = []
    for n, article in enumerate(articles):
        cells = {code: escape(value) for code, value in _factiva_fields(article, n).items()}
        lead, *rest = (
            f'<p class="articleParagraph deArticleParagraph">{escape(paragraph)}</p>' for paragraph in article.body
        )
        cells |= {"LP": lead, "TD": "".join(rest)} | {
            code: escape(value) for code, value in _factiva_foot(article, n).items()
        }
        rows = "".join(
            f'<tr><td class="index" align="right"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>'
            for code, value in cells.items()
        )
        divs.append(f'<div class="article deArticle"><p><table border="0">{rows}</table></p></div><br>')
    return f"<html><head><title>Factiva</title></head><body>{''.join(divs)}</body></html>"
