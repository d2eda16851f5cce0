"""From a matched name to a candidate that only blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.rule import SURE, Candidate

if TYPE_CHECKING:
    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.rule import Pattern
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["block", "block_behind", "block_score", "block_slogan"]

_WORDED = (" số ", " cách mạng tháng ", ' "')
_LONGEST_RUN = 45  # no side has scored more in one set or half


def block(strength: int, match: regex.Match[str], hit: Hit, _scene: Scene, *, least_digits: int = 1) -> Candidate | None:
    """Everything matched is a name; with fewer digits than *least_digits* it is something else (`tài khoản 5 triệu đồng`)."""
    if sum(char.isdigit() for char in match[0][len(hit.word) :]) < least_digits:
        return None
    return Candidate(None, match.start(), match.end(), strength=strength)


def block_behind(strength: int, behind: Pattern, _match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """A name and what must stand behind it: a number, be `số` or a quotation mark before it, or the name of a day in words."""
    at, lower = hit.end, scene.lower
    if not (lower[at : at + 2][-1:].isdigit() or lower.startswith(_WORDED, at)):
        return None
    found = behind.match(lower, at, scene.limit(at))
    return None if found is None else Candidate(None, hit.start, found.end(), strength=strength)


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
