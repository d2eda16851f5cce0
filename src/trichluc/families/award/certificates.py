"""Readers of certificates, flags and badges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.families.award.normalize import canonical, further_levels, make_award, open_name_end, words_before

if TYPE_CHECKING:
    import regex

    from trichluc.families.award.normalize import Levels
    from trichluc.lexicon import Lexicon
    from trichluc.rule import Candidate
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["read_badge", "read_certificate", "read_flag", "read_party_badge"]


def read_certificate(lexicon: Lexicon, levels: Levels, match: regex.Match[str], _hit: Hit, scene: Scene) -> list[Candidate]:
    """`Bằng khen cấp tỉnh`, `giấy khen`."""
    name = lexicon.group("certificate")[match["name"]]
    printed = levels.behind(scene.lower, match.end(), scene.limit(match.start()))
    own = make_award(scene, lexicon, match.start(), printed.end, name=name, category="certificate", level=printed.code)
    return [own, *further_levels(scene, lexicon, printed, name=name, category="certificate")]


def read_flag(lexicon: Lexicon, levels: Levels, match: regex.Match[str], _hit: Hit, scene: Scene) -> list[Candidate] | None:
    """`Cờ thi đua xuất sắc`, `cờ "Đơn vị dẫn đầu phong trào thi đua"`."""
    start, quoted = match.start(), match["quoted"]
    if match["name"]:
        name = lexicon.group("flag")[match["name"]]
        if quoted:
            name += f" {canonical(scene.folded[match.start('quoted') : match.end('quoted')].strip())}"
    elif match["bare"]:
        given = words_before(scene, start).rstrip().endswith(("nhận", "tặng", "trao"))
        if not given or "cờ thi đua" not in scene.lower[scene.sentence(start).start : start]:
            return None
        name = "Cờ thi đua"
    else:
        inner = quoted.strip('" ')
        given = words_before(scene, start).rstrip(" 0123456789").endswith(("tặng", "trao", "nhận", "thưởng"))
        if not given and not inner.startswith(tuple(lexicon.group("flag_name"))):
            return None
        name = f"Cờ {canonical(scene.folded[match.start('quoted') : match.end('quoted')]).strip('“” ').capitalize()}"
        name = canonical(f"Cờ {scene.folded[match.start('quoted') : match.end('quoted')]}")
    printed = levels.behind(scene.lower, match.end(), scene.limit(start))
    own = make_award(scene, lexicon, start, printed.end, name=name, category="emulation_flag", level=printed.code)
    return [own, *further_levels(scene, lexicon, printed, name=name, category="emulation_flag")]


def read_party_badge(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, scene: Scene) -> list[Candidate] | None:
    """`Huy hiệu 60 năm tuổi Đảng`, and the elided members `55 năm, 50 năm tuổi Đảng`."""
    start = match.start()
    if not match["years"]:
        return [make_award(scene, lexicon, start, match.end("party"), name="Huy hiệu Đảng", category="badge")]
    if not (match["unit"] or match["age"] or match["party"] or match.spans("further")):
        return None
    end = max(match.end(group) for group in ("years", "unit", "age"))
    own = make_award(scene, lexicon, start, end, name=_party_badge_name(match["years"]), category="badge")
    members = [
        make_award(scene, lexicon, at, stop, name=_party_badge_name(scene.lower[at : at + 2]), category="badge", counted=False)
        for at, stop in match.spans("further")
    ]
    return [own, *members]


def _party_badge_name(years: str) -> str:
    return f"Huy hiệu {years} năm tuổi Đảng"


def read_badge(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, scene: Scene) -> list[Candidate] | None:
    """`Kỷ niệm chương "Vì sự nghiệp Tuyên giáo"`, `Huy hiệu Bác Hồ`; a badge that is worn is none."""
    start, end = match.start(), match.end("head")
    medal = match["head"] != "huy hiệu"
    head = "Kỷ niệm chương" if medal else "Huy hiệu"
    name = head
    if match["quoted"]:
        end = match.end("quoted")
        name = f"{head} {canonical(scene.folded[match.start('quoted') : end])}"
    elif match["open"] is not None and (found := _badge_name_end(lexicon, scene, match.start("open"), medal=medal)):
        end = found
        name = f"{head} {scene.folded[match.start('open') : end]}"
    elif not medal:
        return None
    if not medal and words_before(scene, start).rstrip().endswith(("đeo", "cài", "gắn", "mẫu", "thiết kế", "hình", "chiếc")):
        return None
    return [make_award(scene, lexicon, start, end, name=name, category="badge")]


def _badge_name_end(lexicon: Lexicon, scene: Scene, at: int, *, medal: bool) -> int | None:
    if medal and scene.lower.startswith("vì ", at):  # Kỷ niệm chương vì sự nghiệp giáo dục
        return open_name_end(scene, lexicon, at + 3, 10, capital=False)
    if scene.folded[at : at + 1].isupper() and not scene.lower.startswith(("đoàn", "hội", "đội"), at):
        return open_name_end(scene, lexicon, at)
    return None
