"""A record is checked once, when it is made, and never changes afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from catalogue.importing import read_records
from catalogue.records import SECTIONS, Experience, TrialAction
from catalogue.vocabulary import Vocabulary

MakeRecord = Callable[..., TrialAction]

KL = "en-skole-der-kan-mere-for-flere"
# The line of KL's text at which each action's title stands; the ids are permanent.
FIRST_LINES = {
    "broendby-co-teaching-1-aargang": 41,
    "egedal-faellesskab-skolestyrken": 115,
    "egedal-vaerkstedsundervisning": 193,
    "esbjerg-armkrog-skoler-ppr": 271,
    "frederikshavn-vaerktoej-videndeling": 338,
    "frederiksberg-skolefravaer": 406,
    "hoeje-taastrup-brobygning-special-almen": 478,
    "hoeje-taastrup-ressourceklasse": 567,
    "ishoej-staerke-faellesskaber": 658,
    "kolding-laeringsoptimisme": 731,
    "kolding-deltagelsesmuligheder": 800,
    "lemvig-styrket-samarbejde": 889,
    "lemvig-internt-stoettesystem": 969,
    "lemvig-analytisk-refleksivt-samarbejde": 1035,
    "odder-bedre-muligheder-for-alle": 1119,
    "odense-samarbejdspraksis-ppr": 1200,
    "soroe-foraeldrepartnerskaber": 1296,
    "vordingborg-brobygning-specialregi": 1368,
    "vordingborg-ppv-inkluderende-praksis": 1445,
    "vordingborg-mere-for-flere": 1510,
    "vordingborg-aarshjul": 1576,
    "aabenraa-samskabelse": 1632,
    "aabenraa-boerneparat": 1718,
    "aabenraa-skolevaegring": 1784,
}


@pytest.fixture(scope="module")
def real_records(records_folder: Path, vocabulary: Vocabulary) -> list[TrialAction]:
    records, problems = read_records(records_folder, vocabulary)
    assert problems == []
    return records


def test_kl_s_24_actions_have_their_permanent_ids_at_their_lines(
    real_records: list[TrialAction],
) -> None:
    found = {r.id: r.source.lines[0] for r in real_records if r.source.id == KL}

    assert found == FIRST_LINES
    assert len(found) == 24


def test_each_real_record_ends_where_the_next_one_begins(real_records: list[TrialAction]) -> None:
    places = sorted(r.source.lines for r in real_records if r.source.id == KL)

    assert [last + 1 for _, last in places[:-1]] == [first for first, _ in places[1:]]


def test_a_real_id_begins_with_its_municipality(real_records: list[TrialAction]) -> None:
    assert [r.id for r in real_records if not r.id.startswith(f"{r.municipality}-")] == []


def test_the_blocks_of_a_real_section_are_numbered_from_one_in_order(
    real_records: list[TrialAction],
) -> None:
    for record in real_records:
        for section in SECTIONS:
            ids = [block.id for block in getattr(record, section)]
            assert ids == [f"{record.id}#{section}-{n}" for n in range(1, len(ids) + 1)]


def test_no_school_stands_twice_on_a_real_record(real_records: list[TrialAction]) -> None:
    for record in real_records:
        ids = [school.id for school in record.schools]
        assert len(set(ids)) == len(ids)


def test_the_blocks_come_section_by_section_in_reading_order(make_record: MakeRecord) -> None:
    record = make_record()

    assert [(section, block.id) for section, block in record.blocks()] == [
        ("problem", "odder-trivsel#problem-1"),
        ("experiences", "odder-trivsel#experiences-1"),
    ]


def test_an_experience_says_whose_it_is_and_how_surely(make_record: MakeRecord) -> None:
    (experience,) = make_record().experiences

    assert isinstance(experience, Experience)
    assert experience.stakeholders == ("foraeldre", "elever")
    assert experience.kind == "experienced"


@pytest.mark.parametrize("field", ["schools", "levels", *SECTIONS, "notes"])
def test_what_the_source_does_not_tell_may_be_empty(field: str, make_record: MakeRecord) -> None:
    assert getattr(make_record(**{field: []}), field) == ()


def test_a_record_never_changes(make_record: MakeRecord) -> None:
    record = make_record()

    with pytest.raises(ValidationError, match="frozen"):
        record.title = "En anden"  # type: ignore[misc]


def test_terms_are_checked_only_where_a_vocabulary_is_handed_over(make_record: MakeRecord) -> None:
    fields = make_record().model_dump() | {"municipality": "skive"}

    with pytest.raises(ValidationError, match="unknown municipality 'skive'"):
        make_record(municipality="skive")

    assert TrialAction.model_validate(fields).municipality == "skive"
