"""Rules of the house that no type checker holds."""

import inspect
import re
from pathlib import Path

import pytest

import catalogue
from catalogue import errors
from catalogue.errors import CatalogueError, InvalidFile, Problem, UnreadableSource

PACKAGE = Path(__file__).parents[2] / "catalogue"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_the_package_is_ours_and_not_the_one_of_the_same_name() -> None:
    assert Path(catalogue.__file__) == PACKAGE / "__init__.py"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_library_leaves_committing_to_the_front_doors(path: Path) -> None:
    assert ".commit(" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_storage_asks_the_database(path: Path) -> None:
    asks = re.search(r"\bselect\(|\bdelete\(|\.exec\(", path.read_text("utf-8"))

    assert asks is None or path.name == "storage.py"


def test_every_error_is_drawn_in_the_tree_and_descends_from_the_root() -> None:
    drawn = re.findall(r"(?:├──|└──) (\w+)", errors.__doc__ or "")
    classes = [
        name
        for name, found in inspect.getmembers(errors, inspect.isclass)
        if issubclass(found, CatalogueError) and found is not CatalogueError
    ]

    assert sorted(drawn) == sorted(classes)


def test_a_problem_reads_as_file_line_reason_and_what_is_allowed() -> None:
    assert str(Problem("a.yaml", 3, "unknown level 'x'", ("dagtilbud", "ungdom"))) == (
        "a.yaml:3: unknown level 'x' (allowed: dagtilbud, ungdom)"
    )
    assert str(Problem("a.yaml", 3, "not YAML")) == "a.yaml:3: not YAML"


def test_an_invalid_file_tells_every_problem_on_a_line_of_its_own() -> None:
    problems = [Problem("a.yaml", 1, "one"), Problem("a.yaml", 2, "two")]

    error = InvalidFile(problems)

    assert error.problems == tuple(problems)
    assert str(error) == "a.yaml:1: one\na.yaml:2: two"


def test_an_unreadable_source_tells_its_problem() -> None:
    problem = Problem("kilde.txt", 7, "no trial action here")

    assert UnreadableSource(problem).problem == problem
    assert str(UnreadableSource(problem)) == "kilde.txt:7: no trial action here"
