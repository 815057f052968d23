"""The catalogue's own words are complete, used, and refused when their files are broken."""

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from catalogue.errors import InvalidFile, UnknownTerm
from catalogue.importing import read_records
from catalogue.records import MOST_THEMES, SECTIONS, Kind, TrialAction
from catalogue.vocabulary import FILES, Vocabulary, load_vocabulary

# The official municipality codes, as CPR lists them.
CODES = {
    "broendby": "0153",
    "egedal": "0240",
    "esbjerg": "0561",
    "frederikshavn": "0813",
    "frederiksberg": "0147",
    "hoeje-taastrup": "0169",
    "ishoej": "0183",
    "kolding": "0621",
    "lemvig": "0665",
    "odder": "0727",
    "odense": "0461",
    "soroe": "0340",
    "vordingborg": "0390",
    "aabenraa": "0580",
}
REGIONS = {
    "Region Hovedstaden": {"broendby", "egedal", "frederiksberg", "hoeje-taastrup", "ishoej"},
    "Region Sjælland": {"soroe", "vordingborg"},
    "Region Syddanmark": {"aabenraa", "esbjerg", "kolding", "odense"},
    "Region Midtjylland": {"lemvig", "odder"},
    "Region Nordjylland": {"frederikshavn"},
}
THEMES = [
    "co-teaching",
    "skolefravaer",
    "overgange",
    "foraeldresamarbejde",
    "elevinddragelse",
    "trivsel-og-faellesskab",
    "ppr-taet-paa-praksis",
    "tvaerfagligt-samarbejde",
    "teamsamarbejde",
    "vejledere-og-ressourcepersoner",
    "kompetenceudvikling",
    "mellemformer-og-specialpaedagogik",
    "undervisning-og-didaktik",
    "data-og-evaluering",
    "videndeling",
    "strategi-og-organisering",
    "fritid-og-ungdomsliv",
]
# Ids that links and other tools keep, in the order in which they are shown.
PERMANENT = {
    "theme": THEMES,
    "focus_area": [
        "tvaerfagligt-samarbejde-og-stoettestrukturer",
        "praksisnaer-understoettelse",
        "faglig-ledelse",
        "styrket-foraeldresamarbejde",
    ],
    "stakeholder": [
        "elever",
        "medarbejdere",
        "ledere",
        "foraeldre",
        "forvaltning",
        "politikere",
        "ppr",
        "ressourcepersoner",
        "alle",
    ],
    "level": ["dagtilbud", "indskoling", "mellemtrin", "udskoling", "ungdom"],
}

BROKEN = {
    "not-yaml": b"- id: [a",
    "not-utf-8": "- {id: a, label: Sorø}".encode("latin-1"),
    "empty": b"",
    "a-mapping": b"id: a",
    "a-scalar": b"a",
    "no-label": b"- id: a",
    "unknown-field": b"- {id: a, label: A, titel: A}",
    "date-of-no-calendar": b"- {id: a, label: 2024-02-30}",
    "code-read-as-a-number": b"- {id: a, label: A, code: 0153}",
    "id-twice": b"- {id: a, label: A}\n- {id: a, label: B}",
}


@pytest.fixture(scope="module")
def real_records(records_folder: Path, vocabulary: Vocabulary) -> list[TrialAction]:
    return read_records(records_folder, vocabulary)[0]


@pytest.mark.parametrize(("name", "ids"), PERMANENT.items(), ids=PERMANENT.keys())
def test_the_ids_of_a_vocabulary_are_permanent(
    name: str, ids: list[str], vocabulary: Vocabulary
) -> None:
    assert vocabulary.ids(name) == ids


def test_each_of_the_14_municipalities_has_its_official_code(vocabulary: Vocabulary) -> None:
    municipalities = vocabulary.all("municipality")

    assert {m.id: m.code for m in municipalities} == CODES
    assert len(municipalities) == 14


