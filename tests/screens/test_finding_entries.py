"""Words are found among the entries of a meeting by keys: case and accents ignored, one after the other."""

import pytest


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_one_entry_after_the_other_that_has_the_words_is_gone_to(in_session, take, drive, size):
    take(in_session, "Préparation of the survey", "Something else", "ILO: the PREPARATION is late", "At the end")
    async with drive(in_session, size) as user:

        def here() -> str:
            rows = user.app.screen.rows()
            return next(row.cells[-1] for row in rows.rows if row.key == rows.key)

        await user.press("f4", "escape", "slash")
        await user.type("preparation")
        assert "2 entries have this" in user.words
        await user.press("enter")
        assert "Préparation" in here()
        assert "1 of 2 entries with 'preparation'; / and Enter lead to the next." in user.told
        await user.press("slash", "enter")
        assert "PREPARATION is late" in here()
        await user.press("slash", "enter")
        assert "Préparation" in here()
        await user.press("slash")
        await user.type("nowhere")
        assert "No entry has 'nowhere' in it." in user.words
        await user.press("enter", "ctrl+u")
        await user.type("else", "enter")
        assert "Something else" in here()
        assert user.told == ""
