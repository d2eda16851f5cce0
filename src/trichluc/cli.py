"""The command line: ``trichluc extract | show | explain | report | stats | diff | schema``.

Exit status: 0, all done; 1, some article failed (its line says why); 2, the command itself makes no sense. What a command needs is
imported when it runs, so that ``--help`` does not load a rule.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trichluc.errors import TrichlucError
from trichluc.terminal import arguments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from trichluc.extraction import Extraction, Failure
    from trichluc.pipeline import Pipeline
    from trichluc.source import Source

__all__ = ["app"]

app = typer.Typer(
    name="trichluc",
    help="Typed, normalized, source-grounded records from Vietnamese news text.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Files, folders (their *.txt), globs, .jsonl, .html, .gz or .zip of these; - is standard input."
    ),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Where to write (default: standard output).")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Date of publication of articles that do not state their own, YYYY-MM-DD.")
]
Types = Annotated[str | None, typer.Option(metavar="TYPE,...", help="Record types wanted, such as citation,date (default: all).")]
NoEntities = Annotated[bool, typer.Option("--no-entities", help="No people, organizations and places; spares the tagging model.")]
Lexicon = Annotated[list[str] | None, typer.Option(metavar="FILE", help="A lexicon of your own (TOML); may be given more than once.")]
Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="Encoding of the input: a codec of Python's, tcvn3, vni or mojibake.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes.")]


@app.callback(invoke_without_command=True)
def main(*, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Typed, normalized, source-grounded records from Vietnamese news text."""
    if version:
        from importlib.metadata import version as installed  # noqa: PLC0415  see above

        typer.echo(f"trichluc {installed('trichluc')}")
        raise typer.Exit


@app.command()
def extract(
    paths: Paths,
    *,
    output: Output = None,
    format: Annotated[  # noqa: A002  the option's name
        str | None, typer.Option(help="jsonl, csv, parquet, sqlite or html (default: by the output's suffix, else jsonl).")
    ] = None,
    workers: Workers = 1,
    published: Published = None,
    types: Types = None,
    no_entities: NoEntities = False,
    lexicon: Lexicon = None,
    encoding: Encoding = None,
    resume: Annotated[bool, typer.Option("--resume", help="Continue an interrupted run into the same .jsonl file.")] = False,
    budget: Annotated[float | None, typer.Option(metavar="SECONDS", help="Time one article may take.")] = None,
) -> None:
    """Extract the records of articles, one JSON object a line or in another format."""
    from trichluc.terminal.progress import Progress  # noqa: PLC0415  see above
    from trichluc.writers import open_writer, skip_done  # noqa: PLC0415  see above

    with _complaints():
        wanted = arguments.wanted(types)
        pipeline = arguments.pipeline(lexicon)
        sources = arguments.sources(paths, published, encoding)
        if resume:
            sources = skip_done(output, format, sources)
        with open_writer(output, format, resume=resume) as writer, Progress(sys.stderr, arguments.total(paths)) as progress:
            for source, result in _pairs(sources, workers, pipeline, wanted, budget, entities=not no_entities):
                writer.write(result, source)
                progress.count(result)
    if progress.failures:
        raise typer.Exit(1)


@app.command()
def show(
    path: Annotated[str, typer.Argument(metavar="FILE", help="One article; - is standard input.")],
    *,
    published: Published = None,
    types: Types = None,
    no_entities: NoEntities = False,
    lexicon: Lexicon = None,
    encoding: Encoding = None,
) -> None:
    """Print an article with its records coloured by type, and a table of their fields."""
    from trichluc.terminal.show import print_article  # noqa: PLC0415  see above

    with _complaints():
        wanted = arguments.wanted(types)
        pairs = _pairs(
            arguments.sources([path], published, encoding), 1, arguments.pipeline(lexicon), wanted, None, entities=not no_entities
        )
        failed = [print_article(_console(), source, result) for source, result in pairs]
    if not all(failed):
        raise typer.Exit(1)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE", help="A sentence, or a file; - is standard input.")],
    *,
    at: Annotated[int | None, typer.Option(min=0, metavar="OFFSET", help="Only the sentence that holds this code point.")] = None,
    published: Published = None,
    lexicon: Lexicon = None,
    encoding: Encoding = None,
) -> None:
    """Say why a text gave the records it gave: rules that fired, claims lost, triggers tried in vain."""
    from trichluc.explain import explain as explanations  # noqa: PLC0415  see above
    from trichluc.terminal.explanation import print_explanation  # noqa: PLC0415  see above

    with _complaints():
        for explanation in explanations(arguments.text(text, encoding), at, published=published, pipeline=arguments.pipeline(lexicon)):
            print_explanation(_console(), explanation)


