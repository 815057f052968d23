"""What a concept of the thesaurus reaches among the words of an index."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.settings import DATA
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary
from index.documents import to_entry
from index.indexing import build_index
from index.language import FILES, Language, load_language
from index.opening import open_index
from index.reaching import NAMES, keep_best, reach_words
from index.results import Request
from index.searching import search
from index.thesaurus import list_terms, load_concepts
from index.weights import HOPS, KINDS

Concept = Mapping[str, object]
Reached = dict[str, tuple[str, float]]

ROWS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 9), st.sampled_from([0.1, 0.3, 0.7, 1.0]))
)


@given(ROWS)
def test_each_word_is_kept_once_in_order_with_its_best_way_the_first_on_a_tie(
    rows: list[tuple[int, int, float]],
) -> None:
    best: dict[int, tuple[int, float]] = {}
    for word, kind, weight in rows:
        if word not in best or weight > best[word][1]:
            best[word] = kind, weight
    words, kinds, weights = np.array(rows).reshape(-1, 3).T

    kept = keep_best(words, kinds, weights)

    assert list(zip(*[one.tolist() for one in kept], strict=True)) == [
        (word, *best[word]) for word in sorted(best)
    ]


def reach(language: Language, folder: Path, *concepts: Concept) -> Reached:
    """Return what the first concept reaches of an index that has the label of each."""
    text = yaml.safe_dump([{"label": concept["id"], **concept} for concept in concepts])
    (folder / "thesaurus.yaml").write_text(text, encoding="utf-8")
    made = load_concepts(folder / "thesaurus.yaml")
    made_up = replace(language, concepts=made, terms=list_terms(made, language.lemma))
    labels = list(made)
    by_lemma = {label: [number] for number, label in enumerate(labels)}
    words, kinds, weights = reach_words(by_lemma, {}, {}, made_up).get(0)
    return {
        labels[word]: (NAMES[kind], weight)
        for word, kind, weight in zip(words.tolist(), kinds.tolist(), weights.tolist(), strict=True)
    }


def test_what_is_related_to_something_related_is_reached_less(
    language: Language, tmp_path: Path
) -> None:
    reached = reach(
        language,
        tmp_path,
        {"id": "zza", "related": ["zzb"]},
        {"id": "zzb", "related": ["zzc"]},
        {"id": "zzc"},
    )

    assert reached == {
        "zza": ("synonym", KINDS["synonym"]),
        "zzb": ("related", KINDS["related"]),
        "zzc": ("related", pytest.approx(KINDS["related"] ** 2)),
    }


def test_no_more_relations_are_followed_than_there_are_hops(
    language: Language, tmp_path: Path
) -> None:
    chain = [{"id": f"zz{number}", "related": [f"zz{number + 1}"]} for number in range(HOPS + 1)]

    reached = reach(language, tmp_path, *chain, {"id": f"zz{HOPS + 1}"})

    assert list(reached) == [f"zz{number}" for number in range(HOPS + 1)]


def test_a_narrower_concept_is_reached_better_than_a_broader_one(
    language: Language, tmp_path: Path
) -> None:
    reached = reach(
        language,
        tmp_path,
        {"id": "zza", "broader": ["zzwide"]},
        {"id": "zznarrow", "broader": ["zza"]},
        {"id": "zzwide"},
    )

    assert reached["zznarrow"] == ("narrower", KINDS["narrower"])
    assert reached["zzwide"] == ("broader", KINDS["broader"])


def test_the_nearer_of_two_ways_to_a_concept_counts(language: Language, tmp_path: Path) -> None:
    reached = reach(
        language,
        tmp_path,
        {"id": "zza", "related": ["zzb", "zzc"]},
        {"id": "zzb", "related": ["zzc"]},
        {"id": "zzc"},
    )

    assert reached["zzc"] == ("related", KINDS["related"])


@pytest.mark.parametrize("between", [(), ("zzmiddle",)], ids=["beside it", "behind another"])
def test_what_another_group_says_is_not_reached(
    language: Language, tmp_path: Path, between: tuple[str, ...]
) -> None:
    reached = reach(
        language,
        tmp_path,
        {"id": "zzpupils", "voice": "elever", "related": [*between, "zzown"]},
        {"id": "zzown", "voice": "elever"},
        {"id": "zzparents", "voice": "foraeldre", "related": between or ["zzpupils"]},
        *({"id": one} for one in between),
    )

    assert set(reached) == {"zzpupils", "zzown", *between}


def test_a_language_whose_thesaurus_is_empty_builds_an_index_that_is_searched(
    tmp_path: Path, vocabulary: Vocabulary, records: list[TrialAction]
) -> None:
    for file in FILES:
        shutil.copy(DATA / "vocabulary" / file, tmp_path)
    (tmp_path / "thesaurus.yaml").write_text("[]", encoding="utf-8")
    (tmp_path / "subjects.yaml").write_text("{}", encoding="utf-8")
    language = load_language(tmp_path, vocabulary)
    entries = [to_entry(record, language) for record in records[:2]]

    build_index(tmp_path / "index", entries, language=language, catalogue_revision="test")

    snapshot = open_index(tmp_path / "index", language)
    assert search(snapshot, Request(q=records[0].title)).hits[0].id == records[0].id
