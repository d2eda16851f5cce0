"""evidence: what a capitalised run is that no grammar knows, by what stands about it, what the article said before, and a model.

A name already found settles later runs: `Leonov` after `Viktor Leonov`, `Tiến` after `Trần Lê Quang Tiến`, `Wonsan` after `cảng Wonsan`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.found import LOCATION, ORGANIZATION, PERSON, Found
from trichluc.text import LOWER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trichluc.engines import Tagger
    from trichluc.entities.find import Unknown
    from trichluc.entities.names import Names
    from trichluc.scene import Scene

__all__ = ["weigh"]

_SHORT_FORM = re.compile(rf"[{UPPER}][{UPPER}&]{{1,8}}$")
_ROMAN = re.compile(r"[IVXLC]+$")
_CAMEL = re.compile(rf"[{UPPER}]\w*[{LOWER}]+[{UPPER}]\w*$")
_TONE_FREE = "aăâeêioôơuưy"
_VOWEL = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
# A syllable of Vietnamese: onset, one to three vowels, coda. What is none, such as `Leonov`, is foreign.
_SYLLABLE = re.compile(
    rf"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?[{_VOWEL}]{{1,3}}(?:ch|ng|nh|[cmnpt])?$"
)
_CREDIT = re.compile(r"(?:ảnh|tin|bài|nguồn|thực hiện|video|clip|đồ họa|dịch|theo)(?: và ảnh|, ảnh)? ?: ?\"?$|[(/] ?$")
_BRACKET = re.compile(r" ?\($")


class _Run:
    """A stretch of unknown capitalised words, one space between."""

    __slots__ = ("end", "first", "start", "words")

    def __init__(self, scene: Scene, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.words = tuple(scene.folded[start:end].split(" "))
        self.first = scene.sentence(start).start == start


def weigh(scene: Scene, names: Names, found: Sequence[Found], unknown: Iterable[Unknown], tagger: Tagger) -> list[Found]:
    """The names among the unknown runs, in text order."""
    runs = [run for run in _runs(scene, names, unknown) if run is not None]
    if not runs:
        return []
    known = _Known(scene, found)
    added: list[Found] = []
    waiting: list[_Run] = []
    for run in runs:
        kind = _settled(scene, names, run, known)
        if kind is None:
            waiting.append(run)
        elif kind[0]:
            added.append(Found(run.start, run.end, *kind))
            known.add(added[-1])
    ends = {name.end: name for name in (*found, *added)}
    tags = _Tags(scene, tagger)
    for run in waiting:
        kind = known.kind_of(run) or _beside(scene, run, ends) or _tagged(names, run, tags, scene)
        if kind is not None:
            added.append(Found(run.start, run.end, *kind))
            ends[run.end] = added[-1]
            known.add(added[-1])
    return sorted(added, key=lambda name: name.start)


def _runs(scene: Scene, names: Names, unknown: Iterable[Unknown]) -> list[_Run]:
    """Neighbouring unknown words as runs; the word that only opens a sentence or says who a person is left out."""
    folded = scene.folded
    runs: list[list[int]] = []
    for start, end in unknown:
        if runs and runs[-1][1] + 1 == start and folded[start - 1] == " ":
            runs[-1][1] = end
        else:
            runs.append([start, end])
    trimmed = []
    for start, end in runs:
        at = start
        if scene.sentence(at).start == at and scene.lower[at:end].split(" ")[0] in names.openings:
            at = min(folded.find(" ", at, end) + 1 or end, end)
        title = names.people.titles.at(scene.lower, at, end) or names.people.honorifics.at(scene.lower, at, end) if at < end else None
        if title is not None:
            at = min(title[0] + 1, end)
        if at < end:
            trimmed.append(_Run(scene, at, end))
    return trimmed


class _Known:
    """Names the article has given so far, by the words by which it may name them again."""

    def __init__(self, scene: Scene, found: Iterable[Found]) -> None:
        self._scene = scene
        self._kinds: dict[str, str] = {}
        self._tails: dict[str, str] = {}
        for name in found:
            self.add(name)

    def add(self, name: Found) -> None:
        words = self._scene.lower[name.start : name.end].split(" ")
        self._kinds.setdefault(" ".join(words), name.kind)
        if name.kind == PERSON:
            for number in range(1, min(len(words), 3)):
                self._tails.setdefault(" ".join(words[-number:]), PERSON)
        elif name.kind == LOCATION and len(words) > 1:
            self._tails.setdefault(" ".join(words[1:]), LOCATION)

    def kind_of(self, run: _Run) -> tuple[str, str] | None:
        key = self._scene.lower[run.start : run.end]
        kind = self._kinds.get(key) or self._tails.get(key)
        return None if kind is None else (kind, f"entity.{kind}-again")


def _settled(scene: Scene, names: Names, run: _Run, known: _Known) -> tuple[str, str] | None:
    """What the run's own form or its neighbours say; an empty kind where it is certainly no name of ours."""
    folded, lower = scene.folded, scene.lower
    words = run.words
    before = lower[max(run.start - 14, 0) : run.start]
    after = folded[run.end : run.end + 2]
    if any(word.lower() in names.foreign_nouns for word in words) or after[:1] in {"/", "-"} and after[1:2].isalnum():
        return "", ""
    if len(words) == 1 and _SHORT_FORM.match(words[0]):
        return _short_form(scene, names, run, before)
    if len(words) == 1 and _CAMEL.match(words[0]):
        return ORGANIZATION, "entity.organization-mark"
    section = scene.sentence(run.start).section
    again = known.kind_of(run)
    if again is not None and not (run.first and len(words) == 1 and words[0].lower() in names.openings):
        return again
    named = all(word.lower() in names.people.given or word.lower() in names.people.all_surnames for word in words)
    credit = _CREDIT.search(before) is not None and section in {"caption", "byline", "body", "lead"}
    if 2 <= len(words) <= 4 and (named or not _is_vietnamese(words)):
        whole = run.first and run.end >= scene.limit(run.start) - 1
        if credit or section == "byline" or whole:
            return PERSON, "entity.person-byline"
    if 2 <= len(words) <= 4 and not _is_vietnamese(words) and names.place_cues.before(lower, run.start) is None:
        return PERSON, "entity.person-foreign"
    return None


