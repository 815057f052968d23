"""How many records use each term."""

from app.settings import DATA
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


def test_without_records_every_term_has_none() -> None:
    uses = count_uses([], VOCABULARY)

    assert {count for terms in uses.values() for count in terms.values()} == {0}
