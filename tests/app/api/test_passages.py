"""Searching blocks over HTTP."""

from tests.app.conftest import Ask


def test_what_parents_say_is_found_among_their_experiences(ask: Ask) -> None:
    answer = ask("/passages", q="tryghed", stakeholder="foraeldre", kind="experienced")

    for item in answer["items"]:
        assert item["section"] == "experiences"
        assert "foraeldre" in item["stakeholders"]
        assert item["kind"] == "experienced"


def test_a_passage_is_whole_and_names_its_trial_action(ask: Ask) -> None:
    item = ask("/passages", q="skolefravær", page_size=1)["items"][0]
    record = ask(f"/trial-actions/{item['trial_action']['id']}")

    block = next(block for block in record[item["section"]] if block["id"] == item["id"])
    assert {name: item[name] for name in ("id", "type", "text", "lines")} == {
        name: block[name] for name in ("id", "type", "text", "lines")
    }
    assert item["links"] == {
        "self": record["links"]["self"],
        "html": f"/proevehandlinger/{item['id']}",
    }
    assert item["trial_action"]["municipality"] == record["municipality"]


def test_every_passage_is_listed_when_nothing_is_asked(ask: Ask) -> None:
    answer = ask("/passages")
    counts = sum(value["count"] for value in answer["facets"]["section"])

    assert answer["total"] == counts > 300
    assert len(answer["items"]) == 20
    assert answer["links"]["next"] == "/api/v1/passages?page=2"


def test_passages_are_narrowed_by_section_theme_and_place(ask: Ask) -> None:
    answer = ask(
        "/passages", section="learnings", theme="skolefravaer", municipality="frederiksberg"
    )

    assert answer["total"] > 0
    assert {item["section"] for item in answer["items"]} == {"learnings"}
    assert {item["trial_action"]["id"] for item in answer["items"]} == {
        "frederiksberg-skolefravaer"
    }


def test_the_facets_of_passages_are_their_filters(ask: Ask) -> None:
    facets = ask("/passages", q="forældre")["facets"]

    assert list(facets) == ["section", "stakeholder", "kind", "theme", "municipality"]
    assert {value["label"] for value in facets["kind"]} >= {"Oplevet", "Udfordring"}


def test_a_phrase_that_stands_nowhere_is_named_as_dropped(ask: Ask) -> None:
    for path in ("/trial-actions", "/passages"):
        answer = ask(path, q='fravær "findes slet ikke sådan"')

        assert answer["total"] == 0
        assert answer["query"]["dropped"] == ["findes slet ikke sådan"]
