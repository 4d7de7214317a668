"""Texts for the laws: any string at all, and strings made of what Vietnamese archives hold."""

from hypothesis import strategies as st

ANY_TEXT = st.text(st.characters(exclude_categories=[]))
"""Any string, lone surrogates and NULs included."""

FRAGMENTS = [
    "Ngày ", "11/3/2022", ", ", "ông ", "Trần Văn An", "TP.HCM", "Th.S ", "T.Ư", "M. Dê-man", "K'Ré", ". ", "... ",
    "… ", "!", "? ", "“", "”", "\"", "(", ")", "- ", "• ", "1. ", "a) ", "1.458 ", "30,539 tỷ đồng", "2.5", "226%",
    "Quanuy1hcm.org.vn", "https://a.vn/x?y=1", "ten@baophuong.vn", "Covid-19", "hoà", "uỷ ban", "quý I", "ha", "Ð",
    "ha\u0300", "ho\u0323p", "o\u031b\u0301", "e\u0302\u0323", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\u202e", "\t",
    "  ", "\r\n", "\r", "\n", "\n\n", "\x00", "\x1b", "\u2028", "\x96", "１２", "\ud800", "\udfff", "😀", "İ", "ß",
    "ﬁ", "²", "Ⅷ", "_", "é",
]  # fmt: skip
VIETNAMESE = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)
"""Strings glued from fragments of reports, clean and broken."""

TEXTS = ANY_TEXT | VIETNAMESE
