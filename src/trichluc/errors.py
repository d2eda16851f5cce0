"""Every error the library raises, by what a caller can do about it.

TrichlucError
  + InvalidText        the text cannot be a text: mend or drop it
  + InvalidReference   ``published`` is no date: pass an ISO date
  + ReadError          a file cannot be read: the message names it and the way out
  + LexiconError       a lexicon file is malformed: the message names the file, the group and the word
  + EngineError        the tagging models are missing or not the ones we know
"""

from __future__ import annotations

__all__ = ["EngineError", "InvalidReference", "InvalidText", "LexiconError", "ReadError", "TrichlucError"]


class TrichlucError(Exception):
    """Whatever goes wrong in this library; catch it to catch all."""


class InvalidText(TrichlucError):
    """The text holds a lone surrogate, which no encoding can carry.

    Attributes:
        offset: where it stands, in code points.
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message, offset)
        self.offset = offset

    def __str__(self) -> str:
        return str(self.args[0])


class InvalidReference(TrichlucError):
    """The date of publication given by the caller is no date."""


class ReadError(TrichlucError):
    """A file or stream could not be read as text."""


class LexiconError(TrichlucError):
    """A lexicon file is not of the form the rooms use."""


class EngineError(TrichlucError):
    """The tagging models could not be loaded."""
