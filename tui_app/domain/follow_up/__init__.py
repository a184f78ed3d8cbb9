"""What was decided and is being done: by whom, by when, how far it has come."""
