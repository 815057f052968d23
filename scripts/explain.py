"""``explain``: one question followed from its words to the order of its hits."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

import typer

from app.settings import Settings
from catalogue.vocabulary import load_vocabulary
from index.items import Item
from index.language import load_language
from index.opening import open_index
from index.reading import tell_reading
from index.results import Request
from index.scoring import score_said, share_votes
from index.searching import search
from index.snapshot import Snapshot
from index.understanding import Understanding, Wanted, understand
from index.votes import list_votes
from index.weights import KEYWORDS, SATURATION
from scripts.preparing import prepare

MOST_WORDS = 12


def explain(
    question: Annotated[
        str, typer.Argument(help="What a reader would type; after -- if it begins with a minus.")
    ],
    trial_action: Annotated[str, typer.Option(help="Explain this hit only.")] = "",
    exact: Annotated[bool, typer.Option(help="Turn every broadening off.")] = False,
) -> None:
    """Show how a question is understood and why its hits stand in their order."""
    settings = Settings()
    prepare(settings)
    vocabulary = load_vocabulary(settings.vocabulary)
    language = load_language(settings.vocabulary, vocabulary, settings.kept_language)
    snapshot = open_index(settings.index, language)
    understood = understand(snapshot, question, exact=exact)
    for line in (*_question(understood), *_hits(snapshot, understood, trial_action, exact=exact)):
        typer.echo(line)


def _question(understood: Understanding) -> Iterator[str]:
    question = understood.question
    yield f"fillers: {', '.join(understood.fillers) or '–'}"
    yield f"phrases: {understood.phrases}, excluded: {question.excluded}"
    yield f"corrected: {tell_reading(understood, found=True).corrected or '–'}"
    yield f"nothing has: {_list(understood.lost)}"
    yield f"only keywords have: {_list(understood.on_cards)}"
    for wanted, scores in zip(understood.wanted, understood.scores, strict=False):
        yield f"'{wanted.item.text}' (term '{wanted.item.term}'), rarity {scores.rarity:.2f}"
        yield from _ways(wanted, understood.snapshot.terms)


def _list(items: Iterable[Item]) -> str:
    return ", ".join(item.text for item in items) or "–"


def _ways(wanted: Wanted, terms: Sequence[str]) -> Iterator[str]:
    by_kind: dict[tuple[float, str], list[str]] = {}
    for number, stand in wanted.expansion.list_stands():
        by_kind.setdefault((-stand.weight, stand.kind), []).append(terms[number])
    for (weight, kind), words in sorted(by_kind.items()):
        more = f" … and {len(words) - MOST_WORDS} more" if len(words) > MOST_WORDS else ""
        yield f"    {-weight:.2f} {kind:14} {', '.join(words[:MOST_WORDS])}{more}"
    if wanted.parts:
        yield f"    or its {len(wanted.parts)} parts in one block"


def _hits(
    snapshot: Snapshot, understood: Understanding, trial_action: str, *, exact: bool
) -> Iterator[str]:
    results = search(snapshot, Request(q=understood.question.q, page_size=100, exact=exact))
    yield f"{results.total} hits"
    said = score_said(snapshot, understood.scores, understood.fit).scores
    voted = share_votes(said, understood.fit, understood.votes)
    best = said.max(initial=0.0) or 1.0
    for hit in results.hits:
        if trial_action in ("", hit.id):
            number = snapshot.numbers[hit.id]
            told = _tell_texts(understood, number), _tell_keyword(snapshot, understood, number)
            yield (
                f"{hit.score:8.4f}  {hit.id}  = said {said[number] / best:.4f} of the best "
                f"({' + '.join(told)}) + votes {understood.votes.weight * voted[number]:.4f}"
            )
            if trial_action:
                yield f"          votes: {_tell_votes(snapshot, understood, number)}"
                yield from (f"          {match.section}: {match.snippet}" for match in hit.matches)
    if trial_action and trial_action not in {hit.id for hit in results.hits}:
        is_there = trial_action in snapshot.numbers
        yield f"{trial_action} is {'no hit' if is_there else 'no trial action of the catalogue'}"


def _tell_votes(snapshot: Snapshot, understood: Understanding, number: int) -> str:
    votes = list_votes(snapshot.cards.columns.votes, understood.votes, number)
    return ", ".join(f"{feature} {amount:+.2f}" for feature, amount in votes[:MOST_WORDS]) or "–"


def _tell_texts(understood: Understanding, number: int) -> str:
    shares = [
        f"{scores.rarity:.2f}·{amount / (SATURATION + amount):.2f}"
        for scores in understood.scores
        for amount in [scores.amount_in(number)]
    ]
    return f"({' + '.join(shares) or '0'}) × coverage × togetherness"


def _tell_keyword(snapshot: Snapshot, understood: Understanding, number: int) -> str:
    fit = understood.fit
    best = fit.choose().get(number)
    if best is None:
        return "no keyword"
    text = snapshot.cards.columns.texts[best.keyword]
    return f"keyword {KEYWORDS}·{fit.rarity:.2f}·{best.worth:.2f}, '{text}'"
