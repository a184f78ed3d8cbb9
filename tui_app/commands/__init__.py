"""The catalogue of user actions: keys, titles, help."""
