"""The places of the application."""
