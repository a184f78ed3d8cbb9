"""What the secretariat does, a module a task."""
