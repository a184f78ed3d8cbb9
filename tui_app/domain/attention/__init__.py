"""What needs attention on a day, a module for each kind of matter."""
