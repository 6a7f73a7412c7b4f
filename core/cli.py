"""The command line: `lagebild build`, `check`, `serve` and others; `lagebild --help` lists them.

Every command imports what it needs when it runs, so that `--help` and a build with nothing to do stay quick.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from core.errors import LagebildError
from core.german import DEFAULT

if TYPE_CHECKING:
    from upath import UPath

    from core.briefings import Note
    from core.corrections.kept import Prefer
    from core.corrections.model import Line
    from core.corrections.states import State
    from core.exports.held import Language
    from core.jsonlines import Counted
    from core.tables import Tables


class _Location(click.ParamType):  # type: ignore[type-arg]
    """A folder on this machine, or a URL of one elsewhere."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Path | UPath":
        if "://" not in value:
            return Path(value)
        from core.remote import location

        try:
            return location(value)
        except LagebildError as error:
            self.fail(str(error), param, ctx)


_CORPUS = click.argument("corpus", type=_Location(), default="seeds")


def _out(said: str, *name: str) -> Callable[[Any], Any]:
    """The option for a folder of tables."""
    return click.option(
        "--out", *name, metavar="DIR", type=_Location(), default=".lagebild", show_default=True, help=said
    )


_OUT = _out("Folder of the tables, or a URL such as s3://bucket/tables; made where it is missing.")
_DOCS = click.argument("docs", type=click.Path(path_type=Path))
_PRED = click.option("--out", metavar="PRED", type=click.Path(path_type=Path), required=True, help="File to write.")
_BACKBONE = click.option(
    "--backbone",
    metavar="NAME",
    default=DEFAULT,
    show_default=True,
    help="What reads German; an installed spaCy pipeline (de_core_news_lg) parses it instead.",
)
_REBUILD = click.option("--rebuild", is_flag=True, help="Build even where nothing has changed.")
_WORKERS = click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Work on the documents in so many processes.",
)
_SCHEDULER = click.option(
    "--scheduler", metavar="ADDRESS", help="Work on the documents on the Dask cluster whose scheduler listens there."
)
_FOLDER = click.argument(
    "folder", metavar="[CORPUS]", type=click.Path(exists=True, file_okay=False, path_type=Path), default="seeds"
)
_BY = click.option("--by", metavar="NAME", envvar="LAGEBILD_NAME", help="Who says so; else LAGEBILD_NAME, else nobody.")
_TABLES = click.argument("tables", metavar="[DIR]", type=_Location(), default=".lagebild")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="lagebild", prog_name="lagebild")
def main() -> None:
    """Turn a folder of German news texts into tables of events and actors, and show them."""


@main.command()
@_CORPUS
@_OUT
@_BACKBONE
@_REBUILD
@_WORKERS
@_SCHEDULER
def build(
    corpus: "Path | UPath", out: "Path | UPath", backbone: str, rebuild: bool, workers: int, scheduler: str | None
) -> None:
    """Build the tables of the texts in CORPUS (default: seeds), a folder or a URL such as s3://bucket/texts.

    What was found in a document is kept, and only what depends on a change is done again.
    """
    _build(corpus, out, backbone=backbone, rebuild=rebuild, workers=workers, scheduler=scheduler)


@main.command()
@_CORPUS
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a line for each file.")
def sources(corpus: "Path | UPath", as_json: bool) -> None:
    """Show what a build would read of each file in CORPUS (default: seeds), without building.

    Of each document: its id, title, outlet and day, how the day is known, and the number of words.
    """
    with _one_line_errors():
        from core.preview import as_lines, preview

        previews = preview(corpus)
    for one in previews:
        for line in as_lines(one, as_json=as_json):
            click.echo(line)
    if not as_json:
        documents, warnings = (sum(map(len, column)) for column in list(zip(*previews, strict=True))[1:])
        click.echo(f"{documents} documents in {len(previews)} files; {warnings} warnings", err=True)


