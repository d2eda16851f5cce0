"""Readers of prizes and contest medals: `giải Nhất, nhì và ba`, `01 giải Nhất, 02 Nhì`, `12 huy chương (3 vàng, 4 bạc)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.award.normalize import (
    RANK_NAMES,
    canonical,
    ends_with_word,
    further_levels,
    make_award,
    quantity_ending_at,
    sentences_around,
    words_before,
)
from trichluc.rule import FIRM, PLAIN, Candidate, Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.families.award.normalize import Levels
    from trichluc.families.award.open_names import OpenNames
    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["read_bare_prize", "read_bare_ranks", "read_listed", "read_named_prize", "read_rank_line", "read_ranked"]

_MEDALS = {"gold", "silver", "bronze"}
_SHORT = {"hcv": "gold", "hcb": "silver", "hcđ": "bronze"}
_SCOPES = ("tập thể", "cá nhân", "đồng đội")
# giải Nhất, Nhì, Ba | toàn đoàn
_SCOPE = Pattern(r" (?:toàn đoàn|đồng đội|tập thể)(?!\w)")
# A lottery's table has a line for each prize below its heading.
_SHORT_LINE, _LOTTERY_TABLE = 120, 800
# Giải thưởng Tạ Quang Bửu | năm 2023 được trao cho …
_GOES_TO = Pattern(r"(?: (?:năm )?\d{4}| lần thứ \w{1,6})?(?: đã| vừa)? (?:thuộc về|được trao|trao cho) ")
# Nhất: đội A; | Nhì: đội B
_FIRST, _SECOND = Pattern(r"(?<![^-+:;,. \n]) ?(?<!\w)nhất ?:"), Pattern(r"[-+;,.\n] ?nhì ?:")
_FARTHEST_RANK = 400
# Verbs behind which one number with a metal is of medals
_TAKES = ("đoạt ", "đoạt được ", "giành ", "giành được ", "ẵm ")
# Ranks that only a capital tells from a word or a letter of a list: giải A, giải III.
_CAPITAL = frozenset({"a", "b", "c", "i", "ii", "iii"})


def read_ranked(
    lexicon: Lexicon, levels: Levels, following: Pattern, match: regex.Match[str], hit: Hit, scene: Scene
) -> list[Candidate] | None:
    """A prize or medal with its rank, and the elided members of the list it begins."""
    printed = match["rank"]
    word = _SHORT.get(printed, "") or lexicon.group("rank").get(printed)
    medal = hit.word not in ("giải", "giải thưởng")
    start, end = match.span()
    if not _is_rank(lexicon, match, scene, medal=medal) or (not medal and _is_other_giai(lexicon, scene, start)):
        return None
    if printed in _SCOPES and ends_with_word(lexicon, words_before(scene, start).rstrip(), "prize_heading"):
        return None  # Về giải tập thể: giải Nhất thuộc về …
    kind = "medal" if medal else "prize"
    scope = f" {match['scope']}" if match["scope"] else ""
    name = _rank_name(kind, word, printed, lexicon) + scope
    if match.groupdict().get("name"):
        name = canonical(scene.folded[start:end])
    printed = levels.behind(scene.lower, end, scene.limit(start))
    behind = printed.spans[-1][1] if printed.spans else end
    listed = following.match(scene.lower, behind, scene.limit(start))
    members = _members(lexicon, listed, scene, kind, word) if listed else []
    quantity = quantity_ending_at(scene, lexicon, start)
    if match.groupdict().get("sign"):
        start = match.start("rank")  # các giải: Nhất, Nhì
    if quantity is not None and quantity.value != 1 and members and not (listed and listed.spans("count")):
        shared = quantity  # 3 giải Nhất, Nhì, Ba: the number is of all
        quantity = None
        first = make_award(scene, lexicon, start, behind, name=name, category=kind, rank=word, counted=False)
        claims = (*first.claims, (shared.start, shared.end))
        return [Candidate(first.record, first.start, first.end, first.fields, claims, first.strength), *members]
    own = make_award(scene, lexicon, start, printed.end, name=name, category=kind, rank=word, level=printed.code, quantity=quantity)
    return [own, *further_levels(scene, lexicon, printed, name=name, category=kind, rank=word), *members]


def read_listed(lexicon: Lexicon, match: regex.Match[str], hit: Hit, scene: Scene) -> list[Candidate] | None:
    """`14 giải: 01 nhất, 02 nhì`: the number of all, and each rank with its own."""
    medal = not hit.word.startswith("giải")
    kind = "medal" if medal else "prize"
    start = match.start()
    quantity = quantity_ending_at(scene, lexicon, start)
    if (quantity is None and not match["list"]) or (not medal and _is_other_giai(lexicon, scene, start)):
        return None
    members = _members(lexicon, match, scene, kind, None) if match["list"] else []
    if quantity is None:
        return members
    name = {"giải": "Giải", "giải thưởng": "Giải thưởng"}.get(hit.word, "Huy chương")
    if not medal and match[0].startswith("giải thưởng"):
        name = "Giải thưởng"
    head_end = start + len(hit.word)
    strength = FIRM if medal or scene.lower.startswith(" các loại", head_end) else PLAIN  # 31 huy chương các loại
    return [make_award(scene, lexicon, start, head_end, name=name, category=kind, quantity=quantity, strength=strength), *members]


def read_bare_ranks(lexicon: Lexicon, match: regex.Match[str], quantity: Quantity, scene: Scene) -> list[Candidate] | None:
    """`2 vàng, 1 bạc và 3 đồng`, `01 Nhất, 02 Nhì`: ranks that only stand together and with their numbers."""
    ranks = lexicon.group("rank")
    codes = [ranks[scene.lower[start:end]] for start, end in match.spans("member")]
    medals = [code in _MEDALS for code in codes]
    if quantity.value is None or any(medals) != all(medals) or len(set(codes)) < len(codes):
        return None
    if len(codes) == 1 and not (medals[0] and words_before(scene, quantity.start).endswith(_TAKES)):
        return None  # đoạt | 5 vàng
    members = _members(lexicon, match, scene, "medal" if medals[0] else "prize", None)
    first = members[0]
    claims = ((first.start, first.end), (quantity.start, quantity.end))
    fields = first.fields | {"quantity": quantity.value, "modifier": quantity.modifier}
    return [Candidate(first.record, first.start, first.end, fields, claims, first.strength), *members[1:]]


def read_rank_line(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`Kết quả: Nhất: đội A; Nhì: đội B`: ranks alone that lead to who got them, where the next or the one before is there too."""
    start, end = match.span("rank")
    left, right = max(start - _FARTHEST_RANK, 0), min(start + _FARTHEST_RANK, len(scene.lower))
    opens = start == scene.sentence(start).start or scene.lower.endswith(("- ", "+ ", ": ", "; ", ", ", ". "), 0, start)
    first = match["rank"] == "nhất" or _FIRST.search(scene.lower, left, start) is not None
    second = (
        match["rank"] == "nhì" or _SECOND.search(scene.lower, *((end, right) if match["rank"] == "nhất" else (left, start))) is not None
    )
    if not (opens and first and second):
        return None
    code = lexicon.group("rank")[match["rank"]]
    return make_award(scene, lexicon, start, end, name=_rank_name("prize", code, match["rank"], lexicon), category="prize", rank=code)


