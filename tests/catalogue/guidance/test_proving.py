"""Every piece of guidance is proved against its source, word by word in both directions."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from catalogue.errors import InvalidFile
from catalogue.guidance.omissions import Omission, load_omissions
from catalogue.guidance.proving import find_problems, prove_all
from catalogue.guidance.records import Guidance
from catalogue.reading.corrections import Correction, load_corrections
from catalogue.reading.sources import open_source
from tests.catalogue.guidance.conftest import DATA, MakeGuidance

SOURCES = DATA / "sources"
SOURCE = """\
Gode råd
Formål
• Det er vig-
tigt at begynde med leder/
team.

[navn udeladt] Formand - i skolen
"""
PROVED = {
    "title": "Gode råd",
    "summary": None,
    "sections": [
        {
            "id": "formaal",
            "title": "Formål",
            "lines": [2, 2],
            "blocks": [
                {
                    "id": "raad#formaal-1",
                    "type": "item",
                    "lines": [3, 5],
                    "text": "Det er vigtigt at begynde med leder/team.",
                },
                {
                    "id": "raad#formaal-2",
                    "type": "item",
                    "lines": [7, 7],
                    "text": "Formand – i skolen",
                },
            ],
        }
    ],
}
NAME = Omission(lines=(7, 7), words="[navn udeladt]", reason="a name left out")


@pytest.fixture
def proved(make_guidance: MakeGuidance) -> Guidance:
    return make_guidance(**PROVED)


def _problems(
    guidance: Guidance, source: str = SOURCE, omissions: Sequence[Omission] = (NAME,)
) -> list[str]:
    return [str(problem) for problem in find_problems(guidance, source, omissions=omissions)]


def _with_text(guidance: Guidance, number: int, **changed: object) -> Guidance:
    (section,) = guidance.sections
    blocks = list(section.blocks)
    blocks[number] = blocks[number].model_copy(update=changed)
    section = section.model_copy(update={"blocks": tuple(blocks)})
    return guidance.model_copy(update={"sections": (section,)})


def test_all_guidance_says_what_its_source_says_and_nothing_is_left_over(
    real_guidance: list[Guidance],
) -> None:
    assert len(real_guidance) == 4
    assert [str(problem) for problem in prove_all(real_guidance, SOURCES)] == []


def test_every_received_text_but_the_first_is_the_source_of_one_piece_of_guidance(
    real_guidance: list[Guidance],
) -> None:
    texts = {path.stem for path in SOURCES.glob("*.txt")} - {"en-skole-der-kan-mere-for-flere"}

    assert sorted(guidance.source.id for guidance in real_guidance) == sorted(texts)


def test_the_front_page_that_is_left_out_says_nothing_that_the_record_does_not(
    real_guidance: list[Guidance],
) -> None:
    (principles,) = (one for one in real_guidance if one.kind == "principles")
    said = [principles.title, *(section.title for section in principles.sections)]
    said += [block.text for _, block in principles.blocks()]
    front = (SOURCES / f"{principles.id}.txt").read_text("utf-8").split("\n")[:44]

    printed = " ".join(" ".join(front).split())
    parts = [part.strip() for part in printed.split("•")]

    # After the last bullet of each group stands the heading of the group.
    assert [part for part in parts if not any(_is_said(part, text, said) for text in said)] == []


def _is_said(part: str, text: str, said: Sequence[str]) -> bool:
    return part == text or part in {f"{text} {heading}" for heading in said}


@pytest.mark.parametrize("source", load_omissions(SOURCES / "omissions.yaml"))
def test_every_omission_is_needed(source: str, real_guidance: list[Guidance]) -> None:
    omissions = load_omissions(SOURCES / "omissions.yaml")[source]
    corrections = load_corrections(SOURCES / "corrections.yaml").get(source, [])
    (guidance,) = (one for one in real_guidance if one.source.id == source)
    text = open_source(SOURCES / f"{source}.txt")

    for omission in omissions:
        others = [one for one in omissions if one is not omission]
        assert find_problems(guidance, text, corrections=corrections, omissions=others)


def test_every_correction_is_needed(real_guidance: list[Guidance]) -> None:
    corrections = load_corrections(SOURCES / "corrections.yaml")
    omissions = load_omissions(SOURCES / "omissions.yaml")
    corrected = [one for one in real_guidance if one.source.id in corrections]

    assert [one.id for one in corrected] == ["vejledning-til-slidepakke"]
    for one in corrected:
        text = open_source(SOURCES / f"{one.source.id}.txt")
        problems = find_problems(one, text, omissions=omissions[one.source.id])
        assert {problem.line for problem in problems} >= {103}


def test_cut_words_bullets_dashes_and_left_out_names_are_allowed_for(proved: Guidance) -> None:
    assert _problems(proved) == []


def test_a_correction_is_read_before_the_words_are(proved: Guidance) -> None:
    damaged = SOURCE.replace("vig-", "vig")
    correction = Correction(line=3, raw="vig", restored="vig-", reason="a lost hyphen")

    assert _problems(proved, damaged)
    assert find_problems(proved, damaged, corrections=[correction], omissions=[NAME]) == []


def test_an_invented_word_is_found(proved: Guidance) -> None:
    spoilt = _with_text(proved, 1, text="Formand – i hele skolen")

    assert _problems(spoilt) == [
        "vejledning-til-slidepakke.txt:7: raad#formaal-2: is not what the lines say",
        *(
            f"vejledning-til-slidepakke.txt:7: '{word}' is in no record"
            for word in ("Formand", "–", "i", "skolen")
        ),
    ]


def test_a_dropped_word_is_found(proved: Guidance) -> None:
    spoilt = _with_text(proved, 1, text="Formand –")

    assert _problems(spoilt) == [
        "vejledning-til-slidepakke.txt:7: 'i' is in no record",
        "vejledning-til-slidepakke.txt:7: 'skolen' is in no record",
    ]


def test_lines_that_a_block_does_not_need_are_found(proved: Guidance) -> None:
    spoilt = _with_text(proved, 1, lines=(6, 7))

    assert _problems(spoilt) == [
        "vejledning-til-slidepakke.txt:6: raad#formaal-2: stands on fewer lines than these"
    ]


def test_words_that_another_block_has_taken_are_found(proved: Guidance) -> None:
    first = proved.sections[0].blocks[0]
    spoilt = _with_text(proved, 1, text=first.text, lines=first.lines)

    assert _problems(spoilt)[0] == (
        "vejledning-til-slidepakke.txt:3: raad#formaal-2: is not what the lines say"
    )


def test_a_title_that_the_source_lacks_is_found(proved: Guidance) -> None:
    spoilt = proved.model_copy(update={"title": "Bedre råd"})

    assert _problems(spoilt)[0] == "vejledning-til-slidepakke.txt:1: title: is not in the source"


def test_an_omission_of_what_is_not_there_is_found(proved: Guidance) -> None:
    needless = Omission(lines=(1, 1), words="nye", reason="none")

    assert _problems(proved, omissions=[NAME, needless]) == [
        "vejledning-til-slidepakke.txt:1: an omission of what is not there"
    ]


@pytest.mark.parametrize("content", ["- wrong: 1", "a: [", "a: [{lines: [2, 1], reason: x}]"])
def test_a_list_of_omissions_that_breaks_its_rules_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "omissions.yaml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(InvalidFile, match=r"omissions\.yaml:1"):
        load_omissions(path)
