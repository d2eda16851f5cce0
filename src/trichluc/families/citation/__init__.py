"""The citation room."""
