"""Awards: `02 giải Nhì cấp tỉnh`, `Huân chương Lao động hạng Ba`, `Chiến sĩ thi đua cấp tỉnh và cấp cơ sở`, `12 huy chương (3 vàng, 4 bạc)`.

[{quantity} [lá|tấm|lượt]] {head} [{name}] [{rank}] [{level}] {, | và} {elided members of the list}

The room tells what is awarded, its class and how many; who gave it to whom, in what contest and whether it was given at all is read from
the clause, when all families have met (`link.awards`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trichluc.families.award.certificates import read_badge, read_certificate, read_flag, read_party_badge
from trichluc.families.award.normalize import Levels
from trichluc.families.award.open_names import OpenNames
from trichluc.families.award.places import read_champion, read_commendation, read_place, read_rating
from trichluc.families.award.prizes import read_bare_prize, read_bare_ranks, read_listed, read_named_prize, read_rank_line, read_ranked
from trichluc.families.award.titles import read_open_title, read_order, read_title
from trichluc.rule import Family, Pattern, Quantities, Rule, Words

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["AWARD"]

# , | và | ; | / | -    between the members of a list
_SEP = r"(?:, ?(?:và )?| và | hoặc |; ?| ?/ ?| - )"
_NUMBER = r"(?:\d{1,4}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) "
# What may follow a rank that stands without its head, so that `giải Nhất và ba học sinh` has no third prize.
_BOUND = (
    r"(?=[,.;:)\]!?\"/]|$|\n| -| (?:và|với|cùng|của|cho|tại|trong|ở|cấp|toàn|thuộc|được|sẽ|là|do|môn|hội|cuộc|kỳ|liên hoan|giải (?!ba|nhất|nhì|tư|khuyến|đặc|phụ|thưởng)|theo|các|trị giá|về|đã|"
    r"bảng|khối|khu vực|quốc gia|tỉnh|năm|nội dung|lần|còn|đều|cũng|kèm|\())"
)
# 14 giải: | 12 huy chương ( | , gồm | trong đó có
_OPENING = r"(?: ?[:(]| ?[,(:] ?(?:gồm|trong đó)(?: có)? ?:?| (?:gồm|trong đó)(?: có)? ?:?) ?"


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    levels = Levels(lexicon)
    ranks = lexicon.words("rank")
    medals = {word for word, code in lexicon.group("rank").items() if code in ("gold", "silver", "bronze")}
    return (
        *_contest_rules(lexicon, levels, ranks, medals),
        *_name_rules(lexicon, levels),
        *_outcome_rules(lexicon, levels),
    )


def _contest_rules(lexicon: Lexicon, levels: Levels, ranks: frozenset[str], medals: set[str]) -> tuple[Rule, ...]:
    short = {"hcv", "hcb", "hcđ"}
    elided = frozenset(rank for rank in ranks if not rank.isdigit())
    # , 02 nhì và 03 ba    each member with its number or with something that ends the list behind it
    members = Pattern(
        rf"(?:{_SEP}(?:(?P<count>{_NUMBER})(?P<member>\L<elided>)(?!\w)|(?P<member>\L<elided>){_BOUND})){{0,9}}+", elided=elided
    )
    medal_members = Pattern(members.source, captures=True, elided=medals)
    listed = rf"(?P<count>{_NUMBER})(?P<member>\L<elided>)(?!\w)(?:{_SEP}(?P<count>{_NUMBER})(?P<member>\L<elided>)(?!\w)){{0,9}}+"
    return (
        Rule(
            "award.prize",
            Words(frozenset({"giải", "giải thưởng"})),
            # giải (thưởng) {rank} [toàn đoàn] [cấp tỉnh], nhì và ba
            Pattern(
                r"giải(?: thưởng)?(?: |(?P<sign> ?\(|: ?)(?!\w\b|\d))(?P<rank>\L<ranks>|\L<plain>)(?!\w)(?: (?P<scope>\L<scopes>)(?!\w))?"
                r"(?P<name>(?<=đặc biệt)(?: ?:? ?\"[^\"\n]{3,120}\"|: ?[^\"\n.;:]{3,100}(?=\")))?",
                ranks=ranks,
                plain=lexicon.words("prize_without_rank"),
                scopes=lexicon.words("scope"),
            ),
            partial(read_ranked, lexicon, levels, members),
        ),
        Rule(
            "award.medal",
            Words(frozenset({"huy chương", "hc", *short})),
            # huy chương {vàng} [cấp tỉnh], bạc và đồng   |   HCV
            Pattern(
                r"(?:(?:huy chương|hc) ?(?P<rank>\L<medals>)|(?P<rank>hc[vbđ]))(?!\w)(?: (?P<scope>toàn đoàn)(?!\w))?",
                medals=medals,
            ),
            partial(read_ranked, lexicon, levels, medal_members),
        ),
        Rule(
            "award.prizes",
            Words(frozenset({"giải", "giải thưởng"})),
            # {quantity} giải [các loại] [: 01 nhất, 02 nhì]
            Pattern(
                rf"giải(?: thưởng)?(?: các loại)?(?P<list>{_OPENING}{listed})?(?=[,.;:)!?\"]|$|\n| (?:cao|thưởng|trong|cho|ở|tại|thuộc|các|và|của|khác|trên|với|danh giá|quốc tế|-))",
                elided=elided,
            ),
            partial(read_listed, lexicon),
        ),
        Rule(
            "award.medals",
            Words(frozenset({"huy chương", "hc"})),
            Pattern(
                rf"(?:huy chương|hc)(?: các loại)?(?P<list>{_OPENING}{listed})?(?!\w| (?:vàng|bạc|đồng)\b)",
                elided=medals,
            ),
            partial(read_listed, lexicon),
        ),
        Rule(
            "award.bare-ranks",
            Quantities.before(elided),
            # {quantity} | vàng, 2 bạc và 3 đồng
            Pattern(
                rf" (?P<member>\L<elided>)(?:(?:{_SEP}(?P<count>{_NUMBER})(?P<member>\L<elided>)(?!\w)){{1,9}}+|{_BOUND})",
                elided=elided - {"a", "b", "c", "i", "ii", "iii"},
            ),
            partial(read_bare_ranks, lexicon),
        ),
        Rule(
            "award.rank-line",
            Words(frozenset({"nhất:", "nhì:", "ba:", "nhất :", "nhì :", "ba :", "khuyến khích:"})),
            # Nhất: đội A; Nhì: đội B
            Pattern(r"(?P<rank>nhất|nhì|ba|khuyến khích) ?: ?(?=[\w\"])"),
            partial(read_rank_line, lexicon),
        ),
        Rule(
            "award.named-prize",
            Words(frozenset({"giải", "giải thưởng"})),
            # giải thưởng Hồ Chí Minh | giải thưởng "…" | giải Mai Vàng | giải Thủ môn xuất sắc nhất
            Pattern(
                r"(?P<head>giải(?: thưởng)?):? ?(?:(?P<state>hồ chí minh|nhà nước)(?!\w)|(?P<quoted>\"[^\"\n]{3,120}\")|(?P<known>\L<known>)(?!\w)|(?P<best>(?<= )(?!(?:\L<ranks>)(?!\w))(?:[^\W\d]+ ){1,6}?(?:(?:xuất sắc|yêu thích|ấn tượng)(?: nhất)?|nhất|của năm))(?!\w)|(?P<open>(?=\w)))",
                known=lexicon.words("named_prize"),
                ranks=ranks,
            ),
            partial(read_named_prize, lexicon, OpenNames(lexicon)),
        ),
        Rule(
            "award.bare-prize",
            Words(lexicon.words("bare_prize")),
            # giành | Quả bóng vàng
            Pattern(r"(?P<name>\L<names>)(?!\w)", names=lexicon.words("bare_prize")),
            partial(read_bare_prize, lexicon),
        ),
    )


def _name_rules(lexicon: Lexicon, levels: Levels) -> tuple[Rule, ...]:
    # hạng Nhất | Nhất    and further classes: , Nhì và Ba | và hạng III
    classes = r"(?:đặc biệt|nhất|nhì|ba|i{1,3}|[123])(?!\w)"
    # (2 hạng Nhất, 13 hạng Nhì)
    counted = rf"(?:{_OPENING}|: \d{{1,5}} (?:trường hợp|tập thể|cá nhân|chiếc) ?\()(?P<count>{_NUMBER})(?P<numbered>hạng {classes})(?:{_SEP}(?P<count>{_NUMBER})(?P<numbered>hạng {classes})){{0,4}}+"
    classed = rf"(?:{counted}|(?: (?P<rank>(?:hạng )?{classes}|hạng (?:hai|nhi|nhỉ)(?!\w)))?(?P<list>(?:(?:,? ?\((?:năm )?\d{{4}}\)| năm \d{{4}})?{_SEP}(?P<member>(?:hạng {classes}|(?!\d){classes})){_BOUND}){{0,4}}+))"
    titles = lexicon.words("honorary_title", "emulation_title", "levelled_title", "culture_title")
    certificates, badges = lexicon.words("certificate"), frozenset({"kỷ niệm chương", "kỉ niệm chương", "knc", "huy hiệu"})
    return (
        Rule(
            "award.order",
            Words(frozenset({"huân chương", "hclđ", "huy chương"})),
            # huân chương {name} [hạng {class}], Nhì, Ba   |   huân chương Độc lập, Lao động hạng Nhất
            Pattern(
                rf"(?P<name>\L<known>)(?!\w){classed}|(?P<open>hu(?:ân|y) chương) (?:\"[^\"\n]{{3,90}}\"|(?=\w))|(?P<bare>huân chương)(?!\w)",
                known=lexicon.words("order", "state_medal"),
            ),
            partial(read_order, lexicon),
        ),
        Rule(
            "award.orders",
            Words(frozenset({"huân, huy chương", "huân huy chương", "huân chương, huy chương", "huân - huy chương"})),
            Pattern(r"(?P<several>huân(?: chương)?(?:,| -)? huy chương)(?! (?:vàng|bạc|đồng|\")| hạng)"),
            partial(read_order, lexicon),
        ),
        Rule(
            "award.title",
            Words(titles),
            # {title} [cấp tỉnh và cấp cơ sở]
            Pattern(r"(?P<title>\L<titles>)(?!\w)(?P<branch> ngành(?= \w))?", titles=titles),
            partial(read_title, lexicon, levels),
        ),
        Rule(
            "award.open-title",
            Words(frozenset({"danh hiệu"})),
            # danh hiệu "Sinh viên 5 tốt", "…" | danh hiệu Công dân ưu tú
            Pattern(
                r"danh hiệu(?: (?:cao quý|thi đua|vinh dự|(?:của )?nhà nước)(?!\w)){0,3}:? ?(?:(?P<quoted>\"[^\"\n]{2,100}\"|'[^'\n]{4,100}')(?:(?:, ?| và |, và )(?P<further>\"[^\"\n]{2,100}\"|'[^'\n]{4,100}')){0,4}|(?P<open>(?=\w)))",
                captures=True,
            ),
            partial(read_open_title, lexicon, levels, OpenNames(lexicon)),
        ),
        Rule(
            "award.certificate",
            Words(certificates),
            Pattern(r"(?P<name>\L<names>)(?!\w)", names=certificates),
            partial(read_certificate, lexicon, levels),
        ),
        Rule(
            "award.flag",
            Words(frozenset({"cờ"})),
            # cờ thi đua [xuất sắc] ["Đơn vị dẫn đầu"] [cấp tỉnh] | cờ "Đơn vị dẫn đầu phong trào thi đua"
            Pattern(
                r"(?P<name>\L<known>)(?!\w)(?P<quoted> ?\"[^\"\n]{3,120}\")?|cờ (?P<quoted>\"[^\"\n]{3,120}\")|(?P<bare>cờ)(?= của (?:chính phủ|thủ tướng|ubnd|ủy ban|bộ|tỉnh|tổng))",
                known=lexicon.words("flag"),
            ),
            partial(read_flag, lexicon, levels),
        ),
        Rule(
            "award.party-badge",
            Words(frozenset({"huy hiệu"})),
            # huy hiệu [Đảng] {60} năm [tuổi Đảng], 55 năm và 50 năm tuổi Đảng | huy hiệu Đảng | huy hiệu 60, 55 năm tuổi Đảng
            Pattern(
                r"huy hiệu (?:(?:(?P<party>đảng) )?(?:loại )?(?P<years>\d{2})(?P<unit> năm)?(?P<age> (?:năm )?tuổi (?:đảng|\w{3,6}(?=,| |\.)))?"
                r"(?:(?:, ?(?:và )?| và |; ?)(?:loại )?(?P<further>\d{2}(?: năm)?(?: tuổi (?:đảng|\w{3,6}(?=,| |\.)))?)(?![\d/%]|[.,]\d(?!\d(?!\d))| (?:đảng viên|đồng chí|người|cá nhân))){0,9}+|(?P<party>đảng)(?! \d)(?! ủy| bộ)(?!\w))"
            ),
            partial(read_party_badge, lexicon),
        ),
        Rule(
            "award.badge",
            Words(badges),
            # kỷ niệm chương ["Vì sự nghiệp …"] | huy hiệu "Tuổi trẻ dũng cảm" | huy hiệu Bác Hồ
            Pattern(r"(?P<head>kỷ niệm chương|kỉ niệm chương|knc|huy hiệu)(?!\w)(?: ?(?P<quoted>\"[^\"\n]{3,140}\")| (?P<open>(?=\w)))?"),
            partial(read_badge, lexicon),
        ),
    )


def _outcome_rules(lexicon: Lexicon, levels: Levels) -> tuple[Rule, ...]:
    ratings, champions, crowns = lexicon.words("rating"), lexicon.words("champion"), lexicon.words("crown")
    commend = lexicon.words("commend")
    places = r"(?:nhất|nhì|ba|hai|tư|năm|bốn|sáu|bảy|tám|chín|mười|i{1,3}|\d{1,3})(?![\d.,]?\w)"
    wide = r"(?: (?:toàn đoàn|chung cuộc|đồng đội|\L<wide>)(?!\w))"
    return (
        Rule(
            "award.rating",
            Words(ratings),
            # {trong sạch, vững mạnh} [tiêu biểu]
            Pattern(r"(?P<name>\L<names>)(?!\w)(?: (?P<tail>\L<tails>)(?!\w))?", names=ratings, tails=lexicon.words("rating_tail")),
            partial(read_rating, lexicon),
        ),
        Rule(
            "award.champion",
            Words(champions | crowns),
            Pattern(r"(?P<name>\L<names>)(?!\w)", names=champions | crowns),
            partial(read_champion, lexicon, levels),
        ),
        Rule(
            "award.place",
            Words(lexicon.words("placing")),
            # xếp thứ 3 toàn đoàn | hạng Nhì toàn đoàn | về nhất | Nhất toàn đoàn
            Pattern(
                rf"(?P<verb>xếp(?: vị trí)? thứ(?: hạng)?|xếp hạng(?: thứ)?|đứng(?: vị trí)? thứ|về(?: đích)? thứ|vị trí thứ|hạng|về|xếp|đứng) (?P<rank>{places})(?:/\d{{1,3}})?(?P<wide>{wide})?|(?P<rank>nhất|nhì|ba)(?P<wide> toàn đoàn)(?!\w)",
                wide=lexicon.words("wide_level"),
            ),
            partial(read_place, lexicon),
        ),
        Rule(
            "award.commendation",
            Words(commend),
            # biểu dương, khen thưởng
            Pattern(r"(?P<verb>\L<verbs>)(?:(?:,? | và )(?:(?P<verb>\L<verbs>)|khen ngợi|khen tặng)){0,2}(?!\w)", verbs=commend),
            partial(read_commendation, lexicon),
        ),
    )


def _sought(lexicon: Lexicon) -> frozenset[str]:
    """The words that open the name of a contest."""
    return lexicon.words("event_head") | {f"giải {kind}" for kind in lexicon.words("event_prize_head")}


AWARD = Family("award", "trichluc.families.award", _rules, _sought)
