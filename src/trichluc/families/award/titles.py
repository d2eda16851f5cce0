"""Readers of orders, state medals and titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trichluc.families.award.normalize import (
    RANK_NAMES,
    canonical,
    ends_with_word,
    further_levels,
    level_of,
    make_award,
    open_name_end,
    quantity_ending_at,
    words_before,
)
from trichluc.rule import PLAIN, SURE, Candidate, Pattern

if TYPE_CHECKING:
    import regex

    from trichluc.families.award.normalize import Levels
    from trichluc.families.award.open_names import OpenNames
    from trichluc.lexicon import Lexicon
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["read_open_title", "read_order", "read_title"]

_CLASSES = {
    "đặc biệt": "special",
    "nhất": "1",
    "nhì": "2",
    "hai": "2",
    "nhi": "2",
    "nhỉ": "2",
    "ba": "3",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "1": "1",
    "2": "2",
    "3": "3",
}
# danh hiệu [cao quý] ["]    before a title, part of its text
_TITLE_LEFT = Pattern(r"(?r)danh hiệu(?: (?:cao quý|thi đua|vinh dự|(?:của )?nhà nước)){0,3}:? \"?")
# trao tặng cho | 125 Nghệ sĩ Ưu tú: those who get another
_GOAL = Pattern(r"(?r)(?<!\w)(?:cho|đối với) ")
_ERA = " thời kỳ đổi mới"
_PLACES = ("vô địch", "quán quân", "á quân", "quý quân", "hoa hậu", "á hậu", "thủ khoa")


def read_order(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, scene: Scene) -> list[Candidate] | None:
    """`Huân chương Lao động hạng Nhất, Nhì, Ba`; a name that no list has: `Huân chương Cờ đỏ`."""
    start, groups = match.start(), match.groupdict()
    if groups.get("several"):
        return [make_award(scene, lexicon, start, match.end(), name="Huân chương, huy chương", category="order")]
    if match["name"]:
        orders = lexicon.group("order")
        return _classed(lexicon, match, scene, orders.get(match["name"]) or lexicon.group("state_medal")[match["name"]])
    if match["open"] is not None:
        return _open_order(lexicon, match, scene)
    return [make_award(scene, lexicon, start, match.end("bare"), name="Huân chương", category="order")]


def _classed(lexicon: Lexicon, match: regex.Match[str], scene: Scene, name: str) -> list[Candidate]:
    category = "state_medal" if name.startswith("Huy") else "order"
    if match.spans("numbered"):
        whole = make_award(scene, lexicon, match.start(), match.end("name"), name=name, category=category)
        return [
            whole,
            *(
                make_award(scene, lexicon, at, stop, name=_with_class(name, code), category=category, rank=code)
                for at, stop in match.spans("numbered")
                for code in (_class(scene.lower[at:stop]),)
            ),
        ]
    rank = _class(match["rank"])
    end = match.end("rank") if match["rank"] else match.end("name")
    own = make_award(scene, lexicon, match.start(), end, name=_with_class(name, rank), category=category, rank=rank)
    if rank and match.spans("member") and own.fields.get("quantity") not in (None, 1):
        fields = own.fields | {"quantity": None, "modifier": None}  # 2 Huân chương Lao động hạng Nhất và hạng Nhì: of both
        own = Candidate(own.record, own.start, own.end, fields, own.claims, own.strength)
    members = [
        make_award(scene, lexicon, at, stop, name=_with_class(name, code), category=category, rank=code, counted=False)
        for at, stop in match.spans("member")
        for code in (_class(scene.lower[at:stop]),)
    ]
    return [own, *(members if rank else [])]


def _open_order(lexicon: Lexicon, match: regex.Match[str], scene: Scene) -> list[Candidate] | None:
    start, head_end = match.span("open")
    category = "state_medal" if match["open"].startswith("huy") else "order"
    if scene.lower[head_end + 1 : head_end + 2] == '"':
        end = match.end()
    else:
        found = open_name_end(scene, lexicon, head_end + 1)
        if found is None or scene.lower[head_end + 1 : found] in ("vàng", "bạc", "đồng") or _is_medal(scene, head_end + 1):
            if category == "state_medal":
                return None
            return [make_award(scene, lexicon, start, head_end, name="Huân chương", category="order")]
        end = found
    tail = Pattern(r" (?P<rank>hạng (?:đặc biệt|nhất|nhì|ba|i{1,3}|[123]))(?!\w)").match(scene.lower, end, scene.limit(end))
    rank = _class(tail["rank"]) if tail else None
    name = canonical(scene.folded[start:end])
    return [make_award(scene, lexicon, start, tail.end() if tail else end, name=_with_class(name, rank), category=category, rank=rank)]


def _is_medal(scene: Scene, at: int) -> bool:
    return scene.lower.startswith(("vàng", "bạc", "đồng"), at)


def _class(printed: str | None) -> str | None:
    return _CLASSES[printed.removeprefix("hạng ")] if printed else None


def _with_class(name: str, rank: str | None) -> str:
    return f"{name} hạng {RANK_NAMES[rank]}" if rank and rank != "special" else f"{name} hạng Đặc biệt" if rank else name


def read_title(lexicon: Lexicon, levels: Levels, match: regex.Match[str], _hit: Hit, scene: Scene) -> list[Candidate] | None:
    """`danh hiệu Anh hùng Lao động`, `Chiến sĩ thi đua cấp tỉnh và cấp cơ sở`."""
    title, at, end = match["title"], match.start(), match.end("title")
    start, end = _with_head(scene, at, end)
    named = start < at
    before = words_before(scene, start).rstrip()
    if title in lexicon.group("honorary_title"):
        counted = quantity_ending_at(scene, lexicon, start)
        if counted is not None and not named and _GOAL.match(scene.lower, max(0, counted.start - 12), counted.start):
            return None  # tặng danh hiệu "Nghệ sĩ Nhân dân" cho 125 | Nghệ sĩ Ưu tú
        joined = ends_with_word(lexicon, before.removesuffix(" và").removesuffix(","), "honorary_title")  # danh hiệu NSND, | NSƯT
        if not named and not joined and counted is None and _is_form_of_address(lexicon, scene, end, before):
            return None
        return [make_award(scene, lexicon, start, end, name=lexicon.group("honorary_title")[title], category="honorary_title")]
    if title in lexicon.group("culture_title"):
        name = lexicon.group("culture_title")[title]
        if not named and not before.endswith(("đạt", "công nhận", "công nhận là", "đạt chuẩn", "tặng", "đạt tiêu chuẩn", "là", "chuẩn")):
            return None
        return [make_award(scene, lexicon, start, end, name=name, category="emulation_title")]
    if title in lexicon.group("emulation_title"):
        if ends_with_word(lexicon, before, "movement"):
            return None
        return [make_award(scene, lexicon, start, end, name=lexicon.group("emulation_title")[title], category="emulation_title")]
    return _levelled_title(lexicon, levels, match, scene, start, end)


def _levelled_title(
    lexicon: Lexicon, levels: Levels, match: regex.Match[str], scene: Scene, start: int, end: int
) -> list[Candidate] | None:
    name = lexicon.group("levelled_title")[match["title"]]
    if ends_with_word(lexicon, words_before(scene, start).rstrip(), "movement"):
        return None
    base, level = name.removesuffix(" cơ sở"), "grassroots" if name.endswith("cơ sở") else None
    further: list[Candidate] = []
    printed = levels.behind(scene.lower, match.end(), scene.limit(match.start()))
    if match["branch"]:
        found = open_name_end(scene, lexicon, match.end("branch") + 1, 4, capital=False)
        end = found or match.end("branch")
        name, level = f"{base} {scene.folded[match.start('branch') + 1 : end]}", "ministry"
    elif printed.spans:
        phrase = scene.folded[slice(*printed.spans[0])]
        end, level = printed.end, printed.code
        phrase = phrase[0].lower() + phrase[1:]
        name = f"{base} {phrase.removeprefix('cấp ') if phrase.endswith('cơ sở') else phrase}"
        further = further_levels(scene, lexicon, printed, name=base, category="emulation_title")
    elif (body := _body_behind(scene, end)) is not None:
        name, end, level = (
            f"{base} {scene.folded[end + 1 : body]}",
            body,
            level_of(lexicon, f"cấp {scene.lower[end + 1 : body].split(' ')[0]}"),
        )
    return [make_award(scene, lexicon, start, end, name=name, category="emulation_title", level=level), *further]


# chiến sĩ thi đua tỉnh | chiến sĩ thi đua Bộ Công an    a level without cấp
_BODY = Pattern(
    r" (?:tỉnh|huyện|bộ(?: (?!\L<stops>)\w+){0,3})(?!\w)", stops={"của", "và", "cho", "trong", "năm", "được", "là", "có", "tại", "về"}
)


def _body_behind(scene: Scene, end: int) -> int | None:
    found = _BODY.match(scene.lower, end, scene.limit(end))
    return found.end() if found else None


def _with_head(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The span with `danh hiệu` before it and with the quotes that it stands in."""
    head = _TITLE_LEFT.compiled.match(scene.lower, pos=max(0, start - 60), endpos=start)
    if scene.lower[start - 1 : start] == '"' and scene.lower[end : end + 1] == '"':
        start, end = start - 1, end + 1
        if head is None:
            return start + 1, end - 1
    return (head.start() if head else start), end


