"""The money room."""
