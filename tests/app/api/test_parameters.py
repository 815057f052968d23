"""What may be asked, and how it is told that something may not."""

import pytest

from tests.app.conftest import Ask

FAULTS = [
    ("/trial-actions?tema=x", "tema", "unknown parameter; did you mean 'theme'?"),
    ("/trial-actions?Q=x", "Q", "unknown parameter; did you mean 'q'?"),
    ("/trial-actions?theme=fravaer", "theme", "no theme has this id; did you mean 'skolefravaer'?"),
    ("/trial-actions?municipality=Odense", "municipality", "no municipality has this id;"),
    ("/trial-actions?municipality=aarhus", "municipality", "no municipality has this id"),
    ("/trial-actions?school=ukendt", "school", "no school has this id"),
    ("/trial-actions?id=ukendt", "id", "no trial action has this id"),
    ("/trial-actions?level=", "level", "no level has this id"),
    ("/guidance?kind=vejledning", "kind", "no kind has this id"),
    ("/guidance?kind=experienced", "kind", "no kind has this id"),
    ("/guidance?audience=leder", "audience", "no audience has this id; did you mean 'ledere'?"),
    ("/guidance?theme=trivsel", "theme", "unknown parameter"),
    ("/guidance/vejledning-til-slidepakke?q=a", "q", "unknown parameter"),
    ("/trial-actions?sort=nyeste", "sort", "should be 'relevance', 'municipality' or 'title'"),
    ("/trial-actions?page=0", "page", "should be greater than or equal to 1"),
    ("/trial-actions?page=-1", "page", "should be greater than or equal to 1"),
    ("/trial-actions?page=to", "page", "should be a valid integer"),
    ("/trial-actions?page=1.5", "page", "should be a valid integer"),
    ("/trial-actions?page=99999999999999999999", "page", "should be less than or equal to"),
    ("/trial-actions?page_size=0", "page_size", "should be greater than or equal to 1"),
    ("/trial-actions?page_size=101", "page_size", "should be less than or equal to 100"),
    ("/trial-actions?exact=måske", "exact", "should be a valid boolean"),
    ("/trial-actions?q=a&q=b", "q", "may be given once only"),
    ("/trial-actions?page=1&page=2", "page", "may be given once only"),
    ("/trial-actions?q=a%00b", "q", "has the control character U+0000"),
    ("/trial-actions?q=a%1Bb", "q", "has the control character U+001B"),
    ("/trial-actions?theme=%00", "theme", "has the control character U+0000"),
    ("/trial-actions?q=%E6", "q", "not UTF-8"),
    ("/trial-actions?q=%ED%A0%80", "q", "not UTF-8"),
    ("/trial-actions?%FF=1", "\ufffd", "not UTF-8"),
    (f"/trial-actions?q={'a' * 501}", "q", "should have at most 500 characters"),
    (f"/trial-actions?q={'a' * 10_000}", "q", "should have at most 500 characters"),
    ("/passages?kind=opfundet", "kind", "no kind has this id"),
    ("/passages?section=titel", "section", "no section has this id"),
    ("/passages?level=indskoling", "level", "unknown parameter"),
    ("/suggest?limit=0", "limit", "should be greater than or equal to 1"),
    ("/suggest?limit=1000", "limit", "should be less than or equal to 20"),
    ("/trial-actions/odder-bedre-muligheder-for-alle?q=x", "q", "unknown parameter"),
    ("/trial-actions/odder-bedre-muligheder-for-alle/related?page=1", "page", "unknown parameter"),
    ("/export?format=xml", "format", "should be 'json', 'ndjson', 'csv', 'csv-blocks' or 'zip'"),
    ("/themes?q=x", "q", "unknown parameter"),
    ("/status?q=x", "q", "unknown parameter"),
    ("/openapi.json?q=x", "q", "unknown parameter"),
]


@pytest.mark.parametrize(
    ("path", "name", "reason"), FAULTS, ids=[fault[0][:60] for fault in FAULTS]
)
def test_a_bad_parameter_is_refused_by_name_with_the_reason(
    refuse: Ask, path: str, name: str, reason: str
) -> None:
    (fault,) = refuse(path)["parameters"]

    assert fault["name"] == name
    assert reason in fault["reason"]


def test_an_unknown_value_is_told_what_is_allowed(refuse: Ask) -> None:
    (fault,) = refuse("/trial-actions?level=voksne")["parameters"]

    assert fault["value"] == "voksne"
    assert fault["allowed"] == ["dagtilbud", "indskoling", "mellemtrin", "udskoling", "ungdom"]


def test_an_unknown_parameter_is_told_what_is_allowed(refuse: Ask) -> None:
    (fault,) = refuse("/suggest?query=x")["parameters"]

    assert fault["allowed"] == ["q", "limit"]


def test_all_faults_are_told_at_once(refuse: Ask) -> None:
    faults = refuse("/trial-actions?tema=x&theme=y&theme=z&page=0&q=%00&sort=a&sort=b")[
        "parameters"
    ]

    told = sorted((fault["name"], fault["value"]) for fault in faults)
    assert told == [
        ("page", "0"),
        ("q", "\0"),
        ("sort", "b"),
        ("tema", "x"),
        ("theme", "y"),
        ("theme", "z"),
    ]


def test_a_long_value_is_not_returned_at_length(refuse: Ask) -> None:
    problem = refuse(f"/trial-actions?theme={'x' * 10_000}&{'y' * 10_000}=1")

    assert all(len(fault["value"]) < 110 for fault in problem["parameters"])
    assert all(len(fault["name"]) < 110 for fault in problem["parameters"])


def test_so_many_parameters_that_no_one_means_them_are_refused_in_one_go(refuse: Ask) -> None:
    (fault,) = refuse("/trial-actions?" + "&".join(f"x{n}=1" for n in range(5_000)))["parameters"]

    assert fault["reason"] == "only 200 parameters may be given, not 5000"


@pytest.mark.parametrize(
    "question",
    [
        '"',
        "(",
        "*",
        "title:",
        "~9",
        "/.*/",
        "AND OR NOT",
        "-",
        '-"',
        "   ",
        "\t",
        "😀",
        "a\u0301",
        "%",
    ],
)
def test_nothing_a_reader_types_is_an_error(ask: Ask, question: str) -> None:
    for path in ("/trial-actions", "/passages", "/suggest", "/export"):
        ask(path, q=question)


def test_an_empty_form_is_no_question(ask: Ask) -> None:
    assert ask("/trial-actions", q="", sort="") == ask("/trial-actions")
