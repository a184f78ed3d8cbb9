"""A network's Terms of Reference as data: its rules, how they are read, checked, and put into words."""
