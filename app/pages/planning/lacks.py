"""What a draft lacks before it is a record, in plain Danish at the field where it is put right."""

from app.bad_parameters import shorten
from app.pages.planning.showing import Slip
from catalogue.drafts import Lack
from catalogue.plans import Plan
from catalogue.records import MOST_THEMES

SAME_ID = "Kataloget har allerede en post, der ville få samme id. Giv jeres en anden titel."
NOT_LISTED = (
    "”{}” står ikke på listen over kommuner. Er navnet rigtigt, skal den, der redigerer kataloget, "
    "føje kommunen til."
)
# By field and kind; without a kind: whatever else is wrong with the field.
TEXTS = {
    ("title", "taken"): SAME_ID,
    ("title", "no-word"): "Skriv en titel med bogstaver i.",
    ("title", ""): "Skriv en titel.",
    ("headline", ""): "Skriv en overskrift.",
    ("summary", ""): "Skriv et resumé.",
    ("municipality", "none"): "Skriv, hvilken kommune det er.",
    ("municipality", ""): NOT_LISTED,
    ("schools", ""): "Skriv skolernes navne, ét på hver linje.",
    ("themes", "too_long"): f"Vælg højst {MOST_THEMES} temaer.",
    ("themes", ""): "Vælg mindst ét tema.",
    ("focus_areas", ""): "Vælg mindst ét fokusområde.",
    ("problem", ""): "Skriv, hvilket problem I vil løse.",
    ("purpose", ""): "Skriv, hvad I vil opnå.",
    ("actions", ""): "Skriv, hvad I vil gøre.",
}


def tell_lack(lack: Lack, plan: Plan) -> Slip:
    """Return what the page says of something that the draft of a plan lacks."""
    text = TEXTS.get((lack.field, lack.kind)) or TEXTS[lack.field, ""]
    return Slip(lack.field, text.format(shorten(str(getattr(plan, lack.field)))))
