"""runs: neighbouring capitalised words that no rule knew, as stretches that may be one name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.phrases import is_shouted, is_syllable, word_end
from trichluc.entities.signs import ADDRESS, COMPOUND, TITLE
from trichluc.text import UPPER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trichluc.entities.names import Names
    from trichluc.scene import Scene
    from trichluc.segment import Sentence

__all__ = ["SHORT_FORM", "Run", "gather_runs", "is_foreign"]

SHORT_FORM = re.compile(rf"[{UPPER}][{UPPER}&]{{1,8}}$")


class Run:
    """Unknown capitalised words with one space between, and what they look like."""

    __slots__ = ("end", "first", "first_word", "foreign", "key", "named", "section", "single", "start", "words")

    def __init__(self, scene: Scene, names: Names, start: int, end: int, sentence: Sentence) -> None:
        people = names.people
        self.start = start
        self.end = end
        self.words = tuple(scene.folded[start:end].split(" "))
        self.key = scene.lower[start:end]
        self.section = sentence.section
        self.first = sentence.start == start
        self.single = len(self.words) == 1
        lower = self.key.split(" ")
        self.first_word = self.key[: word_end(self.key, 0, len(self.key))]
        self.named = all(word in people.given or word in people.all_surnames for word in lower)
        self.foreign = is_foreign(self.words[:1]) or (not self.single and self.words[0][1:2] in {"", "."} and is_foreign(self.words))


def gather_runs(scene: Scene, names: Names, unknown: Iterable[tuple[int, int]]) -> list[Run]:
    """The runs in text order; words that only open a sentence or say who a person is are left out."""
    folded, lower = scene.folded, scene.lower
    joined: list[list[int]] = []
    for start, end in unknown:
        gap = folded[joined[-1][1] : start] if joined else ""
        if joined and _goes_with(scene, joined[-1], gap, start, end):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    runs = []
    for run_start, run_end in joined:
        sentence = scene.sentence(run_start)
        start, end = _trimmed(scene, names, run_start, run_end, sentence)
        if start < end and not (sentence.section != "byline" and is_shouted(folded, start, sentence.end)):
            run = Run(scene, names, start, end, sentence)
            if not names.opening.get(run.first_word, 0) & COMPOUND or names.organizations.heads.work_end(lower, start, sentence.end) <= end:
                runs.append(run)
    return runs


def is_foreign(words: Sequence[str]) -> bool:
    """Whether a word is no syllable of Vietnamese, nor an initial, a figure or a short form.

    >>> is_foreign(["Akiko"]), is_foreign(["Khuê", "Tú"]), is_foreign(["VFF"])
    (True, False, False)
    """
    return any(len(word) > 2 and not word.isupper() and not is_syllable(word.lower()) for word in words)  # two letters may be initials


def _goes_with(scene: Scene, run: list[int], gap: str, start: int, end: int) -> bool:
    last = scene.folded.rfind(" ", run[0], run[1]) + 1 or run[0]
    if gap in {".", ". "} and run[1] - last == 1:
        return True  # E. Grach, Arthur B. McDonald
    if gap == "-" and is_foreign([scene.folded[last : run[1]]]):
        behind = scene.folded[end + 1 : word_end(scene.folded, end + 1, len(scene.folded))] if scene.folded[end : end + 1] == " " else ""
        return is_foreign([scene.folded[start:end]]) or (
            behind[:1].isupper() and is_foreign([behind])
        )  # Goeppert-Mayer, Jean-Luc Mélenchon
    if gap != " ":
        return False
    shouted = scene.sentence(start).section == "byline"
    capitals = scene.folded[start:end].isupper() and scene.folded[last : run[1]].isupper()
    if shouted or (capitals and is_syllable(scene.lower[start:end]) and is_syllable(scene.lower[last : run[1]])):
        return True  # HÀ GIANG: a writer's name in capitals
    return not (SHORT_FORM.match(scene.folded[start:end]) or SHORT_FORM.match(scene.folded[run[0] : run[1]]))


def _trimmed(scene: Scene, names: Names, start: int, end: int, sentence: Sentence) -> tuple[int, int]:
    folded, lower = scene.folded, scene.lower
    limit, people = sentence.end, names.people
    words = lower[start:end].split(" ")
    if sentence.start == start and words[0] in names.openings and not set(words[:2]) <= people.given:
        start = min(folded.find(" ", start, end) + 1 or end, end)
    while start < end and names.opening.get(lower[start : word_end(folded, start, end)], 0) & (TITLE | ADDRESS):
        title = people.titles.at(lower, start, limit) or people.honorifics.at(lower, start, limit)
        former = people.former.at(lower, start, limit) if title is None else None
        if former is not None:
            title = people.titles.at(lower, former[0] + 1, limit)  # Nguyên | Phó Chủ tịch nước, but no Tân | Bình
        if title is None:
            break
        start = title[0] + 1
    if folded[end : end + 1] != " " or not folded[end + 1 : end + 2].islower():
        return start, end
    space = folded.rfind(" ", start, end)
    last = lower[space + 1 : end]
    long = folded.count(" ", start, end) > 1 or is_foreign(folded[start:end].split(" ")[:1])
    if space > 0 and long and last in names.openings and last not in people.full_given:
        end = space  # Mourinho | Theo tiết lộ: a caption without its stop
    return start, end
