"""``draft-record``: the file of a plan becomes the draft of a record file."""

from pathlib import Path
from typing import Annotated

import typer

from app.settings import Settings
from catalogue import drafts
from catalogue.errors import PlaceUnusable
from catalogue.plan_files import parse_plan
from catalogue.vocabulary import load_vocabulary


def draft_record(
    plan: Annotated[Path, typer.Argument(help="The file that the planner saved.")],
    folder: Annotated[Path | None, typer.Argument(help="Where to write the draft.")] = None,
) -> None:
    """Make the draft of a record from the file of a PLAN, and list what it lacks."""
    settings = Settings()
    places = [settings.records, *([folder] if folder else [])]
    taken = {path.stem for place in places for path in place.glob("*.yaml")}
    try:
        content = plan.read_bytes()
        draft = drafts.draft_record(
            parse_plan(content), load_vocabulary(settings.vocabulary), taken=taken
        )
        _write(draft, folder, taken=taken)
    except OSError as error:
        raise PlaceUnusable(f"{error.filename}: {error.strerror}") from error
    for lack in draft.lacks:
        typer.echo(str(lack), err=True)
    raise typer.Exit(1 if draft.lacks else 0)


def _write(draft: drafts.RecordDraft, folder: Path | None, *, taken: set[str]) -> None:
    if folder is None:
        typer.echo(draft.format(), nl=False)
    elif draft.id and draft.id not in taken:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{draft.id}.yaml"
        path.write_text(draft.format(), encoding="utf-8")
        typer.echo(f"draft written to {path}")
