"""The text layer: a clean twin of the text with a way back, its tokens, sentences and layout.

`decode` (with `legacy`) turns bytes into text, `normalise` makes the twin and the offset map, `segment` finds tokens
and sentences, `layout` (with `signatures`) the title, the outlet and dateline, photo credits and bylines. Stages see
all of it through `vnreport.document.Document`. Offsets count code points, and ends are exclusive.
"""