def _short_form(scene: Scene, names: Names, run: _Run, before: str) -> tuple[str, str]:
    word = run.words[0]
    if word.lower() in names.not_bodies or _ROMAN.match(word):
        return "", ""
    folded = scene.folded
    if folded[run.end : run.end + 1] == ")" and _BRACKET.search(before):
        return ORGANIZATION, "entity.organization-short"
    if names.body_cues.before(scene.lower, run.start) is not None or _CREDIT.search(before):
        return ORGANIZATION, "entity.organization-short"
    return "", ""


def _beside(scene: Scene, run: _Run, ends: dict[int, Found]) -> tuple[str, str] | None:
    """In a list a run is what its neighbour is: `Victor Tretyakov, E. Grach`."""
    for gap in (", ", " và ", "; "):
        neighbour = ends.get(run.start - len(gap))
        if neighbour is not None and scene.lower.startswith(gap, run.start - len(gap)):
            if neighbour.kind == PERSON and 2 <= len(run.words) <= 4:
                return PERSON, "entity.person-list"
            if neighbour.kind == LOCATION and len(run.words) <= 3 and not run.first:
                return LOCATION, "entity.place-list"
    return None


class _Tags:
    """A model's labels of a sentence's words, asked once a sentence."""

    def __init__(self, scene: Scene, tagger: Tagger) -> None:
        self._scene = scene
        self._tagger = tagger
        self._sentences: dict[int, list[tuple[int, int, str]]] = {}

    def label(self, run: _Run) -> str:
        """`PER`, `LOC`, `ORG`, `MISC` where the first word that meets the run has such a label, else empty."""
        number = self._scene.sentence_number(run.start)
        if number not in self._sentences:
            sentence = self._scene.sentences[number]
            text = self._scene.folded[sentence.start : sentence.end].replace("\n", " ")
            self._sentences[number] = [
                (sentence.start + token.start, sentence.start + token.end, token.ner) for token in self._tagger.tag(text)
            ]
        for start, end, ner in self._sentences[number]:
            if end > run.start and start < run.end and ner != "O":
                return ner[2:]
        return ""


def _tagged(names: Names, run: _Run, tags: _Tags, scene: Scene) -> tuple[str, str] | None:
    """What the model says, where the run's form agrees."""
    words = run.words
    given = all(word.lower() in names.people.given or word.lower() in names.people.all_surnames for word in words)
    foreign = not _is_vietnamese(words)
    if names.place_cues.before(scene.lower, run.start) is not None and not run.first and len(words) <= 4:
        return (LOCATION, "entity.place-model") if tags.label(run) == "LOC" else None
    if 2 <= len(words) <= 4 and (given or foreign) and tags.label(run) in {"PER", "LOC"}:
        return PERSON, "entity.person-model"
    return None


def _is_vietnamese(words: Iterable[str]) -> bool:
    return all(_SYLLABLE.match(word.lower()) for word in words)
