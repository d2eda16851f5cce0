"""weaker: a record that only repeats, less exactly, what a named one beside it says is dropped.

tuyên dương 1 anh hùng Lao động       the title is the award, the verb no second one
để vinh danh ông, con tàu mang tên …  nobody is commended: no award
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trichluc.records import Award
from trichluc.rule import Pattern

if TYPE_CHECKING:
    from datetime import date

    from trichluc.link import Mention
    from trichluc.scene import Scene

__all__ = ["suppress_weaker"]

_NEAR = 80
# các tập thể, cá nhân có thành tích    a group that nobody counted is still commended
_KINDS = "(?:tập thể|cá nhân|gương|lực lượng|ban chuyên án|tổ công tác|đơn vị|hộ gia đình|gia đình|điển hình|đồng chí|học sinh|sinh viên|thí sinh|tác giả|đảng viên|cán bộ|giáo viên|chiến sĩ|em |người)"
_GROUP = Pattern(rf"(?: đột xuất| nóng| kịp thời| thành tích đột xuất)?(?: cho| đối với)?(?: các| những| nhiều| một số)? {_KINDS}")
# nhiều tập thể, cá nhân đã được | biểu dương
_GROUP_BEFORE = Pattern(
    rf".*(?<!\w)(?:nhiều|một số|hàng chục|hàng trăm|hàng nghìn|hàng ngàn|\d[\d.]*)(?: lượt)? {_KINDS}[^.;:\n]{{0,90}} được $"
)
_LONGEST_SUBJECT = 160


def suppress_weaker(mentions: tuple[Mention, ...], scene: Scene, _published: date | None) -> tuple[Mention, ...]:
    """Drop commendations beside a named award of their clause, and those of nobody."""
    named = [mention for mention in mentions if isinstance(mention.record, Award) and mention.record.category != "commendation"]
    return tuple(mention for mention in mentions if not _is_weaker(mention, named, scene))


def _is_weaker(mention: Mention, named: list[Mention], scene: Scene) -> bool:
    record = mention.record
    if not isinstance(record, Award) or record.category != "commendation":
        return False
    sentence = scene.sentence(mention.start)
    own = {recipient.start for recipient in record.recipients}
    for award in named:
        first, second = (award, mention) if award.start < mention.start else (mention, award)
        between = scene.lower[first.end : second.start]
        if (
            sentence.start <= first.start
            and second.end <= sentence.end
            and len(between) <= _NEAR
            and not (";" in between or "được" in between)
        ):
            others = {recipient.start for recipient in award.record.recipients} if isinstance(award.record, Award) else set()
            if not own - others:
                return True
    if record.recipients or _GROUP.match(scene.lower, mention.end, sentence.end):
        return False
    return _GROUP_BEFORE.match(scene.lower, max(sentence.start, mention.start - _LONGEST_SUBJECT), mention.start) is None
