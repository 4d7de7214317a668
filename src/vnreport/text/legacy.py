"""The eight-bit Vietnamese character sets that Python has no codec for: VISCII (RFC 1456) and TCVN 5712:1993.

Both keep ASCII below 0x80. Their capitals that sit on ASCII control codes are left out: a byte there is a line end or
an accident far oftener than a letter.
"""

from __future__ import annotations

import codecs
from types import MappingProxyType

# Characters of the bytes 0x80 to 0xFF. TCVN 5712 is what the ".Vn" (ABC) fonts write too.
_UPPER_HALVES = {
    "viscii": (
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
        "Õắằặấầẩậẽẹếềểễệốồổỗ"
        "ỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
    ),
    "tcvn5712": (
        "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
        "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
    ),
}
_ALIASES = {"viscii": "viscii", "tcvn": "tcvn5712", "tcvn3": "tcvn5712", "abc": "tcvn5712", "tcvn57121": "tcvn5712"}

NAMES = tuple(_UPPER_HALVES)
"""The character sets that `decode` knows, by the name it gives them."""

_TABLES = MappingProxyType(
    {name: "".join(map(chr, range(128))) + upper_half for name, upper_half in _UPPER_HALVES.items()}
)


def lookup(name: str) -> str | None:
    """The name in `NAMES` that `name` stands for, in whatever case and with whatever marks, or None.

    >>> lookup("TCVN-3"), lookup("cp1258")
    ('tcvn5712', None)
    """
    plain = "".join(c for c in name.lower() if c.isalnum())
    return plain if plain in _TABLES else _ALIASES.get(plain)


def decode(data: bytes, name: str) -> str:
    r"""The text of `data`, of which every byte means something. Raises `KeyError` for a name not in `NAMES`.

    >>> decode(b"H\xb5 N\xe9i", "tcvn5712")
    'Hà Nội'
    """
    return codecs.charmap_decode(data, "strict", _TABLES[name])[0]
