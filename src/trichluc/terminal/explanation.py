"""What ``explain`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from trichluc.display import one_line, record_fields
from trichluc.terminal.show import STYLES

if TYPE_CHECKING:
    from rich.console import Console

    from trichluc.explain import Explanation, Fired

__all__ = ["print_explanation"]


def print_explanation(console: Console, explanation: Explanation) -> None:
    """Print one sentence: the text, the records, what was blocked, who lost, what was tried in vain."""
    console.rule(f"{explanation.section} {explanation.start}-{explanation.end}", style="dim", align="left")
    console.print(Text(one_line(explanation.text), "bold"), soft_wrap=True)
    for fired in explanation.fired:
        _print_fired(console, fired)
    for lost in explanation.lost:
        what = f"{lost.type} “{one_line(lost.text)}” ({lost.rule})"
        _line(console, "lost", lost.start, lost.end, f"{what} to “{one_line(lost.winner_text)}” ({lost.winner}): {lost.because}", "red")
    for vain in explanation.vain:
        rules = [*vain.unmatched, *(f"{rule} (matched, then rejected)" for rule in vain.rejected)]
        _line(console, "in vain", vain.start, vain.end, f"“{one_line(vain.trigger)}”: {', '.join(rules)}", "dim")
    console.print()


def _print_fired(console: Console, fired: Fired) -> None:
    text = f"“{one_line(fired.text)}” by {fired.rule}, strength {fired.strength}"
    if fired.type == "block":
        _line(console, "blocked", fired.start, fired.end, text, "magenta")
        return
    _line(console, fired.type, fired.start, fired.end, text, STYLES.get(fired.type, "bold"))
    if fired.record is not None:
        fields = "  ".join(f"{name}={value}" for name, value in record_fields(fired.record).items())
        console.print(Text(f"{'':24}{fields}"), soft_wrap=True)
    if fired.linked:
        console.print(Text(f"{'':24}linked: {'; '.join(fired.linked)}", "dim"), soft_wrap=True)


def _line(console: Console, what: str, start: int, end: int, text: str, style: str) -> None:
    console.print(Text.assemble((f"{what:>12} ", style), (f"{start:>5}-{end:<5}", "dim"), text), soft_wrap=True)
