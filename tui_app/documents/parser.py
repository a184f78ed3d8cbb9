"""The one reading of our own papers, so that the preview and every other format agree."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough; HTML is text, since our papers hold none.

    Share it, and do not change it: the preview would no longer show what is exported.
    """
    from markdown_it import MarkdownIt  # its import costs what a start without papers can save

    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
