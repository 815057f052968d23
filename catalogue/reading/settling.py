"""Which of several words a printed word was: by its neighbours, by the source, by default."""

from dataclasses import dataclass, field

from catalogue.reading.candidates import Candidate, find_candidates
from catalogue.reading.common import FUNCTION_WORDS, OCCASIONS, POSSESSIVES
from catalogue.reading.confusions import ODD, USUAL
from catalogue.reading.dictionary import Dictionary
from catalogue.reading.evidence import Evidence, is_common, stems

# How often a word must be read surely, for each time its rival is printed, to be read there too.
ENOUGH_WHEN_USUAL = 0.4
ENOUGH_WHEN_RARE = 10.0
WORTH_A_DOUBT = 0.2

# What a word gains over its rivals for being common, and at most for being seen elsewhere.
COMMON_MERIT = 3
SEEN_MERIT = 2


@dataclass(frozen=True)
class Choice:
    """The word chosen, and why a person should look at it, if so."""

    word: str
    doubt: str = ""


@dataclass
class Settler:
    """Chooses among the candidates of printed words, with the evidence of one source."""

    dictionary: Dictionary
    evidence: Evidence = field(default_factory=Evidence)
    _known: dict[str, list[Candidate]] = field(default_factory=dict)

    def candidates(self, raw: str) -> list[Candidate]:
        """Return what ``raw`` can have been, remembered from word to word."""
        if raw not in self._known:
            self._known[raw] = find_candidates(raw, self.dictionary)
        return self._known[raw]

    def choose(self, raw: str, before: str = "", after: str = "") -> Choice | None:
        """Return the likeliest reading of ``raw``, or None where it is no damaged Danish word."""
        candidates = self.candidates(raw)
        plain = next((one for one in candidates if one.cost == 0), None)
        rivals = sorted(
            (one for one in candidates if one is not plain), key=self._merit, reverse=True
        )
        if plain and rivals and not _is_settled(raw, before):
            return self._weigh(plain, rivals[0])
        if plain:
            return Choice(plain.word, _doubt_before(raw, after))
        return self._rank(raw, rivals) if rivals else None

    def _weigh(self, plain: Candidate, rival: Candidate) -> Choice:
        printed = max(self.evidence.printed[plain.word.lower()], 1)
        sure = self.evidence.sure[rival.word.lower()] / printed
        common = self._is_common(rival) and not self._is_common(plain)
        if (common and rival.worst == USUAL) or sure >= (
            ENOUGH_WHEN_USUAL if rival.worst == USUAL else ENOUGH_WHEN_RARE
        ):
            return Choice(rival.word, _either(plain, rival))
        doubtful = common or sure > WORTH_A_DOUBT
        return Choice(plain.word, _either(plain, rival) if doubtful else "")

    def _rank(self, raw: str, rivals: list[Candidate]) -> Choice:
        best = rivals[0]
        if best.worst >= ODD and best.joints and not self._is_seen(best):
            return Choice(raw, f"not a known word; perhaps {best.word}")
        if best.worst >= ODD:
            return Choice(best.word, "far-fetched")
        for other in rivals[1:2]:
            close = other.cost <= best.cost and self._merit(best)[0] < self._merit(other)[0] + 2
            if close or self._is_seen(other) > self._is_seen(best):
                return Choice(best.word, _either(best, other))
        return Choice(best.word)

    def _merit(self, one: Candidate) -> tuple[int, int, str]:
        word = one.word.lower()
        merit = COMMON_MERIT if one.worst < ODD and self._is_common(one) else 0
        seen = min(self.evidence.sure[word], SEEN_MERIT)
        kin = sum(self.evidence.kin[stem] for stem in stems(word, self.dictionary))
        return merit + seen - one.cost, kin, word

    def _is_seen(self, one: Candidate) -> bool:
        return self.evidence.sure[one.word.lower()] > 0

    def _is_common(self, one: Candidate) -> bool:
        return is_common(one.word, self.dictionary)


def _is_settled(raw: str, before: str) -> bool:
    return raw.lower() in FUNCTION_WORDS or (raw == "eget" and before.lower() in POSSESSIVES)


def _doubt_before(raw: str, after: str) -> str:
    return "for or før?" if raw.lower() == "for" and after.lower().endswith(OCCASIONS) else ""


def _either(one: Candidate, other: Candidate) -> str:
    return f"{one.word} or {other.word}?"