def read_named_prize(lexicon: Lexicon, names: OpenNames, match: regex.Match[str], hit: Hit, scene: Scene) -> Candidate | None:
    """`Giải thưởng Hồ Chí Minh`, `giải "Bông lúa vàng"`: the prize where it is won, the contest elsewhere."""
    start = match.start()
    if hit.word != match["head"]:
        return None
    before = words_before(scene, start).rstrip()
    won = _won(lexicon, before)
    if match["state"]:
        if before.endswith(("đường", "quảng trường")) or _is_other_giai(lexicon, scene, start):
            return None
        end = match.end("state")
        name = f"Giải thưởng {'Hồ Chí Minh' if match['state'] == 'hồ chí minh' else 'Nhà nước'}"
        return make_award(scene, lexicon, start, end, name=name, category="state_prize")
    titled = match["best"] is not None and scene.folded[match.start("best")].isupper() and not before.endswith(("trao", "lễ", "tranh"))
    after = (
        match.end("best")
        if match["best"] is not None
        else names.prize_end(scene, match.start("open"))
        if match["open"] is not None
        else match.end("known")
        if match["known"] is not None
        else match.end("quoted")
        if match["quoted"] is not None
        else None
    )
    goes_to = after is not None and _GOES_TO.match(scene.lower, after, scene.limit(start)) is not None
    if (not won and not titled and not goes_to) or _is_other_giai(lexicon, scene, start):
        return None
    head = "Giải thưởng" if match["head"] == "giải thưởng" else "Giải"
    if match["quoted"]:
        return make_award(
            scene, lexicon, start, match.end("quoted"), name=canonical(scene.folded[start : match.end("quoted")]), category="prize"
        )
    if match["known"]:
        name = f"{head} {lexicon.group('named_prize')[match['known']]}"
        return make_award(scene, lexicon, start, match.end("known"), name=name, category="prize")
    if match["best"] is not None:  # giải Thủ môn xuất sắc nhất, not giải cho thí sinh nhỏ tuổi nhất
        end = match.end("best")
        words = match["best"].replace("được yêu thích", "yêu thích").replace("được bình chọn", "bình chọn").split()
        if lexicon.group("name_end").keys() & set(words) - {"năm", "của"}:
            return None
        return make_award(scene, lexicon, start, end, name=canonical(scene.folded[start:end]), category="prize")
    named = names.prize_end(scene, match.start("open")) if match["head"] == "giải thưởng" or goes_to else None
    if named is None:
        return None
    return make_award(scene, lexicon, start, named, name=canonical(scene.folded[start:named]), category="prize", strength=PLAIN)


