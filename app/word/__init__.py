"""Word documents in Danish: real headings, lists, links, tables, and lines to write on."""

from app.word.parts import Link, Part, Strong
from app.word.sheet import WordSheet

__all__ = ["Link", "Part", "Strong", "WordSheet"]
