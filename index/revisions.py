"""What an index is made of, as one short name: another one wherever anything of it is another."""

import hashlib

from index.language import Language
from index.tables import FORMAT
from index.weighing import FIGURES


def make_revision(catalogue_revision: str, language: Language) -> str:
    """Return the revision of an index of that catalogue in that language."""
    content = f"{FORMAT} {FIGURES} {catalogue_revision} {language.revision}"
    return hashlib.sha256(content.encode()).hexdigest()[:12]
