"""The command that proposes lines for the words that the language tables lack."""

import typer

from app.settings import Settings
from catalogue.language.proposing import propose_lines
from catalogue.language.tables import COMPOUNDS, LEMMAS, add_proposals, load_lemmas
from catalogue.language.words import list_words
from catalogue.reading.dictionary import load_dictionary


def propose_language() -> None:
    """Add a lemma and a split, marked '? ' for review, for every word that has no line."""
    settings = Settings()
    lemmas, compounds = settings.vocabulary / LEMMAS, settings.vocabulary / COMPOUNDS
    words = list_words(settings.records, settings.guidance, settings.vocabulary)
    proposal = propose_lines(words, load_lemmas(lemmas), load_dictionary())
    add_proposals(lemmas, proposal.lemmas)
    add_proposals(compounds, proposal.compounds)
    typer.echo(
        f"{len(proposal.lemmas)} lemmas and {len(proposal.compounds)} compounds proposed; "
        "review every line that begins with '? '"
    )
