"""evidence: what a capitalised run is that no grammar knows, by what stands about it, what the article said before, and a model.

A name already found settles later runs: `Leonov` after `Viktor Leonov`, `Tiến` after `Trần Lê Quang Tiến`, `Wonsan` after `cảng Wonsan`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trichluc.engines import Token
from trichluc.entities.found import LOCATION, ORGANIZATION, PERSON, SEVERAL, Found
from trichluc.entities.phrases import last_word
from trichluc.entities.runs import SHORT_FORM, gather_runs
from trichluc.entities.signs import BEHIND_BODY_CUE, BEHIND_NOT_PERSON
from trichluc.text import LOWER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trichluc.engines import Tagger
    from trichluc.entities.names import Names
    from trichluc.entities.runs import Run
    from trichluc.scene import Scene

__all__ = ["is_credit", "weigh"]

Verdict = tuple[str, str]
NOTHING: Verdict = ("", "")
_MOST_WORDS = 4
_LISTED = {"entity.organization-foreign", "entity.organization-list", SEVERAL}
_NEAR = 14
_LINE = " - "
_SHORT_ROMAN = 2
_ROMAN = re.compile(r"[IVXLC]+$")
_CAMEL = re.compile(rf"[{UPPER}]\w*[{LOWER}]+[{UPPER}]\w*$")
_CREDIT = re.compile(r"(?:ảnh|tin|bài|nguồn|thực hiện|video|clip|đồ họa|dịch|theo)(?: và ảnh|, ảnh)? ?: ?\"?$")
_OPEN_BRACKET = re.compile(r" ?\($")
_ADDRESS = re.compile(r"(?:\bsố \d[\w/]*|\d/\d[\w/]*|[:,(] ?\d{1,4}[a-z]?) $")


def is_credit(lower: str, at: int) -> bool:
    """Whether a photographer's or a writer's name is due at *at*: Ảnh: Thanh Sơn."""
    return ":" in lower[max(at - 3, 0) : at] and _CREDIT.search(lower, max(at - _NEAR, 0), at) is not None


def weigh(scene: Scene, names: Names, found: Sequence[Found], unknown: Iterable[tuple[int, int]], tagger: Tagger) -> list[Found]:
    """The names among the unknown runs, in text order."""
    case = _Case(scene, names, found, tagger)
    waiting = []
    for run in gather_runs(scene, names, unknown):
        verdict = _by_form(case, run)
        if verdict is None:
            waiting.append(run)
        else:
            case.settle(run, verdict)
    for run in waiting:
        verdict = case.named_before(run) or _by_neighbour(case, run) or _by_model(case, run)
        if verdict is not None:
            case.settle(run, verdict)
    return sorted(case.added, key=lambda name: name.start)


class _Case:
    """What is known of one article while its runs are weighed."""

    def __init__(self, scene: Scene, names: Names, found: Sequence[Found], tagger: Tagger) -> None:
        self.scene = scene
        self.names = names
        self.added: list[Found] = []
        self.ends = {name.end: name for name in found}
        self.starts = {name.start: name for name in found}
        self._tagger = tagger
        self._tokens: dict[int, list[Token]] = {}
        self._kinds: dict[str, str] = {}
        self._shorter: dict[str, str] = {}
        for name in found:
            self._remember(name)

    def settle(self, run: Run, verdict: Verdict) -> None:
        """Take the verdict on *run* for what later runs may lean on."""
        if verdict[0]:
            name = Found(run.start, run.end, *verdict)
            self.added.append(name)
            self.ends[name.end] = name
            self.starts[name.start] = name
            self._remember(name)

    def _remember(self, name: Found) -> None:
        words = self.scene.lower[name.start : name.end].split(" ")
        self._kinds.setdefault(" ".join(words), name.kind)
        if name.kind == PERSON:
            for number in range(1, min(len(words), 3)):
                self._shorter.setdefault(" ".join(words[-number:]), PERSON)
        elif self.names.organizations.heads.is_company(self.scene.lower, name.start, name.end) and not _is_named(self.names, words[-2:]):
            if all(word[0].isupper() for word in self.scene.folded[name.start : name.end].split(" ")[-2:]):
                self._shorter.setdefault(" ".join(words[-2:]), ORGANIZATION)  # Công ty CP Công nghệ | Việt Á
        elif name.rule in {"entity.place-unit", "entity.place-feature"}:
            kind = self.names.places.kind_end(self.scene.lower, name.start, name.end)
            if kind > name.start:
                self._shorter.setdefault(self.scene.lower[kind + 1 : name.end], LOCATION)

    def named_before(self, run: Run) -> Verdict | None:
        """The kind of the name whose words, or last words, the run repeats."""
        kind = self._kinds.get(run.key) or self._shorter.get(run.key)
        if kind is None or (run.single and self._is_part_of_word(run)):
            return None
        if kind == ORGANIZATION and run.key not in self._kinds and run.start - 1 in self.ends:
            return None  # Cúp VTV | Bình Điền
        return kind, f"entity.{kind}-again"

    def label(self, run: Run) -> str:
        """The model's `PER`, `LOC`, `ORG` or `MISC` for the run; empty where it has none, or joins the run to a small word behind it."""
        for token in self._sentence_tokens(run):
            if token.end > run.start and token.start < run.end and token.ner != "O":
                return token.ner[2:] if token.end <= run.end else ""
        return ""

    def _is_part_of_word(self, run: Run) -> bool:
        """Whether the run is the first syllable of a common word: Tài | chính behind Nguyễn Đức Tài."""
        follows = self.scene.folded[run.end : run.end + 2]
        if run.foreign or SHORT_FORM.match(run.words[0]):
            return False  # Leonov, CSGT: no syllable of ours
        if not (follows[:1] == " " and follows[1:].islower()):
            return False
        return any(t.start <= run.start and t.end > run.end and t.tag != "Np" for t in self._sentence_tokens(run))

    def _sentence_tokens(self, run: Run) -> list[Token]:
        """The tokens of the run's sentence, asked once a sentence."""
        number = self.scene.sentence_number(run.start)
        if number not in self._tokens:
            sentence = self.scene.sentences[number]
            text = self.scene.folded[sentence.start : sentence.end].replace("\n", " ")
            at = sentence.start
            self._tokens[number] = [Token(at + token.start, at + token.end, token.tag, token.ner) for token in self._tagger.tag(text)]
        return self._tokens[number]


