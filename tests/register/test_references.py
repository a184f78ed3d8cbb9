"""Every field that names another record is known to the check of references."""

from __future__ import annotations

import dataclasses

from tui_app.domain.membership.network import Numbering
from tui_app.register.references import REFERENCES
from tui_app.register.tables import TABLES

NAMING = {
    *("meeting", "item", "parent", "proposal", "refers_to", "current_item", "body", "settled"),
    *("superseded_by", "rescinded_by", "established_by", "abolished_by", "approved_by", "endorsed_by"),
    *("decision", "decisions", "actions"),
}


def test_no_field_that_names_a_record_is_left_out() -> None:
    naming = {
        (table.record_type.__name__, field.name)
        for table in TABLES
        for field in dataclasses.fields(table.record_type)
        if field.name in NAMING
    }
    known = {(reference.source.__name__, reference.field) for reference in REFERENCES}
    assert naming <= known


def test_every_reference_is_between_tables_of_the_register() -> None:
    types = {table.record_type for table in TABLES}
    for reference in REFERENCES:
        assert {reference.source, *reference.targets} <= types - {Numbering}
        assert reference.field in {field.name for field in dataclasses.fields(reference.source)}
