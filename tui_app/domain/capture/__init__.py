"""The line typed in a meeting: its grammar, its completion, and the echo of what Enter will do."""
