"""The rules of the date room: its forms, each tried where its words stand.

The forms are in the modules beside: days, clocks, periods (months to years), spans (stretches of years, seasons), lunar, relative.
A form may hold another (`22 giờ 30 ngày 1-12-2016`), and any may open a range or a list (joining).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trichluc.families.date.bare import OPENING, read_digits
from trichluc.families.date.clocks import clock_forms
from trichluc.families.date.core import core_pattern
from trichluc.families.date.days import day_forms
from trichluc.families.date.forms import Grammar
from trichluc.families.date.holidays import holiday_forms
from trichluc.families.date.joining import partners
from trichluc.families.date.lunar import lunar_forms
from trichluc.families.date.normalize import read_dates
from trichluc.families.date.periods import period_forms
from trichluc.families.date.relative import relative_forms
from trichluc.families.date.spans import span_forms
from trichluc.rule import DIGITS, Family, Rule

if TYPE_CHECKING:
    from trichluc.lexicon import Lexicon

__all__ = ["DATE"]

_MODULES = (clock_forms, period_forms, span_forms, lunar_forms, relative_forms, holiday_forms)


def _rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    core = core_pattern(lexicon)
    forms = (*day_forms(lexicon, core), *(form for module in _MODULES for form in module(lexicon)))
    grammar = Grammar(lexicon, forms, partners(core))
    digits = {form.digits: form for form in forms if form.digits}
    return (
        *(
            Rule(f"date.{form.name}", form.trigger, form.guard or form.pattern, partial(read_dates, grammar, form))
            for form in forms
            if form.trigger is not None
        ),
        Rule("date.digits", DIGITS, OPENING, partial(read_digits, grammar, digits)),
    )


DATE = Family("date", "trichluc.families.date", _rules)
