"""The block room."""
