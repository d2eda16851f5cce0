"""What a document's number is made of: the parts of its code, whom they name, and the number read from them."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Issuer", "Number", "Part", "compared"]


def compared(code: str) -> str:
    """The form in which codes are compared: small letters, without `&` and stops.

    >>> compared("T.Ư"), compared("BGD&ĐT")
    ('tư', 'bgdđt')
    """
    return code.lower().replace("&", "").replace(".", "")


class Issuer(Struct, frozen=True, gc=False):
    """What a code says of who issued: official spelling, name where it names one body alone, system, and when it was in use."""

    code: str
    name: str | None
    system: str | None
    party_order: bool | None
    until: str | None = None
    since: str | None = None


class Number(Struct, frozen=True, gc=False):
    """A number read: canonical form, what its code may stand for, who bears it, and where it ends in the folded text.

    ``alone`` says that the form is plain enough to need no noun before it.
    """

    canonical: str
    end: int
    kinds: tuple[str, ...] = ()
    kind: str | None = None
    issuer: Issuer | None = None
    year: str | None = None
    system: str | None = None
    alone: bool = False
    typed: bool = False


class Part(Struct, frozen=True, gc=False):
    """One code of a number: the separator before it, its letters as printed and as compared, and where it ends."""

    separator: str
    printed: str
    end: int
    key: str

    @classmethod
    def of(cls, separator: str, printed: str, end: int) -> Part:
        """The part, with the form in which it is compared.

        >>> Part.of("-", "BGD&ĐT", 12).key
        'bgdđt'
        """
        return cls(separator, printed, end, compared(printed))

    @property
    def upper(self) -> bool:
        """Whether it is printed in capitals."""
        return len(self.printed) > 1 and self.printed == self.printed.upper()

    @property
    def spaced(self) -> bool:
        """Whether its separator stands between spaces."""
        return self.separator.startswith(" ") and self.separator.endswith(" ")
