"""Measures: `8.310 km2`, `từ 22 - 25 độ C`, `6,2 tấn/ha`, `1m65`, `32 tuổi`, `từ 18 tuổi trở lên`, `gió cấp 6 - 7`, `39,25 điểm`.

{quantity} {unit} [( - | đến ) {quantity} {unit}] [trở lên] [/ {unit}]
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trichluc.families.measure.normalize import read_degrees, read_height, read_land, read_measure, read_wind
from trichluc.families.measure.units import Units
from trichluc.rule import Digits, Family, Pattern, Quantities, Rule, Words

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["MEASURE"]


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    units, land = Units(lexicon), lexicon.words("land")
    return (
        Rule(
            "measure.number",
            Quantities.before(units.symbols),
            # {quantity} | km2   {quantity}|ha
            Pattern(r" ?(?=\S)"),
            partial(read_measure, units),
        ),
        Rule(
            "measure.degrees",
            Quantities.before(["độ", "°", "º"]),
            # nhiệt độ … {quantity} | độ
            Pattern(r" ?(?P<unit>độ|°|º)(?! ?[^\W\d_]*+(?:tuổi|ẩm|phì))(?!\w)(?! \d+ ?(?:phút|')| (?:vĩ|kinh)(?!\w))"),
            partial(read_degrees, lexicon),
        ),
        Rule(
            "measure.land",
            Quantities.before(["công", "mẫu", "khối"]),
            # {quantity} | công đất   {quantity} | khối gỗ   {quantity} | mẫu 2 sào
            Pattern(r" (?P<unit>công|mẫu|khối)(?: (?=\L<land>(?!\w))| ?(?=[.,;)/]|$)|(?= \d+ (?:sào|thước|công)(?!\w)))", land=land),
            partial(read_land, units),
        ),
        Rule(
            "measure.height",
            Digits(after="m"),
            # 1m65, 2m5; 3m2 is an area
            Pattern(r"(?<![\w.,/-])(?P<metres>\d{1,2})m(?P<rest>\d{2}|[4-9])(?!\w)"),
            read_height,
        ),
        Rule(
            "measure.wind",
            Words(frozenset({"cấp"})),
            # gió giật | cấp {quantity}
            Pattern(r"cấp (?=\d)"),
            partial(read_wind, lexicon),
        ),
    )


MEASURE = Family("measure", "trichluc.families.measure", _rules)
