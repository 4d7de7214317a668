"""Date stamps: what archives and papers write to say when an article appeared.

The common forms are read by patterns; whatever else there is goes to `dateparser`, imported at first need. A stamp
with a zone is moved to Vietnam time before its day is taken: ``2022-03-10T20:00:00Z`` is 11 March.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from vnreport.text.patterns import LazyPattern

_VIETNAM = dt.timezone(dt.timedelta(hours=7))
_LONGEST = 200  # no stamp is longer, and `dateparser` is slow on prose

_ZONE = r"(?P<zone>Z|(?:\(?\s?(?:GMT|UTC)\s?)?[+-]\d{1,2}(?::?\d\d)?\)?|\(?(?:GMT|UTC)\)?)"
_CLOCK = (
    rf"(?P<hour>\d{{1,2}})(?:[:hg]|\s?giờ\s?)(?P<minute>\d\d)?(?::(?P<second>\d\d)(?:[.,]\d{{1,9}})?)"
    rf"?\s?(?:phút)?\s?(?P<half>AM|PM|SA|CH)?\s?,?\s?\(?{_ZONE}?\)?"
)
_GAP = r"(?:\s?[,|–-]\s?|\s|\s?lúc\s|\sngày\s|\s?T\s?)"
_WEEKDAY = r"(?:(?:Thứ|thứ|THỨ)\s?[\w]{1,4}|T[2-7]|Chủ\s?[Nn]hật|CHỦ\sNHẬT|CN|Hôm nay)\s?[,.|-]?\s?(?:ngày\s)?"
_DMY = (
    r"(?:ngày\s|Ngày\s)?(?P<day>\d{1,2})(?:\s?(?P<sep>[/.-])\s?(?P<month>\d{1,2})\s?(?P=sep)\s?"
    r"|\s(?:tháng|Tháng)\s(?P<named>\d{1,2}),?\s(?:năm\s|Năm\s)?)(?P<year>\d{4}|\d\d)"
)
_LABEL = r"(?:(?:Cập nhật|Đăng|Ngày đăng|Xuất bản|Đăng lúc|Cập nhật lúc|Ngày cập nhật)\s?:?\s?)?"

_ISO = LazyPattern(
    rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)"
    rf"(?::(?P<second>\d\d)(?:[.,]\d{{1,9}})?)?\s?{_ZONE}?)?"
)
_BASIC = LazyPattern(
    r"(?P<year>(?:19|20|21)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:T?(?P<hour>\d\d)(?P<minute>\d\d)"
    r"(?P<second>\d\d)?(?P<zone>Z)?)?"
)
_DAY_FIRST = LazyPattern(rf"{_LABEL}(?:{_WEEKDAY})?{_DMY}(?:{_GAP}{{1,2}}{_CLOCK})?\.?")
_CLOCK_FIRST = LazyPattern(rf"{_LABEL}(?:{_WEEKDAY})?{_CLOCK}{_GAP}{{1,3}}(?:{_WEEKDAY})?{_DMY}\.?")
_RFC = LazyPattern(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s)?(?P<day>\d{1,2})\s(?P<month>[A-Z][a-z]{2})[a-z]{0,6}\s"
    r"(?P<year>\d{4})"
    r"(?:,?\s(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\s(?P<zone>[+-]\d{4}|GMT|UTC|UT|Z))?)?"
)
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_EPOCH = LazyPattern(r"\d{9,10}(?:\d{3})?(?:\.\d{1,9})?")


def parse_stamp(stamp: str | dt.date | int | float) -> dt.date:
    """The day, in Vietnam, that a date stamp names.

    `stamp`: a `date`; a `datetime` (one without a zone is Vietnam time); seconds (or milliseconds) since 1970, as a
    number or in digits; or text: ISO 8601, ``Thứ sáu, 11/03/2022 | 08:30 GMT+7``, RFC 2822, English and whatever else
    `dateparser` reads. Figures without names put the day before the month, and years of two digits are 1970 to 2069.

    Raises `ValueError`, with the stamp in its message, where it cannot be read or names a day that no calendar has,
    and `TypeError` for anything that is no stamp at all.
    """
    if isinstance(stamp, dt.datetime):
        return _vietnam(stamp)
    if isinstance(stamp, dt.date):
        return stamp
    if isinstance(stamp, bool) or not isinstance(stamp, (str, int, float)):
        raise TypeError(f"a date stamp must be str, date, datetime or int, not {type(stamp).__name__}")
    try:
        day = _epoch(float(stamp)) if isinstance(stamp, (int, float)) else _read(stamp)
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(f"cannot read the date stamp {stamp!r}: {error}") from error
    if day is None:
        raise ValueError(f"cannot read the date stamp {stamp!r}")
    return day


def published_day(published: dt.date | str | None) -> dt.date | None:
    """The day that a `published` argument names; None for None.

    Raises `TypeError` where it is no date, datetime or string, `ValueError` where it cannot be read.
    """
    if published is None:
        return None
    if not isinstance(published, (str, dt.date)):
        raise TypeError(f"published must be a date or a string, not {type(published).__name__}")
    try:
        return parse_stamp(published)
    except ValueError as error:
        raise ValueError(f"published: {error}") from error


_PLACE = LazyPattern(r"^\p{Lu}[\p{L}. ]{1,30}, (?=ngày )")


def stamp_line(line: str) -> dt.date | None:
    """The day, in Vietnam, that a line of text stamps, or None where it is no stamp.

    A stamp has nothing on it but a date, a clock time, and perhaps a name before a bar, or a place in front
    (``Hà Nội, ngày 5/3/2021``).
    """
    line = _PLACE.sub("", line)
    for part in (line, *line.split("|", 1)[1:]):
        part = part.strip(" \t|-–()[]")
        if len(part) <= 80 and (_DAY_FIRST.fullmatch(part) or _CLOCK_FIRST.fullmatch(part)):
            try:
                return _read(part)
            except ValueError:
                return None
    return None


def _read(stamp: str) -> dt.date | None:
    text = " ".join(unicodedata.normalize("NFC", stamp).split())
    if not text or len(text) > _LONGEST:
        return None
    for pattern in (_ISO, _DAY_FIRST, _CLOCK_FIRST, _RFC):
        match = pattern.fullmatch(text)
        if match is not None:
            return _build(match)
    if len(text) not in (10, 13) and (basic := _BASIC.fullmatch(text)) is not None:
        return _build(basic)
    if _EPOCH.fullmatch(text):
        return _epoch(float(text))
    return _dateparser(text)


def _build(match: re.Match[str]) -> dt.date:
    groups = match.groupdict()
    month = groups["month"] or groups.get("named") or ""
    year = int(groups["year"])
    if len(groups["year"]) == 2:
        year += 2000 if year < 70 else 1900
    number = _MONTHS.get(month) or int(month)
    day = dt.date(year, number, int(groups["day"]))
    if not groups["hour"]:
        return day
    hour, minute = int(groups["hour"]), int(groups["minute"] or 0)
    half = groups.get("half")
    if half in ("PM", "CH") and hour < 12:
        hour += 12
    elif half in ("AM", "SA") and hour == 12:
        hour = 0
    if (hour, minute) == (24, 0):
        hour = 23  # midnight at the end of that day
    time = dt.time(hour, minute, int(groups["second"] or 0))
    return _vietnam(dt.datetime.combine(day, time, _zone(groups["zone"])))


def _zone(text: str | None) -> dt.tzinfo:
    if text is None:
        return _VIETNAM
    digits = re.search(r"(?P<sign>[+-])(?P<hours>\d\d?):?(?P<minutes>\d\d)?", text)
    if digits is None:
        return dt.timezone.utc
    offset = dt.timedelta(hours=int(digits["hours"]), minutes=int(digits["minutes"] or 0))
    return dt.timezone(-offset if digits["sign"] == "-" else offset)


def _vietnam(moment: dt.datetime) -> dt.date:
    if moment.tzinfo is None:
        return moment.date()
    try:
        return moment.astimezone(_VIETNAM).date()
    except OverflowError as error:
        raise ValueError("beyond the calendar's end") from error


def _epoch(seconds: float) -> dt.date:
    if abs(seconds) >= 1e11:
        seconds /= 1000  # milliseconds
    return dt.datetime.fromtimestamp(seconds, _VIETNAM).date()


def _dateparser(text: str) -> dt.date | None:
    """The last resort: any language and form, but a whole day must be said."""
    import dateparser

    settings = {
        "DATE_ORDER": "DMY",
        "TIMEZONE": "Asia/Ho_Chi_Minh",
        "TO_TIMEZONE": "Asia/Ho_Chi_Minh",
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
    }
    moment = dateparser.parse(text, languages=["vi", "en", "fr"], settings=settings)
    return None if moment is None else moment.date()
