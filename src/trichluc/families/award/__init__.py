"""The award room."""
