"""``read-source``: a received text becomes drafts, and the reader says what it is unsure of."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from app.settings import Settings
from catalogue.importing import read_records
from catalogue.reading.dictionary import load_dictionary
from catalogue.reading.drafting import Draft, Reader
from catalogue.reading.furniture import find_furniture, load_furniture
from catalogue.reading.scoring import Score, score_drafts
from catalogue.reading.sources import open_source
from catalogue.reading.words import Word
from catalogue.vocabulary import load_vocabulary


def read_source(
    source: Annotated[Path, typer.Argument(help="The received text.")],
    drafts: Annotated[Path | None, typer.Argument(help="Where to write drafts.")] = None,
) -> None:
    """Read SOURCE into drafts, list every doubt, and score them against reviewed records."""
    settings = Settings()
    vocabulary = load_vocabulary(settings.vocabulary)
    furniture = load_furniture(settings.sources / "furniture.yaml")
    reader = Reader(load_dictionary(), vocabulary, furniture)
    text = open_source(source)
    found = reader.read(text, source.stem)
    if drafts:
        _write(found, drafts)
    _tell_doubts(word for draft in found for word in draft.doubts)
    for number, line, kind in find_furniture(text, furniture):
        typer.echo(f"{number}: {line} dropped ({kind})")
    doubts = sum(len(draft.doubts) for draft in found)
    typer.echo(f"{len(found)} actions, {sum(len(d.words) for d in found)} words, {doubts} doubts")
    records, _ = read_records(settings.records, vocabulary)
    records = [record for record in records if record.source.id == source.stem]
    if records:
        _tell_score(score_drafts(found, records))


def _write(drafts: Iterable[Draft], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for draft in drafts:
        (folder / f"{draft.fields['id']}.yaml").write_text(draft.format(), encoding="utf-8")


def _tell_doubts(doubts: Iterable[Word]) -> None:
    """List the doubts, those with the same spelling and reading on one line."""
    lines = defaultdict(list)
    for word in doubts:
        raw = word.raw.replace("\n", "/").strip(' .,:;()"“”')
        lines[raw, word.text.strip(" .,:;()”"), word.doubt].append(word.line)
    for (raw, text, doubt), places in lines.items():
        typer.echo(f"{', '.join(map(str, places))}: {raw} → {text} ({doubt})")


def _tell_score(score: Score) -> None:
    for wrong in score.wrong:
        mark = "" if wrong.listed else " (not among the doubts)"
        typer.echo(f"wrong: {wrong.line}: {wrong.read} ≠ {wrong.right}{mark}")
    typer.echo(
        f"words right: {score.words_right} of {score.words} "
        f"({score.words_right / score.words:.2%}), {len(score.unlisted)} wrong without a doubt"
    )
    typer.echo(f"blocks equal: {score.blocks_right} of {score.blocks}")
