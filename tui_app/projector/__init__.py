"""The projector screen: an app of its own that shows the room what it may see, and follows the first window."""
