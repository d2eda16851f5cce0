"""The subject of a document (trích yếu): where it begins, and the hard part, where it ends.

    về … | về việc … | v/v … | “Về …” | {title verb} …      until the clause ends

It ends at the sentence's end, `;`, a closing quote, a finite verb of the sentence (`đã`, `nêu rõ`), before a comma behind which a new
clause begins, and before a second document.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from trichluc.entities.phrases import Phrases
from trichluc.families.citation.boundaries import Boundaries
from trichluc.rule import Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Subjects"]

_LONGEST = 600
_DATE_AND_ISSUER = 2
_ABOUT = Pattern(r"(?:,|:| -)? ?(?P<subject>\(?(?:về(?: việc)?|v/v):? )(?!đích\b|nhà\b|tới\b)")
_QUOTED = Pattern(r"(?:,|:)? ?(?P<open>[\"']) ?(?=về |v/v |[^\W\d_])")
_CLOSING = Pattern(r"[^\"]{1,500}?\"")
_OPENING_QUOTE = Pattern(r"(?:về|về việc|v/v)(?: [^\s\",;.]+){0,6} \"")
_WHOLE_QUOTE = Pattern(r"(?:về|về việc|v/v) \"")
# What may go on behind a closing quote: giai đoạn 2016 - 2020, đến năm 2030, trong …
_BEHIND_QUOTE = Pattern(r" (?:giai đoạn|đến năm|trong|trên|gắn với|tại|năm|cho|và|đối với|lần thứ) ?")
# What shows quy định or hướng dẫn to be the predicate: hướng dẫn cụ thể, ban hành từ
_AFTER = Pattern(r" (?:rõ|cụ thể|như|số|từ|ngày|vào|ra|trước|tại|bởi|theo)(?!\w)")


class _Title(NamedTuple):
    """The first word of a title without `về`, behind a comma or not, and whether the words behind it make it a title or a predicate."""

    verb: str
    start: int
    end: int
    comma: bool
    titled: bool
    told: bool


class Subjects:
    """The grammar of subjects, over the room's lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def _verbs(self) -> Phrases[str]:
        return Phrases.of(self._lexicon.words("title_verb"))

    @cached_property
    def _nouns(self) -> Phrases[str]:
        return Phrases.of(self._lexicon.words("title_noun"))

    @cached_property
    def _topics(self) -> Phrases[str]:
        return Phrases.of(self._lexicon.words("title_topic"))

    @cached_property
    def _acts(self) -> frozenset[str]:
        return self._lexicon.words("title_verb_act")

    @cached_property
    def _boundaries(self) -> Boundaries:
        return Boundaries(self._lexicon)

    def _title(self, lower: str, at: int, limit: int) -> _Title | None:
        comma = lower.startswith(",", at, limit)
        begin = at + comma
        begin += lower.startswith(" ", begin, limit)
        verb = self._verbs.at(lower, begin, limit)
        if verb is None or lower[verb[0] : verb[0] + 1] not in (" ", ","):
            return None
        end, word = verb
        titled = self._nouns.at(lower, end + 1, limit) is not None if lower[end] == " " else False
        return _Title(word, begin, end, comma, titled, not titled and _AFTER.match(lower, end, limit) is not None)

    def find(self, scene: Scene, start: int, at: int, limit: int, *, told: int = 0) -> tuple[int, int] | None:
        """The folded span of the subject that begins at *at*, behind the document that starts at *start*; None where none begins.

        *told*: how many of date and issuer stand between. Behind both (`Quyết định số … ngày … của … phê duyệt …`) a verb is the title's;
        behind neither, a comma may make it what the body does next (`ban hành Kế hoạch số …, giao công an lập hồ sơ`).
        """
        lower = scene.lower
        limit = min(limit, at + _LONGEST)
        about = _ABOUT.match(lower, at, limit)
        if about is not None:
            closed = lower.find(")", about.end(), limit) if about["subject"].startswith("(") else -1
            if closed >= 0:
                return about.start("subject") + 1, closed
            return self._span(scene, start, about.start("subject"), limit)
        quoted = _QUOTED.match(lower, at, limit)
        if quoted is not None:
            return self._in_quotes(scene, quoted, limit)
        title = self._title(lower, at, limit)
        if title is None or (title.comma and not told and title.verb in self._acts):
            return None
        span = self._span(scene, start, title.start, limit)
        if span is None or span[1] <= title.end or self._is_predicate(scene, start, title, span[1], limit, told=told):
            return None
        return span

    def _span(self, scene: Scene, document: int, start: int, limit: int) -> tuple[int, int] | None:
        end = self._end(scene, document, start, limit)
        while end > start and scene.lower[end - 1] in " .,:;!?…-/":
            end -= 1
        if scene.lower[end - 1] == '"' and scene.lower.count('"', start, end) % 2:
            end -= 1  # the quotation that holds the document closes with its subject
        return (start, end) if " " in scene.lower[start:end] else None

    def _in_quotes(self, scene: Scene, quoted: regex.Match[str], limit: int) -> tuple[int, int] | None:
        """A title in quotes: `“Về tăng cường …”`."""
        closing = scene.lower.find(quoted["open"], quoted.end() + 1, limit)
        if closing < 0:
            return None
        title = self._title(scene.lower, quoted.end(), limit)
        if title is None and self._topics.at(scene.lower, quoted.end(), limit) is None:
            return None
        return quoted.end(), closing

    def _end(self, scene: Scene, document: int, start: int, limit: int) -> int:
        lower = scene.lower
        at = start
        opened = _OPENING_QUOTE.match(lower, start, limit)
        if opened is not None and (closing := _CLOSING.match(lower, opened.end(), limit)) is not None:
            at = closing.end()
            if _WHOLE_QUOTE.match(lower, start, limit) and not _BEHIND_QUOTE.match(lower, at, limit):
                return at
        return self._boundaries.end(scene, document, max(at, start + 3), limit)

    def _is_predicate(self, scene: Scene, start: int, title: _Title, end: int, limit: int, *, told: int) -> bool:
        """`Bộ luật Dân sự 2015 quy định rõ …`: the verb is the sentence's own where the document is its subject.

        It is a title's nevertheless where the sentence has another predicate behind it (`… quy định xử phạt … bắt đầu có hiệu lực`).
        """
        if title.told:
            return True
        formal = told == _DATE_AND_ISSUER
        subject = self._boundaries.is_subject(scene, start)
        if title.verb == "quy định" and not title.titled:
            return subject or not formal
        if formal or not subject or (told and _heads_line(scene.lower, end, limit)):
            return False
        return not self._boundaries.has_predicate(scene.lower, end, limit)


def _heads_line(lower: str, end: int, limit: int) -> bool:
    """Whether the words that end at *end* close a line without a full stop, as headings do, which speak in titles and not in sentences."""
    return end == limit and lower[end - 1] not in ".!?" and lower[end : end + 1] in ("", "\n")
