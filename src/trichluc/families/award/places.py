"""Readers of outcomes that are also plain words: ratings, places and commendations. Each needs a word that shows it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.award.normalize import (
    ends_with_word,
    level_of,
    make_award,
    sentences_around,
    starts_with_word,
    words_before,
)
from trichluc.rule import PLAIN, Pattern
from trichluc.text import UPPER

if TYPE_CHECKING:
    import regex

    from trichluc.families.award.normalize import Levels
    from trichluc.lexicon import Lexicon
    from trichluc.rule import Candidate
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["read_champion", "read_commendation", "read_place", "read_rating"]

_PLACES = {"nhất": "1", "nhì": "2", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10", "i": "1", "ii": "2", "iii": "3"}  # fmt: skip
# 98,2% chi bộ [đều] | 12 chi bộ | 20%    a counted subject right before the rating
_COUNTED_SUBJECT = Pattern(
    r"(?r)(?<![\w.,])(?:\d+(?:[.,]\d+)*%|(?:\d+(?:[.,]\d+)*%?|\L<numbers>)(?! (?:năm|tháng|ngày|lần|nhiệm kỳ|giờ)(?!\w))(?: (?:số|lượt|các))?(?: [^\W\d]+){1,6}?)(?: \([^()\n]{1,12}\))?(?: (?:đều|được|đã|đạt|xếp loại))? ",
    numbers={"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"},
)
_WINNING = Pattern(
    r"(?r)(?<!\w)(?:đạt|đoạt|giành|dành|giành được|lên|đăng quang|bảo vệ(?: thành công)?|vào|có|thành|trở thành|nhận|trao|danh hiệu|với|đội|là|ẵm|cúp)(?: (?:ngôi|chức|danh hiệu|ngôi vị|cúp|được))? ?"
)
# Á hậu 2 | thuộc về Lê Thị Hoa
_FALLS_TO = Pattern(r"(?: \d)? (?:thuộc về|là|gọi tên|được trao cho) ")
_WON_PRIZE = ("đạt giải", "đoạt giải", "giành giải", "nhận giải", "trao giải", "dành giải")
# Words that block an active verb only: `được kịp thời khen thưởng`, `được ghi nhận, biểu dương`
_SOFT = frozenset({"được", "kịp thời", "ghi nhận", "ghi nhận,", "ghi nhận và", "đánh giá cao", "đánh giá cao,"})
_AIMS = ("để", "nhằm")
_MEETINGS = frozenset({"lễ", "hội nghị", "đợt", "gương", "thẩm quyền"})
# biểu dương | những kết quả …    what praise is of stands behind this
_PRAISE = Pattern(r" (?:và |, )?(?:cao |kịp thời )?(?:những |các |sự |mọi )?")


def read_rating(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`được công nhận trong sạch, vững mạnh`, `12 chi bộ hoàn thành tốt nhiệm vụ`; not `xây dựng Đảng trong sạch, vững mạnh`."""
    name = lexicon.group("rating")[match["name"]]
    clean = name.startswith("Trong")
    if match["tail"] and not clean:
        return None
    start = match.start()
    before = words_before(scene, start, 80).rstrip(" \"'")
    sure = ends_with_word(lexicon, before, "rating_cue")
    if match["name"].endswith("vụ") and starts_with_word(lexicon, scene.lower, match.end() + 1, "task"):
        return None  # hoàn thành nhiệm vụ | xây dựng nông thôn mới
    sure = (
        sure
        or _RECOGNISED.match(scene.folded, max(scene.sentence(start).start, start - 90), start) is not None
        or (clean and _is_line(scene, start, match.end()))
        or _counted_behind(lexicon, scene, start, match.end())
    )
    if not sure and (
        clean
        or (match["name"] == "hoàn thành nhiệm vụ" and not _RATED.match(scene.lower, max(scene.sentence(start).start, start - 300), start))
        or ends_with_word(lexicon, before, "no_rating")
        or not _counted_subject(scene, start)
    ):
        return _listed_rating(lexicon, match, scene, before, name)
    end = match.end()
    if match["name"] in ("hoàn thành xuất sắc", "hoàn thành tốt") and scene.lower[end : end + 1] == " " and not _ends(scene, end):
        return None
    rank_tail = f" {match['tail']}" if match["tail"] else ""
    return make_award(scene, lexicon, start, end, name=name + rank_tail, category="party_rating", counted=False)


