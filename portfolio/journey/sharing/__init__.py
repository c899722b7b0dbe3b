"""What can be shared from a portfolio, and in which form. Everything shown to others starts with `share`."""

from portfolio.journey.sharing.choice import Choice, Names, period_of
from portfolio.journey.sharing.held import Held, held_back
from portfolio.journey.sharing.share import Item, Shared, export_items, persons_mentioned, share

__all__ = [
    "Choice",
    "Held",
    "Item",
    "Names",
    "Shared",
    "export_items",
    "held_back",
    "period_of",
    "persons_mentioned",
    "share",
]
