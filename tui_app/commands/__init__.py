"""User actions: what one is, the places to which they belong, and the catalogue of all."""
