"""Makes the pictures in the README anew: `python -m tests.browser.pictures`, from the repository's root.

The app is started over the tables of the seeds, and its pages are taken as a visitor sees them, in `dashboard/static/`.
"""

import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect, sync_playwright

from core import store
from core.build import build
from core.tables import Tables
from tests.browser.conftest import FLAGS, PAGES, ROOT, Visit, chromium, serving

STATIC = ROOT / "dashboard" / "static"
SEEN = {"timeline": "/timeline", "network": "/network"}
"""The pictures by their names, each with the address of its page; `lagebild` is the reader, with two texts."""
COLOURS = 128
PATIENCE = 240_000


def told_by_two(tables: Tables) -> tuple[str, str]:
    """The first two texts that tell of one event."""
    for _event, claims in tables.claims.groupby("event_id", sort=False):
        texts = list(dict.fromkeys(claims["doc_id"]))
        if len(texts) > 1:
            return texts[0], texts[1]
    raise LookupError("no event is told by two texts")


def main() -> None:
    """Make all of them."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(ROOT / "seeds", Path(folder))
        left, right = told_by_two(store.load(Path(folder)))
        browser = playwright.chromium.launch(executable_path=chromium() or None, args=list(FLAGS))
        settings = {"LAGEBILD_TABLES": folder, "LAGEBILD_CORPUS": str(ROOT / "seeds"), "LAGEBILD_ADD_SOURCES": "off"}
        with serving(settings, Path(folder) / "log") as address:
            page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="en-GB")
            page.set_default_timeout(PATIENCE)
            expect.set_options(timeout=PATIENCE)
            visit = Visit(page, address, [], [])
            for name, path in {"lagebild": f"/reader?left={left}&right={right}", **SEEN}.items():
                visit.open(path, PAGES[path.partition("?")[0]])
                if name == "network":
                    page.wait_for_timeout(3_000)  # until its nodes have come to rest
                picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
                picture.save(STATIC / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
