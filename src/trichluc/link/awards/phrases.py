"""Who is named at a place: a counted group, a person without title, a unit by its full name; pronouns and uncounted groups are told apart.

2 cá nhân · em | Lan · nghệ sĩ violin trẻ tuổi | Trần Lê Quang Tiến · đội Trường THPT Chuyên · ông · các thí sinh
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.entities.places import place_at
from trichluc.link.awards.extents import opens_sentence, past_brackets, past_quote, run_end, stops_at, words_end
from trichluc.link.awards.names import COUNTED, PRONOUN, UNCOUNTED, UNIT, NameReader, Phrase
from trichluc.link.awards.words import WORD, phrases_of
from trichluc.records import Count, Date, Duration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["PhraseReader"]

# What is no name though a capital opens the sentence with it
_NO_NAME = frozenset({
    *("tại", "trong", "với", "được", "sau", "trước", "từ", "theo", "khi", "là", "có", "của", "cho", "và", "năm", "ngày", "về", "đến", "do", "nhân", "trên"),
})  # fmt: skip
_YOUNG = ("cô gái", "chàng trai")
_FILLERS = ("cho ", "cả ", "đối với ", "về ", "tay ", "bản thân ")

_ORDINAL = ("thứ ", "lần ", "năm ")


class PhraseReader:
    """Reads phrases of one article; the counts that the count room found are its counted groups."""

    def __init__(self, scene: Scene, mentions: Sequence[Mention]) -> None:
        self.scene = scene
        self._names = NameReader(scene)
        self._at = {mention.start: mention for mention in mentions}

    def at(self, at: int, limit: int) -> Phrase | None:
        """The phrase that begins at *at*."""
        if at >= limit:
            return None
        lower = self.scene.lower
        for filler in _FILLERS:
            if lower.startswith(filler, at):
                at += len(filler)
        if lower.startswith("một ", at) and at not in self._at and phrases_of("role").at(lower, at + len("một "), limit) is not None:
            at += len("một ")  # một | học sinh Quảng Bình: no number
        if lower.startswith("cá nhân ", at) and phrases_of("role").at(lower, at + len("cá nhân "), limit) is not None:
            at += len("cá nhân ")  # cho cá nhân | HLV Lê Hà
        if lower.startswith('"', at):
            close = past_quote(self.scene, at, limit)
            return Phrase(UNIT, at, close, close) if close > at else None
        if at >= limit or self._is_other_word(at, limit):
            return None
        return self._counted(at, limit) or self._pronoun(at, limit) or self._uncounted(at, limit) or self._names.at(at, limit)

    def _is_other_word(self, at: int, limit: int) -> bool:
        """Whether a word stands at *at* that ends phrases and begins none: not `Thu Hà`, nor a number."""
        folded, lower = self.scene.folded, self.scene.lower
        word = WORD.match(lower, at, limit)
        if word is None:
            return True
        subject = phrases_of("school_subject").at(lower, at, limit)
        if subject is not None and not folded[subject[0] + 1 : subject[0] + 2].isupper():
            return True  # Tiếng Anh (2 giải), not: Toán Văn Lâm
        if not stops_at(self.scene, at, limit) or self.scene.quantity_at(at) is not None:
            return False
        if any(phrases_of(group).at(lower, at, limit) for group in ("pronoun", "role", "unit_head", "compound")):
            return False
        named = folded[word.end() + 1 : word.end() + 2].isupper() and word[0] not in _NO_NAME
        return not (folded[at].isupper() and (named or not opens_sentence(self.scene, at)))

    def past_dates(self, at: int) -> int:
        """Behind a date or duration that begins at *at*; *at* itself where none does."""
        mention = self._at.get(at)
        return mention.end if mention is not None and isinstance(mention.record, Date | Duration) else at

    def _counted(self, at: int, limit: int) -> Phrase | None:
        """`2 tập thể`, `87 lượt cá nhân`, `hàng chục lượt cán bộ, công chức`, `6/6 thí sinh`."""
        mention = self._at.get(at)
        if mention is not None:
            record = mention.record
            if not isinstance(record, Count) or mention.end > limit:
                return None
            return Phrase(COUNTED, at, mention.end, past_brackets(self.scene, mention.end, limit), record.value, record.noun)
        quantity = self.scene.quantity_at(at)
        if quantity is None or quantity.start != at or self.scene.lower[quantity.end : quantity.end + 1] != " ":
            return None
        if self.scene.lower.endswith(_ORDINAL, 0, at):
            return None  # lần thứ 3 ông được nhận
        nouns = [phrases_of(group).at(self.scene.lower, quantity.end + 1, limit) for group in ("receiver", "unit_head", "role")]
        known = max((noun[0] for noun in nouns if noun), default=None)
        end = known or words_end(self.scene, quantity.end + 1, limit, most=3, lower_only=True)
        if end is None:
            return None
        return Phrase(COUNTED, at, end, past_brackets(self.scene, end, limit), quantity.value, self.scene.printed(quantity.end + 1, end))

    def _pronoun(self, at: int, limit: int) -> Phrase | None:
        found = phrases_of("pronoun").at(self.scene.lower, at, limit)
        called = phrases_of("role").at(self.scene.lower, at + len("nữ ") * self.scene.lower.startswith("nữ ", at), limit)
        if called is not None and self.scene.lower.startswith(" này", called[0]):
            return Phrase(PRONOUN, at, called[0] + len(" này"), called[0] + len(" này"))  # nữ VĐV này
        if found is None:
            return None
        end = found[0]
        following = self.scene.folded[end : end + 2]
        if self.scene.lower[at:end] in _YOUNG and (place := place_at(self.scene.text, end + 1, limit)) is not None:
            return Phrase(PRONOUN, at, place, place)  # cô gái Nghệ An
        if following[:1] == " " and following[1:].isupper():
            return None  # ông Nguyễn Văn A
        word = WORD.match(self.scene.lower, end + 1, limit) if following[:1] == " " else None
        if word is not None and not word[0][0].isdigit() and not stops_at(self.scene, end + 1, limit):
            return None  # bà mẹ, anh em
        return Phrase(PRONOUN, at, end, end)

    def _uncounted(self, at: int, limit: int) -> Phrase | None:
        """`các thí sinh`, `nhiều tập thể`: a group, not judged; its end is where names may follow."""
        found = phrases_of("uncounted").at(self.scene.lower, at, limit)
        if found is None:
            return None
        end = found[0]
        longer = phrases_of("unit_head").at(self.scene.lower, at, limit)
        of_unit = self.scene.lower[at:end] == "tập thể" and phrases_of("unit_head").at(self.scene.lower, end + 1, limit) is not None
        if of_unit or (longer is not None and longer[0] > end):
            return None  # tập thể lãnh đạo, nhân viên Điện lực Sa Pa
        if self.scene.lower[at:end] == "cá nhân" and (person := self._pronoun(end + 1, limit)) is not None:
            return person
        if self.scene.folded[end + 1 : end + 2].isupper() and self.scene.lower[at:end] in (
            "tác giả",
            "thí sinh",
            "tập thể",
            "cá nhân",
            "người",
        ):
            return None
        role_end = end
        while self.scene.lower[role_end : role_end + 1] == " ":
            role = phrases_of("role").at(self.scene.lower, role_end + 1, limit)
            if role is None:
                break
            role_end = role[0]
        if role_end > end and self.scene.lower[role_end : role_end + 1] == " " and self.scene.folded[role_end + 1 : role_end + 2].isupper():
            land = place_at(self.scene.text, role_end + 1, limit)
            if land is not None and land >= run_end(self.scene, role_end + 1, limit):
                return Phrase(UNCOUNTED, at, land, land)  # các xạ thủ Việt Nam
            return self._names.at(role_end + 1, limit)  # các em Lan, Hoa
        head = end + 1 if self.scene.lower[end : end + 1] == " " else limit
        group = phrases_of("group_head").at(self.scene.lower, head, limit)
        below = group[0] + 1 if group is not None and self.scene.lower[group[0] : group[0] + 1] == " " else head
        if (named := self._names.with_head(below, limit) or self._names.with_head(head, limit)) is not None:
            return named  # các xã Yên Phúc, Bình Phúc; các đơn vị phường Him Lam, xã Nà Tấu
        stop = words_end(self.scene, at, limit, most=6, lower_only=True) or end
        stop = max(stop, role_end)
        return Phrase(UNCOUNTED, at, stop, stop)
