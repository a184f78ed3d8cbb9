"""A register as a file of stock TinyDB, for whoever wants to go on without this program."""

from __future__ import annotations

import json
from collections.abc import Collection

from tui_app.register.register import Register


def stock_tinydb(register: Register, classification: str = "", without: Collection[str] = ()) -> str:
    """All tables as `tinydb.TinyDB(path)` reads them: numbered from 1, each document with its own id as `id`.

    The words of the `classification` come first, as the one document of a table of that name; the fields `without`
    stay out.
    It is ASCII, since stock TinyDB opens a file in whatever encoding the computer prefers.
    """
    first = {"classification": {1: {"words": classification}}} if classification else {}
    tables = {
        name: {
            number: {"id": id, **{key: each for key, each in document.items() if key not in without}}
            for number, (id, document) in enumerate(register.documents(name).items(), 1)
        }
        for name in sorted(register.database.tables())
    }
    return json.dumps({**first, **tables}, ensure_ascii=True, indent=1) + "\n"
