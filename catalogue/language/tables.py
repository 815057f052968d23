"""The tables of the Danish language: file ↔ table, or the line that is wrong.

``lemmas.txt``      ``barn: barnet børn børnene``           a lemma and its other forms
``compounds.txt``   ``skolefravær = skole + fravær``        a compound lemma and its parts' lemmas
``english.txt``     ``early intervention: tidlig indsats``  English words and their Danish
``stop-words.txt``  ``hvordan hvorfor``                     words as typed, any number a line
``other-words.txt``                                         the same
``filler-phrases.txt``  ``i forhold til``                   a phrase as typed

Empty lines and lines that begin with ``#`` are comments. A line that begins with ``? `` is a
proposal nobody has reviewed: it counts, and ``unreviewed`` lists it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from catalogue.errors import InvalidFile, Problem

LEMMAS = "lemmas.txt"
COMPOUNDS = "compounds.txt"
STOP_WORDS = "stop-words.txt"
OTHER_WORDS = "other-words.txt"
ENGLISH = "english.txt"
FILLER_PHRASES = "filler-phrases.txt"
PROPOSED = "? "
FEWEST_PARTS = 2
_WORD = r"[^\W_]+(?:[-’][^\W_]+)*"
_WORDS = re.compile(rf"{_WORD}(?: {_WORD})*")


class _Line(NamedTuple):
    number: int
    text: str
    is_proposed: bool


def load_lemmas(path: Path) -> dict[str, str]:
    """Return the lemma of every form, lemmas included, or raise ``InvalidFile``."""
    lemma_of: dict[str, str] = {}
    problems: list[Problem] = []
    for line in _lines(path):
        lemma, colon, forms = line.text.partition(":")
        words = [lemma.strip(), *forms.split()]
        repeated = [word for n, word in enumerate(words) if word in lemma_of or word in words[:n]]
        reason = "a line is 'lemma: form form …'" if not colon else _wrong_words(words)
        if not reason and repeated:
            reason = f"'{repeated[0]}' stands twice: a form has one lemma"
        if reason:
            problems.append(Problem(path.name, line.number, reason))
            continue
        lemma_of |= dict.fromkeys(words, words[0])
    _refuse(problems)
    return lemma_of


def load_compounds(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the part lemmas of every compound lemma, or raise ``InvalidFile``."""
    parts_of: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for line in _lines(path):
        compound, equals, parts = line.text.partition("=")
        words = [compound.strip(), *(part.strip() for part in parts.split("+"))]
        reason = _wrong_words(words) if equals else "a line is 'compound = part + part'"
        if not reason and len(words) <= FEWEST_PARTS:
            reason = f"'{words[0]}' needs at least {FEWEST_PARTS} parts"
        if not reason and words[0] in words[1:]:
            reason = f"'{words[0]}' is no part of itself"
        if not reason and words[0] in parts_of:
            reason = f"'{words[0]}' stands twice"
        if reason:
            problems.append(Problem(path.name, line.number, reason))
            continue
        parts_of[words[0]] = tuple(words[1:])
    _refuse(problems)
    return parts_of


def load_english(path: Path) -> dict[str, str]:
    """Return the Danish for each English word or phrase, or raise ``InvalidFile``."""
    danish_for: dict[str, str] = {}
    problems: list[Problem] = []
    for line in _lines(path):
        english, _, danish = map(str.strip, line.text.partition(":"))
        is_whole = re.match(r"\w", english) and re.match(r"\w", danish)
        reason = "" if is_whole else "a line is 'english words: danske ord'"
        if not reason and english != unicodedata.normalize("NFC", english).lower():
            reason = f"'{english}' is not in lower case and normal form C"
        if not reason and english in danish_for:
            reason = f"'{english}' stands twice"
        if reason:
            problems.append(Problem(path.name, line.number, reason))
            continue
        danish_for[english] = danish
    _refuse(problems)
    return danish_for


def load_words(path: Path) -> frozenset[str]:
    """Return the words of a list, or raise ``InvalidFile``."""
    words: set[str] = set()
    problems: list[Problem] = []
    for line in _lines(path):
        repeated = words.intersection(line.text.split())
        reason = f"'{min(repeated)}' stands twice" if repeated else _wrong_words(line.text.split())
        if reason:
            problems.append(Problem(path.name, line.number, reason))
        words.update(line.text.split())
    _refuse(problems)
    return frozenset(words)


def load_phrases(path: Path) -> frozenset[str]:
    """Return the phrases of a list, or raise ``InvalidFile``."""
    phrases: set[str] = set()
    problems: list[Problem] = []
    for line in _lines(path):
        twice = f"'{line.text}' stands twice" if line.text in phrases else ""
        if reason := twice or _wrong_words(line.text.split()):
            problems.append(Problem(path.name, line.number, reason))
        phrases.add(line.text)
    _refuse(problems)
    return frozenset(phrases)


def unreviewed(path: Path) -> list[str]:
    """Return the proposals of a table that nobody has reviewed yet."""
    return [line.text for line in _lines(path) if line.is_proposed]


def format_lemma(lemma: str, forms: Sequence[str]) -> str:
    """Return the line of a lemma and its other forms."""
    return f"{lemma}: {' '.join(forms)}".rstrip()


def format_compound(compound: str, parts: Sequence[str]) -> str:
    """Return the line of a compound and its parts."""
    return f"{compound} = {' + '.join(parts)}"


def add_proposals(path: Path, lines: Iterable[str]) -> None:
    """Write each line into a table as a proposal, in place of the line that has its key."""
    rows = path.read_text("utf-8").splitlines()
    header = [row for row in rows if row.startswith("#") or not row]
    entries = {_key(row): row for row in rows if row and not row.startswith("#")}
    entries |= {_key(line): f"{PROPOSED}{line}" for line in lines}
    ordered = [entries[key] for key in sorted(entries, key=alphabetical)]
    path.write_text("\n".join([*header, *ordered]) + "\n", encoding="utf-8")


def alphabetical(word: str) -> str:
    """Return a key that sorts words as a Danish reader expects: æ, ø and å last."""
    return word.translate(str.maketrans("æøå", "{|}"))


def _key(row: str) -> str:
    return re.split(r"[:=]", row.removeprefix(PROPOSED))[0].strip()


def _lines(path: Path) -> Iterator[_Line]:
    try:
        rows = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidFile([Problem(path.name, 1, f"cannot be read as UTF-8: {error}")]) from error
    for number, row in enumerate(rows, 1):
        if row.strip() and not row.startswith("#"):
            proposed = row.startswith(PROPOSED)
            yield _Line(number, row.removeprefix(PROPOSED).strip(), proposed)


def _wrong_words(words: Sequence[str]) -> str:
    # Nearly all lines are right, and are looked at whole.
    if _are_folded_words(" ".join(words)):
        return ""
    wrong = [word for word in words if not _are_folded_words(word)]
    return f"'{wrong[0]}' is not a word in lower case and normal form C"


def _are_folded_words(text: str) -> bool:
    folded = unicodedata.normalize("NFC", text).lower()
    return text == folded and _WORDS.fullmatch(text) is not None


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise InvalidFile(problems)
