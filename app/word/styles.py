"""How our Word documents look, and that they are Danish."""

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor

LANGUAGE = "da-DK"
# Every office has it, or another one of the same widths.
FONT = "Calibri"
COLOUR = RGBColor(0x00, 0x4D, 0x99)
SIZES = {"Title": 22, "Heading 1": 17, "Heading 2": 13, "Heading 3": 11, "Normal": 11}
WRITING_LINE = "Skrivelinje"
SMALL = "Lille tekst"
# A line of handwriting.
LINE_HEIGHT = Pt(26)
# The version of Word whose rules hold; below it, Word warns of an old document.
COMPATIBILITY = "15"


def open_blank() -> DocumentObject:
    """Return an empty Danish A4 document with all the styles that sheets use."""
    document = Document()
    _speak_danish(document)
    _set_page(document)
    for font in document.styles.element.iter(qn("w:rFonts")):
        # The theme's fonts would win over a named one.
        font.attrib.clear()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            font.set(qn(script), FONT)
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = COLOUR if name != "Normal" else RGBColor(0, 0, 0)
        style.paragraph_format.space_after = Pt(6)
    _add_link_style(document)
    _add_writing_line(document)
    _add_small(document)
    return document


def _speak_danish(document: DocumentObject) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    settings = document.settings.element
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)
    for rule in settings.iter(qn("w:compatSetting")):
        if rule.get(qn("w:name")) == "compatibilityMode":
            rule.set(qn("w:val"), COMPATIBILITY)


def _set_page(document: DocumentObject) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    stops = document.styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(section.page_width - 2 * section.left_margin, WD_TAB_ALIGNMENT.RIGHT)


def _add_link_style(document: DocumentObject) -> None:
    style = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    style.font.color.rgb = COLOUR
    style.font.underline = True


def _add_writing_line(document: DocumentObject) -> None:
    style = document.styles.add_style(WRITING_LINE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    # First: Word wants the rules of a paragraph before its spacing.
    style.element.get_or_add_pPr().append(_make_rules())
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = LINE_HEIGHT


def _make_rules() -> BaseOxmlElement:
    rules = OxmlElement("w:pBdr")
    # Word joins paragraphs with equal borders; "between" draws the rule that would be lost.
    for side in ("w:bottom", "w:between"):
        rule = OxmlElement(side)
        for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "767676")):
            rule.set(qn(f"w:{name}"), value)
        rules.append(rule)
    return rules


def _add_small(document: DocumentObject) -> None:
    style = document.styles.add_style(SMALL, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(9)
