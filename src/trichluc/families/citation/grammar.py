"""Citations of official documents.

{noun} [của {issuer}] [số] {number}          Chỉ thị số 06-CT/TW · Quyết định của Bộ Chính trị số 31-QĐ/TW
{noun} [{act}] số {file}-{n}                 Quyết định khởi tố vụ án số 319-01
{noun} [số] {n}[, {n} và {n}]                Nghị định 116 · Nghị quyết 18, 19
Luật | Bộ luật | Pháp lệnh {name} [năm] [y]  Luật Đất đai năm 2013 · Bộ luật Hình sự 2015
Nghị quyết Trung ương {n} [khoá {term}]      Nghị quyết Trung ương 4 khoá XII
Nghị quyết Đại hội [của …] {term}            Nghị quyết Đại hội XIII của Đảng
Hiến pháp [năm y] · Điều lệ Đảng · Cương lĩnh · Di chúc
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from trichluc.families.citation.normalize import read_file, read_number, read_short
from trichluc.families.citation.party import read_congress, read_meeting, read_platform, read_plenum, read_proper
from trichluc.families.citation.room import Room
from trichluc.families.citation.statutes import read_amendment, read_code, read_constitution, read_law
from trichluc.rule import Digits, Family, Pattern, Rule, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex

    from trichluc.lexicon import Lexicon
    from trichluc.rule import Candidate
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["CITATION"]

# ── Numbers ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
# A code: letters, with a dot only inside `T.Ư`, not running on into a word of the sentence.
_CODE = r"[a-zđăâêôơư](?:[a-zđăâêôơư\d&]|\.(?=[ưw]|hđnd|ubnd|[ivx]{1,3}(?![^\W_])))*+(?![^\W_])"
# What a number must begin with: tried at all digits of a text, so it is small and fails within a few characters.
_OPENING = r"[\d.]++[a-zđ]{0,5}+(?: ?[/-] ?[a-zđ12]| [a-zđ]{1,6}+ ?[/-])"
_AFTER_NUMBER = "/-.abcdefghijklmnopqrstuvwxyzđ"
# {n}[/{year}]{sep}{code}[{sep}{code}]…
_NUMBER = (
    r"(?P<n>\d{1,6}(?:\.\d{1,3})?(?:bis|[a-zđ](?![^\W_]))?)"
    r"(?: ?[/-] ?(?P<year>(?:19|20)\d\d)(?= ?[/-]|[a-zđ]{1,6}[/-]))?"
    rf"(?P<code>(?: ?[/-] ?| ?(?=[a-zđ]{{1,6}} ?[/-] ?[a-zđ])){_CODE}(?:(?: ?[/-] ?| (?=[a-zđơư.]{{2,8}}+(?![^\W_]))){_CODE}){{0,6}})"
)
# {noun} [của {issuer}] [số] {n}[/{year}]
_SHORT = (
    r"(?P<noun>\L<nouns>)(?: của (?P<issuer>[^,.;:()\d]{2,60}?)(?= số))?(?P<mark> ?\(?số ?:? ?)?(?(mark)| )"
    r"(?P<n>\d{1,5}(?:[a-zđ](?![^\W_]))?)(?P<year>/(?:19|20)\d\d)?"
    r"(?![^\W_]|[/%]|[.,:]\d| ?- ?\d| ?[-/] ?[a-zđ]{1,6} ?[-/])"
)

# {noun} [{what it does}] số {file}-{n}: the police and the procuracy count within a file
_FILE = (
    r"(?P<noun>\L<nouns>)(?: \L<acts>(?: (?!(?:số|của|theo|tại|và)\b)[^\W\d]+){0,7})? số ?:? ?"
    r"(?P<n>\d{1,5}[a-z]?-\d{1,4})(?![^\W_]|[/%]|[.,-]\d| ?[-/] ?[a-zđ]{2,6}(?![^\W_]))"
)

# ── Laws ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
_LAW_NOUNS = frozenset({"luật", "bộ luật", "pháp lệnh"})
_LAW = r"\L<nouns> (?!sửa đổi)(?=[^\W\d_])"
# luật sửa đổi, bổ sung một số điều của [các] {law}
_AMENDMENT = (
    r"(?P<noun>\L<nouns>) (?:số [\d/qh]+ )?sửa đổi ?,? ?(?:và )?(?:bổ sung )?(?:một số )?(?:điều |điểm |nội dung )?(?:khoản )?"
    r"(?:của |tại )?(?:các )?(?=(?:bộ )?luật |pháp lệnh )"
)
_CONSTITUTION = r"hiến pháp(?: nước (?:cộng hòa xã hội chủ nghĩa|chxhcn|cộng hòa xhcn) việt nam)?"

# ── Documents of the Party ────────────────────────────────────────────────────────────────────────────────────────────────────
_TERM = r"(?:[ivx]{1,6}(?![^\W_]|/)|\d{1,2}(?![^\W_]|/|[.,]\d))"
_KHOA = rf"(?P<term>,? ?\(? ?khóa {_TERM}(?:(?:, ?| và )(?:khóa )?{_TERM})* ?\)?)?(?!\w)"
_CENTRE = r"(?:trung ương(?: đảng)?|tw|t\.ư|tư|t\.w)"
_PLENUM = r"(?:\d{1,2}(?![\d/]|[.,]\d)|[ivx]{1,4}(?!\w)|\L<ordinals>(?!\w)(?! ?\d))"
_PLENUMS = rf"(?P<plenums>{_PLENUM}(?:(?:, ?| và ){_PLENUM}(?! (?!(?:khóa|về|của|đã|được|và)\b)[^\W\d_]))*)"
# nghị quyết [hội nghị] [ban chấp hành] trung ương {n} [khóa {term}]
_PLENUM_OF = rf"(?:nghị quyết|kết luận|nq) ?(?P<meeting>hội nghị )?(?:lần thứ )?(?:ban chấp hành |bch )?{_CENTRE} ?(?:lần thứ )?{_PLENUMS}(?P<session> ?\(?lần \d\)?)?{_KHOA}"
# nghị quyết hội nghị [lần thứ] {n} | lần thứ {n} [của] ban chấp hành trung ương [đảng] [khóa {term}]
_MEETING = (
    rf"(?:nghị quyết|kết luận|nq) (?P<meeting>hội nghị )?(?P<ordinal>lần thứ )?(?P<plenums>{_PLENUM})(?:,| -)? (?P<of>của )?(?:ban chấp hành |bch )"
    rf"(?:trung ương|tw|t\.ư|tư|t\.w)(?P<party> đảng)?(?! (?:hội|đoàn|mặt trận|công đoàn)\b){_KHOA}"
)
# nqtw4 | nqtw 4
_PLENUM_CODE = rf"nqt[wư] ?{_PLENUMS}{_KHOA}"
_PLENUM_CODES = frozenset({"nqtw", "nqtư", *(f"nqtw{number}" for number in range(1, 16))})
# nghị quyết đại hội [{whose}] [lần thứ] {term} [của đảng]
_CONGRESS = (
    r"(?:nghị quyết|nq) (?:của )?(?:đại hội|đh)(?P<whose>(?: (?!(?:lần|khóa|và|nghị|kết|các|nhiệm|được|đã|vào|về|là)\b)[^\W\d]+){0,12}?)"
    rf"(?P<ordinal> lần thứ| \(?khóa)? \(?(?P<term>{_TERM})\)?(?P<party> (?:của )?đảng(?! bộ)(?: cộng sản việt nam)?)?(?!\w)"
)
# cương lĩnh [chính trị] [xây dựng đất nước …] | di chúc, and whose
_PLATFORM = (
    r"(?P<name>cương lĩnh(?: chính trị(?: đầu tiên)?)?"
    r"(?: xây dựng đất nước(?: trong)? thời kỳ quá độ (?:đi )?lên (?:chủ nghĩa xã hội|cnxh))?|di chúc)(?!\w)"
    r"(?P<whose> (?:thiêng liêng |lịch sử )?(?:của |mà )?(?:đảng|bác|người|hồ chủ tịch|chủ tịch)(?!\w)| (?:thiêng liêng|năm (?:19|20)\d\d))?"
)


class _Read(Protocol):
    def __call__(self, room: Room, match: regex.Match[str], hit: Hit, scene: Scene, /) -> Candidate | Sequence[Candidate] | None: ...


class _ReadWithNumber(Protocol):
    def __call__(
        self, room: Room, full: Pattern, match: regex.Match[str], hit: Hit, scene: Scene, /
    ) -> Candidate | Sequence[Candidate] | None: ...


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    room = Room(lexicon)
    number = Pattern(_NUMBER)
    ordinals = lexicon.words("ordinal_word")

    def numbered(name: str, trigger: frozenset[str], pattern: str, read: _ReadWithNumber, **lists: frozenset[str]) -> Rule:
        """A rule whose reader looks for a full number too."""
        return Rule(f"citation.{name}", Words(trigger), Pattern(pattern, cased=False, captures=False, **lists), partial(read, room, number))

    def named(name: str, trigger: frozenset[str], pattern: str, read: _Read, **lists: frozenset[str]) -> Rule:
        return Rule(f"citation.{name}", Words(trigger), Pattern(pattern, cased=False, captures=False, **lists), partial(read, room))

    short = lexicon.words("noun_short", "noun_short_doubtful", "noun_short_marked", "noun_short_abbreviated")
    codes, proper = lexicon.words("code_abbreviated"), lexicon.words("proper")
    files = lexicon.words("noun_file")
    resolutions = frozenset({"nghị quyết", "kết luận", "nq"})
    return (
        Rule("citation.number", Digits(after=_AFTER_NUMBER), Pattern(_OPENING), partial(read_number, room, number)),
        numbered("short", short, _SHORT, read_short, nouns=short),
        named("file", files, _FILE, read_file, nouns=files, acts=lexicon.words("act")),
        numbered("law", _LAW_NOUNS, _LAW, read_law, nouns=_LAW_NOUNS),
        numbered("amendment", _LAW_NOUNS, _AMENDMENT, read_amendment, nouns=_LAW_NOUNS),
        numbered("code", codes, r"\L<codes>", read_code, codes=codes),
        numbered("constitution", frozenset({"hiến pháp"}), _CONSTITUTION, read_constitution),
        named("plenum", resolutions, _PLENUM_OF, read_plenum, ordinals=ordinals),
        named("plenum-code", _PLENUM_CODES, _PLENUM_CODE, read_plenum, ordinals=ordinals),
        named("plenum-meeting", resolutions, _MEETING, read_meeting, ordinals=ordinals),
        named("congress", frozenset({"nghị quyết", "nq"}), _CONGRESS, read_congress),
        named("proper", proper, r"\L<names>", read_proper, names=proper),
        named("platform", frozenset({"cương lĩnh", "di chúc"}), _PLATFORM, read_platform),
    )


CITATION = Family("citation", "trichluc.families.citation", _rules)
