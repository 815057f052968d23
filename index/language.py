"""What the index knows of Danish: lemmas, compounds, filler words and the thesaurus, as keys."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from catalogue.vocabulary import Stamp, Vocabulary, stamp_files
from index import tables
from index.asked_terms import AskedTerm, find_asked_terms, list_patterns
from index.endings import halve, list_stems
from index.english import English, name_in_english
from index.keywords import Keywords, load_keywords
from index.subjects import Subjects, load_subjects
from index.tables import Tables, digest_files, make_tables, read_tables
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
    """Danish as the catalogue needs it: the tables, and what follows from them.

    ``revision`` is equal exactly when all language files are equal.
    """

    vocabulary: Vocabulary
    folder: Path
    revision: str

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """The thesaurus, its terms made of this language's lemmas."""
        return Thesaurus(self.concepts, self.terms)

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
    def ask_for_terms(self) -> Callable[[tuple[str, ...]], tuple[AskedTerm, ...]]:
        """Return the terms of several words that lemmas ask for and where, the longest first."""
        patterns = list_patterns(self.thesaurus.by_term, self.stop_words)
        # One question asks more than once: what it wants, and what it shares with keywords.
        return lru_cache(maxsize=1024)(lambda lemmas: find_asked_terms(lemmas, patterns))

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
            for word in filter(None, (term.label, term.english, *term.synonyms))
        }

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
    return _load(folder, vocabulary, kept, stamp=stamp_files(list_files(folder)))


# A start asks several times for what has not changed.
@lru_cache(maxsize=2)
def _load(folder: Path, vocabulary: Vocabulary, kept: Path | None, *, stamp: Stamp) -> Language:
    # Taken before they are read: an index is never taken for one of files that came later.
    revision = digest_files(list_files(folder))[:12]
    made = (read_tables(folder, kept) if kept else None) or make_tables(folder)
    own = {field.name: getattr(made, field.name) for field in fields(made)}
    return Language(**own, vocabulary=vocabulary, folder=folder, revision=revision)
