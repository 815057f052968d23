"""What the index knows of Danish: lemmas, compounds, filler words and the thesaurus, as keys."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from catalogue.vocabulary import Stamp, Vocabulary, stamp_files
from index import tables
from index.endings import halve, list_stems
from index.english import English, name_in_english
from index.keywords import Keywords, load_keywords
from index.lemmas import Lemmas
from index.subjects import Subjects, load_subjects
from index.tables import Tables, keep_tables, make_tables, read_tables
from index.thesaurus import Thesaurus, to_term

FILES = (
    *tables.FILES,
    "subjects.yaml",
    "themes.yaml",
    "kinds.yaml",
    "municipalities.yaml",
    "guidance-kinds.yaml",
    "audiences.yaml",
)
KEYWORDS = "keywords"


@dataclass(frozen=True, eq=False, repr=False)
class Language(Tables):
    """Danish as the catalogue needs it: the tables, and what follows from them."""

    vocabulary: Vocabulary
    folder: Path

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """The thesaurus, its terms made of this language's lemmas."""
        return Thesaurus(self.concepts, self.terms)

    @cached_property
    def _lemmas(self) -> Lemmas:
        return Lemmas(self.lemmas, self.compounds, self.stop_words, self.other_words)

    @property
    def known(self) -> frozenset[str]:
        """Every lemma of the tables."""
        return self._lemmas.known

    @cached_property
    def lemma(self) -> Callable[[str], str]:
        """Return the lemma of a word form: by table, else by an ending that leaves a known form."""
        return self._lemmas.find

    def base(self, term: str) -> str:
        """Return a term as the thesaurus has it; one of several words is made of lemmas already."""
        return term if " " in term else self.lemma(term)

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Return the parts of a compound, or nothing; a split must cover the whole word."""
        return self._lemmas.split(lemma)

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

    def spell(self, term: str) -> str:
        """Return a term as Danish is written, as far as thesaurus and tables know it."""
        return self.thesaurus.spellings.get(term) or self.spellings.get(term, term)


def list_files(folder: Path) -> list[Path]:
    """Return the files of the language."""
    return [*(folder / file for file in FILES), *sorted((folder / KEYWORDS).glob("*.yaml"))]


def load_language(folder: Path, vocabulary: Vocabulary, kept: Path | None = None) -> Language:
    """Return the language of data/vocabulary, or raise ``InvalidFile``.

    Where its tables were ``kept``, they need not be made.
    """
    return _load(folder, vocabulary, stamp_files(list_files(folder)), kept)


def keep_language(folder: Path, vocabulary: Vocabulary, kept: Path) -> Language:
    """Return the language of data/vocabulary, its tables kept, or raise ``InvalidFile``."""
    language = load_language(folder, vocabulary, kept)
    if read_tables(folder, kept) is None:
        keep_tables(language, folder, kept)
    return language


# A start asks several times for what has not changed.
@lru_cache(maxsize=2)
def _load(folder: Path, vocabulary: Vocabulary, _: Stamp, kept: Path | None) -> Language:
    tables = (read_tables(folder, kept) if kept else None) or make_tables(folder)
    return Language(**vars(tables), vocabulary=vocabulary, folder=folder)
