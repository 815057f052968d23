"""No person's address or number reaches a reader, in whatever way the catalogue is read.

Names themselves cannot be looked for; what stands around them can, and so can the marks in the
received texts that say where something was left out.
"""

import io
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import httpx
import pytest

from app.settings import DATA, Settings
from catalogue.vocabulary import load_vocabulary
from index.language import load_language
from index.opening import open_index

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+|[\w.+-]+\s?(?:\(at\)|\[at\]|snabel-?a)\s?[\w-]+", re.I)
# Eight digits as they are written in Denmark, or a number after a word for telephone.
NUMBER = r"(?:\d{8}|\d{2}(?:[ .]\d{2}){3}|\d{4} \d{4})"
TELEPHONE = re.compile(
    rf"(?<![\w.,/:#-])(?:\+45[ .]?|0045[ .]?)?{NUMBER}(?![\w.,/-])"
    r"|\b(?:tlf|telefon|mobil|phone)\b[.:]?\s*\+?\d[\d ]{5,}",
    re.I,
)
LEFT_OUT = re.compile(r"\[(?:navn|kontakt)[^\]]*udeladt\]", re.I)
# Without its mark, this sentence of a trial action would say that nobody made the principles.
KNOWN = "”Fair Proces” ([navn udeladt])"
PATTERNS = {"e-mail": EMAIL, "telephone": TELEPHONE, "left-out name": LEFT_OUT}


def find(text: str) -> list[str]:
    """Return what of a person stands in a text, or stood there."""
    rest = text.replace(KNOWN, "")
    return [name for name, pattern in PATTERNS.items() if pattern.search(rest)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Skriv til anna.hansen@kommune.dk", ["e-mail"]),
        ("anna(at)kommune", ["e-mail"]),
        ("Ring på 12 34 56 78", ["telephone"]),
        ("tlf. 12345678", ["telephone"]),
        ("+45 12345678", ["telephone"]),
        ("Telefon: 1234 5678", ["telephone"]),
        ("Formand: [navn udeladt]", ["left-out name"]),
        ("[kontaktpersoners navne, e-mail og telefon er udeladt]", ["left-out name"]),
        ("I 2019-2021 fik 24 skoler 1,5 millioner kr. i skoleåret 2016/17", []),
        ("navne, e-mail og telefon er udeladt", []),
    ],
)
def test_what_is_looked_for_is_found(text: str, found: list[str]) -> None:
    assert find(text) == found


@pytest.mark.parametrize("path", sorted(DATA.glob("[rg]*/*.yaml")), ids=lambda path: path.stem)
def test_no_record_has_any(path: Path) -> None:
    assert find(path.read_text("utf-8")) == []


def test_the_database_has_none(settings: Settings) -> None:
    with closing(sqlite3.connect(settings.database.removeprefix("sqlite:///"))) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall()
        for (table,) in tables:
            for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - our own tables
                # Revisions and digests are long numbers, and no one's.
                texts = [
                    str(value) for value in row if not re.fullmatch("[0-9a-f]{12,}", str(value))
                ]
                assert find(" | ".join(texts)) == [], (table, texts)


@pytest.mark.parametrize("name", ["index", "guidance_index"])
def test_an_index_has_none(settings: Settings, name: str) -> None:
    vocabulary = load_vocabulary(settings.vocabulary)
    snapshot = open_index(getattr(settings, name), load_language(settings.vocabulary, vocabulary))

    assert snapshot.documents
    assert [document for document in snapshot.documents if find(document.text)] == []


def test_no_page_has_any(client: httpx.Client) -> None:
    sitemap = fromstring(client.get("/sitemap.xml").text)  # noqa: S314 - our own answer
    addresses = [place.text or "" for place in sitemap.iter() if place.tag.endswith("loc")]
    guidance = [address for address in addresses if "/vejledning" in address]

    assert len(guidance) == 5
    for address in (*addresses, "/soeg?q=kontakt", "/soeg?q=projektleder", "/feed.atom"):
        text = re.sub(r"<[^>]*>", " ", client.get(address).text)
        assert find(f"{text} {address}") == [], address


@pytest.mark.parametrize(
    "path",
    [
        *(
            "guidance",
            "guidance?q=kontakt",
            "trial-actions?page_size=100",
            "passages?page_size=100",
        ),
        *("openapi.json", "export?format=json", "export?format=ndjson", "export?format=csv"),
        "export?format=csv-blocks",
    ],
)
def test_no_answer_and_no_file_has_any(client: httpx.Client, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")

    assert answer.status_code == 200
    assert find(answer.text) == []


def test_no_file_of_the_zip_has_any_and_only_received_texts_have_marks(
    client: httpx.Client,
) -> None:
    with ZipFile(io.BytesIO(client.get("/api/v1/export?format=zip").content)) as archive:
        files = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}

    assert "vejledning.json" in files
    for name, text in files.items():
        marks = ["left-out name"] if name.startswith("sources/") else []
        assert set(find(text)) <= set(marks), name
