"""Looking back: searching the record, and telling what was changed in it."""
