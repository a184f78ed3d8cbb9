"""Meetings: their agenda, who attends, the minutes, documents, what is carried over, how they end."""
