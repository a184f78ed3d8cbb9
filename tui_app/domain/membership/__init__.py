"""Who belongs: entities, seats and bodies, the chairs and their terms, the member list."""
