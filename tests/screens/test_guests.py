"""Who is in the room without being a member is seen beside the agenda, and media above all (R-14)."""

import pytest


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_guests_are_seen_while_they_are_in_the_room_and_media_are_warned_of(in_session, drive, size):
    async with drive(in_session, size) as user:
        await user.type("/guest EU Office, J. Smit")
        assert "EU Office, J. Smit (a name stands behind a colon)" in user.words
        await user.press("ctrl+u")
        await user.type("/guest EU Office: J. Smit, invited by IOM for item 3", "enter")
        assert "Also here: EU Office" in pane(user)
        assert "MEDIA" not in pane(user)
        await user.type("/guest Radio Amani: B. Were, invited by IOM", "enter")
        assert "Radio Amani: media in the room" in user.told
        assert "Also here: 2 MEDIA IN THE ROOM" in pane(user)
        await user.type("/out Radio Amani", "enter")
        assert "MEDIA" not in pane(user)
        await user.type("/guest KTV: A. Gashi, invited by IOM", "enter")
        assert "MEDIA IN THE ROOM" in pane(user)


def pane(user) -> str:
    """The words beside the entries: the items, and who is in the room."""
    return " ".join(" ".join(line.partition("│")[0] for line in user.screen.splitlines()[1:-4]).split())
