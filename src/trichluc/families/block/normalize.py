"""From a matched name to a candidate that only blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.rule import SURE, Candidate

if TYPE_CHECKING:
    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["block", "block_score", "block_slogan"]

_LONGEST_RUN = 45  # no side has scored more in one set or half


def block(strength: int, match: regex.Match[str], hit: Hit, scene: Scene, *, least_digits: int = 1) -> Candidate | None:
    """A name from its word to its number; with fewer digits than *least_digits* it is something else (`tài khoản 5 triệu đồng`)."""
    if sum(char.isdigit() for char in scene.lower[hit.end : match.end()]) < least_digits:
        return None
    return Candidate(None, hit.start, match.end(), strength=strength)


def block_score(match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`thắng 2-1`, `25-20, 25-18`; not `thắng 10 - 15 điểm`, where something is counted."""
    numbers = [int(number) for number in match[0].replace(":", "-").replace(",", "-").replace(" ", "-").split("-") if number.isdigit()]
    if any(number > _LONGEST_RUN for number in numbers) or scene.lower.startswith(
        (" điểm", "%", " %", " lần", " năm", " ngày"), match.end()
    ):
        return None
    first = next(at for at in range(match.start(), match.end()) if scene.lower[at].isdigit())
    return Candidate(None, first, match.end(), strength=SURE)


def block_slogan(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, _scene: Scene) -> Candidate | None:
    """A campaign by its numbers: every word behind a number is one of slogans."""
    words = match[0].strip('"').replace(",", " ").replace(";", " ").split()
    known = lexicon.group("slogan")
    numbers = [place for place, word in enumerate(words) if word.isdigit()]
    for place in numbers:
        after = words[place + 1 : place + 3]
        if not after or (after[0] not in known and " ".join(after) not in known):
            return None
    return Candidate(None, match.start(), match.end(), strength=SURE)
