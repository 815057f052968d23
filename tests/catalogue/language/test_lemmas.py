from pathlib import Path

import pytest

from catalogue.errors import InvalidFile
from catalogue.language.tables import LEMMAS, alphabetical, load_lemmas, unreviewed
from catalogue.language.words import list_words

DATA = Path("data")
VOCABULARY = DATA / "vocabulary"

# Forms of one word. Add a line for every question that an inflection led astray.
SAME = {
    "a vowel changes": "barn barnet barnets børn børns børnene børnenes",
    "only in the plural": "forælder forældre forældrene forældrenes",
    "an e falls out": "trivsel trivslen",
    "an e falls out of the opposite": "mistrivsel mistrivslen",
    "an e falls out before er": "eksempel eksempler",
    "a consonant is doubled": "klub klubben klubber",
    "a consonant is doubled in tilbud": "tilbud tilbuddet tilbuddene",
    "a consonant is or is not doubled": "mellemtrin mellemtrinet mellemtrinnet",
    "the -us falls out": "kursus kurset kurser kurserne",
    "who supervises": "vejleder vejlederen vejledere vejlederne vejlederes vejledernes",
    "who supervises reading": "læsevejleder læsevejlederen læsevejledere læsevejlederne",
    "who supervises inclusion": "inklusionsvejleder inklusionsvejledere",
    "who leads": "leder lederen ledere lederne ledernes",
    "who leads a school": "skoleleder skolelederen skoleledere skolelederne",
    "who teaches": "lærer læreren lærerens lærere lærerne lærernes",
    "who instructs": "underviser undervisere underviserne",
    "who learns": "elev eleven elevens elever elevers eleverne elevernes",
    "who works there": "medarbejder medarbejdere medarbejderne medarbejdernes",
    "a colleague": "kollega kolleger kollegerne kollegaer",
    "adults": "voksen voksne",
    "young, younger, youngest": "ung unge unges yngre yngste",
    "good, better, best": "god godt gode bedre bedst bedste",
    "big, bigger, biggest": "stor stort store større størst største",
    "small in the plural": "lille små småt mindre mindst",
    "efforts": "indsats indsatsen indsatsens indsatser indsatserne",
    "transitions": "overgang overgange overgangen",
    "books": "bog bogen bøger bøgerne",
    "men": "mand manden mænd mændene",
    "a strong verb": "deltage deltager deltog deltaget",
    "a strong verb with a prefix": "tilbyde tilbyder tilbød tilbudt",
    "a participle": "styrke styrket styrkede styrkes",
    "another participle": "øge øger øget øgede",
    "including": "inkludere inkluderer inkluderende inkluderet",
    "an abbreviation with an ending": "ppv ppv’er ppv’erne",
    "an abbreviation that owns": "ppr ppr’s",
    "a hyphen stands for the rest": "barn børne",
    "two ways to spell": "videndeling vidensdeling",
    "two ways to spell ideas": "ide idé ideer idéer",
    "an English plural": "pupil pupils",
}

# Words that look alike and must not find each other. Add a line for every false friend.
DIFFERENT = {
    "who teaches, to learn, the learning": "lærer lære læring",
    "who leads, the leading, a link": "leder ledelse led",
    "who supervises, to supervise, supervision": "vejleder vejlede vejledning",
    "to include, inclusion": "inkludere inklusion",
    "to teach, who teaches, teaching": "undervise underviser undervisning",
    "aim, measure, measuring": "mål måle måling",
    "to thrive, thriving, failing to": "trives trivsel mistrivsel",
    "a lesson, a meeting": "time møde",
    "to share, a share": "delt del",
    "young, youth": "ung ungdom",
    "whole, wholeness": "hel helhed",
    "absence, attendance": "fravær fremmøde",
    "the elderly, parents": "gammel forælder",
    "specific, general": "special almen",
    "to prevent, prevention": "forebygge forebyggelse",
    "to develop, development": "udvikle udvikling",
    "a pædagog, their subject": "pædagog pædagogik",
    "few, fewer": "få færre",
    "rooms, local": "lokaler lokale",
}


@pytest.fixture(scope="module")
def lemma_of() -> dict[str, str]:
    return load_lemmas(VOCABULARY / LEMMAS)


def test_every_word_of_the_catalogue_has_a_lemma(lemma_of: dict[str, str]) -> None:
    words = list_words(DATA / "records", DATA / "guidance", VOCABULARY)

    missing = {word: place for word, place in words.items() if word not in lemma_of}

    assert not missing, "'propose-language' proposes their lines"


def test_no_lemma_waits_for_review() -> None:
    assert unreviewed(VOCABULARY / LEMMAS) == []


@pytest.mark.parametrize("forms", SAME.values(), ids=SAME)
def test_the_forms_of_a_word_have_one_lemma(forms: str, lemma_of: dict[str, str]) -> None:
    assert len({lemma_of[form] for form in forms.split()}) == 1


@pytest.mark.parametrize("words", DIFFERENT.values(), ids=DIFFERENT)
def test_different_words_have_different_lemmas(words: str, lemma_of: dict[str, str]) -> None:
    lemmas = [lemma_of[word] for word in words.split()]

    assert len(set(lemmas)) == len(lemmas)


def test_a_lemma_is_its_own_lemma(lemma_of: dict[str, str]) -> None:
    assert [lemma for lemma in lemma_of.values() if lemma_of[lemma] != lemma] == []


def test_lines_and_their_forms_stand_in_alphabetical_order() -> None:
    rows = (VOCABULARY / LEMMAS).read_text("utf-8").splitlines()
    lines = [row.split(":") for row in rows if row and not row.startswith("#")]

    assert [line[0] for line in lines] == sorted((line[0] for line in lines), key=alphabetical)
    for _, forms in lines:
        assert forms.split() == sorted(forms.split(), key=alphabetical)


REFUSED = {
    "no colon": ("barn børn\n", "lemmas.txt:1: a line is 'lemma: form form …'"),
    "no lemma": (": børn\n", "lemmas.txt:1: '' is not a word in lower case and normal form C"),
    "a capital": ("barn: Børn\n", "lemmas.txt:1: 'Børn' is not a word in lower case"),
    "decomposed letters": ("ga: ga\u030a\n", "is not a word in lower case and normal form C"),
    "a form on two lines": (
        "# a comment\n\nlære: lærer\nlærer: lærere\n",
        "lemmas.txt:4: 'lærer' stands twice: a form has one lemma",
    ),
    "a form twice on a line": ("barn: børn børn\n", "lemmas.txt:1: 'børn' stands twice"),
    "a form equal to its lemma": ("barn: barn\n", "lemmas.txt:1: 'barn' stands twice"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_a_bad_line_is_refused_with_its_number(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / LEMMAS
    path.write_text(text, "utf-8")

    with pytest.raises(InvalidFile) as refused:
        load_lemmas(path)

    assert message in str(refused.value)


def test_all_bad_lines_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / LEMMAS
    path.write_text("en\nto\ntre:\n", "utf-8")

    with pytest.raises(InvalidFile) as refused:
        load_lemmas(path)

    assert [problem.line for problem in refused.value.problems] == [1, 2]


def test_a_missing_table_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match=r"lemmas\.txt:1: cannot be read"):
        load_lemmas(tmp_path / LEMMAS)


def test_a_proposed_line_counts_and_is_listed_for_review(tmp_path: Path) -> None:
    path = tmp_path / LEMMAS
    path.write_text("barn: børn\n? elev: elever\n", "utf-8")

    assert load_lemmas(path)["elever"] == "elev"
    assert unreviewed(path) == ["elev: elever"]
