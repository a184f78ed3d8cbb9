"""Minutes read back from Markdown: those that this program exported, and a simple form written by hand."""
