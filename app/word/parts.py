"""What a paragraph is made of: text, text that stands out, and links."""

import re
from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

# What XML cannot hold, however it is written; Word would call the whole document damaged.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Strong:
    """Text that stands out."""

    text: str


@dataclass(frozen=True)
class Link:
    """Text that leads to a whole address."""

    text: str
    address: str


Part = str | Strong | Link


def clean(text: str) -> str:
    """Return the text without what no Word document can hold, its line ends made alike."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def fill(paragraph: Paragraph, *parts: Part) -> None:
    """Add the parts to a paragraph, each in its own manner."""
    for part in parts:
        if isinstance(part, Link):
            _add_link(paragraph, part)
        elif isinstance(part, Strong):
            paragraph.add_run(clean(part.text))._r.style = "Strong"
        else:
            paragraph.add_run(clean(part))


def _add_link(paragraph: Paragraph, link: Link) -> None:
    address = clean(link.address)
    id_ = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), id_)
    # Made as a run of the paragraph, then moved: python-docx writes no links itself.
    run: Run = paragraph.add_run(clean(link.text))
    run._r.style = "Hyperlink"
    element.append(run._r)
    paragraph._p.append(element)
