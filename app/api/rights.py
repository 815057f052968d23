"""Whose the texts are; said wherever the catalogue is taken along."""

from app.settings import DATA
from catalogue.vocabulary import Vocabulary

LICENCE = DATA.parent / "LICENSE"
STATEMENT = """\
The texts of the trial actions are the source's own words. They belong to their publishers ({}) \
and are reproduced here with the source named; the source states no licence. \
Name the source when you use them; for more than that, ask the publisher. \
What the catalogue adds (ids, themes, markings, code) is under the MIT licence."""
DANISH_STATEMENT = """\
Prøvehandlingernes tekster er kildens egne ord. De tilhører deres udgivere ({}) og gengives \
her med kilden nævnt; kilden oplyser ingen licens. Nævn kilden, når du bruger dem; vil du mere end \
det, så spørg udgiveren. Det, kataloget selv lægger til (id’er, temaer, mærker, kode), er \
under MIT-licensen."""


def list_publishers(vocabulary: Vocabulary) -> list[str]:
    """Return the publishers of the sources that name one."""
    named = (source.publisher for source in vocabulary.all("source"))
    return list(dict.fromkeys(publisher for publisher in named if publisher))


def state_rights(statement: str, vocabulary: Vocabulary) -> str:
    """Return a statement with the publishers' names in it."""
    return statement.format(", ".join(list_publishers(vocabulary)))
