"""Names → ids: ASCII words with hyphens between them."""

import re

ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e"})


def make_slug(text: str, longest: int | None = None) -> str:
    """Return the first ``longest`` words of a text as an id; empty where it has none."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower().translate(ASCII))[:longest])