# Chi bộ: trong sạch vững mạnh    a line of a list of honours
_BODY_LINE = Pattern(r"[-+*• ]*(?:năm \d{4}:? ?)?(?:chi bộ|đảng bộ|tổ chức đảng|chi, đảng bộ)(?: [^\W\d]+){0,4}? ?(?:: ?|đạt |(?= ))? ?")


def _is_line(scene: Scene, start: int, end: int) -> bool:
    sentence = scene.sentence(start)
    head = _BODY_LINE.compiled.fullmatch(scene.lower, pos=sentence.start, endpos=start)
    return head is not None and "xây dựng" not in head[0] and not scene.lower[end : sentence.end].strip(" .;,")


# công nhận | Đảng bộ huyện Phù Ninh | hoàn thành xuất sắc nhiệm vụ
_RECOGNISED = Pattern(rf"(?r)(?<!\w)công nhận (?=[^,;.]*[{UPPER}])[^,;.]{{3,70}} ", cased=True)
_RATED = Pattern(r".*?(?<!\w)(?:xếp loại|đánh giá|phân loại|kết quả|hoàn thành xuất sắc|hoàn thành tốt nhiệm vụ)(?!\w)")


def _listed_rating(lexicon: Lexicon, match: regex.Match[str], scene: Scene, before: str, name: str) -> Candidate | None:
    """The second of `trong sạch, vững mạnh và trong sạch, vững mạnh tiêu biểu`: a rating joined to one."""
    if not before.endswith(("vững mạnh và", "vững mạnh,", "nhiệm vụ và", "nhiệm vụ,", "vững mạnh hoặc")):
        return None
    tail = f" {match['tail']}" if match["tail"] else ""
    return make_award(scene, lexicon, match.start(), match.end(), name=name + tail, category="party_rating", counted=False)


# Hoàn thành xuất sắc nhiệm vụ: | 12 chi bộ
_TO_NUMBER = Pattern(r"[\"']?(?: ?[:-])?(?: có)? (?=\d)")


def _counted_behind(lexicon: Lexicon, scene: Scene, start: int, end: int) -> bool:
    """`Kết quả xếp loại: Hoàn thành tốt nhiệm vụ | : 30 chi bộ`: a number with its noun right behind, in a list of ratings."""
    gap = _TO_NUMBER.match(scene.lower, end, scene.limit(end))
    number = scene.quantity_at(gap.end()) if gap is not None else None
    if number is None or not starts_with_word(lexicon, scene.lower, number.end + 1, "receiver"):
        return False
    return _RATED.match(scene.lower, max(scene.sentence(start).start, start - 300), end + 1) is not None


def _counted_subject(scene: Scene, start: int) -> bool:
    """A number or share with its noun stands right before *start* or before the quotes that open there: `12 chi bộ | "Hoàn thành …"`."""
    start -= scene.lower[start - 1 : start] in ('"', "'") and scene.lower[start - 2 : start - 1] == " "
    return _COUNTED_SUBJECT.compiled.match(scene.lower, pos=max(scene.sentence(start).start, start - 80), endpos=start) is not None


def _ends(scene: Scene, end: int) -> bool:
    return scene.lower[end + 1 : end + 8].startswith(("và ", "trong", "là ", "chiếm", "có ", "đạt "))


