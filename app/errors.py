"""What each error looks like to those who ask: problem+json for programs, a Danish page for people.

The texts never repeat what the library says, since that may name a place on the machine.
"""

from dataclasses import dataclass

from app.bad_parameters import BadParameters
from app.forms import ForeignForm, FormTooLarge, UnreadableForm
from catalogue.errors import DatabaseUnusable, UnknownGuidance, UnknownTerm, UnknownTrialAction
from index.errors import IndexDamaged, IndexMissing


@dataclass(frozen=True)
class Fault:
    """One error as it is told; ``name`` is the last part of the problem's type."""

    status: int
    name: str
    title: str
    detail: str
    danish_title: str
    danish_detail: str


BAD_PARAMETERS = Fault(
    422,
    "bad-parameters",
    "The request has parameters that cannot be used",
    "Each is named under 'parameters', with the reason and what is allowed.",
    "Adressen har noget, vi ikke kan bruge",
    "Ret adressen, eller søg igen.",
)
UNREADABLE = Fault(
    400,
    "unreadable-request",
    "The request cannot be read",
    "Spaces in the address must be percent-encoded, and address and headers together fit in 65,535 "
    "bytes; with curl: -G --data-urlencode 'q=...'.",
    "Forespørgslen kan ikke læses",
    "Adressen har tegn, som skal kodes, eller er for lang.",
)
UNKNOWN_PATH = Fault(
    404,
    "unknown-path",
    "Nothing has this address",
    "The addresses are listed in /api/v1/docs.",
    "Siden findes ikke",
    "Der er ingen side med den adresse. Måske er der en slåfejl i den, eller linket er gammelt.",
)
METHOD_NOT_ALLOWED = Fault(
    405,
    "method-not-allowed",
    "This address does not answer that method",
    "The methods that it answers stand in the header Allow.",
    "Siden kan ikke bruges på den måde",
    "Åbn den i en browser i stedet.",
)
TOO_SLOW = Fault(
    408,
    "too-slow",
    "The request took too long to arrive",
    "Send it again, and whole.",
    "Forespørgslen var for længe undervejs",
    "Prøv igen.",
)
TOO_LARGE = Fault(
    413,
    "too-large",
    "What was sent is too large",
    "Send less of it.",
    "Det, der blev sendt, fylder for meget",
    "Gå tilbage med browserens tilbageknap; det, I skrev, står der endnu. Send så mindre.",
)
OVERLOADED = Fault(
    503,
    "overloaded",
    "Too many are asking at this moment",
    "Ask again in a little while.",
    "Der er mange, der spørger lige nu",
    "Prøv igen om lidt.",
)
UNEXPECTED = Fault(
    500,
    "unexpected",
    "Something went wrong here",
    "The fault is not in the request. It has been noted in the service's log.",
    "Der gik noget galt hos os",
    "Fejlen er ikke din. Prøv igen om lidt.",
)
FAULTS: dict[type[Exception], Fault] = {
    BadParameters: BAD_PARAMETERS,
    UnknownTrialAction: Fault(
        404,
        "unknown-trial-action",
        "No trial action has this id",
        "The ids are listed in /api/v1/trial-actions.",
        "Prøvehandlingen findes ikke",
        "Der er ingen prøvehandling med den adresse. Søg efter den i stedet.",
    ),
    UnknownGuidance: Fault(
        404,
        "unknown-guidance",
        "No guidance has this id",
        "The ids are listed in /api/v1/guidance.",
        "Vejledningen findes ikke",
        "Der er ingen vejledning med den adresse. Se dem alle under Vejledning.",
    ),
    UnknownTerm: Fault(
        404,
        "unknown-term",
        "The vocabulary has no such term",
        "The terms are listed in /api/v1/municipalities, /themes, /stakeholders and the others.",
        "Siden findes ikke",
        "Kataloget har hverken en kommune eller et tema med den adresse.",
    ),
    FormTooLarge: Fault(
        413,
        "form-too-large",
        "More was sent than a form may hold",
        "A form and its file may have 1,000,000 bytes together.",
        "Det, I sendte, fylder for meget",
        "En plan og en fil må tilsammen fylde 1 MB. Gå tilbage i browseren, og gør teksten "
        "kortere, eller vælg en mindre fil; det, I skrev, står der endnu.",
    ),
    UnreadableForm: Fault(
        400,
        "unreadable-form",
        "What was sent is not a form that can be read",
        "Send the fields of the page as multipart/form-data or application/x-www-form-urlencoded.",
        "Det, I sendte, kan ikke læses",
        "Gå tilbage i browseren, og prøv igen.",
    ),
    ForeignForm: Fault(
        403,
        "foreign-form",
        "The form stood on another site",
        "Forms are answered from the service's own pages only.",
        "Formularen kom fra en anden hjemmeside",
        "Udfyld den her i kataloget i stedet.",
    ),
    IndexMissing: Fault(
        503,
        "index-missing",
        "The search index has not been built yet",
        "Searching works as soon as it has been built; records can be read meanwhile.",
        "Søgningen er ikke klar endnu",
        "Kataloget er ved at blive gjort klar. Prøv igen om lidt.",
    ),
    IndexDamaged: Fault(
        503,
        "index-damaged",
        "The search index cannot be read",
        "Searching works again when it has been rebuilt; records can be read meanwhile.",
        "Søgningen virker ikke lige nu",
        "Søgningen skal gøres klar på ny. Prøv igen om lidt.",
    ),
    DatabaseUnusable: Fault(
        503,
        "database-unusable",
        "The database cannot be read",
        "The catalogue works again when the database does.",
        "Kataloget kan ikke læses lige nu",
        "Vi har ikke adgang til prøvehandlingerne. Prøv igen om lidt.",
    ),
}
# What no exception of the library stands for.
OTHERS = (
    *(UNKNOWN_PATH, METHOD_NOT_ALLOWED, UNREADABLE),
    *(TOO_SLOW, TOO_LARGE, OVERLOADED, UNEXPECTED),
)
