"""The commonest Danish words, for what a dictionary cannot tell: which of two real words is meant.

General knowledge of Danish, not of any one text.
"""

_FUNCTION_WORDS = """
af alle alt andet andre at bort da de den denne der deres det dette dig du efter egen eller en er
et flere for fordi fra fremover gang god gode godt han har have havde hele hende her hos hun hvor i
igen ikke ind jeg kan kun lang man mange med meget men mens mere mig min mod ned nogen nogle nu ny
nye og om op os over samme samt sammen selv sig sin skal skulle som stor store tage tale tid til
to tre ud under var ved vi vil ville vores
"""

_COMMON_WORDS = """
aktør bånd både bør fælles få fået får føle før føre først formål forår gå gået går gør gøre hånd
hård høj høre løft løfte lære lærer læring løse løsning måde mål måle måling måned måske måtte møde
nå når område oversætte på prøve råd småt spørge stå står støtte sætte så tråd tæt øge år årgang
"""

_GLUING = """
af at de den der det en er et for før har han hun i ikke imod kan og om på sig skal som så til vi
vil
"""

_POSSESSIVES = "deres din dit hans hendes hinandens jeres min mit sin sit vores"

# Read as they stand, although a rarer word could have been damaged into the same letters.
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

# Read with their Danish letters, although the damaged letters happen to be a rarer word too.
# Base forms and irregular ones: inflected and compounded they count as well.
COMMON_WORDS = frozenset(_COMMON_WORDS.split())

# Short words that a careless print glues to their neighbour; none of them begins a compound.
GLUING = frozenset(_GLUING.split())

# After one of these, `eget` means one's own.
POSSESSIVES = frozenset(_POSSESSIVES.split())

# Before a word that ends in one of these, `for` may mean `før`.
OCCASIONS = ("ferie", "frokost", "jul", "møde", "påske", "skoleår", "sommer", "start")
