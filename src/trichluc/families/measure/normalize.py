"""From a matched measure to a candidate."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from trichluc.numerals import exact, last_word, listed, reach
from trichluc.records import Measure
from trichluc.rule import FIRM, PLAIN, Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from trichluc.families.measure.units import Units
    from trichluc.lexicon import Lexicon
    from trichluc.numerals import Quantity
    from trichluc.scan import Hit
    from trichluc.scene import Scene

__all__ = ["read_degrees", "read_height", "read_land", "read_measure", "read_wind"]

_HEAT, _WIND = 160, 40
_MOST_BEAUFORT, _LONGEST_SYMBOL = 17, 4


def read_measure(units: Units, _match: regex.Match[str], quantity: Quantity, scene: Scene) -> list[Candidate] | None:
    """A number with a unit of one meaning, and those before it that share the unit."""
    span = units.at(scene, quantity.end)
    if span is None:
        return None
    start, end = span
    word = scene.lower[start:end]
    unit, dimension = units.symbols[word]
    if dimension == "voltage" and last_word(scene.lower, quantity.start - 1) in units.lexicon.group("voltage_name"):
        return None
    if quantity.whole is not None or (quantity.word == "năm" and dimension != "age") or not _is_cased(scene, start, end, unit):
        return None

    def again(other: Quantity) -> int | None:
        second = units.at(scene, other.end)
        return second[1] if second is not None and scene.lower[slice(*second)] == word else None

    if dimension == "score" and _is_place(units, scene, quantity):
        return None
    if _is_denominator(units, scene, quantity):
        return None
    found = reach(quantity, end, scene, again)
    fields = found.fields() | {
        "unit_text": scene.printed(start, end),
        "unit": unit,
        "dimension": dimension,
        "per": units.per(scene, found.end),
    }
    strength = PLAIN if dimension == "score" else FIRM
    last = Candidate(Measure, found.start, found.end, fields, strength=strength)
    return [*_sharing(scene, quantity, fields, strength), last]


def _sharing(scene: Scene, quantity: Quantity, fields: dict[str, Any], strength: int) -> Iterator[Candidate]:
    """`5 và 7 tuổi`: the numbers before that leave the unit to the last."""
    for other in listed(scene, quantity):
        value = {"value": other.value, "min": None, "max": None, "modifier": other.modifier}
        yield Candidate(Measure, other.start, other.end, fields | value, strength=strength)


def _is_place(units: Units, scene: Scene, quantity: Quantity) -> bool:
    """`sạt lở 3 điểm`: places, not points."""
    one = last_word(scene.lower, quantity.start - 1)
    two = last_word(scene.lower, quantity.start - len(one) - 2) if one else ""
    return not units.lexicon.words("places_before").isdisjoint((one, f"{two} {one}"))


def _is_denominator(units: Units, scene: Scene, quantity: Quantity) -> bool:
    """`7 tấn/1 ha`, `5.000 đồng một kWh`; and the month of a day is no amount: `ngày 30/5 ký quyết định`."""
    lower, start = scene.lower, quantity.number_start
    before = lower[max(start - 1, 0) : start]
    if before and before in "/-" and (quantity.value == 1 or lower[max(start - 2, 0)].isdigit()):
        return True
    if "." in quantity.word and last_word(lower, start - 1) == "ngày":
        return True
    return quantity.word == "một" and last_word(lower, start - 1) in units.lexicon.group("rate_of")


def read_degrees(lexicon: Lexicon, match: regex.Match[str], quantity: Quantity, scene: Scene) -> Candidate | None:
    """`nhiệt độ 22 - 25 độ`: degrees of what the sentence spoke of."""
    before = scene.lower[max(scene.sentence(quantity.start).start, quantity.start - _HEAT) : quantity.start]
    before = f" {before}"
    if any(f" {word}" in before for word in lexicon.words("quake")):
        unit, dimension = "Richter", "magnitude"
    elif any(f" {word}" in before for word in lexicon.words("heat")):
        unit, dimension = "Cel", "temperature"
    else:
        return None

    def again(other: Quantity) -> int | None:
        second = match.re.match(scene.lower, other.end, scene.limit(other.end))
        return second.end() if second is not None else None

    found = reach(quantity, match.end(), scene, again)
    printed = scene.printed(match.start("unit"), match.end("unit"))
    return Candidate(
        Measure, found.start, found.end, found.fields() | {"unit_text": printed, "unit": unit, "dimension": dimension}, strength=PLAIN
    )


def read_land(units: Units, match: regex.Match[str], quantity: Quantity, scene: Scene) -> Candidate | None:
    """`5 công đất`, `3 mẫu ruộng`, `40 khối gỗ`: units of land and of bulk by what they measure."""
    if quantity.whole is not None:
        return None
    unit = units.lexicon.group("unit_ambiguous")[match["unit"]]
    found = reach(quantity, match.end("unit"), scene, lambda _: None)
    fields = found.fields() | {
        "unit_text": scene.printed(*match.span("unit")),
        "unit": unit,
        "dimension": "volume" if unit == "m3" else "area",
        "per": units.per(scene, found.end),
    }
    return Candidate(Measure, found.start, found.end, fields, strength=PLAIN)


def read_height(match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate:
    """`1m65` is 1.65 m, `2m5` 2.5 m."""
    value = exact(Decimal(f"{match['metres']}.{match['rest']}"))
    quantity = scene.quantity_at(match.start())
    start = match.start() if quantity is None else quantity.start
    fields = {"value": value, "unit_text": "m", "unit": "m", "dimension": "length", "modifier": quantity.modifier if quantity else None}
    return Candidate(Measure, start, match.end(), fields, strength=FIRM)


def read_wind(lexicon: Lexicon, match: regex.Match[str], _hit: Hit, scene: Scene) -> Candidate | None:
    """`gió cấp 6 - 7`: the Beaufort number stands behind cấp."""
    quantity = scene.quantity_at(match.end())
    start = match.start()
    before = scene.lower[max(scene.sentence(start).start, start - _WIND) : start]
    if quantity is None or quantity.whole is not None or not any(f" {word}" in f" {before}" for word in lexicon.words("wind")):
        return None
    if (quantity.value if quantity.value is not None else quantity.high or 0) > _MOST_BEAUFORT:
        return None
    fields = {
        "value": quantity.value,
        "min": quantity.low,
        "max": quantity.high,
        "unit_text": scene.printed(start, start + len("cấp")),
        "unit": "Bft",
        "dimension": "wind_force",
    }
    return Candidate(Measure, start, quantity.end, fields, strength=FIRM)


def _is_cased(scene: Scene, start: int, end: int, unit: str) -> bool:
    """`5G`, `5 Lạng Sơn`: a capital where the unit has none; symbols such as kWh and MW are spelt in any case."""
    printed = scene.folded[start:end]
    if printed[0].islower() or not printed[0].isalpha():
        return printed != "w"
    return unit in (printed, "a") or (len(unit) > 1 and (len(printed) <= _LONGEST_SYMBOL or printed.isupper()))
