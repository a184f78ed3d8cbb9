"""How a page looks: on the screen, in print, and in Word and Outlook, which read little more than element styles."""

from __future__ import annotations

ELEMENTS = """\
body, h1, h2, h3, h4, h5, h6, p, li, th, td { font-family: Calibri, Carlito, Arial, sans-serif; color: #000; }
body, p, li { font-size: 10.5pt; line-height: 1.35; }
h1 { font-size: 17pt; margin-top: 10pt; margin-bottom: 0pt; }
h2 { font-size: 14pt; font-weight: normal; margin-top: 2pt; margin-bottom: 10pt; }
h3 { font-size: 12pt; margin-top: 16pt; margin-bottom: 6pt; }
h4 { font-size: 11pt; margin-top: 12pt; margin-bottom: 4pt; }
h5, h6 { font-size: 10.5pt; margin-top: 10pt; margin-bottom: 4pt; }
p, ul, ol { margin-top: 0pt; margin-bottom: 6pt; }
hr { margin-top: 14pt; margin-bottom: 6pt; }
pre { white-space: pre-wrap; }
"""
"""Of elements alone, each with its own font, since Word passes little on to what stands within another."""

SCREEN = """\
@media screen {
body { background: #fff; max-width: 19cm; margin: 1cm auto; padding: 0 0.5cm; }
body, pre { overflow-wrap: break-word; }
ul, ol { padding-left: 16pt; }
hr { border: none; border-top: 0.75pt solid #777; }
}
"""
"""What would move the text about in Word, which has pages of its own."""

_PRINT = """\
@media print {
@page { size: A4; margin: 2.2cm 2cm 2cm;
  @top-center { content: "%(classification)s"; font: 8pt Calibri, Carlito, Arial, sans-serif; }
  @bottom-left { content: "%(title)s"; font: 8pt Calibri, Carlito, Arial, sans-serif; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Calibri, Carlito, Arial, sans-serif; }
}
body { margin: 0; }
body, pre { overflow-wrap: break-word; }
ul, ol { padding-left: 16pt; }
hr { border: none; border-top: 0.75pt solid #777; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
p, li { orphans: 2; widows: 2; }
thead { display: table-header-group; }
tr, blockquote { break-inside: avoid; }
blockquote { break-after: avoid; }
}
"""

INLINE = {
    "table_open": "border-collapse: collapse; table-layout: fixed; width: 100%; margin-bottom: 8pt",
    "th_open": "border: 0.75pt solid #777; padding: 2pt 4pt; background: #e6e6e6; font-size: 9pt; text-align: left; "
    "vertical-align: bottom",
    "td_open": "border: 0.75pt solid #777; padding: 2pt 4pt; font-size: 9pt; vertical-align: top",
    "blockquote_open": "margin: 8pt 0pt 6pt 0pt",
}
"""The styles that each element carries itself, by the type of its token: what Word and Outlook drop from a sheet."""

SET_APART = "margin: 0pt; border-left: 3pt solid #1f4e79; background: #eaf0f6; padding: 4pt 8pt"
"""Of a paragraph within a quotation, as decisions are."""

FOOTNOTE = "font-size: 9pt"
"""Of a standing footnote."""

CLASSIFICATION = "margin: 0pt; border: 0.75pt solid #000; padding: 3pt 8pt; font-weight: bold; text-align: center"
"""Of the classification above the paper."""


def print_sheet(classification: str, title: str) -> str:
    """The rules for print; both texts are plain, the first stands at the top of every page."""
    return _PRINT % {"classification": _string(classification), "title": _string(title)}


def _string(text: str) -> str:
    """A text within quotes in CSS, in which nothing ends the quotation or the sheet."""
    return "".join(each if each.isalnum() or each in " .,()" else f"\\{ord(each):x} " for each in text)
