"""Query strings as they come off the wire."""

import pytest

from app.bad_parameters import BadParameters
from app.holdings import Holdings
from app.parameters import Choices, PassageParameters, SearchParameters, to_request
from app.query_string import read_query_string
from app.settings import Settings


@pytest.fixture(scope="module")
def choices(settings: Settings) -> Choices:
    holdings = Holdings(settings)
    return Choices(holdings.vocabulary, holdings.index)


@pytest.mark.parametrize(
    "query",
    [b"q=bl%C3%A5+b%C3%A6r", b"q=bl\xc3\xa5%20b\xc3\xa6r", b"&&q=bl%c3%a5%20b%c3%a6r&"],
    ids=["encoded", "bare", "with empty pairs"],
)
def test_one_question_in_several_encodings_is_the_same_question(
    choices: Choices, query: bytes
) -> None:
    assert read_query_string(SearchParameters, query, choices).q == "blå bær"


def test_values_are_put_in_the_order_of_the_vocabulary_and_said_once(choices: Choices) -> None:
    query = b"theme=skolefravaer&level=ungdom&theme=co-teaching&theme=skolefravaer"

    parameters = read_query_string(SearchParameters, query, choices)
    assert parameters.theme == ("co-teaching", "skolefravaer")


def test_a_question_to_the_index_has_only_the_filters_in_use(choices: Choices) -> None:
    query = b"q=ro&theme=co-teaching&id=soroe-foraeldrepartnerskaber&page=2&exact=true"
    request = to_request(read_query_string(SearchParameters, query, choices))

    assert request.filters == {"theme": ("co-teaching",)}
    assert request.ids == ("soroe-foraeldrepartnerskaber",)
    assert (request.q, request.page, request.exact, request.sort) == ("ro", 2, True, None)


def test_a_question_for_passages_has_the_filters_of_passages(choices: Choices) -> None:
    query = b"kind=challenge&section=experiences"
    request = to_request(read_query_string(PassageParameters, query, choices))

    assert request.filters == {"section": ("experiences",), "kind": ("challenge",)}


def test_bytes_that_are_no_text_are_refused(choices: Choices) -> None:
    with pytest.raises(BadParameters, match="q: not UTF-8"):
        read_query_string(SearchParameters, b"q=\xff\xfe", choices)
