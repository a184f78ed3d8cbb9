"""No record of any table, in any state that its fields allow, can fail to be told in the history (R-72)."""

from typing import get_type_hints

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_app.domain.review.changes import Change, change_lines
from tui_app.register.tables import TABLES


class Nameless:
    def name(self, id):
        return ""

    def number(self, item):
        return ""


def records(table):
    """Whatever the fields of a table can hold, as the journal has it."""
    fields = {name: st.from_type(hint) for name, hint in get_type_hints(table.record_type).items()}
    every = st.fixed_dictionaries(fields)
    return every.map(lambda record: msgspec.json.decode(msgspec.json.encode(record, enc_hook=dict)))


def told(table, before, after):
    return [*change_lines([Change(table, "a" * 32, before, after)], Nameless())]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_every_field_of_every_record_can_be_told_whatever_it_was_and_became(table, data):
    before, after = data.draw(records(table)), data.draw(records(table))
    assert all(isinstance(line, str) for line in told(table.name, before, after))
    for name in before:
        told(table.name, before, {**before, name: after[name]})
        told(table.name, {key: value for key, value in before.items() if key != name}, before)
    told(table.name, None, after)
    told(table.name, before, None)


def test_a_new_version_of_a_document_is_told_with_the_one_that_is_kept():
    first = {"number": "1.1", "path": "plan.docx", "received": "2026-11-20"}
    kept = {"version": "1", "path": "plan.docx", "checksum": "ab", "received": "2026-11-20", "circulated": None}
    second = {**first, "version": "2", "path": "annex.pdf", "earlier": [kept]}
    assert told("documents", first, second) == [
        "document 1.1 - path: plan.docx -> annex.pdf",
        "  version: none -> 2",
        "  kept: version 1, plan.docx, received 20 Nov 2026",
    ]
