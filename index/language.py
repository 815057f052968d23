"""What the index knows of Danish: lemmas, compounds, filler words and the thesaurus, as keys."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from catalogue.language.tables import (
    COMPOUNDS,
    ENGLISH,
    LEMMAS,
    OTHER_WORDS,
    STOP_WORDS,
    load_compounds,
    load_english,
    load_lemmas,
    load_words,
)
from catalogue.vocabulary import Stamp, Vocabulary, stamp_files
from index.analysis import fold, keys
from index.endings import halve, list_stems
from index.english import English, name_in_english
from index.keywords import Keywords, load_keywords
from index.subjects import Subjects, load_subjects
from index.thesaurus import Thesaurus, load_thesaurus, to_term

FILES = (
    LEMMAS,
    COMPOUNDS,
    STOP_WORDS,
    ENGLISH,
    OTHER_WORDS,
    "thesaurus.yaml",
    "subjects.yaml",
    "themes.yaml",
    "kinds.yaml",
    "municipalities.yaml",
    "guidance-kinds.yaml",
    "audiences.yaml",
)
KEYWORDS = "keywords"


@dataclass(frozen=True, eq=False, repr=False)
class Language:
    """Danish as the catalogue needs it; every word in it is a key."""

    lemmas: Mapping[str, str]
    spellings: Mapping[str, str]
    compounds: Mapping[str, tuple[str, ...]]
    stop_words: frozenset[str]
    # Common Danish words that no text here has.
    other_words: frozenset[str]
    # The same, and those that English is put into: two words of the trade may make one of these.
    right: frozenset[str]
    # The Danish for English words and phrases.
    danish_for: Mapping[str, str]
    vocabulary: Vocabulary
    folder: Path

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """The thesaurus, its terms made of this language's lemmas."""
        return load_thesaurus(self.folder / "thesaurus.yaml", self.lemma)

    @cached_property
    def subjects(self) -> Subjects:
        """The concepts under which each trial action is indexed."""
        return load_subjects(self.folder / "subjects.yaml", self.thesaurus)

    @cached_property
    def keywords(self) -> Keywords:
        """What a reader would type who looks for each trial action."""
        return load_keywords(self.folder / KEYWORDS)

    @cached_property
    def english(self) -> English:
        """The Danish for what is asked in English; concepts and themes have English names too."""
        return English({**name_in_english(self.thesaurus, self.vocabulary), **self.danish_for})

    @cached_property
    def is_danish(self) -> Callable[[str], bool]:
        """Whether the tables have a word, a form of it, or the two parts of it."""
        return lru_cache(maxsize=1 << 12)(self._is_danish)

    def _is_danish(self, key: str) -> bool:
        return self._is_word(key) or any(
            self._is_word(first) and self._is_word(last) for first, last in halve(key)
        )

    def _is_word(self, key: str) -> bool:
        return any(map(self.is_listed, chain((key,), list_stems(key))))

    def is_listed(self, key: str) -> bool:
        """Whether the tables have the very word."""
        return key in self.lemmas or key in self.known or key in self.right

    @cached_property
    def known(self) -> frozenset[str]:
        """Every lemma of the tables."""
        return frozenset(self.lemmas.values()) | frozenset(self.compounds)

    @cached_property
    def theme_terms(self) -> dict[str, str]:
        """Theme id by each term that names the theme itself."""
        return self._names("theme")

    @cached_property
    def kind_terms(self) -> dict[str, str]:
        """Kind of experience by each term that names it."""
        return self._names("kind")

    def _names(self, vocabulary: str) -> dict[str, str]:
        return {
            to_term(word, self.lemma): term.id
            for term in self.vocabulary.all(vocabulary)
            for word in (term.label, term.english, *term.synonyms)
        }

    @cached_property
    def revision(self) -> str:
        """Equal exactly when all language files are equal."""
        content = b"".join(path.read_bytes() for path in list_files(self.folder))
        return hashlib.sha256(content).hexdigest()[:12]

    @cached_property
    def lemma(self) -> Callable[[str], str]:
        """Return the lemma of a word form: by table, else by an ending that leaves a known form."""
        # Texts and compounds repeat their words and parts.
        return lru_cache(maxsize=1 << 16)(self._find_lemma)

    def _find_lemma(self, key: str) -> str:
        if key in self.lemmas:
            return self.lemmas[key]
        # Must is no form of mus, and internet none of intern.
        if key in self.stop_words or key in self.other_words:
            return key
        stems = (stem for stem in list_stems(key) if stem in self.lemmas or stem in self.known)
        stem = next(stems, key)
        return self.lemmas.get(stem, stem)

    def spell(self, term: str) -> str:
        """Return a term as Danish is written, as far as thesaurus and tables know it."""
        return self.thesaurus.spellings.get(term) or self.spellings.get(term, term)

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Return the parts of a compound, or nothing; a split must cover the whole word."""
        return self.compounds.get(lemma) or self._split(lemma)

    def _split(self, lemma: str) -> tuple[str, ...]:
        if lemma in self.known or lemma in self.other_words:
            return ()
        for first, rest in halve(lemma):
            last = self.lemma(rest)
            if first in self.known and last in self.known:
                return (first, last)
        return ()


def list_files(folder: Path) -> list[Path]:
    """Return the files of the language."""
    return [*(folder / file for file in FILES), *sorted((folder / KEYWORDS).glob("*.yaml"))]


def load_language(folder: Path, vocabulary: Vocabulary) -> Language:
    """Return the language of data/vocabulary, or raise ``InvalidFile``."""
    return _load(folder, vocabulary, stamp_files(list_files(folder)))


# A start asks several times for what has not changed.
@lru_cache(maxsize=2)
def _load(folder: Path, vocabulary: Vocabulary, _: Stamp) -> Language:
    forms = load_lemmas(folder / LEMMAS)
    lemmas = {fold(form): fold(lemma) for form, lemma in forms.items()}
    compounds = load_compounds(folder / COMPOUNDS)
    danish_for = load_english(folder / ENGLISH)
    other_words = frozenset(map(fold, load_words(folder / OTHER_WORDS))) - lemmas.keys()
    return Language(
        lemmas=lemmas,
        spellings={fold(form): form for form in forms},
        compounds={
            fold(word): tuple(fold(part) for part in parts) for word, parts in compounds.items()
        },
        stop_words=frozenset(map(fold, load_words(folder / STOP_WORDS))),
        other_words=other_words,
        right=other_words | _list_other_forms(danish_for, lemmas),
        danish_for=danish_for,
        vocabulary=vocabulary,
        folder=folder,
    )


def _list_other_forms(danish_for: Mapping[str, str], lemmas: Mapping[str, str]) -> set[str]:
    """Return what English is put into and no table has: it is right, though no text has it."""
    return {key for danish in danish_for.values() for key in keys(danish)} - lemmas.keys()
