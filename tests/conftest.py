"""What several tests share."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

import pytest


def require(*needed: str) -> None:
    """Skip where a program or module is missing; fail instead where TRICHLUC_REQUIRE_ALL says that nothing may be."""
    for name in needed:
        if shutil.which(name) is None and find_spec(name) is None:
            reason = f"{name} is not installed"
            if os.environ.get("TRICHLUC_REQUIRE_ALL"):
                pytest.fail(f"{reason}, and TRICHLUC_REQUIRE_ALL is set")
            pytest.skip(reason)