def test_municipalities_stand_in_danish_alphabetical_order(vocabulary: Vocabulary) -> None:
    # Aa is an å, and å the last letter.
    order = str.maketrans("æøå", "{|}")
    labels = [m.label.lower().replace("aa", "å") for m in vocabulary.all("municipality")]

    assert labels == sorted(labels, key=lambda label: label.translate(order))


def test_municipality_codes_are_four_digits_and_unique(vocabulary: Vocabulary) -> None:
    codes = [m.code or "" for m in vocabulary.all("municipality")]

    assert [code for code in codes if not re.fullmatch("[0-9]{4}", code)] == []
    assert len(set(codes)) == len(codes)


def test_each_municipality_lies_in_its_region(vocabulary: Vocabulary) -> None:
    for region, ids in REGIONS.items():
        assert {m.id for m in vocabulary.all("municipality") if m.region == region} == ids


def test_a_municipality_s_id_is_its_name_in_ascii(vocabulary: Vocabulary) -> None:
    letters = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

    for municipality in vocabulary.all("municipality"):
        assert municipality.id == municipality.label.lower().translate(letters)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_has_a_label_a_definition_an_english_label_and_synonyms(
    theme: str, vocabulary: Vocabulary
) -> None:
    term = vocabulary.get("theme", theme)

    assert term.label
    assert re.fullmatch(r"[A-ZÆØÅ][^.]*\.", term.definition), "one sentence"
    assert term.english
    assert term.synonyms


@pytest.mark.parametrize("theme", THEMES)
def test_no_theme_is_without_an_action(theme: str, real_records: list[TrialAction]) -> None:
    assert [record.id for record in real_records if theme in record.themes]


@pytest.mark.parametrize("municipality", CODES)
def test_no_municipality_is_without_an_action(
    municipality: str, real_records: list[TrialAction]
) -> None:
    assert [record.id for record in real_records if record.municipality == municipality]


def test_every_action_has_one_to_five_themes(real_records: list[TrialAction]) -> None:
    assert {len(record.themes) for record in real_records} <= set(range(1, MOST_THEMES + 1))


@pytest.mark.parametrize("name", FILES)
def test_every_term_has_a_label_of_its_own(name: str, vocabulary: Vocabulary) -> None:
    labels = [term.label for term in vocabulary.all(name)]

    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("name", FILES)
def test_every_id_of_a_vocabulary_can_stand_in_an_address(
    name: str, vocabulary: Vocabulary
) -> None:
    assert [i for i in vocabulary.ids(name) if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_no_synonym_of_a_theme_belongs_to_two_themes(vocabulary: Vocabulary) -> None:
    words = [w.lower() for theme in vocabulary.all("theme") for w in theme.synonyms]

    assert len(set(words)) == len(words)


def test_the_kinds_and_sections_are_those_the_record_knows(vocabulary: Vocabulary) -> None:
    assert vocabulary.ids("kind") == list(get_args(Kind))
    assert vocabulary.ids("section") == list(SECTIONS)


def test_an_unknown_term_is_raised_with_what_is_allowed(vocabulary: Vocabulary) -> None:
    with pytest.raises(UnknownTerm, match="level has no term 'aftenskole'") as raised:
        vocabulary.get("level", "aftenskole")

    assert raised.value.allowed == tuple(vocabulary.ids("level"))


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_vocabulary_file_is_refused_by_name(
    content: bytes, records_folder: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(records_folder.parent / "vocabulary", tmp_path / "vocabulary")
    (folder / "levels.yaml").write_bytes(content)

    with pytest.raises(InvalidFile, match=r"^levels\.yaml:1: "):
        load_vocabulary(folder)


def test_a_missing_vocabulary_file_is_refused_by_name(records_folder: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(records_folder.parent / "vocabulary", tmp_path / "vocabulary")
    (folder / "levels.yaml").unlink()

    with pytest.raises(InvalidFile, match=r"^levels\.yaml:1: .*No such file"):
        load_vocabulary(folder)
