"""Damaged pages with several articles, live blogs and declarations: parts come out, or a reason."""

import json
import random

import pytest

from core.corpus import formats
from core.corpus.formats.html import unpack
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.hostile import damaged
from tests.core.corpus.samples import GERMAN, MORE

RUNS = 300
DECLARED = json.dumps(
    {
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Abkommen",
                "author": [{"name": "Eva"}],
                "datePublished": "2024-03-19",
            },
            {
                "@type": "LiveBlogPosting",
                "headline": "Krieg",
                "liveBlogUpdate": [{"datePublished": "2024-03-19T23:30:00Z", "articleBody": f"<p>{GERMAN}</p>"}],
            },
        ]
    }
)
HEAD = f'<html><head><meta charset="utf-8"><script type="application/ld+json">{DECLARED}</script></head><body>'
ARTICLE = f'<article><h2>Abkommen</h2><time datetime="2024-03-19">19. März</time><p>{GERMAN}</p><p>{MORE}</p></article>'
ENTRY = f'<div class="post"><h3>Abkommen</h3><time datetime="2024-03-19T10:00">10:00</time><p>{GERMAN}</p></div>'
PAGES = (HEAD + ARTICLE * 3, HEAD.replace("LiveBlogPosting", "Article") + ARTICLE * 3, ENTRY * 4, HEAD + ENTRY)


@pytest.mark.slow
def test_damaged_pages_give_parts_or_a_reason() -> None:
    dice = random.Random(11)  # noqa: S311 - not for secrets
    parts = reasons = 0
    for _ in range(RUNS):
        data = damaged(dice.choice(PAGES).encode(), dice)
        try:
            extracted = unpack(data, None)
        except UnreadableError:
            reasons += 1
        else:
            parts += len(extracted)
            assert all(part.text.strip() for part in extracted)
            assert formats.extract("html", data, None).text.strip()
    assert parts > RUNS
    assert reasons > 0
