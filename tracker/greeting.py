"""What the app does once it knows its owner: their colours, and the questions nobody asked yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

    from tracker.domain.settings import Settings


def greet(app: App[None], settings: Settings, currency: str) -> None:
    """Wear the owner's colours; ask the three questions if nobody has.

    Args:
        app: The app, its first screen shown.
        settings: What the owner has said.
        currency: What the locale suggests; empty where it says nothing.
    """
    if settings.theme not in app.available_themes:
        words = f"There is no theme called {settings.theme}: choose one with ctrl+p."
        app.notify(words, markup=False)
    elif settings.theme != app.theme:
        app.theme = settings.theme
    if not settings.answered:
        from widgets.welcome import WelcomeScreen

        asked = settings.replace(currency=currency) if currency else settings
        app.push_screen(WelcomeScreen(asked, first=True))
