"""A source becomes drafts of record files, with what a person decides left open."""

import yaml

from catalogue.reading.drafting import UNDECIDED, Draft, Reader

SOURCE = """\
 Pausevenner pa tvaers af argange

Hoje-Taastrup Kommune — Lindeskolen og Parkskole & Bernehus

Bedre pau-
ser for alle

Vi har provet noget nyt.

Det har vi gjort
Vi har lyttet til bernene.

Sadan opleves forandringen

e Eleverne foler sig set.
"""


def read_one(reader: Reader, text: str = SOURCE) -> Draft:
    (draft,) = reader.read(text, "kilde")
    return draft


def test_the_head_of_a_draft_is_read_off_the_print(reader: Reader) -> None:
    fields = read_one(reader).fields

    assert fields["id"] == "hoeje-taastrup-pausevenner-paa-tvaers"
    assert fields["title"] == "Pausevenner på tværs af årgange"
    assert fields["headline"] == "Bedre pauser for alle"
    assert fields["municipality"] == "hoeje-taastrup"
    assert fields["schools"] == [
        {"id": "lindeskolen", "name": "Lindeskolen"},
        {"id": "parkskole-boernehus", "name": "Parkskole & Børnehus"},
    ]
    assert fields["source"] == {"id": "kilde", "lines": [1, 15]}


def test_a_block_has_its_type_and_lines(reader: Reader) -> None:
    assert read_one(reader).fields["actions"] == [
        {
            "id": "actions-1",
            "type": "paragraph",
            "lines": [11, 11],
            "text": "Vi har lyttet til børnene.",
        }
    ]


def test_what_only_a_person_can_decide_is_left_open(reader: Reader) -> None:
    fields = read_one(reader).fields

    assert fields["problem"] == fields["goals"] == []
    assert fields["themes"] == fields["focus_areas"] == fields["levels"] == [UNDECIDED]
    assert fields["experiences"][0]["stakeholders"] == [UNDECIDED]
    assert fields["experiences"][0]["kind"] == UNDECIDED


def test_a_municipality_that_the_vocabulary_lacks_is_left_open(reader: Reader) -> None:
    unknown = read_one(reader, SOURCE.replace("Hoje-Taastrup", "Andeby"))

    assert unknown.fields["municipality"] == UNDECIDED


def test_two_schools_with_and_in_the_name_of_one_are_one_name(reader: Reader) -> None:
    place = "Parkskole & Bernehus"
    draft = read_one(reader, SOURCE.replace(f"Lindeskolen og {place}", "Parkskole og Univers"))

    assert [school["name"] for school in draft.fields["schools"]] == ["Parkskole og Univers"]


def test_the_file_of_a_draft_says_what_it_is_and_reads_back(reader: Reader) -> None:
    draft = read_one(reader)

    assert draft.format().startswith("# A draft")
    assert yaml.safe_load(draft.format()) == draft.fields
