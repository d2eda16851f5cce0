"""``python -m trichluc``: the command line, where the installed command is not on the path."""

from __future__ import annotations

from trichluc.cli import app

if __name__ == "__main__":
    app()
