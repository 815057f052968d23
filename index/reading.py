"""How a question was understood, in what is told to whoever asked."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice

from index.counting import count_hits
from index.items import Item
from index.phrases import find_phrase
from index.results import Broadening, NearWord, Reading
from index.snapshot import Snapshot
from index.spelling import list_heads, list_near
from index.understanding import Understanding

# For one that is lacking, and in all: each is counted by a search.
MOST_NEAR_WORDS = 5
MOST_NEAR_IN_ALL = 10

# What is lacking, each with the words of the index that may have been meant.
Near = Mapping[Item, Sequence[str]]
# What stands from where to where in the question, and what is put there.
Changes = Mapping[tuple[int, int], str]


def tell_reading(understood: Understanding, *, found: bool, in_texts: bool = False) -> Reading:
    """Return how the question was understood, to be told to whoever asked.

    Where only texts were searched or nothing was ``found``, what stands on the cards alone is
    lacking too; where none of it is, all that was asked for.
    """
    absent = tuple(_absent(understood))
    lacking = (*understood.lost, *(understood.on_cards if in_texts or not found else ()))
    if not (found or absent or lacking):
        lacking = tuple(word.item for word in understood.wanted)
    snapshot = understood.snapshot
    near = {one: list_near(snapshot, one.term) for one in _list_typed(understood, lacking)}
    corrected, offered = _find_corrected(understood, lacking), _find_offered(understood, near)
    return Reading(
        q=understood.question.q,
        corrected=_rewrite(understood, corrected),
        did_you_mean=_rewrite(understood, {**corrected, **offered}) if offered else None,
        broadened=(
            *_translated(understood),
            *(_broadened(understood) if found else ()),
        ),
        dropped=(*_list_dropped(understood, lacking), *absent),
        near=tuple(_list_near(snapshot, near)),
        absent=absent,
        says_nothing=bool(understood.question.q.strip())
        and not (understood.asks_something or understood.question.excluded),
        excluded=tuple(_excluded(understood)),
    )


def _excluded(understood: Understanding) -> Iterator[str]:
    spell = understood.snapshot.language.spell
    return (" ".join(map(spell, one)) for one in dict.fromkeys(understood.question.excluded))


def _absent(understood: Understanding) -> Iterator[str]:
    """Yield the phrases, as typed, that stand nowhere."""
    question = understood.question
    for phrase, typed in zip(question.phrases, question.quoted, strict=True):
        if not len(find_phrase(understood.snapshot, phrase)):
            yield typed


def _list_dropped(understood: Understanding, lacking: Sequence[Item]) -> dict[str, None]:
    """Return what is lacking as it was typed, each once, in the order typed."""
    places = sorted((item.start, item.end) for item in lacking)
    return dict.fromkeys(understood.question.q[start:end] for start, end in places)


def _find_corrected(understood: Understanding, lacking: Sequence[Item]) -> Changes:
    # What is lacking, spelt right or not, is told as it was typed.
    lost = {place for item in lacking for place in range(item.start, item.end)}
    return {
        (word.token.start, word.token.end): word.spelling
        for word in understood.words
        if word.spelling and not word.is_translated and word.token.start not in lost
    }


def _find_offered(understood: Understanding, near: Near) -> Changes:
    spell = understood.snapshot.language.spell
    return {
        (item.start, item.end): spell(words[0])
        for item, words in near.items()
        if words and item in understood.lost
    }


def _list_typed(understood: Understanding, items: Sequence[Item]) -> list[Item]:
    """Return the items without those that somebody asked for in English."""
    translated = {word.token.start for word in understood.words if word.is_translated}
    return [item for item in items if item.start not in translated]


def _rewrite(understood: Understanding, changes: Changes) -> str | None:
    text = understood.question.q
    for start, end in sorted(changes, reverse=True):
        text = text[:start] + changes[start, end] + text[end:]
    return text if changes else None


def _translated(understood: Understanding) -> Iterator[Broadening]:
    for token, group in groupby(understood.words, key=lambda word: word.token):
        danish = [word.spelling for word in group if word.is_translated and word.spelling]
        if danish:
            yield Broadening(token.text, (" ".join(danish),), "translation")


def _broadened(understood: Understanding) -> Iterator[Broadening]:
    for wanted in () if understood.exact else understood.wanted:
        for kind, words in understood.snapshot.broaden(wanted.item.term):
            yield Broadening(wanted.item.text, words, kind)


def _list_near(snapshot: Snapshot, near: Near) -> Iterator[NearWord]:
    """Yield the words that are near each that is lacking, or else what it is a kind of."""
    found = dict.fromkeys(
        snapshot.language.spell(word)
        for item, words in near.items()
        for word in (words or list_heads(snapshot, item.term))[:MOST_NEAR_WORDS]
        if word != item.term
    )
    for word in islice(found, MOST_NEAR_IN_ALL):
        yield NearWord(word, count_hits(snapshot, word))
