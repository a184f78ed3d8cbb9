"""Minutebook: the meetings of a UN Network on Migration, run from one laptop."""

__version__ = "0.1.0"
