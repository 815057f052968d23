"""The columns of all volumes → the columns that a search reads.

Entries and documents keep the order of the volumes; words are numbered anew, in alphabetical order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from index.analysis import keys, sort_key
from index.card_columns import CardColumns
from index.columns import (
    Array,
    Flags,
    Lists,
    Numbers,
    Offsets,
    Texts,
    Weights,
    to_offsets,
)
from index.correcting import Guesses
from index.documents import HEADS
from index.grouping import WordGroups, group_words
from index.language import Language
from index.members import Members, to_members
from index.postings import Places, Postings, merge_postings
from index.results import PASSAGE_FILTERS
from index.said import Said
from index.volumes import VolumeColumns
from index.weighing import cover_documents, weigh_documents


@dataclass(frozen=True, eq=False, repr=False)
class DocumentColumns:
    """Everything that is known of each document."""

    owners: Numbers
    texts: Texts
    details: Texts
    said: Said
    spoken: Numbers
    ranks: Numbers
    blocks: Flags
    worth: Weights
    certainty: NDArray[np.uint8]


@dataclass(frozen=True, eq=False, repr=False)
class ActionColumns:
    """Everything that is known of each trial action; its documents begin at ``starts``.

    The rest are its places in the orders in which trial actions are listed.
    """

    ids: Texts
    facts: Texts
    starts: Offsets
    by_id: Numbers
    by_municipality: Numbers
    by_title: Numbers


@dataclass(frozen=True, eq=False, repr=False)
class IndexColumns:
    """All that a search reads."""

    actions: ActionColumns
    documents: DocumentColumns
    terms: Texts
    postings: Postings
    groups: WordGroups
    place_lemmas: Texts
    members: Members
    passage_members: Members
    cards: CardColumns
    guesses: Guesses


def merge(volumes: Sequence[VolumeColumns], cards: CardColumns, language: Language) -> IndexColumns:
    """Return the columns of all ``volumes`` together, with the ``cards`` of their entries."""
    terms = sorted(set(chain.from_iterable(volume.terms for volume in volumes)))
    numbers = {term: number for number, term in enumerate(terms)}
    new_numbers = [_renumber(volume.terms, numbers) for volume in volumes]
    labels = list(dict.fromkeys(chain.from_iterable(volume.labels for volume in volumes)))
    actions = _merge_actions(volumes)
    documents = _merge_documents(volumes, new_numbers, actions, labels)
    members, passage_members = _merge_members(volumes, labels, documents.owners)
    places = passage_members.find("section", "place", len(documents.owners))
    return IndexColumns(
        actions=actions,
        documents=documents,
        terms=Texts.of(terms),
        postings=merge_postings(
            volumes,
            new_numbers,
            terms=len(terms),
            places=Places(documents.owners, documents.worth, documents.certainty),
        ),
        groups=group_words(terms, language),
        place_lemmas=Texts.of(_find_lemmas(documents.texts, np.flatnonzero(places), language)),
        members=members,
        passage_members=passage_members,
        cards=cards,
        guesses=_list_guesses(terms, language),
    )


def _list_guesses(terms: Sequence[str], language: Language) -> Guesses:
    """Return the words that a misspelt word may have been meant to be."""
    words = {*terms, *language.thesaurus.words, *language.lemmas}
    return Guesses.of(word for word in words if word.isalpha())


def _renumber(names: Iterable[str], numbers: dict[str, int]) -> Numbers:
    return np.array([numbers[name] for name in names], dtype=np.int32)


def _merge_actions(volumes: Sequence[VolumeColumns]) -> ActionColumns:
    ids = join_texts([volume.ids for volume in volumes])
    facts = join_texts([volume.facts for volume in volumes])
    sizes = np.concatenate([np.diff(volume.starts) for volume in volumes])
    read = [orjson.loads(one) for one in facts]
    return ActionColumns(
        ids=ids,
        facts=facts,
        starts=to_offsets(sizes),
        by_id=_rank(list(ids)),
        by_municipality=_rank([(_place_key(one), *_title_key(one)) for one in read]),
        by_title=_rank([_title_key(one) for one in read]),
    )


def _place_key(facts: dict[str, Any]) -> str:
    return sort_key(facts["municipality_label"])


def _title_key(facts: dict[str, Any]) -> tuple[str, str]:
    return sort_key(facts["title"]), facts["id"]


def _rank(names: Sequence[Any]) -> Numbers:
    """Return the place of each name among all of them in order."""
    ranks = np.zeros(len(names), dtype=np.int32)
    ranks[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    return ranks


def join_texts(columns: Sequence[Texts]) -> Texts:
    """Return the texts of all ``columns`` in one."""
    lengths = np.concatenate([np.diff(one.offsets) for one in columns])
    return Texts(np.concatenate([one.blob for one in columns]), to_offsets(lengths))


def _join_lists(columns: Sequence[Lists], new_numbers: Sequence[Numbers]) -> Lists:
    """Return the lists of all ``columns`` in one, their values numbered anew."""
    lengths = np.concatenate([np.diff(one.offsets) for one in columns])
    values = [new[one.values] for one, new in zip(columns, new_numbers, strict=True)]
    return Lists(to_offsets(lengths), np.concatenate(values).astype(np.int32))


def _join_said(columns: Sequence[Said], new_numbers: Sequence[Numbers]) -> Said:
    return Said(
        _join_lists([one.words for one in columns], new_numbers),
        starts=np.concatenate([one.starts for one in columns]),
        ends=np.concatenate([one.ends for one in columns]),
    )


def _label_numbers(volumes: Sequence[VolumeColumns], labels: Sequence[str]) -> list[Numbers]:
    numbers = {label: number for number, label in enumerate(labels)}
    return [_renumber(volume.labels, numbers) for volume in volumes]


def _merge_documents(
    volumes: Sequence[VolumeColumns],
    new_numbers: Sequence[Numbers],
    actions: ActionColumns,
    labels: Sequence[str],
) -> DocumentColumns:
    owners = np.repeat(np.arange(len(actions.ids), dtype=np.int32), np.diff(actions.starts))
    label_numbers = _label_numbers(volumes, labels)
    by_document = _join_lists([volume.document_labels for volume in volumes], label_numbers)
    # The first label of a document is that of its section.
    sections = by_document.values[by_document.offsets[:-1]]
    names = [label.partition(" ")[2] for label in labels]
    ranks = np.concatenate([volume.ranks for volume in volumes])
    said = _join_said([volume.said for volume in volumes], new_numbers)
    lengths = np.diff(said.words.offsets)
    heads = np.array([name in HEADS for name in names], dtype=bool)
    return DocumentColumns(
        owners=owners,
        texts=join_texts([volume.texts for volume in volumes]),
        details=join_texts([volume.details for volume in volumes]),
        said=said,
        spoken=np.concatenate([volume.spoken for volume in volumes]),
        ranks=ranks,
        blocks=~heads[sections],
        worth=weigh_documents(names, sections, ranks=ranks, owners=owners, lengths=lengths),
        certainty=cover_documents(names, sections, ranks),
    )


def _merge_members(
    volumes: Sequence[VolumeColumns], labels: Sequence[str], owners: Numbers
) -> tuple[Members, Members]:
    new_numbers = _label_numbers(volumes, labels)
    by_action = _join_lists([volume.action_labels for volume in volumes], new_numbers)
    by_document = _join_lists([volume.document_labels for volume in volumes], new_numbers)
    actions = dict(_turn(by_action, labels))
    documents = dict(_turn(by_document, labels))
    for label, members in actions.items():
        if label.partition(" ")[0] in PASSAGE_FILTERS and label not in documents:
            flags = np.zeros(len(by_action), dtype=bool)
            flags[members] = True
            documents[label] = flags[owners]
    return to_members(actions, len(by_action)), to_members(documents, len(by_document))


def _turn(lists: Lists, labels: Sequence[str]) -> Iterator[tuple[str, Numbers]]:
    """Yield each label that is in ``lists`` with the lists that have it."""
    having = np.repeat(np.arange(len(lists), dtype=np.int32), np.diff(lists.offsets))
    order = np.argsort(lists.values, kind="stable")
    ends = to_offsets(np.bincount(lists.values, minlength=len(labels)))
    for number, label in enumerate(labels):
        members = having[order[ends[number] : ends[number + 1]]]
        if len(members):
            yield label, members


def _find_lemmas(texts: Texts, numbers: Array, language: Language) -> list[str]:
    distinct = {texts[number] for number in numbers.tolist()}
    return sorted({language.lemma(key) for text in distinct for key in keys(text)})
