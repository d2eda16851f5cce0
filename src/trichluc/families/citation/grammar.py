"""Citations of official documents.

    {noun} [của {issuer}] [số] {number}          Chỉ thị số 06-CT/TW · Quyết định của Bộ Chính trị số 31-QĐ/TW
    {noun} [số] {n}[, {n} và {n}]                Nghị định 116 · Nghị quyết 18, 19
    Luật | Bộ luật | Pháp lệnh {name} [năm] [y]  Luật Đất đai năm 2013 · Bộ luật Hình sự 2015
    Nghị quyết Trung ương {n} [khoá {term}]      Nghị quyết Trung ương 4 khoá XII
    Nghị quyết Đại hội [của …] {term}            Nghị quyết Đại hội XIII của Đảng
    Hiến pháp [năm y] · Điều lệ Đảng · Cương lĩnh · Di chúc
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trichluc.families.citation.named import (
    read_amendment,
    read_code,
    read_congress,
    read_constitution,
    read_law,
    read_platform,
    read_plenum,
    read_proper,
)
from trichluc.families.citation.normalize import read_number, read_short
from trichluc.families.citation.room import Room
from trichluc.rule import DIGITS, Family, Pattern, Rule, Words

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["CITATION"]

# A code: letters, with a dot only inside `T.Ư`, not running on into a word of the sentence.
_CODE = r"[a-zđăâêôơư](?:[a-zđăâêôơư\d&]|\.(?=[ưw]))*+(?![\p{L}\d])"
# A number fails within a few characters where no separator, year or code follows its digits.
_NUMBER = (
    r"(?P<n>\d{1,6}(?:\.\d{1,3})?(?:bis|[a-zđ](?![\p{L}\d]))?)"
    r"(?: ?[/-] ?(?P<year>(?:19|20)\d\d)(?= ?[/-]))?"
    r"(?P<code>(?: ?[/-] ?| ?(?=\L<types> ?[/-] ?[a-zđ]))" + _CODE + r"(?:(?: ?[/-] ?| (?=\L<spaced>(?![\p{L}\d])))" + _CODE + r"){0,6})"
)
_TERM = r"(?:[ivx]{1,6}|\d{1,2})(?![\p{L}\d/]|[.,]\d)"
_CENTRE = r"(?:trung ương(?: đảng)?|tw|t\.ư|tư|t\.w)"
_PLENUM = r"(?:\d{1,2}(?![\d/.])|\L<ordinals>(?!\w)(?! ?\d))"
_PLENUMS = rf"(?P<plenums>{_PLENUM}(?:(?:, ?| và ){_PLENUM}(?! [^\Wk]))*)"
_KHOA = rf"(?P<term>,? ?\(? ?khóa {_TERM}(?:(?:, ?| và )(?:khóa )?{_TERM})* ?\)?)?(?!\w)"


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    room = Room(lexicon)
    number = Pattern(_NUMBER, types=lexicon.words("type"), spaced=lexicon.words("issuer_party", "issuer_youth") | {"cp", "ttg", "ubnd"})

    def words(name: str, triggers: frozenset[str], pattern: str, reader: object, **lists: frozenset[str]) -> Rule:
        return Rule(f"citation.{name}", Words(triggers), Pattern(pattern, **lists), partial(reader, room, number))  # type: ignore[arg-type, operator]  # each reader's own partial

    short = lexicon.words("noun_short", "noun_short_doubtful", "noun_short_abbreviated")
    laws = frozenset({"luật", "bộ luật", "pháp lệnh"})
    return (
        # [số] {n}[/{year}]{-|/}{code}…
        Rule("citation.number", DIGITS, number, partial(read_number, room, number)),
        # {noun} [của {issuer}] [số] {n}[/{year}]
        words(
            "short", short,
            r"\L<nouns>(?: của (?P<issuer>[^,.;:()\d]{2,60}?)(?= số))?(?P<mark> ?\(?số ?:? ?)?(?(mark)| )(?P<n>\d{1,5}(?:[a-zđ](?![\p{L}\d]))?)(?P<year>/(?:19|20)\d\d)?(?![\p{L}\d/%]|[.,:]\d| ?- ?\d| ?[-/] ?[a-zđ]{1,6} ?[-/])",
            read_short, nouns=short,
        ),
        # luật|bộ luật|pháp lệnh {name} [năm {year}]
        words("law", laws, r"\L<nouns> (?=\p{L})(?!sửa đổi)", read_law, nouns=laws),
        # luật sửa đổi, bổ sung một số điều của {law}[, {law}]
        words(
            "amendment", laws,
            r"(?P<noun>\L<nouns>) (?:số [\d/qh]+ )?sửa đổi ?,? ?(?:và )?(?:bổ sung )?(?:một số )?(?:điều |điểm |nội dung )?(?:khoản )?(?:của |tại )?(?:các )?(?=(?:bộ )?luật |pháp lệnh )",
            read_amendment, nouns=laws,
        ),
        words("code", lexicon.words("code_abbreviated"), r"\L<codes>", read_code, codes=lexicon.words("code_abbreviated")),
        # hiến pháp [nước …] [năm {year}]
        words("constitution", frozenset({"hiến pháp"}), r"hiến pháp(?: nước (?:cộng hòa xã hội chủ nghĩa|chxhcn|cộng hòa xhcn) việt nam)?", read_constitution),
        # nghị quyết [hội nghị] [ban chấp hành] trung ương {n} [khóa {term}]
        words(
            "plenum", frozenset({"nghị quyết", "kết luận", "nq"}),
            rf"(?:nghị quyết|kết luận|nq) ?(?P<meeting>hội nghị )?(?:lần thứ )?(?:ban chấp hành |bch )?{_CENTRE} ?(?:lần thứ )?{_PLENUMS}{_KHOA}",
            read_plenum, ordinals=lexicon.words("ordinal_word"),
        ),
        # nqtw4, nqtw 4
        words(
            "plenum-code", frozenset({"nqtw", "nqtư", *(f"nqtw{number}" for number in range(1, 16))}),
            rf"nqt[wư] ?(?P<meeting>(?!))?{_PLENUMS}{_KHOA}", read_plenum, ordinals=lexicon.words("ordinal_word"),
        ),
        # nghị quyết hội nghị [lần thứ] {n} [của] ban chấp hành trung ương [đảng] [khóa {term}]
        words(
            "plenum-meeting", frozenset({"nghị quyết", "kết luận"}),
            rf"(?:nghị quyết|kết luận) (?P<meeting>hội nghị )(?:lần thứ )?{_PLENUMS},? (?:của )?(?:ban chấp hành |bch ){_CENTRE}{_KHOA}",
            read_plenum, ordinals=lexicon.words("ordinal_word"),
        ),
        # nghị quyết đại hội [đảng …] [lần thứ] {term} [của đảng]
        words(
            "congress", frozenset({"nghị quyết"}),
            rf"(?P<noun>nghị quyết) (?:của )?(?P<congress>đại hội)(?: (?!lần)[^\W\d]+){{0,12}}? (?P<ordinal>lần thứ )?\(?(?P<term>{_TERM})\)?(?: (?:của )?đảng(?: cộng sản việt nam| bộ (?:tỉnh|thành phố|huyện))?)?(?!\w)",
            read_congress,
        ),
        words("proper", lexicon.words("proper"), r"\L<names>", read_proper, names=lexicon.words("proper")),
        # cương lĩnh [chính trị] [xây dựng đất nước …] · di chúc [của …]
        words(
            "platform", frozenset({"cương lĩnh", "di chúc"}),
            r"(?P<name>cương lĩnh(?: chính trị(?: đầu tiên)?)?(?: xây dựng đất nước(?: trong)? thời kỳ quá độ (?:lên|đi lên) (?:chủ nghĩa xã hội|cnxh))?|di chúc)(?!\w)(?P<whose> (?:thiêng liêng |lịch sử )?(?:của |mà )?(?:đảng|bác|người|chủ tịch hồ chí minh|hồ chủ tịch|chủ tịch)(?!\w)| (?:thiêng liêng|năm (?:19|20)\d\d))?",
            read_platform,
        ),
    )


CITATION = Family("citation", "trichluc.families.citation", _rules)
