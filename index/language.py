"""What the index knows of Danish: lemmas, compounds, filler words and the thesaurus, as keys."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from catalogue.language.tables import load_compounds, load_lemmas, load_stop_words
from catalogue.vocabulary import Vocabulary
from index.analysis import fold
from index.keywords import Keywords, load_keywords
from index.subjects import Subjects, load_subjects
from index.thesaurus import Thesaurus, load_thesaurus, to_term

FILES = (
    "lemmas.txt",
    "compounds.txt",
    "stop-words.txt",
    "thesaurus.yaml",
    "subjects.yaml",
    "themes.yaml",
    "kinds.yaml",
    "municipalities.yaml",
    "guidance-kinds.yaml",
    "audiences.yaml",
)
KEYWORDS = "keywords"

# Danish endings, shortest first, so that as much of the word as possible stays: lærer|ne, not
# læ|rerne. An ending is taken off only where a known word is left.
ENDINGS = (
    *("e", "n", "r", "s", "t"),
    *("de", "en", "er", "es", "et", "ne", "ns", "rs", "te", "ts"),
    *("ede", "ene", "ens", "ere", "ers", "est", "ets", "nes", "rne", "tes"),
    *("ende", "enes", "erne", "este", "rnes", "ernes"),
)
SHORTEST_STEM = 3
# Shorter words are found in almost anything: år and hus in Aarhus, fra and var in fravar.
SHORTEST_PART = 4
LINKS = ("", "s", "e")


@dataclass(frozen=True, eq=False, repr=False)
class Language:
    """Danish as the catalogue needs it; every word in it is a key."""

    lemmas: Mapping[str, str]
    spellings: Mapping[str, str]
    compounds: Mapping[str, tuple[str, ...]]
    stop_words: frozenset[str]
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
        paths = [self.folder / file for file in FILES]
        paths += sorted((self.folder / KEYWORDS).glob("*.yaml"))
        content = b"".join(path.read_bytes() for path in paths)
        return hashlib.sha256(content).hexdigest()[:12]

    @cached_property
    def lemma(self) -> Callable[[str], str]:
        """Return the lemma of a word form: by table, else by an ending that leaves a known form."""
        # Texts and compounds repeat their words and parts.
        return lru_cache(maxsize=1 << 16)(self._find_lemma)

    def _find_lemma(self, key: str) -> str:
        found = self.lemmas.get(key)
        if found is not None:
            return found
        for ending in ENDINGS:
            stem = key.removesuffix(ending)
            if len(stem) < SHORTEST_STEM or stem == key or not _fits(stem, ending):
                continue
            # A participle's own base form: højtbegavet, højtbegavede.
            participle = f"{stem}et" if ending == "ede" else stem
            for candidate in (stem, stem[:-1] if stem[-1] == stem[-2] else stem, participle):
                if candidate in self.lemmas or candidate in self.known:
                    return self.lemmas.get(candidate, candidate)
        return key

    def spell(self, term: str) -> str:
        """Return a term as Danish is written, as far as thesaurus and tables know it."""
        return self.thesaurus.spellings.get(term) or self.spellings.get(term, term)

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Return the parts of a compound, or nothing; a split must cover the whole word."""
        return self.compounds.get(lemma) or self._split(lemma)

    def _split(self, lemma: str) -> tuple[str, ...]:
        if lemma in self.known:
            return ()
        for middle in range(len(lemma) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            last = self.lemma(lemma[middle:])
            if last not in self.known:
                continue
            for link in LINKS:
                first = lemma[:middle].removesuffix(link) if link else lemma[:middle]
                if len(first) >= SHORTEST_PART and first in self.known:
                    return (first, last)
        return ()


def _fits(stem: str, ending: str) -> bool:
    """Whether the ending can follow: skole|rne, lærer|ne, but no skolefravær|r."""
    if ending in ("ne", "nes"):
        return stem.endswith(("e", "r"))
    return ending[0] not in "nr" or stem.endswith("e")


def load_language(folder: Path, vocabulary: Vocabulary) -> Language:
    """Return the language of data/vocabulary, or raise ``InvalidFile``."""
    forms = load_lemmas(folder / "lemmas.txt")
    lemmas = {fold(form): fold(lemma) for form, lemma in forms.items()}
    compounds = load_compounds(folder / "compounds.txt")
    return Language(
        lemmas=lemmas,
        spellings={fold(form): form for form in forms},
        compounds={
            fold(word): tuple(fold(part) for part in parts) for word, parts in compounds.items()
        },
        stop_words=frozenset(map(fold, load_stop_words(folder / "stop-words.txt"))),
        vocabulary=vocabulary,
        folder=folder,
    )
