"""The duration room."""
