"""Entries → volumes: Whoosh indexes of some hundred entries each, with what is read out of them.

An entry goes to a volume by its id, so that a changed one makes one volume new and leaves the
others as they are; a volume is named by the digest of all that it is made of.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from whoosh import index as whoosh_index
from whoosh.analysis.tokenizers import IDTokenizer
from whoosh.fields import STORED, TEXT, Schema
from whoosh.reading import IndexReader

from index.analysis import normalize
from index.columns import Lists, Numbers, Offsets, Texts, to_offsets, write_columns
from index.documents import Document, Entry, Facts
from index.generations import COLUMNS
from index.language import Language
from index.said import Said, find_places
from index.tables import FORMAT

# Some seconds of work when one entry changes.
LARGEST = 250

# A term, the documents that have it, and how often each.
Posting = tuple[str, list[int], list[float]]


@dataclass(frozen=True, eq=False, repr=False)
class VolumeColumns:
    """What a volume holds; an entry's documents stand side by side, as do a document's words.

    The first ``spoken`` words of a document are those of its text, in order.
    """

    ids: Texts
    facts: Texts
    starts: Offsets
    texts: Texts
    details: Texts
    ranks: Numbers
    labels: Texts
    action_labels: Lists
    document_labels: Lists
    said: Said
    spoken: Numbers
    terms: Texts
    postings: Lists
    counts: Numbers


@dataclass(frozen=True)
class Volume:
    """Some entries, in the order of their ids, and the name of the volume they make."""

    name: str
    entries: tuple[Entry, ...]


def bind(entries: Iterable[Entry], language: Language) -> list[Volume]:
    """Return the volumes that the entries make."""
    ordered = sorted(entries, key=lambda entry: entry.facts.id)
    count = 1
    while count * LARGEST < len(ordered):
        count *= 2
    shelves: list[list[Entry]] = [[] for _ in range(count)]
    for entry in ordered:
        digest = hashlib.sha256(entry.facts.id.encode()).digest()
        shelves[int.from_bytes(digest[:4], "big") % count].append(entry)
    filled = [shelf for shelf in shelves if shelf] or [[]]
    return [Volume(_name(shelf, language), tuple(shelf)) for shelf in filled]


def list_ids(volumes: Iterable[Volume]) -> tuple[str, ...]:
    """Return the ids of all entries in the order in which the volumes hold them."""
    return tuple(entry.facts.id for volume in volumes for entry in volume.entries)


def _name(entries: Sequence[Entry], language: Language) -> str:
    digest = hashlib.sha256(f"{FORMAT} {language.revision}".encode())
    for entry in entries:
        digest.update(orjson.dumps(entry))
    return digest.hexdigest()[:24]


def write_volume(folder: Path, entries: Sequence[Entry], language: Language) -> None:
    """Index the entries in ``folder`` and write what is read out of the index beside it."""
    # Everything is analysed before Whoosh sees it: a document that fails half way corrupts it.
    rows = to_rows(entries, language)
    index = whoosh_index.create_in(str(folder), make_schema())
    writer = index.writer()
    try:
        for row in rows:
            writer.add_document(**row)
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    reader: IndexReader = index.reader()  # type: ignore[no-untyped-call]
    with reader:
        columns = to_columns(list(reader.all_stored_fields()), _read_postings(reader))
    write_columns(folder / COLUMNS, columns)


def make_schema() -> Schema:
    """Return the fields of a document: two searchable, the rest kept beside them."""
    return Schema(
        words=TEXT(analyzer=IDTokenizer(), phrase=False, stored=True),
        units=TEXT(analyzer=IDTokenizer(), phrase=False, stored=True),
        starts=STORED(),
        ends=STORED(),
        document=STORED(),
        facts=STORED(),
    )


def to_rows(entries: Iterable[Entry], language: Language) -> list[dict[str, Any]]:
    """Return the fields of every document of the entries."""
    return [row for entry in entries for row in _to_rows(entry, language)]


def _to_rows(entry: Entry, language: Language) -> list[dict[str, object]]:
    rows = [_to_row(document, language) for document in entry.documents]
    rows[0]["facts"] = _to_dict(entry.facts)
    return rows


def _to_row(document: Document, language: Language) -> dict[str, object]:
    # The places of words are places in the very text that is shown.
    shown = replace(document, text=normalize(document.text))
    # A subject is found by its concept; its label is only what a reader is shown.
    read = "" if document.concepts else shown.text
    found = find_places(read, document.marks, language)
    return {**found._asdict(), "document": _to_dict(shown)}


def _to_dict(known: Document | Facts) -> dict[str, Any]:
    return {field.name: getattr(known, field.name) for field in fields(known)}


def _number(labels: Iterable[str], known: dict[str, int]) -> list[int]:
    """Return the numbers of the labels; a new one gets the next."""
    return [known.setdefault(label, len(known)) for label in labels]


def to_columns(stored: Sequence[dict[str, Any]], found: Iterable[Posting]) -> VolumeColumns:
    """Return the columns of documents, given their stored fields and the postings of all terms."""
    postings = sorted(found)
    terms = {term: number for number, (term, _, _) in enumerate(postings)}
    documents = [Document(**row["document"]) for row in stored]
    facts = [Facts(**row["facts"]) for row in stored if "facts" in row]
    firsts = [number for number, row in enumerate(stored) if "facts" in row]
    labels: dict[str, int] = {}
    return VolumeColumns(
        ids=Texts.of(one.id for one in facts),
        facts=Texts.of(orjson.dumps(one).decode() for one in facts),
        starts=np.array([*firsts, len(stored)], dtype=np.int64),
        texts=Texts.of(document.text for document in documents),
        details=Texts.of(_to_detail(row["document"]) for row in stored),
        ranks=np.array([document.rank for document in documents], dtype=np.int32),
        action_labels=Lists.of([_number(one.labels(), labels) for one in facts]),
        document_labels=Lists.of([_number(one.labels(), labels) for one in documents]),
        labels=Texts.of(labels),
        said=Said(
            Lists.of([[terms[term] for term in (*row["words"], *row["units"])] for row in stored]),
            starts=_join(row["starts"] for row in stored),
            ends=_join(row["ends"] for row in stored),
        ),
        spoken=np.array([len(row["words"]) for row in stored], dtype=np.int32),
        terms=Texts.of(terms),
        postings=Lists(
            to_offsets([len(found) for _, found, _ in postings]),
            np.array([number for _, found, _ in postings for number in found], dtype=np.int32),
        ),
        counts=np.array([count for _, _, counts in postings for count in counts], dtype=np.int32),
    )


def _join(rows: Iterable[list[int]]) -> Numbers:
    return np.array([place for row in rows for place in row], dtype=np.int32)


def _read_postings(reader: IndexReader) -> Iterator[Posting]:
    for field in ("words", "units"):
        for term in reader.field_terms(field):
            matcher = reader.postings(field, term)
            documents, counts = [], []
            while matcher.is_active():
                documents.append(matcher.id())
                counts.append(matcher.weight())
                matcher.next()
            yield term, documents, counts


def _to_detail(document: dict[str, Any]) -> str:
    """Return what is known of a document besides its text, as far as there is anything."""
    told = {name: value for name, value in document.items() if value and name != "text"}
    del told["trial_action"]
    return orjson.dumps(told).decode()
