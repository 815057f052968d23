"""What a reader is told of why a hit is there."""

from index.results import Match, Request
from index.searching import search
from index.snapshot import Snapshot
from index.understanding import understand


def matches_of(snapshot: Snapshot, q: str) -> list[Match]:
    hits = search(snapshot, Request(q=q, page_size=100)).hits
    return [match for hit in hits for match in hit.matches]


def test_of_many_subjects_those_that_matched_are_shown(snapshot: Snapshot) -> None:
    subjects = [m.snippet for m in matches_of(snapshot, "lærermangel") if m.section == "subject"]

    assert "<mark>rekruttering</mark>" in subjects
    assert not any("skoletræthed" in snippet for snippet in subjects)


def test_an_adjective_is_not_the_room_that_is_spelt_like_it(snapshot: Snapshot) -> None:
    reasons = {reason.word for m in matches_of(snapshot, "inclusion") for reason in m.because}

    assert reasons
    assert not {"lokale", "lokal"} & reasons


def test_what_is_eaten_is_not_the_break_in_which_it_is(snapshot: Snapshot) -> None:
    kinds = dict(snapshot.broaden("madpakke"))

    assert "frokostpause" not in kinds.get("synonym", ())
    assert "frokostpause" in kinds["related"]


def test_a_word_found_by_its_parts_says_so(snapshot: Snapshot) -> None:
    reasons = [one for match in matches_of(snapshot, "elevsamarbejde") for one in match.because]

    assert ("elevsamarbejde", "samarbejde", "split") in {
        (one.term, one.word, one.reason) for one in reasons
    }


def test_fillers_among_the_words_of_a_term_are_no_term_of_their_own(snapshot: Snapshot) -> None:
    terms = {one.item.term for one in understand(snapshot, "eleverne gider ikke gå i skole").wanted}

    assert "gide ikke skole" in terms
    assert "gaa ikke" not in terms


def test_a_reason_names_the_corrected_word(snapshot: Snapshot) -> None:
    terms = {one.term for match in matches_of(snapshot, "skolefavær") for one in match.because}

    assert terms == {"skolefravær"}
