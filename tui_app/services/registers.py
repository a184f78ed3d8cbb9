"""Registers on this laptop: where they lie, which was used last, making and opening one."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tui_app.domain.charter.charter import Charter
from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.membership.network import Network
from tui_app.domain.membership.roster import Body, Entity, Seat
from tui_app.domain.problem import Problem
from tui_app.register.opening import JOURNAL_NAME
from tui_app.register.register import Register
from tui_app.register.tables import TABLES
from tui_app.services.book import Book, Clock, network_body, system_clock
from tui_app.services.migrations import STEPS

SAMPLE = "Sample year"
"""How the folder of a sample year is called, with a number where there are several."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of this program for this user: registers among the documents, settings out of sight."""

    registers: Path
    settings: Path


def places() -> Places:
    """Where this user's registers and settings are; MINUTEBOOK_HOME puts both in one folder."""
    home = os.environ.get("MINUTEBOOK_HOME")
    if home:
        return Places(registers=Path(home) / "registers", settings=Path(home) / "settings")
    import platformdirs

    return Places(
        registers=Path(platformdirs.user_documents_path()) / "Minutebook",
        settings=Path(platformdirs.user_config_path("minutebook", appauthor=False)),
    )


def read_setting(name: str) -> str:
    """One setting of this user on this laptop; empty if there is none."""
    return str(_settings().get(name, ""))


def _settings() -> dict[str, object]:
    """Every setting; none where the file is missing, damaged or cannot be read."""
    try:
        noted = json.loads((places().settings / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


def write_setting(name: str, value: str) -> None:
    """Keep one setting, over a damaged file too; settings matter little, so a failure is passed over."""
    noted = _settings()
    if noted.get(name) == value:
        return
    file = places().settings / "settings.json"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(json.dumps({**noted, name: value}, indent=1) + "\n", encoding="utf-8")
    except OSError:
        return


def last_used() -> Path | None:
    """The register that was opened last on this laptop, if it is still there."""
    noted = read_setting("register")
    return Path(noted) if noted and Path(noted).is_dir() else None


def note_last_used(folder: Path) -> None:
    """Remember the register for the next start."""
    write_setting("register", str(folder.resolve()))


def make(charter: Charter, folder: Path, who: str, clock: Clock = system_clock, *, remembered: bool = True) -> Book:
    """Make a register for a network: its charter, its roster as the ToR lists it, ready for a first meeting.

    `remembered`: the next start opens it; a sample is not.
    """
    if not who.strip():
        raise Problem("Who keeps this register? Give your name.", option="--me NAME")
    register = Register.create(folder, TABLES, who=who.strip(), clock=clock)
    book = Book(register, clock)
    with register.transaction(f"register of {charter.name} made", undoable=False):
        book.of(Network).put(Network(id=new_id(), charter=charter, made=clock()))
        book.of(Body).put(network_body(charter, new_id()))
        for member in charter.members:
            book.of(Entity).put(Entity(id=new_id(), acronym=member.entity, name=member.name))
            book.of(Seat).put(Seat(id=new_id(), body="network", entity=member.entity, tier=member.tier))
    if remembered:
        write_setting("me", who.strip())
        write_setting(_me_in(folder), who.strip())
        note_last_used(folder)
    return book


def _me_in(folder: Path) -> str:
    """The setting with the name under which this user keeps that register; two networks may know two names."""
    return f"me in {folder.resolve()}"


def free_folder(charter: Charter) -> Path:
    """A folder for a new register of that network, not there yet."""
    return unused(places().registers / charter.symbol)


def found_registers(*others: Path) -> tuple[Path, ...]:
    """The folders of the registers among this user's documents, and `others`, by name."""
    beside = (journal.parent for journal in places().registers.glob(f"*/{JOURNAL_NAME}"))
    return tuple(sorted({*beside, *others}, key=lambda folder: folder.name.casefold()))


def register_at_hand() -> Path | None:
    """The register to open unasked: the one used last, or, if none is noted, the only one there.

    A sample counts only where there is nothing else. None where the one used last is gone: another network's must
    not take its lines unasked.
    """
    if read_setting("register"):
        return last_used()
    found = found_registers()
    own = [folder for folder in found if not folder.name.startswith(SAMPLE)] or found
    return own[0] if len(own) == 1 else None


def require_at_hand() -> Path:
    """The same; Problem with the registers there are."""
    at_hand, found = register_at_hand(), found_registers()
    if at_hand is not None:
        return at_hand
    names, gone = ", ".join(folder.name for folder in found), read_setting("register")
    if gone:
        others = f" There is {names}." if names else ""
        raise Problem(
            f"The register used last, {gone}, is not there: name its new folder.{others}", option="--register DIR"
        )
    if not found:
        raise Problem("There is no register yet: make one, or try the sample year.",
                      option="minutebook new kenya --me NAME, or minutebook demo")  # fmt: skip
    raise Problem(
        f"Which register? In {places().registers} there is {names}: name its folder.", option="--register DIR"
    )


def unused(folder: Path) -> Path:
    """The folder itself if nothing is there, else with the first free number behind its name."""
    if not folder.exists():
        return folder
    return next(f for n in range(2, 10_000) if not (f := folder.with_name(f"{folder.name}-{n}")).exists())


def open_book(folder: Path | None, who: str = "", clock: Clock = system_clock, *, read_only: bool = False) -> Book:
    """Open a register, without a folder the one used last; to read only if asked, or if it cannot be written to."""
    chosen = folder or require_at_hand()
    book = Book(Register.open(chosen, TABLES, who=who, clock=clock, read_only=read_only, steps=STEPS), clock)
    if not book.of(Network).all():
        book.register.close()
        raise Problem(f"{chosen} holds no network's register: make one.", option="minutebook new kenya --me NAME")
    book.register.who = who or read_setting(_me_in(chosen)) or read_setting("me") or next(book.register.history()).by
    note_last_used(chosen)
    return book