def _is_form_of_address(lexicon: Lexicon, scene: Scene, end: int, before: str) -> bool:
    """`NSND Thu Hà`: a title before a name, and no word of conferring before it."""
    named = scene.lower[end : end + 1] == " " and scene.folded[end + 1 : end + 2].isupper()
    return named or not ends_with_word(lexicon, before, "conferring")


def read_open_title(
    lexicon: Lexicon, levels: Levels, names: OpenNames, match: regex.Match[str], _hit: Hit, scene: Scene
) -> list[Candidate] | None:
    """`danh hiệu "Sinh viên 5 tốt"`, `danh hiệu Công dân Thủ đô ưu tú`: titles that no law names."""
    start = match.start()
    if match["quoted"]:
        known = _known(lexicon, match["quoted"].strip("\"' "))
        end = match.end("quoted")
        if known is not None and scene.lower.startswith(_ERA, end) and not match.spans("further"):
            known, end = (known[0] + _ERA, known[1]), end + len(_ERA)
        own = make_award(scene, lexicon, start, end, strength=SURE, **_title_fields(lexicon, scene, *match.span("quoted"), known))
        others = [
            make_award(
                scene,
                lexicon,
                at,
                end,
                **_title_fields(lexicon, scene, at, end, _known(lexicon, scene.lower[at:end].strip("\"' "))),
                counted=False,
            )
            for at, end in match.spans("further")
        ]
        return [own, *others]
    at = match.start("open")
    titled = names.title_end(scene, at, words_before(scene, start).rstrip())
    if titled is None:
        return None
    printed = levels.behind(scene.lower, titled, scene.limit(start))
    fields = _title_fields(lexicon, scene, at, titled, None)
    own = make_award(scene, lexicon, start, printed.end, level=printed.code, strength=PLAIN, **fields)
    return [own, *further_levels(scene, lexicon, printed, name=fields["name"], category=fields["category"])]


def _known(lexicon: Lexicon, title: str) -> tuple[str, str] | None:
    for group, category in (
        ("honorary_title", "honorary_title"),
        ("emulation_title", "emulation_title"),
        ("culture_title", "emulation_title"),
    ):
        if title in lexicon.group(group):
            return lexicon.group(group)[title], category
    return None


def _title_fields(lexicon: Lexicon, scene: Scene, start: int, end: int, known: tuple[str, str] | None) -> dict[str, Any]:
    if known:
        return {"name": known[0], "category": known[1]}
    printed = scene.lower[start:end]
    name = canonical(scene.folded[start:end].strip("\"' "))
    if "trong sạch" in printed:  # danh hiệu "Chi bộ trong sạch, vững mạnh"
        return {"name": name, "category": "party_rating"}
    if any(place in printed for place in _PLACES):
        return {"name": name, "category": "ranking", "rank": "2" if "á " in printed else "1"}
    return {
        "name": name,
        "category": "emulation_title" if any(word in printed for word in lexicon.group("title_of_work")) else "honorary_title",
    }
