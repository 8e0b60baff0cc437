"""A made-up owner's log, to show everything with nothing set up."""

from tracker.demo.fill import fill
from tracker.demo.generate import DemoLog, generate

__all__ = ["DemoLog", "fill", "generate"]
