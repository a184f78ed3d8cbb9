"""Makes the pictures of the README from the sample year: `python docs/pictures.py`."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from textual.widgets import Input

HERE = Path(__file__).resolve().parent
TYPED = "/a UNHCR: share the survey questionnaire by fri"


async def picture(file: str, *keys: str, typed: str = "") -> None:
    """One picture of 80 x 24 after those keys, with a text half-typed in the line that has the focus."""
    from tui_app.app import MinutebookApp
    from tui_app.services.sample_year import play

    with tempfile.TemporaryDirectory() as scratch:
        os.environ["MINUTEBOOK_HOME"] = scratch
        app = MinutebookApp(play(Path(scratch) / "sample", to_the_end=False))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*keys)
            if typed:
                app.screen.query_one("#capture", Input).value = typed
            await pilot.pause()
            (HERE / file).write_text(app.export_screenshot(title="Minutebook"), encoding="utf-8", newline="\n")


async def main() -> None:
    """Every picture."""
    await picture("meeting.svg", typed=TYPED)
    await picture("consensus.svg", "f5")


if __name__ == "__main__":
    asyncio.run(main())
