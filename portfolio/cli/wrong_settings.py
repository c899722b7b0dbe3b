"""What the settings say in vain: names and values that mean nothing."""

from __future__ import annotations

from portfolio.cli.context import Context
from portfolio.errors import PortfolioError
from portfolio.settings import Unknown, passed_over, unknown_actions, unknown_theme


def wrong_settings(context: Context) -> tuple[Unknown | PortfolioError, ...]:
    """Everything in the settings that is ignored, each with its sentence."""
    from portfolio import themes

    return (
        *passed_over(context.settings),
        *unknown_actions(context.settings, context.action_ids()),
        *unknown_theme(context.settings, themes.load(context.locations.themes_folder).loaded),
    )
