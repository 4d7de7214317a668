"""The text layer: a clean twin of the text with a way back, its tokens, sentences and layout.

`normalise` makes the twin and the offset map, `segment` finds tokens and sentences, `layout` the title, the outlet
and dateline, captions and bylines. Stages see all of it through `vnreport.document.Document`.
"""
