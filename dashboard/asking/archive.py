"""All of a selection in one zip file: every table as CSV, the data dictionary, and the network as GraphML."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

from core.tables import SCHEMAS
from dashboard.asking import export
from dashboard.asking.corpus import Corpus
from dashboard.asking.dictionary import dictionary
from dashboard.asking.relations import between
from dashboard.asking.selection import Shown


def archive(corpus: Corpus, shown: Shown, said: str) -> bytes:
    """The zip file; `said` tells in words what the selection holds and leaves out, and is in it as a text."""
    file = io.BytesIO()
    relations = between(corpus, shown.events.index)
    with ZipFile(file, "w", ZIP_DEFLATED) as whole:
        whole.writestr("selection.txt", f"{said}\n")
        whole.writestr("data_dictionary.csv", dictionary().to_csv(index=False).encode("utf-8-sig"))
        for name in SCHEMAS:
            whole.writestr(f"{name}.csv", export.csv(export.table(corpus, shown, name)))
        whole.writestr("network.graphml", export.graphml(corpus, relations, shown.events))
    return file.getvalue()
