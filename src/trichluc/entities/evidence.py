"""evidence: what a capitalised run is that no grammar knows, by what stands about it, what the article said before, and a model.

A name already found settles later runs: `Leonov` after `Viktor Leonov`, `Tiến` after `Trần Lê Quang Tiến`, `Wonsan` after `cảng Wonsan`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.entities.found import LOCATION, ORGANIZATION, PERSON, Found
from trichluc.entities.phrases import is_syllable
from trichluc.text import LOWER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trichluc.engines import Tagger
    from trichluc.entities.find import Unknown
    from trichluc.entities.names import Names
    from trichluc.scene import Scene

__all__ = ["is_credit", "weigh"]

_SHORT_FORM = re.compile(rf"[{UPPER}][{UPPER}&]{{1,8}}$")
_ROMAN = re.compile(r"[IVXLC]+$")
_CAMEL = re.compile(rf"[{UPPER}]\w*[{LOWER}]+[{UPPER}]\w*$")
_CREDIT = re.compile(r"(?:ảnh|tin|bài|nguồn|thực hiện|video|clip|đồ họa|dịch|theo)(?: và ảnh|, ảnh)? ?: ?\"?$|[(/] ?$")
_NEAR = 14
_ADDRESS = re.compile(r"(?:\bsố \d[\w/]*|\d/\d[\w/]*) $")
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
    ends = {name.end: name for name in found}
    for run in runs:
        kind = _settled(scene, names, run, known, ends)
        if kind is None:
            waiting.append(run)
        elif kind[0]:
            added.append(Found(run.start, run.end, *kind))
            known.add(added[-1])
            ends[run.end] = added[-1]
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
        gap = folded[runs[-1][1] : start] if runs else ""
        initial = gap in {".", ". "} and runs[-1][1] - runs[-1][0] == 1  # E. Grach
        shouted = scene.sentence(start).section == "byline"
        if initial or (
            gap == " " and (shouted or not (_SHORT_FORM.match(folded[start:end]) or _SHORT_FORM.match(folded[runs[-1][0] : runs[-1][1]])))
        ):
            runs[-1][1] = end
        else:
            runs.append([start, end])
    trimmed = []
    for start, end in runs:
        at = start
        if scene.sentence(at).start == at and scene.lower[at:end].split(" ")[0] in names.openings:
            at = min(folded.find(" ", at, end) + 1 or end, end)
        limit = scene.limit(start)
        title = names.people.titles.at(scene.lower, at, limit) or names.people.honorifics.at(scene.lower, at, limit) if at < end else None
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


def is_credit(lower: str, at: int) -> bool:
    """Whether a photographer's or a writer's name is due at *at*: Ảnh: Thanh Sơn."""
    return _CREDIT.search(lower, max(at - _NEAR, 0), at) is not None


def _settled(scene: Scene, names: Names, run: _Run, known: _Known, ends: dict[int, Found]) -> tuple[str, str] | None:
    """What the run's own form or its neighbours say; an empty kind where it is certainly no name of ours."""
    folded, lower = scene.folded, scene.lower
    words = run.words
    before = lower[max(run.start - _NEAR, 0) : run.start]
    after = folded[run.end : run.end + 2]
    if any(word.lower() in names.foreign_nouns for word in words) or (len(words) == 1 and words[0].lower() in names.directions):
        return "", ""
    if names.people.not_persons.before(lower, run.start) is not None or _ADDRESS.search(before):
        return "", ""
    if len(words) == 1 and _SHORT_FORM.match(words[0]):
        if after[:1] in {"/", "-"} and after[1:2].isalnum():
            return "", ""
        return known.kind_of(run) or _short_form(scene, names, run, before, ends)
    if len(words) == 1 and _CAMEL.match(words[0]):
        is_body = words[0].lower().endswith(names.body_ends) or names.body_cues.before(lower, run.start) is not None
        return (ORGANIZATION, "entity.organization-mark") if is_body else ("", "")
    section = scene.sentence(run.start).section
    again = known.kind_of(run)
    if again is not None and not (run.first and len(words) == 1 and words[0].lower() in names.openings):
        return again
    named = all(word.lower() in names.people.given or word.lower() in names.people.all_surnames for word in words)
    foreign = _is_foreign(words)
    credit = is_credit(lower, run.start)
    if 2 <= len(words) <= 4 and (named or (foreign and section == "byline")):
        whole = run.first and run.end >= scene.limit(run.start) - 1
        if credit or section == "byline" or whole:
            return PERSON, "entity.person-byline"
    cue = names.place_cues.before(lower, run.start)
    if 2 <= len(words) <= 4 and foreign and _is_foreign(words[:1]) and (cue is None or cue[1] == "weak"):
        return PERSON, "entity.person-foreign"
    return None


def _short_form(scene: Scene, names: Names, run: _Run, before: str, ends: dict[int, Found]) -> tuple[str, str] | None:
    word = run.words[0]
    if word.lower() in names.not_bodies or _ROMAN.match(word):
        return "", ""
    bracket = _BRACKET.search(before)
    if bracket is not None and scene.folded[run.end : run.end + 1] == ")":
        defined = ends.get(run.start - len(bracket[0]))
        return (ORGANIZATION, "entity.organization-short") if defined is not None and defined.kind == ORGANIZATION else ("", "")
    if names.body_cues.before(scene.lower, run.start) is not None or is_credit(scene.lower, run.start):
        return ORGANIZATION, "entity.organization-short"
    return None


def _beside(scene: Scene, run: _Run, ends: dict[int, Found]) -> tuple[str, str] | None:
    """In a list a run is what its neighbour is: `Victor Tretyakov, E. Grach`."""
    for gap in (", ", " và ", "; "):
        neighbour = ends.get(run.start - len(gap))
        if neighbour is not None and scene.lower.startswith(gap, run.start - len(gap)):
            if neighbour.kind == PERSON and 2 <= len(run.words) <= 4:
                return PERSON, "entity.person-list"
            if neighbour.rule == "entity.organization-proper" and gap == " và ":
                return ORGANIZATION, "entity.organization-list"
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
                return ner[2:] if end <= run.end else ""
        return ""


def _tagged(names: Names, run: _Run, tags: _Tags, scene: Scene) -> tuple[str, str] | None:
    """What the model says, where the run's form agrees."""
    words = run.words
    given = all(word.lower() in names.people.given or word.lower() in names.people.all_surnames for word in words)
    foreign = _is_foreign(words)
    if names.places.bare(scene.text, run.start, run.end) == run.end:
        return LOCATION, "entity.place-name"  # Tân Bình: a person's only where something says so
    if len(words) == 1 and _SHORT_FORM.match(words[0]):
        return None
    if names.place_cues.before(scene.lower, run.start) is not None and not run.first and len(words) <= 4:
        return (LOCATION, "entity.place-model") if tags.label(run) == "LOC" else None
    if 2 <= len(words) <= 4 and (given or foreign) and tags.label(run) in {"PER", "LOC"}:
        return PERSON, "entity.person-model"
    return None


def _is_foreign(words: Iterable[str]) -> bool:
    """Whether a word is no syllable of Vietnamese, nor an initial, a figure or a short form."""
    return any(len(word) > 2 and not word.isupper() and not is_syllable(word.lower()) for word in words)
