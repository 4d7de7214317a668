"""The labelling configuration for Label Studio, written from the tables of `vnreport.annotation.markup`."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from vnreport.annotation.markup import LABELS, RELATIONS, Field, Label

LABELS_TAG = "label"
TEXT_TAG = "text"

_TEXT_CLASSES = (".htx-text", ".lsf-htx-richtext", ".lsf-richtext__line")  # the article, in old and new versions


def control(label: str, field: str) -> str:
    """The name of the control that holds a field of a label.

    >>> control("Date", "start")
    'date_start'
    """
    return f"{label.lower()}_{field}"


def config() -> str:
    """The configuration, to be pasted into a project's Settings → Labeling Interface → Code."""
    lines = [
        "<View>",
        "  <!-- Made by vnreport export. Offsets are code points; a relation is drawn with Alt+R. -->",
        f"  <Style>{', '.join(_TEXT_CLASSES)} {{ white-space: pre-wrap; line-height: 2.2 }}</Style>",
        f'  <Labels name="{LABELS_TAG}" toName="{TEXT_TAG}">',
        *(f'    <Label value="{label.name}" background="{label.colour}"/>' for label in LABELS.values()),
        "  </Labels>",
        "  <Relations>",
        *(f'    <Relation value="{name}"/>' for name in RELATIONS),
        "  </Relations>",
        # The fields of the region that is chosen stay in sight, however long the article.
        f'  <View style="{_style(display="flex", gap="24px", align_items="flex-start")}">',
        f'    <View style="{_style(flex="3", min_width="0")}">',
        f'      <Text name="{TEXT_TAG}" value="$text" granularity="symbol"/>',
        "    </View>",
        f'    <View style="{_style(flex="1", min_width="240px", position="sticky", top="0")}">',
    ]
    for label in LABELS.values():
        lines += [f"      {line}" for line in _fields(label)]
    return "\n".join([*lines, "    </View>", "  </View>", "</View>"]) + "\n"


def _style(**rules: str) -> str:
    return "; ".join(f"{name.replace('_', '-')}: {value}" for name, value in rules.items())


def _fields(label: Label) -> list[str]:
    if not label.fields:
        return []
    shown = f'visibleWhen="region-selected" whenTagName="{LABELS_TAG}" whenLabelValue="{label.name}"'
    lines = [f"<View {shown}>"]
    for field in label.fields:
        title = field.name if field.choices is None else f"{field.name}: {field.hint}"
        lines += [f'  <Header value={quoteattr(title)} size="6"/>', *_control(label, field)]
    return [*lines, "</View>"]


def _control(label: Label, field: Field) -> list[str]:
    named = f'name="{control(label.name, field.name)}" toName="{TEXT_TAG}" perRegion="true"'
    if field.choices is None:
        hint = quoteattr(field.hint)
        return [f'  <TextArea {named} rows="1" maxSubmissions="1" editable="true" placeholder={hint}/>']
    many = "multiple" if field.many else "single-radio"
    choices = [f'    <Choice value="{choice}"/>' for choice in field.choices]
    return [f'  <Choices {named} choice="{many}" showInline="true">', *choices, "  </Choices>"]
