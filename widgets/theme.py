"""The app's own two themes: a quiet ground and one colour for each meaning.

Green is value, amber is cost, blue is the difference; nothing else is coloured. The
style sheets name theme variables only, so every other Textual theme works as well.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="worthwhile",
    primary="#6cb2eb",
    secondary="#8a94a6",
    accent="#6cb2eb",
    success="#57c7a3",
    warning="#eba95b",
    error="#ef7a82",
    foreground="#d6dbe4",
    background="#14181f",
    surface="#1a1f28",
    panel="#222833",
    boost="#2a3140",
    dark=True,
    variables={
        "border": "#57c7a3",
        "border-blurred": "#343c4a",
        "text-success": "#63d0ad",
        "text-warning": "#f0b269",
        "text-primary": "#83c0f0",
        "text-accent": "#83c0f0",
        "text-error": "#f58d94",
        "text-muted": "#8a94a6",
        "text-disabled": "#5b6474",
        "block-cursor-background": "#2a3140",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "input-selection-background": "#6cb2eb 35%",
    },
)

LIGHT = Theme(
    name="worthwhile-light",
    primary="#1f6fb2",
    secondary="#5a6475",
    accent="#1f6fb2",
    success="#12805c",
    warning="#a85f00",
    error="#b3343c",
    foreground="#1d2430",
    background="#f6f5f1",
    surface="#eeece6",
    panel="#e5e2da",
    boost="#dcd8ce",
    dark=False,
    variables={
        "border": "#12805c",
        "border-blurred": "#c9c4b8",
        "text-success": "#0e6b4d",
        "text-warning": "#8c4f00",
        "text-primary": "#175a92",
        "text-accent": "#175a92",
        "text-error": "#97272f",
        "text-muted": "#5a6475",
        "text-disabled": "#8d93a0",
        "block-cursor-background": "#dcd8ce",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "none",
    },
)

THEMES = (DARK, LIGHT)
