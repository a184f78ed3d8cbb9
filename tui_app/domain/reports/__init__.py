"""Reports: which are due, for which period, and what became of them."""