@app.command()
def report(
    paths: Paths,
    *,
    output: Output = None,
    workers: Workers = 1,
    published: Published = None,
    types: Types = None,
    no_entities: NoEntities = False,
    lexicon: Lexicon = None,
    encoding: Encoding = None,
) -> None:
    """Make one HTML page of articles and their records, readable without a network."""
    extract(
        paths,
        output=output,
        format="html",
        workers=workers,
        published=published,
        types=types,
        no_entities=no_entities,
        lexicon=lexicon,
        encoding=encoding,
        resume=False,
        budget=None,
    )


@app.command()
def stats(
    path: Annotated[str, typer.Argument(metavar="OUT", help="What extract wrote: .jsonl, .jsonl.gz or .parquet.")],
    *,
    top: Annotated[int, typer.Option(min=1, help="How many documents and awards to list.")] = 20,
) -> None:
    """Print what a run found: records and facts by type, most cited documents, failures."""
    from trichluc.facts import Tally  # noqa: PLC0415  see above
    from trichluc.terminal.summary import print_tally  # noqa: PLC0415  see above

    tally = Tally()
    with _complaints():
        for result in arguments.results(path):
            tally.add(result)
        print_tally(_console(), tally, top)


@app.command()
def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="What one run wrote.")],
    after: Annotated[str, typer.Argument(metavar="B", help="What another wrote.")],
    *,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit status 1 where the runs differ.")] = False,
) -> None:
    """Print the records gained, lost and changed between two runs."""
    from trichluc.diff import compare  # noqa: PLC0415  see above
    from trichluc.terminal.summary import print_differences  # noqa: PLC0415  see above

    with _complaints():
        different = print_differences(_console(), compare(arguments.results(before), arguments.results(after)))
    if different and exit_code:
        raise typer.Exit(1)


@app.command()
def schema(*, doc: Annotated[bool, typer.Option("--doc", help="A field reference in Markdown instead.")] = False) -> None:
    """Print the JSON Schema of a line of output."""
    import msgspec  # noqa: PLC0415  see above

    from trichluc.schema import json_schema, reference  # noqa: PLC0415  see above

    text = reference() if doc else msgspec.json.format(msgspec.json.encode(json_schema())).decode()
    typer.echo(text)


def _pairs(
    sources: Iterable[Source | Failure],
    workers: int,
    pipeline: Pipeline,
    types: tuple[str, ...] | None,
    budget: float | None,
    *,
    entities: bool,
) -> Iterator[tuple[Source | None, Extraction | Failure]]:
    from trichluc.batch import extract_pairs  # noqa: PLC0415  see above

    return extract_pairs(sources, workers, pipeline=pipeline, types=types, entities=entities, budget=budget)


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415  see above

    return Console(highlight=False, emoji=False, markup=False)


@contextmanager
def _complaints() -> Iterator[None]:
    """A mistake in the command is one line on standard error and status 2; a reader that has seen enough of our output is no mistake."""
    try:
        yield
    except TrichlucError as error:
        typer.echo(f"trichluc: {error}", err=True)
        raise typer.Exit(2) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the flush at exit finds an open pipe
        raise typer.Exit(0) from None
    except OSError as error:
        typer.echo(f"trichluc: {error.filename or 'output'}: {error.strerror or error}", err=True)
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        typer.echo("trichluc: interrupted; what was finished is kept in a .jsonl or .sqlite output (continue with --resume)", err=True)
        raise typer.Exit(130) from None