def read_champion(lexicon: Lexicon, levels: Levels, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`đội thôn 3 vô địch`, `giành chức vô địch`; not `giải vô địch`, `nhà vô địch`, `tranh ngôi vô địch`."""
    name, start, end = match["name"], match.start(), match.end("name")
    before = words_before(scene, start).rstrip(' "')
    prize = before.endswith(_WON_PRIZE)  # đoạt giải Quán quân, not giải vô địch quốc gia
    if not prize and ends_with_word(lexicon, before, "not_won"):
        return None
    won = _WINNING.compiled.match(scene.lower, pos=max(0, start - 40), endpos=start)
    crowns = lexicon.group("crown")
    if name in crowns and won is None and not _FALLS_TO.match(scene.lower, end, scene.limit(start)):
        return None
    for head in ("danh hiệu ", "chức ", "ngôi ", *(("giải ",) if prize else ())):
        if scene.lower.startswith(head, start - len(head)):
            start -= len(head)
    rank = crowns.get(name) or lexicon.group("champion")[name]
    printed = levels.behind(scene.lower, end, scene.limit(start))
    plain = name.removeprefix("ngôi vị ").removeprefix("ngôi ").removeprefix("chức ")
    label = plain[0].upper() + plain[1:]
    if printed.spans and not scene.lower.startswith((" asian", " cup"), printed.end):
        end = printed.end
        label += f" {scene.lower[slice(*printed.spans[0])]}"
    return make_award(scene, lexicon, start, end, name=label, category="ranking", rank=rank, level=printed.code, counted=False)


def read_place(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`xếp thứ 3 toàn đoàn`, `Nhất toàn đoàn`: a place in a contest, not in a league table or in statistics."""
    start, end = match.start(), match.end()
    verb = match.groupdict().get("verb")
    wide = (match["wide"] or "").strip()
    rank = match["rank"]
    before = words_before(scene, start).rstrip()
    if ends_with_word(lexicon, before, "no_place"):
        return None
    around = sentences_around(scene, start, 2)
    if verb is not None and level_of(lexicon, wide) == "international":
        return None  # xếp hạng 4 thế giới
    if "toàn đoàn" not in wide:
        beside = scene.lower[max(scene.sentence(start).start, start - 60) : min(scene.limit(start), end + 60)]
        if any(word in beside for word in lexicon.group("table_word")) or not any(word in around for word in lexicon.group("contest_word")):
            return None
        if verb in ("hạng", "về", "xếp", "đứng") and (rank.isdigit() or rank in ("hai", "tư", "năm", "bốn")) and verb != "hạng":
            return None
        falls = _FALLS_TO.match(scene.lower, end, scene.limit(start)) is not None
        if verb == "hạng" and not falls and not before.endswith(("xếp", "đứng", "đạt", "giành", "đoạt", "về", "vị trí", "đồng")):
            return None
        if (
            verb is not None
            and verb.startswith("vị trí")
            and not falls
            and not before.endswith(("đạt", "giành", "đoạt", "xếp", "đứng", "ở", "giành được", "về"))
        ):
            return None
    code = _PLACES.get(rank, rank.lstrip("0") or rank)
    label = scene.lower[start:end]
    return make_award(
        scene,
        lexicon,
        start,
        end,
        name=label[0].upper() + label[1:],
        category="ranking",
        rank=code,
        level=level_of(lexicon, wide),
        counted=False,
    )


def read_commendation(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`4 cá nhân được khen thưởng`, `biểu dương Đội Cảnh sát hình sự`; not `công tác khen thưởng`, not praise in a speech."""
    start, end = match.start(), match.end()
    before = words_before(scene, start).rstrip()
    blocked = lexicon.group("not_commending_before")
    passive = " được " in f" {before} " or before.endswith("đã kịp thời")  # blocks no more than a passive
    counted = scene.lower.startswith(" ", end) and scene.quantity_at(end + 1) is not None  # lễ khen thưởng | 86 học sinh
    for word in blocked:
        if counted and (word in _MEETINGS or (word in _SOFT and not before.removesuffix(word).rstrip().endswith(_AIMS))):
            continue  # lễ tuyên dương | 86 học sinh; đã kịp thời | khen thưởng 12 tập thể
        if before.endswith(word) and not before[: -len(word)][-1:].isalpha() and not (passive and word in _SOFT):
            return None
    if before.removesuffix(",").endswith(tuple(lexicon.group("commend"))):
        return None  # the second of `biểu dương, khen thưởng`
    praise = _PRAISE.match(scene.lower, end, scene.limit(end))
    if praise is not None and scene.lower.startswith(tuple(lexicon.group("praised")), praise.end()):
        return None
    verbs = [scene.lower[at:stop] for at, stop in match.spans("verb")]
    name = "Khen thưởng" if "khen thưởng" in verbs else lexicon.group("commend")[verbs[0]]
    return make_award(scene, lexicon, start, end, name=name, category="commendation", counted=False, strength=PLAIN)
