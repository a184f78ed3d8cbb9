"""Figures beside their peers, measured in one run: `python -m bench`."""
