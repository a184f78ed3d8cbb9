"""A bare Textual app, the peer of starting; it imports nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        """The word by which its first screen is known."""
        yield Static("ready")


if __name__ == "__main__":
    Bare().run()