def _by_form(case: _Case, run: Run) -> Verdict | None:
    """What the run's own form and the words beside it say; NOTHING where it is certainly no name of ours."""
    names, lower = case.names, case.scene.lower
    words = run.key.split(" ")
    if any(word in names.foreign_nouns or word in names.events for word in words):
        return NOTHING
    if run.single and words[0] in names.directions:
        again = case.named_before(run)  # Trung bỏ trốn, behind Trần Văn Trung
        compass = names.place_cues.before(lower, run.start) is not None or "-" in lower[run.start - 2 : run.start]  # vào Nam, Bắc - Nam
        return again if again is not None and again[0] == PERSON and not compass else NOTHING
    before = names.closing.get(last_word(lower, run.start - 1, 0), 0) if lower[max(run.start - 1, 0)] == " " else 0
    if before & BEHIND_NOT_PERSON and names.people.not_persons.before(lower, run.start) is not None:
        return None if names.organizations.heads.compound_before(lower, run.start, 0) else NOTHING
    if _ADDRESS.search(lower, max(run.start - _NEAR, 0), run.start):
        return NOTHING
    if run.single and SHORT_FORM.match(run.words[0]):
        return _short_form(case, run)
    cue = names.body_cues.before(lower, run.start) if before & BEHIND_BODY_CUE else None
    if run.single and _CAMEL.match(run.words[0]):
        is_body = cue is not None or words[0].endswith(names.body_ends)
        return (ORGANIZATION, "entity.organization-mark") if is_body else NOTHING
    if (run.foreign and not run.single and words[-1] in names.foreign_bodies) or (
        cue is not None and (cue[1] == "firm" or (run.foreign and cue[1] == "strong")) and (run.foreign or not run.single)
    ):
        return ORGANIZATION, "entity.organization-foreign"
    if not (run.first and run.single and words[0] in names.openings) and (again := case.named_before(run)) is not None:
        return again
    if run.single or len(words) > _MOST_WORDS:
        return None
    return _many_words(case, run)


def _many_words(case: _Case, run: Run) -> Verdict | None:
    """A person where a writer's name is due, or where the words are foreign and no place is spoken of."""
    scene, lower = case.scene, case.scene.lower
    if case.names.organizations.heads.at(lower, run.start, run.end) is not None:
        return None  # Báo Thế giới & Việt Nam
    bracketed = _OPEN_BRACKET.search(lower, max(run.start - _NEAR, 0), run.start) is not None
    # `Quang Hải vào sân`: the second capital of two given names is no sentence's
    alone = run.first and (run.end >= scene.limit(run.start) - 1 or scene.folded[run.end + 1 : run.end + 2].islower())
    if (
        bracketed
        and run.section != "byline"
        and not is_credit(lower, run.start)
        and case.names.places.bare(scene.text, run.start, run.end) == run.end
    ):
        return LOCATION, "entity.place-name"  # đồi chè Tam Hiệp (Yên Thế)
    if is_credit(lower, run.start) or run.section == "byline" or (run.named and (bracketed or alone)):
        return PERSON, "entity.person-byline"
    place_cue = case.names.place_cues.before(lower, run.start)
    if run.foreign and (place_cue is None or place_cue[1] == "weak"):
        return PERSON, "entity.person-foreign"
    return None


