"""The planner as a browser without JavaScript uses it: a page with a form, filled in and sent."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import httpx
import pytest

from catalogue.plan_files import format_plan, parse_plan
from catalogue.plans import Plan
from tests.app.pages.conftest import read_page

Fields = list[tuple[str, str]]


def read_form(page: Element) -> Fields:
    """Return what a browser sends of a form that nobody has touched."""
    form = page.find(".//main//form[@method='post']")
    assert form is not None
    return [pair for control in form.iter() for pair in _read_control(control)]


def _read_control(control: Element) -> Fields:
    name, type_ = control.get("name", ""), control.get("type")
    is_ticked = type_ == "checkbox" and control.get("checked") is not None
    if control.tag == "textarea":
        value = "".join(control.itertext())
    elif control.tag == "input" and (is_ticked or type_ in {"text", "hidden"}):
        value = control.get("value", "")
    else:
        return []
    # Browsers send each line end as two characters.
    return [(name, value.replace("\n", "\r\n"))]


@dataclass
class Planner:
    """A reader at the planner: what the form holds, and the last answer."""

    client: httpx.Client
    fields: Fields = field(default_factory=list)
    answer: httpx.Response = field(default_factory=lambda: httpx.Response(200))
    page: Element = field(default_factory=lambda: Element("html"))

    def visit(self, query: str = "") -> None:
        """Go to an empty plan."""
        self._take(self.client.get("/planlaeg", params=httpx.QueryParams(query)))

    def type(self, name: str, value: str) -> None:
        """Write in a field, or tick a box."""
        self.fields = [pair for pair in self.fields if pair[0] != name]
        self.fields.append((name, value))

    def press(self, button: str, *, file: bytes | None = None) -> httpx.Response:
        """Send the form with a button, and go on with the form that comes back."""
        parts: list[tuple[str, tuple[str | None, str | bytes]]]
        parts = [(name, (None, value)) for name, value in (*self.fields, ("handling", button))]
        # Browsers send the field of a file also when none was chosen.
        parts.append(("plan_file", ("plan.json" if file else "", file or b"")))
        self._take(self.client.post("/planlaeg", files=parts))
        return self.answer

    def open(self, plan: Plan) -> None:
        """Open the file of a plan."""
        self.press("aabn", file=format_plan(plan))
        assert self.answer.status_code == 200, self.errors

    def save(self) -> Plan:
        """Return the plan in the file that saving gives."""
        answer = self.press("fil")
        assert answer.headers["Content-Type"] == "application/json", self.errors
        return parse_plan(answer.content)

    @property
    def text(self) -> str:
        """The text of the page that came last, on one line."""
        main = self.page.find(".//main")
        assert main is not None
        return " ".join("".join(main.itertext()).split())

    @property
    def errors(self) -> dict[str, str]:
        """What the page says at its top is wrong, by the place that it leads to."""
        links = self.page.findall(".//div[@class='errors']//li/a")
        return {link.get("href", ""): "".join(link.itertext()) for link in links}

    def _take(self, answer: httpx.Response) -> None:
        self.answer = answer
        if answer.headers["Content-Type"].startswith("text/html"):
            self.page = read_page(answer.text)
            self.fields = read_form(self.page)


@pytest.fixture
def planner(client: httpx.Client) -> Planner:
    """A reader who has come to the planner."""
    planner = Planner(client)
    planner.visit()
    return planner
