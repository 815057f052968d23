"""What a draft lacks before it is a record, in plain Danish at the field where it is put right."""

from app.pages.planning.settling import shorten
from app.pages.planning.showing import Slip
from catalogue.drafts import Lack
from catalogue.plans import Plan
from catalogue.records import MOST_THEMES

# By field and kind; a field without a kind of its own is told in one way only.
TEXTS = {
    ("title", "taken"): "Kataloget har allerede en post, der ville få samme id. Giv jeres en anden "
    "titel.",
    ("title", "none"): "Skriv en titel.",
    ("title", "no-word"): "Skriv en titel med bogstaver i.",
    ("headline", ""): "Skriv en overskrift.",
    ("summary", ""): "Skriv et resumé.",
    ("municipality", "none"): "Skriv, hvilken kommune det er.",
    (
        "municipality",
        "",
    ): "”{}” står ikke på listen over kommuner. Er navnet rigtigt, skal den, der "
    "redigerer kataloget, føje kommunen til.",
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
