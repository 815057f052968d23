"""How many records use each term."""

from app.settings import DATA
from catalogue.guidance.importing import GUIDANCE
from catalogue.importing import read_records
from catalogue.usage import count_uses
from catalogue.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(DATA / "vocabulary")
RECORDS, _ = read_records(DATA / "records", VOCABULARY)


def test_every_term_of_every_vocabulary_is_counted() -> None:
    uses = count_uses(RECORDS, VOCABULARY)

    assert {name: list(terms) for name, terms in uses.items()} == {
        name: VOCABULARY.ids(name) for name in VOCABULARY.terms
    }


def test_a_record_counts_once_however_often_it_uses_a_term() -> None:
    uses = count_uses(RECORDS, VOCABULARY)

    assert uses["municipality"]["lemvig"] == 3
    assert uses["kind"]["experienced"] <= len(RECORDS)
    assert uses["section"]["learnings"] == 23


def test_guidance_counts_for_its_own_vocabularies() -> None:
    guidance, _ = GUIDANCE.read_folder(DATA / "guidance", VOCABULARY)

    uses = count_uses(RECORDS, VOCABULARY, guidance=guidance)

    assert uses["guidance_kind"] == {"guide": 1, "principles": 1, "course": 1, "charter": 1}
    assert uses["audience"]["ledere"] == 4
    assert sorted(uses["source"].values()) == [0, 1, 1, 1, 1, 24]
    # No municipality has sent a plan of its own yet.
    assert uses["source"]["kommunens-egen-plan"] == 0
    assert 0 not in uses["audience"].values()


def test_without_records_every_term_has_none() -> None:
    uses = count_uses([], VOCABULARY)

    assert {count for terms in uses.values() for count in terms.values()} == {0}
