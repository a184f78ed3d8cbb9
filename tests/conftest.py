"""What every test shares: nothing here is timed, so that a slow or busy machine fails no property."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
