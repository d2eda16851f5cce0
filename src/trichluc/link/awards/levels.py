"""The level of an award: what it prints (`cấp tỉnh`), else the rank of who gave it, else the reach of its contest."""

from __future__ import annotations

from trichluc.rule import Pattern

__all__ = ["level_of_body", "level_of_event"]

_BODY_LEVELS = (
    ("ministry", Pattern(r"(?:(?:thủ trưởng )?bộ (?!chỉ huy|chqs|cht|chính trị|đội)|bộ trưởng|thứ trưởng|thống đốc|tổng thanh tra|tổng kiểm toán|tổng giám đốc bảo hiểm xã hội việt nam|tòa án nhân dân tối cao|viện kiểm sát nhân dân tối cao|chánh án tòa án nhân dân tối cao|viện trưởng viện kiểm sát nhân dân tối cao|thanh tra chính phủ|tổng cục|tổng công ty|tập đoàn|ngân hàng nhà nước|quân khu|quân chủng|bộ tư lệnh|kiểm toán nhà nước|bảo hiểm xã hội việt nam|đại học quốc gia)")),
    ("national", Pattern(r"(?:thủ tướng|phó thủ tướng|chính phủ|chủ tịch nước|phó chủ tịch nước|quốc hội|chủ tịch quốc hội|ban bí thư|bộ chính trị|nhà nước|trung ương|t\.ư|tư |tw|tổng liên đoàn|ban chấp hành trung ương|bch trung ương|bch tw|tổng bí thư|ủy ban trung ương|quân ủy|đảng cộng sản)")),
)  # fmt: skip
# The first of these in a body's name is its level: UBND xã A, huyện B, tỉnh C
_UNIT = Pattern(
    r"(?<!\w)(?:(?P<province>tỉnh|thành phố|tp|tp\.\w+|tphcm|tỉnh ủy|thành ủy|tỉnh đoàn|thành đoàn|sở|thủ đô|hà nội)|(?P<district>huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy|huyện đoàn|thành phố thuộc tỉnh)|(?P<commune>(?<!hợp tác )xã|phường|thị trấn|đặc khu)|(?P<national>trung ương|toàn quốc))(?!\w)"
)
# The widest of these in the name of a contest is its level: Hội thi tin học trẻ toàn quốc, tỉnh A đăng cai
_REACH = Pattern(
    r"(?<!\w)(?:(?P<international>quốc tế|thế giới|châu á|châu âu|đông nam á|sea games|asiad|asian|world|aff|afc|á vận hội|thế vận hội|international|competition|asean)"
    r"|(?P<national>toàn quốc|quốc gia|cả nước|toàn quân)|(?P<province>tỉnh|toàn tỉnh|cấp thành phố)|(?P<district>huyện|cấp quận|quận|thị xã|toàn huyện)"
    r"|(?P<commune>xã|phường)|(?P<grassroots>cấp trường|cấp cơ sở))(?!\w)"
)
_WIDEST = ("international", "national", "province", "district", "commune", "grassroots")


def level_of_body(lower: str) -> str | None:
    """The rank of a body or office, by its folded, lower-cased name.

    >>> level_of_body("ubnd tỉnh sơn la"), level_of_body("thủ tướng chính phủ"), level_of_body("ban tổ chức")
    ('province', 'national', None)
    """
    for level, pattern in _BODY_LEVELS:
        if pattern.match(lower, 0, len(lower)):
            return level
    found = _UNIT.compiled.search(lower)
    return found.lastgroup if found else None


def level_of_event(lower: str) -> str | None:
    """The reach of a contest, by its folded, lower-cased name.

    >>> level_of_event("hội thi tin học trẻ toàn quốc lần thứ 20")
    'national'
    """
    levels = {found.lastgroup for found in _REACH.compiled.finditer(lower)}
    return next((level for level in _WIDEST if level in levels), None)
