"""Whether the files are complete (R-31), a module for each kind of gap."""