@main.command()
@_TABLES
def check(tables: "Path | UPath") -> None:
    """Verify the tables in DIR (default: .lagebild); exit code 1 where something is wrong.

    Also lists actors that may be one, and names that two actors claim: for a reader to decide, no error.
    """
    with _one_line_errors():
        from core.check import check as problems_of
        from core.remote import fetched
        from core.store import load

        with fetched(tables) as folder:
            loaded = load(folder)
        problems = problems_of(loaded)
        questions = [] if problems else _open_questions(loaded)
    for problem in problems:
        click.echo(problem)
    if problems:
        click.echo(f"{len(problems)} problems in {tables}; run `lagebild build --rebuild`", err=True)
        sys.exit(1)
    for question in questions:
        click.echo(question)
    click.echo(f"The tables in {tables} are in order")


@main.group()
def corrections() -> None:
    """List, undo, and exchange what people decided about the tables of a corpus."""


@corrections.command("list")
@_FOLDER
@click.option("--all", "every", is_flag=True, help="Also those taken back or replaced, and what takes them back.")
@_out("Folder of the tables that say what became of each; where there are none, nothing is said of it.", "tables")
def list_(folder: Path, every: bool, tables: "Path | UPath") -> None:
    """List the decisions in force in CORPUS, a line each: id, time, who, what, about what, why.

    Of those that the tables know it ends with what became of it: applied, overridden by a later one, without anchor
    (the texts no longer have the words that it is about; take it back or say it anew), or no effect.
    """
    with _one_line_errors():
        from core.corrections import kept, told

        lines = kept.read(folder)
        states = _became(tables) if lines else {}
    for line in told.each(lines, every=every, states=states):
        click.echo(line)


def _became(tables: "Path | UPath") -> "dict[str, State]":
    """What became of decisions, as tables say; nothing where there are none that can be read."""
    from core.corrections.states import states
    from core.openset import OpenSet
    from core.remote import fetched
    from core.store import StoreError, located
    from core.tables import TableError

    try:
        with fetched(tables) as folder:
            return states(OpenSet(located(folder) or folder).read("corrections"))
    except (StoreError, TableError):
        return {}


@corrections.command()
@_FOLDER
@click.argument("line_id", metavar="ID")
@_BY
@click.option("--why", metavar="TEXT", help="The reason, to be kept with it.")
def undo(folder: Path, line_id: str, by: str | None, why: str | None) -> None:
    """Take the decision ID of CORPUS back, by a line that says so; the next build does without it.

    Where ID itself takes another back, this brings the other back.
    """
    with _one_line_errors():
        from core.corrections import kept

        line = kept.undo(folder, line_id, by=by, why=why)
    click.echo(f"Taken back by {line.id}; `lagebild build` brings the tables up to date")


@corrections.command("export")
@_FOLDER
@click.argument("file", type=click.Path(path_type=Path))
def give_out(folder: Path, file: Path) -> None:
    """Write all decisions of CORPUS into FILE, for somebody else to `lagebild corrections import`.

    FILE holds what people have decided, and nothing of the tables: `lagebild export` gives these to other programs.
    """
    with _one_line_errors():
        from core.corrections import kept

        count = kept.export(folder, file)
    click.echo(f"{count} lines written to {file}")


@corrections.command("import")
@_FOLDER
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--prefer",
    type=click.Choice(["later", "ours", "theirs"]),
    default="later",
    show_default=True,
    help="Which holds where both decide one point differently.",
)
def import_(folder: Path, file: Path, prefer: "Prefer") -> None:
    """Add the decisions in FILE to those of CORPUS, and list what is decided differently there."""
    with _one_line_errors():
        from core.corrections import kept, told

        merged = kept.import_(folder, file, prefer)
    for one in merged.conflicts:
        click.echo(told.conflict(one))
    click.echo(f"{len(merged.added)} lines added, {len(merged.conflicts)} conflicts")


