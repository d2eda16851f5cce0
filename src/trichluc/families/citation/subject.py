"""The subject of a document (trích yếu): where it begins, and the hard part, where it ends.

    về … | về việc … | v/v … | “Về …” | {title verb} …      until the clause ends

It ends at the sentence's end, `;`, a closing quote, a finite verb of the sentence (`đã`, `nêu rõ`), before a comma behind which a new
clause begins, and before a second document.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from trichluc.rule import Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.scene import Scene

__all__ = ["Subjects"]

_LONGEST = 600
_CLAUSE_WORDS = 5
_SHORT_SUBJECT = 3
_LONGEST_LEAD = 9
_DATE_AND_ISSUER = 2
_TENSES = frozenset({"đã", "đang", "sẽ", "vừa"})
_ABOUT = Pattern(r"(?:,|:| -)? ?(?P<subject>\(?(?:về(?: việc)?|v/v):? )(?!đích\b|nhà\b|tới\b)")
_QUOTED = Pattern(r"(?:,|:)? ?(?P<open>[\"']) ?(?=về |v/v |[^\W\d_])")
_CLOSING = Pattern(r"[^\"]{1,500}?\"")
_OPENING_QUOTE = Pattern(r"(?:về|về việc|v/v)(?: [^\s\",;.]+){0,6} \"")
# A document within the title has a date of its own: việc thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị
_DATED = Pattern(r", ?ngày \d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4},? của ")
_LAW = Pattern(r", ?(?:bộ luật|luật|pháp lệnh|hiến pháp) (?!sư)")
# A name before the comma: what follows may be the next of a list (các tỉnh Hà Nam, Nam Định)
_NAME = Pattern(r"\p{Lu}\w* ?$", cased=True)
_CAPITAL = Pattern(r"(?<!\w)(?=[^\W\d_])", cased=True)
_WHOLE_QUOTE = Pattern(r"(?:về|về việc|v/v) \"")
# What may go on behind a closing quote: giai đoạn 2016 - 2020, đến năm 2030, trong …
_BEHIND_QUOTE = Pattern(r" (?:giai đoạn|đến năm|trong|trên|gắn với|tại|năm|cho|và|đối với|lần thứ) ?")
_CLAUSE_START = Pattern(
    r"(?:^|[,;:(\"'.]|(?<!\w)(?:rằng|biết|thì|việc|mà|vì|do đó|tuy nhiên|khi|nếu|nhưng|và|theo đó|bên cạnh đó)) ?(?:các |cả |những )?$"
)


class Subjects:
    """The grammar of subjects, over the room's lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def _title(self) -> Pattern:
        return Pattern(
            r"(?: ?|(?P<comma>, ?))(?P<subject>(?:\L<verbs>))(?: (?:(?P<noun>\L<nouns>)(?!\w)|(?P<after>(?:rõ|cụ thể|như|số|từ|ngày|vào|ra|trước|tại|bởi|theo)(?!\w)))?|,)",
            verbs=self._lexicon.words("title_verb"), nouns=self._lexicon.words("title_noun"),
        )  # fmt: skip

    @cached_property
    def _acts(self) -> frozenset[str]:
        return self._lexicon.words("title_verb_act")

    @cached_property
    def _stop(self) -> Pattern:
        """A boundary within the running text of a subject."""
        return Pattern(
            r"(?P<verb> \L<stops>(?!\w))|( và (?:(?:\L<nouns>)(?: số)?:? ?\d|(?:\L<nouns>) (?:hội nghị|trung ương|tw|đại hội)(?!\w)|\L<parallel>)| ?\((?=(?:gọi tắt|sau đây|dưới đây|kèm theo|đoàn |(?:đã )?(?:được )?(?:sửa đổi|thay thế)|có hiệu lực))| do (?=[^,.;]{3,60} ban hành(?!\w))| (?:đã |vừa )?được (?=[^,.;]{3,60} (?:ban hành|ký|thông qua)(?!\w))|;|\n)",
            stops=self._lexicon.words("subject_stop"), nouns=self._lexicon.words("noun", "noun_neutral"), parallel=self._lexicon.words("parallel"),
        )  # fmt: skip

    @cached_property
    def _end_of_title(self) -> Pattern:
        """A predicate behind a title."""
        return Pattern(r" (?:(?:\L<stops>)(?!\w)|do (?=[^,.;]{3,60} ban hành(?!\w)))", stops=self._lexicon.words("subject_stop"))

    @cached_property
    def _clause(self) -> Pattern:
        """What begins a new clause behind a comma."""
        return Pattern(
            r", ?(?:\L<clauses>(?!\w)|(?:\L<nouns>)(?: số)?:? ?\d)",
            clauses=self._lexicon.words("subject_clause"), nouns=self._lexicon.words("noun"),
        )  # fmt: skip

    @cached_property
    def _opening(self) -> Pattern:
        """{opening} … DOCUMENT: what opens a sentence whose main clause stands behind a comma."""
        return Pattern(
            r"[\W_]{0,4}(?:[a-z]{2,6} ?- ?)?(?:\L<openings>)(?!\w)[^,;:]{0,60}$", openings=self._lexicon.words("sentence_opening")
        )

    @cached_property
    def _lead(self) -> Pattern:
        """What may stand before an opening: a time, a link to the sentence before."""
        return Pattern(r"[\W_]{0,4}(?:\L<words>)(?!\w)", words=self._lexicon.words("sentence_lead"))

    @cached_property
    def _said(self) -> Pattern:
        return Pattern(r"(?<!\w)(?:\L<words>)$", words=self._lexicon.words("speech"))

    @cached_property
    def _own(self) -> Pattern:
        """A predicate of the document itself, where it is the subject of its sentence."""
        return Pattern(r" (?:(?:\L<words>)(?!\w)|nêu \d)", words=self._lexicon.words("subject_own"))

    @cached_property
    def _actor(self) -> Pattern:
        return Pattern(r", ?(?:\L<actors>)(?!\w)", actors=self._lexicon.words("subject_actor"))

    @cached_property
    def _body(self) -> Pattern:
        """A body named in capitals behind a comma is the subject of the sentence's own verb: `…, Sở Nội vụ tham mưu …`."""
        return Pattern(r"(?:\L<heads>)(?!\w)", heads=self._lexicon.words("issuer_head"))

    @cached_property
    def _finite(self) -> Pattern:
        return Pattern(r"(?<!\w)(?:\L<finite>)(?!\w)", finite=self._lexicon.words("subject_finite"))

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
        title = self._title.match(lower, at, limit)
        if (
            title is None
            or (title["comma"] and not told and title["subject"] in self._acts)
            or lower[title.end("subject") : title.end("subject") + 1] not in (" ", ",")
        ):
            return None
        span = self._span(scene, start, title.start("subject"), limit)
        if (
            span is None
            or span[1] <= title.end("subject")
            or self._is_predicate(scene, start, title, span[1], limit, formal=told == _DATE_AND_ISSUER)
        ):
            return None
        return span

    def _span(self, scene: Scene, document: int, start: int, limit: int) -> tuple[int, int] | None:
        end = self._end(scene, document, start, limit)
        while end > start and scene.lower[end - 1] in " .,:;!?…-":
            end -= 1
        if scene.lower[end - 1] == '"' and scene.lower.count('"', start, end) % 2:
            end -= 1  # the quotation that holds the document closes with its subject
        return (start, end) if " " in scene.lower[start:end] else None

    def _in_quotes(self, scene: Scene, quoted: regex.Match[str], limit: int) -> tuple[int, int] | None:
        """A title in quotes: `“Về tăng cường …”`."""
        closing = scene.lower.find(quoted["open"], quoted.end() + 1, limit)
        if closing < 0:
            return None
        title = self._title.match(scene.lower, quoted.end(), limit)
        if title is None and not scene.lower.startswith(("về ", "v/v "), quoted.end()):
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
        stop = self._stop.search(lower, max(at, start + 3), limit)
        end = stop.start() if stop is not None else limit
        # In `Sau khi có Chỉ thị … về việc cưới, việc tang, xã đã họp` the verb is of what stands behind the last comma.
        subject = self._is_subject(scene, document)
        verb = not subject and stop is not None and (stop["verb"] or "").strip() in _TENSES
        if subject and (own := self._own.search(lower, max(at, start + 3), end)) is not None:
            end = own.start()
        return self._clause_end(scene, document, at, end, verb=verb)

    def _is_subject(self, scene: Scene, document: int) -> bool:
        """Whether the document begins its clause, and so is the subject of the verb."""
        first = max(scene.sentence(document).start, document - 40)
        return _CLAUSE_START.search(scene.lower, first, document) is not None

    def _opens(self, scene: Scene, document: int) -> bool:
        """Whether the document stands in what opens its sentence, or a clause behind a time or who says it."""
        lower, first = scene.lower, scene.sentence(document).start
        if self._opening.match(lower, first, document) is not None:
            return True
        comma = max(lower.rfind(", ", first, document), lower.rfind(": ", first, document))
        if comma < 0 or self._opening.match(lower, comma + 2, document) is None:
            return False
        lead = self._lead.match(lower, first, comma)
        return (lead is not None and lower.count(" ", first, comma) <= _LONGEST_LEAD) or self._said.search(
            lower, max(first, comma - 20), comma
        ) is not None

    def _placed(self, scene: Scene, begin: int, end: int) -> bool:
        """An address behind a comma: `với Cảng Nghi Sơn, huyện Tĩnh Gia`."""
        unit = self._units.match(scene.lower, begin, end)
        return (
            unit is not None
            and scene.folded[unit.end() : unit.end() + 1].isupper()
            and scene.lower.count(" ", begin, end) <= _SHORT_SUBJECT
        )

    @cached_property
    def _units(self) -> Pattern:
        return Pattern(r"(?:\L<words>) ", words=self._lexicon.words("place_unit"))

    def _listed(self, scene: Scene, start: int, comma: int, following: int) -> bool:
        """A body named behind another in a list: `tham gia Ban Chấp hành, Ban Thường vụ, giữ chức …`."""
        if following < 0 or scene.lower.count(" ", comma + 2, following) > _SHORT_SUBJECT:
            return False
        before = max(start, comma - 24)
        return any(
            self._body.match(scene.lower, word.start(), comma) and scene.folded[word.start()].isupper()
            for word in _CAPITAL.compiled.finditer(scene.folded, before, comma)
        )

    def _clause_end(self, scene: Scene, document: int, start: int, limit: int, *, verb: bool) -> int:
        """The first comma behind which the sentence goes on with a clause of its own; *verb*: one stands at *limit*."""
        lower, folded = scene.lower, scene.folded
        opens = self._opens(scene, document)
        last = at = lower.find(",", start, limit)
        while at >= 0:
            last, following = at, lower.find(",", at + 1, limit)
            begin = at + 2 if lower[at + 1 : at + 2] == " " else at + 1
            clause = self._clause.match(lower, at, limit) and not _DATED.match(lower, at, limit)
            law = _LAW.match(lower, at, limit) and " luật " not in lower[start:at]
            if clause or law or self._finite.search(lower, at + 1, following if following >= 0 else limit):
                return at
            if folded[begin : begin + 1].isupper() and (
                (self._body.match(lower, begin, limit) and not self._listed(scene, start, at, following))
                or (opens and not _NAME.search(folded, start, at))
            ):
                return at
            if (
                opens and self._actor.match(lower, at, limit) and not self._placed(scene, begin, following if following >= 0 else limit)
            ) or (verb and following < 0 and (opens or lower.count(" ", begin, limit) < _SHORT_SUBJECT)):
                return at
            at = following
        if opens and last >= 0 and limit == scene.sentence(document).end and lower.count(" ", last, limit) >= _CLAUSE_WORDS:
            return last
        return limit

    def _is_predicate(self, scene: Scene, start: int, title: regex.Match[str], end: int, limit: int, *, formal: bool) -> bool:
        """`Bộ luật Dân sự 2015 quy định rõ …`: the verb is the sentence's own where the document is its subject.

        It is a title's nevertheless where the sentence has another predicate behind it (`… quy định xử phạt … bắt đầu có hiệu lực`).
        """
        verb = title["subject"]
        if verb == "quy định" and title["noun"] is None:
            return True
        if title["after"]:
            return True  # hướng dẫn cụ thể, ban hành từ
        if formal or not self._is_subject(scene, start):
            return False
        return self._end_of_title.match(scene.lower, end, limit) is None