def _short_form(case: _Case, run: Run) -> Verdict | None:
    """VFF, BVU: a body where the article defines it so, or a cue stands before it."""
    scene, word = case.scene, run.words[0]
    after = scene.folded[run.end : run.end + 2]
    bracket = _OPEN_BRACKET.search(scene.lower, max(run.start - _NEAR, 0), run.start)
    defined = case.ends.get(bracket.start()) if bracket is not None and after[:1] == ")" else None
    if defined is not None and defined.kind == ORGANIZATION and _ROMAN.match(word) and len(word) > _SHORT_ROMAN:
        return ORGANIZATION, "entity.organization-short"  # Toà án Hình sự Quốc tế (ICC)
    if word.lower() in case.names.not_bodies or _ROMAN.match(word) or (after[:1] in {"/", "-"} and after[1:].isalnum()):
        return NOTHING
    again = case.named_before(run)
    if again is not None:
        return again
    if bracket is not None and after[:1] == ")":
        return (ORGANIZATION, "entity.organization-short") if defined is not None and defined.kind == ORGANIZATION else NOTHING
    if case.names.body_cues.before(scene.lower, run.start) is not None or is_credit(scene.lower, run.start):
        return ORGANIZATION, "entity.organization-short"
    return None


def _by_neighbour(case: _Case, run: Run) -> Verdict | None:
    """In a list a run is what its neighbour is: `Victor Tretyakov, E. Grach`; `trường Bình Khánh và An Nghĩa`."""
    for gap in (", ", " và ", "; "):
        at = run.start - len(gap)
        neighbour = case.ends.get(at) if case.scene.lower.startswith(gap, at) else None
        if neighbour is None:
            continue
        if neighbour.kind == PERSON and _is_name_long(run):
            return PERSON, "entity.person-list"
        if (
            neighbour.rule == "entity.organization-proper" and gap == " và " and (run.foreign or not run.single)
        ) or neighbour.rule in _LISTED:
            return ORGANIZATION, "entity.organization-list"
        if neighbour.kind == LOCATION and not run.first and (run.foreign or not run.single) and len(run.words) < _MOST_WORDS:
            return LOCATION, "entity.place-list"
    line = case.starts.get(run.end + len(_LINE)) if not run.single and case.scene.lower.startswith(_LINE, run.end) else None
    if line is not None and line.kind == LOCATION and not run.first and len(run.words) < _MOST_WORDS:
        return LOCATION, "entity.place-list"  # tuyến Yên Nghĩa - Hà Đông
    surnamed = len(run.words) > 2 and run.first_word in case.names.people.all_surnames  # Hạ Bá Chò và Giàng A Vừ
    if not run.single and (run.named or surnamed) and _is_name_long(run):
        for gap in (", ", " và "):
            following = case.starts.get(run.end + len(gap)) if case.scene.lower.startswith(gap, run.end) else None
            if following is not None and following.kind == PERSON:
                return PERSON, "entity.person-list"  # Công Phượng, | Văn Toàn
    return None


def _is_named(names: Names, words: Sequence[str]) -> bool:
    """Whether the words may be a person's."""
    return all(word in names.people.given or word in names.people.all_surnames for word in words)


def _is_name_long(run: Run) -> bool:
    """Whether the run has the length of a person's name: two words that are names, or three."""
    return len(run.words) <= _MOST_WORDS and (len(run.words) > 2 or (not run.single and (run.named or run.foreign)))


def _by_model(case: _Case, run: Run) -> Verdict | None:
    """What the model says, where the run's form agrees."""
    names, scene = case.names, case.scene
    if names.places.bare(scene.text, run.start, scene.limit(run.start)) == run.end:
        return LOCATION, "entity.place-name"  # Tân Bình: a person's only where something says so
    if len(run.words) > _MOST_WORDS or (run.single and SHORT_FORM.match(run.words[0])):
        return None
    place_cue = names.place_cues.before(scene.lower, run.start)
    if place_cue is not None and place_cue[1] == "home" and not run.single:
        return LOCATION, "entity.place-home"  # ngụ | Hoài Tân
    if place_cue is not None and not run.first:
        return (LOCATION, "entity.place-model") if (run.foreign or not run.single) and case.label(run) == "LOC" else None
    if not run.single and (run.named or run.foreign) and case.label(run) in {"PER", "LOC"}:
        return PERSON, "entity.person-model"
    return None
