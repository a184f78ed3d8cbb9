"""Proposals and how they end: positions, rounds, silence, declarations, decisions, and the answers to them."""