@main.command()
@_TABLES
@click.option("--since", metavar="BUILD|DATE", help="Since when; without it, since before the last new texts.")
@click.option("--builds", is_flag=True, help="List the builds that are remembered instead, the oldest first.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def changes(tables: "Path | UPath", since: str | None, builds: bool, as_json: bool) -> None:
    """Tell what is new in the tables in DIR (default: .lagebild) since an earlier build, or a day such as 2026-11-29.

    Plans that are reported, moved or denied now, new events, events that more sources tell of, discrepancies, actors
    and sources, each with the passages it rests on. What follows from what people have decided stands apart.
    """
    with _one_line_errors():
        from core.changes import Journal, news
        from core.changes import lines as told
        from core.changes.corrected import by_people
        from core.corrections.table import event_of
        from core.remote import fetched
        from core.store import located
        from core.tables import read_arrow

        with fetched(tables, history=True) as folder:
            if builds:
                for build in Journal(folder).builds:
                    click.echo(f"{build.name}  {build.time.astimezone():%Y-%m-%d %H:%M}")
                return
            new = news(folder, since=since)
            held = read_arrow(located(folder) or folder)
            remembered = Journal(folder).builds
        people = by_people(new, remembered, _lines_of(tables), partial(event_of, held))
    for line in [told.as_json(new, held, people)] if as_json else told.as_lines(new, held, people):
        click.echo(line)


def _lines_of(tables: "Path | UPath") -> "tuple[Line, ...]":
    """What people have decided of the corpus that tables were built from, as far as that is in reach."""
    from core.corrections import kept

    corpus = _corpus_of(tables, "what follows from corrections is not set apart")
    return kept.read(corpus) if corpus is not None else ()


@main.command()
@_TABLES
@click.option(
    "--as",
    "form",
    metavar="FORMAT",
    required=True,
    help="ris, bibtex, ical, geojson, annotations, ftm, graphml or gexf.",
)
@click.option("--out", type=click.Path(path_type=Path), help="File to write; without it, the file is printed.")
@click.option(
    "--language",
    type=click.Choice(["de", "en"]),
    default="de",
    show_default=True,
    help="What titles and names are in.",
)
def export(tables: "Path | UPath", form: str, out: Path | None, language: "Language") -> None:
    """Write the tables for another program, such as Zotero or Gephi.

    DIR (default: .lagebild) is the folder of the tables. What people have decided is in them as the last build took it
    in; the decisions themselves, for somebody else with the same texts: `lagebild corrections export`.

    Sources as RIS or BibTeX, with the quotes used; planned events as iCalendar; events at known places as GeoJSON;
    claims and people's notes as W3C Web Annotations; all as FollowTheMoney entities; the network as GraphML or GEXF.
    """
    from core.exports import FORMATS, Held

    if form not in FORMATS:
        raise click.BadParameter(
            f"{form}: there is no such format; take one of {', '.join(FORMATS)}", param_hint="--as"
        )
    with _one_line_errors():
        from core.remote import fetched
        from core.store import load

        with fetched(tables) as folder:
            arrow = load(folder).arrow()
        noted = _notes(tables) if FORMATS[form].noted else ()
        written = FORMATS[form].write(Held(arrow, language, noted))
    kept, total = len(FORMATS[form].kept(arrow["events"])), len(arrow["events"])
    if out is None:
        click.echo(written, nl=False)
    else:
        try:
            out.write_bytes(written)
        except OSError as error:
            raise click.ClickException(f"{out}: {error.strerror}") from error
    click.echo(f"{kept} of {total} events{'; ' + FORMATS[form].holds if kept < total else ''}", err=True)


def _notes(tables: "Path | UPath") -> "tuple[Note, ...]":
    """People's notes on the corpus that tables were built from, as far as that is in reach."""
    from core.briefings import notes

    corpus = _corpus_of(tables, "the notes that people have kept in it are left out")
    return notes(corpus) if corpus is not None else ()


def _corpus_of(tables: "Path | UPath", without: str) -> "Path | UPath | None":
    """The corpus that tables were built from; None where they name none or, as a line says, it is out of reach.

    Args:
        tables: the folder of the tables.
        without: what that line says comes of it.
    """
    from core.remote import corpus_of
    from core.store import StoreError

    try:
        corpus = corpus_of(tables)
        if corpus is None or corpus.is_dir():
            return corpus
        away = f"{corpus}: the corpus is not there"
    except (OSError, StoreError) as error:
        away = str(error)
    click.echo(f"{away}; {without}", err=True)
    return None


@main.command()
@click.argument("gold", type=click.Path(path_type=Path))
@_TABLES
@click.option("--tier", type=int, help="Score the gold of this tier alone.")
@click.option("--misses", is_flag=True, help="List the gold that was missed and the claims that match none.")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
def evaluate(gold: Path, tables: "Path | UPath", tier: int | None, misses: bool, as_json: bool) -> None:
    """Score the tables in DIR (default: .lagebild) against the hand-made events in GOLD (YAML)."""
    with _one_line_errors():
        from dataclasses import asdict

        from core.evaluate import evaluate as score
        from core.evaluate import read_gold
        from core.remote import fetched
        from core.store import load

        with fetched(tables) as folder:
            evaluation = score(read_gold(gold), load(folder), tier)
    if misses:
        for event in evaluation.missed:
            click.echo(f"missed {event.doc} {event.type}: {event.quote}", err=as_json)
        for doc_id, kind, quote in evaluation.extra:
            click.echo(f"extra  {doc_id} {kind}: {' '.join(quote.split())}", err=as_json)
    scores = asdict(evaluation.scores)
    click.echo(json.dumps(scores) if as_json else "  ".join(f"{name}={value}" for name, value in scores.items()))


@main.command()
@click.argument("handout", type=click.Path(path_type=Path))
@_TABLES
def verify(handout: Path, tables: "Path | UPath") -> None:
    """Look each quote of HANDOUT up in the texts of the tables in DIR (default: .lagebild); exit code 1 if one fails.

    HANDOUT is a briefing that the app gave out, as DOCX, HTML or PDF. A line for each quote: the number of its
    footnote, how it stands, document and place, and its words.
    """
    with _one_line_errors():
        from core.handouts.verify import verify as findings_of
        from core.remote import fetched
        from core.store import load

        try:
            content = handout.read_bytes()
        except OSError as error:
            raise click.ClickException(f"{handout}: {error.strerror}") from error
        with fetched(tables) as folder:
            texts = load(folder).texts
        findings = findings_of(content, handout.name, dict(zip(texts["doc_id"], texts["text"], strict=True)).get)
    for one in findings:
        place = f"{one.anchor.doc_id} {one.anchor.start}-{one.anchor.end}"
        edited = " (its text was edited)" if one.holds and one.edited else ""
        click.echo(f"{one.number}  {one.standing}{edited}  {place}  {' '.join(one.anchor.quote.split())}")
    failing = sum(not one.holds for one in findings)
    click.echo(f"{len(findings) - failing} of {len(findings)} quotes stand in the corpus as they are printed", err=True)
    sys.exit(1 if failing else 0)


@main.command()
@_DOCS
@_PRED
def times(docs: Path, out: Path) -> None:
    """Annotate the time expressions of the documents in DOCS, a JSON-lines file.

    Each line of DOCS is an object with `doc`, `text` and, where it is known, `dct`: the day of publication.
    """
    from core.time.commands import times as annotate

    _annotate(annotate, docs, out, "time expressions")


@main.command()
@_DOCS
@_PRED
def quotes(docs: Path, out: Path) -> None:
    """Find the quotations, with speaker and cue, in the documents in DOCS, a JSON-lines file.

    Each line of DOCS is an object with `doc` and `text`.
    """
    from core.quotations.commands import quotes as annotate

    _annotate(annotate, docs, out, "quotations")


@main.command()
@_CORPUS
@click.option("--most", type=click.IntRange(min=0), default=100, show_default=True, help="How many words to list.")
def coverage(corpus: "Path | UPath", most: int) -> None:
    """List the main verbs and event nouns in CORPUS (default: seeds) that the vocabulary does not decide.

    One a line, tab-separated, the commonest first: how often it stands there, verb or noun, its base form, and a
    sentence that it stands in. The last line, on stderr, says what share of all main verbs and event nouns that is.
    """
    from core.claims.commands import of_corpus

    with _one_line_errors():
        covered = of_corpus(corpus)
    for word in covered.undecided[:most]:
        click.echo(f"{word.tokens}\t{word.kind}\t{word.word}\t{' '.join(word.example.split())}")
    count = sum(word.tokens for word in covered.undecided)
    click.echo(f"undecided: {count} of {covered.tokens} main verbs and event nouns, {covered.share:.1%}", err=True)


@main.command()
@_CORPUS
@_OUT
@_BACKBONE
@_REBUILD
@_WORKERS
@click.option("--host", default="localhost", show_default=True, help="Address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=int, default=8501, show_default=True)
def serve(
    corpus: "Path | UPath", out: "Path | UPath", backbone: str, rebuild: bool, workers: int, host: str, port: int
) -> None:
    """Build the tables of the texts in CORPUS (default: seeds) and show them in the app."""
    _build(corpus, out, backbone=backbone, rebuild=rebuild, workers=workers)
    if not isinstance(out, Path):
        from core.remote import working_folder

        out = working_folder(out)
    dashboard = find_spec("dashboard")
    if dashboard is None or dashboard.origin is None:
        raise click.ClickException("the package `dashboard` is missing; install Lagebild again")
    app = Path(dashboard.origin).with_name("app.py")
    environment = {**os.environ, "LAGEBILD_CORPUS": str(corpus.absolute()), "LAGEBILD_TABLES": str(out.resolve())}
    options = {
        "server.address": host,
        "server.port": str(port),
        "server.headless": "true",
        # Streamlit would tell its makers of each use, and ask another host for this machine's address to show it.
        "browser.gatherUsageStats": "false",
        "logger.hideWelcomeMessage": "true",
    }
    command = [sys.executable, "-m", "streamlit", "run", str(app)]
    command += [word for name, value in options.items() for word in (f"--{name}", value)]
    click.echo(f"The app listens at {host}, port {port} (http://localhost:{port} on this machine); Ctrl+C ends it")
    os.chdir(app.parent.parent)  # where Streamlit finds its settings in a checkout
    os.execve(sys.executable, command, environment)  # noqa: S606 - in this process's place, so that signals reach it


def _build(corpus: "Path | UPath", out: "Path | UPath", **options: Any) -> None:
    """Build the tables, with the options of `core.build.build`, and say what came of it."""
    with _one_line_errors():
        from core.build import build as run

        with _Progress() as progress:
            report = run(corpus, out, **options, progress=progress, warn=_warn)
    what = "Nothing has changed since the last build; the tables hold" if report.unchanged else f"Built {out}:"
    work = "" if report.unchanged else f"; read {report.redone}, reused {report.documents - report.redone}"
    click.echo(
        f"{what} {report.documents} documents, {report.claims} claims, {report.events} events, {report.actors} actors"
        f"{work}; {len(report.warnings)} warnings ({report.seconds:.1f} s)"
    )


def _annotate(annotate: "Callable[[Path, Path], Counted]", docs: Path, out: Path, what: str) -> None:
    """Annotate the documents of a file, and say how much of what was found in how many."""
    try:
        counted = annotate(docs, out)
    except OSError as error:
        raise click.ClickException(f"{error.filename or out}: {error.strerror}") from error
    except ValueError as error:
        raise click.ClickException(" ".join(str(error).split())) from error
    click.echo(f"{counted.annotations} {what} in {counted.documents} documents written to {out}")


def _warn(warning: str) -> None:
    click.echo(f"Warning: {warning}", err=True)


def _open_questions(tables: "Tables") -> list[str]:
    """What is unclear among the actors of the tables, a line each."""
    from core import actors

    columns = [tables.actors[name] for name in ("actor_id", "name", "kind", "aliases", "country")]
    known = {
        actor_id: actors.Actor(actor_id, name, kind, tuple(aliases), country if isinstance(country, str) else None)
        for actor_id, name, kind, aliases, country in zip(*columns, strict=True)
    }
    said = tables.corrections[tables.corrections["field"] == "other_actor"]
    answered = [set(ids) for _, ids in said.groupby("correction_id")["actor_id"]]
    questions = [
        question
        for question in actors.ambiguities(known, actors.knowledge.load())
        if not any(answer.issuperset(question.actor_ids) for answer in answered)
    ]
    return [f"{question.kind} {question.name}: {', '.join(question.actor_ids)}" for question in questions]


class _Progress:
    """Shows on a terminal how far a build is, with a bar a stage."""

    def __init__(self) -> None:
        self._stage = ""
        self._bars = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that so many of a stage's steps are done."""
        if stage != self._stage:
            self._bars.close()
            self._stage = stage
            hidden = not sys.stderr.isatty()
            bar = click.progressbar(length=total, label=f"{stage:8}", file=sys.stderr, hidden=hidden)
            self._bar = self._bars.enter_context(bar)
        self._bar.update(done - self._bar.pos)


@contextmanager
def _one_line_errors() -> Iterator[None]:
    """What a user can mend ends the command with one line and exit code 1."""
    try:
        yield
    except LagebildError as error:
        raise click.ClickException(" ".join(str(error).split())) from error
