"""Where the title of a document ends in its sentence.

về X | đã …                     a finite verb, a link to what follows
DOCUMENT về X | có ý nghĩa …    a predicate of the document, where it is the subject
về X | và Nghị quyết số …       a second document
Thực hiện DOCUMENT về X | , xã … a comma behind which a new clause begins
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from trichluc.entities.phrases import Phrases
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Boundaries", "Sought", "Stop"]

_CLAUSE_WORDS, _SHORT_SUBJECT, _LONGEST_LEAD, _FARTHEST_LEAD, _FARTHEST_OPENING, _LONGEST_SPEECH, _FARTHEST_START = 5, 3, 9, 120, 60, 20, 60
_TENSES = frozenset({"đã", "đang", "sẽ", "vừa"})
# A boundary that needs no list of words; ` và ` is one before a second document
_OTHER = Pattern(
    r"(?P<joint> và )| ?\((?=(?:gọi tắt|sau đây|dưới đây|kèm theo|đoàn |(?:đã )?(?:được )?(?:sửa đổi|thay thế)|có hiệu lực))"
    r"| do (?=[^,.;]{3,60} ban hành(?!\w))| (?:đã |vừa )?được (?=[^,.;]{3,60} (?:ban hành|ký|thông qua)(?!\w))|;|\n"
)
_NUMBERED = Pattern(r"(?: số)?:? ?\d")
_NAMED = Pattern(r" (?:hội nghị|trung ương|tw|đại hội)(?!\w)")
_PASSIVE = Pattern(r" do (?=[^,.;]{3,60} ban hành(?!\w))")
_STATES = Pattern(r" nêu \d")
# A document within the title has a date of its own: việc thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị
_DATED = Pattern(r", ?ngày \d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4},? của ")
_LAW = Pattern(r", ?(?:bộ luật|luật|pháp lệnh|hiến pháp) (?!sư)")
# A name before the comma: what follows may be the next of a list (các tỉnh Hà Nam, Nam Định)
_NAME = Pattern(r"\w+ ?$", cased=True)
_CAPITAL = Pattern(r"(?<!\w)(?=[^\W\d_])", cased=True)
# What may stand before the first word of a sentence: a dash, who reports it (TTXVN - )
_MARKS = Pattern(r"[\W_]{0,4}")
_SOURCE = Pattern(r"[a-z]{2,6} ?- ?")
_FIRST_WORD = Pattern(r"[^\W_]+")
# khoản 5 Điều 1 | Luật số 23/2018/QH14 sửa đổi …
_PROVISIONS = Pattern(r"(?<!\w)(?:(?:điểm|khoản|điều|mục|chương|phần) [\da-zđ]{1,4},? (?:của )?){1,4}$")
_CLAUSE_START = Pattern(
    r"(?:^|[,;:(\"'.]|(?<!\w)(?:rằng|biết|thì|việc|mà|vì|do đó|tuy nhiên|khi|nếu|nhưng|và|theo đó|bên cạnh đó)) ?(?:các |cả |những )?$"
)


class Stop(NamedTuple):
    """A boundary within running text, and the word of it, where it is one."""

    start: int
    word: str = ""


class Sought:
    """Phrases sought in running text, word after word.

    >>> Sought(["đã", "có hiệu lực"]).first("về việc tang có lẽ đã họp", 0, 25)
    Stop(start=18, word='đã')
    """

    def __init__(self, words: Iterable[str], but: Iterable[str] = ()) -> None:
        self.phrases = Phrases.of(words)
        self._but = Phrases.of(but)
        self._first = frozenset(_FIRST_WORD.match(word, 0, len(word))[0] for word in words)  # type: ignore[index]  # each begins with a letter

    def first(self, lower: str, start: int, limit: int) -> Stop | None:
        """The first phrase behind a space."""
        space = lower.find(" ", start, limit)
        if space < 0:
            return None
        firsts, at = self._first, self.phrases.at
        for word in lower[space + 1 : limit].split(" "):
            if word in firsts or not word.isalpha():
                found = at(lower, space + 1, limit)
                if found is not None and self._but.at(lower, space + 1, limit) is None:
                    return Stop(space, found[1])
            space += len(word) + 1
        return None


class Boundaries:
    """The boundaries of subjects, over the room's lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def _phrases(self, *groups: str) -> Phrases[str]:
        return Phrases.of(self._lexicon.words(*groups))

    @cached_property
    def _stops(self) -> Sought:
        return Sought(self._lexicon.words("subject_stop"), self._lexicon.words("subject_merit"))

    @cached_property
    def _own(self) -> Sought:
        """Predicates of the document itself, where it is the subject of its sentence."""
        return Sought(self._lexicon.words("subject_own"))

    @cached_property
    def _nouns(self) -> Phrases[str]:
        return self._phrases("noun", "noun_neutral")

    @cached_property
    def _parallel(self) -> Phrases[str]:
        return self._phrases("parallel")

    @cached_property
    def _clauses(self) -> Phrases[str]:
        return self._phrases("subject_clause")

    @cached_property
    def _openings(self) -> Phrases[str]:
        return self._phrases("sentence_opening")

    @cached_property
    def _leads(self) -> Phrases[str]:
        return self._phrases("sentence_lead")

    @cached_property
    def _speech(self) -> Phrases[str]:
        return self._phrases("speech")

    @cached_property
    def _actors(self) -> Phrases[str]:
        return self._phrases("subject_actor")

    @cached_property
    def _heads(self) -> Phrases[str]:
        """Bodies named in capitals behind a comma are subjects of the sentence's own verb: `…, Sở Nội vụ tham mưu …`."""
        return self._phrases("issuer_head")

    @cached_property
    def _finite(self) -> Sought:
        return Sought(self._lexicon.words("subject_finite"), self._lexicon.words("subject_merit"))

    @cached_property
    def _units(self) -> Phrases[str]:
        return self._phrases("place_unit")

    def is_subject(self, scene: Scene, document: int) -> bool:
        """Whether the document begins its clause, and so is the subject of the verb."""
        first = max(scene.sentence(document).start, document - _FARTHEST_START)
        provisions = _PROVISIONS.search(scene.lower, first, document)
        if provisions is not None:
            document = provisions.start()
        return _CLAUSE_START.search(scene.lower, first, document) is not None

    def has_predicate(self, lower: str, at: int, limit: int) -> bool:
        """Whether a predicate stands behind a title that ends at *at*."""
        if lower[at : at + 1] != " ":
            return False
        return self._stops.phrases.at(lower, at + 1, limit) is not None or _PASSIVE.match(lower, at, limit) is not None

    def end(self, scene: Scene, document: int, start: int, limit: int) -> int:
        """Where the running text of a title ends that goes on from *start*, of the document that begins at *document*."""
        lower = scene.lower
        stop = self._stops.first(lower, start, limit)
        end = stop.start if stop is not None else limit
        other = self._other(lower, start, end)
        if other is not None:
            stop, end = None, other
        # In `Sau khi có Chỉ thị … về việc cưới, việc tang, xã đã họp` the verb is of what stands behind the last comma.
        subject = self.is_subject(scene, document)
        verb = not subject and stop is not None and stop.word in _TENSES
        if subject:
            own, states = self._own.first(lower, start, end), _STATES.search(lower, start, end)
            end = min(own.start if own is not None else end, states.start() if states is not None else end)
        return self._clause_end(scene, document, start, end, verb=verb)

    def _other(self, lower: str, start: int, limit: int) -> int | None:
        for match in _OTHER.compiled.finditer(lower, start, limit):
            if not match["joint"]:
                return match.start()
            noun = self._nouns.at(lower, match.end(), limit)
            if noun is not None and (_NUMBERED.match(lower, noun[0], limit) or _NAMED.match(lower, noun[0], limit)):
                return match.start()
            if self._parallel.at(lower, match.end(), limit) is not None:
                return match.start()
        return None

    def _opening(self, lower: str, first: int, document: int) -> bool:
        """{opening} … DOCUMENT: what opens a sentence whose main clause stands behind a comma."""
        marks = _MARKS.match(lower, first, document)
        at = marks.end() if marks is not None else first
        found = self._openings.at(lower, at, document)
        if found is None:
            source = _SOURCE.match(lower, at, document)
            found = self._openings.at(lower, source.end(), document) if source is not None else None
        if found is None or document - found[0] > _FARTHEST_OPENING:
            return False
        return not any(sign in lower[found[0] : document] for sign in ",;:")

    def _opens(self, scene: Scene, document: int) -> bool:
        """Whether the document stands in what opens its sentence, or a clause behind a time or who says it."""
        lower, first = scene.lower, scene.sentence(document).start
        semicolon = lower.rfind("; ", max(first, document - _FARTHEST_LEAD), document)
        first = semicolon + 2 if semicolon >= 0 else first
        if self._opening(lower, first, document):
            return True
        comma = max(lower.rfind(", ", first, document), lower.rfind(": ", first, document))
        if comma < 0 or not self._opening(lower, comma + 2, document):
            return False
        marks = _MARKS.match(lower, first, comma)
        lead = self._leads.at(lower, marks.end() if marks is not None else first, comma)
        if lead is not None and comma - first < _FARTHEST_LEAD and lower.count(" ", first, comma) <= _LONGEST_LEAD:
            return True
        return self._speech.ending(lower, comma, max(first, comma - _LONGEST_SPEECH)) is not None

    def _placed(self, scene: Scene, begin: int, end: int) -> bool:
        """An address behind a comma: `với Cảng Nghi Sơn, huyện Tĩnh Gia`."""
        unit = self._units.at(scene.lower, begin, end)
        if unit is None or scene.lower.count(" ", begin, end) > _SHORT_SUBJECT:
            return False
        return scene.folded[unit[0] + 1 : unit[0] + 2].isupper()

    def _listed(self, scene: Scene, start: int, comma: int, following: int) -> bool:
        """A body named behind another in a list: `tham gia Ban Chấp hành, Ban Thường vụ, giữ chức …`."""
        if following < 0 or scene.lower.count(" ", comma + 2, following) > _SHORT_SUBJECT:
            return False
        words = _CAPITAL.compiled.finditer(scene.folded, max(start, comma - 24), comma)
        return any(scene.folded[word.start()].isupper() and self._heads.at(scene.lower, word.start(), comma) for word in words)

    def _begins_clause(self, lower: str, comma: int, begin: int, start: int, limit: int) -> bool:
        """Whether the words behind a comma open a clause, or name a further document."""
        if self._clauses.at(lower, begin, limit) is not None:
            return not _DATED.match(lower, comma, limit)
        noun = self._nouns.at(lower, begin, limit)
        if noun is not None and _NUMBERED.match(lower, noun[0], limit):
            return True
        return _LAW.match(lower, comma, limit) is not None and " luật " not in lower[start:comma]

    def _clause_end(self, scene: Scene, document: int, start: int, limit: int, *, verb: bool) -> int:
        """The first comma behind which the sentence goes on with a clause of its own; *verb*: one stands at *limit*."""
        lower, folded = scene.lower, scene.folded
        last = at = lower.find(",", start, limit)
        if at < 0:
            return limit
        opens = self._opens(scene, document)
        while at >= 0:
            last, following = at, lower.find(",", at + 1, limit)
            begin, end = at + 2 if lower[at + 1 : at + 2] == " " else at + 1, following if following >= 0 else limit
            if self._begins_clause(lower, at, begin, start, limit) or self._has_verb(lower, begin, end):
                return at
            if folded[begin : begin + 1].isupper() and (
                (self._heads.at(lower, begin, limit) and not self._listed(scene, start, at, following))
                or (opens and not _is_name(folded, start, at) and (following < 0 or not _is_common(folded, begin, end)))
            ):
                return at
            if opens and self._actors.at(lower, begin, limit) and not self._placed(scene, begin, end):
                return at
            if verb and following < 0 and (opens or lower.count(" ", begin, limit) < _SHORT_SUBJECT):
                return at
            at = following
        if opens and limit == scene.sentence(document).end and lower.count(" ", last, limit) >= _CLAUSE_WORDS:
            return last
        return limit

    def _has_verb(self, lower: str, begin: int, end: int) -> bool:
        return self._finite.phrases.at(lower, begin, end) is not None or self._finite.first(lower, begin, end) is not None


def _is_common(folded: str, begin: int, end: int) -> bool:
    """A common noun with a capital, the next of a list where another comma follows: `Kế hoạch phát triển …, Dự toán ngân sách …, UBND tỉnh …`."""
    space = folded.find(" ", begin, end)
    return space >= 0 and folded[space + 1 : space + 2].islower()


def _is_name(folded: str, start: int, end: int) -> bool:
    word = _NAME.search(folded, start, end)
    return word is not None and word[0] != word[0].lower()
