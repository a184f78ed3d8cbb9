"""The workplan of a year and what its lines serve."""
