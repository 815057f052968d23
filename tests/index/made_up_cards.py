"""Cards of made-up keywords, for the tests of what keywords do."""

from index.card_columns import to_card_columns
from index.cards import Cards
from index.keywords import Keywords
from index.language import Language


def make_cards(keywords: Keywords, language: Language) -> Cards:
    """Return the cards of trial actions that are numbered as they come."""
    numbers = {action: number for number, action in enumerate(keywords)}
    return Cards(to_card_columns(keywords, numbers, language), language)
