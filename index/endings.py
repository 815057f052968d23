"""What Danish puts at the end of a word, and between the parts of a compound."""

from collections.abc import Iterator

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


def halve(word: str) -> Iterator[tuple[str, str]]:
    """Yield every way to part a word in two, the last part shortest first, without its link."""
    for middle in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        for link in LINKS:
            first = word[:middle].removesuffix(link)
            if len(first) >= SHORTEST_PART and first + link == word[:middle]:
                yield first, word[middle:]


def list_stems(key: str) -> Iterator[str]:
    """Yield what may be left of a word without its ending, the shortest ending first."""
    for ending in ENDINGS:
        stem = key.removesuffix(ending)
        if len(stem) >= SHORTEST_STEM and stem != key and _fits(stem, ending):
            yield stem
            if stem[-1] == stem[-2]:
                yield stem[:-1]
            # A participle's own base form: højtbegavet, højtbegavede.
            if ending == "ede":
                yield f"{stem}et"


def _fits(stem: str, ending: str) -> bool:
    """Whether the ending can follow: skole|rne, lærer|ne, but no skolefravær|r."""
    if ending in ("ne", "nes"):
        return stem.endswith(("e", "r"))
    return ending[0] not in "nr" or stem.endswith("e")
