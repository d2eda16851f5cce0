"""find: one pass over an article's capitals; at each the grammars are asked, and what they do not know is kept for the evidence.

capital ── lower-case head to the left? ─▶ organization  (trường THPT Chuyên …)  place (tỉnh Lạng Sơn, sông Kỳ Cùng)
        ── head here? ───────────────────▶ organization  (Sở Y tế …)
        ── unit or gazetteer here? ──────▶ place         (TP. Vinh, Lào Cai)
        ── surname or cue? ──────────────▶ person        (Nguyễn Văn A, ông Hoan)
        ── else ─────────────────────────▶ unknown
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from trichluc.entities.evidence import is_credit
from trichluc.entities.found import LOCATION, ORGANIZATION, PERSON, Found
from trichluc.entities.phrases import capital_run, is_shouted, word_end
from trichluc.text import UPPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.entities.names import Names
    from trichluc.entities.organizations import Reading
    from trichluc.scene import Scene

__all__ = ["Finder", "Unknown"]

# A capital that begins a word; not the second half of a code (QĐ-UBND, 12/NQ) or of initials (E.Grach)
_CAPITAL = re.compile(rf"(?<![\w&'])(?<![{UPPER}\d][/-])(?<![{UPPER}]\.)[{UPPER}]")
# (Theo Tiền Phong) | Ảnh: NLĐ | báo Tuổi Trẻ
_PRESS_CUE = re.compile(r"(?:\b(?:theo|báo|tờ|trên|nguồn|ảnh)(?: ?:)? ?|/ ?|\( ?)$")
# số 8/26 Văn Cao: a street
_ADDRESS = re.compile(r"(?:\bsố \d[\w/]*|\d/\d[\w/]*) $")
_LEFT_WORDS = 5
_LONGEST_WORD = 12
Unknown = tuple[int, int]


class Finder:
    """Reads one article; what it found and what it does not know stand in `found` and `unknown`, in text order."""

    def __init__(self, scene: Scene, names: Names, blocked: Sequence[tuple[int, int]]) -> None:
        self.scene = scene
        self.names = names
        self.text = scene.text
        self.blocked = blocked
        self._starts = [start for start, _ in blocked]
        self.found: list[Found] = []
        self.unknown: list[Unknown] = []

    def run(self) -> None:
        """Read the article."""
        folded, lower = self.text.folded, self.text.lower
        taken = 0
        for sentence in self.scene.sentences:
            left, right = max(sentence.start, taken), sentence.end
            marks = [match.start() for match in _CAPITAL.finditer(folded, left, right)]
            numbered = [match.start() for match in self.names.numbered_unit.finditer(lower, left, right)]
            for at in sorted({*marks, *numbered}) if numbered else marks:
                if at < taken or self._is_blocked(at):
                    continue
                found = self._read(at, max(sentence.start, taken), right, first=at == sentence.start)
                if found is None:
                    end = word_end(folded, at, right)
                    if folded[at].isupper() and (self.names.organizations.has_head(lower, at, right) or end) <= end:
                        self.unknown.append((at, end))
                    continue
                taken = found.end
                if found.kind:
                    self.found.append(found)

    def _is_blocked(self, at: int) -> bool:
        number = bisect_right(self._starts, at) - 1
        return number >= 0 and at < self.blocked[number][1]

    def _read(self, at: int, left: int, right: int, *, first: bool) -> Found | None:
        """What the capital at *at* names; a Found without a kind where it is part of what is no record."""
        names, text, lower = self.names, self.text, self.text.lower
        capital = text.folded[at].isupper()
        if not capital:
            end = names.places.with_unit(text, at, right)
            return None if end is None else Found(at, end, LOCATION, "entity.place-unit")
        small = self._small_name(at, left, right)
        if small is not None:
            return small
        unit = names.places.unit_before(lower, at, left)
        title = names.people.titles.before(lower, at, left)
        if unit is not None and (title is None or title[0] >= unit):  # Trưởng thôn | Chíu A Sồi
            end = names.places.with_unit(text, unit, right)
            if end is not None and end > at:
                return Found(at if names.places.is_plural(lower, unit, left) else unit, end, LOCATION, "entity.place-unit")
        person = self._person(at, left, right)
        if person is not None and person.rule == "entity.person-cue":
            return person
        if names.people.not_persons.before(lower, at, left) is not None and names.places.feature_before(lower, at, left) is None:
            ends = names.people.run(text, at, right)
            if person is not None:
                return Found(at, ends[-1], "", "")
        press = names.press.at(lower, at, right)
        if press is not None and (press[1] != "cue" or _PRESS_CUE.search(lower, max(left, at - _LONGEST_WORD), at)):
            return Found(at, press[0], ORGANIZATION, "entity.organization-press")
        reading = names.organizations.read(text, at, right)
        place = names.places.find(text, at, right)
        known = max(reading.end if reading else at, place[0] if place else at)
        if known > at and self._is_event(known, right):
            return Found(at, self._run_end(at, right), "", "")
        if reading is not None and (place is None or place[0] < reading.end) and self._is_body(reading, at, left, first=first):
            return Found(at, reading.end, ORGANIZATION, "entity.organization-" + reading.kind)
        feature = names.places.feature_before(lower, at, left)
        if feature is not None:
            fixed = names.places.after_feature(lower, at, right)
            end = (
                fixed
                if fixed is not None
                else place[0]
                if place is not None
                else person.end
                if person is not None
                else self._run_end(at, right)
            )
            return Found(feature, end, LOCATION, "entity.place-feature")
        if place is not None and self._is_place(at, place, person, left, first=first):
            return Found(at, place[0], LOCATION, "entity.place-name")
        return person

    def _is_event(self, end: int, right: int) -> bool:
        """Whether a word of contests follows the name: AFF | Cup, Asiad."""
        at = end + 1
        if at >= right or self.text.folded[end] != " " or not self.text.folded[at].isupper():
            return False
        return self.text.lower[at : word_end(self.text.folded, at, right)] in self.names.foreign_nouns

    def _run_end(self, at: int, right: int) -> int:
        return capital_run(self.text.folded, at, right, 4)[-1]

    def _small_name(self, at: int, left: int, right: int) -> Found | None:
        """A name that begins with small words before this capital: trường THPT Chuyên …, châu Âu."""
        folded, lower, bodies = self.text.folded, self.text.lower, self.names.organizations
        starts = []
        stop = at
        for _ in range(_LEFT_WORDS):
            if stop - 1 <= left or folded[stop - 1] != " ":
                break
            space = folded.rfind(" ", max(left - 1, stop - 2 - _LONGEST_WORD), stop - 1)
            start = max(space + 1, left) if space >= 0 or stop - 2 - _LONGEST_WORD <= left else -1
            if start < 0 or not folded[start].islower():
                break
            if not folded[stop - 2].isalnum():
                break
            starts.append(start)
            stop = start
        for start in reversed(starts):
            place = self.names.places.small(lower, start, at, right)
            if place is not None:
                return Found(start, place, LOCATION, "entity.place-name")
            if not bodies.is_small_head(lower, start, at, left):
                continue
            reading = bodies.read(self.text, start, right)
            if reading is not None and reading.end > at and reading.closed and self._names_itself(reading):
                return Found(start, reading.end, ORGANIZATION, "entity.organization-" + reading.kind)
        return None

    def _names_itself(self, reading: Reading) -> bool:
        rest = self.text.folded[reading.head_end : reading.end]
        return rest != rest.lower()

    def _is_body(self, reading: Reading, at: int, left: int, *, first: bool) -> bool:
        """Whether what was read is the name of one body: `Công an tỉnh Sơn La`, not `Công an`, not `Ban tổ chức`."""
        if reading.kind in {"organ", "branch", "task", "field", "proper"} and not reading.closed:
            return False
        if reading.kind == "proper":
            return self._names_itself(reading)
        if reading.kind == "whole" and self.names.places.is_plural(self.text.lower, at, left):
            return False  # hai Đảng, hai Nhà nước
        if reading.kind in {"whole", "local"} or self.names.organizations.always_named(self.text.lower, at, reading.end):
            return True
        printed = self.text.folded[at + 1 : reading.end]
        return printed != printed.lower() or (not first and reading.kind in {"field", "branch"})

    def _person(self, at: int, left: int, right: int) -> Found | None:
        """A person: by a cue before the name, or by the surname."""
        people, text = self.names.people, self.text
        lower = text.lower
        if is_shouted(text.folded, at, right) and self.scene.sentence(at).section != "byline":
            return None
        ends = people.run(text, at, right)
        if not ends:
            return None
        if people.titles.at(lower, at, right) is not None or (self.names.organizations.has_head(lower, at, right) or at) > ends[0]:
            return None
        cue = people.honorifics.before(lower, at, left) or people.personal.before(lower, at, left)
        title = people.titles.before(lower, at, left)
        if title is not None and (people.titles.at(lower, title[0], right) or title)[0] > at:
            return None  # Bộ trưởng | Quốc phòng
        noun = title or people.nouns.before(lower, at, left)
        end = people.at(text, at, right)
        if cue is not None or noun is not None:
            known = self.names.places.find(text, at, right)
            if known is not None and known[0] >= ends[-1] and (cue is None or known[1] != "country" or len(ends) > 1):
                return None
            reading = self.names.organizations.read(text, at, right)
            if reading is not None and reading.end >= ends[-1] and text.lower[at : ends[0]] not in people.surnames:
                return None
            if text.folded[at : ends[0]].isupper() and ends[0] - at > 1 and len(ends) == 1:
                return None
            if text.lower[at : ends[0]] in self.names.openings and len(ends) == 1 and cue is None:
                return None
            return Found(at, self._name_end(ends, right) if end is None or end == ends[-1] else end, PERSON, "entity.person-cue")
        if end is None:
            return None
        if not people.is_marked(text, at, end) or _ADDRESS.search(lower, max(left, at - _LONGEST_WORD), at):
            return None
        inner = ends[0] + 1
        if lower[at : ends[0]] not in people.surnames and inner < end and self.names.places.bare(text, inner, right) == end:
            return None  # Trà | Thái Nguyên
        return Found(at, self._name_end(ends, right) if end == ends[-1] else end, PERSON, "entity.person-surname")

    def _name_end(self, ends: tuple[int, ...], right: int) -> int:
        """End of a name without the first word of a sentence that a page ran into it: Trần Anh Tú | Vì sao."""
        last = self.text.lower[ends[-2] + 1 : ends[-1]] if len(ends) > 1 else ""
        small = ends[-1] + 1 < right and self.text.folded[ends[-1]] == " " and self.text.folded[ends[-1] + 1].islower()
        return ends[-2] if len(ends) > 2 and small and last in self.names.openings and last not in self.names.people.given else ends[-1]

    def _is_place(self, at: int, place: tuple[int, str], person: Found | None, left: int, *, first: bool) -> bool:
        """Whether a name of the gazetteer stands for the place here."""
        end, group = place
        lower = self.text.lower
        if self.names.places.not_place_before(lower, at, left) or self._is_pair(at, end, group):
            return False
        if group in {"district", "region"} and (is_credit(lower, at) or self.scene.sentence(at).section == "byline"):
            return False
        ends = self.names.people.run(self.text, at, self.scene.limit(at))
        alone = not ends or ends[-1] <= end
        if person is not None and person.end > end and group == "district":
            return False
        single = " " not in self.text.folded[at:end] and "-" not in self.text.folded[at:end]
        if single and group in {"country", "city_abroad"}:
            if first and lower[at:end] in self.names.openings:
                return False
            if not alone and self.text.folded[end : end + 1] == " ":
                return self.names.places.find(self.text, end + 1, self.scene.limit(at)) is not None
        if group == "district":
            words = lower[at:end].split()
            people = self.names.people
            if words[-1] in people.given and all(word in people.given or word in people.all_surnames for word in words):
                return self.names.place_cues.before(lower, at, left) is not None or self._beside_place(at)
        return True

    def _is_pair(self, at: int, end: int, group: str) -> bool:
        """Whether a dash makes the country an adjective: quan hệ Việt-Pháp."""
        folded = self.text.folded
        return group == "country" and (
            (at > 1 and folded[at - 1] == "-") or (folded.startswith("-", end) and folded[end + 1 : end + 2].isupper())
        )

    def _beside_place(self, at: int) -> bool:
        """Whether the last name found is a place and stands just before, in a list."""
        if not self.found or self.found[-1].kind != LOCATION:
            return False
        between = self.text.lower[self.found[-1].end : at]
        return between in {", ", " và ", " - ", "-", " "}