def read_bare_prize(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`giành Quả bóng vàng`, `đoạt Oscar`: a prize without `giải`, only behind a verb of winning."""
    start, end = match.span("name")
    if not scene.folded[start].isupper() or not _won(lexicon, words_before(scene, start).rstrip()):
        return None
    name = f"Giải {lexicon.group('bare_prize')[match['name']]}"
    return make_award(scene, lexicon, start, end, name=name, category="prize", strength=PLAIN)


def _members(lexicon: Lexicon, match: regex.Match[str], scene: Scene, kind: str, first: str | None) -> list[Candidate]:
    ranks = lexicon.group("rank")
    made = []
    for start, end in match.spans("member"):
        word = scene.lower[start:end]
        code = ranks[word]
        scope = _SCOPE.match(scene.lower, end, scene.limit(end)) if kind == "prize" else None
        if (word in _CAPITAL and not scene.folded[start].isupper()) or (kind == "prize" and code in _MEDALS and first not in _MEDALS):
            continue
        name = _rank_name(kind, code, word, lexicon) + (scope[0] if scope else "")
        made.append(make_award(scene, lexicon, start, scope.end() if scope else end, name=name, category=kind, rank=code))
    return made


def _rank_name(kind: str, code: str | None, printed: str, lexicon: Lexicon) -> str:
    head = "Huy chương" if kind == "medal" else "Giải"
    if code is None or (printed in lexicon.group("prize_without_rank")):
        return f"{head} {printed}" if printed in ("tập thể", "cá nhân", "phụ", "đồng đội") else f"{head} {printed[:1].upper()}{printed[1:]}"
    return f"{head} {RANK_NAMES.get(code, code)}"


def _is_rank(lexicon: Lexicon, match: regex.Match[str], scene: Scene, *, medal: bool) -> bool:
    word, start, end = match["rank"], match.start("rank"), match.end("rank")
    if word in _CAPITAL:
        return scene.folded[start].isupper()
    if word.isdigit():  # giải 3 là …, not giải 3 triệu
        return (
            not scene.lower[end : end + 1].isdigit()
            and scene.lower[end : end + 2] not in (".0", ",0", "/1", "/2")
            and not _is_counted(lexicon, scene, end)
        )
    following = scene.lower[end : end + 12].lstrip().split(" ", 1)[0].strip(",.;:)") if scene.lower[end : end + 1] == " " else ""
    triathlon = word == "ba" and scene.lower.startswith(" môn phối hợp", end)
    return medal or not (triathlon or f"{word} {following}" in lexicon.group("other_word"))


def _is_counted(lexicon: Lexicon, scene: Scene, end: int) -> bool:
    return scene.lower.startswith(tuple(f" {word}" for word in lexicon.group("counted_word")), end)


def _is_other_giai(lexicon: Lexicon, scene: Scene, start: int) -> bool:
    """`hòa giải`, and the prizes of a lottery."""
    before = words_before(scene, start)
    last = before.rstrip().rsplit(" ", 1)[-1]
    if before.endswith(" ") and last in lexicon.group("before_giai"):
        return True
    around = sentences_around(scene, start, 1)
    if any(word in around for word in lexicon.group("lottery")):
        return True
    line = scene.sentence(start)
    return line.end - line.start < _SHORT_LINE and any(
        word in scene.lower[max(line.start - _LOTTERY_TABLE, 0) : line.start] for word in ("xổ số", "vietlott", "mở thưởng")
    )


def _won(lexicon: Lexicon, before: str) -> bool:
    if before.endswith(("lễ trao", "lễ trao tặng", "tổ chức trao", "lễ tặng")):
        return False
    return ends_with_word(lexicon, before.rstrip('",'), "winning") or before.rsplit(" ", 1)[-1].isdigit()
