"""What each path may be asked, checked against the catalogue's own words.

A list of values is put in the vocabulary's order, so that equal questions become one question.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from app.current_index import CurrentIndex
from catalogue.vocabulary import Vocabulary
from index.results import FILTERS, PASSAGE_FILTERS, Request, Sort

LONGEST_QUESTION = 500
LARGEST_PAGE = 100
USUAL_PAGE = 20
LONGEST_REVISION = 64
# Far past any catalogue, and small enough that no arithmetic on it can overflow.
LAST_PAGE = 1_000_000

# What no one types; a question pasted from a letter may hold tabs and line ends.
CONTROLS = r"\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F"


Format = Literal["json", "ndjson", "csv", "csv-blocks", "zip"]


@dataclass(frozen=True)
class Choices:
    """The values that filters may take, with their labels."""

    vocabulary: Vocabulary
    index: CurrentIndex
    # The vocabulary of a filter that is not called as its vocabulary is.
    renamed: Mapping[str, str] = field(default_factory=dict)

    def labels(self, name: str) -> Mapping[str, str]:
        """Return the label of every value of a filter, in order, by id."""
        if name == "school":
            return self.index.get().schools
        if name == "id":
            return self.index.get().names
        terms = self.vocabulary.all(self.renamed.get(name, name))
        return {term.id: term.label for term in terms}


def _labels(info: ValidationInfo) -> Mapping[str, str]:
    return cast("Choices", info.context).labels(info.field_name or "")


def _check_choice(value: str, info: ValidationInfo) -> str:
    allowed = _labels(info)
    if value not in allowed:
        raise PydanticCustomError(
            "unknown_value",
            "no {name} has this id",
            {"name": _speak(info.field_name or ""), "allowed": list(allowed)},
        )
    return value


def _speak(name: str) -> str:
    return "trial action" if name == "id" else name.replace("_", " ")


def _put_in_order(values: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    return tuple(value for value in _labels(info) if value in values)


Chosen = Annotated[
    tuple[Annotated[str, AfterValidator(_check_choice)], ...], AfterValidator(_put_in_order)
]
Question = Annotated[
    str,
    Field(
        max_length=LONGEST_QUESTION,
        description="What to look for, in plain words; no control characters.",
        json_schema_extra={"pattern": f"^[^{CONTROLS}]*$"},
    ),
]
Exact = Annotated[
    bool,
    Field(
        description="True turns off every broadening: forms, parts, synonyms, spelling, English."
    ),
]
Page = Annotated[int, Field(ge=1, le=LAST_PAGE, description="Which page, from 1.")]
PageSize = Annotated[int, Field(ge=1, le=LARGEST_PAGE, description="How many hits on a page.")]
# A form whose reader chose no order sends an empty one.
Order = Annotated[Sort | None, BeforeValidator(lambda value: value or None)]


def _choice(description: str) -> Chosen:
    chosen: Chosen = Field(default=(), description=description)
    return chosen


class Parameters(BaseModel):
    """The parameters of a path; others are refused. On its own: none at all."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # The vocabulary of a filter that is not called as its vocabulary is.
    renamed: ClassVar[Mapping[str, str]] = {}


class FilterParameters(Parameters):
    """A question and what narrows it: OR within one filter, AND between them."""

    q: Question = ""
    id: Chosen = _choice("Ids of trial actions, to look among these only.")
    municipality: Chosen = _choice("Where it was tried.")
    theme: Chosen = _choice("What it is about.")
    focus_area: Chosen = _choice("Which of the four areas of KL's partnership it belongs to.")
    stakeholder: Chosen = _choice("Whose experience it tells.")
    level: Chosen = _choice("Which ages it is for, where the source says so.")
    school: Chosen = _choice("At which school it was tried.")
    exact: Exact = False
    sort: Order = Field(
        default=None,
        description="The order; by default relevance with a question, municipality without.",
    )


class SearchParameters(FilterParameters):
    """A question, what narrows it, and which page of the answer."""

    page: Page = 1
    page_size: PageSize = USUAL_PAGE


class ExportParameters(FilterParameters):
    """A question, what narrows it, and the format of the file."""

    format: Format = Field(
        default="json",
        description=(
            "The format of the file: one trial action a line or row, but for csv-blocks, which has "
            "one block a row; zip holds all of them, with schema, rights, sources and checksums."
        ),
    )


class ChangeParameters(Parameters):
    """The revision since which changes are asked for."""

    since: str = Field(
        default="",
        max_length=LONGEST_REVISION,
        pattern="^[0-9a-f]*$",
        description="A catalogue_revision, as /status and this answer give it.",
    )


class PassageParameters(Parameters):
    """A question to the blocks themselves, what narrows it, and which page of the answer."""

    q: Question = ""
    section: Chosen = _choice("In which part of the record the block stands.")
    stakeholder: Chosen = _choice("Whose experience the block tells.")
    kind: Chosen = _choice("How surely the source knows of the experience.")
    theme: Chosen = _choice("What the trial action of the block is about.")
    municipality: Chosen = _choice("Where the trial action of the block was tried.")
    exact: Exact = False
    page: Page = 1
    page_size: PageSize = USUAL_PAGE


class ShortlistParameters(Parameters):
    """Trial actions in the reader's own order; whether each exists is for the page to say."""

    id: tuple[str, ...] = Field(default=(), description="Ids of trial actions.")


class ComparisonParameters(ShortlistParameters):
    """Trial actions, and whose experiences of them are read."""

    stakeholder: Annotated[str, AfterValidator(_check_choice)] = Field(
        default="", description="Whose experiences; everybody's when left out."
    )


class AudienceParameters(Parameters):
    """For whom guidance is wanted."""

    audience: Chosen = _choice("Whom it is for.")


class GuidanceParameters(AudienceParameters):
    """A question to the guidance, what narrows it, and which page of the answer."""

    renamed: ClassVar[Mapping[str, str]] = {"kind": "guidance_kind"}

    q: Question = ""
    kind: Chosen = _choice("What sort of text it is.")
    exact: Exact = False
    page: Page = 1
    page_size: PageSize = USUAL_PAGE


class SuggestParameters(Parameters):
    """What is being typed, and how many completions are wanted."""

    q: Question = ""
    limit: int = Field(default=8, ge=1, le=20, description="At most so many completions.")


class RelatedParameters(Parameters):
    """How many similar trial actions are wanted."""

    limit: int = Field(default=5, ge=1, le=20, description="At most so many trial actions.")


def to_request(parameters: FilterParameters | PassageParameters) -> Request:
    """Return what the index is asked; paging, where there is any, is in ``parameters``."""
    fields = parameters.model_dump(exclude={"id", "format"})
    filters = {name: fields.pop(name, ()) for name in dict.fromkeys(FILTERS + PASSAGE_FILTERS)}
    return Request(
        **fields,
        ids=getattr(parameters, "id", ()),
        filters={name: values for name, values in filters.items() if values},
    )
