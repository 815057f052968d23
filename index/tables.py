"""The files of the language → its tables, as keys; kept as JSON for the next start.

To read and check some twenty thousand lines, and to lemmatize the thesaurus, takes longer than all
else that a start does with its data.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from catalogue.language.tables import (
    COMPOUNDS,
    ENGLISH,
    FILLER_PHRASES,
    LEMMAS,
    OTHER_WORDS,
    STOP_WORDS,
    load_compounds,
    load_english,
    load_lemmas,
    load_phrases,
    load_words,
)
from index.analysis import fold, keys
from index.lemmas import Lemmas
from index.thesaurus import Concept, list_terms, load_concepts

THESAURUS = "thesaurus.yaml"
FILES = (LEMMAS, COMPOUNDS, STOP_WORDS, FILLER_PHRASES, ENGLISH, OTHER_WORDS, THESAURUS)
# Raised when the same files make other tables, documents or columns, so that older ones are made
# anew.
FORMAT = 9


@dataclass(frozen=True, eq=False, repr=False)
class Tables(Lemmas):
    """Danish as the files have it, most of it as keys.

    ``spellings`` are the forms as they are written; ``right`` are the other words and those that
    English is put into, ``danish_for`` English as it is put; ``terms`` are those of each concept,
    each with how it is first written; ``filler_phrases`` are sequences of keys.
    """

    spellings: dict[str, str]
    right: frozenset[str]
    filler_phrases: frozenset[tuple[str, ...]]
    danish_for: dict[str, str]
    concepts: dict[str, Concept]
    terms: dict[str, dict[str, str]]


_AS_JSON = TypeAdapter(Tables)


def make_tables(folder: Path) -> Tables:
    """Return the tables of data/vocabulary, or raise ``InvalidFile``."""
    forms = load_lemmas(folder / LEMMAS)
    lemmas = {fold(form): fold(lemma) for form, lemma in forms.items()}
    compounds = {
        fold(word): tuple(map(fold, parts))
        for word, parts in load_compounds(folder / COMPOUNDS).items()
    }
    danish_for = load_english(folder / ENGLISH)
    stop_words = frozenset(map(fold, load_words(folder / STOP_WORDS)))
    other_words = frozenset(map(fold, load_words(folder / OTHER_WORDS))).difference(lemmas)
    concepts = load_concepts(folder / THESAURUS)
    return Tables(
        lemmas=lemmas,
        compounds=compounds,
        stop_words=stop_words,
        other_words=other_words,
        spellings={fold(form): form for form in forms},
        right=other_words | _list_other_forms(danish_for, lemmas),
        filler_phrases=frozenset(
            tuple(keys(phrase)) for phrase in load_phrases(folder / FILLER_PHRASES)
        ),
        danish_for=danish_for,
        concepts=concepts,
        terms=list_terms(concepts, Lemmas(lemmas, compounds, stop_words, other_words).lemma),
    )


def _list_other_forms(danish_for: Mapping[str, str], lemmas: Mapping[str, str]) -> set[str]:
    """Return what English is put into and no table has: it is right, though no text has it."""
    return {key for danish in danish_for.values() for key in keys(danish)} - lemmas.keys()


def keep_tables(folder: Path, kept: Path) -> None:
    """Keep the tables that the files of ``folder`` make, in place of any others at once."""
    # Taken before they are read: what is saved meanwhile is another file's.
    digest = _digest(folder)
    if _read_whole(kept, digest) is None:
        content = _AS_JSON.dump_json(make_tables(folder))
        new = kept.with_suffix(".new")
        new.write_bytes(b" ".join((digest, _check(content))) + b"\n" + content)
        new.replace(kept)


def read_tables(folder: Path, kept: Path) -> Tables | None:
    """Return what is kept, where it is whole and of just these files."""
    content = _read_whole(kept, _digest(folder))
    try:
        return _AS_JSON.validate_json(content) if content else None
    except ValueError:
        return None


def _read_whole(kept: Path, digest: bytes) -> bytes | None:
    try:
        head, _, content = kept.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if head == b" ".join((digest, _check(content))) else None


def _digest(folder: Path) -> bytes:
    files = digest_files(folder / file for file in FILES)
    return _check(b"%d %b" % (FORMAT, files.encode()))


def _check(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def digest_files(paths: Iterable[Path]) -> str:
    """Return what is equal exactly when all files are, by name; a missing one is an empty one."""
    sum_ = hashlib.sha256()
    for path in paths:
        content = path.read_bytes() if path.exists() else b""
        sum_.update(b"%b %d\n%b" % (path.name.encode(), len(content), content))
    return sum_.hexdigest()
