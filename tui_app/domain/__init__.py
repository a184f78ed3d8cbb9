"""The rules: frozen values and pure functions; no input, no output."""
