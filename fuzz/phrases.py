"""What is put into a text that is fuzzed: words of the package's lists, what its patterns match, sentences of reports.

Stages look for phrases that mutated letters never make (`tại 3 điểm cầu gồm`, `dưới sự chủ trì của`). The lists and the
patterns know them all, and the grammar below puts them where reports have them; what is then made of the sentence is
the mutator's business.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from vnreport import lexicon

STAGES = ("text", "numerals", "dates", "figures", "legal", "people", "meeting")

# Names in braces are rules of their own, or columns of a list (`meeting_kinds.kind`).
GRAMMAR: dict[str, tuple[str, ...]] = {
    "report": (
        "{title}\n\n{dateline}{body}\n\n{foot}",
        "{title}\n{dateline}{body}",
        "{dateline}{body}",
        "{body}\n{foot}",
        "{title}\n\n{lead}\n\n{body}\n{foot}",
    ),
    "title": ("{place} {kind} {topic}", "{body_} {kind}", "{person} {statement_verbs} {topic}", "{Pattern}", "{kind}"),
    "dateline": ("", "", "{place} - ", "(TTXVN) - ", "BAOTANLAP.VN - ", "{Day} - "),
    "foot": ("{name}", "Tin, ảnh: {name}", "Theo {outlets}", "PV", "(Nguồn: {outlets})", "{Day}"),
    "body": ("{sentence}", "{sentence} {sentence}", "{sentence}\n{sentence}", "{lead} {sentence}\n\n{body}"),
    "lead": (
        "{Day}, {subject} {holding} {event}{with}{named}{where}.",
        "{Day}, {where}, {subject} {holding} {event}{named}.",
        "{Day}, {chair} {chairing} {event}{named}{with}.",
        "{Day}, {where} đã diễn ra {event}{named} do {subject} {holding}.",
        "{Day}, {where}, dưới sự {chairing} của {chair}{joined}, {event}{named} đã khai mạc.",
        "{Event} do {subject} phối hợp với {body_} {holding} {day}{where}.",
        "{Event}{named} {day}{where} do {chair}{joined} {chairing}.",
        "{Event}{form} tại {digits} điểm cầu gồm: {places}, {place} và {place}.",
        "{Day}, {event}{named} {form}{where}; {attending}.",
    ),
    "sentence": (
        "{lead}",
        "{attending}.",
        "{attending}; {attending}.",
        "{Fronted}, {person} {statement_verbs} {clause}.",
        "{Person} {statement_verbs} {clause}.",
        "{Person} {statement_verbs}: “{clause}”.",
        "“{clause}”, {person} {statement_verbs}.",
        "“{clause}” - {person}.",
        "Theo {person}, {clause}.",
        "{Office} {statement_verbs} {clause}.",
        "{Person}: {clause}.",
        "{Chairing} {event} có {people}.",
        "Cùng {chairing} có {people}.",
        "{clause}.",
        "- {clause};",
        "{Clause}, {clause}, {clause}.",
        "{Pattern}{clause}.",
        "{clause} {pattern} {clause}.",
    ),
    "attending": (
        "Dự {event} có {people}",
        "tham dự có {people}; cùng {figure}",
        "cùng dự có {people}",
        "Về phía {body_}, có {people}",
        "{person} và {person} dự {event}",
    ),
    "subject": ("{body_}", "{body_}, {body_}", "{chair}", "Ban {topic}", "{people}"),
    "holding": ("tổ chức", "đã tổ chức", "phối hợp với {body_} tổ chức", "khai mạc", "họp", "chủ trì tổ chức"),
    "chairing": ("chủ trì", "đồng chủ trì", "chủ tọa", "điều hành", "đã chủ trì", "chủ trì và phát biểu chỉ đạo"),
    "chair": ("{person}", "{person}", "{people}", "{office}", "đồng chí {name}"),
    "joined": ("", "", " và {person}", ", {person}", "; {person}"),
    "event": ("{kind}", "{kind}", "{kind} {form}", "{kind} lần thứ {digits}"),
    "kind": ("{meeting_kinds.kind}", "hội nghị", "cuộc họp", "buổi làm việc", "kỳ họp thứ {digits}"),
    "form": ("", "trực tuyến", "trực tiếp kết hợp trực tuyến", "bằng hình thức trực tuyến", "{pattern}"),
    "named": ("", " {topic}", " “{topic}”", ' "{topic}"', " với chủ đề “{topic}”", ' về chủ đề "{topic}"',
              " {meeting_title_starts} {topic}", " {meeting_title_starts} {topic} {meeting_title_ends} {day}"),
    "topic": ("{meeting_title_starts} công tác {years}", "nhiệm vụ {years}", "Làng nghề hôm nay", "{clause}", "{law}"),
    "with": ("", " với {body_}", " với sự tham dự của {people}", " và {event}"),
    "where": ("", " tại {place}", " tại {venue_heads} {place}", ", tại {venue_heads} {body_}", " tại {place}, {place}",
              " ở {place}", " tại {digits} điểm cầu"),
    "person": (
        "{honorifics} {name}",
        "{honorifics} {name}, {office}",
        "{honorifics} {name} - {office}",
        "{office} {name}",
        "{name} ({office})",
        "{honorifics} {name}, {office}, {office}",
        "{name}",
        "đại diện {body_}",
    ),
    "people": (
        "các đồng chí: {name}, {office}; {name}, {office}",
        "{person}; {person}; {person}",
        "{person} và {person}",
        "{person}, {person} và {figure}",
        "{person}",
    ),
    "name": ("{surnames.surname} Văn {syllable}", "{surnames.surname} Thị {syllable}", "{surnames.surname} {syllable}",
             "{syllable}", "K'{syllable}", "TRẦN VĂN AN", "John Smith", "{baptismal_names} {surnames.surname} An"),
    "office": ("{head} {body_}", "Phó {head} {body_}", "nguyên {head} {body_}", "{head}", "{head} kiêm {head} {body_}",
               "{head} {body_}, {head} {body_}"),
    "head": ("{offices.head}", "Chủ tịch", "Bí thư", "Giám đốc", "Phó Bí thư Thường trực"),
    "body_": ("UBND {place}", "HĐND tỉnh {place}", "Huyện ủy {place}", "Sở {topic}", "{organisation_heads} {place}",
              "Công ty {place}", "xã", "Ban Chấp hành Đảng bộ tỉnh"),
    "place": ("{places_vietnam}", "Tân Lập", "TP.HCM", "huyện {syllable} {syllable}", "xã {syllable}",
              "{places_world}"),
    "places": ("{place}", "{place}, {place}", "{place}; {place}"),
    "syllable": ("An", "Bình", "Hòa", "Sáng", "Yến", "{name_syllables}"),
    "day": ("sáng {date}", "ngày {date}", "chiều {date}", "{clock} ngày {date}", "hôm nay",
            "từ ngày {digits} đến {date}", "trong hai ngày {digits} và {date}", "sáng nay, {date}", "hôm qua",
            "{feasts.name}", "{pattern}"),
    "date": ("{digits}/{digits}", "11/3/2022", "{digits}-{digits}", "{digits} tháng {digits}", "10/3", "12/3/2022"),
    "clock": ("{digits}h", "14h30", "8 giờ {digits}"),
    "years": ("năm {year}", "6 tháng đầu năm", "giai đoạn {year} - {year}", "quý {digits}", "nhiệm kỳ {year}-{year}"),
    "year": ("2021", "2022", "2016", "1994"),
    "digits": ("1", "2", "3", "5", "10", "11", "12", "28", "31", "0"),
    "figure": ("{bounds.phrases} {number} {unit}", "{number} {unit}", "{number} - {number} {unit}",
               "từ {number} đến {number} {unit}", "{number}/{number} {unit}", "-{number} {unit}"),
    "number": ("{digits}", "30,539", "1.458", "hai mươi mốt", "{digits} triệu", "{digits} tỷ", "0,5", "hai, ba"),
    "unit": ("{units.aliases}", "{counted_nouns.nouns}", "tỷ đồng", "%", "đại biểu"),
    "clause": (
        "{measure_heads} {lead_words.phrases} {figure}",
        "{measure_heads} {lead_words.phrases} {figure}, {lead_words.phrases} {figure} so với cùng kỳ {years}",
        "{place} có {figure}",
        "theo {document}, {figure} đã hoàn thành",
        "{clause} và {document}",
        "thu ngân sách đạt {figure} (đạt {number}% kế hoạch)",
        "{pattern}",
        "{person} {pattern}",
        "đường đã xong",
    ),
    "document": ("{law} số {digits}/{year}/NĐ-CP", "{law} số {digits}, ngày {date}, của {legal_issuers}",
                 "{law} {year} về {topic}", "{law} {law_fields}"),
    "law": ("{legal_types.type}", "Nghị quyết", "Luật"),
    "Fronted": ("{Fronted_statements} tại {event}", "{Fronted_statements} {event}", "Tại {event}", "Cũng tại {event}"),
}  # fmt: skip


class Phrases:
    """Makes phrases, and texts of them, as the dice fall."""

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._patterns = _patterns()
        self._lists = sorted(_lists())

    def any(self, chance: random.Random) -> str:
        ways: list[Callable[[random.Random], str]] = [self._piece, self._word, self._sample, self._sentence]
        return chance.choices(ways, (3, 1, 2, 3))[0](chance)

    def report(self, chance: random.Random) -> str:
        return self.made("report", chance)

    def another(self, text: str, chance: random.Random) -> str:
        """`text` with a word of some list in place of another one of it."""
        for _ in range(8):
            name = chance.choice(self._lists)
            found = _finder(name).search(text, chance.randint(0, len(text))) or _finder(name).search(text)
            if found is not None:
                return text[: found.start()] + chance.choice(_lists()[name]) + text[found.end() :]
        return text

    def _piece(self, chance: random.Random) -> str:
        return chance.choice(self._pieces)

    def _word(self, chance: random.Random) -> str:
        return chance.choice(_lists()[chance.choice(self._lists)]) + chance.choice((" ", "", ", "))

    def _sample(self, chance: random.Random) -> str:
        from near_misses import sample

        made = sample(*chance.choice(self._patterns), chance)
        return made[:1].upper() + made[1:] if chance.random() < 0.3 else made

    def _sentence(self, chance: random.Random) -> str:
        return self.made("sentence", chance) + chance.choice((" ", "\n", "\n\n", ""))

    def made(self, rule: str, chance: random.Random, depth: int = 0) -> str:
        """What a rule of the grammar, a list or `pattern` may stand for; with a capital letter, in one."""
        if rule not in GRAMMAR and rule[0].isupper():
            made = self.made(rule[0].lower() + rule[1:], chance, depth)
            return made[:1].upper() + made[1:]
        if rule == "pattern":
            return self._sample(chance)
        if rule not in GRAMMAR:
            return chance.choice(_lists()[rule])
        forms = GRAMMAR[rule]
        form = chance.choice(forms) if depth < 9 else min(forms, key=lambda form: form.count("{"))
        return _SLOT.sub(lambda slot: self.made(slot[1], chance, depth + 1), form) if depth < 14 else rule


_SLOT = re.compile(r"\{([\w.]+)\}")


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """The word lists by name, a column of a table by the name of both."""
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(Path(lexicon.__file__).parent.iterdir()):
        if file.suffix == ".txt":
            found[file.stem] = lexicon.entries(file.stem)
        elif file.suffix == ".tsv":
            rows = lexicon.rows(file.stem)
            for column in rows[0]:
                words = (word.strip() for row in rows for word in re.split(r"[;,]", row[column]))
                found[f"{file.stem}.{column}"] = tuple(dict.fromkeys(word for word in words if word))
    return {name: words for name, words in found.items() if words}


@cache
def _finder(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon.alternation(_lists()[name])}(?!\w)")


def _patterns() -> list[tuple[str, int]]:
    """The patterns of the stages, as source and flags."""
    from test_patterns import PATTERNS

    return [(str(found.pattern), found.flags) for place, found in PATTERNS.items() if _place(place) in STAGES]


def _place(name: str) -> str:
    return name.split(".")[1]
