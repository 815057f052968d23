"""Subject indexing: a reader's judgement, found by concept."""

from pathlib import Path

import pytest

from catalogue.errors import InvalidFile
from index.language import Language
from index.results import Request
from index.searching import search
from index.snapshot import Snapshot
from index.subjects import DEGREES, load_subjects


def test_every_trial_action_is_about_something(language: Language, snapshot: Snapshot) -> None:
    assert language.subjects.keys() == snapshot.numbers.keys()
    assert all(degrees[0] for degrees in language.subjects.values())


def test_no_action_stands_twice_under_a_concept(language: Language) -> None:
    for degrees in language.subjects.values():
        concepts = [concept for degree in degrees for concept in degree]
        assert len(degrees) == len(DEGREES)
        assert len(set(concepts)) == len(concepts)


def test_an_action_is_found_by_a_concept_whose_words_it_never_uses(snapshot: Snapshot) -> None:
    texts = [document.text.lower() for document in snapshot.documents if document.block]
    assert not [text for text in texts if "skolefobi" in text]

    hits = search(snapshot, Request(q="skolefobi")).hits

    assert hits[0].id == "aabenraa-skolevaegring"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no-such-concept: {main: [a]}", "no-such-concept"),
        ("skolevaegring: {somewhat: [a]}", "somewhat"),
        ("- skolevaegring", "dict"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused(
    tmp_path: Path, language: Language, text: str, reason: str
) -> None:
    path = tmp_path / "subjects.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidFile, match=reason):
        load_subjects(path, language.thesaurus)
